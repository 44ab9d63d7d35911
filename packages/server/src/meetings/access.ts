import { forbidden, notFound } from '@carillon/kernel/errors.js';
import type { ChannelId, MeetingId } from '@carillon/kernel/ids.js';
import { refuseAssistant } from '../chat/assistant-conversation.js';
import { refuseBlockedIn } from '../chat/block-people.js';
import { getChannel } from '../chat/present-channels.js';
import type { Ctx } from '../ctx.js';
import type { Sql } from '../platform/database/database.js';
import { accessSelf } from '../users/access.js';
import { getMe } from '../users/update-me.js';
import type { Channel } from '@carillon/wire/rest/chat.js';
import type { AttendeeRow, MeetingRow } from './model.js';
import { readMeeting, readSeat } from './store.js';

/** A meeting, from its host's chair. */
export async function accessMeetingAsHost(ctx: Ctx, id: MeetingId, sql: Sql = ctx.sql): Promise<MeetingRow> {
  const self = accessSelf(ctx);
  const meeting = await readMeeting(sql, id);
  if (!meeting || (meeting.hostId !== self && !(await readSeat(sql, id, { personId: self })))) throw notFound('meeting');
  if (meeting.hostId !== self) throw forbidden('Only the host can do this.', 'host-only');
  return meeting;
}

/** A meeting and one's own seat in it. */
export async function accessSeat(ctx: Ctx, id: MeetingId, sql: Sql = ctx.sql): Promise<{ meeting: MeetingRow; seat: AttendeeRow }> {
  const holder = ctx.actor.kind === 'guest' ? { guestId: ctx.actor.guestId } : { personId: accessSelf(ctx) };
  const [meeting, seat] = [await readMeeting(sql, id), await readSeat(sql, id, holder)];
  if (!meeting || !seat) throw notFound('meeting');
  return { meeting, seat };
}

/** The server owner's look into any meeting's machinery. */
export async function accessDebug(ctx: Ctx, id: MeetingId): Promise<MeetingRow> {
  const me = await getMe(ctx);
  const meeting = me.isOwner ? await readMeeting(ctx.sql, id) : undefined;
  if (!meeting) throw notFound('meeting');
  return meeting;
}

/** Meetings are started from conversations and rooms one is in. */
export async function accessStartChannel(ctx: Ctx, channelId: ChannelId): Promise<Channel> {
  const partner = await refuseBlockedIn(ctx, channelId);
  if (partner) refuseAssistant([partner]);
  accessSelf(ctx);
  const channel = await getChannel(ctx, channelId);
  if (channel.kind === 'meeting') throw notFound('conversation');
  return channel;
}
