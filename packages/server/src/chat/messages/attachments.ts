import type { Readable } from 'node:stream';
import { notFound } from '@carillon/kernel/errors.js';
import { isId, type AttachmentId, type ChannelId } from '@carillon/kernel/ids.js';
import { ATTACHMENT_BYTES_MAX, type Attachment } from '@carillon/wire/rest/chat.js';
import type { Ctx } from '../../ctx.js';
import type { FileReply } from '../../door.js';
import { deleteFiles } from '../delete-files.js';
import { accessChannel, accessMemberId } from '../access.js';
import { contentTypeOf, isPicture, safeFileName } from './content-type.js';
import { deleteUnsentAttachments, insertAttachment, readSentAttachment, readVisibleAttachment } from './message-store.js';
import { visibleFrom } from '../retention/visible-range.js';
import { presentAttachment, UNSENT_FILE_MS, type AttachmentRow } from '../model.js';

const CACHE_SECONDS = 24 * 3600;
/** What moves is shown as it was uploaded, so it must be light for every browser: bytes, pixels of a frame, frames. */
const MOVING_BYTES_MAX = 10 * 1024 * 1024;
const MOVING_PIXELS_MAX = 4_000_000;
const MOVING_FRAMES_MAX = 1_000;

/**
 * Stores the file as it comes, judges it by its content, and makes a preview when it is a picture. It is seen by nobody
 * else until it is sent.
 */
export async function uploadAttachment(ctx: Ctx, channelId: ChannelId, name: string, bytes: Readable): Promise<Attachment> {
  const uploadedBy = accessMemberId(ctx);
  await accessChannel(ctx, channelId);
  await ctx.limits.spend('upload-person', uploadedBy);
  const id = ctx.ids.next<'Attachment'>();
  const stored = await ctx.blobs.putStream(fileKey(id), bytes, ATTACHMENT_BYTES_MAX);
  try {
    const contentType = contentTypeOf(stored.head);
    const preview = isPicture(contentType) ? await ctx.pictures.makePreview(ctx.blobs.path(fileKey(id))) : undefined;
    if (preview) await ctx.blobs.put(previewKey(id), preview.bytes);
    const row: AttachmentRow = { id, messageId: null, name: safeFileName(name), contentType, bytes: stored.bytes, width: preview?.width ?? null, height: preview?.height ?? null, moves: preview !== undefined && mayMove(preview, stored) };
    await insertAttachment(ctx.sql, { ...row, channelId, uploadedBy, at: ctx.now() });
    return presentAttachment(row);
  } catch (error) {
    // Without its row no sweep would ever find the file.
    for (const key of fileKeys(id)) await ctx.blobs.delete(key);
    throw error;
  }
}

function mayMove({ width, height, frames }: { width: number; height: number; frames: number }, { bytes, head }: { bytes: number; head: Buffer }): boolean {
  // Where the canvas that a GIF names is not that of its frames, browsers make room for the one and our library for the other.
  const honest = contentTypeOf(head) !== 'image/gif' || (head.readUInt16LE(6) === width && head.readUInt16LE(8) === height);
  return honest && frames > 1 && frames <= MOVING_FRAMES_MAX && width * height <= MOVING_PIXELS_MAX && bytes <= MOVING_BYTES_MAX;
}

/** The file itself: always a download, except pictures, which browsers show without running anything. */
export async function openAttachment(ctx: Ctx, id: string): Promise<FileReply> {
  const row = await accessAttachment(ctx, id);
  const found = await ctx.blobs.stream(fileKey(row.id));
  if (!found) throw notFound('file');
  return { contentType: row.contentType, inline: isPicture(row.contentType), name: row.name, bytes: found.bytes, body: found.body, cacheSeconds: CACHE_SECONDS };
}

/** A file for whoever holds an address of it: sent, not redacted, and not hidden by retention. */
export async function openFileForExport(ctx: Ctx, id: AttachmentId): Promise<FileReply> {
  const row = await readSentAttachment(ctx.sql, id);
  const from = row && (await visibleFrom(ctx, row.channelId));
  const found = row && !(from && row.sentAt < from) ? await ctx.blobs.stream(fileKey(row.id)) : undefined;
  if (!row || !found) throw notFound('file');
  return { contentType: row.contentType, inline: false, name: row.name, bytes: found.bytes, body: found.body, cacheSeconds: 0 };
}

/** The small picture of a picture; NotFound for other files, as for none. */
export async function openPreview(ctx: Ctx, id: string): Promise<FileReply> {
  const row = await accessAttachment(ctx, id);
  const found = row.width !== null ? await ctx.blobs.stream(previewKey(row.id)) : undefined;
  if (!found) throw notFound('file');
  return { contentType: 'image/webp', inline: true, name: 'preview.webp', bytes: found.bytes, body: found.body, cacheSeconds: CACHE_SECONDS };
}

async function accessAttachment(ctx: Ctx, id: string): Promise<AttachmentRow> {
  const row = isId(id) ? await readVisibleAttachment(ctx.sql, id as AttachmentId, accessMemberId(ctx)) : undefined;
  const from = row?.sentAt ? await visibleFrom(ctx, row.channelId) : undefined;
  if (!row || (from && row.sentAt! < from)) throw notFound('file');
  return row;
}

/** A job: files that were uploaded and never sent. */
export async function sweepUnsentFiles(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.clock.now() - UNSENT_FILE_MS);
  await deleteFiles(ctx, limit => deleteUnsentAttachments(ctx.sql, before, limit), fileKeys);
}

/** The blobs of one attachment: the file and, of a picture, its preview. */
export function fileKeys(id: AttachmentId): string[] {
  return [fileKey(id), previewKey(id)];
}

function fileKey(id: AttachmentId): string {
  return `file/${id}`;
}

function previewKey(id: AttachmentId): string {
  return `file/${id}.preview`;
}
