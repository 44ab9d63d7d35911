import type { PersonId } from '@carillon/kernel/ids.js';
import type { AccountRow } from '../accounts/model.js';
import type { Ctx } from '../ctx.js';
import { deleteMemberships } from './member-store.js';
import { numberChange } from './number-change.js';

/** People of a Team account go on as people of no account: they keep chats and rooms, and may not host as Pro (guide, TRN-04, USR-22). Invitations of whoever has not come end. */
export async function removeFromAccount(ctx: Ctx, account: AccountRow, ids: readonly PersonId[]): Promise<void> {
  if (ids.length === 0) return;
  const members = await deleteMemberships(ctx.sql, account.id, ids);
  await ctx.tx(tx => numberChange(ctx, tx, members, { kind: 'profile' }));
}
