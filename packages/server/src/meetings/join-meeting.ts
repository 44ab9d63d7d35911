import { ApiError, forbidden, notFound } from '@carillon/kernel/errors.js';
import type { AttendeeId, GuestId } from '@carillon/kernel/ids.js';
import type { JoinReply, MediaSession } from '@carillon/wire/rest/meetings.js';
import { insertMembers } from '../chat/store.js';
import type { Ctx, Tx } from '../ctx.js';
import type { Caller } from '../door.js';
import { openSession } from '../identity/sessions.js';
import { getMe } from '../users/update-me.js';
import { announceAttendee, announceSeat } from './announce-meeting.js';
import { externalUserId, signJoinToken } from './join-token.js';
import { BASIC_CAPACITY, presentAttendee, presentMeeting, type AttendeeRow, type MeetingRow } from './model.js';
import { openPersonalMeeting } from './start-meeting.js';
import { countSeats, insertAttendee, insertMeetingEvent, isHostSidePresent, lockMeeting, readAttendees, readMeetingByNumber, readOwnerOfNumber, readSeat, updateAttendeeState } from './store.js';

/** Takes a seat, or waits at the door. Joining again (a reload, another device) keeps the seat. */
export async function joinMeeting(ctx: Ctx, number: string, guestName: string | undefined, caller: Caller): Promise<JoinReply> {
  await ctx.limits.spend('meeting-door-ip', caller.address);
  const meeting = await resolveMeeting(ctx, number);
  const seat = ctx.actor.kind === 'person' ? await seatPerson(ctx, meeting) : await seatGuest(ctx, meeting, guestName, caller);
  const attendees = await readAttendees(ctx.sql, meeting.id);
  const waiting = seat.state === 'waiting';
  return {
    meeting: presentMeeting(meeting),
    me: presentAttendee(seat),
    // Who waits at the door is not told who is inside.
    attendees: waiting ? [] : attendees.map(presentAttendee),
    media: waiting ? null : mediaSession(ctx, meeting, seat),
  };
}

/** By the meeting's number, or by a person's own, whose meeting a signed-in person may start. */
async function resolveMeeting(ctx: Ctx, number: string): Promise<MeetingRow> {
  const meeting = await readMeetingByNumber(ctx.sql, number);
  if (meeting?.endedAt) throw forbidden('This meeting is over.', 'meeting-ended');
  if (meeting) return meeting;
  const owner = await readOwnerOfNumber(ctx.sql, number);
  if (!owner) throw notFound('meeting');
  return openPersonalMeeting(ctx, owner.personId, owner.displayName);
}

async function seatPerson(ctx: Ctx, meeting: MeetingRow): Promise<AttendeeRow> {
  const me = await getMe(ctx);
  return ctx.tx(async tx => {
    await lockMeeting(tx.sql, meeting.id);
    const seat = await readSeat(tx.sql, meeting.id, { personId: me.id });
    if (seat?.state === 'removed') throw forbidden('The host removed you from this meeting.', 'removed');
    await checkCapacity(tx, meeting, seat?.id);
    const id = seat?.id ?? ctx.ids.next<'Attendee'>();
    if (!seat) await insertAttendee(tx.sql, { id, meetingId: meeting.id, personId: me.id, guestId: null, name: me.displayName, isHost: me.id === meeting.hostId, state: 'admitted', at: ctx.now() });
    else if (seat.state !== 'present') await updateAttendeeState(tx.sql, id, 'admitted', ctx.now());
    return admit(ctx, tx, meeting, id);
  });
}

