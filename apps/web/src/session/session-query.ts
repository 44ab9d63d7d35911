import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { isFailure, UNREACHABLE } from '@carillon/client/api.js';
import type { KeptState } from '@carillon/client/kept-state.js';
import { getSession, type Me, type Session } from '@carillon/wire/rest/identity.js';
import { api } from '../api.js';
import { dropKept, forgetKept, readKept } from '../offline/kept-store.js';

/** Opened without a network: what this device has from last time. The store asks for the rest once the network is back. */
let opened: KeptState | undefined;
export function openedFrom(): KeptState | undefined { return opened; }

/** Who is signed in; without a network whoever was last, if this device still keeps something of them. */
async function findSession(): Promise<Session> {
  try {
    const session = await api.call(getSession, {});
    const kept = session.kind === 'person' ? await readKept() : null;
    if (session.kind === 'none') await forgetKept();
    else if (kept !== null && session.kind === 'person' && kept.me.id !== session.me.id) await dropKept();
    opened = undefined;
    return session;
  } catch (error) {
    const kept = isFailure(error, UNREACHABLE) ? await readKept() : null;
    if (kept === null) throw error;
    opened = kept;
    return { kind: 'person', me: kept.me, demo: false };
  }
}

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: findSession, staleTime: Infinity, networkMode: 'always' });

/** Puts the answer of a sign-in in place of the old session, so that nothing has to be asked again. */
export function useSignedIn(): (me: Me) => void {
  const queries = useQueryClient();
  return me => {
    const old = queries.getQueryData(sessionQuery.queryKey);
    queries.clear();
    // What another person left on this device is not for this one.
    opened = undefined;
    void readKept().then(kept => (kept !== null && kept.me.id !== me.id ? dropKept() : undefined));
    const session: Session = { kind: 'person', me, demo: old?.demo ?? false };
    queries.setQueryData<Session>(['session'], session);
  };
}
