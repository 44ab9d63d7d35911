import { badRequest, notFound } from '@carillon/kernel/errors.js';
import type { AttendeeId } from '@carillon/kernel/ids.js';
import type { AttendeeCapabilities } from '@carillon/wire/aws/generated/chime-sdk-meetings-types.js';
import type { Ctx } from '../ctx.js';
import { accessSdkAttendee, lockOwnSdkMeeting } from './access.js';
import type { SdkAttendeeRow, SdkMeetingRow } from './model.js';
import { updateSdkCapabilities } from './store.js';

/**
 * The two rules of the Chime SDK: content can be received only where video can, and where the meeting was made without
 * video or content (`MaxResolution: None`) nobody is given it.
 */
export function checkCapabilities(meeting: SdkMeetingRow, { Video, Content }: AttendeeCapabilities): void {
  const receives = (capability: string) => capability === 'Receive' || capability === 'SendReceive';
  if (receives(Content) && !receives(Video)) throw badRequest('Whoever receives content must receive video too.');
  if (meeting.features?.Video?.MaxResolution === 'None' && Video !== 'None') throw badRequest('This meeting was made without video.');
  if (meeting.features?.Content?.MaxResolution === 'None' && Content !== 'None') throw badRequest('This meeting was made without content.');
}

/** What one attendee may send and receive from now on. */
export async function updateSdkAttendeeCapabilities(ctx: Ctx, meetingId: string, attendeeId: string, capabilities: AttendeeCapabilities): Promise<SdkAttendeeRow> {
  const { id } = await accessSdkAttendee(ctx, meetingId, attendeeId);
  const meeting = await lockOwnSdkMeeting(ctx, meetingId);
  checkCapabilities(meeting, capabilities);
  const [attendee] = await updateSdkCapabilities(ctx.sql, meeting.id, { only: id }, asColumns(capabilities));
  if (!attendee) throw notFound('attendee');
  await orderCapabilities(ctx, [attendee]);
  return attendee;
}

/** The same for everybody but these. */
export async function batchUpdateSdkCapabilitiesExcept(ctx: Ctx, meetingId: string, except: readonly string[], capabilities: AttendeeCapabilities): Promise<void> {
  const meeting = await lockOwnSdkMeeting(ctx, meetingId);
  checkCapabilities(meeting, capabilities);
  const changed = await updateSdkCapabilities(ctx.sql, meeting.id, { except: except as readonly AttendeeId[] }, asColumns(capabilities));
  if (changed.length > 0) await orderCapabilities(ctx, changed);
}

/** Tells the media node when this has committed. All of one meeting. */
export async function orderCapabilities(ctx: Ctx, attendees: readonly SdkAttendeeRow[]): Promise<void> {
  const [first] = attendees;
  if (!first) return;
  const capabilities = attendees.map(({ id, audio, video, content }) => ({ attendeeId: id, audio, video, content }));
  await ctx.tx(async tx => tx.afterCommit(() => ctx.hooks.orderMedia({ kind: 'capabilities', meetingId: first.meetingId, capabilities })));
}

function asColumns({ Audio, Video, Content }: AttendeeCapabilities) {
  return { audio: Audio, video: Video, content: Content };
}
