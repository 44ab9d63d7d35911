import { keepState, parseKept, type KeptState } from '@carillon/client/kept-state.js';
import type { SyncStore } from '@carillon/client/store.js';

/** Where this device keeps what it knows for the time without a network: one entry of the browser's cache, of the person who is signed in, or none. */
const NAME = 'carillon-kept';
const ENTRY = '/kept-state';
const KEEP_DELAY_MS = 2_000;
const available = 'caches' in globalThis;
let stopped = false;

/** Keeps what the store knows while it changes, until the returned function is called. */
export function keepStore(store: SyncStore): () => void {
  if (!available) return () => undefined;
  stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kept: unknown[] = [];
  const write = (): void => {
    timer = undefined;
    const state = store.getState();
    // Presence and typing change all the time and are worth nothing later.
    if (state.channels === kept[0] && state.me === kept[1]) return;
    kept = [state.channels, state.me];
    const value = keepState(state);
    if (value !== null) void put(value).catch(() => undefined); // A full disk: the app works as before, with a network.
  };
  const unsubscribe = store.subscribe(() => { timer ??= setTimeout(write, KEEP_DELAY_MS); });
  return () => { unsubscribe(); clearTimeout(timer); };
}

async function put(value: KeptState): Promise<void> {
  const cache = await caches.open(NAME);
  await cache.put(ENTRY, new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } }));
  // Signed out meanwhile.
  if (stopped) await caches.delete(NAME);
}

/** What was kept last, or null. */
export async function readKept(): Promise<KeptState | null> {
  if (!available) return null;
  const entry = await (await caches.open(NAME)).match(ENTRY).catch(() => undefined);
  return entry === undefined ? null : parseKept(await entry.json().catch(() => null));
}

/** Nothing of a person stays after they signed out; what is being written just now neither. */
export async function forgetKept(): Promise<void> {
  stopped = true;
  await dropKept();
}

/** Drops what was kept of somebody else; what this person's store knows is kept from now on. */
export async function dropKept(): Promise<void> {
  if (available) await caches.delete(NAME).catch(() => false);
}
