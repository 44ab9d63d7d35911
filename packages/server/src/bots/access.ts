import { notFound } from '@carillon/kernel/errors.js';
import { parseId, type BotId } from '@carillon/kernel/ids.js';
import { accessAccount, lockOwnAccount } from '../accounts/access.js';
import type { Ctx } from '../ctx.js';
import type { BotRow } from './model.js';
import { readBot } from './store.js';

/** A bot of an account that the caller administers. Others', missing and malformed ones look the same. */
export async function accessBot(ctx: Ctx, accountId: string, botId: string): Promise<BotRow> {
  const account = await accessAccount(ctx, accountId);
  return found(await readBot(ctx.sql, account.id, found(parseId<BotId>(botId))));
}

/** The same, with its account locked until the transaction ends: changes of an account's bots are one after the other. */
export async function lockBot(ctx: Ctx, accountId: string, botId: string): Promise<BotRow> {
  const account = await lockOwnAccount(ctx, accountId);
  return found(await readBot(ctx.sql, account.id, found(parseId<BotId>(botId))));
}

function found<T>(bot: T | undefined): T {
  if (bot === undefined) throw notFound('bot');
  return bot;
}
