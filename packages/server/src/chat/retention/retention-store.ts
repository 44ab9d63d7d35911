import { sql as raw } from 'kysely';
import type { AccountId, AttachmentId, ChannelId, MessageId, PersonId } from '@carillon/kernel/ids.js';
import type { RetentionPolicy } from '../../accounts/model.js';
import type { Sql } from '../../platform/database/database.js';
import { deletePreviews } from '../previews/preview-store.js';
import type { ChannelFacts, ChannelRetention, RetentionAccount } from './retention.js';

interface AccountJson {
  id: AccountId;
  type: string;
  room: RetentionPolicy | null;
  conversation: RetentionPolicy | null;
}

const ACCOUNT = (alias: string) => `case when ${alias}.id is null then null else jsonb_build_object('id', ${alias}.id, 'type', ${alias}.type, 'room', ${alias}.room_retention, 'conversation', ${alias}.conversation_retention) end`;

/** What the matrix asks of channels, in one statement; of conversations each account once. */
export async function readRetentionFacts(sql: Sql, channelIds: readonly ChannelId[]): Promise<{ id: ChannelId; facts: ChannelFacts; kept: ChannelRetention | null }[]> {
  if (channelIds.length === 0) return [];
  const { rows } = await raw<{ id: ChannelId; kind: ChannelFacts['kind']; account: AccountJson | null; members: (AccountJson | null)[] | null; kept: ChannelRetention | null }>`
    select c.id, c.kind, c.retention as kept, ${raw.raw(ACCOUNT('own'))} as account,
      case when c.kind in ('direct', 'group') then (
        select jsonb_agg(distinct ${raw.raw(ACCOUNT('a'))})
        from channel_member m join person p on p.id = m.member_id
        left join membership ms on ms.person_id = p.id and ms.status = 'Joined'
        left join account a on a.id = coalesce(ms.account_id, p.last_account_id)
        where m.channel_id = c.id
      ) end as members
    from channel c left join account own on own.id = c.account_id
    where c.id in (${raw.join(channelIds)})`.execute(sql);
  return rows.map(({ id, kind, account, members, kept }) => ({ id, kept, facts: { kind, account: factsOf(account), members: (members ?? []).map(factsOf) } }));
}

function factsOf(account: AccountJson | null): RetentionAccount | null {
  return account && { id: account.id, enterprise: account.type !== 'Team', room: account.room, conversation: account.conversation };
}

/** The number of the last message of each channel that lies before its time; channels without one are left out. */
export async function readLastOrdinalsBefore(sql: Sql, cutoffs: ReadonlyMap<ChannelId, Date>): Promise<Map<ChannelId, number>> {
  if (cutoffs.size === 0) return new Map();
  const wanted = [...cutoffs].map(([id, before]) => ({ id, before: before.toISOString() }));
  const { rows } = await raw<{ id: ChannelId; ordinal: number }>`
    select w.id, last.ordinal from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (id uuid, before timestamptz)
    cross join lateral (select ordinal from message where channel_id = w.id and created_at < w.before order by created_at desc, seq desc limit 1) last`.execute(sql);
  return new Map(rows.map(row => [row.id, Number(row.ordinal)]));
}

/** Whether there is an Enterprise account at all: without one nothing is to be kept or deleted by time. */
export async function hasEnterprise(sql: Sql): Promise<boolean> {
  return (await sql.selectFrom('account').select('id').where('type', '!=', 'Team').limit(1).executeTakeFirst()) !== undefined;
}

/** Channels under some period, or that were, in order of ids. */
export async function readGovernedChannels(sql: Sql, after: ChannelId | undefined, limit: number): Promise<ChannelId[]> {
  const { rows } = await raw<{ id: ChannelId }>`
    select c.id from channel c
    where (${after ?? null}::uuid is null or c.id > ${after ?? null}::uuid) and (
      c.retention is not null
      or (c.kind = 'room' and exists (select 1 from account a where a.id = c.account_id and a.type <> 'Team' and a.room_retention is not null))
      or (c.kind in ('direct', 'group') and exists (
        select 1 from channel_member m join person p on p.id = m.member_id left join membership ms on ms.person_id = p.id and ms.status = 'Joined'
        join account a on a.id = coalesce(ms.account_id, p.last_account_id) where m.channel_id = c.id and a.type <> 'Team'))
    ) order by c.id limit ${limit}`.execute(sql);
  return rows.map(row => row.id);
}

