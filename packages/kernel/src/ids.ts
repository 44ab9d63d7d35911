import type { Chance } from './chance.js';
import type { Clock } from './clock.js';

/**
 * Ids are plain lower-case UUIDs (version 7, RFC 9562 5.7) in SQL, on the wire and in URLs. In TypeScript each kind
 * is a type of its own, so that two of them cannot be swapped.
 */
declare const brand: unique symbol;
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type AccountId = Id<'Account'>;
export type PersonId = Id<'Person'>;
export type SessionId = Id<'Session'>;
export type ChannelId = Id<'Channel'>;
export type MessageId = Id<'Message'>;
export type AttachmentId = Id<'Attachment'>;
export type MeetingId = Id<'Meeting'>;
export type AttendeeId = Id<'Attendee'>;
export type GuestId = Id<'Guest'>;
export type JobId = Id<'Job'>;
export type WebhookId = Id<'Webhook'>;
export type BotId = Id<'Bot'>;
/** What posts and is no person. */
export type ProgramId = WebhookId | BotId;

export interface Ids {
  /** A new id. Ids made later by the same source sort after earlier ones, also within one millisecond. */
  next<Kind extends string>(): Id<Kind>;
}

/** A source of ids by this clock and chance. A clock that runs back does not make an id sort before an earlier one. */
export function createIds(clock: Clock, chance: Chance): Ids {
  let lastMs = 0;
  let counter = 0;
  return {
    next<Kind extends string>(): Id<Kind> {
      const now = Math.max(clock.now(), lastMs);
      // RFC 9562 6.2, method 1: the 12 bits after the time count within a millisecond.
      counter = now === lastMs ? counter + 1 : 0;
      lastMs = counter > 0xfff ? now + 1 : now;
      if (counter > 0xfff) counter = 0;
      return formatUuid7(lastMs, counter, chance.bytes(8)) as Id<Kind>;
    },
  };
}

function formatUuid7(ms: number, counter: number, random: Uint8Array): string {
  const time = ms.toString(16).padStart(12, '0');
  const tail = Array.from(random, (byte, i) => (i === 0 ? (byte & 0x3f) | 0x80 : byte))
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('');
  const sequence = (0x7000 | counter).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-${sequence}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

/** When an id of ours was made, in milliseconds since 1970 (RFC 9562, 5.7). */
export function timeOfId(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text has an id’s form; says nothing about what it stands for. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/** An id as somebody outside wrote it, in any case; undefined for another form. Whether there is such a thing is asked next. */
export function parseId<T extends string>(text: string): T | undefined {
  const id = text.toLowerCase();
  return isId(id) ? (id as T) : undefined;
}
