import { sql as raw } from 'kysely';
import type { ChannelId, GuestId, MessageId, PersonId } from '@carillon/kernel/ids.js';
import { MENTIONS_TOLD_MAX } from '@carillon/wire/rest/chat.js';
import type { Sql } from '../../platform/database/database.js';

/** SQL about mentions. Nothing is written for those who are mentioned: what is unread is a question of ordinals. */

/** Those of `ids` who sit in the channel; the Assistant is nobody to mention. */
export async function readMembersAmong(sql: Sql, channelId: ChannelId, ids: readonly PersonId[]): Promise<{ id: PersonId; displayName: string }[]> {
  if (ids.length === 0) return [];
  return sql
    .selectFrom('channel_member')
    .innerJoin('person', 'person.id', 'channel_member.member_id')
    .select(['person.id', 'person.display_name as displayName'])
    .where('channel_id', '=', channelId)
    .where('person.id', 'in', [...ids])
    .where('person.registration', '!=', 'Assistant')
    .orderBy('person.id')
    .execute();
}

export interface MentionRow {
  channelId: ChannelId;
  messageId: MessageId;
  ordinal: number;
}

/** Unread messages that mention a member, oldest first, of each channel the newest MENTIONS_TOLD_MAX. */
export async function readUnreadMentions(sql: Sql, channelIds: readonly ChannelId[], memberId: PersonId | GuestId): Promise<MentionRow[]> {
  if (channelIds.length === 0) return [];
  const { rows } = await raw<MentionRow>`
    select seat.channel_id as "channelId", found.id as "messageId", found.ordinal
    from channel_member seat
    cross join lateral (
      select m.id, m.ordinal from message m
      where m.channel_id = seat.channel_id and m.mentions <> '[]'::jsonb and m.ordinal > seat.last_read_ordinal
        and m.mentions ?| array['all', ${memberId}::text]
      order by m.ordinal desc limit ${MENTIONS_TOLD_MAX}::int
    ) found
    where seat.member_id = ${memberId} and seat.channel_id in (${raw.join(channelIds)})
    order by found.ordinal`.execute(sql);
  return rows.map(row => ({ ...row, ordinal: Number(row.ordinal) }));
}
