import { randomDigits } from '@carillon/kernel/chance.js';
import type { AccountId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';
import type { Sql } from '../platform/database/database.js';
import { insertAccount, insertOwner } from './store.js';

const OWNER_ID_DIGITS = 12;

/**
 * The owner account (a new number of 12 digits) with its root user, and its first Team account. `email` is canonical.
 */
export async function createOwnerAccount(
  ctx: Ctx,
  sql: Sql,
  wanted: { name: string; email: string; passwordHash: string },
): Promise<{ ownerAccountId: string; accountId: AccountId }> {
  const at = ctx.now();
  const ownerAccountId = randomDigits(ctx.chance, OWNER_ID_DIGITS);
  const accountId = ctx.ids.next<'Account'>();
  await insertOwner(sql, { id: ownerAccountId, ...wanted, at });
  await insertAccount(sql, { id: accountId, ownerAccountId, name: wanted.name, type: 'Team', at });
  return { ownerAccountId, accountId };
}
