import { Type, type Static } from 'typebox';
import { AccountIdValue, AttachmentIdValue, BotIdValue, ChannelIdValue, GuestIdValue, MeetingIdValue, MessageIdValue, PersonIdValue, Time, WebhookIdValue } from '../values.js';
import { Person } from './identity.js';
import { route } from './route.js';

/** Conversations and rooms: one log each (docs: `data.md`, "Channels"). The sequence is the truth, a push is a hint. */

export const MESSAGE_LENGTH_MAX = 10_000;
export const ATTACHMENT_BYTES_MAX = 50 * 1024 * 1024;
export const ATTACHMENTS_PER_MESSAGE_MAX = 10;
export const GROUP_SIZE_MAX = 50;
export const ROOM_NAME_LENGTH_MAX = 100;
export const HISTORY_PAGE_MAX = 100;
export const SEARCH_LENGTH_MAX = 1_000;
export const MENTIONS_TOLD_MAX = 100;

export const ChannelKind = Type.Union([Type.Literal('direct'), Type.Literal('group'), Type.Literal('room'), Type.Literal('meeting')]);
export type ChannelKind = Static<typeof ChannelKind>;
export const MemberRole = Type.Union([Type.Literal('Administrator'), Type.Literal('Member')]);
export type MemberRole = Static<typeof MemberRole>;

export const NotificationLevel = Type.Union([Type.Literal('always'), Type.Literal('mentions'), Type.Literal('never')]);
export type NotificationLevel = Static<typeof NotificationLevel>;
/** Who may add members to a room: its administrators alone, or every member. */
export const InvitePolicy = Type.Union([Type.Literal('administrators'), Type.Literal('members')]);
export type InvitePolicy = Static<typeof InvitePolicy>;
/** A member, everybody in the channel, or those who had it open; of the last the people are named too. */
export const Mention = Type.Union([PersonIdValue, Type.Literal('all'), Type.Literal('present')]);
export type Mention = Static<typeof Mention>;

/** What one set for oneself in a channel: the same on all one's devices. */
export const ChannelSettings = Type.Object({
  favourite: Type.Boolean(),
  hidden: Type.Boolean(),
  desktop: NotificationLevel,
  mobile: NotificationLevel,
  /** Place among the favourites, from 0; null for those that were never put in order. */
  position: Type.Union([Type.Integer(), Type.Null()]),
});
export type ChannelSettings = Static<typeof ChannelSettings>;

/** What sits in a room and is no person. Programs are not counted as members. */
export const Program = Type.Union([
  Type.Object({ kind: Type.Literal('webhook'), id: WebhookIdValue, name: Type.String() }),
  Type.Object({ kind: Type.Literal('bot'), id: BotIdValue, name: Type.String() }),
]);
export type Program = Static<typeof Program>;

/** Who wrote. A guest of a meeting is not a person; the name is the one given at the door. A program's is the one it had when it wrote. */
export const Sender = Type.Union([
  Program,
  Type.Object({ kind: Type.Literal('person'), id: PersonIdValue, name: Type.String() }),
  Type.Object({ kind: Type.Literal('guest'), id: GuestIdValue, name: Type.String() }),
]);
export type Sender = Static<typeof Sender>;

/** A sender's name where nothing else tells what it is (guide, WHK-05): no program passes for a person. */
export function senderLabel({ kind, name }: Pick<Sender, 'kind' | 'name'>): string {
  return kind === 'webhook' ? `${name} (Webhook)` : kind === 'bot' ? `${name} (Bot)` : name;
}

export const Attachment = Type.Object({
  id: AttachmentIdValue,
  name: Type.String(),
  /** As the server judged it by content, not as the sender claimed. */
  contentType: Type.String(),
  bytes: Type.Integer(),
  /** Present for pictures the server could read; the preview is at `/api/attachments/<id>/preview`. What `moves` does so when the file itself is shown. */
  picture: Type.Optional(Type.Object({ width: Type.Integer(), height: Type.Integer(), moves: Type.Optional(Type.Literal(true)) })),
});
export type Attachment = Static<typeof Attachment>;