async function seatGuest(ctx: Ctx, meeting: MeetingRow, guestName: string | undefined, caller: Caller): Promise<AttendeeRow> {
  if (!meeting.guestsAllowed) throw forbidden('This meeting is for signed-in people only. Sign in to join.', 'guests-not-allowed');
  const returning = ctx.actor.kind === 'guest' && ctx.actor.meetingId === meeting.id ? ctx.actor.guestId : undefined;
  return ctx.tx(async tx => {
    await lockMeeting(tx.sql, meeting.id);
    const seat = returning && (await readSeat(tx.sql, meeting.id, { guestId: returning }));
    if (seat && seat.state === 'removed') throw forbidden('The host removed you from this meeting.', 'removed');
    const holder = seat ?? (await createGuest(ctx, tx, meeting, guestName, caller));
    if (!(await isHostSidePresent(tx.sql, meeting))) return holder.state === 'waiting' ? holder : ((await updateAttendeeState(tx.sql, holder.id, 'waiting', ctx.now())) ?? holder);
    await checkCapacity(tx, meeting, holder.id);
    if (holder.state !== 'present') await updateAttendeeState(tx.sql, holder.id, 'admitted', ctx.now());
    return admit(ctx, tx, meeting, holder.id);
  });
}

async function createGuest(ctx: Ctx, tx: Tx, meeting: MeetingRow, guestName: string | undefined, caller: Caller): Promise<AttendeeRow> {
  const name = guestName?.trim();
  if (!name) throw new ApiError('BadRequest', 'Type the name the others will see.', { reason: 'name-missing' });
  const guestId: GuestId = ctx.ids.next<'Guest'>();
  const id: AttendeeId = ctx.ids.next<'Attendee'>();
  await insertAttendee(tx.sql, { id, meetingId: meeting.id, personId: null, guestId, name, isHost: false, state: 'waiting', at: ctx.now() });
  const session = await openSession(ctx, tx.sql, { guestId }, caller.userAgent);
  caller.setSession(session.secret, session.expiresAt);
  return (await readSeat(tx.sql, meeting.id, { guestId }))!;
}

async function checkCapacity(tx: Tx, meeting: MeetingRow, except: AttendeeId | undefined): Promise<void> {
  if ((await countSeats(tx.sql, meeting.id, except)) < meeting.capacity) return;
  if (meeting.capacity === BASIC_CAPACITY) throw new ApiError('ResourceLimitExceeded', 'The host’s Basic licence holds meetings of two people, and two are in.', { reason: 'meeting-full-basic' });
  throw new ApiError('ResourceLimitExceeded', `This meeting is full: ${meeting.capacity} people are in.`, { reason: 'meeting-full' });
}

/** Gives the seat its place in the meeting's chat and tells the others. */
export async function admit(ctx: Ctx, tx: Tx, meeting: MeetingRow, id: AttendeeId): Promise<AttendeeRow> {
  const seat = (await readAttendees(tx.sql, meeting.id)).find(one => one.id === id);
  if (!seat) throw notFound('meeting');
  const memberId = seat.personId ?? seat.guestId;
  if (memberId) await insertMembers(tx.sql, meeting.chatChannelId, [{ id: memberId, kind: seat.personId ? 'person' : 'guest', role: 'Member' }], ctx.now());
  await insertMeetingEvent(tx.sql, meeting.id, 'admitted', { attendeeId: id }, ctx.now());
  announceSeat(tx, meeting, seat, 'admitted');
  announceAttendee(tx, seat);
  return seat;
}

/** What `MeetingSessionConfiguration` of the Chime SDK takes. */
function mediaSession(ctx: Ctx, meeting: MeetingRow, seat: AttendeeRow): MediaSession {
  const signalling = `${ctx.origin.replace(/^http/, 'ws')}/media/${workerOf(meeting.id, ctx.config.mediaWorkerCount)}/${meeting.id}`;
  return {
    Meeting: {
      MeetingId: meeting.id,
      ExternalMeetingId: meeting.number,
      MediaRegion: 'us-east-1',
      MediaPlacement: { AudioHostUrl: 'carillon', SignalingUrl: signalling, TurnControlUrl: '' },
    },
    Attendee: { AttendeeId: seat.id, ExternalUserId: externalUserId(seat), JoinToken: signJoinToken(ctx, seat) },
  };
}

/** A meeting begins on one worker, by its id's random digits; all its people are sent there. */
export function workerOf(meetingId: string, workerCount: number): number {
  return parseInt(meetingId.slice(-6), 16) % workerCount;
}
