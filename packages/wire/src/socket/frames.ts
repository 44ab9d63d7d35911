import { Type, type Static } from 'typebox';
import { Channel, ChannelEvent, ChannelSettings } from '../rest/chat.js';
import { Me, StatusMessage } from '../rest/identity.js';
import { Attendee, Meeting } from '../rest/meetings.js';
import { AttendeeIdValue, ChannelIdValue, GuestIdValue, MeetingIdValue, PersonIdValue } from '../values.js';

/**
 * The push socket at `/api/socket?after=<person sequence>` (cookie session; JSON text frames; one frame may hold several pushes,
 * as a JSON array). It carries hints and what is worth nothing later; whatever must not be lost is asked for by its number.
 */

export const FRAME_BYTES_MAX = 16 * 1024;
export const WATCHED_PEOPLE_MAX = 200;
export const PRESENT_TOLD_MAX = 500;
/** More changes than this are not replayed: the client is told to fetch everything anew. */
export const REPLAYED_CHANGES_MAX = 500;

/** Close codes of ours. Any other close: come back with a growing delay. */
export const CLOSE_MALFORMED = 4400;
export const CLOSE_SIGNED_OUT = 4401;
export const CLOSE_TOO_SLOW = 4408;
export const CLOSE_TOO_MUCH = 4429;

/** `mobile`: at hand on a phone alone. `dnd`: do not disturb. */
export const PresenceState = Type.Union([Type.Literal('available'), Type.Literal('busy'), Type.Literal('idle'), Type.Literal('mobile'), Type.Literal('dnd'), Type.Literal('offline')]);
export type PresenceState = Static<typeof PresenceState>;

export const ClientFrame = Type.Union([
  /** Whose presence this screen shows; replaces the earlier list. */
  Type.Object({ t: Type.Literal('watch'), people: Type.Array(PersonIdValue, { maxItems: WATCHED_PEOPLE_MAX }) }),
  Type.Object({ t: Type.Literal('typing'), channelId: ChannelIdValue }),
  /** Which conversation or room this device shows; null for none. */
  Type.Object({ t: Type.Literal('open'), channelId: Type.Union([ChannelIdValue, Type.Null()]) }),
  /** Tells whether the person uses this device now; `idle` after ten minutes without touch. */
  Type.Object({ t: Type.Literal('activity'), idle: Type.Boolean() }),
  /** Whether the app is in front of the person on this device; false while another window covers it. */
  Type.Object({ t: Type.Literal('view'), visible: Type.Boolean() }),
  Type.Object({ t: Type.Literal('ping') }),
]);
export type ClientFrame = Static<typeof ClientFrame>;

/** What concerns one person alone, numbered per person without gaps. */
export const PersonChange = Type.Union([
  Type.Object({ seq: Type.Integer(), kind: Type.Literal('channel-joined'), channelId: ChannelIdValue }),
  Type.Object({ seq: Type.Integer(), kind: Type.Literal('channel-left'), channelId: ChannelIdValue }),
  Type.Object({ seq: Type.Integer(), kind: Type.Literal('read'), channelId: ChannelIdValue, ordinal: Type.Integer() }),
  /** What is left out stays as it is. */
  Type.Object({ seq: Type.Integer(), kind: Type.Literal('channel-settings'), channelId: ChannelIdValue, settings: Type.Partial(ChannelSettings) }),
  /** The favourites in their order: the first has position 0. */
  Type.Object({ seq: Type.Integer(), kind: Type.Literal('favourites-ordered'), channelIds: Type.Array(ChannelIdValue) }),
  Type.Object({ seq: Type.Integer(), kind: Type.Literal('profile') }),
]);
export type PersonChange = Static<typeof PersonChange>;

export const ServerPush = Type.Union([
  /** First frame. `changes` is null when too many were missed: fetch everything anew. `channels` has the numbers of all one is in. */
  Type.Object({
    t: Type.Literal('welcome'),
    personSeq: Type.Integer(),
    changes: Type.Union([Type.Array(PersonChange), Type.Null()]),
    channels: Type.Array(Type.Object({ id: ChannelIdValue, lastSeq: Type.Integer(), messageCount: Type.Integer(), lastReadOrdinal: Type.Integer() })),
    /** Another value than at page load means the server was updated: reload when convenient. */
    build: Type.String(),
  }),
  Type.Object({ t: Type.Literal('event'), event: ChannelEvent }),
  Type.Object({ t: Type.Literal('change'), change: PersonChange, channel: Type.Optional(Channel), me: Type.Optional(Me) }),
  /** Shown for five seconds. */
  Type.Object({ t: Type.Literal('typing'), channelId: ChannelIdValue, personId: Type.Union([PersonIdValue, GuestIdValue]) }),
  /** Without `message` it is what it was. */
  Type.Object({ t: Type.Literal('presence'), people: Type.Array(Type.Object({ id: PersonIdValue, state: PresenceState, message: Type.Optional(Type.Union([StatusMessage, Type.Null()])) })) }),
  /** Who has the channel open that this device shows: all of them, or PRESENT_TOLD_MAX. */
  Type.Object({ t: Type.Literal('here'), channelId: ChannelIdValue, people: Type.Array(PersonIdValue) }),
  /** State of a meeting one is in, hosts, or that runs in a channel of one's own. */
  Type.Object({ t: Type.Literal('meeting'), meeting: Meeting }),
  Type.Object({ t: Type.Literal('attendee'), meetingId: MeetingIdValue, attendee: Attendee }),
  /** One's own seat: let in, or sent away. */
  Type.Object({ t: Type.Literal('seat'), meetingId: MeetingIdValue, chatChannelId: ChannelIdValue, attendeeId: AttendeeIdValue, state: Type.Union([Type.Literal('admitted'), Type.Literal('removed')]) }),
  Type.Object({ t: Type.Literal('pong') }),
]);
export type ServerPush = Static<typeof ServerPush>;
