import type { BotId, ChannelId } from '@carillon/kernel/ids.js';
import type { Ctx, Tx } from '../ctx.js';
import { insertDeliveries } from './delivery-store.js';
import { DELIVER_EVENTS, type BotEvent } from './model.js';
import { endReplyUrls } from './store.js';

/** Writes down what happened to bots in a room, with the transaction in which it happened; they are told after its commit. */
export async function queueEvents(ctx: Ctx, tx: Tx, botIds: readonly BotId[], event: BotEvent): Promise<void> {
  if (botIds.length === 0) return;
  await insertDeliveries(tx.sql, botIds.map(botId => ({ ...event, id: ctx.ids.next<'BotDelivery'>(), botId, at: ctx.now() })));
  for (const botId of botIds) await wakeBot(ctx, tx, botId);
}

/** Bots that leave a room hear of it, and have no way back into it. */
export async function queueRemoval(ctx: Ctx, tx: Tx, botIds: readonly BotId[], channelId: ChannelId, sender: string): Promise<void> {
  await endReplyUrls(tx.sql, botIds, channelId, ctx.now());
  await queueEvents(ctx, tx, botIds, { type: 'Remove', channelId, sender });
}

/** A job for what waits for a bot, unless it has one: then that one sees this too. */
export async function wakeBot(ctx: Ctx, tx: Tx, botId: BotId, runAt?: Date): Promise<void> {
  const added = await tx.enqueue(DELIVER_EVENTS, { botId }, { uniqueKey: jobKey(botId), ...(runAt && { runAt }) });
  if (added) tx.afterCommit(() => ctx.jobs.wake('bots'));
}

export function jobKey(botId: BotId): string {
  return `${DELIVER_EVENTS} ${botId}`;
}
