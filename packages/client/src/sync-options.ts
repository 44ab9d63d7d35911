import type { Chance } from '@carillon/kernel/chance.js';
import type { Clock } from '@carillon/kernel/clock.js';
import type { Me } from '@carillon/wire/rest/identity.js';
import type { Api } from './api.js';
import type { KeptState } from './kept-state.js';
import type { KeptTexts } from './outbox.js';

/** What a `SyncStore` is made with. */
export interface SyncOptions {
  api: Api;
  clock: Clock;
  chance: Chance;
  kept: KeptTexts;
  socketUrl: (after: number) => string;
  connect?: (url: string) => WebSocket;
  /** The signed-in person, or null for a guest of a meeting, who has no list of channels. */
  me: Me | null;
  guest?: { readonly id: string; readonly name: string };
  onSignedOut: () => void;
  /** What this device has from last time, when there is no network. */
  keptState?: KeptState | undefined;
}
