import { notFound } from '@carillon/kernel/errors.js';
import { isId, type ChannelId, type MessageId } from '@carillon/kernel/ids.js';
import { accessAccount } from '../../accounts/access.js';
import { forgetMessage } from '../../bots/forget-messages.js';
import type { Ctx } from '../../ctx.js';
import { accessPrincipal } from '../../iam/access.js';
import { announce } from '../announce.js';
import { fileKeys } from './attachments.js';
import { previewKeys } from '../previews/model.js';
import { deletePreviews } from '../previews/preview-store.js';
import { blankMessage, deleteAttachmentsOfMessage, readRedactable } from './message-store.js';

/**
 * Blanks one message everywhere, its quotations, its files and the preview of its link too, and leaves when and by whom (guide, RED-02). A room must
 * belong to the account; of a conversation one member at least. Once more is no error.
 */
export async function redactMessage(ctx: Ctx, accountId: string, kind: 'room' | 'conversation', channel: string, message: string): Promise<void> {
  const account = await accessAccount(ctx, accountId);
  const [channelId, messageId] = [channel.toLowerCase(), message.toLowerCase()];
  const found = isId(channelId) && isId(messageId) ? await readRedactable(ctx.sql, account.id, kind, channelId as ChannelId, messageId as MessageId) : undefined;
  if (!found) throw notFound('message');
  if (found.redactedAt) return;
  await ctx.tx(async tx => {
    await blankMessage(tx.sql, found, { at: ctx.now(), byArn: accessPrincipal(ctx).arn });
    const files = await deleteAttachmentsOfMessage(tx.sql, found.id);
    const previews = await deletePreviews(tx.sql, [found.id]);
    await forgetMessage(ctx, tx, found.id);
    await announce(ctx, tx, found.channelId, { kind: 'redacted', messageId: found.id });
    // The rows are gone with the change; a file that stays behind is reached by nobody.
    tx.afterCommit(() => [...files.flatMap(fileKeys), ...previews.flatMap(previewKeys)].forEach(key => void ctx.blobs.delete(key).catch((error: unknown) => ctx.log.warn({ err: error }, 'a redacted message’s file could not be deleted'))));
  });
}
