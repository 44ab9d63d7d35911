import type { ChannelId, GuestId, PersonId } from '@carillon/kernel/ids.js';
import type { Sql } from '../platform/database/database.js';
import type { PersonRow } from '../users/model.js';

/** SQL about people one does not want to hear from. */

export async function insertBlock(sql: Sql, personId: PersonId, blockedId: PersonId, at: Date): Promise<void> {
  await sql.insertInto('blocked_person').values({ person_id: personId, blocked_id: blockedId, created_at: at }).onConflict(conflict => conflict.doNothing()).execute();
}

export async function deleteBlock(sql: Sql, personId: PersonId, blockedId: PersonId): Promise<void> {
  await sql.deleteFrom('blocked_person').where('person_id', '=', personId).where('blocked_id', '=', blockedId).execute();
}

/** Whom a person blocks, by name, at most `limit`. */
export async function readBlocked(sql: Sql, personId: PersonId, limit: number): Promise<PersonRow[]> {
  return sql
    .selectFrom('blocked_person')
    .innerJoin('person', 'person.id', 'blocked_person.blocked_id')
    .select(['person.id', 'person.email', 'person.display_name as displayName', 'person.picture_version as pictureVersion'])
    .where('person_id', '=', personId)
    .orderBy('person.sort_name')
    .orderBy('person.id')
    .limit(limit)
    .execute();
}

/** Who of the two blocks the other: one id, both, or none. */
export async function readBlockers(sql: Sql, one: PersonId, other: PersonId): Promise<PersonId[]> {
  const rows = await sql
    .selectFrom('blocked_person')
    .select('person_id as id')
    .where(eb => eb.or([eb.and({ person_id: one, blocked_id: other }), eb.and({ person_id: other, blocked_id: one })]))
    .execute();
  return rows.map(row => row.id);
}

/** The other person of a conversation of two; undefined in all other channels. */
export async function readPartner(sql: Sql, channelId: ChannelId, memberId: PersonId | GuestId): Promise<PersonId | undefined> {
  const row = await sql
    .selectFrom('channel_member')
    .innerJoin('channel', 'channel.id', 'channel_member.channel_id')
    .select('channel_member.member_id as id')
    .where('channel.id', '=', channelId)
    .where('channel.kind', '=', 'direct')
    .where('channel_member.member_id', '!=', memberId)
    .executeTakeFirst();
  // Guests are in meetings alone.
  return row?.id as PersonId | undefined;
}

/** Whatever a deleted person blocked, and who blocked them. */
export async function deleteBlocksOf(sql: Sql, personId: PersonId): Promise<void> {
  await sql.deleteFrom('blocked_person').where(eb => eb.or([eb('person_id', '=', personId), eb('blocked_id', '=', personId)])).execute();
}
