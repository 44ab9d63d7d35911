import { ApiError, badRequest, notFound } from '@carillon/kernel/errors.js';
import type { ChannelId } from '@carillon/kernel/ids.js';
import { readCommand } from '@carillon/wire/commands.js';
import { readMentions } from '@carillon/wire/mentions.js';
import type { Message, Program } from '@carillon/wire/rest/chat.js';
import type { Ctx, Tx } from '../../ctx.js';
import type { NewMessage } from '../messages/message-store.js';
import { resolveMentions } from '../messages/mentions.js';
import { postMessage } from '../messages/post-message.js';
import { requestPreview } from '../previews/preview-link.js';
import { readChannel } from '../store.js';
import { mentionAddressed, readAddresses } from './addresses.js';
import { readMembersByAddress } from './program-store.js';

/** Of a message's words in UTF-8 (guide, WHK-08). */
export const PROGRAM_CONTENT_BYTES_MAX = 4_096;
/** `@All` and `@Present` are for rooms of at most so many members (guide, WHK-09). */
export const PROGRAM_EVERYBODY_MEMBERS_MAX = 50;

/** Refuses what is too long, empty or cannot be stored. */
export function checkProgramContent(content: string): void {
  if (Buffer.byteLength(content) > PROGRAM_CONTENT_BYTES_MAX) throw new ApiError('PayloadTooLarge', `Content holds at most ${PROGRAM_CONTENT_BYTES_MAX} bytes in UTF-8. Send it in parts.`);
  if (readCommand(content).content.trim() === '') throw badRequest('Content is empty. Put the words of the message there.', 'message-empty');
  if (/[\0\p{Cs}]/u.test(content)) throw badRequest('Content holds a character that cannot be stored: U+0000, or half of one.', 'message-unstorable');
}

/**
 * Writes what a program says into a room where it has a seat, by the way of people's messages: log, mentions, notifications, search, previews. NotFound
 * without a seat; BadRequest (`room-too-large`) for `@All` or `@Present` in a room of more than PROGRAM_EVERYBODY_MEMBERS_MAX members.
 */
export async function postByProgram(ctx: Ctx, tx: Tx, { channelId, sender, text }: { channelId: ChannelId; sender: Pick<Program, 'kind' | 'id'>; text: string }): Promise<Message> {
  checkProgramContent(text);
  const id = ctx.ids.next<'Message'>();
  const { content, mentions } = await readContent(ctx, tx, { channelId, senderId: sender.id }, text);
  const wanted: NewMessage = { id, channelId, senderId: sender.id, senderKind: sender.kind, content, mentions, quoted: null, clientToken: id, at: ctx.now() };
  const { message } = await postMessage(ctx, tx, wanted);
  await requestPreview(ctx, tx, wanted);
  return message;
}

async function readContent(ctx: Ctx, tx: Tx, from: Pick<NewMessage, 'channelId' | 'senderId'>, text: string): Promise<Pick<NewMessage, 'content' | 'mentions'>> {
  const { content, isCode } = readCommand(text);
  if (isCode) return { content, mentions: [] };
  const { aliases, addresses } = readAddresses(content);
  const members = aliases.length + addresses.length === 0 ? [] : await readMembersByAddress(tx.sql, from.channelId, addresses, aliases);
  const addressed = mentionAddressed(content, members);
  const wanted = readMentions(addressed);
  if (wanted.has('all') || wanted.has('present')) await checkRoomSize(tx, from);
  return resolveMentions(ctx, tx, from, addressed);
}

async function checkRoomSize(tx: Tx, { channelId, senderId }: Pick<NewMessage, 'channelId' | 'senderId'>): Promise<void> {
  const channel = await readChannel(tx.sql, channelId, senderId);
  if (!channel) throw notFound('room');
  if (channel.memberCount > PROGRAM_EVERYBODY_MEMBERS_MAX) throw badRequest(`@All and @Present work in rooms of at most ${PROGRAM_EVERYBODY_MEMBERS_MAX} members. Leave them out, or name people.`, 'room-too-large');
}
