import type { ChannelId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';
import { numberChange } from '../users/number-change.js';
import { accessChannel, accessMemberId } from './access.js';
import { updateReadOrdinal } from './store.js';

/** Moves one's read position forward; one's other devices hear of it. */
export async function markRead(ctx: Ctx, channelId: ChannelId, ordinal: number): Promise<void> {
  const memberId = accessMemberId(ctx);
  await accessChannel(ctx, channelId);
  await ctx.tx(async tx => {
    const moved = await updateReadOrdinal(tx.sql, channelId, memberId, ordinal);
    if (moved === undefined || ctx.actor.kind !== 'person') return;
    await numberChange(ctx, tx, [ctx.actor.personId], { kind: 'read', channelId, ordinal: moved });
  });
}
