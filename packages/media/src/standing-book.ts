import type { MediaCommand, StandingOrders } from '@carillon/wire/media.js';

/** More meetings than a day sees; the oldest are forgotten first, and their tokens have expired. */
const MEETINGS_MAX = 50_000;
const REMOVED_MAX = 10_000;

/** What has been ordered about meetings, for a worker that starts anew. */
export class StandingBook {
  readonly #orders = new Map<string, { ended: boolean; removed: Set<string> }>();

  note(command: MediaCommand): void {
    switch (command.kind) {
      case 'orders':
        for (const orders of command.orders) {
          const entry = this.#entry(orders.meetingId);
          entry.ended ||= orders.ended;
          for (const attendeeId of orders.removedAttendeeIds) this.#remove(entry, attendeeId);
        }
        break;
      case 'end':
        this.#entry(command.meetingId).ended = true;
        break;
      case 'remove':
        this.#remove(this.#entry(command.meetingId), command.attendeeId);
        break;
      case 'debug': case 'stop':
        break;
    }
  }

  /** All of it as one command; `number` is the last command's that is in it. */
  orders(number: number): MediaCommand {
    const orders: StandingOrders[] = Array.from(this.#orders, ([meetingId, { ended, removed }]) => ({ meetingId, ended, removedAttendeeIds: [...removed] }));
    return { kind: 'orders', number, orders };
  }

  #entry(meetingId: string): { ended: boolean; removed: Set<string> } {
    let entry = this.#orders.get(meetingId);
    if (entry === undefined) {
      entry = { ended: false, removed: new Set() };
      this.#orders.set(meetingId, entry);
      if (this.#orders.size > MEETINGS_MAX) {
        const [oldest] = this.#orders.keys();
        if (oldest !== undefined) this.#orders.delete(oldest);
      }
    }
    return entry;
  }

  #remove(entry: { removed: Set<string> }, attendeeId: string): void {
    if (entry.removed.size < REMOVED_MAX) entry.removed.add(attendeeId);
  }
}
