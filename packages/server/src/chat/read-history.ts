import type { ChannelId } from '@carillon/kernel/ids.js';
import type { ChannelEvent, Message } from '@carillon/wire/rest/chat.js';
import type { Ctx } from '../ctx.js';
import { accessChannel } from './access.js';
import { readAttachments, readMessagesBefore, readMessagesBetween } from './message-store.js';
import { EVENTS_PAGE, presentMessage, withinRange } from './model.js';
import { readEvents, type EventRow } from './store.js';
import { visibleFrom } from './visible-range.js';

const HISTORY_PAGE = 50;

/** A page of messages below `before`, oldest first. */
export async function listMessages(ctx: Ctx, channelId: ChannelId, before: number | undefined, limit = HISTORY_PAGE): Promise<{ messages: Message[]; more: boolean }> {
  await accessChannel(ctx, channelId);
  const from = await visibleFrom(ctx, channelId);
  const rows = await readMessagesBefore(ctx.sql, channelId, before, from, limit + 1);
  const page = rows.slice(0, limit).reverse();
  const attachments = await readAttachments(ctx.sql, page.map(row => row.id));
  return { messages: page.map(row => presentMessage(withinRange(row, from), attachments)), more: rows.length > limit };
}

/** What lies after a number the client has: the way back after any gap. */
export async function listEvents(ctx: Ctx, channelId: ChannelId, after: number): Promise<{ events: ChannelEvent[]; more: boolean }> {
  await accessChannel(ctx, channelId);
  const rows = await readEvents(ctx.sql, channelId, after, EVENTS_PAGE + 1);
  const page = rows.slice(0, EVENTS_PAGE);
  const messages = await readMessagesOf(ctx, channelId, page, await visibleFrom(ctx, channelId));
  return { events: page.flatMap(row => presentEvent(channelId, row, messages)), more: rows.length > EVENTS_PAGE };
}

/** Message events carry the message as it is now, so that a redacted one never shows its words again; of one that is not shown any more the ordinal. */
async function readMessagesOf(ctx: Ctx, channelId: ChannelId, events: readonly EventRow[], from: Date | undefined): Promise<ReadonlyMap<number, Message | number>> {
  const seqs = events.filter(event => event.kind === 'message').map(event => Number(event.seq));
  const [first] = seqs;
  const last = seqs.at(-1);
  if (first === undefined || last === undefined) return new Map();
  const rows = await readMessagesBetween(ctx.sql, channelId, first, last);
  const attachments = await readAttachments(ctx.sql, rows.map(row => row.id));
  return new Map(rows.map(row => [Number(row.seq), from && row.createdAt < from ? Number(row.ordinal) : presentMessage(withinRange(row, from), attachments)]));
}

function presentEvent(channelId: ChannelId, row: EventRow, messages: ReadonlyMap<number, Message | number>): ChannelEvent[] {
  const base = { channelId, seq: Number(row.seq), at: row.at.toISOString() };
  if (row.kind !== 'message') return [{ ...base, kind: row.kind, ...row.payload } as ChannelEvent];
  const message = messages.get(base.seq);
  if (typeof message === 'number') return [{ ...base, kind: 'expired', ordinal: message }];
  return message ? [{ ...base, kind: 'message', message }] : [];
}
