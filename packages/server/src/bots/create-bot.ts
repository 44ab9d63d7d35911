import { randomSecret } from '@carillon/kernel/chance.js';
import { ApiError, badRequest } from '@carillon/kernel/errors.js';
import { BOTS_MAX } from '@carillon/wire/values.js';
import { lockOwnAccount } from '../accounts/access.js';
import type { Ctx } from '../ctx.js';
import { accessDomain } from '../domains/add-domain.js';
import { botLocalPart, checkBotName, type BotRow } from './model.js';
import { countBots, insertBot, isAddressTaken, readBot } from './store.js';

/** A bot of an Enterprise account (guide, BOT-02, BOT-06, BOT-07), and its security token. ResourceLimitExceeded for the eleventh. */
export async function createBot(ctx: Ctx, input: { AccountId: string; DisplayName: string; Domain?: string | undefined }): Promise<{ bot: BotRow; securityToken: string }> {
  // Locked: of two that are made at once, one is counted by the other.
  const account = await lockOwnAccount(ctx, input.AccountId);
  if (account.type === 'Team') throw badRequest('Only Enterprise accounts have bots. Claim a domain first.');
  const displayName = checkBotName(input.DisplayName);
  const domain = await verifiedDomain(ctx, account.id, input.Domain);
  if ((await countBots(ctx.sql, account.id)) >= BOTS_MAX) throw new ApiError('ResourceLimitExceeded', `An account has at most ${BOTS_MAX} bots. They cannot be deleted, only stopped.`);
  const id = ctx.ids.next<'Bot'>();
  const securityToken = newSecurityToken(ctx);
  await insertBot(ctx.sql, { id, accountId: account.id, displayName, email: await freeAddress(ctx, displayName, domain), securityToken: ctx.secrets.seal(securityToken), createdAt: ctx.now() });
  const bot = await readBot(ctx.sql, account.id, id);
  if (!bot) throw new Error('The bot that was written is not there.');
  return { bot, securityToken };
}

/** 40 characters. */
export function newSecurityToken(ctx: Ctx): string {
  return randomSecret(ctx.chance, 30);
}

async function verifiedDomain(ctx: Ctx, accountId: string, name: string | undefined): Promise<string> {
  const domain = name === undefined ? undefined : await accessDomain(ctx, accountId, name).catch((error: unknown) => {
    if (error instanceof ApiError) return undefined;
    throw error;
  });
  if (domain?.status !== 'Verified') throw badRequest('A bot needs one of the account’s verified domains. ListDomains tells which there are.');
  return domain.name;
}

/** Two bots may have one name; the address tells them apart. Every number up to BOTS_MAX + 1 cannot be taken by bots of a domain, but people have addresses too. */
async function freeAddress(ctx: Ctx, name: string, domain: string): Promise<string> {
  for (let n = 1; n <= 100; n++) {
    const email = `${botLocalPart(name, n)}@${domain}`;
    if (!(await isAddressTaken(ctx.sql, email))) return email;
  }
  throw new ApiError('ResourceLimitExceeded', 'Addresses of this name are taken. Choose another name.');
}
