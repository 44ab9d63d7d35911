import type { ChannelId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../../ctx.js';
import type { Sql } from '../../platform/database/database.js';
import { cutoffOf, ruleOf } from './retention.js';
import { readRetentionFacts } from './retention-store.js';

/**
 * From when on the messages of each channel may be seen; channels that show everything are left out. Every read of messages, files
 * and search goes through it: what lies before is hidden as soon as a period is set (guide, RET-22), and deleted only after the grace.
 */
export async function visibleAfter(ctx: Ctx, channelIds: readonly ChannelId[], sql: Sql = ctx.sql): Promise<ReadonlyMap<ChannelId, Date>> {
  const found = await readRetentionFacts(sql, channelIds);
  return new Map(found.flatMap(({ id, facts }) => {
    const rule = ruleOf(facts);
    return rule ? [[id, cutoffOf(rule, ctx.clock.now())] as const] : [];
  }));
}

/** The same of one channel. */
export async function visibleFrom(ctx: Ctx, channelId: ChannelId, sql: Sql = ctx.sql): Promise<Date | undefined> {
  return (await visibleAfter(ctx, [channelId], sql)).get(channelId);
}
