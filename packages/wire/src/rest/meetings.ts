import { Type, type Static } from 'typebox';
import { AttendeeIdValue, ChannelIdValue, DisplayName, MeetingIdValue, MeetingNumber, PersonIdValue, Time } from '../values.js';
import { route } from './route.js';

export const MEETING_TITLE_LENGTH_MAX = 100;

export const Meeting = Type.Object({
  id: MeetingIdValue,
  /** 10 digits; the link is `/m/<number>`. */
  number: MeetingNumber,
  title: Type.String(),
  host: Type.Object({ id: PersonIdValue, displayName: Type.String() }),
  /** The conversation or room it was started from. */
  fromChannelId: Type.Union([ChannelIdValue, Type.Null()]),
  /** Its own chat; gone with the meeting. */
  chatChannelId: ChannelIdValue,
  state: Type.Union([Type.Literal('waiting'), Type.Literal('running'), Type.Literal('ended')]),
  guestsAllowed: Type.Boolean(),
  startedAt: Type.Union([Time, Type.Null()]),
  endedAt: Type.Union([Time, Type.Null()]),
  attendeeCount: Type.Integer(),
});
export type Meeting = Static<typeof Meeting>;

export const AttendeeState = Type.Union([Type.Literal('waiting'), Type.Literal('admitted'), Type.Literal('present'), Type.Literal('left'), Type.Literal('removed')]);
export const Attendee = Type.Object({
  id: AttendeeIdValue,
  /** Null for a guest. */
  personId: Type.Union([PersonIdValue, Type.Null()]),
  name: Type.String(),
  pictureVersion: Type.Union([Type.Integer(), Type.Null()]),
  isHost: Type.Boolean(),
  state: AttendeeState,
  sharing: Type.Boolean(),
});
export type Attendee = Static<typeof Attendee>;

/** What stands at a meeting's door, for everybody who has its number. */
export const MeetingDoor = Type.Object({
  id: Type.Union([MeetingIdValue, Type.Null()]),
  number: MeetingNumber,
  title: Type.String(),
  hostName: Type.String(),
  state: Type.Union([Type.Literal('waiting'), Type.Literal('running'), Type.Literal('ended')]),
  guestsAllowed: Type.Boolean(),
  /** First names of people already in, at most three; only told to signed-in people. */
  present: Type.Array(Type.String()),
  presentCount: Type.Integer(),
});
export type MeetingDoor = Static<typeof MeetingDoor>;

/** The two objects `MeetingSessionConfiguration` of the Chime SDK takes (signalling page, section 2). */
export const MediaSession = Type.Object({
  Meeting: Type.Object({
    MeetingId: Type.String(),
    ExternalMeetingId: Type.String(),
    MediaRegion: Type.String(),
    MediaPlacement: Type.Object({ AudioHostUrl: Type.String(), SignalingUrl: Type.String(), TurnControlUrl: Type.String() }),
  }),
  Attendee: Type.Object({ AttendeeId: Type.String(), ExternalUserId: Type.String(), JoinToken: Type.String() }),
});
export type MediaSession = Static<typeof MediaSession>;

export const JoinReply = Type.Object({
  meeting: Meeting,
  me: Attendee,
  attendees: Type.Array(Attendee),
  /** Null while one waits at the door; join again once a `attendee` push says `admitted`. */
  media: Type.Union([MediaSession, Type.Null()]),
});
export type JoinReply = Static<typeof JoinReply>;

const meetingParams = Type.Object({ meetingId: MeetingIdValue });
const OneMeeting = Type.Object({ meeting: Meeting });

/** Meet now. Basic people may start meetings of two (product-facts, section 1). */
export const startMeeting = route('POST', '/api/meetings', {
  body: Type.Object({ title: Type.Optional(Type.String({ minLength: 1, maxLength: MEETING_TITLE_LENGTH_MAX, pattern: '\\S' })), channelId: Type.Optional(ChannelIdValue) }),
  reply: OneMeeting,
});
/** Meetings one could join now: hosted, attended, or running in a conversation or room of one's own. */
export const listMeetings = route('GET', '/api/meetings', { reply: Type.Object({ meetings: Type.Array(Meeting) }) });
/** Needs no sign-in; guessing is slowed down. */
export const getMeetingDoor = route('GET', '/api/meeting-door/:number', { params: Type.Object({ number: MeetingNumber }), reply: Type.Object({ door: MeetingDoor }) });
/** Joins by number, also a personal one, which starts its meeting. A guest gives a name; gets a cookie good for this meeting alone. */
export const joinMeeting = route('POST', '/api/meeting-door/:number/join', {
  params: Type.Object({ number: MeetingNumber }),
  body: Type.Object({ guestName: Type.Optional(DisplayName) }),
  reply: JoinReply,
});
export const leaveMeeting = route('POST', '/api/meetings/:meetingId/leave', { params: meetingParams });
/** The host's: ends it for everybody. */
export const endMeeting = route('POST', '/api/meetings/:meetingId/end', { params: meetingParams });
export const updateMeeting = route('PATCH', '/api/meetings/:meetingId', { params: meetingParams, body: Type.Object({ guestsAllowed: Type.Boolean() }), reply: OneMeeting });
export const getMeetingDebug = route('GET', '/api/meetings/:meetingId/debug', { params: meetingParams, reply: Type.Object({ snapshot: Type.Unknown() }) });
