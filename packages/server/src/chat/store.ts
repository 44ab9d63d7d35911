import { sql as raw } from 'kysely';
import type { AccountId, ChannelId, GuestId, PersonId } from '@carillon/kernel/ids.js';
import type { ChannelKind, MemberRole } from '@carillon/wire/rest/chat.js';
import type { Sql } from '../platform/database/database.js';
import { escapeLike } from '../platform/database/like-pattern.js';
import type { PersonRow } from '../users/model.js';
import { CHANNELS_MAX, MEMBERS_PAGE, type ChannelRow, type MemberId } from './model.js';

/** What was deleted by its age is read by everybody: nobody can read it any more. */
const LAST_READ = raw<number>`greatest(seat.last_read_ordinal, channel.expired_ordinal)`.as('lastReadOrdinal');

function selectChannels(sql: Sql, memberId: MemberId) {
  return sql
    .selectFrom('channel_member as seat')
    .innerJoin('channel', 'channel.id', 'seat.channel_id')
    .select([
      'channel.id', 'channel.kind', 'channel.account_id as accountId', 'channel.name', 'channel.created_at as createdAt', 'channel.last_seq as lastSeq',
      'channel.message_count as messageCount', 'channel.member_count as memberCount', 'channel.last_message_id as lastMessageId', 'seat.role',
      LAST_READ, 'channel.invite_policy as invitePolicy', 'channel.access_request_count as accessRequestCount', 'seat.favourite', 'seat.visibility',
      'seat.notification_level as desktop', 'seat.mobile_notification_level as mobile', 'seat.position',
    ])
    .where('seat.member_id', '=', memberId);
}

/** A channel seen from a member's seat; undefined without a seat. */
export async function readChannel(sql: Sql, id: ChannelId, memberId: MemberId): Promise<ChannelRow | undefined> {
  return selectChannels(sql, memberId).where('channel.id', '=', id).executeTakeFirst();
}

/** All conversations and rooms of a person, newest activity first. */
export async function readChannels(sql: Sql, memberId: MemberId): Promise<ChannelRow[]> {
  return selectChannels(sql, memberId).where('channel.kind', '!=', 'meeting').orderBy('channel.last_event_at', 'desc').limit(CHANNELS_MAX).execute();
}

export interface ChannelNumbers {
  id: ChannelId;
  lastSeq: number;
  messageCount: number;
  lastReadOrdinal: number;
}

/** The numbers of all channels one sits in, meetings' chats too: what a reconnecting client compares. */
export async function readChannelNumbers(sql: Sql, memberId: MemberId): Promise<ChannelNumbers[]> {
  return sql
    .selectFrom('channel_member as seat')
    .innerJoin('channel', 'channel.id', 'seat.channel_id')
    .select(['channel.id', 'channel.last_seq as lastSeq', 'channel.message_count as messageCount', LAST_READ])
    .where('seat.member_id', '=', memberId)
    .orderBy('channel.last_event_at', 'desc')
    .limit(CHANNELS_MAX)
    .execute();
}

/** Names of rooms one is in that hold the words. */
export async function findRooms(sql: Sql, memberId: MemberId, words: string): Promise<ChannelId[]> {
  const pattern = escapeLike(words);
  const rows = await selectChannels(sql, memberId).where('channel.kind', '=', 'room').where('channel.name', 'ilike', `%${pattern}%`).orderBy('channel.last_event_at', 'desc').limit(20).execute();
  return rows.map(row => row.id);
}

/** A channel nobody sits in yet. Fails on the unique key when these people have a conversation. */
export async function insertChannel(
  sql: Sql,
  channel: { id: ChannelId; kind: ChannelKind; accountId: AccountId | null; name: string | null; peopleKey: string | null; createdBy: PersonId | null; at: Date },
): Promise<void> {
  await sql
    .insertInto('channel')
    .values({
      id: channel.id, kind: channel.kind, account_id: channel.accountId, name: channel.name, people_key: channel.peopleKey, created_by: channel.createdBy, created_at: channel.at,
      last_event_at: channel.at, last_message_id: null, created_by_arn: null, client_request_token: null, updated_at: null, retention: null,
    })
    .execute();
}

/** The conversation of a set of people, by `peopleKey`. */
export async function readChannelIdByPeople(sql: Sql, peopleKey: string): Promise<ChannelId | undefined> {
  return (await sql.selectFrom('channel').select('id').where('people_key', '=', peopleKey).executeTakeFirst())?.id;
}

/**
 * Takes the channel's row lock: whoever changes seats or roles takes it first, so that two who do are one after the
 * other.
 */
