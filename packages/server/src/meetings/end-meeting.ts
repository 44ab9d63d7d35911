import type { MeetingId } from '@carillon/kernel/ids.js';
import type { Meeting } from '@carillon/wire/rest/meetings.js';
import type { Ctx } from '../ctx.js';
import { accessMeetingAsHost, accessSeat } from './access.js';
import { announceAttendee, announceMeeting } from './announce-meeting.js';
import { EMPTY_ENDS_MS, presentMeeting, SEAT_KEPT_MS, UNUSED_ENDS_MS } from './model.js';
import { endMeetingRow, insertMeetingEvent, readAbandonedMeetings, readStaleSeats, updateAttendeeState, updateMeetingState } from './store.js';

/** For everybody, at once: the media node closes every connection and refuses old tokens. */
export async function endMeeting(ctx: Ctx, id: MeetingId): Promise<void> {
  await accessMeetingAsHost(ctx, id);
  await finishMeeting(ctx, id, 'ended by the host');
}

async function finishMeeting(ctx: Ctx, id: MeetingId, why: string): Promise<void> {
  const ended = await ctx.tx(async tx => {
    if (!(await endMeetingRow(tx.sql, id, ctx.now()))) return false;
    await insertMeetingEvent(tx.sql, id, 'ended', { why }, ctx.now());
    await announceMeeting(tx, id);
    return true;
  });
  if (ended) ctx.hooks.orderMedia({ kind: 'end', meetingId: id });
}

/** Gives the seat up; the media node tells the same when the client's socket says goodbye, and either may be first. */
export async function leaveMeeting(ctx: Ctx, id: MeetingId): Promise<void> {
  const { seat } = await accessSeat(ctx, id);
  await ctx.tx(async tx => {
    const left = await updateAttendeeState(tx.sql, seat.id, 'left', ctx.now());
    if (!left) return;
    announceAttendee(tx, left);
    const meeting = await announceMeeting(tx, id);
    if (meeting?.presentCount === 0) await updateMeetingState(tx.sql, id, { emptySince: ctx.now() });
  });
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
      const left = await updateAttendeeState(tx.sql, seat.id, 'left', ctx.now());
      if (left) announceAttendee(tx, left);
    });
  }
  for (const id of await readAbandonedMeetings(ctx.sql, new Date(nowMs - EMPTY_ENDS_MS), new Date(nowMs - UNUSED_ENDS_MS))) await finishMeeting(ctx, id, 'nobody was in');
}
