import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { getSession, type Me, type Session } from '@carillon/wire/rest/identity.js';
import { api } from '../api.js';

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: (): Promise<Session> => api.call(getSession, {}), staleTime: Infinity });

/** Puts the answer of a sign-in in place of the old session, so that nothing has to be asked again. */
export function useSignedIn(): (me: Me) => void {
  const queries = useQueryClient();
  return me => {
    const old = queries.getQueryData(sessionQuery.queryKey);
    queries.clear();
    const session: Session = { kind: 'person', me, demo: old?.demo ?? false };
    queries.setQueryData<Session>(['session'], session);
  };
}