export async function lockChannel(sql: Sql, channelId: ChannelId): Promise<void> {
  await sql.selectFrom('channel').select('id').where('id', '=', channelId).forNoKeyUpdate().execute();
}

/**
 * Adds who is not yet a member, and counts, in one statement; returns the ids that were added. Takes the channel's row
 * lock.
 */
export async function insertMembers(
  sql: Sql,
  channelId: ChannelId,
  members: readonly { id: PersonId | GuestId; kind: 'person' | 'guest'; role: MemberRole }[],
  at: Date,
  invitedBy: string | null = null,
): Promise<(PersonId | GuestId)[]> {
  if (members.length === 0) return [];
  const { rows } = await raw<{ memberId: PersonId | GuestId }>`
    with place as (
      select id, last_seq, message_count from channel where id = ${channelId} for no key update
    ), added as (
      insert into channel_member (channel_id, member_id, member_kind, role, joined_seq, joined_at, last_read_ordinal, invited_by)
      select place.id, one.id, one.kind, one.role, place.last_seq, ${at}::timestamptz, place.message_count, ${invitedBy}::text
      from place, jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as one (id uuid, kind text, role text)
      on conflict (channel_id, member_id) do nothing
      returning member_id
    ), counted as (
      update channel set member_count = member_count + (select count(*) from added) where id = ${channelId}
    )
    select member_id as "memberId" from added`.execute(sql);
  return rows.map(row => row.memberId);
}

/** Says whether there was such a member. */
export async function deleteMember(sql: Sql, channelId: ChannelId, memberId: MemberId): Promise<boolean> {
  const { numDeletedRows } = await sql.deleteFrom('channel_member').where('channel_id', '=', channelId).where('member_id', '=', memberId).executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  await sql.updateTable('channel').set(eb => ({ member_count: eb('member_count', '-', 1) })).where('id', '=', channelId).execute();
  return true;
}

/** Everybody's seat, programs' too; returns which people and guests sat there. */
export async function deleteMembers(sql: Sql, channelId: ChannelId): Promise<(PersonId | GuestId)[]> {
  const rows = await sql.deleteFrom('channel_member').where('channel_id', '=', channelId).returning(['member_id as id', 'member_kind as kind']).execute();
  await sql.updateTable('channel').set({ member_count: 0 }).where('id', '=', channelId).execute();
  return rows.flatMap(row => (row.kind === 'person' || row.kind === 'guest' ? [row.id as PersonId | GuestId] : []));
}

