import { notFound } from '@carillon/kernel/errors.js';
import type { MeetingId } from '@carillon/kernel/ids.js';
import type { Meeting, MeetingDoor } from '@carillon/wire/rest/meetings.js';
import type { Ctx } from '../ctx.js';
import { accessSelf } from '../users/access.js';
import { accessDebug } from './access.js';
import { presentMeeting, type MeetingRow } from './model.js';
import { readAttendees, readJoinableMeetings, readMeetingByNumber, readOpenMeetingOfHost, readOwnerOfNumber } from './store.js';

const NAMES_AT_DOOR = 3;

export async function listMeetings(ctx: Ctx): Promise<Meeting[]> {
  return (await readJoinableMeetings(ctx.sql, accessSelf(ctx))).map(presentMeeting);
}

/** What stands at the door of a number. Names of those inside are for signed-in people. */
export async function getMeetingDoor(ctx: Ctx, number: string, address: string): Promise<MeetingDoor> {
  await ctx.limits.spend('meeting-door-ip', address);
  const meeting = await readMeetingByNumber(ctx.sql, number);
  if (meeting) return doorOf(ctx, number, meeting);
  const owner = await readOwnerOfNumber(ctx.sql, number);
  if (!owner) throw notFound('meeting');
  const open = await readOpenMeetingOfHost(ctx.sql, owner.personId, 'personal');
  if (open) return doorOf(ctx, number, open);
  return { id: null, number, title: owner.displayName, hostName: owner.displayName, state: 'waiting', guestsAllowed: true, present: [], presentCount: 0 };
}

async function doorOf(ctx: Ctx, number: string, meeting: MeetingRow): Promise<MeetingDoor> {
  const present = ctx.actor.kind === 'person' ? (await readAttendees(ctx.sql, meeting.id)).filter(attendee => attendee.state === 'present') : [];
  return {
    id: meeting.id,
    number,
    title: meeting.title,
    hostName: meeting.hostName,
    state: meeting.state,
    guestsAllowed: meeting.guestsAllowed,
    present: present.slice(0, NAMES_AT_DOOR).map(attendee => attendee.name),
    presentCount: meeting.presentCount,
  };
}

/** The machinery of one meeting, for the server's owner. */
export async function getMeetingDebug(ctx: Ctx, id: MeetingId): Promise<unknown> {
  const meeting = await accessDebug(ctx, id);
  return { meeting: presentMeeting(meeting), attendees: await readAttendees(ctx.sql, id), media: await ctx.hooks.readMediaDebug(id) };
}
