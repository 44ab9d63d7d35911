import { setTimeout as pause } from 'node:timers/promises';
import { MINUTE_MS } from '@carillon/kernel/clock.js';
import type { BotId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';
import { AGAIN, releaseJobKey } from '../platform/jobs.js';
import { deleteDeliveriesBefore, deleteDeliveriesBeyond, endDelivery, failOldest, readNextDelivery, readWaitingBots, updateAttempts } from './delivery-store.js';
import { eventBody } from './event-body.js';
import { DELIVERIES_KEPT_MAX, DELIVERIES_KEPT_MS, pauseAfter, QUEUE_MAX, RETRY_AFTER_MS, type BotAttempt, type BotRow, type DeliveryRow } from './model.js';
import { jobKey, wakeBot } from './queue-events.js';
import { EXPIRED_KEPT_MS, issueReplyUrl } from './reply-urls.js';
import { sendEvent, type Outcome } from './send-event.js';
import { claimBot, deleteReplyUrlsBefore, readBotById, releaseBot, updateHealth } from './store.js';

/** A node that dies while it tells a bot lets others do so after this. */
const CLAIM_MS = 2 * MINUTE_MS;
/** Then other bots have their turn, where there are more than the lane is wide. */
const EVENTS_A_TURN = 10;
/** Rows of one statement: whoever writes meanwhile waits for no more. */
const BATCH = 200;

/**
 * A job: tells one bot what waits for it, in its order and one at a time. Every bot has jobs of its own, so that a slow one keeps only its own events waiting; one that fails again and
 * again is left alone for growing times, and then asked with a single event.
 */
export async function deliverEvents(ctx: Ctx, payload: Record<string, unknown>, stopping: AbortSignal): Promise<void | typeof AGAIN> {
  const botId = payload['botId'] as BotId;
  if (!(await claimBot(ctx.sql, botId, ctx.now(), new Date(ctx.clock.now() + CLAIM_MS)))) return;
  let left: 'more' | 'nothing' | Date;
  try {
    await boundQueue(ctx, botId);
    left = await tellTurn(ctx, botId, stopping);
  } finally {
    await releaseBot(ctx.sql, botId);
  }
  if (left === 'more') return AGAIN;
  // What is written from now on brings a job of its own; what was written before is there to be seen.
  await releaseJobKey(ctx.sql, jobKey(botId));
  if (left instanceof Date || (await readNextDelivery(ctx.sql, botId))) await ctx.tx(tx => wakeBot(ctx, tx, botId, left instanceof Date ? left : undefined));
}

/** Of too many that wait the oldest fail, some at a time: others write meanwhile. */
async function boundQueue(ctx: Ctx, botId: BotId): Promise<void> {
  for (let failed = BATCH; failed === BATCH;) failed = await failOldest(ctx.sql, botId, QUEUE_MAX, BATCH, 'Too many events were waiting for the bot.', ctx.now());
}

/** What is left to do: more, nothing, or nothing until a time. */
async function tellTurn(ctx: Ctx, botId: BotId, stopping: AbortSignal): Promise<'more' | 'nothing' | Date> {
  for (let told = 0; told < EVENTS_A_TURN; told++) {
    const bot = await readBotById(ctx.sql, botId);
    const delivery = await readNextDelivery(ctx.sql, botId);
    if (!bot || !delivery) return 'nothing';
    if (bot.pausedUntil && bot.pausedUntil > ctx.now()) return bot.pausedUntil;
    const reason = bot.disabled ? 'The bot was stopped.' : bot.endpoint === null && bot.lambdaArn === null ? 'The bot has no endpoint.' : undefined;
    if (reason !== undefined) await endDelivery(ctx.sql, delivery.id, { state: 'Failed', reason, at: ctx.now() });
    else await tell(ctx, bot, delivery, stopping);
    if (stopping.aborted) return 'more';
  }
  return 'more';
}

/** One event, tried three times at most (guide, BOT-17, BOT-18). */
async function tell(ctx: Ctx, bot: BotRow, delivery: DeliveryRow, stopping: AbortSignal): Promise<void> {
  const body = eventBody(delivery, await issueReplyUrl(ctx, delivery));
  const attempts: BotAttempt[] = [...delivery.attempts];
  for (let i = 0; ; i++) {
    const outcome = await sendEvent(ctx, bot, body, stopping);
    // It was our own doing: the event waits for the next start.
    if (stopping.aborted && outcome.result === 'failed') return;
    attempts.push(outcome.attempt);
    await updateAttempts(ctx.sql, delivery.id, attempts);
    const waitMs = outcome.result === 'failed' ? RETRY_AFTER_MS[i] : undefined;
    if (waitMs === undefined) return end(ctx, bot, delivery, outcome);
    await pause(waitMs, undefined, { signal: stopping }).catch(() => undefined);
    if (stopping.aborted) return;
  }
}

async function end(ctx: Ctx, bot: BotRow, delivery: DeliveryRow, { attempt, result }: Outcome): Promise<void> {
  const reason = result === 'taken' ? null : (attempt.cause ?? `The endpoint answered ${attempt.status ?? 0} instead of 200.`);
  await endDelivery(ctx.sql, delivery.id, { state: result === 'taken' ? 'Delivered' : 'Failed', reason, at: ctx.now() });
  const failuresInRow = result === 'failed' ? bot.failuresInRow + 1 : 0;
  if (failuresInRow === bot.failuresInRow) return;
  const pauseMs = pauseAfter(failuresInRow);
  await updateHealth(ctx.sql, bot.id, { failuresInRow, pausedUntil: pauseMs === 0 ? null : new Date(ctx.clock.now() + pauseMs) });
}

/** A job: whoever waits without a job gets one, and no queue grows without end while its bot is left alone. */
export async function sweepQueues(ctx: Ctx): Promise<void> {
  for (const botId of await readWaitingBots(ctx.sql)) {
    await boundQueue(ctx, botId);
    await ctx.tx(tx => wakeBot(ctx, tx, botId));
  }
}

/** A job: what is old goes, a part at a time. */
export async function sweepDeliveries(ctx: Ctx): Promise<void | typeof AGAIN> {
  await deleteReplyUrlsBefore(ctx.sql, new Date(ctx.clock.now() - EXPIRED_KEPT_MS));
  const old = await deleteDeliveriesBefore(ctx.sql, new Date(ctx.clock.now() - DELIVERIES_KEPT_MS), BATCH);
  const many = await deleteDeliveriesBeyond(ctx.sql, DELIVERIES_KEPT_MAX, BATCH);
  if (old + many > 0) return AGAIN;
}