export async function updateRetention(sql: Sql, id: ChannelId, kept: ChannelRetention | null): Promise<void> {
  await sql.updateTable('channel').set({ retention: kept && JSON.stringify(kept) }).where('id', '=', id).execute();
}

/** A channel that a legal hold keeps whole, and people whose messages one keeps. */
export async function readHolds(sql: Sql, channelId: ChannelId): Promise<{ whole: boolean; senders: PersonId[] }> {
  const { rows } = await raw<{ kind: string; targetType: string; targetId: PersonId }>`
    select c.kind, h.target_type as "targetType", h.target_id as "targetId" from channel c join legal_hold h on
      (h.target_type = 'Room' and h.target_id = c.id)
      or (h.target_type = 'User' and (exists (select 1 from channel_member m where m.channel_id = c.id and m.member_id = h.target_id) or exists (select 1 from message s where s.channel_id = c.id and s.sender_id = h.target_id)))
    where c.id = ${channelId}`.execute(sql);
  return { whole: rows.some(row => row.targetType === 'Room' || row.kind !== 'room'), senders: rows.filter(row => row.targetType === 'User').map(row => row.targetId) };
}

export interface Deleted {
  messages: number;
  files: AttachmentId[];
  /** Messages whose link had a picture. */
  previews: MessageId[];
  /** The last one that went. */
  last: Place | undefined;
}

/** Where a message stands in its channel. */
export interface Place {
  seq: number;
  createdAt: Date;
}

/** The first number of a channel that no message from before a time has. */
export async function readFirstSeqSince(sql: Sql, channelId: ChannelId, before: Date): Promise<number> {
  const { rows } = await raw<{ seq: number }>`
    select coalesce((select seq from message where channel_id = ${channelId} and created_at >= ${before} order by created_at, seq limit 1), last_seq + 1) as seq
    from channel where id = ${channelId}`.execute(sql);
  return Number(rows[0]?.seq ?? 0);
}

/** What is to go from a channel. */
export interface Expired {
  channelId: ChannelId;
  /** Messages from before this time go; times run with the numbers. */
  before: Date;
  /** `readFirstSeqSince` that time. */
  firstSeqKept: number;
  /** Their messages stay. */
  heldSenders: readonly PersonId[];
  /** All up to here have gone: what they leave in the index until it is tidied up is not gone through again. */
  after: Place | undefined;
}

/** Numbers whose words lie in one row of `message_word` (migration 0012). */
const WORD_BLOCK = 512;

/**
 * Deletes the oldest messages before a time, at most `limit`, with their files, words and what quotes them; their numbers stay in the log as
 * expired, so that nobody who counts misses one. In a transaction that holds the channel's lock.
 */
