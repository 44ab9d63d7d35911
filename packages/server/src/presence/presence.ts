import type { PersonId } from '@carillon/kernel/ids.js';
import { MINUTE_MS } from '@carillon/kernel/clock.js';
import type { PresenceMode } from '@carillon/wire/rest/identity.js';
import type { PresenceState } from '@carillon/wire/socket/frames.js';

/** One device's claim that its person is here. Any object stands for the device. */
type Lease = object;

export interface Device {
  /** Nobody has touched it for ten minutes. */
  readonly idle: boolean;
  readonly mobile: boolean;
}

interface Here {
  leases: Map<Lease, Device>;
  meetings: number;
  mode: PresenceMode;
  told: PresenceState;
}

/** For so long it is known when somebody left. */
export const GONE_KNOWN_MS = 15 * MINUTE_MS;

/** Who is online, in memory. Listeners hear of changes of state alone. */
export class Presence {
  readonly #people = new Map<PersonId, Here>();
  /** When those left who left lately, the first first. */
  readonly #gone = new Map<PersonId, number>();
  readonly #startedMs: number;
  readonly #now: () => number;
  readonly #changed: (personId: PersonId, state: PresenceState) => void;

  /** `now` gives milliseconds since 1970. */
  constructor(changed: (personId: PersonId, state: PresenceState) => void, now: () => number) {
    this.#changed = changed;
    this.#now = now;
    this.#startedMs = now();
  }

  stateOf(personId: PersonId): PresenceState {
    return this.#people.get(personId)?.told ?? 'offline';
  }

  /** `mode` is given with a device's first claim, when it was just read. */
  hold(personId: PersonId, lease: Lease, device: Device, mode?: PresenceMode): void {
    const here = this.#of(personId);
    here.leases.set(lease, device);
    if (mode !== undefined) here.mode = mode;
    this.#settle(personId);
  }

  release(personId: PersonId, lease: Lease): void {
    const here = this.#people.get(personId);
    if (here?.leases.delete(lease) && here.leases.size === 0) this.#remember(personId);
    this.#settle(personId);
  }

  /** A person chose otherwise. Whoever is not here is read anew when they come. */
  setMode(personId: PersonId, mode: PresenceMode): void {
    const here = this.#people.get(personId);
    if (!here) return;
    here.mode = mode;
    this.#settle(personId);
  }

  /** A meeting's media begins (+1) or ends (−1) for a person. */
  countMeeting(personId: PersonId, by: 1 | -1): void {
    const here = this.#of(personId);
    here.meetings = Math.max(0, here.meetings + by);
    this.#settle(personId);
  }

  /** Whether no device of the person has been here for GONE_KNOWN_MS, private people included. After a start nobody is known to be away yet. */
  isAway(personId: PersonId): boolean {
    if ((this.#people.get(personId)?.leases.size ?? 0) > 0) return false;
    return this.#now() - (this.#gone.get(personId) ?? this.#startedMs) >= GONE_KNOWN_MS;
  }

  get onlineCount(): number {
    let count = 0;
    for (const here of this.#people.values()) if (here.leases.size > 0) count += 1;
    return count;
  }

  #remember(personId: PersonId): void {
    const now = this.#now();
    for (const [id, at] of this.#gone) {
      if (now - at < GONE_KNOWN_MS) break;
      this.#gone.delete(id);
    }
    this.#gone.delete(personId);
    this.#gone.set(personId, now);
  }

  #of(personId: PersonId): Here {
    let here = this.#people.get(personId);
    if (!here) this.#people.set(personId, (here = { leases: new Map(), meetings: 0, mode: 'automatic', told: 'offline' }));
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

/** What one chose goes before what one does; without a device nobody is here, whatever they chose. */
function stateFrom({ leases, meetings, mode }: Here): PresenceState {
  if (leases.size === 0 || mode === 'private') return 'offline';
  if (mode !== 'automatic') return mode;
  if (meetings > 0) return 'busy';
  const used = [...leases.values()].filter(device => !device.idle);
  if (used.length === 0) return 'idle';
  return used.every(device => device.mobile) ? 'mobile' : 'available';
}
