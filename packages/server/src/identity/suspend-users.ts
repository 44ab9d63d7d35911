import { badRequest } from '@carillon/kernel/errors.js';
import type * as wire from '@carillon/wire/aws/generated/chime-types.js';
import { lockOwnAccount } from '../accounts/access.js';
import type { AccountRow } from '../accounts/model.js';
import type { Ctx } from '../ctx.js';
import { splitUsers } from '../users/aws.js';
import type { MemberRow } from '../users/model.js';
import { removeFromAccount } from '../users/remove-from-account.js';
import { suspendMembers, unsuspendMembers } from '../users/shut-out.js';
import { shutPeopleOut } from './sign-people-out.js';
import { deleteInvitations } from './store.js';

interface Users {
  AccountId: string;
  UserIdList: readonly string[];
}

/**
 * In a Team account to suspend is to remove: people go on without it (product-facts, section 8). In an Enterprise account they are
 * signed out at once and cannot come back until they are unsuspended (USR-24). Whoever was only invited is not any more.
 */
export async function suspendUsers(ctx: Ctx, input: Users): Promise<{ UserErrors: wire.UserError[] }> {
  const account = await lockOwnAccount(ctx, input.AccountId);
  if (account.type !== 'Team' && account.type !== 'EnterpriseLWA') throw badRequest('Users of this account are managed in its directory.');
  const { found, errors } = await splitUsers(ctx, account, input.UserIdList);
  const invited = [...found.values()].filter(member => member.status === 'Invited');
  const joined = [...found.values()].filter(member => member.status === 'Joined' && member.purgeAfter === null);
  await cancelInvitations(ctx, account, invited);
  if (account.type === 'Team') await removeFromAccount(ctx, account, joined.map(member => member.id));
  else await ctx.tx(async tx => shutPeopleOut(ctx, tx, await suspendMembers(ctx, joined)));
  return { UserErrors: errors };
}

/** Back to Registered; whoever is not suspended is passed over (BatchUnsuspendUser), and whom a removed domain let go does not come back (TRN-09). */
export async function unsuspendUsers(ctx: Ctx, input: Users): Promise<{ UserErrors: wire.UserError[] }> {
  const account = await lockOwnAccount(ctx, input.AccountId);
  if (account.type !== 'EnterpriseLWA') throw badRequest('Only users of Enterprise accounts without a directory are suspended and activated.');
  const { found, errors } = await splitUsers(ctx, account, input.UserIdList);
  await unsuspendMembers(ctx, [...found.values()]);
  return { UserErrors: errors };
}

/** Whoever was only invited is not any more. */
export async function cancelInvitations(ctx: Ctx, account: AccountRow, invited: readonly MemberRow[]): Promise<void> {
  await deleteInvitations(ctx.sql, account.id, invited.map(member => member.email));
  await removeFromAccount(ctx, account, invited.map(member => member.id));
}
