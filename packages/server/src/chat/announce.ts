import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import type { ChannelEvent } from '@carillon/wire/rest/chat.js';
import type { Ctx, Tx } from '../ctx.js';
import { insertChange } from '../users/store.js';
import { insertEvent } from './store.js';

/** What is known of an event before it has its number. */
export type NewEvent = ChannelEvent extends infer Event ? (Event extends ChannelEvent ? Omit<Event, 'channelId' | 'seq' | 'at'> : never) : never;

/** Writes an event into a channel's log and pushes it. */
export async function announce(ctx: Ctx, tx: Tx, channelId: ChannelId, event: NewEvent): Promise<void> {
  const { kind, ...payload } = event;
  const { seq, at } = await insertEvent(tx.sql, channelId, kind, payload, ctx.now());
  tx.emit(`channel.${channelId}`, { t: 'event', event: { ...event, channelId, seq: Number(seq), at: at.toISOString() } as ChannelEvent });
}

/** Tells people that a channel is theirs now: their devices fetch it, and their sockets listen to it. */
export async function announceJoined(ctx: Ctx, tx: Tx, channelId: ChannelId, people: readonly PersonId[]): Promise<void> {
  for (const person of people) {
    const change = await insertChange(tx.sql, person, { kind: 'channel-joined', channelId }, ctx.now());
    tx.emit(`person.${person}`, { t: 'change', change });
  }
}

export async function announceLeft(ctx: Ctx, tx: Tx, channelId: ChannelId, person: PersonId): Promise<void> {
  const change = await insertChange(tx.sql, person, { kind: 'channel-left', channelId }, ctx.now());
  tx.emit(`person.${person}`, { t: 'change', change });
}
