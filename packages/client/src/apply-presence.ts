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
