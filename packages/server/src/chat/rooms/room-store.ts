import { sql as raw } from 'kysely';
import type { AccountId, ChannelId, PersonId } from '@carillon/kernel/ids.js';
import type { InvitePolicy, MemberRole } from '@carillon/wire/rest/chat.js';
import type { Sql } from '../../platform/database/database.js';
import type { RoomRow, SeatRow } from '../model.js';

/** SQL about rooms as the administrators of their account see them. */

function selectRooms(sql: Sql, accountId: AccountId) {
  return sql
    .selectFrom('channel')
    .select([
      'channel.id', 'channel.name', 'channel.created_by as createdBy', 'channel.created_by_arn as createdByArn', 'channel.created_at as createdAt', 'channel.updated_at as updatedAt',
      'channel.member_count as memberCount', 'channel.account_id as accountId',
    ])
    .where('channel.account_id', '=', accountId)
    .where('channel.kind', '=', 'room')
    .$narrowType<{ name: string; accountId: AccountId }>();
}

export async function readRoom(sql: Sql, accountId: AccountId, id: ChannelId): Promise<RoomRow | undefined> {
  return selectRooms(sql, accountId).where('channel.id', '=', id).executeTakeFirst();
}

/** A room nobody sits in yet. False when the account has a room of this token: whoever is making one at this moment is waited for. */
export async function insertRoom(sql: Sql, room: { id: ChannelId; accountId: AccountId; name: string; createdByArn: string; token: string | undefined; at: Date }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await sql
    .insertInto('channel')
    .values({
      id: room.id, kind: 'room', account_id: room.accountId, name: room.name, people_key: null, created_by: null, created_at: room.at, last_event_at: room.at, last_message_id: null,
      created_by_arn: room.createdByArn, client_request_token: room.token ?? null, updated_at: null, retention: null,
    })
    .onConflict(conflict => conflict.columns(['account_id', 'client_request_token']).where('client_request_token', 'is not', null).doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The room that was made with this token. */
export async function readRoomByToken(sql: Sql, accountId: AccountId, token: string): Promise<RoomRow | undefined> {
  return selectRooms(sql, accountId).where('client_request_token', '=', token).executeTakeFirst();
}

/** In order of ids, and one more than `limit`; those that a member sits in, where one is given. */
export async function readRooms(sql: Sql, accountId: AccountId, filter: { memberId: PersonId | undefined; after: ChannelId | undefined }, limit: number): Promise<RoomRow[]> {
  return selectRooms(sql, accountId)
    .$if(filter.after !== undefined, query => query.where('channel.id', '>', filter.after!))
    .$if(filter.memberId !== undefined, query =>
      query.where(eb => eb.exists(eb.selectFrom('channel_member').select('channel_member.member_id').whereRef('channel_member.channel_id', '=', 'channel.id').where('channel_member.member_id', '=', filter.memberId!))),
    )
    .orderBy('channel.id')
    .limit(limit + 1)
    .execute();
}

/** From now on the room is of no account, and its token is free: a job deletes the rest. */
export async function abandonRoom(sql: Sql, id: ChannelId): Promise<void> {
  await sql.updateTable('channel').set({ account_id: null, client_request_token: null }).where('id', '=', id).execute();
}

export async function updateInvitePolicy(sql: Sql, id: ChannelId, invitePolicy: InvitePolicy, at: Date): Promise<void> {
  await sql.updateTable('channel').set({ invite_policy: invitePolicy, updated_at: at }).where('id', '=', id).execute();
}

/** People's seats and bots'. */
function selectSeats(sql: Sql, channelId: ChannelId) {
  return sql
    .selectFrom('channel_member as seat')
    .leftJoin('person', join => join.onRef('person.id', '=', 'seat.member_id').on('seat.member_kind', '=', 'person'))
    // Ids of bots are among those of members.
    .leftJoin('bot', join => join.on(raw<boolean>`bot.id = seat.member_id`).on('seat.member_kind', '=', 'bot'))
    .leftJoin('membership', join => join.onRef('membership.person_id', '=', 'person.id').on('membership.status', '=', 'Joined'))
    .select(eb => [
      eb.ref('seat.member_id').$castTo<PersonId>().as('id'), raw<'User' | 'Bot'>`case seat.member_kind when 'bot' then 'Bot' else 'User' end`.as('memberType'),
      raw<string>`coalesce(person.email, bot.email)`.as('email'), raw<string>`coalesce(person.display_name, bot.display_name)`.as('displayName'),
      raw<AccountId | null>`coalesce(membership.account_id, bot.account_id)`.as('accountId'), 'seat.channel_id as channelId', 'seat.role', 'seat.invited_by as invitedBy', 'seat.joined_at as joinedAt',
      'seat.updated_at as updatedAt',
    ])
    .where('seat.channel_id', '=', channelId)
    .where(eb => eb.or([eb('person.id', 'is not', null), eb('bot.id', 'is not', null)]));
}

export async function readSeat(sql: Sql, channelId: ChannelId, memberId: PersonId): Promise<SeatRow | undefined> {
  return selectSeats(sql, channelId).where('seat.member_id', '=', memberId).executeTakeFirst();
}

/** In order of ids, and one more than `limit`. */
export async function readSeats(sql: Sql, channelId: ChannelId, after: PersonId | undefined, limit: number): Promise<SeatRow[]> {
  return selectSeats(sql, channelId).$if(after !== undefined, query => query.where('seat.member_id', '>', after!)).orderBy('seat.member_id').limit(limit + 1).execute();
}

/** Everybody in a room, with their roles. */
export async function readRoles(sql: Sql, channelId: ChannelId): Promise<Map<PersonId, MemberRole>> {
  const rows = await sql.selectFrom('channel_member').innerJoin('person', 'person.id', 'channel_member.member_id').select(['person.id', 'channel_member.role']).where('channel_id', '=', channelId).execute();
  return new Map(rows.map(row => [row.id, row.role]));
}
