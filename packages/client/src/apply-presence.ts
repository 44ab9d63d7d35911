import type { ChannelId } from '@carillon/kernel/ids.js';
import type { ServerPush } from '@carillon/wire/socket/frames.js';
import type { SyncState } from './state.js';

/** Who is how now; a message that is not told again is what it was. */
export function applyPresence(state: SyncState, people: Extract<ServerPush, { t: 'presence' }>['people']): SyncState {
  const presence = { ...state.presence };
  let statuses = state.statuses;
  for (const person of people) {
    presence[person.id] = person.state;
    if (person.message !== undefined) statuses = { ...statuses, [person.id]: person.message };
  }
  return { ...state, presence, statuses };
}

/** Who still writes at this time. */
export function typingAfter(typing: SyncState['typing'], nowMs: number): SyncState['typing'] {
  const left: Record<ChannelId, Record<string, number>> = {};
  for (const [channelId, people] of Object.entries(typing)) {
    left[channelId as ChannelId] = Object.fromEntries(Object.entries(people).filter(([, until]) => until > nowMs));
  }
  return left;
}
