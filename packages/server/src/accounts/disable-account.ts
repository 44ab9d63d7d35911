import { ApiError } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';
import { accessOwnedAccount } from './access.js';
import { countDomains, countMembers, markAccountDeleted } from './admin-store.js';
import type { AccountRow } from './model.js';

/**
 * Puts an account among the disabled ones, where nobody reaches it. A Team account must have no users (guide, DEL-03), an Enterprise
 * account no domains (TRN-06, DEL-12).
 */
export async function disableAccount(ctx: Ctx, accountId: string): Promise<AccountRow> {
  const account = await accessOwnedAccount(ctx, accountId);
  if ((await countDomains(ctx.sql, account.id)) > 0) throw new ApiError('Unprocessable', 'Remove all domains from the account first.');
  if (account.type === 'Team' && (await countMembers(ctx.sql, account.id)) > 0) throw new ApiError('Unprocessable', 'Remove all users from the account first.');
  await markAccountDeleted(ctx.sql, account.id, ctx.now());
  return account;
}
