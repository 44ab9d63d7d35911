import { sql as raw } from 'kysely';
import type { AccountId, AttachmentId, ChannelId, GuestId, MessageId, PersonId } from '@carillon/kernel/ids.js';
import { ASSISTANT_ID } from '@carillon/wire/assistant.js';
import type { Sql } from '../../platform/database/database.js';
import type { AttachmentRow, MemberId, MessageRow } from '../model.js';
import type { PreviewRow } from '../previews/model.js';

/** All SQL about messages and their files; the channels' own is in `store.ts`. */

export interface NewMessage {
  id: MessageId;
  channelId: ChannelId;
  senderId: MemberId;
  senderKind: MessageRow['senderKind'];
  content: string;
  mentions: MessageRow['mentions'];
  quoted: MessageRow['quoted'];
  clientToken: string;
  at: Date;
}

export interface WrittenMessage extends MessageRow {
  /** Somebody hid the channel. */
  hasHidden: boolean;
  withAssistant: boolean;
}

/**
 * One statement: proves the seat, takes the numbers under the channel's row lock, writes message and event, and marks
 * the sender's own message as read. Undefined when the sender has no seat, or sits with one other person and one of them blocks the other.
 * A second message with one token fails on the unique key.
 */
export async function insertMessage(sql: Sql, message: NewMessage): Promise<WrittenMessage | undefined> {
  const { rows } = await raw<{ seq: number; ordinal: number; at: Date; name: string; hasHidden: boolean; withAssistant: boolean }>`
    with seat as (
      select m.channel_id, coalesce(p.display_name, a.name, m.program_name) as name
      from channel_member m
      left join person p on m.member_kind = 'person' and p.id = m.member_id
      left join attendee a on m.member_kind = 'guest' and a.guest_id = m.member_id
      where m.channel_id = ${message.channelId} and m.member_id = ${message.senderId} and not exists (
        select 1 from channel two join channel_member other on other.channel_id = two.id and other.member_id <> ${message.senderId}
        join blocked_person b on (b.person_id = other.member_id and b.blocked_id = ${message.senderId}) or (b.person_id = ${message.senderId} and b.blocked_id = other.member_id)
        where two.id = ${message.channelId} and two.kind = 'direct')
    ), numbered as (
      update channel c
      set last_seq = c.last_seq + 1, message_count = c.message_count + 1, last_event_at = greatest(c.last_event_at, ${message.at}::timestamptz), last_message_id = ${message.id}
      from seat where c.id = seat.channel_id
      returning c.id, c.last_seq, c.message_count, c.last_event_at, seat.name
    ), written as (
      insert into message (channel_id, seq, ordinal, id, sender_id, sender_kind, sender_name, content, mentions, quoted, client_token, created_at)
      select id, last_seq, message_count, ${message.id}::uuid, ${message.senderId}::uuid, ${message.senderKind}, name, ${message.content},
        ${JSON.stringify(message.mentions)}::jsonb, ${message.quoted && JSON.stringify(message.quoted)}::jsonb, ${message.clientToken}, last_event_at
      from numbered
    ), logged as (
      insert into channel_event (channel_id, seq, kind, payload, created_at) select id, last_seq, 'message', '{}', last_event_at from numbered
    ), own as (
      update channel_member m set last_read_ordinal = numbered.message_count from numbered where m.channel_id = numbered.id and m.member_id = ${message.senderId}
    )
    select last_seq as seq, message_count as ordinal, last_event_at as at, name,
      exists (select 1 from channel_member where channel_id = ${message.channelId} and visibility = 'hidden') as "hasHidden",
      exists (select 1 from channel_member where channel_id = ${message.channelId} and member_id = ${ASSISTANT_ID}::uuid) as "withAssistant"
    from numbered`.execute(sql);
  const written = rows[0];
  return written && { ...message, seq: written.seq, ordinal: written.ordinal, senderName: written.name, createdAt: written.at, redactedAt: null, preview: null, hasHidden: written.hasHidden, withAssistant: written.withAssistant };
}

/** What a link led to travels with its message: no page of history needs another statement for it. */
const PREVIEW = raw<PreviewRow | null>`case when link_preview.address is not null then jsonb_build_object(
  'outcome', link_preview.outcome, 'address', link_preview.address, 'siteName', link_preview.site_name, 'title', link_preview.title, 'description', link_preview.description,
  'pictureWidth', link_preview.picture_width, 'pictureHeight', link_preview.picture_height, 'pictureMoves', link_preview.picture_moves) end`;

