import { notFound } from '@carillon/kernel/errors.js';
import { isId, type PersonId } from '@carillon/kernel/ids.js';
import type { AccountRow } from '../accounts/model.js';
import { accessAccount } from '../accounts/access.js';
import type { Ctx } from '../ctx.js';
import { readAccountMember, type MemberRow } from './member-store.js';

/** A user of an account that the caller administers. Users of other accounts, missing and malformed ones look the same. */
export async function accessMember(ctx: Ctx, accountId: string, userId: string): Promise<{ account: AccountRow; member: MemberRow }> {
  const account = await accessAccount(ctx, accountId);
  const id = userId.toLowerCase();
  const member = isId(id) ? await readAccountMember(ctx.sql, account.id, id as PersonId) : undefined;
  if (!member) throw notFound('user');
  return { account, member };
}
