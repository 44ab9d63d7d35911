import { ApiError } from '@carillon/kernel/errors.js';
import { MINUTE_MS } from '@carillon/kernel/clock.js';
import type { ChannelId, MessageId } from '@carillon/kernel/ids.js';
import { publicOrigin } from '../../config.js';
import type { Ctx, Tx } from '../../ctx.js';
import { readMessages } from '../messages/message-store.js';
import { insertEvents } from '../store.js';
import { fetchPage } from './fetch-page.js';
import { firstLink } from './first-link.js';
import { hashOfLink, movingKey, NOTHING, PREVIEW_LINK, presentPreview, previewKeys, stillKey, type FoundPreview } from './model.js';
import { hasPreview, insertPreview, readPreviewOfLink } from './preview-store.js';

/** A link that many paste is fetched once in this time. */
export const KEPT_MS = 10 * MINUTE_MS;
/** How long after a failed try the next one is made; after the last there is none. */
const RETRY_AFTER_MS = [MINUTE_MS, 5 * MINUTE_MS];
/** Longer than a fetch can take, with its picture. */
const SHARED_MS = MINUTE_MS;

/** With a message's transaction: where its first link leads is looked at by a job, unless this is switched off, the link leads to Carillon, or the sender pasted very many. */
export async function requestPreview(ctx: Ctx, tx: Tx, message: { id: MessageId; senderId: string; content: string }): Promise<void> {
  const link = ctx.config.linkPreviews ? firstLink(message.content) : undefined;
  if (link === undefined || isOwn(ctx, link) || !(await mayAsk(ctx, message.senderId))) return;
  // The link itself stays in the message alone: a redaction finds it nowhere else.
  await tx.enqueue(PREVIEW_LINK, { messageId: message.id, tries: 0 });
}

/** Carillon's own pages say nothing to somebody who is not signed in. */
function isOwn(ctx: Ctx, link: string): boolean {
  return [ctx.origin, publicOrigin(ctx.config)].includes(new URL(link).origin);
}

async function mayAsk(ctx: Ctx, senderId: string): Promise<boolean> {
  try {
    await ctx.limits.spend('preview-person', senderId);
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'Throttled') return false;
    throw error;
  }
}

/** The job: looks where the link leads and shows it to the channel. What fails is tried again, three times in all; doing it twice is harmless. */
export async function previewLink(ctx: Ctx, payload: Record<string, unknown>, stopping: AbortSignal): Promise<void> {
  const id = payload['messageId'] as MessageId;
  const [message] = await readMessages(ctx.sql, [id]);
  const link = message && message.redactedAt === null ? firstLink(message.content) : undefined;
  if (link === undefined || (await hasPreview(ctx.sql, id))) return;
  const found = await findPreview(ctx, link, stopping).catch((error: unknown) => {
    if (stopping.aborted) throw error;
    ctx.log.debug({ err: error }, 'a link could not be looked at');
    return undefined;
  });
  const tries = Number(payload['tries']);
  const retryMs = RETRY_AFTER_MS[tries];
  if (!found && retryMs !== undefined) {
    await ctx.tx(tx => tx.enqueue(PREVIEW_LINK, { messageId: id, tries: tries + 1 }, { runAt: new Date(ctx.clock.now() + retryMs) }));
    return;
  }
  await keepPreview(ctx, id, link, found ?? NOTHING);
}

/** Whoever looks at one link at the same time shares one fetch, and for some minutes what it found. */
async function findPreview(ctx: Ctx, link: string, stopping: AbortSignal): Promise<FoundPreview> {
  return ctx.memo.get(memoKey(link), SHARED_MS, async () => (await readKept(ctx, link)) ?? (await fetchPage(ctx, link, stopping)));
}

async function readKept(ctx: Ctx, link: string): Promise<FoundPreview | undefined> {
  const kept = await readPreviewOfLink(ctx.sql, hashOfLink(link), new Date(ctx.clock.now() - KEPT_MS));
  if (!kept) return undefined;
  const { messageId, ...row } = kept;
  const still = row.pictureWidth === null ? undefined : await ctx.blobs.read(stillKey(messageId));
  const moving = row.pictureMoves ? await ctx.blobs.read(movingKey(messageId)) : undefined;
  // Its message may have been deleted at this moment, and its picture with it.
  const whole = (row.pictureWidth === null || still !== undefined) && (!row.pictureMoves || moving !== undefined);
  return whole ? { row, still, moving } : undefined;
}

function memoKey(link: string): string {
  return `link-preview ${hashOfLink(link).toString('base64url')}`;
}

/** The picture first, so that nobody is shown a place without one; without its row nobody would find it. */
async function keepPreview(ctx: Ctx, id: MessageId, link: string, { row, still, moving }: FoundPreview): Promise<void> {
  if (still) await ctx.blobs.put(stillKey(id), still);
  if (moving) await ctx.blobs.put(movingKey(id), moving);
  const kept = await ctx.tx(async tx => {
    const channelId = await insertPreview(tx.sql, id, { ...row, linkHash: hashOfLink(link), at: ctx.now() });
    if (channelId) await announcePreview(ctx, tx, channelId, id, row);
    return channelId !== undefined;
  });
  if (!kept && !(await hasPreview(ctx.sql, id))) for (const key of previewKeys(id)) await ctx.blobs.delete(key);
  // From here on the row tells; pictures need not stay in memory.
  ctx.memo.drop(memoKey(link));
}

/** The log names the message alone: what the link led to goes with the message, and is read from there. */
async function announcePreview(ctx: Ctx, tx: Tx, channelId: ChannelId, messageId: MessageId, row: FoundPreview['row']): Promise<void> {
  const preview = presentPreview(row);
  if (!preview) return;
  const [numbered] = await insertEvents(tx.sql, channelId, 'previewed', [{ messageId }], ctx.now());
  if (numbered) tx.emit(`channel.${channelId}`, { t: 'event', event: { kind: 'previewed', channelId, seq: Number(numbered.seq), at: numbered.at.toISOString(), messageId, preview } });
}
