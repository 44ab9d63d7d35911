import { ApiError } from '@carillon/kernel/errors.js';
import type { CreateMeetingRequest } from '@carillon/wire/aws/generated/chime-sdk-meetings-types.js';
import { read, write, type Caller, type Operation } from '../operation.js';
import { accessSdkAttendee, accessSdkMeeting } from './access.js';
import { addAttendees, createSdkAttendee, createSdkAttendees, type NewSdkAttendee } from './create-attendees.js';
import { createSdkMeeting, type NewSdkMeeting } from './create-meeting.js';
import { deleteSdkAttendee, deleteSdkMeeting } from './end-meeting.js';
import { listSdkAttendees } from './list-sdk-meetings.js';
import { presentSdkAttendee, presentSdkMeeting } from './present.js';
import { accessTagged, tagSdkMeeting, untagSdkMeeting } from './tags.js';
import { batchUpdateSdkCapabilitiesExcept, updateSdkAttendeeCapabilities } from './update-capabilities.js';

const SERVICE = 'chime-sdk-meetings';
const ofMeeting = { resource: ({ MeetingId }: { MeetingId: string }, { region, owner }: Caller) => `arn:aws:chime:${region}:${owner}:meeting/${MeetingId}` };
const ofArn = { resource: ({ ResourceARN }: { ResourceARN: string }) => ResourceARN };

/** The 16 operations of `chime-sdk-meetings`. */
export const sdkMeetingOperations: readonly Operation[] = [
  write(SERVICE, 'CreateMeeting', async (ctx, input) => ({ Meeting: presentSdkMeeting(ctx, (await createSdkMeeting(ctx, newMeeting(input))).meeting) })),
  write(SERVICE, 'CreateMeetingWithAttendees', async (ctx, input) => {
    const { meeting, created } = await createSdkMeeting(ctx, newMeeting(input));
    const { attendees, errors } = created ? await addAttendees(ctx, meeting, input.Attendees.map(newAttendee)) : await createSdkAttendees(ctx, meeting.id, input.Attendees.map(newAttendee));
    return { Meeting: presentSdkMeeting(ctx, meeting), Attendees: attendees.map(one => presentSdkAttendee(ctx, one)), Errors: errors };
  }),
  read(SERVICE, 'GetMeeting', async (ctx, input) => ({ Meeting: presentSdkMeeting(ctx, await accessSdkMeeting(ctx, input.MeetingId)) }), ofMeeting),
  write(SERVICE, 'DeleteMeeting', (ctx, input) => deleteSdkMeeting(ctx, input.MeetingId), ofMeeting),
  write(SERVICE, 'CreateAttendee', async (ctx, input) => ({ Attendee: presentSdkAttendee(ctx, await createSdkAttendee(ctx, input.MeetingId, newAttendee(input))) }), ofMeeting),
  write(SERVICE, 'BatchCreateAttendee', async (ctx, input) => {
    const { attendees, errors } = await createSdkAttendees(ctx, input.MeetingId, input.Attendees.map(newAttendee));
    return { Attendees: attendees.map(one => presentSdkAttendee(ctx, one)), Errors: errors };
  }, ofMeeting),
  read(SERVICE, 'GetAttendee', async (ctx, input) => ({ Attendee: presentSdkAttendee(ctx, await accessSdkAttendee(ctx, input.MeetingId, input.AttendeeId)) }), ofMeeting),
  read(SERVICE, 'ListAttendees', async (ctx, input) => {
    const { attendees, nextToken } = await listSdkAttendees(ctx, input.MeetingId, input);
    return { Attendees: attendees.map(one => presentSdkAttendee(ctx, one)), NextToken: nextToken };
  }, ofMeeting),
  write(SERVICE, 'DeleteAttendee', (ctx, input) => deleteSdkAttendee(ctx, input.MeetingId, input.AttendeeId), ofMeeting),
  write(SERVICE, 'UpdateAttendeeCapabilities', async (ctx, input) => ({ Attendee: presentSdkAttendee(ctx, await updateSdkAttendeeCapabilities(ctx, input.MeetingId, input.AttendeeId, input.Capabilities)) }), ofMeeting),
  write(SERVICE, 'BatchUpdateAttendeeCapabilitiesExcept', (ctx, input) =>
    batchUpdateSdkCapabilitiesExcept(ctx, input.MeetingId, input.ExcludedAttendeeIds.map(one => one.AttendeeId), input.Capabilities), ofMeeting),
  read(SERVICE, 'ListTagsForResource', async (ctx, input) => ({ Tags: (await accessTagged(ctx, input.ResourceARN)).tags }), ofArn),
  write(SERVICE, 'TagResource', async (ctx, input) => {
    await tagSdkMeeting(ctx, await accessTagged(ctx, input.ResourceARN), input.Tags);
    return {};
  }, ofArn),
  write(SERVICE, 'UntagResource', async (ctx, input) => {
    await untagSdkMeeting(ctx, await accessTagged(ctx, input.ResourceARN), input.TagKeys);
    return {};
  }, ofArn),
  write(SERVICE, 'StartMeetingTranscription', async (ctx, input) => {
    await accessSdkMeeting(ctx, input.MeetingId);
    throw noTranscriptionEngine();
  }, ofMeeting),
  write(SERVICE, 'StopMeetingTranscription', async (ctx, input) => {
    await accessSdkMeeting(ctx, input.MeetingId);
    throw noTranscriptionEngine();
  }, ofMeeting),
];

/** For both doors. */
export function noTranscriptionEngine(): ApiError {
  return new ApiError('Unprocessable', 'No transcription engine is set on this server.');
}

function newMeeting(input: CreateMeetingRequest): NewSdkMeeting {
  return {
    clientRequestToken: input.ClientRequestToken, externalMeetingId: input.ExternalMeetingId, meetingHostId: input.MeetingHostId, mediaRegion: input.MediaRegion,
    features: input.MeetingFeatures, primaryMeetingId: input.PrimaryMeetingId, tenantIds: input.TenantIds, tags: input.Tags,
  };
}

function newAttendee(input: { ExternalUserId: string; Capabilities?: NewSdkAttendee['capabilities'] }): NewSdkAttendee {
  return { externalUserId: input.ExternalUserId, capabilities: input.Capabilities };
}