export const PREVIEW_TITLE_LENGTH_MAX = 200;
export const PREVIEW_DESCRIPTION_LENGTH_MAX = 300;

/** What the first link of a message leads to, as its owner describes it; text of strangers, without marks that turn its direction. */
export const LinkPreview = Type.Object({
  /** Where the link leads in the end: http or https, on the server that answered. */
  address: Type.String(),
  siteName: Type.Union([Type.String(), Type.Null()]),
  /** Null when the link leads to a picture itself. */
  title: Type.Union([Type.String(), Type.Null()]),
  description: Type.Union([Type.String(), Type.Null()]),
  /** Our own encoding at `/api/messages/<message id>/preview`, and of what `moves` with its motion at `/api/messages/<message id>/preview/moving`. */
  picture: Type.Union([Type.Object({ width: Type.Integer(), height: Type.Integer(), moves: Type.Boolean() }), Type.Null()]),
});
export type LinkPreview = Static<typeof LinkPreview>;

export const Message = Type.Object({
  id: MessageIdValue,
  channelId: ChannelIdValue,
  seq: Type.Integer(),
  /** Counts messages alone; unread is a difference of ordinals. */
  ordinal: Type.Integer(),
  sender: Sender,
  /** Markdown source; empty when redacted. */
  content: Type.String(),
  attachments: Type.Array(Attachment),
  /** Whom `content` mentions (its form: `mentions.ts`): members alone, each once. */
  mentions: Type.Array(Mention),
  quoted: Type.Union([Type.Object({ messageId: MessageIdValue, sender: Type.String(), excerpt: Type.String() }), Type.Null()]),
  /** Comes a moment after the message, when its first link leads to something that can be shown. */
  preview: Type.Optional(LinkPreview),
  createdAt: Time,
  redactedAt: Type.Union([Time, Type.Null()]),
  /** The sender's own token: tells the sender's devices which waiting message this is. */
  clientToken: Type.String(),
});
export type Message = Static<typeof Message>;

/** Who did it: a person of the room, or null when an administrator did through the API. */
const By = Type.Union([PersonIdValue, Type.Null()]);
const eventBase = { channelId: ChannelIdValue, seq: Type.Integer(), at: Time };
export const ChannelEvent = Type.Union([
  Type.Object({ ...eventBase, kind: Type.Literal('message'), message: Message }),
  /** Here stood a message that retention hides or has deleted. */
  Type.Object({ ...eventBase, kind: Type.Literal('expired'), ordinal: Type.Integer() }),
  Type.Object({ ...eventBase, kind: Type.Literal('redacted'), messageId: MessageIdValue }),
  /** What the message's first link leads to; null when that is gone, as its message is. */
  Type.Object({ ...eventBase, kind: Type.Literal('previewed'), messageId: MessageIdValue, preview: Type.Union([LinkPreview, Type.Null()]) }),
  Type.Object({ ...eventBase, kind: Type.Literal('renamed'), name: Type.String(), by: By }),
  Type.Object({ ...eventBase, kind: Type.Literal('invite-policy'), invitePolicy: InvitePolicy, by: By }),
  /** Somebody asked to be let in, or was answered; who, the administrators ask. */
  Type.Object({ ...eventBase, kind: Type.Literal('access-requests'), count: Type.Integer() }),
  Type.Object({ ...eventBase, kind: Type.Literal('member-added'), person: Person, role: MemberRole, by: By }),
  Type.Object({ ...eventBase, kind: Type.Literal('member-changed'), person: Person, role: MemberRole, by: By }),
  Type.Object({ ...eventBase, kind: Type.Literal('member-left'), person: Person }),
  Type.Object({ ...eventBase, kind: Type.Literal('member-removed'), person: Person, by: By }),
  Type.Object({ ...eventBase, kind: Type.Literal('program-added'), program: Program, by: By }),
  Type.Object({ ...eventBase, kind: Type.Literal('program-changed'), program: Program, by: By }),
  Type.Object({ ...eventBase, kind: Type.Literal('program-removed'), program: Program, by: By }),
]);
export type ChannelEvent = Static<typeof ChannelEvent>;

