import type { ChannelId, MessageId } from '@carillon/kernel/ids.js';
import type { ChannelEvent, LinkPreview, Message } from '@carillon/wire/rest/chat.js';
import type { Ctx } from '../../ctx.js';
import { accessChannel } from '../access.js';
import { readAttachments, readMessages, readMessagesAfter, readMessagesBefore, readMessagesBetween } from './message-store.js';
import { EVENTS_PAGE, presentMessage, withinRange } from '../model.js';
import { readEvents, type EventRow } from '../store.js';
import { visibleFrom } from '../retention/visible-range.js';

const HISTORY_PAGE = 50;

/** Which page: below a number, above one, or on both sides of one; the newest without any. */
export interface PageWanted {
  before?: number | undefined;
  after?: number | undefined;
  around?: number | undefined;
}

/** A page of messages, oldest first. */
export async function listMessages(ctx: Ctx, channelId: ChannelId, { before, after, around }: PageWanted = {}, limit = HISTORY_PAGE): Promise<{ messages: Message[]; more: boolean; newer: boolean }> {
  await accessChannel(ctx, channelId);
  const from = await visibleFrom(ctx, channelId);
  const above = around ?? after;
  const olderMax = after !== undefined && around === undefined ? 0 : around === undefined ? limit : Math.ceil(limit / 2);
  const newerMax = limit - olderMax;
  const older = olderMax === 0 ? [] : await readMessagesBefore(ctx.sql, channelId, around === undefined ? before : around + 1, from, olderMax + 1);
  const newer = above === undefined ? [] : await readMessagesAfter(ctx.sql, channelId, above, from, newerMax + 1);
  const page = [...older.slice(0, olderMax).reverse(), ...newer.slice(0, newerMax)];
  const attachments = await readAttachments(ctx.sql, page.map(row => row.id));
  return { messages: page.map(row => presentMessage(withinRange(row, from), attachments)), more: olderMax === 0 || older.length > olderMax, newer: above === undefined ? before !== undefined : newer.length > newerMax };
}

/** What lies after a number the client has: the way back after any gap. */
export async function listEvents(ctx: Ctx, channelId: ChannelId, after: number): Promise<{ events: ChannelEvent[]; more: boolean }> {
  await accessChannel(ctx, channelId);
  const rows = await readEvents(ctx.sql, channelId, after, EVENTS_PAGE + 1);
  const page = rows.slice(0, EVENTS_PAGE);
  const from = await visibleFrom(ctx, channelId);
  const messages = await readMessagesOf(ctx, channelId, page, from);
  const previews = await readPreviewsOf(ctx, page, from);
  return { events: page.flatMap(row => presentEvent(channelId, row, messages, previews)), more: rows.length > EVENTS_PAGE };
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

/** The log says only that a preview came: what it shows is what its message shows now, if anything. */
async function readPreviewsOf(ctx: Ctx, events: readonly EventRow[], from: Date | undefined): Promise<ReadonlyMap<string, LinkPreview>> {
  const ids = events.filter(event => event.kind === 'previewed').map(event => event.payload['messageId'] as MessageId);
  const rows = (await readMessages(ctx.sql, ids)).filter(row => !(from && row.createdAt < from));
  return new Map(rows.flatMap(row => {
    const { preview } = presentMessage(row, []);
    return preview ? [[row.id, preview]] : [];
  }));
}

function presentEvent(channelId: ChannelId, row: EventRow, messages: ReadonlyMap<number, Message | number>, previews: ReadonlyMap<string, LinkPreview>): ChannelEvent[] {
  const base = { channelId, seq: Number(row.seq), at: row.at.toISOString() };
  if (row.kind === 'previewed') return [{ ...base, kind: 'previewed', messageId: row.payload['messageId'] as MessageId, preview: previews.get(row.payload['messageId'] as string) ?? null }];
  if (row.kind !== 'message') return [{ ...base, kind: row.kind, ...row.payload } as ChannelEvent];
  const message = messages.get(base.seq);
  if (typeof message === 'number') return [{ ...base, kind: 'expired', ordinal: message }];
  return message ? [{ ...base, kind: 'message', message }] : [];
}
