import type { Ctx } from '../ctx.js';

const BATCH = 200;

/** Deletes rows that have files until there are none left, a piece at a time, and what is stored for each. Doing it twice is harmless. */
export async function deleteFiles<Id>(ctx: Ctx, deleteSome: (limit: number) => Promise<Id[]>, keysOf: (id: Id) => string[]): Promise<void> {
  for (;;) {
    const ids = await deleteSome(BATCH);
    for (const key of ids.flatMap(keysOf)) await ctx.blobs.delete(key);
    if (ids.length < BATCH) return;
  }
}