export const Channel = Type.Object({
  id: ChannelIdValue,
  kind: ChannelKind,
  accountId: Type.Union([AccountIdValue, Type.Null()]),
  /** Rooms have one; conversations are named after their people. */
  name: Type.Union([Type.String(), Type.Null()]),
  role: MemberRole,
  memberCount: Type.Integer(),
  /** All members of a conversation (≤ 50) without oneself; empty for rooms, whose members are paged. */
  people: Type.Array(Person),
  createdAt: Time,
  lastSeq: Type.Integer(),
  messageCount: Type.Integer(),
  lastReadOrdinal: Type.Integer(),
  /** Unread messages that mention oneself, oldest first; the newest MENTIONS_TOLD_MAX. */
  unreadMentions: Type.Array(Type.Object({ messageId: MessageIdValue, ordinal: Type.Integer() })),
  settings: ChannelSettings,
  invitePolicy: InvitePolicy,
  /** How many ask to be let into the room. */
  accessRequestCount: Type.Integer(),
  lastMessage: Type.Union([Message, Type.Null()]),
  /** The meeting that runs here now. */
  meetingId: Type.Union([MeetingIdValue, Type.Null()]),
});
export type Channel = Static<typeof Channel>;

export const Member = Type.Object({ person: Person, role: MemberRole });
export type Member = Static<typeof Member>;

const channelParams = Type.Object({ channelId: ChannelIdValue });
const OneChannel = Type.Object({ channel: Channel });

/** All conversations and rooms one is in, newest activity first; at most 1,500. */
export const listChannels = route('GET', '/api/channels', { reply: Type.Object({ channels: Type.Array(Channel) }) });
export const getChannel = route('GET', '/api/channels/:channelId', { params: channelParams, reply: OneChannel });
/** A set of people is one conversation: asking again gives the one that is there. */
export const openConversation = route('POST', '/api/conversations', {
  body: Type.Object({ personIds: Type.Array(PersonIdValue, { minItems: 1, maxItems: GROUP_SIZE_MAX - 1, uniqueItems: true }) }),
  reply: OneChannel,
});
export const createRoom = route('POST', '/api/rooms', {
  body: Type.Object({ name: Type.String({ minLength: 1, maxLength: ROOM_NAME_LENGTH_MAX, pattern: '\\S' }), personIds: Type.Array(PersonIdValue, { maxItems: 200, uniqueItems: true }) }),
  reply: OneChannel,
});
export const renameRoom = route('PATCH', '/api/rooms/:channelId', {
  params: channelParams,
  body: Type.Object({ name: Type.String({ minLength: 1, maxLength: ROOM_NAME_LENGTH_MAX, pattern: '\\S' }) }),
});

export const listMembers = route('GET', '/api/channels/:channelId/members', {
  params: channelParams,
  query: Type.Object({ after: Type.Optional(PersonIdValue) }),
  reply: Type.Object({ members: Type.Array(Member), next: Type.Union([PersonIdValue, Type.Null()]) }),
});
/** The webhooks and bots of a channel, for its people. */
export const listPrograms = route('GET', '/api/channels/:channelId/programs', { params: channelParams, reply: Type.Object({ programs: Type.Array(Program) }) });
/** In a room this adds; in a conversation it opens the conversation of the larger set and answers with that one. */
export const addMembers = route('POST', '/api/channels/:channelId/members', {
  params: channelParams,
  body: Type.Object({ personIds: Type.Array(PersonIdValue, { minItems: 1, maxItems: 200, uniqueItems: true }) }),
  reply: OneChannel,
});
export const removeMember = route('DELETE', '/api/channels/:channelId/members/:personId', {
  params: Type.Object({ channelId: ChannelIdValue, personId: PersonIdValue }),
});
/** For a room's administrators. */
export const updateMember = route('PATCH', '/api/channels/:channelId/members/:personId', {
  params: Type.Object({ channelId: ChannelIdValue, personId: PersonIdValue }),
  body: Type.Object({ role: MemberRole }),
});
/** The last administrator makes somebody else one first. */
export const leaveRoom = route('POST', '/api/rooms/:channelId/leave', { params: channelParams });

