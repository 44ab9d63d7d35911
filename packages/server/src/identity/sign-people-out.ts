import type { PersonId } from '@carillon/kernel/ids.js';
import type { Ctx, Tx } from '../ctx.js';
import { deleteSessionsOfAll } from './store.js';

/** Ends all sessions of these people in this transaction, and their sockets right after it. */
export async function signPeopleOut(ctx: Ctx, tx: Tx, ids: readonly PersonId[]): Promise<void> {
  await deleteSessionsOfAll(tx.sql, ids);
  tx.afterCommit(() => ids.forEach(id => ctx.hooks.endSockets(id, {})));
}

/** The same for people who may not come back: they are taken out of running meetings too. */
export async function shutPeopleOut(ctx: Ctx, tx: Tx, ids: readonly PersonId[]): Promise<void> {
  await signPeopleOut(ctx, tx, ids);
  await ctx.hooks.leaveMeetings(tx, ids);
}
