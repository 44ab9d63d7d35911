import { sql as raw } from 'kysely';
import type { AccountId, ChannelId, PersonId } from '@carillon/kernel/ids.js';
import type { Sql } from '../../platform/database/database.js';
import type { PersonRow } from '../../users/model.js';

/** SQL about people who ask to be let into a room of their account. */

export interface DoorRow {
  name: string;
  accountId: AccountId;
  memberCount: number;
  requestCount: number;
  askedAt: Date | null;
  deniedAt: Date | null;
}

/** A room of an account the person has joined, and is no member of. */
export async function readDoor(sql: Sql, channelId: ChannelId, personId: PersonId): Promise<DoorRow | undefined> {
  return sql
    .selectFrom('channel')
    .innerJoin('membership', join => join.onRef('membership.account_id', '=', 'channel.account_id').on('membership.person_id', '=', personId).on('membership.status', '=', 'Joined'))
    .leftJoin('room_access_request as request', join => join.onRef('request.channel_id', '=', 'channel.id').on('request.person_id', '=', personId))
    .select(['channel.name', 'channel.account_id as accountId', 'channel.member_count as memberCount', 'channel.access_request_count as requestCount', 'request.asked_at as askedAt', 'request.denied_at as deniedAt'])
    .$narrowType<{ name: string; accountId: AccountId }>()
    .where('channel.id', '=', channelId)
    .where('channel.kind', '=', 'room')
    .where(eb => eb.not(eb.exists(eb.selectFrom('channel_member').select('member_id').where('channel_id', '=', channelId).where('member_id', '=', personId))))
    .executeTakeFirst();
}

/** Asks, or asks again after a refusal. */
export async function insertRequest(sql: Sql, channelId: ChannelId, personId: PersonId, at: Date): Promise<void> {
  await sql
    .insertInto('room_access_request')
    .values({ channel_id: channelId, person_id: personId, asked_at: at, denied_at: null })
    .onConflict(conflict => conflict.columns(['channel_id', 'person_id']).doUpdateSet({ asked_at: at, denied_at: null }))
    .execute();
}

/** Unanswered ones, the oldest first. */
export async function readRequests(sql: Sql, channelId: ChannelId, limit: number): Promise<(PersonRow & { askedAt: Date })[]> {
  return sql
    .selectFrom('room_access_request as request')
    .innerJoin('person', 'person.id', 'request.person_id')
    .select(['person.id', 'person.email', 'person.display_name as displayName', 'person.picture_version as pictureVersion', 'request.asked_at as askedAt'])
    .where('channel_id', '=', channelId)
    .where('denied_at', 'is', null)
    .orderBy('asked_at')
    .orderBy('person.id')
    .limit(limit)
    .execute();
}

/** One who asks, still belongs to the room's account and can sign in. */
export async function readAsker(sql: Sql, channelId: ChannelId, personId: PersonId): Promise<PersonRow | undefined> {
  return sql
    .selectFrom('room_access_request as request')
    .innerJoin('channel', 'channel.id', 'request.channel_id')
    .innerJoin('membership', join => join.onRef('membership.account_id', '=', 'channel.account_id').onRef('membership.person_id', '=', 'request.person_id').on('membership.status', '=', 'Joined'))
    .innerJoin('person', 'person.id', 'request.person_id')
    .select(['person.id', 'person.email', 'person.display_name as displayName', 'person.picture_version as pictureVersion'])
    .where('request.channel_id', '=', channelId)
    .where('request.person_id', '=', personId)
    .where('request.denied_at', 'is', null)
    .where('person.registration', '=', 'Registered')
    .executeTakeFirst();
}

/** Says whether there was an unanswered one. */
export async function denyRequest(sql: Sql, channelId: ChannelId, personId: PersonId, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await sql.updateTable('room_access_request').set({ denied_at: at }).where('channel_id', '=', channelId).where('person_id', '=', personId).where('denied_at', 'is', null).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Says whether there were any. */
export async function deleteRequests(sql: Sql, channelId: ChannelId, people: readonly PersonId[]): Promise<boolean> {
  if (people.length === 0) return false;
  const { numDeletedRows } = await sql.deleteFrom('room_access_request').where('channel_id', '=', channelId).where('person_id', 'in', [...people]).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Where a person asks. */
export async function readRequestedChannels(sql: Sql, personId: PersonId): Promise<ChannelId[]> {
  return (await sql.selectFrom('room_access_request').select('channel_id as id').where('person_id', '=', personId).orderBy('channel_id').execute()).map(row => row.id);
}

/** Counts the unanswered ones anew; the number when it is another than before. The caller holds the channel's lock. */
export async function updateRequestCount(sql: Sql, channelId: ChannelId): Promise<number | undefined> {
  const { rows } = await raw<{ count: number }>`
    with counted as (select count(*)::int as count from room_access_request where channel_id = ${channelId} and denied_at is null)
    update channel set access_request_count = counted.count from counted
    where id = ${channelId} and access_request_count <> counted.count returning counted.count`.execute(sql);
  return rows[0]?.count;
}
