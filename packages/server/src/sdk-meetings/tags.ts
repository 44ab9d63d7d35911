import { ApiError, badRequest } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';
import { accessPrincipal } from '../iam/access.js';
import { accessSdkAttendee, findSdkMeeting } from './access.js';
import { mergeTags, TAGS_MAX, withoutTags, type SdkMeetingRow, type Tag } from './model.js';
import { updateSdkAttendeeTags, updateSdkMeetingTags } from './store.js';

const MEETING_ARN = /^arn:aws:chime:[a-z0-9-]+:(\d{12}):meeting\/([0-9a-fA-F-]{36})$/;

/** `arn:aws:chime:<region>:<owner>:meeting/<id>` of one's own; anything else is NotFound. */
export async function accessTagged(ctx: Ctx, resourceArn: string): Promise<SdkMeetingRow> {
  const match = MEETING_ARN.exec(resourceArn);
  const meeting = match && match[1] === accessPrincipal(ctx).ownerAccountId ? await findSdkMeeting(ctx, match[2]!) : undefined;
  if (!meeting) throw new ApiError('NotFound', 'This resource does not exist, or you have no access to it.', { reason: 'ResourceNotFound' });
  return meeting;
}

/** New values replace old ones of the same key; 50 tags at most. */
export async function tagSdkMeeting(ctx: Ctx, meeting: SdkMeetingRow, tags: readonly Tag[]): Promise<void> {
  await updateSdkMeetingTags(ctx.sql, meeting.id, bounded(mergeTags(meeting.tags, tags)));
}

/** Keys that are not there are no error. */
export async function untagSdkMeeting(ctx: Ctx, meeting: SdkMeetingRow, keys: readonly string[]): Promise<void> {
  await updateSdkMeetingTags(ctx.sql, meeting.id, withoutTags(meeting.tags, keys));
}

export async function tagSdkAttendee(ctx: Ctx, meetingId: string, attendeeId: string, tags: readonly Tag[]): Promise<void> {
  const attendee = await accessSdkAttendee(ctx, meetingId, attendeeId);
  await updateSdkAttendeeTags(ctx.sql, attendee.id, bounded(mergeTags(attendee.tags, tags)));
}

export async function untagSdkAttendee(ctx: Ctx, meetingId: string, attendeeId: string, keys: readonly string[]): Promise<void> {
  const attendee = await accessSdkAttendee(ctx, meetingId, attendeeId);
  await updateSdkAttendeeTags(ctx.sql, attendee.id, withoutTags(attendee.tags, keys));
}

function bounded(tags: Tag[]): Tag[] {
  if (tags.length > TAGS_MAX) throw badRequest(`At most ${TAGS_MAX} tags may be set.`, 'TooManyTags');
  return tags;
}
