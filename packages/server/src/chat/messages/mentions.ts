import { badRequest, notFound } from '@carillon/kernel/errors.js';
import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import { MENTIONED_PEOPLE_MAX, mentionsAsText, PRESENT_MENTION_MEMBERS_MAX, readMentions, replaceMentions, writeMention } from '@carillon/wire/mentions.js';
import type { Mention } from '@carillon/wire/rest/chat.js';
import type { Ctx, Tx } from '../../ctx.js';
import type { MemberId } from '../model.js';
import { readBotSeats, type BotSeatRow } from '../rooms/bot-seat-store.js';
import { readChannel, readMember } from '../store.js';
import { readMembersAmong } from './mention-store.js';

/** What a text says to whom. */
export interface Resolved {
  content: string;
  mentions: Mention[];
  /** Bots among those mentioned, which are told of it. */
  bots: BotsTold;
}

export interface BotsTold {
  readonly bots: readonly BotSeatRow[];
  /** The address of who mentions them; empty where there are none. */
  readonly sender: string;
}

export const NO_BOTS: BotsTold = { bots: [], sender: '' };

/**
 * Whom a text mentions in this channel, and the text with members' names as they are: a name one could choose would let a
 * mention pass for another's. Those who are no members stay words. Refused: more than MENTIONED_PEOPLE_MAX people,
 * `@present` in a room of more than PRESENT_MENTION_MEMBERS_MAX members, and a bot that is stopped or has no endpoint (guide, BOT-03, BOT-08).
 */
export async function resolveMentions(ctx: Ctx, tx: Tx, { channelId, senderId }: { channelId: ChannelId; senderId: MemberId }, content: string): Promise<Resolved> {
  const wanted = readMentions(content);
  if (wanted.size === 0) return { content, mentions: [], bots: NO_BOTS };
  const named = [...wanted].filter((one): one is PersonId => one !== 'all' && one !== 'present');
  if (named.length > MENTIONED_PEOPLE_MAX) throw badRequest(`A message mentions at most ${MENTIONED_PEOPLE_MAX} people. Write @all to reach everybody.`, 'too-many-mentions');
  const here = wanted.has('present') ? await listPresent(ctx, tx, channelId, senderId) : [];
  const members = await readMembersAmong(tx.sql, channelId, [...new Set([...named, ...here])]);
  const bots = await findBots(tx, { channelId, senderId }, named.filter(id => !members.some(member => member.id === id)));
  // A mention is of whoever sits in the channel, a bot's id among people's.
  const seated = [...members, ...bots.bots.map(bot => ({ id: bot.id as string as PersonId, displayName: bot.name }))];
  const names = new Map<Mention, string>(seated.map(member => [member.id, member.displayName]));
  const everybody = (['all', 'present'] as const).filter(one => wanted.has(one));
  for (const one of everybody) names.set(one, '');
  return {
    content: replaceMentions(content, (mention, _name, whole) => (names.has(mention) ? writeMention(mention, names.get(mention)!) : whole)),
    mentions: [...everybody, ...seated.map(member => member.id)],
    bots,
  };
}

/** The text as bots get it: they are named with the domain of their address (guide, the mention event's `Message`). */
export function textForBots(content: string, bots: readonly BotSeatRow[]): string {
  const domains = new Map<string, string>(bots.map(bot => [bot.id, bot.email.slice(bot.email.lastIndexOf('@'))]));
  return mentionsAsText(replaceMentions(content, (mention, name, whole) => (domains.has(mention) ? `@${name}${domains.get(mention)!}` : whole)));
}

/** Those of `ids` that are bots in the channel. Programs speak with none: two of them would never come to an end. */
async function findBots(tx: Tx, { channelId, senderId }: { channelId: ChannelId; senderId: MemberId }, ids: readonly string[]): Promise<BotsTold> {
  const bots = ids.length === 0 ? [] : (await readBotSeats(tx.sql, channelId)).filter(bot => ids.includes(bot.id));
  const sender = bots.length === 0 ? undefined : await readMember(tx.sql, channelId, senderId);
  if (!sender) return NO_BOTS;
  const stopped = bots.find(bot => bot.disabled);
  if (stopped) throw badRequest(`${stopped.name} is stopped and does not read messages. Send the message without mentioning it.`, 'bot-stopped');
  const mute = bots.find(bot => !bot.reachable);
  if (mute) throw badRequest(`${mute.name} cannot be reached: it is not set up yet.`, 'bot-unreachable');
  return { bots, sender: sender.email };
}

/** People who have the channel open on a device. */
async function listPresent(ctx: Ctx, tx: Tx, channelId: ChannelId, senderId: MemberId): Promise<PersonId[]> {
  const channel = await readChannel(tx.sql, channelId, senderId);
  if (!channel) throw notFound('conversation');
  if (channel.memberCount > PRESENT_MENTION_MEMBERS_MAX) throw badRequest(`@present works in rooms of at most ${PRESENT_MENTION_MEMBERS_MAX} members. Mention people by name, or write @all.`, 'room-too-large');
  return ctx.hooks.listPresent(channelId);
}
