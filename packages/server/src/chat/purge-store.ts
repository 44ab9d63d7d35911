import { sql as raw } from 'kysely';
import type { AccountId, ChannelId, PersonId } from '@carillon/kernel/ids.js';
import type { Sql } from '../platform/database/database.js';

/** SQL of deleting people and accounts for good. */

/** Rooms and conversations that a person sits in. */
export async function readSeatsOfPerson(sql: Sql, personId: PersonId): Promise<{ channelId: ChannelId; kind: 'direct' | 'group' | 'room' | 'meeting' }[]> {
  return sql
    .selectFrom('channel_member')
    .innerJoin('channel', 'channel.id', 'channel_member.channel_id')
    .select(['channel.id as channelId', 'channel.kind'])
    .where('member_id', '=', personId)
    .orderBy('channel.id')
    .execute();
}

/** The person in a channel's log, from now on without address and name. */
export async function blankPersonInEvents(sql: Sql, channelId: ChannelId, person: { id: PersonId; displayName: string; email: string }): Promise<void> {
  const blank = JSON.stringify({ id: person.id, displayName: person.displayName, email: person.email, pictureVersion: null });
  await raw`
    update channel_event set payload = jsonb_set(payload, '{person}', ${blank}::jsonb)
    where channel_id = ${channelId} and payload -> 'person' ->> 'id' = ${person.id}`.execute(sql);
}

/** The name a deleted person's messages carry, in them and where others quote them. */
export async function blankSender(sql: Sql, channelId: ChannelId, senderId: PersonId, name: string): Promise<void> {
  await sql.updateTable('message').set({ sender_name: name }).where('channel_id', '=', channelId).where('sender_id', '=', senderId).execute();
  await raw`
    update message set quoted = jsonb_set(quoted, '{sender}', to_jsonb(${name}::text))
    where channel_id = ${channelId} and quoted is not null and quoted ->> 'messageId' in (select id::text from message where channel_id = ${channelId} and sender_id = ${senderId})`.execute(sql);
}

/** Members who are not deleted; guests and the Assistant are not counted. */
export async function countLivingMembers(sql: Sql, channelId: ChannelId): Promise<number> {
  const row = await sql
    .selectFrom('channel_member')
    .innerJoin('person', 'person.id', 'channel_member.member_id')
    .select(raw<number>`count(*)::int`.as('count'))
    .where('channel_id', '=', channelId)
    .where('registration', 'not in', ['Deleted', 'Assistant'])
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The member who came first; undefined in an empty room. */
export async function readLongestMember(sql: Sql, channelId: ChannelId): Promise<PersonId | undefined> {
  const row = await sql.selectFrom('channel_member').innerJoin('person', 'person.id', 'channel_member.member_id').select('person.id').where('channel_id', '=', channelId).orderBy('joined_seq').orderBy('joined_at').orderBy('person.id').limit(1).executeTakeFirst();
  return row?.id;
}

export async function detachRooms(sql: Sql, accountId: AccountId): Promise<void> {
  await sql.updateTable('channel').set({ account_id: null }).where('account_id', '=', accountId).execute();
}
