import type { ChannelId, GuestId, MeetingId, PersonId } from '@carillon/kernel/ids.js';
import type { ServerPush } from '@carillon/wire/socket/frames.js';

/** Whom a push is for. Guests are addressed like people; a meeting's subject reaches those who stand in it. */
export type Subject = `channel.${ChannelId}` | `person.${PersonId}` | `guest.${GuestId}` | `meeting.${MeetingId}`;

export type Subscriber = (subject: Subject, push: ServerPush) => void;

/**
 * Fan-out inside one process. Delivery is immediate and in the order of publishing; who is not subscribed misses it,
 * because the sequence is the truth. (Across nodes the same calls go to NATS; that comes with the operations issue.)
 */
export class Bus {
  readonly #subscribers = new Set<Subscriber>();

  subscribe(subscriber: Subscriber): () => void {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }

  publish(subject: Subject, push: ServerPush): void {
    for (const subscriber of this.#subscribers) subscriber(subject, push);
  }
}
