import { notFound } from '@carillon/kernel/errors.js';
import type { ChannelId } from '@carillon/kernel/ids.js';
import type { ChannelSettings, Mention } from '@carillon/wire/rest/chat.js';
import type { Ctx, Tx } from '../ctx.js';
import { accessSelf } from '../users/access.js';
import { numberChange } from '../users/number-change.js';
import { presentSettings } from './model.js';
import { readHidden, updatePositions, updateSettings, updateVisible } from './settings-store.js';

/** Changes what is given of one's own settings in a channel; all one's devices hear of it. */
export async function changeSettings(ctx: Ctx, channelId: ChannelId, wanted: Partial<Omit<ChannelSettings, 'position'>>): Promise<ChannelSettings> {
  const self = accessSelf(ctx);
  return ctx.tx(async tx => {
    const row = await updateSettings(tx.sql, channelId, self, wanted);
    if (!row) throw notFound('conversation');
    const settings = presentSettings(row);
    await numberChange(ctx, tx, [self], { kind: 'channel-settings', channelId, settings });
    return settings;
  });
}

/** Puts one's favourites in this order. What is no favourite of one's own is passed over in silence. */
export async function orderFavourites(ctx: Ctx, channelIds: readonly ChannelId[]): Promise<void> {
  const self = accessSelf(ctx);
  await ctx.tx(async tx => {
    const placed = await updatePositions(tx.sql, self, channelIds);
    await numberChange(ctx, tx, [self], { kind: 'favourites-ordered', channelIds: placed });
  });
}

/**
 * A mention opens a hidden room for those who are online (product-facts, section 5); a hidden conversation comes back with
 * anything that is said in it, for whoever hid it would otherwise never learn of it.
 */
export async function showAgain(ctx: Ctx, tx: Tx, channelId: ChannelId, mentions: readonly Mention[]): Promise<void> {
  const hidden = await readHidden(tx.sql, channelId, mentions);
  const shown = hidden.filter(({ id, kind }) => kind !== 'room' || ctx.hooks.isOnline(id)).map(({ id }) => id);
  await updateVisible(tx.sql, channelId, shown);
  await numberChange(ctx, tx, shown, { kind: 'channel-settings', channelId, settings: { hidden: false } });
}
