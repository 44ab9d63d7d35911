import type { AccountId } from '@carillon/kernel/ids.js';
import type { Ctx, Tx } from '../ctx.js';
import type { JobWork } from '../platform/jobs.js';
import { deleteAccountRow, readPurgeableAccounts } from './admin-store.js';
import { DISABLED_FOR_MS } from './model.js';

const ACCOUNTS_BATCH = 20;

/** What a feature deletes, or detaches, of an account that is gone for good. */
export type AccountPurge = (ctx: Ctx, tx: Tx, accountId: AccountId) => Promise<void>;

/** A job: accounts that were deleted 90 days ago. What generated records say of their use stays (guide, DEL-05). */
export function purgeAccounts(plans: readonly AccountPurge[]): JobWork {
  return async ctx => {
    for (const id of await readPurgeableAccounts(ctx.sql, new Date(ctx.clock.now() - DISABLED_FOR_MS), ACCOUNTS_BATCH)) {
      await ctx.tx(async tx => {
        for (const plan of plans) await plan(ctx, tx, id);
        await deleteAccountRow(tx.sql, id);
      });
    }
  };
}
