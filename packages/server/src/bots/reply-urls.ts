import { timingSafeEqual } from 'node:crypto';
import { randomSecret } from '@carillon/kernel/chance.js';
import { DAY_MS } from '@carillon/kernel/clock.js';
import { isId, type Id } from '@carillon/kernel/ids.js';
import { incomingUrl } from '@carillon/wire/rest/webhooks.js';
import type { ResolveIncoming } from '../chat/programs/take-incoming.js';
import type { Ctx } from '../ctx.js';
import { hashSecret } from '../platform/secrets.js';
import { SHORT_LIVED_MS, type DeliveryRow } from './model.js';
import { insertReplyUrl, readReplyUrl } from './store.js';

const TOKEN_BYTES = 48;
/** An invitation that is told again has an address of its own; the earlier ones go on. */
const PERSISTENT_MAX = 5;
/** Those that are over say so for a day. */
export const EXPIRED_KEPT_MS = DAY_MS;

/** What stands in the log in an address's place. */
export function hiddenUrl(ctx: Ctx): string {
  return incomingUrl(ctx.origin, '…', '…');
}

/** A new address to answer an event at, made when it is sent: of a mention for two minutes, of an invitation until the bot is removed. Empty for what needs none. */
export async function issueReplyUrl(ctx: Ctx, { type, botId, channelId }: Pick<DeliveryRow, 'type' | 'botId' | 'channelId'>): Promise<string> {
  if (type === 'Remove') return '';
  const id = ctx.ids.next<'BotReplyUrl'>();
  const token = randomSecret(ctx.chance, TOKEN_BYTES);
  const at = ctx.now();
  const expiresAt = type === 'Invite' ? null : new Date(at.getTime() + SHORT_LIVED_MS);
  await insertReplyUrl(ctx.sql, { id, tokenHash: hashSecret(token), botId, channelId, at, expiresAt }, PERSISTENT_MAX);
  return incomingUrl(ctx.origin, id, token);
}

/** For the way in: who answers where. `gone` for an address that is over; a stopped bot is refused like a wrong token. */
export const resolveBotReply: ResolveIncoming = async (ctx, id, token) => {
  // It has the form; whether there is such an address is asked in the same line.
  const url = isId(id) ? await readReplyUrl(ctx.sql, id as Id<'BotReplyUrl'>) : undefined;
  if (!url) return undefined;
  if (!timingSafeEqual(hashSecret(token ?? ''), url.tokenHash) || url.disabled) return 'invalid';
  if (!url.seated || (url.expiresAt !== null && url.expiresAt <= ctx.now())) return 'gone';
  // What a bot is told and answers is the bot's own to look after: nothing is kept of it here.
  return { channelId: url.channelId, sender: { kind: 'bot', id: url.botId }, limitKey: `bot ${url.botId} ${url.channelId}`, onPosted: async () => {}, onRefused: async () => {} };
};
