import { parseId, type AccountId, type BotId } from '@carillon/kernel/ids.js';
import type { Ctx, Tx } from '../ctx.js';
import type { BotRow } from './model.js';
import { readBot, readBotByEmail } from './store.js';

/** A bot of an account by its id, whoever asks; undefined for other ids. */
export async function findBot(ctx: Ctx, accountId: AccountId, id: string): Promise<BotRow | undefined> {
  const wanted = parseId<BotId>(id);
  return wanted && readBot(ctx.sql, accountId, wanted);
}

/** A bot of an account by the address that room administrators were given (guide, BOT-09). */
export async function findBotByEmail(tx: Tx, accountId: AccountId, email: string): Promise<BotRow | undefined> {
  return readBotByEmail(tx.sql, accountId, email.trim());
}
