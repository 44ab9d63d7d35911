import { notFound } from '@carillon/kernel/errors.js';
import type { AttachmentId } from '@carillon/kernel/ids.js';
import { senderLabel, type Message } from '@carillon/wire/rest/chat.js';
import type { Ctx, Tx } from '../../ctx.js';
import { refuseBlockedIn } from '../block-people.js';
import { showAgain } from '../change-settings.js';
import { presentMessage } from '../model.js';
import { claimAttachments, insertMessage, type NewMessage } from './message-store.js';

/** Writes a message into the log, with files its sender uploaded, and tells everybody; NotFound when the sender has no seat, or a file is not theirs. */
export async function postMessage(ctx: Ctx, tx: Tx, wanted: NewMessage, attachmentIds: readonly AttachmentId[] = []): Promise<{ message: Message; withAssistant: boolean }> {
  const { channelId, mentions } = wanted;
  const row = await insertMessage(tx.sql, wanted);
  if (!row) {
    await refuseBlockedIn(ctx, channelId, tx.sql);
    throw notFound('conversation');
  }
  const attachments = await claimAttachments(tx.sql, attachmentIds, wanted);
  if (attachments.length !== attachmentIds.length) throw notFound('file');
  const message = presentMessage(row, attachments);
  tx.emit(`channel.${channelId}`, { t: 'event', event: { kind: 'message', channelId, seq: message.seq, at: message.createdAt, message } });
  if (row.hasHidden) await showAgain(ctx, tx, channelId, mentions);
  tx.afterCommit(() => ctx.hooks.notify({ kind: 'message', channelId, fromId: wanted.senderId, fromName: senderLabel(message.sender), content: message.content, mentions, path: `/chat/${channelId}?m=${message.seq}` }));
  return { message, withAssistant: row.withAssistant };
}