function selectMessages(sql: Sql) {
  return sql
    .selectFrom('message')
    .leftJoin('person', 'person.id', 'message.sender_id')
    .leftJoin('link_preview', 'link_preview.message_id', 'message.id')
    .select([
      'message.channel_id as channelId', 'message.seq', 'message.ordinal', 'message.id', 'message.sender_id as senderId', 'message.sender_kind as senderKind',
      raw<string>`coalesce(person.display_name, message.sender_name)`.as('senderName'), 'message.content', 'message.mentions', 'message.quoted', 'message.client_token as clientToken',
      'message.created_at as createdAt', 'message.redacted_at as redactedAt', PREVIEW.as('preview'),
    ]);
}

/** The message a sender sent with this token. */
export async function readMessageByToken(sql: Sql, channelId: ChannelId, senderId: MemberId, clientToken: string): Promise<MessageRow | undefined> {
  return selectMessages(sql).where('message.channel_id', '=', channelId).where('sender_id', '=', senderId).where('client_token', '=', clientToken).executeTakeFirst();
}

/** Newest first, below `before`, and not written before `from`. */
export async function readMessagesBefore(sql: Sql, channelId: ChannelId, before: number | undefined, from: Date | undefined, limit: number): Promise<MessageRow[]> {
  return selectMessages(sql)
    .where('message.channel_id', '=', channelId)
    .$if(before !== undefined, query => query.where('seq', '<', before!))
    .$if(from !== undefined, query => query.where('seq', '>=', firstSince(channelId, from!)))
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
}

/** Oldest first, above `after`, and not written before `from`. */
export async function readMessagesAfter(sql: Sql, channelId: ChannelId, after: number, from: Date | undefined, limit: number): Promise<MessageRow[]> {
  return selectMessages(sql)
    .where('message.channel_id', '=', channelId)
    .where('seq', '>', after)
    .$if(from !== undefined, query => query.where('seq', '>=', firstSince(channelId, from!)))
    .orderBy('seq')
    .limit(limit)
    .execute();
}

/** Times run with the numbers, and one number bounds the scan however much lies behind it; null when nothing is that new. */
function firstSince(channelId: ChannelId, from: Date) {
  return raw<number>`(select first.seq from message first where first.channel_id = ${channelId} and first.created_at >= ${from}::timestamptz order by first.created_at, first.seq limit 1)`;
}

/** In no order; those that are there. */
export async function readMessages(sql: Sql, ids: readonly MessageId[]): Promise<MessageRow[]> {
  if (ids.length === 0) return [];
  return selectMessages(sql).where('message.id', 'in', [...ids]).execute();
}

/** Both ends included, in no order. */
export async function readMessagesBetween(sql: Sql, channelId: ChannelId, from: number, to: number): Promise<MessageRow[]> {
  return selectMessages(sql).where('message.channel_id', '=', channelId).where('seq', '>=', from).where('seq', '<=', to).execute();
}

/** A file that was stored and not yet sent. */
export async function insertAttachment(
  sql: Sql,
  row: AttachmentRow & { channelId: ChannelId; uploadedBy: PersonId | GuestId; at: Date },
): Promise<void> {
  await sql
    .insertInto('attachment')
    .values({
      id: row.id, channel_id: row.channelId, message_id: null, uploaded_by: row.uploadedBy, name: row.name, content_type: row.contentType, bytes: row.bytes, width: row.width,
      height: row.height, moves: row.moves, created_at: row.at,
    })
    .execute();
}

const ATTACHMENT_COLUMNS = ['id', 'message_id as messageId', 'name', 'content_type as contentType', 'bytes', 'width', 'height', 'moves'] as const;

/**
 * Ties uploaded files to their message, in the order given; returns those that were the sender's, in this channel and
 * not yet sent.
 */
export async function claimAttachments(sql: Sql, ids: readonly AttachmentId[], message: { id: MessageId; channelId: ChannelId; senderId: MemberId }): Promise<AttachmentRow[]> {
  if (ids.length === 0) return [];
  const rows = await sql
    .updateTable('attachment')
    .set({ message_id: message.id, position: raw<number>`array_position(array[${raw.join(ids)}]::uuid[], id)` })
    .where('id', 'in', [...ids])
    .where('channel_id', '=', message.channelId)
    .where(raw<boolean>`uploaded_by = ${message.senderId}`)
    .where('message_id', 'is', null)
    .returning(ATTACHMENT_COLUMNS)
    .execute();
  return ids.flatMap(id => rows.filter(row => row.id === id));
}

/** The files of these messages, each message’s in the order they were attached. */
export async function readAttachments(sql: Sql, messageIds: readonly MessageId[]): Promise<AttachmentRow[]> {
  if (messageIds.length === 0) return [];
  return sql.selectFrom('attachment').select(ATTACHMENT_COLUMNS).where('message_id', 'in', [...messageIds]).orderBy('position').execute();
}

