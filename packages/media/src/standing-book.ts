import type { Capabilities, MediaCommand, StandingOrders } from '@carillon/wire/media.js';

/** More meetings than a day sees; the oldest are forgotten first, and their tokens have expired. */
const MEETINGS_MAX = 50_000;
const ATTENDEES_MAX = 10_000;

interface Entry {
  ended: boolean;
  readonly removed: Set<string>;
  readonly capabilities: Map<string, Capabilities>;
}

/** What has been ordered about meetings, for a worker that starts anew. */
export class StandingBook {
  readonly #orders = new Map<string, Entry>();

  note(command: MediaCommand): void {
    switch (command.kind) {
      case 'orders':
        for (const orders of command.orders) {
          const entry = this.#entry(orders.meetingId);
          entry.ended ||= orders.ended;
          for (const attendeeId of orders.removedAttendeeIds) this.#remove(entry, attendeeId);
          for (const one of orders.capabilities ?? []) this.#limit(entry, one);
        }
        break;
      case 'end':
        this.#entry(command.meetingId).ended = true;
        break;
      case 'remove':
        this.#remove(this.#entry(command.meetingId), command.attendeeId);
        break;
      case 'capabilities':
        for (const one of command.capabilities) this.#limit(this.#entry(command.meetingId), one);
        break;
      case 'debug': case 'stop':
        break;
    }
  }

  /** All of it as one command; `number` is the last command's that is in it. */
  orders(number: number): MediaCommand {
    const orders: StandingOrders[] = Array.from(this.#orders, ([meetingId, { ended, removed, capabilities }]) => ({
      meetingId, ended, removedAttendeeIds: [...removed], ...(capabilities.size > 0 && { capabilities: [...capabilities.values()] }),
    }));
    return { kind: 'orders', number, orders };
  }

  #entry(meetingId: string): Entry {
    let entry = this.#orders.get(meetingId);
    if (entry === undefined) {
      entry = { ended: false, removed: new Set(), capabilities: new Map() };
      this.#orders.set(meetingId, entry);
      if (this.#orders.size > MEETINGS_MAX) {
        const [oldest] = this.#orders.keys();
        if (oldest !== undefined) this.#orders.delete(oldest);
      }
    }
    return entry;
  }

  #remove(entry: Entry, attendeeId: string): void {
    if (entry.removed.size < ATTENDEES_MAX) entry.removed.add(attendeeId);
  }

  #limit(entry: Entry, one: Capabilities): void {
    if (entry.capabilities.has(one.attendeeId) || entry.capabilities.size < ATTENDEES_MAX) entry.capabilities.set(one.attendeeId, one);
  }
}
