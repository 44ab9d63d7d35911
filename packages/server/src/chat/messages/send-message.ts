import { badRequest, notFound } from '@carillon/kernel/errors.js';
import type { AttachmentId, ChannelId, MessageId } from '@carillon/kernel/ids.js';
import { readCommand } from '@carillon/wire/commands.js';
import { MESSAGE_LENGTH_MAX, senderLabel, type Message } from '@carillon/wire/rest/chat.js';
import { queueEvents } from '../../bots/queue-events.js';
import type { Ctx, Tx } from '../../ctx.js';
import { isUniqueViolation } from '../../platform/database/errors.js';
import { accessMemberId } from '../access.js';
import { ANSWER_MESSAGE } from '../assistant-conversation.js';
import { NO_BOTS, resolveMentions, textForBots, type Resolved } from './mentions.js';
import { readAttachments, readMessageByToken, readMessages, type NewMessage } from './message-store.js';
import { postMessage } from './post-message.js';
import { excerptOf, presentMessage, type MessageRow } from '../model.js';
import { requestPreview } from '../previews/preview-link.js';
import { visibleFrom } from '../retention/visible-range.js';

export interface Draft {
  clientToken: string;
  content: string;
  attachmentIds?: readonly AttachmentId[] | undefined;
  quotedMessageId?: MessageId | undefined;
}

/** Refuses what is too long, empty or cannot be stored. */
export function checkDraft(draft: Draft): void {
  if (draft.content.length > MESSAGE_LENGTH_MAX) throw badRequest(`A message holds at most ${MESSAGE_LENGTH_MAX} characters. Send it in parts or as a file.`, 'message-too-long');
  if (readCommand(draft.content).content.trim() === '' && !draft.attachmentIds?.length) throw badRequest('There is nothing to send yet. Write something or attach a file.', 'message-empty');
  // PostgreSQL's text cannot hold it.
  if (draft.content.includes('\0')) throw badRequest('The message holds a character that cannot be stored.', 'message-unstorable');
}

/**
 * Idempotent by client token: whoever is unsure whether a message arrived sends it again and gets the one that is
 * there. The seat is proved in the statement that writes, so there is no moment between. Messages to one channel at the same moment are committed
 * together.
 */
export async function sendMessage(ctx: Ctx, channelId: ChannelId, draft: Draft): Promise<Message> {
  const senderId = accessMemberId(ctx);
  checkDraft(draft);
  await ctx.limits.spend('message-person', senderId);
  try {
    return await ctx.together.run(ctx, `message ${channelId}`, tx => writeMessage(ctx, tx, channelId, draft));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const row = await readMessageByToken(ctx.sql, channelId, senderId, draft.clientToken);
    if (!row) throw error;
    return presentMessage(row, await readAttachments(ctx.sql, [row.id]));
  }
}

async function writeMessage(ctx: Ctx, tx: Tx, channelId: ChannelId, draft: Draft): Promise<Message> {
  const senderId = accessMemberId(ctx);
  const { content, mentions, bots: { bots, sender } } = await readContent(ctx, tx, channelId, draft.content);
  const wanted: NewMessage = {
    id: ctx.ids.next<'Message'>(),
    channelId,
    senderId,
    senderKind: ctx.actor.kind === 'guest' ? 'guest' : 'person',
    content,
    mentions,
    quoted: draft.quotedMessageId === undefined ? null : await quote(ctx, tx, channelId, draft.quotedMessageId),
    clientToken: draft.clientToken,
    at: ctx.now(),
  };
  const { message, withAssistant } = await postMessage(ctx, tx, wanted, draft.attachmentIds);
  if (withAssistant) await tx.enqueue(ANSWER_MESSAGE, { channelId, messageId: wanted.id });
  await queueEvents(ctx, tx, bots.map(bot => bot.id), { type: 'Mention', channelId, sender, message: { id: wanted.id, text: textForBots(content, bots) } });
  await requestPreview(ctx, tx, wanted);
  return message;
}

/** What a command makes of the text, and whom it mentions; code speaks to nobody. */
async function readContent(ctx: Ctx, tx: Tx, channelId: ChannelId, text: string): Promise<Resolved> {
  const { content, isCode } = readCommand(text);
  return isCode ? { content, mentions: [], bots: NO_BOTS } : resolveMentions(ctx, tx, { channelId, senderId: accessMemberId(ctx) }, content);
}

async function quote(ctx: Ctx, tx: Tx, channelId: ChannelId, id: MessageId): Promise<MessageRow['quoted']> {
  const [message] = await readMessages(tx.sql, [id]);
  const from = await visibleFrom(ctx, channelId, tx.sql);
  if (!message || message.channelId !== channelId || message.redactedAt !== null || (from && message.createdAt < from)) throw notFound('message');
  return { messageId: id, sender: senderLabel({ kind: message.senderKind, name: message.senderName }), excerpt: excerptOf(message.content) };
}
