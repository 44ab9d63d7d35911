import { timingSafeEqual } from 'node:crypto';
import { isId, type WebhookId } from '@carillon/kernel/ids.js';
import type { FailureCause } from '@carillon/wire/rest/webhooks.js';
import type { ResolveIncoming } from '../chat/programs/take-incoming.js';
import type { Ctx } from '../ctx.js';
import { hashSecret } from '../platform/secrets.js';
import { countFailure, readIncoming, updateLastUsed } from './store.js';

/** The webhook of an address. All of a room share one message a second (guide, WHK-07). */
export const resolveWebhook: ResolveIncoming = async (ctx, id, token) => {
  // Whether there is one of this id is asked here.
  const row = isId(id) ? await readIncoming(ctx.sql, id as WebhookId) : undefined;
  if (!row) return undefined;
  const given = hashSecret(token ?? '');
  const isCurrent = timingSafeEqual(given, row.tokenHash);
  const isEnded = row.endedHashes.filter(hash => timingSafeEqual(given, hash)).length > 0;
  if (isEnded && row.isSeated) await tellFailure(ctx, row.id, 'old-url');
  if (isEnded || (isCurrent && (!row.isSeated || row.channelId === null))) return 'gone';
  if (!isCurrent || row.channelId === null) return 'invalid';
  return {
    channelId: row.channelId,
    sender: { kind: 'webhook', id: row.id },
    limitKey: `webhooks ${row.channelId}`,
    onPosted: (within, tx) => updateLastUsed(tx.sql, row.id, within.now()),
    onRefused: (within, cause) => tellFailure(within, row.id, cause),
  };
};

/** For the room's administrators to read. Many at once share a transaction; without a database there is nowhere to write it. */
async function tellFailure(ctx: Ctx, id: WebhookId, cause: FailureCause): Promise<void> {
  await ctx.together
    .run(ctx, `webhook-failure ${id}`, tx => countFailure(tx.sql, id, cause, ctx.now()))
    .catch((error: unknown) => ctx.log.warn({ err: error, webhookId: id, cause }, 'a webhook’s failure could not be counted'));
}
