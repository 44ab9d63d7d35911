import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import type { ChannelEvent } from '@carillon/wire/rest/chat.js';
import type { Ctx, Tx } from '../ctx.js';
import { numberChange } from '../users/number-change.js';
import { insertEvents } from './store.js';

/** What is known of an event before it has its number. */
export type NewEvent = ChannelEvent extends infer Event ? (Event extends ChannelEvent ? Omit<Event, 'channelId' | 'seq' | 'at'> : never) : never;

/** Writes events of one kind into a channel's log, in their order and in one statement, and pushes them. */
export async function announce(ctx: Ctx, tx: Tx, channelId: ChannelId, ...events: readonly NewEvent[]): Promise<void> {
  const [first] = events;
  if (!first) return;
  const payloads = events.map(({ kind: _kind, ...payload }) => payload);
  const numbered = await insertEvents(tx.sql, channelId, first.kind, payloads, ctx.now());
  numbered.forEach(({ seq, at }, i) => {
    // The event's own members came with it; number and time are new.
    tx.emit(`channel.${channelId}`, { t: 'event', event: { ...events[i], channelId, seq: Number(seq), at: at.toISOString() } as ChannelEvent });
  });
}

/** Tells people that a channel is theirs now: their devices fetch it, and their sockets listen to it. */
export async function announceJoined(ctx: Ctx, tx: Tx, channelId: ChannelId, people: readonly PersonId[]): Promise<void> {
  await numberChange(ctx, tx, people, { kind: 'channel-joined', channelId });
}

/** Tells people that a channel is no longer theirs: their sockets stop listening to it. */
export async function announceLeft(ctx: Ctx, tx: Tx, channelId: ChannelId, people: readonly PersonId[]): Promise<void> {
  await numberChange(ctx, tx, people, { kind: 'channel-left', channelId });
}
