import type { AccountRow } from '../accounts/model.js';
import type { Ctx } from '../ctx.js';
import { readAccountMemberByEmail } from './member-store.js';
import { canonicalEmail, type MemberRow } from './model.js';

/** Whoever is in an account that the caller has accessed with this address, in whatever state. */
export function findMember(ctx: Ctx, account: Pick<AccountRow, 'id'>, email: string): Promise<MemberRow | undefined> {
  return readAccountMemberByEmail(ctx.sql, account.id, canonicalEmail(email));
}
