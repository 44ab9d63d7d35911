import type { ChannelId, MeetingId, PersonId } from '@carillon/kernel/ids.js';
import type { Meeting } from '@carillon/wire/rest/meetings.js';
import { openMeetingChat } from '../chat/meeting-chat.js';
import type { Ctx, Tx } from '../ctx.js';
import { isUniqueViolation } from '../platform/database/errors.js';
import { accessSelf } from '../users/access.js';
import { pickMeetingNumber } from '../users/create-person.js';
import { getMe } from '../users/update-me.js';
import { accessStartChannel } from './access.js';
import { announceMeeting } from './announce-meeting.js';
import { capacityOf, presentMeeting, type MeetingRow } from './model.js';
import { insertMeeting, readOpenMeetingOfChannel, readOpenMeetingOfHost } from './store.js';

/** Meet now. A channel in which a meeting runs gives that one: nobody wants two. */
export async function startMeeting(ctx: Ctx, wanted: { title?: string | undefined; channelId?: ChannelId | undefined }): Promise<Meeting> {
  const self = accessSelf(ctx);
  await ctx.limits.spend('meeting-person', self);
  const channel = wanted.channelId === undefined ? undefined : await accessStartChannel(ctx, wanted.channelId);
  const running = channel && (await readOpenMeetingOfChannel(ctx.sql, channel.id));
  if (running) return presentMeeting(running);
  const people = channel?.people ?? [];
  const me = await getMe(ctx);
  const title = wanted.title?.trim() ?? channel?.name ?? ([me.displayName, ...people.map(person => person.displayName)].slice(0, 4).join(', ').slice(0, 100) || me.displayName);
  const findOther = async () => (channel ? readOpenMeetingOfChannel(ctx.sql, channel.id) : undefined);
  return presentMeeting(await createOrFind(ctx, { hostId: self, title, kind: 'instant', fromChannelId: channel?.id ?? null }, findOther));
}

/**
 * The meeting behind a person's own number; it starts as soon as anybody signed in joins (product-facts, section 3).
 */
export async function openPersonalMeeting(ctx: Ctx, hostId: PersonId, hostName: string): Promise<MeetingRow> {
  const findOpen = () => readOpenMeetingOfHost(ctx.sql, hostId, 'personal');
  return (await findOpen()) ?? createOrFind(ctx, { hostId, title: hostName, kind: 'personal', fromChannelId: null }, findOpen);
}

/** Two who start at the same moment get one meeting: the second meets the unique index. */
async function createOrFind(ctx: Ctx, wanted: NewMeeting, findOther: () => Promise<MeetingRow | undefined>): Promise<MeetingRow> {
  try {
    return await ctx.tx(tx => createMeeting(ctx, tx, wanted));
  } catch (error) {
    const other = isUniqueViolation(error) ? await findOther() : undefined;
    if (!other) throw error;
    return other;
  }
}

interface NewMeeting {
  hostId: PersonId;
  title: string;
  kind: 'instant' | 'personal';
  fromChannelId: ChannelId | null;
}

async function createMeeting(ctx: Ctx, tx: Tx, wanted: NewMeeting): Promise<MeetingRow> {
  const at = ctx.now();
  const host = await getMe({ ...ctx, sql: tx.sql }, wanted.hostId);
  const id: MeetingId = ctx.ids.next<'Meeting'>();
  const chatChannelId = await openMeetingChat(ctx, tx, { title: wanted.title, hostId: wanted.hostId, accountId: host.account?.id ?? null });
  const number = await pickMeetingNumber(ctx, tx.sql);
  await insertMeeting(tx.sql, { ...wanted, id, number, hostName: host.displayName, hostAccountId: host.account?.id ?? null, chatChannelId, guestsAllowed: true, capacity: capacityOf(host.licence), at });
  const { fromChannelId } = wanted;
  if (fromChannelId) tx.afterCommit(() => ctx.hooks.notify({ kind: 'call', channelId: fromChannelId, fromId: wanted.hostId, fromName: host.displayName, content: '', mentions: [], path: `/m/${number}` }));
  // It was written a moment ago, in this transaction.
  return (await announceMeeting(tx, id))!;
}
