import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { isFailure, type ApiFailure } from '@carillon/client/api.js';
import { getConsoleSession, type ConsoleIdentity } from '@carillon/wire/rest/console.js';
import { api } from '../operations.js';

export const SESSION_KEY = ['session'];

/** Who is signed in to the console; null for nobody. */
export function useSession(): UseQueryResult<ConsoleIdentity | null, ApiFailure> {
  return useQuery<ConsoleIdentity | null, ApiFailure>({ queryKey: SESSION_KEY, queryFn: async () => (await api.call(getConsoleSession, {})).identity, staleTime: 60_000 });
}

/** Takes in who one is now; everything that was read as somebody else is forgotten. */
export function useBecome(): (identity: ConsoleIdentity | null) => void {
  const queries = useQueryClient();
  return identity => {
    queries.clear();
    queries.setQueryData(SESSION_KEY, identity);
  };
}

export function isSignedOut(error: unknown): boolean { return isFailure(error, 'console-signed-out'); }
