import { notFound } from '@carillon/kernel/errors.js';
import { parseId, type AttendeeId, type MeetingId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';
import { accessPrincipal } from '../iam/access.js';
import type { SdkAttendeeRow, SdkMeetingRow } from './model.js';
import { lockSdkMeeting, readSdkAttendee, readSdkMeeting } from './store.js';

/** A running meeting of the caller's owner account, if there is one of this id. */
export async function findSdkMeeting(ctx: Ctx, meetingId: string): Promise<SdkMeetingRow | undefined> {
  return readSdkMeeting(ctx.sql, accessPrincipal(ctx).ownerAccountId, found(parseId<MeetingId>(meetingId), 'meeting'));
}

/** A running meeting of the caller's owner account. Ended, foreign and malformed ones look the same. */
export async function accessSdkMeeting(ctx: Ctx, meetingId: string): Promise<SdkMeetingRow> {
  return found(await readSdkMeeting(ctx.sql, accessPrincipal(ctx).ownerAccountId, found(parseId<MeetingId>(meetingId), 'meeting')), 'meeting');
}

/** The same, locked until the transaction ends. */
export async function lockOwnSdkMeeting(ctx: Ctx, meetingId: string): Promise<SdkMeetingRow> {
  return found(await lockSdkMeeting(ctx.sql, accessPrincipal(ctx).ownerAccountId, found(parseId<MeetingId>(meetingId), 'meeting')), 'meeting');
}

/** An attendee of a running meeting of the caller's owner account. */
export async function accessSdkAttendee(ctx: Ctx, meetingId: string, attendeeId: string): Promise<SdkAttendeeRow> {
  const owner = accessPrincipal(ctx).ownerAccountId;
  return found(await readSdkAttendee(ctx.sql, owner, found(parseId<MeetingId>(meetingId), 'meeting'), found(parseId<AttendeeId>(attendeeId), 'attendee')), 'attendee');
}

function found<T>(row: T | undefined, noun: string): T {
  if (row === undefined) throw notFound(noun);
  return row;
}
