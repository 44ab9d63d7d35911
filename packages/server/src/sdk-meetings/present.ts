import { arn } from '@carillon/kernel/arn.js';
import type * as sdk from '@carillon/wire/aws/generated/chime-sdk-meetings-types.js';
import type * as chime from '@carillon/wire/aws/generated/chime-types.js';
import type { Ctx } from '../ctx.js';
import { signJoinToken } from '../meetings/join-token.js';
import { mediaPlacement } from '../meetings/media-placement.js';
import type { SdkAttendeeRow, SdkMeetingRow } from './model.js';

/** As the newer operations give it. */
export function presentSdkMeeting(ctx: Ctx, row: SdkMeetingRow): sdk.Meeting {
  return {
    ...presentLegacyMeeting(ctx, row),
    MeetingHostId: row.meetingHostId ?? undefined,
    MeetingFeatures: row.features ?? undefined,
    PrimaryMeetingId: row.primaryMeetingId ?? undefined,
    TenantIds: row.tenantIds,
    MeetingArn: arn('chime', row.mediaRegion, row.ownerAccountId, `meeting/${row.id}`),
  };
}

/** As the older operations give it. */
export function presentLegacyMeeting(ctx: Ctx, row: SdkMeetingRow): chime.Meeting {
  return { MeetingId: row.id, ExternalMeetingId: row.externalMeetingId ?? undefined, MediaRegion: row.mediaRegion, MediaPlacement: mediaPlacement(ctx, row.id) };
}

/** With a join token that is signed anew each time: all of them are good until the attendee is deleted or a day has passed. */
export function presentSdkAttendee(ctx: Ctx, row: SdkAttendeeRow): sdk.Attendee {
  return { ...presentLegacyAttendee(ctx, row), Capabilities: { Audio: row.audio, Video: row.video, Content: row.content } };
}

export function presentLegacyAttendee(ctx: Ctx, row: SdkAttendeeRow): chime.Attendee {
  return { ExternalUserId: row.externalUserId, AttendeeId: row.id, JoinToken: signJoinToken(ctx, { meetingId: row.meetingId, attendeeId: row.id, externalUserId: row.externalUserId }) };
}
