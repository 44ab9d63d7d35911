import type { AttendeeId, MeetingId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';
import { cutPage, openPageToken } from '../platform/page-tokens.js';
import { accessPrincipal } from '../iam/access.js';
import { accessSdkMeeting } from './access.js';
import { ATTENDEES_PAGE, MEETINGS_PAGE, type SdkAttendeeRow, type SdkMeetingRow } from './model.js';
import { readSdkAttendees, readSdkMeetings } from './store.js';

interface Page {
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

/** Running meetings of the caller's owner account. */
export async function listSdkMeetings(ctx: Ctx, page: Page): Promise<{ meetings: SdkMeetingRow[]; nextToken: string | undefined }> {
  const { ownerAccountId } = accessPrincipal(ctx);
  const scope = `ListMeetings ${ownerAccountId}`;
  const limit = page.MaxResults ?? MEETINGS_PAGE;
  const rows = await readSdkMeetings(ctx.sql, ownerAccountId, openPageToken(ctx, scope, page.NextToken) as MeetingId | undefined, limit);
  const { shown, nextToken } = cutPage(ctx, scope, rows, limit, last => last.id);
  return { meetings: shown, nextToken };
}

/** Attendees of a running meeting. */
export async function listSdkAttendees(ctx: Ctx, meetingId: string, page: Page): Promise<{ attendees: SdkAttendeeRow[]; nextToken: string | undefined }> {
  const meeting = await accessSdkMeeting(ctx, meetingId);
  const scope = `ListAttendees ${meeting.id}`;
  const limit = page.MaxResults ?? ATTENDEES_PAGE;
  const rows = await readSdkAttendees(ctx.sql, meeting.id, openPageToken(ctx, scope, page.NextToken) as AttendeeId | undefined, limit);
  const { shown, nextToken } = cutPage(ctx, scope, rows, limit, last => last.id);
  return { attendees: shown, nextToken };
}
