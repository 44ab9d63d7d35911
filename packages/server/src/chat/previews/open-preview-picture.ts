import { notFound } from '@carillon/kernel/errors.js';
import { isId, type MessageId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../../ctx.js';
import type { FileReply } from '../../door.js';
import { accessMemberId } from '../access.js';
import { visibleFrom } from '../retention/visible-range.js';
import { movingKey, stillKey, type PreviewRow } from './model.js';
import { readVisiblePreview } from './preview-store.js';

const CACHE_SECONDS = 24 * 3600;

/** The picture of a message's link, for whoever may read the message. No reader's browser asks the server that the link leads to. */
export async function openPreviewPicture(ctx: Ctx, id: string): Promise<FileReply> {
  await accessPreview(ctx, id);
  return serve(ctx, stillKey(id as MessageId));
}

/** The same with its motion; NotFound when it has none. */
export async function openMovingPicture(ctx: Ctx, id: string): Promise<FileReply> {
  await accessPreview(ctx, id);
  return serve(ctx, movingKey(id as MessageId));
}

async function accessPreview(ctx: Ctx, id: string): Promise<PreviewRow> {
  const row = isId(id) ? await readVisiblePreview(ctx.sql, id as MessageId, accessMemberId(ctx)) : undefined;
  const from = row && (await visibleFrom(ctx, row.channelId));
  if (!row || (from && row.sentAt < from)) throw notFound('picture');
  return row;
}

async function serve(ctx: Ctx, key: string): Promise<FileReply> {
  const found = await ctx.blobs.stream(key);
  if (!found) throw notFound('picture');
  return { contentType: 'image/webp', inline: true, name: 'preview.webp', bytes: found.bytes, body: found.body, cacheSeconds: CACHE_SECONDS };
}
