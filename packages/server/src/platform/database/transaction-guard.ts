import { AsyncLocalStorage } from 'node:async_hooks';
import { assert } from '@carillon/kernel/errors.js';

/**
 * Whoever is inside a transaction and asks for another connection has written `ctx.sql` where `tx.sql` was meant. On
 * the embedded database, which has one connection, that waits for itself for ever; on PostgreSQL it writes beside the
 * transaction. Both fail at once here.
 */
const insideTransaction = new AsyncLocalStorage<true>();

/** Runs a transaction's work; every connection asked for from inside it is refused. */
export function runGuarded<T>(work: () => Promise<T>): Promise<T> {
  return insideTransaction.run(true, work);
}

/**
 * Called by both drivers before they hand a connection out. Throws for our own mistake: the request fails, nothing
 * hangs.
 */
export function assertOutsideTransaction(): void {
  assert(insideTransaction.getStore() === undefined, 'a statement inside ctx.tx(…) went to ctx.sql; use tx.sql there');
}
