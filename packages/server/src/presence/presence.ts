import type { PersonId } from '@carillon/kernel/ids.js';
import type { PresenceState } from '@carillon/wire/socket/frames.js';

/** One device's claim that its person is here. Any object stands for the device. */
type Lease = object;

interface Here {
  /** Whether the device is idle. */
  leases: Map<Lease, boolean>;
  meetings: number;
  told: PresenceState;
}

/** Who is online, in memory. Listeners hear of changes of state alone. */
export class Presence {
  readonly #people = new Map<PersonId, Here>();
  readonly #changed: (personId: PersonId, state: PresenceState) => void;

  constructor(changed: (personId: PersonId, state: PresenceState) => void) {
    this.#changed = changed;
  }

  stateOf(personId: PersonId): PresenceState {
    return this.#people.get(personId)?.told ?? 'offline';
  }

  hold(personId: PersonId, lease: Lease, idle: boolean): void {
    this.#of(personId).leases.set(lease, idle);
    this.#settle(personId);
  }

  release(personId: PersonId, lease: Lease): void {
    this.#people.get(personId)?.leases.delete(lease);
    this.#settle(personId);
  }

  /** A meeting's media begins (+1) or ends (−1) for a person. */
  countMeeting(personId: PersonId, by: 1 | -1): void {
    const here = this.#of(personId);
    here.meetings = Math.max(0, here.meetings + by);
    this.#settle(personId);
  }

  get onlineCount(): number {
    let count = 0;
    for (const here of this.#people.values()) if (here.leases.size > 0) count += 1;
    return count;
  }

  #of(personId: PersonId): Here {
    let here = this.#people.get(personId);
    if (!here) this.#people.set(personId, (here = { leases: new Map(), meetings: 0, told: 'offline' }));
    return here;
  }

  #settle(personId: PersonId): void {
    const here = this.#people.get(personId);
    if (!here) return;
    const state = stateFrom(here);
    if (here.leases.size === 0 && here.meetings === 0) this.#people.delete(personId);
    if (state === here.told) return;
    here.told = state;
    this.#changed(personId, state);
  }
}

function stateFrom(here: Here): PresenceState {
  if (here.leases.size === 0) return 'offline';
  if (here.meetings > 0) return 'busy';
  return [...here.leases.values()].every(Boolean) ? 'idle' : 'available';
}
