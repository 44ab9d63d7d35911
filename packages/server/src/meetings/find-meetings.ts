import { notFound } from '@carillon/kernel/errors.js';
import type { ChannelId, MeetingId } from '@carillon/kernel/ids.js';
import type { Meeting, MeetingDoor } from '@carillon/wire/rest/meetings.js';
import type { Ctx } from '../ctx.js';
import { accessMemberId } from '../chat/access.js';
import type { Sql } from '../platform/database/database.js';
import { accessSelf } from '../users/access.js';
import { accessDebug } from './access.js';
import { presentMeeting, type MeetingRow } from './model.js';
import { readAttendees, readJoinableMeetings, readMeetingByNumber, readOpenMeetingOfHost, readOpenSeats, readOwnerOfNumber, readPresentNames, readRunningMeetings } from './store.js';

const NAMES_AT_DOOR = 3;

/** Meetings the caller could join now, the newest first; at most 50. */
export async function listMeetings(ctx: Ctx): Promise<Meeting[]> {
  return (await readJoinableMeetings(ctx.sql, accessSelf(ctx))).map(presentMeeting);
}

/** What stands at the door of a number. Names of those inside are for signed-in people. */
export async function getMeetingDoor(ctx: Ctx, number: string, address: string): Promise<MeetingDoor> {
  await spendDoorTry(ctx, address);
  const meeting = await readMeetingByNumber(ctx.sql, number);
  if (meeting) return doorOf(ctx, number, meeting);
  const owner = await readOwnerOfNumber(ctx.sql, number);
  if (!owner) throw notFound('meeting');
  const open = await readOpenMeetingOfHost(ctx.sql, owner.personId, 'personal');
  if (open) return doorOf(ctx, number, open);
  return { id: null, number, title: owner.displayName, hostName: owner.displayName, state: 'waiting', guestsAllowed: true, present: [], presentCount: 0 };
}

async function doorOf(ctx: Ctx, number: string, meeting: MeetingRow): Promise<MeetingDoor> {
  const present = ctx.actor.kind === 'person' ? await readPresentNames(ctx.sql, meeting.id, NAMES_AT_DOOR) : [];
  return {
    id: meeting.id,
    number,
    title: meeting.title,
    hostName: meeting.hostName,
    state: meeting.state,
    guestsAllowed: meeting.guestsAllowed,
    present,
    presentCount: meeting.presentCount,
  };
}

/**
 * Ten digits must not be guessable. Who is signed in spends of their own, not of the address they share with a whole
 * office.
 */
export function spendDoorTry(ctx: Ctx, address: string): Promise<void> {
  return ctx.limits.spend('meeting-door-ip', ctx.actor.kind === 'person' ? `person ${ctx.actor.personId}` : address);
}

/** Open meetings in which the caller has a seat: what their sockets listen to. */
export async function listOpenSeats(ctx: Ctx): Promise<MeetingId[]> {
  return readOpenSeats(ctx.sql, accessMemberId(ctx));
}

/** The meeting that runs in each of these channels; for whoever has a seat in them, which the caller has proved. */
export async function findRunningMeetings(sql: Sql, channelIds: readonly ChannelId[]): Promise<ReadonlyMap<ChannelId, MeetingId>> {
  return readRunningMeetings(sql, channelIds);
}

/** The machinery of one meeting, for the server's owner. */
export async function getMeetingDebug(ctx: Ctx, id: MeetingId): Promise<unknown> {
  const meeting = await accessDebug(ctx, id);
  return { meeting: presentMeeting(meeting), attendees: await readAttendees(ctx.sql, id), media: await ctx.hooks.readMediaDebug(id) };
}
