import { notFound } from '@carillon/kernel/errors.js';
import type { AttendeeId } from '@carillon/kernel/ids.js';
import type { MediaReport, StandingOrders } from '@carillon/wire/media.js';
import type { Ctx } from '../ctx.js';
import { accessSdkAttendee, accessSdkMeeting } from './access.js';
import { EMPTY_ENDS_MS, ENDED_KEPT_MS, LIFE_MS } from './model.js';
import { deleteSdkMeetings, endAbandonedSdkMeetings, endSdkMeetingRow, markAllSdkAttendeesAbsent, readSdkStandingOrders, removeSdkAttendee, updateSdkPresence } from './store.js';

/** For everybody, at once; old tokens are refused from now on. */
export async function deleteSdkMeeting(ctx: Ctx, meetingId: string): Promise<void> {
  const meeting = await accessSdkMeeting(ctx, meetingId);
  await ctx.tx(async tx => {
    if (!(await endSdkMeetingRow(tx.sql, meeting.ownerAccountId, meeting.id, ctx.now()))) throw notFound('meeting');
    tx.afterCommit(() => ctx.hooks.orderMedia({ kind: 'end', meetingId: meeting.id }));
  });
}

/** The attendee is sent away, and its token is refused from now on. */
export async function deleteSdkAttendee(ctx: Ctx, meetingId: string, attendeeId: string): Promise<void> {
  const attendee = await accessSdkAttendee(ctx, meetingId, attendeeId);
  await ctx.tx(async tx => {
    if (!(await removeSdkAttendee(tx.sql, attendee.meetingId, attendee.id, ctx.now()))) throw notFound('attendee');
    tx.afterCommit(() => ctx.hooks.orderMedia({ kind: 'remove', meetingId: attendee.meetingId, attendeeId: attendee.id }));
  });
}

/** A job: ends what is over by itself, and forgets what no token can reach any more. */
export async function sweepSdkMeetings(ctx: Ctx): Promise<void> {
  const nowMs = ctx.clock.now();
  for (const meetingId of await endAbandonedSdkMeetings(ctx.sql, new Date(nowMs - EMPTY_ENDS_MS), new Date(nowMs - LIFE_MS), ctx.now())) ctx.hooks.orderMedia({ kind: 'end', meetingId });
  await deleteSdkMeetings(ctx.sql, new Date(nowMs - ENDED_KEPT_MS));
}

/** What the media node says of attendees; those of the app's own meetings are none of ours. */
export async function takeSdkReport(ctx: Ctx, report: MediaReport): Promise<void> {
  if (report.kind !== 'joined' && report.kind !== 'left') return;
  // The token carried our own id; the node hands it back.
  await updateSdkPresence(ctx.sql, report.attendeeId as AttendeeId, report.kind === 'joined', ctx.now());
}

/** The media node died. */
export async function forgetSdkPresence(ctx: Ctx): Promise<void> {
  await markAllSdkAttendeesAbsent(ctx.sql, ctx.now());
}

/** What a media node must know again after its start. */
export async function sdkStandingOrders(ctx: Ctx): Promise<StandingOrders[]> {
  return readSdkStandingOrders(ctx.sql, ctx.now());
}
