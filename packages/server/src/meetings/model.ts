import { DAY_MS, MINUTE_MS } from '@carillon/kernel/clock.js';
import type { AccountId, AttendeeId, ChannelId, GuestId, MeetingId, PersonId } from '@carillon/kernel/ids.js';
import type { Licence } from '@carillon/wire/rest/identity.js';
import type { Attendee, Meeting } from '@carillon/wire/rest/meetings.js';
import type { Static } from 'typebox';

export const PRO_CAPACITY = 250;
export const BASIC_CAPACITY = 2;
/** Guests who may wait at one door. */
export const WAITING_MAX = 250;
export const EMPTY_ENDS_MS = 5 * MINUTE_MS;
export const UNUSED_ENDS_MS = DAY_MS;
/** A seat given to somebody whose media does not come. */
export const SEAT_KEPT_MS = 2 * MINUTE_MS;
export const TOKEN_LIFE_MS = DAY_MS;

export interface MeetingRow {
  id: MeetingId;
  number: string;
  kind: 'instant' | 'personal';
  title: string;
  hostId: PersonId;
  hostName: string;
  hostAccountId: AccountId | null;
  fromChannelId: ChannelId | null;
  chatChannelId: ChannelId;
  state: 'waiting' | 'running' | 'ended';
  guestsAllowed: boolean;
  capacity: number;
  startedAt: Date | null;
  endedAt: Date | null;
  presentCount: number;
}

export interface AttendeeRow {
  id: AttendeeId;
  meetingId: MeetingId;
  personId: PersonId | null;
  guestId: GuestId | null;
  name: string;
  pictureVersion: number | null;
  isHost: boolean;
  state: 'waiting' | 'admitted' | 'present' | 'left' | 'removed';
  sharing: boolean;
}

/** Basic people may hold meetings of two (product-facts, section 1). */
export function capacityOf(licence: Static<typeof Licence>): number {
  return licence === 'Basic' ? BASIC_CAPACITY : PRO_CAPACITY;
}

/** The wire form of a meeting. */
export function presentMeeting(row: MeetingRow): Meeting {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    host: { id: row.hostId, displayName: row.hostName },
    fromChannelId: row.fromChannelId,
    chatChannelId: row.chatChannelId,
    state: row.state,
    guestsAllowed: row.guestsAllowed,
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    attendeeCount: row.presentCount,
  };
}

/** The wire form of a seat: no address, no guest’s id. */
export function presentAttendee(row: AttendeeRow): Attendee {
  return { id: row.id, personId: row.personId, name: row.name, pictureVersion: row.pictureVersion, isHost: row.isHost, state: row.state, sharing: row.sharing };
}
