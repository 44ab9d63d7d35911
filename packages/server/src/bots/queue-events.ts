import type { BotId, ChannelId } from '@carillon/kernel/ids.js';
import type { Ctx, Tx } from '../ctx.js';
import { failOldest, insertDeliveries } from './delivery-store.js';
import { DELIVER_EVENTS, QUEUE_MAX, type BotEvent } from './model.js';
import { endReplyUrls } from './store.js';

/** Writes down what happened to bots in a room, with the transaction in which it happened; they are told after its commit. Where too much waits for one, the oldest fails. */
export async function queueEvents(ctx: Ctx, tx: Tx, botIds: readonly BotId[], event: BotEvent): Promise<void> {
  if (botIds.length === 0) return;
  await insertDeliveries(tx.sql, botIds.map(botId => ({ ...event, id: ctx.ids.next<'BotDelivery'>(), botId, at: ctx.now() })));
  await failOldest(tx.sql, botIds, QUEUE_MAX, 'Too many events were waiting for the bot.', ctx.now());
  for (const botId of botIds) await wakeBot(ctx, tx, botId);
}

/** Bots that leave a room hear of it, and have no way back into it. */
export async function queueRemoval(ctx: Ctx, tx: Tx, botIds: readonly BotId[], channelId: ChannelId, sender: string): Promise<void> {
  await endReplyUrls(tx.sql, botIds, channelId, ctx.now());
  await queueEvents(ctx, tx, botIds, { type: 'Remove', channelId, sender });
}

/** A job for what waits for a bot. */
export async function wakeBot(ctx: Ctx, tx: Tx, botId: BotId, runAt?: Date): Promise<void> {
  await tx.enqueue(DELIVER_EVENTS, { botId }, { uniqueKey: jobKey(botId), ...(runAt && { runAt }) });
  tx.afterCommit(() => ctx.jobs.wake('bots'));
}

export function jobKey(botId: BotId): string {
  return `${DELIVER_EVENTS} ${botId}`;
}
