import { ApiError, forbidden, notFound } from '@carillon/kernel/errors.js';
import type { AttendeeId, GuestId } from '@carillon/kernel/ids.js';
import type { JoinReply, MediaSession } from '@carillon/wire/rest/meetings.js';
import { seatInMeetingChat } from '../chat/meeting-chat.js';
import type { Ctx, Tx } from '../ctx.js';
import type { Caller } from '../door.js';
import { openSession, type NewSession } from '../identity/sessions.js';
import { getMe } from '../users/update-me.js';
import { announceAttendee, announceSeat } from './announce-meeting.js';
import { externalUserId, signJoinToken } from './join-token.js';
import { mediaPlacement } from './media-placement.js';
import { BASIC_CAPACITY, presentAttendee, presentMeeting, WAITING_MAX, type AttendeeRow, type MeetingRow } from './model.js';
import { spendDoorTry } from './find-meetings.js';
import { openPersonalMeeting } from './start-meeting.js';
import {
  countSeats, countWaiting, insertAttendee, insertMeetingEvent, isHostSidePresent, lockMeeting, readAttendee, readAttendees, readMeetingByNumber, readOwnerOfNumber, readSeat, updateAttendeeState,
} from './store.js';

/** Takes a seat, or waits at the door. Joining again (a reload, another device) keeps the seat. */
export async function joinMeeting(ctx: Ctx, number: string, guestName: string | undefined, caller: Caller): Promise<JoinReply> {
  await spendDoorTry(ctx, caller.address);
  const meeting = await resolveMeeting(ctx, number);
  const seat = ctx.actor.kind === 'person' ? await seatPerson(ctx, meeting) : await seatGuest(ctx, meeting, guestName, caller);
  const waiting = seat.state === 'waiting';
  const attendees = waiting ? [] : await readAttendees(ctx.sql, meeting.id);
  return {
    meeting: presentMeeting(meeting),
    me: presentAttendee(seat),
    // Who waits at the door is not told who is inside.
    attendees: attendees.map(presentAttendee),
    media: waiting ? null : mediaSession(ctx, meeting, seat),
  };
}

/** By the meeting's number, or by a person's own, whose meeting a signed-in person may start. */
async function resolveMeeting(ctx: Ctx, number: string): Promise<MeetingRow> {
  const meeting = await readMeetingByNumber(ctx.sql, number);
  if (meeting?.endedAt) throw meetingEnded();
  if (meeting) return meeting;
  const owner = await readOwnerOfNumber(ctx.sql, number);
  if (!owner) throw notFound('meeting');
  return openPersonalMeeting(ctx, owner.personId, owner.displayName);
}

function meetingEnded() {
  return forbidden('This meeting is over.', 'meeting-ended');
}

/**
 * Under its lock a meeting is looked at again: it may have ended, or closed its door to guests, since its number was
 * looked up.
 */
async function lockOpenMeeting(tx: Tx, found: MeetingRow): Promise<MeetingRow> {
  const meeting = await lockMeeting(tx.sql, found.id);
  if (!meeting || meeting.endedAt) throw meetingEnded();
  return meeting;
}

async function seatPerson(ctx: Ctx, found: MeetingRow): Promise<AttendeeRow> {
  const me = await getMe(ctx);
  return ctx.tx(async tx => {
    const meeting = await lockOpenMeeting(tx, found);
    const seat = await readSeat(tx.sql, meeting.id, { personId: me.id });
    if (seat?.state === 'removed') throw forbidden('The host removed you from this meeting.', 'removed');
    await checkCapacity(tx, meeting, seat?.id);
    const id = seat?.id ?? ctx.ids.next<'Attendee'>();
    if (!seat) await insertAttendee(tx.sql, { id, meetingId: meeting.id, personId: me.id, guestId: null, name: me.displayName, isHost: me.id === meeting.hostId, state: 'admitted', at: ctx.now() });
    else if (seat.state !== 'present') await updateAttendeeState(tx.sql, id, 'admitted', ctx.now());
    return admit(ctx, tx, meeting, id);
  });
}

