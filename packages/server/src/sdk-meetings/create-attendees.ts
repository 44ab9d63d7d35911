import { ApiError, badRequest } from '@carillon/kernel/errors.js';
import type { AttendeeId } from '@carillon/kernel/ids.js';
import type { AttendeeCapabilities } from '@carillon/wire/aws/generated/chime-sdk-meetings-types.js';
import type { Ctx } from '../ctx.js';
import { lockOwnSdkMeeting } from './access.js';
import { ALL_CAPABILITIES, capacityOf, type SdkAttendeeRow, type SdkMeetingRow, type Tag } from './model.js';
import { countSdkAttendees, insertSdkAttendees } from './store.js';
import { checkCapabilities, orderCapabilities } from './update-capabilities.js';

export interface NewSdkAttendee {
  externalUserId: string;
  capabilities?: AttendeeCapabilities | undefined;
  tags?: readonly Tag[] | undefined;
}

export interface CreatedAttendees {
  attendees: SdkAttendeeRow[];
  /** Who found no room. */
  errors: { ExternalUserId: string; ErrorCode: string; ErrorMessage: string }[];
}

/** One attendee, or ResourceLimitExceeded when the meeting is full. */
export async function createSdkAttendee(ctx: Ctx, meetingId: string, wanted: NewSdkAttendee): Promise<SdkAttendeeRow> {
  const { attendees: [attendee] } = await createSdkAttendees(ctx, meetingId, [wanted]);
  if (!attendee) throw new ApiError('ResourceLimitExceeded', FULL);
  return attendee;
}

const FULL = 'The meeting has as many attendees as it may have.';

/** As many as there is room for, in their order; an error for each of the others. An id that comes twice is BadRequest. */
export async function createSdkAttendees(ctx: Ctx, meetingId: string, wanted: readonly NewSdkAttendee[]): Promise<CreatedAttendees> {
  const meeting = await lockOwnSdkMeeting(ctx, meetingId);
  return addAttendees(ctx, meeting, wanted);
}

/** The caller holds the meeting's lock, or has made it in this transaction. */
export async function addAttendees(ctx: Ctx, meeting: SdkMeetingRow, wanted: readonly NewSdkAttendee[]): Promise<CreatedAttendees> {
  if (new Set(wanted.map(one => one.externalUserId)).size !== wanted.length) throw badRequest('An ExternalUserId stands in the list twice.');
  for (const one of wanted) if (one.capabilities) checkCapabilities(meeting, one.capabilities);
  const room = Math.max(0, capacityOf(meeting) - (await countSdkAttendees(ctx.sql, meeting.id)));
  const attendees = wanted.slice(0, room).map((one): SdkAttendeeRow => {
    const { Audio, Video, Content } = one.capabilities ?? ALL_CAPABILITIES;
    const id: AttendeeId = ctx.ids.next<'Attendee'>();
    return { id, meetingId: meeting.id, externalUserId: one.externalUserId, audio: Audio, video: Video, content: Content, tags: [...(one.tags ?? [])] };
  });
  const at = ctx.now();
  await insertSdkAttendees(ctx.sql, attendees.map(one => ({ ...one, at })));
  const limited = attendees.filter((_, i) => wanted[i]?.capabilities !== undefined);
  if (limited.length > 0) await orderCapabilities(ctx, limited);
  return { attendees, errors: wanted.slice(room).map(one => ({ ExternalUserId: one.externalUserId, ErrorCode: 'ResourceLimitExceeded', ErrorMessage: FULL })) };
}
