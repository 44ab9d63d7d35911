import type { ChannelId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';

/** The moment before which nothing of a channel is shown any more; a channel without such a moment is not in the map. Retention fills it. */
export async function visibleAfter(_ctx: Ctx, _channelIds: readonly ChannelId[]): Promise<ReadonlyMap<ChannelId, Date>> {
  return new Map();
}