export async function deleteExpired(sql: Sql, { channelId, before, firstSeqKept, heldSenders, after }: Expired, limit: number): Promise<Deleted> {
  const found = await sql
    .selectFrom('message')
    .select([
      'id', 'seq', 'ordinal', 'created_at as createdAt',
      eb => eb.exists(eb.selectFrom('attachment').select('attachment.id').whereRef('attachment.message_id', '=', 'message.id')).as('hasFiles'),
      eb => eb.exists(eb.selectFrom('link_preview').select('link_preview.message_id').whereRef('link_preview.message_id', '=', 'message.id')).as('hasPreview'),
      eb => eb.exists(eb.selectFrom('bot_delivery').select('bot_delivery.id').whereRef('bot_delivery.message_id', '=', 'message.id')).as('toldBots'),
    ])
    .where('channel_id', '=', channelId)
    .where('created_at', '<', before)
    .$if(heldSenders.length > 0, query => query.where('sender_id', 'not in', [...heldSenders]))
    .$if(after !== undefined, query => query.where('created_at', '>=', after!.createdAt).where('seq', '>', after!.seq))
    .orderBy('created_at')
    .orderBy('seq')
    .limit(limit + 1)
    .execute();
  const gone = found.slice(0, limit);
  const [first] = gone;
  if (!first) return { messages: 0, files: [], previews: [], last: undefined };
  const withFiles = gone.filter(row => row.hasFiles).map(row => row.id);
  // Before their messages: the words of their names are found by those.
  const files = withFiles.length === 0 ? [] : await sql.deleteFrom('attachment').where('message_id', 'in', withFiles).returning('id').execute();
  const withPreviews = gone.filter(row => row.hasPreview).map(row => row.id);
  const previews = withPreviews.length === 0 ? [] : await deletePreviews(sql, withPreviews);
  // Our copies of what bots got go with the messages.
  const toldBots = gone.filter(row => row.toldBots).map(row => row.id);
  if (toldBots.length > 0) await sql.deleteFrom('bot_delivery').where('message_id', 'in', toldBots).execute();
  // Where somebody's messages stay, no block goes as a whole.
  const allGoBelow = heldSenders.length > 0 ? 0 : firstSeqKept;
  await deleteMessages(sql, channelId, gone, allGoBelow);
  const blockOf = (seq: number) => Math.floor(Number(seq) / WORD_BLOCK);
  const [fromBlock, toBlock] = [blockOf(first.seq), Math.min(blockOf(allGoBelow), blockOf(found[limit]?.seq ?? allGoBelow))];
  if (toBlock > fromBlock) await sql.deleteFrom('message_word').where('channel_id', '=', channelId).where('block', '>=', fromBlock).where('block', '<', toBlock).execute();
  return { messages: gone.length, files: files.map(row => row.id), previews, last: gone.at(-1) };
}

/** Words of blocks that lie below `allGoBelow` stay. */
async function deleteMessages(sql: Sql, channelId: ChannelId, gone: readonly { id: MessageId; seq: number; ordinal: number }[], allGoBelow: number): Promise<void> {
  const rows = JSON.stringify(gone.map(({ id, seq, ordinal }) => ({ id, seq, ordinal })));
  await raw`
    with told as materialized (
      select set_config('carillon.all_go_below', ${String(allGoBelow)}, true)
    ), gone as materialized (
      select one.* from told, jsonb_to_recordset(${rows}::jsonb) as one (id uuid, seq bigint, ordinal bigint)
    ), unquoted as (
      update message m set quoted = null from gone
      where m.channel_id = ${channelId} and m.quoted is not null and m.quoted ->> 'messageId' = gone.id::text and m.id not in (select id from gone)
    ), logged as (
      update channel_event e set kind = 'expired', payload = jsonb_build_object('ordinal', gone.ordinal) from gone where e.channel_id = ${channelId} and e.seq = gone.seq
    ), counted as (
      update channel set expired_ordinal = greatest(expired_ordinal, (select max(ordinal) from gone)),
        last_message_id = case when last_message_id in (select id from gone) then null else last_message_id end
      where id = ${channelId}
    )
    delete from message m using gone where m.channel_id = ${channelId} and m.seq = gone.seq`.execute(sql);
}

/** The owner accounts of Enterprise accounts that members of a channel are of: whom a deletion is told. */
export async function readEnterpriseOwners(sql: Sql, channelId: ChannelId): Promise<string[]> {
  const { rows } = await raw<{ owner: string }>`
    select distinct a.owner_account_id as owner from channel_member m join person p on p.id = m.member_id left join membership ms on ms.person_id = p.id and ms.status = 'Joined'
    join account a on a.id = coalesce(ms.account_id, p.last_account_id) where m.channel_id = ${channelId} and a.type <> 'Team'`.execute(sql);
  return rows.map(row => row.owner);
}

export async function readOwnerOfAccount(sql: Sql, id: AccountId): Promise<string[]> {
  return (await sql.selectFrom('account').select('owner_account_id as owner').where('id', '=', id).execute()).map(row => row.owner);
}