/** A file as `viewer` may see it: sent and not redacted in a channel of the viewer's, or uploaded by the viewer. */
export async function readVisibleAttachment(sql: Sql, id: AttachmentId, viewer: PersonId | GuestId): Promise<(AttachmentRow & { channelId: ChannelId; sentAt: Date | null }) | undefined> {
  return sql
    .selectFrom('attachment')
    .leftJoin('message', 'message.id', 'attachment.message_id')
    .innerJoin('channel_member', join => join.onRef('channel_member.channel_id', '=', 'attachment.channel_id').on('channel_member.member_id', '=', viewer))
    .select([
      'attachment.id', 'attachment.message_id as messageId', 'attachment.name', 'attachment.content_type as contentType', 'attachment.bytes', 'attachment.width', 'attachment.height', 'attachment.moves', 'attachment.channel_id as channelId',
      'message.created_at as sentAt',
    ])
    .where('attachment.id', '=', id)
    .where('message.redacted_at', 'is', null)
    .where(eb => eb.or([eb('attachment.message_id', 'is not', null), eb('attachment.uploaded_by', '=', viewer)]))
    .executeTakeFirst();
}

/** A file of a message that was not redacted, whoever asks. */
export async function readSentAttachment(sql: Sql, id: AttachmentId): Promise<(AttachmentRow & { channelId: ChannelId; sentAt: Date }) | undefined> {
  return sql
    .selectFrom('attachment')
    .innerJoin('message', 'message.id', 'attachment.message_id')
    .select([
      'attachment.id', 'attachment.message_id as messageId', 'attachment.name', 'attachment.content_type as contentType', 'attachment.bytes', 'attachment.width', 'attachment.height', 'attachment.moves', 'attachment.channel_id as channelId',
      'message.created_at as sentAt',
    ])
    .where('attachment.id', '=', id)
    .where('message.redacted_at', 'is', null)
    .executeTakeFirst();
}

/**
 * Deletes at most `limit` files that were uploaded before and never sent, and says which. Whoever sends one at this
 * moment keeps it or is refused.
 */
export async function deleteUnsentAttachments(sql: Sql, before: Date, limit: number): Promise<AttachmentId[]> {
  const rows = await sql
    .deleteFrom('attachment')
    .where('message_id', 'is', null)
    .where('id', 'in', query => query.selectFrom('attachment').select('id').where('message_id', 'is', null).where('created_at', '<', before).limit(limit))
    .returning('id')
    .execute();
  return rows.map(row => row.id);
}

/** Deletes at most `limit` files of a channel, and says which. */
export async function deleteAttachmentsOfChannel(sql: Sql, channelId: ChannelId, limit: number): Promise<AttachmentId[]> {
  const rows = await sql
    .deleteFrom('attachment')
    .where('id', 'in', query => query.selectFrom('attachment').select('id').where('channel_id', '=', channelId).limit(limit))
    .returning('id')
    .execute();
  return rows.map(row => row.id);
}

/** A message of a room of this account, or of a conversation with somebody of it. */
export async function readRedactable(sql: Sql, accountId: AccountId, kind: 'room' | 'conversation', channelId: ChannelId, id: MessageId): Promise<{ id: MessageId; channelId: ChannelId; redactedAt: Date | null } | undefined> {
  const query = sql
    .selectFrom('message')
    .innerJoin('channel', 'channel.id', 'message.channel_id')
    .select(['message.id', 'message.channel_id as channelId', 'message.redacted_at as redactedAt'])
    .where('message.id', '=', id)
    .where('channel.id', '=', channelId);
  if (kind === 'room') return query.where('channel.kind', '=', 'room').where('channel.account_id', '=', accountId).executeTakeFirst();
  return query
    .where('channel.kind', 'in', ['direct', 'group'])
    .where(eb => eb.exists(eb.selectFrom('channel_member').innerJoin('membership', 'membership.person_id', 'channel_member.member_id').select('membership.person_id').whereRef('channel_member.channel_id', '=', 'channel.id').where('membership.account_id', '=', accountId).where('membership.status', '=', 'Joined')))
    .executeTakeFirst();
}

/** Takes the words out of a message and of all that quote it. */
export async function blankMessage(sql: Sql, message: { id: MessageId; channelId: ChannelId }, by: { at: Date; byArn: string }): Promise<void> {
  await sql.updateTable('message').set({ content: '', mentions: '[]', quoted: null, redacted_at: by.at, redacted_by_arn: by.byArn }).where('id', '=', message.id).execute();
  await sql.updateTable('message').set({ quoted: null }).where('channel_id', '=', message.channelId).where(raw<boolean>`quoted ->> 'messageId' = ${message.id}`).execute();
}

export async function deleteAttachmentsOfMessage(sql: Sql, id: MessageId): Promise<AttachmentId[]> {
  return (await sql.deleteFrom('attachment').where('message_id', '=', id).returning('id').execute()).map(row => row.id);
}
