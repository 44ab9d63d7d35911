import type { ChannelId } from '@carillon/kernel/ids.js';
import type { Channel, Message } from '@carillon/wire/rest/chat.js';
import type { Me } from '@carillon/wire/rest/identity.js';
import { selfOf, viewOf, type ChannelView, type SyncState } from './state.js';

/** What a device keeps for the time without a network: the list, and the last messages of what was opened last. */
export interface KeptState {
  readonly version: 1;
  readonly me: Me;
  readonly channels: readonly { readonly channel: Channel; readonly messages: readonly Message[] }[];
}

export const KEPT_CHANNELS_MAX = 200;
export const KEPT_MESSAGES_MAX = 30;

/** The newest channels with the newest messages of each; null while there is nothing to keep. A meeting's chat is for those who are in. */
export function keepState(state: SyncState): KeptState | null {
  if (state.me === null || !state.ready) return null;
  const views = Object.values<ChannelView>(state.channels)
    .filter(({ channel }) => channel.kind !== 'meeting')
    .toSorted((a, b) => timeOf(b.channel).localeCompare(timeOf(a.channel)))
    .slice(0, KEPT_CHANNELS_MAX);
  return { version: 1, me: state.me, channels: views.map(({ channel, messages, hasNewer }) => ({ channel, messages: hasNewer ? [] : messages.slice(-KEPT_MESSAGES_MAX) })) };
}

function timeOf(channel: Channel): string { return channel.lastMessage?.createdAt ?? channel.createdAt; }

/** The state of a device that was just opened without a network. Everything is compared by number once there is one. */
export function restoreState(empty: SyncState, kept: KeptState): SyncState {
  const channels: Record<ChannelId, ChannelView> = {};
  for (const { channel, messages } of kept.channels) channels[channel.id] = { ...viewOf(channel), messages, opened: messages.length > 0, hasOlder: true };
  return { ...empty, me: kept.me, self: selfOf(kept.me), ready: true, channels };
}

/** What was kept, as far as it is of this form; null otherwise. */
export function parseKept(value: unknown): KeptState | null {
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== 1 || !('me' in value) || !('channels' in value) || !Array.isArray(value.channels)) return null;
  // Written by keepState of this very app; another form has another version.
  return value as KeptState;
}
