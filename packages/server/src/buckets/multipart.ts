import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ApiError } from '@carillon/kernel/errors.js';
import { isId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';
import { accessBucket, checkKey } from './access.js';
import { blobKey, OBJECT_BYTES_MAX, PART_BYTES_MIN, PARTS_MAX, UPLOAD_KEPT_MS, type BlobId, type PartRow, type UploadId, type UploadRow } from './model.js';
import { dropBlobs } from './put-object.js';
import { deleteUpload, insertUpload, lockUpload, readParts, readStaleUploads, writeObjectRow, writePart } from './store.js';

/** An upload in parts; its id is what the parts name. */
export async function createMultipartUpload(ctx: Ctx, upload: Omit<UploadRow, 'id'>): Promise<UploadId> {
  await accessBucket(ctx, upload.bucket);
  checkKey(upload.key);
  const id: UploadId = ctx.ids.next<'Upload'>();
  await insertUpload(ctx.sql, { ...upload, id, at: ctx.now() });
  return id;
}

/** A part whose bytes are stored already; an earlier one of its number is replaced. */
export async function uploadPart(ctx: Ctx, bucket: string, key: string, uploadId: string, part: PartRow): Promise<void> {
  if (!Number.isInteger(part.number) || part.number < 1 || part.number > PARTS_MAX) throw new ApiError('BadRequest', `Parts have numbers from 1 to ${PARTS_MAX}.`, { reason: 'InvalidArgument' });
  const upload = await accessUpload(ctx, bucket, key, uploadId);
  await ctx.tx(async tx => {
    const freed = await writePart(tx.sql, upload.id, part);
    if (freed) tx.afterCommit(() => dropBlobs(ctx, [freed]));
  });
}

/** The parts in their order, checked against what the client lists. */
export async function checkParts(ctx: Ctx, bucket: string, key: string, uploadId: string, listed: readonly { number: number; etag: string }[]): Promise<PartRow[]> {
  const upload = await accessUpload(ctx, bucket, key, uploadId);
  const parts = new Map((await readParts(ctx.sql, upload.id)).map(part => [part.number, part]));
  const chosen = listed.map(({ number, etag }, i) => {
    if (i > 0 && listed[i - 1]!.number >= number) throw new ApiError('BadRequest', 'The parts must stand in order.', { reason: 'InvalidPartOrder' });
    const part = parts.get(number);
    if (!part || part.etag !== etag) throw new ApiError('BadRequest', 'A part is not there, or is another one.', { reason: 'InvalidPart' });
    if (i < listed.length - 1 && part.bytes < PART_BYTES_MIN) throw new ApiError('BadRequest', 'A part is too small.', { reason: 'EntityTooSmall' });
    return part;
  });
  if (chosen.length === 0) throw new ApiError('BadRequest', 'There is no part.', { reason: 'MalformedXML' });
  if (chosen.reduce((sum, part) => sum + part.bytes, 0) > OBJECT_BYTES_MAX) throw new ApiError('BadRequest', 'The object would be too large.', { reason: 'EntityTooLarge' });
  return chosen;
}

/** The parts' bytes as one stream, for storing them as one blob before the upload is completed. */
export function joinParts(ctx: Ctx, parts: readonly PartRow[]): Readable {
  return Readable.from((async function* () {
    for (const part of parts) {
      const stored = await ctx.blobs.stream(blobKey(part.blobId));
      if (!stored) throw new Error(`The bytes of part ${part.number} are gone.`);
      yield* stored.body;
    }
  })());
}

/** As S3 makes it of parts: the hash of their hashes, and how many there are. */
export function multipartEtag(parts: readonly PartRow[]): string {
  const hash = createHash('md5');
  for (const part of parts) hash.update(Buffer.from(part.etag, 'hex'));
  return `${hash.digest('hex')}-${parts.length}`;
}

/** The joined bytes become the object; the parts go. */
export async function completeMultipartUpload(ctx: Ctx, bucket: string, key: string, uploadId: string, joined: { blobId: BlobId; bytes: number; etag: string }): Promise<void> {
  const upload = await accessUpload(ctx, bucket, key, uploadId);
  await ctx.tx(async tx => {
    const parts = await readParts(tx.sql, upload.id);
    const freed = await writeObjectRow(tx.sql, { bucket, key, ...joined, contentType: upload.contentType, metadata: upload.metadata, writtenAt: ctx.now() });
    await deleteUpload(tx.sql, upload.id);
    tx.afterCommit(() => dropBlobs(ctx, [...parts.map(part => part.blobId), ...(freed ? [freed] : [])]));
  });
}

/** Forgets an upload with its parts. */
export async function abortMultipartUpload(ctx: Ctx, bucket: string, key: string, uploadId: string): Promise<void> {
  await dropUpload(ctx, await accessUpload(ctx, bucket, key, uploadId));
}

/** A job: uploads that were begun and never completed. */
export async function sweepUploads(ctx: Ctx): Promise<void> {
  for (const upload of await readStaleUploads(ctx.sql, new Date(ctx.clock.now() - UPLOAD_KEPT_MS))) await dropUpload(ctx, upload);
}

async function dropUpload(ctx: Ctx, upload: UploadRow): Promise<void> {
  await ctx.tx(async tx => {
    const parts = await readParts(tx.sql, upload.id);
    await deleteUpload(tx.sql, upload.id);
    tx.afterCommit(() => dropBlobs(ctx, parts.map(part => part.blobId)));
  });
}

async function accessUpload(ctx: Ctx, bucket: string, key: string, uploadId: string): Promise<UploadRow> {
  await accessBucket(ctx, bucket);
  // It has the form; whether there is such a thing is asked in the same line.
  const upload = isId(uploadId) ? await lockUpload(ctx.sql, bucket, key, uploadId as UploadId) : undefined;
  if (!upload) throw new ApiError('NotFound', 'There is no such upload.', { reason: 'NoSuchUpload' });
  return upload;
}
