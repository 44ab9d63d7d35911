import { disableAccount } from '../accounts/disable-account.js';
import type { Ctx } from '../ctx.js';
import { readMemberIds, updateRegistration } from './member-store.js';
import { removeFromAccount } from './remove-from-account.js';

/** Deletes an account, at first among the disabled ones; whoever is left in it goes on without one, suspended people too, and invitations end. */
export async function deleteAccount(ctx: Ctx, accountId: string): Promise<void> {
  const account = await disableAccount(ctx, accountId);
  const left = await readMemberIds(ctx.sql, account.id);
  await updateRegistration(ctx.sql, left, 'Suspended', 'Registered');
  await removeFromAccount(ctx, account, left);
}
