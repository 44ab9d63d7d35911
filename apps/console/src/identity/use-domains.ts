import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { OutputOf } from '../operations.js';
import { byNextToken, useAllPages } from '../use-operation.js';

export type Domain = NonNullable<OutputOf<'GetDomain'>['Domain']>;
const REFETCH_MS = 10_000;

/** The domains of an account; while a record is looked for they are read again by themselves. */
export function useDomains(accountId: string): ReturnType<typeof useAllPages<'ListDomains', Domain>> {
  const list = useAllPages<'ListDomains', Domain>('ListDomains', { AccountId: accountId, MaxResults: 50 }, { items: output => output.Domains, next: byNextToken }, {
    refetchEveryMs: items => (items.some(one => one.DomainStatus === 'PendingVerification') ? REFETCH_MS : false),
  });
  const queries = useQueryClient();
  const verified = list.data?.items.filter(one => one.DomainStatus === 'Verified').length;
  // With the first one the account is another kind of account.
  useEffect(() => { if (verified !== undefined) void queries.invalidateQueries({ queryKey: ['GetAccount'] }); }, [verified, queries]);
  return list;
}
