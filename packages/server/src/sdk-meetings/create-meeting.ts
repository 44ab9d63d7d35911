import type { MeetingId } from '@carillon/kernel/ids.js';
import { assert } from '@carillon/kernel/errors.js';
import type { MeetingFeaturesConfiguration } from '@carillon/wire/aws/generated/chime-sdk-meetings-types.js';
import type { Ctx } from '../ctx.js';
import { accessPrincipal } from '../iam/access.js';
import type { SdkMeetingRow, Tag } from './model.js';
import { insertSdkMeeting, readSdkMeetingByToken } from './store.js';

export interface NewSdkMeeting {
  clientRequestToken: string;
  externalMeetingId?: string | undefined;
  meetingHostId?: string | undefined;
  mediaRegion?: string | undefined;
  features?: MeetingFeaturesConfiguration | undefined;
  primaryMeetingId?: string | undefined;
  tenantIds?: readonly string[] | undefined;
  tags?: readonly Tag[] | undefined;
}

/** Idempotent by its token: the running meeting that was made with it comes back as it is. */
export async function createSdkMeeting(ctx: Ctx, wanted: NewSdkMeeting): Promise<{ meeting: SdkMeetingRow; created: boolean }> {
  const { ownerAccountId } = accessPrincipal(ctx);
  const id: MeetingId = ctx.ids.next<'Meeting'>();
  const created = await insertSdkMeeting(ctx.sql, {
    id, ownerAccountId, clientRequestToken: wanted.clientRequestToken, externalMeetingId: wanted.externalMeetingId ?? null, meetingHostId: wanted.meetingHostId ?? null,
    mediaRegion: wanted.mediaRegion ?? 'us-east-1', features: wanted.features ?? null, primaryMeetingId: wanted.primaryMeetingId ?? null, tenantIds: [...(wanted.tenantIds ?? [])],
    tags: [...(wanted.tags ?? [])], at: ctx.now(),
  });
  const meeting = await readSdkMeetingByToken(ctx.sql, ownerAccountId, wanted.clientRequestToken);
  assert(meeting, 'the meeting was written a moment ago, in this transaction');
  return { meeting, created };
}
