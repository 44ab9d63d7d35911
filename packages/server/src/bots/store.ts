import { sql as raw } from 'kysely';
import type { AccountId, BotId, ChannelId, Id } from '@carillon/kernel/ids.js';
import type { Sql } from '../platform/database/database.js';
import type { BotRow } from './model.js';

/** SQL about bots and the addresses they answer at; what they are told is in `delivery-store.ts`. */

const COLUMNS = [
  'bot.id', 'bot.account_id as accountId', 'display_name as displayName', 'email', 'disabled', 'security_token as securityToken', 'bot.created_at as createdAt', 'updated_at as updatedAt', 'endpoint',
  'lambda_arn as lambdaArn', 'failures_in_row as failuresInRow', 'paused_until as pausedUntil',
] as const;

export async function countBots(sql: Sql, accountId: AccountId): Promise<number> {
  return (await sql.selectFrom('bot').select(raw<number>`count(*)::int`.as('count')).where('account_id', '=', accountId).executeTakeFirstOrThrow()).count;
}

/** Whether a bot or a person has this address. */
export async function isAddressTaken(sql: Sql, email: string): Promise<boolean> {
  const { rows } = await raw<{ taken: boolean }>`
    select exists (select 1 from bot where lower(email) = lower(${email})) or exists (select 1 from person where email = lower(${email})) as taken`.execute(sql);
  return rows[0]?.taken ?? false;
}

export async function insertBot(sql: Sql, bot: Pick<BotRow, 'id' | 'accountId' | 'displayName' | 'email' | 'securityToken' | 'createdAt'>): Promise<void> {
  await sql
    .insertInto('bot')
    .values({
      id: bot.id, account_id: bot.accountId, display_name: bot.displayName, email: bot.email, security_token: bot.securityToken, created_at: bot.createdAt, updated_at: bot.createdAt,
      endpoint: null, lambda_arn: null, paused_until: null, delivering_until: null,
    })
    .execute();
}

export async function readBot(sql: Sql, accountId: AccountId, id: BotId): Promise<BotRow | undefined> {
  return sql.selectFrom('bot').select(COLUMNS).where('bot.account_id', '=', accountId).where('bot.id', '=', id).executeTakeFirst();
}

/** Of whatever account; for those who act for the server. */
export async function readBotById(sql: Sql, id: BotId): Promise<BotRow | undefined> {
  return sql.selectFrom('bot').select(COLUMNS).where('bot.id', '=', id).executeTakeFirst();
}

export async function readBotByEmail(sql: Sql, accountId: AccountId, email: string): Promise<BotRow | undefined> {
  return sql.selectFrom('bot').select(COLUMNS).where('bot.account_id', '=', accountId).where(raw<boolean>`lower(email) = lower(${email})`).executeTakeFirst();
}

/** In order of ids, and one more than `limit`. */
export async function readBots(sql: Sql, accountId: AccountId, after: BotId | undefined, limit: number): Promise<BotRow[]> {
  return sql.selectFrom('bot').select(COLUMNS).where('bot.account_id', '=', accountId).$if(after !== undefined, query => query.where('bot.id', '>', after!)).orderBy('bot.id').limit(limit + 1).execute();
}

/** What is given changes. */
export async function updateBotRow(sql: Sql, id: BotId, set: { disabled?: boolean; securityToken?: Buffer }, at: Date): Promise<void> {
  await sql
    .updateTable('bot')
    .set({ updated_at: at, ...(set.disabled !== undefined && { disabled: set.disabled }), ...(set.securityToken && { security_token: set.securityToken }) })
    .where('id', '=', id)
    .execute();
}

/** Where a bot is told from now on; what was wrong with the earlier place is forgotten. */
export async function updateEndpoint(sql: Sql, id: BotId, set: { endpoint: string | null; lambdaArn: string | null }, at: Date): Promise<void> {
  await sql.updateTable('bot').set({ endpoint: set.endpoint, lambda_arn: set.lambdaArn, failures_in_row: 0, paused_until: null, updated_at: at }).where('id', '=', id).execute();
}

