import type { AccountPurge } from '../accounts/purge-accounts.js';
import type { Ctx, Tx } from '../ctx.js';
import type { PersonPurge } from '../users/purge-people.js';
import { listKey, type ExportId } from './model.js';
import { deleteExportsOf } from './store.js';

/** A deleted person's lists. */
export const purgePerson: PersonPurge = async (ctx, tx, personId) => dropLists(ctx, tx, await deleteExportsOf(tx.sql, { personId }));

/** A deleted account's lists. */
export const purgeAccount: AccountPurge = async (ctx, tx, accountId) => dropLists(ctx, tx, await deleteExportsOf(tx.sql, { accountId }));

function dropLists(ctx: Ctx, tx: Tx, ids: readonly ExportId[]): void {
  // The rows are gone: a list that stays behind is reached by nobody.
  tx.afterCommit(() => ids.forEach(id => void ctx.blobs.delete(listKey(id)).catch((error: unknown) => ctx.log.warn({ err: error }, 'the list of an export could not be removed'))));
}
