import { notFound } from '@carillon/kernel/errors.js';
import { isId, type AccountId, type PersonId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';
import { accessPrincipal } from '../iam/access.js';
import { readReachableMember } from './member-store.js';
import type { MemberRow } from './model.js';

/** A user of an account that the caller administers. Users of other accounts, missing and malformed ones look the same. */
export async function accessMember(ctx: Ctx, accountId: string, userId: string): Promise<MemberRow> {
  const owner = accessPrincipal(ctx).ownerAccountId;
  const [account, user] = [accountId.toLowerCase(), userId.toLowerCase()];
  // They have the form; whether there is such a user is asked in the same line.
  const member = isId(account) && isId(user) ? await readReachableMember(ctx.sql, owner, account as AccountId, user as PersonId) : undefined;
  if (!member) throw notFound('user');
  return member;
}