/** How the endpoint does. */
export async function updateHealth(sql: Sql, id: BotId, set: { failuresInRow: number; pausedUntil: Date | null }): Promise<void> {
  await sql.updateTable('bot').set({ failures_in_row: set.failuresInRow, paused_until: set.pausedUntil }).where('id', '=', id).execute();
}

/** For one who tells the bot and is the only one until the time; false when somebody does, or its account is gone. */
export async function claimBot(sql: Sql, id: BotId, now: Date, until: Date): Promise<boolean> {
  const { numUpdatedRows } = await sql
    .updateTable('bot')
    .from('account')
    .set({ delivering_until: until })
    .whereRef('account.id', '=', 'bot.account_id')
    .where('account.deleted_at', 'is', null)
    .where('bot.id', '=', id)
    .where(eb => eb.or([eb('delivering_until', 'is', null), eb('delivering_until', '<=', now)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function releaseBot(sql: Sql, id: BotId): Promise<void> {
  await sql.updateTable('bot').set({ delivering_until: null }).where('id', '=', id).execute();
}

/** With what they were told and where they answered; and their seats in rooms. */
export async function deleteBotsOf(sql: Sql, accountId: AccountId): Promise<void> {
  await sql.deleteFrom('channel_member').where('member_kind', '=', 'bot').where(raw<boolean>`member_id in (select id from bot where account_id = ${accountId})`).execute();
  await sql.deleteFrom('bot').where('account_id', '=', accountId).execute();
}

/** An address a bot answers at; of those that last, a seat has at most `keep`, the newest. */
export async function insertReplyUrl(sql: Sql, url: { id: Id<'BotReplyUrl'>; tokenHash: Buffer; botId: BotId; channelId: ChannelId; at: Date; expiresAt: Date | null }, keep: number): Promise<void> {
  await sql.insertInto('bot_reply_url').values({ id: url.id, token_hash: url.tokenHash, bot_id: url.botId, channel_id: url.channelId, created_at: url.at, expires_at: url.expiresAt }).execute();
  if (url.expiresAt !== null) return;
  await raw`
    delete from bot_reply_url where bot_id = ${url.botId} and channel_id = ${url.channelId} and expires_at is null and id not in (
      select id from bot_reply_url where bot_id = ${url.botId} and channel_id = ${url.channelId} and expires_at is null order by id desc limit ${keep}::int)`.execute(sql);
}

export interface ReplyUrlRow {
  tokenHash: Buffer;
  botId: BotId;
  disabled: boolean;
  channelId: ChannelId;
  expiresAt: Date | null;
  /** Whether the bot still sits in the room. */
  seated: boolean;
}

export async function readReplyUrl(sql: Sql, id: Id<'BotReplyUrl'>): Promise<ReplyUrlRow | undefined> {
  return sql
    .selectFrom('bot_reply_url as url')
    .innerJoin('bot', 'bot.id', 'url.bot_id')
    .select([
      'url.token_hash as tokenHash', 'bot.id as botId', 'bot.disabled', 'url.channel_id as channelId', 'url.expires_at as expiresAt',
      raw<boolean>`exists (select 1 from channel_member seat where seat.channel_id = url.channel_id and seat.member_id = url.bot_id)`.as('seated'),
    ])
    .where('url.id', '=', id)
    .executeTakeFirst();
}

/** Addresses into a room that bots have left are over. */
export async function endReplyUrls(sql: Sql, botIds: readonly BotId[], channelId: ChannelId, at: Date): Promise<void> {
  await sql
    .updateTable('bot_reply_url')
    .set(eb => ({ expires_at: eb.fn<Date>('least', [eb.fn.coalesce('expires_at', eb.val(at)), eb.val(at)]) }))
    .where('bot_id', 'in', [...botIds])
    .where('channel_id', '=', channelId)
    .execute();
}

export async function deleteReplyUrlsBefore(sql: Sql, before: Date): Promise<void> {
  await sql.deleteFrom('bot_reply_url').where('expires_at', '<', before).execute();
}
