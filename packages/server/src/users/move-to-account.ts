import type { PersonId } from '@carillon/kernel/ids.js';
import type { AccountRow } from '../accounts/model.js';
import type { Ctx } from '../ctx.js';
import { moveMemberships } from './member-store.js';
import { numberChange } from './number-change.js';

/** Members go over to another account, with their licence where it supports that, and keep everything else. Whoever has not joined stays. */
export async function moveToAccount(ctx: Ctx, from: AccountRow, to: AccountRow, ids: readonly PersonId[]): Promise<void> {
  const moved = await moveMemberships(ctx.sql, from.id, to.id, ids, { supported: to.supportedLicenses, otherwise: to.defaultLicense });
  await ctx.tx(tx => numberChange(ctx, tx, moved, { kind: 'profile' }));
}