async function seatGuest(ctx: Ctx, found: MeetingRow, guestName: string | undefined, caller: Caller): Promise<AttendeeRow> {
  const returning = ctx.actor.kind === 'guest' && ctx.actor.meetingId === found.id ? ctx.actor.guestId : undefined;
  let session: NewSession | undefined;
  const seated = await ctx.tx(async tx => {
    const meeting = await lockOpenMeeting(tx, found);
    if (!meeting.guestsAllowed) throw forbidden('This meeting is for signed-in people only. Sign in to join.', 'guests-not-allowed');
    const seat = returning && (await readSeat(tx.sql, meeting.id, { guestId: returning }));
    if (seat && seat.state === 'removed') throw forbidden('The host removed you from this meeting.', 'removed');
    let holder = seat;
    if (!holder) ({ holder, session } = await createGuest(ctx, tx, meeting, guestName, caller));
    if (!(await isHostSidePresent(tx.sql, meeting))) return holder.state === 'waiting' ? holder : ((await updateAttendeeState(tx.sql, holder.id, 'waiting', ctx.now())) ?? holder);
    await checkCapacity(tx, meeting, holder.id);
    if (holder.state !== 'present') await updateAttendeeState(tx.sql, holder.id, 'admitted', ctx.now());
    return admit(ctx, tx, meeting, holder.id);
  });
  // Only now is the session there: a refusal must not replace the cookie one has.
  if (session) caller.setSession(session.secret, session.expiresAt);
  return seated;
}

async function createGuest(ctx: Ctx, tx: Tx, meeting: MeetingRow, guestName: string | undefined, caller: Caller): Promise<{ holder: AttendeeRow; session: NewSession }> {
  const name = guestName?.trim();
  if (!name) throw new ApiError('BadRequest', 'Type the name the others will see.', { reason: 'name-missing' });
  if ((await countWaiting(tx.sql, meeting.id)) >= WAITING_MAX) throw new ApiError('ResourceLimitExceeded', 'Too many people wait at this meeting’s door. Try again when the host is in.', { reason: 'door-full' });
  const guestId: GuestId = ctx.ids.next<'Guest'>();
  const id: AttendeeId = ctx.ids.next<'Attendee'>();
  await insertAttendee(tx.sql, { id, meetingId: meeting.id, personId: null, guestId, name, isHost: false, state: 'waiting', at: ctx.now() });
  const session = await openSession(ctx, tx.sql, { guestId }, caller.userAgent);
  return { holder: (await readAttendee(tx.sql, id))!, session };
}

async function checkCapacity(tx: Tx, meeting: MeetingRow, except: AttendeeId | undefined): Promise<void> {
  if ((await countSeats(tx.sql, meeting.id, except)) < meeting.capacity) return;
  if (meeting.capacity === BASIC_CAPACITY) throw new ApiError('ResourceLimitExceeded', 'The host’s Basic licence holds meetings of two people, and two are in.', { reason: 'meeting-full-basic' });
  throw new ApiError('ResourceLimitExceeded', `This meeting is full: ${meeting.capacity} people are in.`, { reason: 'meeting-full' });
}

/** Gives the seat its place in the meeting's chat and tells the others. */
export async function admit(ctx: Ctx, tx: Tx, meeting: MeetingRow, id: AttendeeId): Promise<AttendeeRow> {
  const seat = await readAttendee(tx.sql, id);
  if (!seat) throw notFound('meeting');
  await seatInChat(ctx, tx, meeting, seat);
  await insertMeetingEvent(tx.sql, meeting.id, 'admitted', { attendeeId: id }, ctx.now());
  announceSeat(tx, meeting, seat, 'admitted');
  announceAttendee(tx, seat);
  return seat;
}

/** The chat's place goes with the meeting's: whoever comes back gets it again. */
export async function seatInChat(ctx: Ctx, tx: Tx, meeting: MeetingRow, seat: AttendeeRow): Promise<void> {
  if (seat.personId) await seatInMeetingChat(ctx, tx, meeting.chatChannelId, { personId: seat.personId });
  else if (seat.guestId) await seatInMeetingChat(ctx, tx, meeting.chatChannelId, { guestId: seat.guestId });
}

/** What `MeetingSessionConfiguration` of the Chime SDK takes. */
function mediaSession(ctx: Ctx, meeting: MeetingRow, seat: AttendeeRow): MediaSession {
  const user = externalUserId(seat);
  return {
    Meeting: {
      MeetingId: meeting.id,
      ExternalMeetingId: meeting.number,
      MediaRegion: 'us-east-1',
      MediaPlacement: mediaPlacement(ctx, meeting.id),
    },
    Attendee: { AttendeeId: seat.id, ExternalUserId: user, JoinToken: signJoinToken(ctx, { meetingId: meeting.id, attendeeId: seat.id, externalUserId: user }) },
  };
}
