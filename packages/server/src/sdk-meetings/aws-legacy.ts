import type { CreateMeetingRequest } from '@carillon/wire/aws/generated/chime-types.js';
import { read, write, type Operation } from '../operation.js';
import { accessSdkAttendee, accessSdkMeeting } from './access.js';
import { noTranscriptionEngine } from './aws.js';
import { addAttendees, createSdkAttendee, createSdkAttendees, type NewSdkAttendee } from './create-attendees.js';
import { createSdkMeeting, type NewSdkMeeting } from './create-meeting.js';
import { deleteSdkAttendee, deleteSdkMeeting } from './end-meeting.js';
import { listSdkAttendees, listSdkMeetings } from './list-sdk-meetings.js';
import type { Tag } from './model.js';
import { presentLegacyAttendee, presentLegacyMeeting } from './present.js';
import { accessTagged, tagSdkAttendee, tagSdkMeeting, untagSdkAttendee, untagSdkMeeting } from './tags.js';

/** The operations of `chime` that older SDKs and the AWS CLI still call; they see the same meetings as the newer ones. */
export const legacyMeetingOperations: readonly Operation[] = [
  write('chime', 'CreateMeeting', async (ctx, input) => ({ Meeting: presentLegacyMeeting(ctx, (await createSdkMeeting(ctx, newMeeting(input))).meeting) })),
  write('chime', 'CreateMeetingWithAttendees', async (ctx, input) => {
    const { meeting, created } = await createSdkMeeting(ctx, newMeeting(input));
    const wanted = (input.Attendees ?? []).map(newAttendee);
    const { attendees, errors } = created ? await addAttendees(ctx, meeting, wanted) : await createSdkAttendees(ctx, meeting.id, wanted);
    return { Meeting: presentLegacyMeeting(ctx, meeting), Attendees: attendees.map(one => presentLegacyAttendee(ctx, one)), Errors: errors };
  }),
  read('chime', 'GetMeeting', async (ctx, input) => ({ Meeting: presentLegacyMeeting(ctx, await accessSdkMeeting(ctx, input.MeetingId)) })),
  read('chime', 'ListMeetings', async (ctx, input) => {
    const { meetings, nextToken } = await listSdkMeetings(ctx, input);
    return { Meetings: meetings.map(one => presentLegacyMeeting(ctx, one)), NextToken: nextToken };
  }),
  write('chime', 'DeleteMeeting', (ctx, input) => deleteSdkMeeting(ctx, input.MeetingId)),
  write('chime', 'CreateAttendee', async (ctx, input) => ({ Attendee: presentLegacyAttendee(ctx, await createSdkAttendee(ctx, input.MeetingId, newAttendee(input))) })),
  write('chime', 'BatchCreateAttendee', async (ctx, input) => {
    const { attendees, errors } = await createSdkAttendees(ctx, input.MeetingId, input.Attendees.map(newAttendee));
    return { Attendees: attendees.map(one => presentLegacyAttendee(ctx, one)), Errors: errors };
  }),
  read('chime', 'GetAttendee', async (ctx, input) => ({ Attendee: presentLegacyAttendee(ctx, await accessSdkAttendee(ctx, input.MeetingId, input.AttendeeId)) })),
  read('chime', 'ListAttendees', async (ctx, input) => {
    const { attendees, nextToken } = await listSdkAttendees(ctx, input.MeetingId, input);
    return { Attendees: attendees.map(one => presentLegacyAttendee(ctx, one)), NextToken: nextToken };
  }),
  write('chime', 'DeleteAttendee', (ctx, input) => deleteSdkAttendee(ctx, input.MeetingId, input.AttendeeId)),
  read('chime', 'ListMeetingTags', async (ctx, input) => ({ Tags: (await accessSdkMeeting(ctx, input.MeetingId)).tags })),
  write('chime', 'TagMeeting', async (ctx, input) => tagSdkMeeting(ctx, await accessSdkMeeting(ctx, input.MeetingId), input.Tags)),
  write('chime', 'UntagMeeting', async (ctx, input) => untagSdkMeeting(ctx, await accessSdkMeeting(ctx, input.MeetingId), input.TagKeys)),
  read('chime', 'ListAttendeeTags', async (ctx, input) => ({ Tags: (await accessSdkAttendee(ctx, input.MeetingId, input.AttendeeId)).tags })),
  write('chime', 'TagAttendee', (ctx, input) => tagSdkAttendee(ctx, input.MeetingId, input.AttendeeId, input.Tags)),
  write('chime', 'UntagAttendee', (ctx, input) => untagSdkAttendee(ctx, input.MeetingId, input.AttendeeId, input.TagKeys)),
  read('chime', 'ListTagsForResource', async (ctx, input) => ({ Tags: (await accessTagged(ctx, input.ResourceARN)).tags })),
  write('chime', 'TagResource', async (ctx, input) => tagSdkMeeting(ctx, await accessTagged(ctx, input.ResourceARN), input.Tags)),
  write('chime', 'UntagResource', async (ctx, input) => untagSdkMeeting(ctx, await accessTagged(ctx, input.ResourceARN), input.TagKeys)),
  write('chime', 'StartMeetingTranscription', async (ctx, input) => {
    await accessSdkMeeting(ctx, input.MeetingId);
    throw noTranscriptionEngine();
  }),
  write('chime', 'StopMeetingTranscription', async (ctx, input) => {
    await accessSdkMeeting(ctx, input.MeetingId);
    throw noTranscriptionEngine();
  }),
];

function newMeeting(input: CreateMeetingRequest): NewSdkMeeting {
  return { clientRequestToken: input.ClientRequestToken, externalMeetingId: input.ExternalMeetingId, meetingHostId: input.MeetingHostId, mediaRegion: input.MediaRegion, tags: input.Tags };
}

function newAttendee(input: { ExternalUserId: string; Tags?: readonly Tag[] | undefined }): NewSdkAttendee {
  return { externalUserId: input.ExternalUserId, tags: input.Tags };
}
