import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { isFailure, type ApiFailure } from '@carillon/client/api.js';
import { perform, type OutputOf } from '../operations.js';
import { byNextToken, useAllPages } from '../use-operation.js';

export type Bot = NonNullable<OutputOf<'GetBot'>['Bot']>;
export type Endpoint = NonNullable<OutputOf<'GetEventsConfiguration'>['EventsConfiguration']>;

/** All bots of an account, in the order in which they were made. */
export function useBots(accountId: string): ReturnType<typeof useAllPages<'ListBots', Bot>> {
  return useAllPages<'ListBots', Bot>('ListBots', { AccountId: accountId }, { items: output => output.Bots, next: byNextToken });
}

/** Where a bot's events go; null while nothing is set up, which the operation tells as NotFound. */
export function useEndpoint(accountId: string, botId: string): UseQueryResult<Endpoint | null, ApiFailure> {
  return useQuery<Endpoint | null, ApiFailure>({ queryKey: ['GetEventsConfiguration', accountId, botId], queryFn: () => readEndpoint(accountId, botId) });
}

async function readEndpoint(AccountId: string, BotId: string): Promise<Endpoint | null> {
  try {
    return (await perform('GetEventsConfiguration', { AccountId, BotId })).EventsConfiguration ?? null;
  } catch (error) {
    if (isFailure(error, 'NotFound')) return null;
    throw error;
  }
}
