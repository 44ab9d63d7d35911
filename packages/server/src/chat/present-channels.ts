import type { ChannelId, MeetingId } from '@carillon/kernel/ids.js';
import type { Channel } from '@carillon/wire/rest/chat.js';
import type { Ctx } from '../ctx.js';
import type { Sql } from '../platform/database/database.js';
import { accessChannel, accessMemberId } from './access.js';
import { readUnreadMentions, type MentionRow } from './messages/mention-store.js';
import { readAttachments, readMessages } from './messages/message-store.js';
import { presentChannel, presentMessage, withinRange, type ChannelRow } from './model.js';
import { readLastOrdinalsBefore } from './retention/retention-store.js';
import { visibleAfter } from './retention/visible-range.js';
import { readChannelNumbers, readChannels, readPeopleOf, type ChannelNumbers } from './store.js';

/** The caller's conversations and rooms, newest activity first. */
export async function listChannels(ctx: Ctx): Promise<Channel[]> {
  return presentChannels(ctx, ctx.sql, await readChannels(ctx.sql, accessMemberId(ctx)));
}

/** The numbers of all channels the caller sits in, meetings' chats too. */
export async function listChannelNumbers(ctx: Ctx): Promise<ChannelNumbers[]> {
  const rows = await readChannelNumbers(ctx.sql, accessMemberId(ctx));
  const hidden = await readLastOrdinalsBefore(ctx.sql, await visibleAfter(ctx, rows.map(row => row.id)));
  return rows.map(row => ({ id: row.id, lastSeq: Number(row.lastSeq), messageCount: Number(row.messageCount), lastReadOrdinal: Math.max(Number(row.lastReadOrdinal), hidden.get(row.id) ?? 0) }));
}

/** One channel from the caller's seat in it, as of `sql`. */
export async function getChannel(ctx: Ctx, id: ChannelId, sql: Sql = ctx.sql): Promise<Channel> {
  const [channel] = await presentChannels(ctx, sql, [await accessChannel(ctx, id, sql)]);
  // One row in, one channel out.
  return channel!;
}

/** With last messages, people and running meetings, in a fixed number of statements however many channels there are. */
async function presentChannels(ctx: Ctx, sql: Sql, rows: readonly ChannelRow[]): Promise<Channel[]> {
  const lastIds = rows.flatMap(row => (row.lastMessageId ? [row.lastMessageId] : []));
  const messages = new Map((await readMessages(sql, lastIds)).map(row => [row.id, row]));
  const attachments = await readAttachments(sql, lastIds);
  const conversations = rows.filter(row => row.kind === 'direct' || row.kind === 'group').map(row => row.id);
  const people = groupByChannel(await readPeopleOf(sql, conversations, accessMemberId(ctx)));
  const mentions = groupByChannel(await readUnreadMentions(sql, rows.map(row => row.id), accessMemberId(ctx)));
  const meetings = await ctx.hooks.readRunningMeetings(sql, rows.map(row => row.id));
  const visible = await visibleAfter(ctx, rows.map(row => row.id), sql);
  const hidden = await readLastOrdinalsBefore(sql, visible);
  return rows.map(row => {
    const newest = row.lastMessageId ? messages.get(row.lastMessageId) : undefined;
    const from = visible.get(row.id);
    const last = newest && !(from && newest.createdAt < from) ? withinRange(newest, from) : undefined;
    // What nobody can read any more is not unread.
    const seat = { ...row, lastReadOrdinal: Math.max(Number(row.lastReadOrdinal), hidden.get(row.id) ?? 0) };
    return presentChannel(seat, {
      people: people.get(row.id) ?? [],
      lastMessage: last ? presentMessage(last, attachments) : null,
      meetingId: (meetings.get(row.id) as MeetingId | undefined) ?? null,
      unreadMentions: (mentions.get(row.id) ?? []).filter(mention => Number(mention.ordinal) > seat.lastReadOrdinal).map(presentMention),
    });
  });
}

function presentMention({ messageId, ordinal }: MentionRow): Channel['unreadMentions'][number] {
  return { messageId, ordinal };
}

function groupByChannel<Row extends { channelId: ChannelId }>(rows: readonly Row[]): Map<ChannelId, Row[]> {
  const groups = new Map<ChannelId, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.channelId);
    if (group) group.push(row);
    else groups.set(row.channelId, [row]);
  }
  return groups;
}
