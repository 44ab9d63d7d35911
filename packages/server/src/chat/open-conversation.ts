import { badRequest, notFound } from '@carillon/kernel/errors.js';
import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import { ASSISTANT_ID } from '@carillon/wire/assistant.js';
import { GROUP_SIZE_MAX, type Channel } from '@carillon/wire/rest/chat.js';
import type { Ctx, Tx } from '../ctx.js';
import { isUniqueViolation } from '../platform/database/errors.js';
import { accessPeople, accessSelf } from '../users/access.js';
import { announceJoined } from './announce.js';
import { refuseAssistant } from './assistant-conversation.js';
import { refuseBlocked } from './block-people.js';
import { peopleKey } from './model.js';
import { getChannel } from './present-channels.js';
import { insertChannel, insertMembers, readChannelIdByPeople } from './store.js';

/** Two to GROUP_SIZE_MAX people, oneself among them. */
export function checkPeople(ids: readonly PersonId[]): void {
  if (ids.length < 2) throw badRequest('Choose at least one other person.', 'nobody-chosen');
  if (ids.length > GROUP_SIZE_MAX) throw badRequest(`A group has at most ${GROUP_SIZE_MAX} people. Make a room for more.`, 'group-too-large');
}

/**
 * The conversation of exactly these people and oneself, new or old: a set of people is one conversation (product-facts,
 * section 5).
 */
export async function openConversation(ctx: Ctx, personIds: readonly PersonId[]): Promise<Channel> {
  const self = accessSelf(ctx);
  const all = [...new Set([self, ...personIds])];
  checkPeople(all);
  if (all.length > 2) refuseAssistant(all);
  await accessPeople(ctx, all);
  const [, other, third] = all;
  if (other && !third) await refuseBlocked(ctx, other, 'person');
  const key = peopleKey(all);
  const existing = await readChannelIdByPeople(ctx.sql, key);
  if (existing) return getChannel(ctx, existing);
  try {
    return await ctx.tx(tx => createConversation(ctx, tx, all, key));
  } catch (error) {
    // Somebody else opened it at the same moment.
    const id = isUniqueViolation(error) ? await readChannelIdByPeople(ctx.sql, key) : undefined;
    if (!id) throw error;
    return getChannel(ctx, id);
  }
}

async function createConversation(ctx: Ctx, tx: Tx, people: readonly PersonId[], key: string): Promise<Channel> {
  const id: ChannelId = ctx.ids.next<'Channel'>();
  const at = ctx.now();
  await insertChannel(tx.sql, { id, kind: people.length === 2 ? 'direct' : 'group', accountId: null, name: null, peopleKey: key, createdBy: accessSelf(ctx), at });
  await insertMembers(tx.sql, id, people.map(person => ({ id: person, kind: 'person', role: 'Member' })), at);
  // The Assistant has no devices, and everybody's conversations with it would wait for one row.
  await announceJoined(ctx, tx, id, people.filter(person => person !== ASSISTANT_ID));
  return getChannel(ctx, id, tx.sql);
}

/** In a conversation adding people opens the conversation of the larger set. */
export async function widenConversation(ctx: Ctx, channelId: ChannelId, personIds: readonly PersonId[]): Promise<Channel> {
  const channel = await getChannel(ctx, channelId);
  if (channel.kind !== 'direct' && channel.kind !== 'group') throw notFound('conversation');
  return openConversation(ctx, [...channel.people.map(person => person.id), ...personIds]);
}
