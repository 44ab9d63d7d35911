import type { ChannelId } from '@carillon/kernel/ids.js';

/** From where files are let go to the composer of that channel, which may stand elsewhere in the page. */
type Taker = (files: readonly File[]) => void;
const takers = new Map<ChannelId, Taker>();

export function dropFiles(channelId: ChannelId, files: readonly File[]): void { takers.get(channelId)?.(files); }

export function takeDropped(channelId: ChannelId, taker: Taker): () => void {
  takers.set(channelId, taker);
  return () => { if (takers.get(channelId) === taker) takers.delete(channelId); };
}
