import type { AccountId, ChannelId, GuestId, PersonId } from '@carillon/kernel/ids.js';
import type { Ctx, Tx } from '../ctx.js';
import { deleteChannelBatch, deleteChannel, deleteMember, deleteMembers, insertChannel, insertMembers, lockChannel } from './store.js';
import { deleteFiles } from './delete-files.js';
import { deleteAttachmentsOfChannel } from './messages/message-store.js';
import { fileKeys } from './messages/attachments.js';
import { previewKeys } from './previews/model.js';
import { deletePreviewsOfChannel } from './previews/preview-store.js';

/** The job that deletes a channel with everything in it. */
export const DELETE_CHANNEL = 'chat.delete-channel';
const ROWS_BATCH = 5_000;

/** The chat of a new meeting; nobody sits in it yet. */
export async function openMeetingChat(ctx: Ctx, tx: Tx, meeting: { title: string; hostId: PersonId; accountId: AccountId | null }): Promise<ChannelId> {
  const id: ChannelId = ctx.ids.next<'Channel'>();
  await insertChannel(tx.sql, { id, kind: 'meeting', accountId: meeting.accountId, name: meeting.title, peopleKey: null, createdBy: meeting.hostId, at: ctx.now() });
  return id;
}

/** A place in a meeting's chat, kept when there is one. */
export async function seatInMeetingChat(ctx: Ctx, tx: Tx, channelId: ChannelId, member: { personId: PersonId } | { guestId: GuestId }): Promise<void> {
  const seat = 'personId' in member ? { id: member.personId, kind: 'person' as const } : { id: member.guestId, kind: 'guest' as const };
  await insertMembers(tx.sql, channelId, [{ ...seat, role: 'Member' }], ctx.now());
}

/** Whoever leaves the meeting leaves its chat, what was said in it included. */
export async function leaveMeetingChat(tx: Tx, channelId: ChannelId, memberId: PersonId | GuestId): Promise<void> {
  await lockChannel(tx.sql, channelId);
  await deleteMember(tx.sql, channelId, memberId);
}

/** The meeting is over: nobody reads its chat from this transaction on, and a job deletes it. */
export async function closeMeetingChat(tx: Tx, channelId: ChannelId): Promise<void> {
  await lockChannel(tx.sql, channelId);
  await deleteMembers(tx.sql, channelId);
  await tx.enqueue(DELETE_CHANNEL, { channelId }, { uniqueKey: `${DELETE_CHANNEL} ${channelId}` });
}

/**
 * The job: files first, then the log a piece at a time, so that no statement holds the database for long. Doing it
 * twice is harmless.
 */
export async function deleteChannelForGood(ctx: Ctx, payload: Record<string, unknown>): Promise<void> {
  const channelId = payload['channelId'] as ChannelId;
  await deleteFiles(ctx, limit => deleteAttachmentsOfChannel(ctx.sql, channelId, limit), fileKeys);
  await deleteFiles(ctx, limit => deletePreviewsOfChannel(ctx.sql, channelId, limit), previewKeys);
  for (const table of ['message', 'channel_event'] as const) {
    while ((await deleteChannelBatch(ctx.sql, table, channelId, ROWS_BATCH)) === ROWS_BATCH);
  }
  await deleteChannel(ctx.sql, channelId);
}
