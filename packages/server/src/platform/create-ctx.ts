import type { Actor, Ctx, Deps, Tx } from '../ctx.js';
import type { ServerPush } from '@carillon/wire/socket/frames.js';
import type { Subject } from './bus.js';
import { translateSqlError } from './database/errors.js';
import { runGuarded } from './database/transaction-guard.js';
import { insertJob } from './jobs.js';

/** A context for one request, job or socket message. */
export function createCtx(deps: Deps, actor: Actor, origin: string): Ctx {
  const ctx: Ctx = {
    ...deps,
    actor,
    origin,
    sql: deps.database.sql,
    now: () => new Date(deps.clock.now()),
    tx: work => runTransaction(ctx, work),
  };
  return ctx;
}

/** The same work seen as somebody else, for example a person who has just signed in. */
export function actAs(ctx: Ctx, actor: Actor): Ctx {
  return createCtx(ctx, actor, ctx.origin);
}

/** The same context inside a transaction: `sql` is its connection, and `tx` joins it. */
export function inTransaction(ctx: Ctx, tx: Tx): Ctx {
  return { ...ctx, sql: tx.sql, tx: work => work(tx) };
}

async function runTransaction<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const pushes: [Subject, ServerPush][] = [];
  const later: (() => void)[] = [];
  try {
    const result = await ctx.sql.transaction().execute(sql =>
      runGuarded(() =>
        work({
          sql,
          emit: (to, push) => void pushes.push([to, push]),
          enqueue: (kind, payload, options) => insertJob(ctx, sql, kind, payload, options),
          afterCommit: order => void later.push(order),
        }),
      ),
    );
    for (const [subject, push] of pushes) ctx.bus.publish(subject, push);
    for (const order of later) order();
    return result;
  } catch (error) {
    throw translateSqlError(error);
  }
}
