import { badRequest } from '@carillon/kernel/errors.js';
import type { ChannelId, MessageId, PersonId } from '@carillon/kernel/ids.js';
import { ASSISTANT_ID } from '@carillon/wire/assistant.js';
import type { Ctx, Tx } from '../ctx.js';
import type { Sql } from '../platform/database/database.js';
import { readMessageByToken, readMessages } from './messages/message-store.js';
import { postMessage } from './messages/post-message.js';
import { peopleKey } from './model.js';
import { lockChannel, readChannelIdByPeople } from './store.js';

/** The job that answers what somebody wrote to the Assistant; a higher room does it. */
export const ANSWER_MESSAGE = 'assistant.answer';

/** The Assistant talks to one person at a time: it is in no group, room or meeting. */
export function refuseAssistant(personIds: readonly PersonId[]): void {
  if (personIds.includes(ASSISTANT_ID)) throw badRequest('The Assistant talks to one person at a time. Write to it in a conversation of your own.', 'assistant-alone');
}

/** A person's conversation with the Assistant, when there is one. */
export function findAssistantConversation(sql: Sql, personId: PersonId): Promise<ChannelId | undefined> {
  return readChannelIdByPeople(sql, peopleKey([personId, ASSISTANT_ID]));
}

/** What was written to the Assistant; undefined when it is gone. */
export async function findQuestion(sql: Sql, messageId: MessageId): Promise<{ personId: PersonId; content: string } | undefined> {
  const [row] = await readMessages(sql, [messageId]);
  // No guest has a conversation.
  return row && { personId: row.senderId as PersonId, content: row.content };
}

/**
 * Writes a message of the Assistant in the transaction of what it tells of: `work` does that and gives the words, or none. Done once for each token, however
 * often a job tries; one after the other in a conversation.
 */
export async function writeAsAssistant(ctx: Ctx, channelId: ChannelId, clientToken: string, work: (tx: Tx) => Promise<string | undefined>): Promise<void> {
  await ctx.tx(async tx => {
    await lockChannel(tx.sql, channelId);
    if (await readMessageByToken(tx.sql, channelId, ASSISTANT_ID, clientToken)) return;
    const content = await work(tx);
    if (content === undefined) return;
    await postMessage(ctx, tx, { id: ctx.ids.next<'Message'>(), channelId, senderId: ASSISTANT_ID, senderKind: 'person', content, mentions: [], quoted: null, clientToken, at: ctx.now() });
  });
}