/** The newest ones, those below `before`, those above `after`, or those on both sides of `around`. */
export const listMessages = route('GET', '/api/channels/:channelId/messages', {
  params: channelParams,
  query: Type.Object({
    before: Type.Optional(Type.Integer({ minimum: 1 })), after: Type.Optional(Type.Integer({ minimum: 0 })), around: Type.Optional(Type.Integer({ minimum: 1 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: HISTORY_PAGE_MAX })),
  }),
  /** In order of `seq`, oldest first. `more`: there are older ones (with `after`: always, and not looked for). `newer`: there are newer ones. */
  reply: Type.Object({ messages: Type.Array(Message), more: Type.Boolean(), newer: Type.Boolean() }),
});
/** What lies after a number one has. `more`: ask again after the last. */
export const listEvents = route('GET', '/api/channels/:channelId/events', {
  params: channelParams,
  query: Type.Object({ after: Type.Integer({ minimum: 0 }) }),
  reply: Type.Object({ events: Type.Array(ChannelEvent), more: Type.Boolean() }),
});
/** Sending again with the same token gives the message that is already there. */
export const sendMessage = route('POST', '/api/channels/:channelId/messages', {
  params: channelParams,
  body: Type.Object({
    clientToken: Type.String({ minLength: 8, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' }),
    content: Type.String({ maxLength: MESSAGE_LENGTH_MAX }),
    attachmentIds: Type.Optional(Type.Array(AttachmentIdValue, { maxItems: ATTACHMENTS_PER_MESSAGE_MAX, uniqueItems: true })),
    quotedMessageId: Type.Optional(MessageIdValue),
  }),
  reply: Type.Object({ message: Message }),
});
export const markRead = route('POST', '/api/channels/:channelId/read', { params: channelParams, body: Type.Object({ ordinal: Type.Integer({ minimum: 0 }) }) });

/** The body is the file's bytes. The name is what the sender's system calls it; it never becomes a path. */
export const uploadAttachment = route('POST', '/api/channels/:channelId/attachments', {
  params: channelParams,
  query: Type.Object({ name: Type.String({ minLength: 1, maxLength: 255 }) }),
  rawBody: true,
  reply: Type.Object({ attachment: Attachment }),
});

/**
 * Messages with all the words, in one's conversations and rooms, newest first. `next` goes on from where this page ended; a page may be short, or
 * empty, and still have one. Without words the filters alone count. A
 * thousand letters of some scripts are longer than an address may be, so they come as a body.
 */
export const searchMessages = route('POST', '/api/search', {
  body: Type.Object({
    q: Type.Optional(Type.String({ maxLength: SEARCH_LENGTH_MAX })), from: Type.Optional(PersonIdValue), in: Type.Optional(ChannelIdValue),
    /** `since` included, `until` not. */
    since: Type.Optional(Time), until: Type.Optional(Time), files: Type.Optional(Type.Boolean()), next: Type.Optional(Type.String({ maxLength: 2_000 })),
  }),
  reply: Type.Object({ messages: Type.Array(Message), next: Type.Union([Type.String(), Type.Null()]) }),
});

/** Finds people, rooms, conversations and meetings by name or address, as one types. */
export const find = route('GET', '/api/find', {
  query: Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }) }),
  reply: Type.Object({ people: Type.Array(Person), channelIds: Type.Array(ChannelIdValue) }),
});
export const listPeople = route('GET', '/api/people', {
  query: Type.Object({ after: Type.Optional(PersonIdValue) }),
  reply: Type.Object({ people: Type.Array(Person), next: Type.Union([PersonIdValue, Type.Null()]) }),
});
