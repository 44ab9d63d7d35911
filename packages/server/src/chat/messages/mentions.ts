import { badRequest, notFound } from '@carillon/kernel/errors.js';
import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import { MENTIONED_PEOPLE_MAX, PRESENT_MENTION_MEMBERS_MAX, readMentions, replaceMentions, writeMention } from '@carillon/wire/mentions.js';
import type { Mention } from '@carillon/wire/rest/chat.js';
import type { Ctx, Tx } from '../../ctx.js';
import type { MemberId } from '../model.js';
import { readMembersAmong } from './mention-store.js';
import { readChannel } from '../store.js';

/**
 * Whom a text mentions in this channel, and the text with members' names as they are: a name one could choose would let a
 * mention pass for another's. Those who are no members stay words. Refused: more than MENTIONED_PEOPLE_MAX people, and
 * `@present` in a room of more than PRESENT_MENTION_MEMBERS_MAX members.
 */
export async function resolveMentions(ctx: Ctx, tx: Tx, { channelId, senderId }: { channelId: ChannelId; senderId: MemberId }, content: string): Promise<{ content: string; mentions: Mention[] }> {
  const wanted = readMentions(content);
  if (wanted.size === 0) return { content, mentions: [] };
  const named = [...wanted].filter((one): one is PersonId => one !== 'all' && one !== 'present');
  if (named.length > MENTIONED_PEOPLE_MAX) throw badRequest(`A message mentions at most ${MENTIONED_PEOPLE_MAX} people. Write @all to reach everybody.`, 'too-many-mentions');
  const here = wanted.has('present') ? await listPresent(ctx, tx, channelId, senderId) : [];
  const members = await readMembersAmong(tx.sql, channelId, [...new Set([...named, ...here])]);
  const names = new Map<Mention, string>(members.map(member => [member.id, member.displayName]));
  const everybody = (['all', 'present'] as const).filter(one => wanted.has(one));
  for (const one of everybody) names.set(one, '');
  return {
    content: replaceMentions(content, (mention, _name, whole) => (names.has(mention) ? writeMention(mention, names.get(mention)!) : whole)),
    mentions: [...everybody, ...members.map(member => member.id)],
  };
}

/** People who have the channel open on a device. */
async function listPresent(ctx: Ctx, tx: Tx, channelId: ChannelId, senderId: MemberId): Promise<PersonId[]> {
  const channel = await readChannel(tx.sql, channelId, senderId);
  if (!channel) throw notFound('conversation');
  if (channel.memberCount > PRESENT_MENTION_MEMBERS_MAX) throw badRequest(`@present works in rooms of at most ${PRESENT_MENTION_MEMBERS_MAX} members. Mention people by name, or write @all.`, 'room-too-large');
  return ctx.hooks.listPresent(channelId);
}
