import { createHash } from 'node:crypto';
import { badRequest } from '@carillon/kernel/errors.js';
import { timeOfId } from '@carillon/kernel/ids.js';
import type { AccountId, AttachmentId, ChannelId, GuestId, MeetingId, MessageId, PersonId, ProgramId } from '@carillon/kernel/ids.js';
import { mentionsAsText } from '@carillon/wire/mentions.js';
import type { Attachment, Channel, ChannelKind, ChannelSettings, InvitePolicy, MemberRole, Mention, Message, NotificationLevel, Sender } from '@carillon/wire/rest/chat.js';
import { ROOM_NAME_LENGTH_MAX } from '@carillon/wire/rest/chat.js';
import { presentPerson, type PersonRow } from '../users/model.js';
import { presentPreview, type PreviewRow } from './previews/model.js';

export const ROOM_SIZE_MAX = 10_000;
export const CHANNELS_MAX = 1_500;
export const EVENTS_PAGE = 200;
export const MEMBERS_PAGE = 100;
export const EXCERPT_LENGTH = 200;
/** Files uploaded and never sent are deleted after this. */
export const UNSENT_FILE_MS = 24 * 60 * 60 * 1000;

/** Who may have a seat in a channel. */
export type MemberId = PersonId | GuestId | ProgramId;

export interface MessageRow {
  channelId: ChannelId;
  seq: number;
  ordinal: number;
  id: MessageId;
  senderId: MemberId;
  senderKind: Sender['kind'];
  senderName: string;
  content: string;
  mentions: Mention[];
  quoted: { messageId: MessageId; sender: string; excerpt: string } | null;
  clientToken: string;
  createdAt: Date;
  redactedAt: Date | null;
  /** What its first link led to, once that is known and can be shown. */
  preview: PreviewRow | null;
}

export interface AttachmentRow {
  id: AttachmentId;
  messageId: MessageId | null;
  name: string;
  contentType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  /** A picture that is shown with its motion. */
  moves: boolean;
}

export interface ChannelRow {
  id: ChannelId;
  kind: ChannelKind;
  accountId: AccountId | null;
  name: string | null;
  createdAt: Date;
  lastSeq: number;
  messageCount: number;
  memberCount: number;
  lastMessageId: MessageId | null;
  role: MemberRole;
  lastReadOrdinal: number;
  invitePolicy: InvitePolicy;
  accessRequestCount: number;
  favourite: boolean;
  visibility: 'visible' | 'hidden';
  desktop: NotificationLevel;
  mobile: NotificationLevel;
  position: number | null;
}

/** A room as the administrators of its account see it. */
export interface RoomRow {
  id: ChannelId;
  accountId: AccountId;
  name: string;
  createdBy: PersonId | null;
  createdByArn: string | null;
  createdAt: Date;
  updatedAt: Date | null;
  memberCount: number;
}

/** A person's or a bot's seat in a room, seen the same way. */
export interface SeatRow {
  /** Of a bot its BotId. */
  id: PersonId;
  memberType: 'User' | 'Bot';
  email: string;
  displayName: string;
  accountId: AccountId | null;
  channelId: ChannelId;
  role: MemberRole;
  /** An ARN, or a person's id. */
  invitedBy: string | null;
  joinedAt: Date;
  updatedAt: Date | null;
}

/** Line ends and other controls, and halves of characters. */
const NOT_IN_A_NAME = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
const VISIBLE = /[^\p{Cc}\p{Cf}\p{Z}]/u;

/** Whether a name has something to see, stands on one line and has at most so many characters. */
export function isName(name: string, lengthMax: number): boolean {
  return VISIBLE.test(name) && !NOT_IN_A_NAME.test(name) && Array.from(name).length <= lengthMax;
}

