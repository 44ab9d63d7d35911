import * as wire from '@carillon/wire/rest/meetings.js';
import { handle, type RestDoor } from '../door.js';
import { endMeeting, leaveMeeting, updateMeeting } from './end-meeting.js';
import { getMeetingDebug, getMeetingDoor, listMeetings } from './find-meetings.js';
import { joinMeeting } from './join-meeting.js';
import { startMeeting } from './start-meeting.js';

export const meetingDoors: readonly RestDoor[] = [
  handle(wire.startMeeting, async (ctx, { body }) => ({ meeting: await startMeeting(ctx, body) })),
  handle(wire.listMeetings, async ctx => ({ meetings: await listMeetings(ctx) })),
  handle(wire.getMeetingDoor, async (ctx, { params, caller }) => ({ door: await getMeetingDoor(ctx, params.number, caller.address) })),
  handle(wire.joinMeeting, (ctx, { params, body, caller }) => joinMeeting(ctx, params.number, body.guestName, caller)),
  handle(wire.leaveMeeting, async (ctx, { params }) => {
    await leaveMeeting(ctx, params.meetingId);
    return {};
  }),
  handle(wire.endMeeting, async (ctx, { params }) => {
    await endMeeting(ctx, params.meetingId);
    return {};
  }),
  handle(wire.updateMeeting, async (ctx, { params, body }) => ({ meeting: await updateMeeting(ctx, params.meetingId, body.guestsAllowed) })),
  handle(wire.getMeetingDebug, async (ctx, { params }) => ({ snapshot: await getMeetingDebug(ctx, params.meetingId) })),
];
