import { sql as raw } from 'kysely';
import type { BotId, MessageId } from '@carillon/kernel/ids.js';
import type { BotDeliveryState } from '@carillon/wire/aws/generated/chime-types.js';
import type { Sql } from '../platform/database/database.js';
import type { BotAttempt, BotEvent, DeliveryId, DeliveryRow } from './model.js';

/** SQL about what bots are told: the queue and its log. */

const COLUMNS = [
  'id', 'bot_id as botId', 'channel_id as channelId', 'event_type as type', 'event_at as at', 'sender', 'message_id as messageId', 'message', 'state', 'reason', 'attempts', 'ended_at as endedAt',
  'redelivery_of as redeliveryOf',
] as const;

export interface NewDelivery extends BotEvent {
  id: DeliveryId;
  botId: BotId;
  at: Date;
  redeliveryOf?: DeliveryId;
}

export async function insertDeliveries(sql: Sql, deliveries: readonly NewDelivery[]): Promise<void> {
  if (deliveries.length === 0) return;
  await sql
    .insertInto('bot_delivery')
    .values(deliveries.map(one => ({
      id: one.id, bot_id: one.botId, channel_id: one.channelId, event_type: one.type, event_at: one.at, sender: one.sender, message_id: one.message?.id ?? null, message: one.message?.text ?? null,
      reason: null, ended_at: null, redelivery_of: one.redeliveryOf ?? null,
    })))
    .execute();
}

/** Where more than `keep` wait for a bot, the oldest of the others fail, at most `limit` of them; returns how many. */
export async function failOldest(sql: Sql, botId: BotId, keep: number, limit: number, reason: string, at: Date): Promise<number> {
  const { numAffectedRows = 0n } = await raw`
    update bot_delivery set state = 'Failed', reason = ${reason}, ended_at = ${at}
    where id in (
      select id from bot_delivery where bot_id = ${botId} and state = 'Pending' order by id
      limit (select least(${limit}::int, greatest(count(*) - ${keep}::int, 0)) from (select 1 from bot_delivery where bot_id = ${botId} and state = 'Pending' limit ${keep + limit}::int) waiting))`.execute(sql);
  return Number(numAffectedRows);
}

export async function readNextDelivery(sql: Sql, botId: BotId): Promise<DeliveryRow | undefined> {
  return sql.selectFrom('bot_delivery').select(COLUMNS).where('bot_id', '=', botId).where('state', '=', 'Pending').orderBy('id').limit(1).executeTakeFirst();
}

/** One more attempt, unless the words went meanwhile with their message. */
export async function updateAttempts(sql: Sql, id: DeliveryId, attempts: readonly BotAttempt[]): Promise<void> {
  await sql.updateTable('bot_delivery').set({ attempts: JSON.stringify(attempts) }).where('id', '=', id).execute();
}

export async function endDelivery(sql: Sql, id: DeliveryId, end: { state: BotDeliveryState; reason: string | null; at: Date }): Promise<void> {
  await sql.updateTable('bot_delivery').set({ state: end.state, reason: end.reason, ended_at: end.at }).where('id', '=', id).where('state', '=', 'Pending').execute();
}

/** What waits for a bot fails. */
export async function failWaiting(sql: Sql, botId: BotId, reason: string, at: Date): Promise<void> {
  await sql.updateTable('bot_delivery').set({ state: 'Failed', reason, ended_at: at }).where('bot_id', '=', botId).where('state', '=', 'Pending').execute();
}

export async function readDelivery(sql: Sql, botId: BotId, id: DeliveryId): Promise<DeliveryRow | undefined> {
  return sql.selectFrom('bot_delivery').select(COLUMNS).where('bot_id', '=', botId).where('id', '=', id).executeTakeFirst();
}

/** The newest first, and one more than `limit`. */
export async function readDeliveries(sql: Sql, botId: BotId, { before, state }: { before: DeliveryId | undefined; state: BotDeliveryState | undefined }, limit: number): Promise<DeliveryRow[]> {
  return sql
    .selectFrom('bot_delivery')
    .select(COLUMNS)
    .where('bot_id', '=', botId)
    .$if(before !== undefined, query => query.where('id', '<', before!))
    .$if(state !== undefined, query => query.where('state', '=', state!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
}

/** Bots that something waits for. */
export async function readWaitingBots(sql: Sql): Promise<BotId[]> {
  const { rows } = await raw<{ id: BotId }>`select id from bot where exists (select 1 from bot_delivery where bot_id = bot.id and state = 'Pending')`.execute(sql);
  return rows.map(row => row.id);
}

/** The oldest `limit` of all that are older than a time go; returns how many. Ids sort by time. */
export async function deleteDeliveriesBefore(sql: Sql, before: Date, limit: number): Promise<number> {
  const { numAffectedRows = 0n } = await raw`
    delete from bot_delivery where id in (select id from (select id, event_at from bot_delivery order by id limit ${limit}::int) oldest where event_at < ${before})`.execute(sql);
  return Number(numAffectedRows);
}

/** Of each bot all but the newest `keep` go, at most `limit` of one; returns how many. */
export async function deleteDeliveriesBeyond(sql: Sql, keep: number, limit: number): Promise<number> {
  const { numAffectedRows = 0n } = await raw`
    delete from bot_delivery where id in (
      select old.id from bot cross join lateral (select id from bot_delivery where bot_id = bot.id order by id desc offset ${keep}::int limit ${limit}::int) old)`.execute(sql);
  return Number(numAffectedRows);
}

/** The words of a message that was redacted; whoever has not been told of them is not told any more. */
export async function blankDeliveries(sql: Sql, id: MessageId, at: Date): Promise<void> {
  await sql
    .updateTable('bot_delivery')
    .set(eb => ({
      message: null, state: eb.case().when('state', '=', 'Pending').then('Failed' as const).else(eb.ref('state')).end(),
      reason: eb.case().when('state', '=', 'Pending').then('The message was redacted.').else(eb.ref('reason')).end(), ended_at: eb.fn.coalesce('ended_at', eb.val(at)),
    }))
    .where('message_id', '=', id)
    .execute();
}
