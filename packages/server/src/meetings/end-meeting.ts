import type { MeetingId } from '@carillon/kernel/ids.js';
import type { Meeting } from '@carillon/wire/rest/meetings.js';
import { closeMeetingChat, leaveMeetingChat } from '../chat/meeting-chat.js';
import type { Ctx } from '../ctx.js';
import { accessMeetingAsHost, accessSeat } from './access.js';
import { announceAttendee, announceMeeting } from './announce-meeting.js';
import { EMPTY_ENDS_MS, presentMeeting, SEAT_KEPT_MS, UNUSED_ENDS_MS } from './model.js';
import {
  endMeetingRow, insertMeetingEvent, isAbandoned, lockMeeting, readAbandonedMeetings, readStaleSeats, updateAttendeeState, updateMeetingState, type Abandoned,
} from './store.js';

/** For everybody, at once: the media node closes every connection and refuses old tokens. */
export async function endMeeting(ctx: Ctx, id: MeetingId): Promise<void> {
  await accessMeetingAsHost(ctx, id);
  await finishMeeting(ctx, id, 'ended by the host');
}

/** With `abandoned` only when that is still so under the lock: somebody may have come since it was seen. */
async function finishMeeting(ctx: Ctx, id: MeetingId, why: string, abandoned?: Abandoned): Promise<void> {
  const ended = await ctx.tx(async tx => {
    const meeting = await lockMeeting(tx.sql, id);
    if (!meeting || (abandoned && !(await isAbandoned(tx.sql, id, abandoned)))) return false;
    if (!(await endMeetingRow(tx.sql, id, ctx.now()))) return false;
    await insertMeetingEvent(tx.sql, id, 'ended', { why }, ctx.now());
    await closeMeetingChat(tx, meeting.chatChannelId);
    await announceMeeting(tx, id);
    return true;
  });
  if (ended) ctx.hooks.orderMedia({ kind: 'end', meetingId: id });
}

/**
 * Gives the seat up, and the place in the chat; the media node tells the same when the client's socket says goodbye,
 * and either may be first.
 */
export async function leaveMeeting(ctx: Ctx, id: MeetingId): Promise<void> {
  const { seat, meeting: { chatChannelId } } = await accessSeat(ctx, id);
  const memberId = seat.personId ?? seat.guestId;
  await ctx.tx(async tx => {
    await lockMeeting(tx.sql, id);
    if (memberId) await leaveMeetingChat(tx, chatChannelId, memberId);
    const left = await updateAttendeeState(tx.sql, seat.id, 'left', ctx.now());
    if (!left) return;
    announceAttendee(tx, left);
    const meeting = await announceMeeting(tx, id);
    if (meeting?.presentCount === 0) await updateMeetingState(tx.sql, id, { emptySince: ctx.now() });
  });
  if (memberId) ctx.hooks.endListening(memberId, { id, chatChannelId });
}

/** The host decides whether people without an account may come. */
export async function updateMeeting(ctx: Ctx, id: MeetingId, guestsAllowed: boolean): Promise<Meeting> {
  await accessMeetingAsHost(ctx, id);
  return ctx.tx(async tx => {
    await updateMeetingState(tx.sql, id, { guestsAllowed });
    return presentMeeting((await announceMeeting(tx, id))!);
  });
}

/** A job: frees seats whose media never came, ends meetings that nobody is in. */
export async function sweepMeetings(ctx: Ctx): Promise<void> {
  const nowMs = ctx.clock.now();
  for (const seat of await readStaleSeats(ctx.sql, new Date(nowMs - SEAT_KEPT_MS))) {
    await ctx.tx(async tx => {
      // Their media may have come since.
      const left = await updateAttendeeState(tx.sql, seat.id, 'left', ctx.now(), 'admitted');
      if (left) announceAttendee(tx, left);
    });
  }
  const abandoned = { before: new Date(nowMs - EMPTY_ENDS_MS), unusedBefore: new Date(nowMs - UNUSED_ENDS_MS) };
  for (const id of await readAbandonedMeetings(ctx.sql, abandoned)) await finishMeeting(ctx, id, 'nobody was in', abandoned);
}
