import { sql as raw } from 'kysely';
import type { ChannelId, GuestId, MessageId, PersonId } from '@carillon/kernel/ids.js';
import type { Sql } from '../../platform/database/database.js';
import type { PreviewRow } from './model.js';

/** SQL of link previews; messages carry theirs by a join in `messages/message-store.ts`. */

const COLUMNS = [
  'outcome', 'address', 'site_name as siteName', 'title', 'description', 'picture_width as pictureWidth', 'picture_height as pictureHeight', 'picture_moves as pictureMoves',
] as const;

/** Whether a message's link was looked at. */
export async function hasPreview(sql: Sql, id: MessageId): Promise<boolean> {
  return (await sql.selectFrom('link_preview').select('message_id').where('message_id', '=', id).executeTakeFirst()) !== undefined;
}

/** What the same link led to for another message since then, the newest. */
export async function readPreviewOfLink(sql: Sql, linkHash: Buffer, since: Date): Promise<(PreviewRow & { messageId: MessageId }) | undefined> {
  return sql.selectFrom('link_preview').select([...COLUMNS, 'message_id as messageId']).where('link_hash', '=', linkHash).where('fetched_at', '>=', since).orderBy('fetched_at', 'desc').limit(1).executeTakeFirst();
}

/**
 * Writes a preview unless the message is redacted or gone, or has one; says where it did. The message's row is locked first: a redaction that is under
 * way is waited for, and one that comes later finds the preview.
 */
export async function insertPreview(sql: Sql, id: MessageId, row: PreviewRow & { linkHash: Buffer; at: Date }): Promise<ChannelId | undefined> {
  const { rows } = await raw<{ channelId: ChannelId }>`
    with living as (
      select id, channel_id from message where id = ${id} and redacted_at is null for no key update
    )
    insert into link_preview (message_id, channel_id, link_hash, outcome, address, site_name, title, description, picture_width, picture_height, picture_moves, fetched_at)
    select id, channel_id, ${row.linkHash}::bytea, ${row.outcome}, ${row.address}::text, ${row.siteName}::text, ${row.title}::text, ${row.description}::text, ${row.pictureWidth}::integer, ${row.pictureHeight}::integer,
      ${row.pictureMoves}::boolean, ${row.at}::timestamptz
    from living
    on conflict (message_id) do nothing
    returning channel_id as "channelId"`.execute(sql);
  return rows[0]?.channelId;
}

/** A preview as `viewer` may see it: of a message that was not redacted in a channel of the viewer's. */
export async function readVisiblePreview(sql: Sql, id: MessageId, viewer: PersonId | GuestId): Promise<(PreviewRow & { channelId: ChannelId; sentAt: Date }) | undefined> {
  return sql
    .selectFrom('link_preview')
    .innerJoin('message', 'message.id', 'link_preview.message_id')
    .innerJoin('channel_member', join => join.onRef('channel_member.channel_id', '=', 'link_preview.channel_id').on('channel_member.member_id', '=', viewer))
    .select([...COLUMNS, 'link_preview.channel_id as channelId', 'message.created_at as sentAt'])
    .where('link_preview.message_id', '=', id)
    .where('message.redacted_at', 'is', null)
    .executeTakeFirst();
}

/** Deletes the previews of messages, and says whose had something to show: those may have blobs. */
export async function deletePreviews(sql: Sql, ids: readonly MessageId[]): Promise<MessageId[]> {
  if (ids.length === 0) return [];
  const rows = await sql.deleteFrom('link_preview').where('message_id', 'in', [...ids]).returning(['message_id as id', 'picture_width as width']).execute();
  return rows.filter(row => row.width !== null).map(row => row.id);
}

/** Deletes at most `limit` previews of a channel, and says whose. */
export async function deletePreviewsOfChannel(sql: Sql, channelId: ChannelId, limit: number): Promise<MessageId[]> {
  const rows = await sql
    .deleteFrom('link_preview')
    .where('message_id', 'in', query => query.selectFrom('link_preview').select('message_id').where('channel_id', '=', channelId).limit(limit))
    .returning('message_id as id')
    .execute();
  return rows.map(row => row.id);
}