/** Deletes at most `limit` rows of a channel's log, the oldest first; says how many. */
export async function deleteChannelBatch(sql: Sql, table: 'message' | 'channel_event', channelId: ChannelId, limit: number): Promise<number> {
  const { numDeletedRows } = await sql
    .deleteFrom(table)
    .where('channel_id', '=', channelId)
    .where('seq', 'in', query => query.selectFrom(table).select('seq').where('channel_id', '=', channelId).orderBy('seq').limit(limit))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** With whatever still hangs on it, and our copies of what bots got of its messages. */
export async function deleteChannel(sql: Sql, channelId: ChannelId): Promise<void> {
  await sql.deleteFrom('bot_delivery').where('channel_id', '=', channelId).where('event_type', '=', 'Mention').execute();
  await sql.deleteFrom('channel').where('id', '=', channelId).execute();
}

/** Says whether there was such a member. */
export async function updateMemberRole(sql: Sql, channelId: ChannelId, memberId: MemberId, role: MemberRole, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await sql.updateTable('channel_member').set({ role, updated_at: at }).where('channel_id', '=', channelId).where('member_id', '=', memberId).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * The people besides this one. The caller holds the channel's lock, so that two administrators cannot leave at once.
 */
export async function countOtherMembers(sql: Sql, channelId: ChannelId, memberId: MemberId): Promise<{ administrators: number; members: number }> {
  const row = await sql
    .selectFrom('channel_member')
    .select([raw<number>`count(*)::int`.as('members'), raw<number>`(count(*) filter (where role = 'Administrator'))::int`.as('administrators')])
    .where('channel_id', '=', channelId)
    .where('member_id', '!=', memberId)
    .where('member_kind', '=', 'person')
    .executeTakeFirstOrThrow();
  return row;
}

/** A room’s new name. */
export async function updateChannelName(sql: Sql, channelId: ChannelId, name: string, at: Date): Promise<void> {
  await sql.updateTable('channel').set({ name, updated_at: at }).where('id', '=', channelId).execute();
}

/** Numbers events of one kind under the channel's row lock and writes them, in order and in one statement. */
export async function insertEvents(
  sql: Sql,
  channelId: ChannelId,
  kind: string,
  payloads: readonly Record<string, unknown>[],
  at: Date,
): Promise<{ seq: number; at: Date }[]> {
  const { rows } = await raw<{ seq: number; at: Date }>`
    with numbered as (
      update channel set last_seq = last_seq + ${payloads.length}::int, last_event_at = greatest(last_event_at, ${at}::timestamptz)
      where id = ${channelId} returning id, last_seq - ${payloads.length}::int as base, last_event_at
    )
    insert into channel_event (channel_id, seq, kind, payload, created_at)
    select numbered.id, numbered.base + one.position, ${kind}, one.payload, numbered.last_event_at
    from numbered, jsonb_array_elements(${JSON.stringify(payloads)}::jsonb) with ordinality as one (payload, position)
    returning seq, created_at as at`.execute(sql);
  return rows.toSorted((a, b) => Number(a.seq) - Number(b.seq));
}

export interface EventRow {
  seq: number;
  kind: string;
  payload: Record<string, unknown>;
  at: Date;
}

/** Events above a number, in their order. */
export async function readEvents(sql: Sql, channelId: ChannelId, after: number, limit: number): Promise<EventRow[]> {
  return sql.selectFrom('channel_event').select(['seq', 'kind', 'payload', 'created_at as at']).where('channel_id', '=', channelId).where('seq', '>', after).orderBy('seq').limit(limit).execute();
}

/**
 * Moves a member's read position forward, never back and never past the last message. The new one, or undefined when
 * nothing moved.
 */
export async function updateReadOrdinal(sql: Sql, channelId: ChannelId, memberId: MemberId, ordinal: number): Promise<number | undefined> {
  const row = await sql
    .updateTable('channel_member')
    .from('channel')
    .set(eb => ({ last_read_ordinal: eb.fn<number>('least', [eb.val(ordinal), 'channel.message_count']) }))
    .whereRef('channel.id', '=', 'channel_member.channel_id')
    .where('channel_member.channel_id', '=', channelId)
    .where('member_id', '=', memberId)
    .where(eb => eb('last_read_ordinal', '<', eb.fn<number>('least', [eb.val(ordinal), 'channel.message_count'])))
    .returning('last_read_ordinal as ordinal')
    .executeTakeFirst();
  return row && Number(row.ordinal);
}

/** People of conversations (≤ 50 each), without the viewer. */
export async function readPeopleOf(sql: Sql, channelIds: readonly ChannelId[], viewer: MemberId): Promise<(PersonRow & { channelId: ChannelId })[]> {
  if (channelIds.length === 0) return [];
  return sql
    .selectFrom('channel_member as seat')
    .innerJoin('person', 'person.id', 'seat.member_id')
    .select(['seat.channel_id as channelId', 'person.id', 'person.email', 'person.display_name as displayName', 'person.picture_version as pictureVersion'])
    .where('seat.channel_id', 'in', [...channelIds])
    .where('seat.member_id', '!=', viewer)
    .orderBy('person.sort_name')
    .execute();
}

/** One member of a channel as a person; undefined for whoever is not in it. */
export async function readMember(sql: Sql, channelId: ChannelId, personId: MemberId): Promise<PersonRow | undefined> {
  return sql
    .selectFrom('channel_member as seat')
    .innerJoin('person', 'person.id', 'seat.member_id')
    .select(['person.id', 'person.email', 'person.display_name as displayName', 'person.picture_version as pictureVersion'])
    .where('seat.channel_id', '=', channelId)
    .where('seat.member_id', '=', personId)
    .executeTakeFirst();
}

/** A page of a channel's people in order of name, and one more, which tells whether there is another page. */
export async function readMembers(sql: Sql, channelId: ChannelId, after: PersonId | undefined, limit = MEMBERS_PAGE): Promise<(PersonRow & { role: MemberRole })[]> {
  return sql
    .selectFrom('channel_member as seat')
    .innerJoin('person', 'person.id', 'seat.member_id')
    .select(['seat.role', 'person.id', 'person.email', 'person.display_name as displayName', 'person.picture_version as pictureVersion'])
    .where('seat.channel_id', '=', channelId)
    .$if(after !== undefined, query =>
      query.where(({ eb, refTuple, selectFrom }) =>
        eb(refTuple('person.sort_name', 'person.id'), '>', selectFrom('person as last').select(['last.sort_name', 'last.id']).where('last.id', '=', after!).$asTuple('sort_name', 'id')),
      ),
    )
    .orderBy('person.sort_name')
    .orderBy('person.id')
    .limit(limit + 1)
    .execute();
}