/** A room's name as it is kept, by whichever door it comes: trimmed, something to see, on one line. BadRequest for others. */
export function checkRoomName(name: string): string {
  const trimmed = name.trim();
  if (!isName(trimmed, ROOM_NAME_LENGTH_MAX)) {
    throw badRequest(`A room's name has from 1 to ${ROOM_NAME_LENGTH_MAX} characters on one line.`, 'room-name');
  }
  return trimmed;
}

/** The wire form of a file. */
export function presentAttachment(row: AttachmentRow): Attachment {
  return {
    id: row.id,
    name: row.name,
    contentType: row.contentType,
    bytes: Number(row.bytes),
    ...(row.width !== null && row.height !== null && { picture: { width: row.width, height: row.height, ...(row.moves && { moves: true as const }) } }),
  };
}

/** A message as somebody sees it who sees nothing from before `from`: what it quotes of that is left out. */
export function withinRange(row: MessageRow, from: Date | undefined): MessageRow {
  return from && row.quoted && timeOfId(row.quoted.messageId) < from.getTime() ? { ...row, quoted: null } : row;
}

/** The wire form of a message, with those of `attachments` that are its own; a redacted one shows nothing. */
export function presentMessage(row: MessageRow, attachments: readonly AttachmentRow[]): Message {
  const redacted = row.redactedAt !== null;
  const preview = redacted ? undefined : presentPreview(row.preview);
  // The id is of the kind that stands beside it.
  const sender = { kind: row.senderKind, id: row.senderId, name: row.senderName } as Sender;
  return {
    id: row.id,
    channelId: row.channelId,
    seq: Number(row.seq),
    ordinal: Number(row.ordinal),
    sender,
    content: redacted ? '' : row.content,
    mentions: redacted ? [] : row.mentions,
    attachments: redacted ? [] : attachments.filter(attachment => attachment.messageId === row.id).map(presentAttachment),
    quoted: redacted ? null : row.quoted,
    ...(preview && { preview }),
    createdAt: row.createdAt.toISOString(),
    redactedAt: row.redactedAt?.toISOString() ?? null,
    clientToken: row.clientToken,
  };
}

/** What a member set for themselves. */
export function presentSettings(row: Pick<ChannelRow, 'favourite' | 'visibility' | 'desktop' | 'mobile' | 'position'>): ChannelSettings {
  return { favourite: row.favourite, hidden: row.visibility === 'hidden', desktop: row.desktop, mobile: row.mobile, position: row.position };
}

/** What belongs to a channel from a member's seat and stands in other tables. */
export interface ChannelParts {
  people: readonly PersonRow[];
  lastMessage: Message | null;
  meetingId: MeetingId | null;
  unreadMentions: Channel['unreadMentions'];
}

/** The wire form of a channel from a member’s seat. */
export function presentChannel(row: ChannelRow, { people, lastMessage, meetingId, unreadMentions }: ChannelParts): Channel {
  return {
    id: row.id,
    kind: row.kind,
    accountId: row.accountId,
    name: row.name,
    role: row.role,
    memberCount: row.memberCount,
    people: people.map(presentPerson),
    createdAt: row.createdAt.toISOString(),
    lastSeq: Number(row.lastSeq),
    messageCount: Number(row.messageCount),
    lastReadOrdinal: Number(row.lastReadOrdinal),
    unreadMentions,
    settings: presentSettings(row),
    invitePolicy: row.invitePolicy,
    accessRequestCount: row.accessRequestCount,
    lastMessage,
    meetingId,
  };
}

/** Stands for a set of people: the same for the same people, in whatever order. */
export function peopleKey(ids: readonly PersonId[]): string {
  return createHash('sha256').update(ids.toSorted().join(',')).digest('hex');
}

/** What a quotation shows of a message. */
export function excerptOf(content: string): string {
  const flat = mentionsAsText(content).replaceAll(/\s+/g, ' ').trim();
  const characters = Array.from(flat);
  return characters.length <= EXCERPT_LENGTH ? flat : `${characters.slice(0, EXCERPT_LENGTH - 1).join('')}…`;
}
