import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { SyncStore } from '@carillon/client/store.js';
import type { SyncState } from '@carillon/client/state.js';
import { systemChance } from '@carillon/kernel/chance.js';
import type { PersonId } from '@carillon/kernel/ids.js';
import { ASSISTANT_ID } from '@carillon/wire/assistant.js';
import type { Me } from '@carillon/wire/rest/identity.js';
import type { Presence } from '@carillon/ui/presence-mark.js';
import { openDrafts } from '../chat/draft.js';
import { api, socketUrl } from '../api.js';
import { clock } from '../clock.js';
import { keepStore } from '../offline/kept-store.js';
import { openedFrom } from './session-query.js';

const SyncContext = createContext<SyncStore | null>(null);

interface Props {
  me: Me | null;
  guest?: { id: string; name: string } | undefined;
  onSignedOut: () => void;
  children: ReactNode;
  /** Stands until the store is made, which is one frame. */
  waiting?: ReactNode;
}

/** One store for as long as one person (or guest) is signed in. */
export function SyncProvider({ me, guest, onSignedOut, children, waiting }: Props): ReactNode {
  const [store, setStore] = useState<SyncStore | null>(null);
  const owner = me?.id ?? guest?.id;
  useEffect(() => {
    openDrafts(owner ?? 'nobody', localStorage);
    const made = new SyncStore({
      api, clock, chance: systemChance, kept: localStorage, socketUrl, me, onSignedOut, keptState: me === null ? undefined : openedFrom(), ...(guest === undefined ? {} : { guest }),
    });
    // A store has sockets and timers: it is made when the page stands, not while React considers it.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setStore(made);
    const release = me === null ? undefined : keepStore(made);
    return () => { release?.(); made.close(); };
    // A changed profile reaches the store by itself; only another person needs another store.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [owner]);
  if (store === null) return waiting ?? null;
  return <SyncContext.Provider value={store}>{children}</SyncContext.Provider>;
}

export function useStore(): SyncStore {
  const store = useContext(SyncContext);
  if (store === null) throw new Error('There is no session here.');
  return store;
}

/** A part of what is known. `select` must give the same object for the same state. */
export function useSync<Part>(select: (state: SyncState) => Part): Part {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

export function useMe(): Me {
  const me = useSync(state => state.me);
  if (me === null) throw new Error('A guest has no profile.');
  return me;
}

/** Asks for the presence of these people while they are shown. Pass a list of at most a screenful. */
export function useWatch(people: readonly PersonId[]): void {
  const store = useStore();
  const key = people.join();
  useEffect(() => (key === '' ? undefined : store.presenceWatch.watch(key.split(',') as PersonId[])), [store, key]);
}

/** Undefined for the Assistant, which is neither here nor away. */
export function usePresence(id: PersonId | undefined): Presence | undefined {
  return useSync(state => (id === ASSISTANT_ID ? undefined : (id === undefined ? undefined : state.presence[id]) ?? 'offline'));
}
