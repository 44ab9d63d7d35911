import type { UseQueryResult } from '@tanstack/react-query';
import type { ApiFailure } from '@carillon/client/api.js';
import type { OutputOf } from '../operations.js';
import { useOperation } from '../use-operation.js';

export function useAccount(accountId: string): UseQueryResult<OutputOf<'GetAccount'>, ApiFailure> {
  return useOperation('GetAccount', { AccountId: accountId });
}
