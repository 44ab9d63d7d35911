import { sql as raw } from 'kysely';
import type { ChannelId, PersonId, ProgramId } from '@carillon/kernel/ids.js';
import type { Program } from '@carillon/wire/rest/chat.js';
import type { Sql } from '../../platform/database/database.js';

/** SQL about programs in rooms: their seats, how often they post, whom they address. */

/** A seat that is not counted in `member_count`. The caller holds the channel's lock. */
export async function insertProgramSeat(sql: Sql, channelId: ChannelId, program: Program, by: string, at: Date): Promise<void> {
  await raw`
    insert into channel_member (channel_id, member_id, member_kind, role, joined_seq, joined_at, last_read_ordinal, invited_by, program_name)
    select id, ${program.id}::uuid, ${program.kind}, 'Member', last_seq, ${at}::timestamptz, message_count, ${by}, ${program.name} from channel where id = ${channelId}`.execute(sql);
}

function selectPrograms(sql: Sql, channelId: ChannelId) {
  return sql
    .selectFrom('channel_member')
    .select(['member_id as id', 'member_kind as kind', 'program_name as name'])
    .where('channel_id', '=', channelId)
    .where('member_kind', 'in', ['webhook', 'bot'])
    .$castTo<Program>();
}

/** The programs of a channel, by name. */
export async function readPrograms(sql: Sql, channelId: ChannelId): Promise<Program[]> {
  return selectPrograms(sql, channelId).orderBy(raw`lower(program_name)`).orderBy('member_id').execute();
}

/** One of them; undefined when it has no seat there. */
export async function readProgram(sql: Sql, channelId: ChannelId, id: ProgramId): Promise<Program | undefined> {
  return selectPrograms(sql, channelId).where('member_id', '=', id).executeTakeFirst();
}

export async function updateProgramName(sql: Sql, channelId: ChannelId, id: ProgramId, name: string, at: Date): Promise<void> {
  await sql.updateTable('channel_member').set({ program_name: name, updated_at: at }).where('channel_id', '=', channelId).where('member_id', '=', id).execute();
}

export async function deleteProgramSeat(sql: Sql, channelId: ChannelId, id: ProgramId): Promise<void> {
  await sql.deleteFrom('channel_member').where('channel_id', '=', channelId).where('member_id', '=', id).execute();
}

/** Notes that something of this key was taken; false when another was less than a second ago, on whichever node. A clock that was put back blocks nobody. */
export async function takePace(sql: Sql, limitKey: string, at: Date): Promise<boolean> {
  const { rows } = await raw<{ key: string }>`
    insert into program_pace (limit_key, taken_at) values (${limitKey}, ${at}::timestamptz)
    on conflict (limit_key) do update set taken_at = excluded.taken_at where abs(extract(epoch from excluded.taken_at - program_pace.taken_at)) >= 1
    returning limit_key as key`.execute(sql);
  return rows.length > 0;
}

export async function deletePaces(sql: Sql, before: Date): Promise<void> {
  await sql.deleteFrom('program_pace').where('taken_at', '<', before).execute();
}

/** Members with one of these addresses, or with one of these as the part before the @; all in lower case. The Assistant is nobody to mention. */
export async function readMembersByAddress(sql: Sql, channelId: ChannelId, addresses: readonly string[], aliases: readonly string[]): Promise<{ id: PersonId; email: string; displayName: string }[]> {
  return sql
    .selectFrom('channel_member')
    .innerJoin('person', 'person.id', 'channel_member.member_id')
    .select(['person.id', 'person.email', 'person.display_name as displayName'])
    .where('channel_id', '=', channelId)
    .where('person.registration', '!=', 'Assistant')
    .where(raw<boolean>`(lower(person.email) = any(array[${raw.join(addresses)}]::text[]) or split_part(lower(person.email), '@', 1) = any(array[${raw.join(aliases)}]::text[]))`)
    .execute();
}
