import { ApiError, notFound } from '@carillon/kernel/errors.js';
import { parseId } from '@carillon/kernel/ids.js';
import type * as aws from '@carillon/wire/aws/generated/chime-types.js';
import type { Ctx } from '../ctx.js';
import { cutPage, openPageToken } from '../platform/page-tokens.js';
import { accessBot, lockBot } from './access.js';
import { insertDeliveries, readDeliveries, readDelivery } from './delivery-store.js';
import { eventBody } from './event-body.js';
import { DELIVERIES_PAGE, type DeliveryId, type DeliveryRow } from './model.js';
import { wakeBot } from './queue-events.js';
import { hiddenUrl } from './reply-urls.js';

/** What a bot was told and what waits for it, the newest first. */
export async function listDeliveries(ctx: Ctx, input: aws.RetrieveBotDeliveriesRequest): Promise<aws.RetrieveBotDeliveriesResponse> {
  const bot = await accessBot(ctx, input.AccountId, input.BotId);
  const scope = `RetrieveBotDeliveries ${bot.id} ${input.State ?? ''}`;
  const limit = input.MaxResults ?? DELIVERIES_PAGE;
  const before = openPageToken(ctx, scope, input.NextToken) as DeliveryId | undefined;
  const { shown, nextToken } = cutPage(ctx, scope, await readDeliveries(ctx.sql, bot.id, { before, state: input.State }, limit), limit, last => last.id);
  return { BotDeliveries: shown.map(row => present(ctx, row)), NextToken: nextToken };
}

/** Tells a bot once more what it was told, or could not be told: a new delivery with the event's own time. Conflict while the first one waits. */
export async function redeliverEvent(ctx: Ctx, accountId: string, botId: string, deliveryId: string): Promise<aws.BotDelivery> {
  const bot = await lockBot(ctx, accountId, botId);
  const wanted = parseId<DeliveryId>(deliveryId);
  const row = wanted && (await readDelivery(ctx.sql, bot.id, wanted));
  // Of a message that was redacted nothing is left to tell.
  if (!row || (row.type === 'Mention' && row.message === null)) throw notFound('delivery');
  if (row.state === 'Pending') throw new ApiError('Conflict', 'This event is still waiting for the bot.');
  if (bot.disabled) throw new ApiError('Conflict', 'The bot is stopped. Start it first.');
  const id: DeliveryId = ctx.ids.next<'BotDelivery'>();
  const { type, channelId, sender, at, messageId, message } = row;
  await ctx.tx(async tx => {
    await insertDeliveries(tx.sql, [{ id, botId: bot.id, type, channelId, sender, at, ...(messageId !== null && message !== null && { message: { id: messageId, text: message } }), redeliveryOf: row.redeliveryOf ?? row.id }]);
    await wakeBot(ctx, tx, bot.id);
  });
  const made = await readDelivery(ctx.sql, bot.id, id);
  if (!made) throw notFound('delivery');
  return present(ctx, made);
}

function present(ctx: Ctx, row: DeliveryRow): aws.BotDelivery {
  return {
    DeliveryId: row.id, BotId: row.botId, RoomId: row.channelId, EventType: row.type, State: row.state, Reason: row.reason ?? undefined,
    Body: row.type === 'Mention' && row.message === null ? undefined : eventBody(row, hiddenUrl(ctx)), EventTimestamp: row.at, CompletedTimestamp: row.endedAt ?? undefined,
    Attempts: row.attempts.map(({ at, status, cause, tookMs }) => ({ Timestamp: new Date(at), StatusCode: status, Cause: cause, DurationMilliseconds: tookMs })), RedeliveryOf: row.redeliveryOf ?? undefined,
  };
}
