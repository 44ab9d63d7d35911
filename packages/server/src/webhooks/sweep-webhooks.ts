import { DAY_MS } from '@carillon/kernel/clock.js';
import { forgetPaces } from '../chat/programs/take-incoming.js';
import type { Ctx } from '../ctx.js';
import { ENDED_KEPT_MS } from './model.js';
import { sweepEnded } from './store.js';

/** A job: forgets addresses that ended long ago. */
export async function sweepWebhooks(ctx: Ctx): Promise<void> {
  const before = (ms: number) => new Date(ctx.clock.now() - ms);
  await ctx.tx(tx => sweepEnded(tx.sql, ctx.now(), before(ENDED_KEPT_MS)));
  await forgetPaces(ctx, before(DAY_MS));
}
