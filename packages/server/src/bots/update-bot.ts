import type { Ctx } from '../ctx.js';
import { accessBot, lockBot } from './access.js';
import { newSecurityToken } from './create-bot.js';
import type { BotRow } from './model.js';
import { failWaiting } from './delivery-store.js';
import { updateBotRow } from './store.js';

/** Stops or starts a bot (guide, BOT-03). What waits for a stopped one is not told any more. */
export async function updateBot(ctx: Ctx, accountId: string, botId: string, disabled: boolean | undefined): Promise<BotRow> {
  const bot = await lockBot(ctx, accountId, botId);
  if (disabled === undefined || disabled === bot.disabled) return bot;
  await updateBotRow(ctx.sql, bot.id, { disabled }, ctx.now());
  if (disabled) await failWaiting(ctx.sql, bot.id, 'The bot was stopped.', ctx.now());
  return accessBot(ctx, accountId, botId);
}

/** A new token; the earlier one signs nothing from this moment on. */
export async function regenerateSecurityToken(ctx: Ctx, accountId: string, botId: string): Promise<{ bot: BotRow; securityToken: string }> {
  const { id } = await lockBot(ctx, accountId, botId);
  const securityToken = newSecurityToken(ctx);
  await updateBotRow(ctx.sql, id, { securityToken: ctx.secrets.seal(securityToken) }, ctx.now());
  return { bot: await accessBot(ctx, accountId, botId), securityToken };
}
