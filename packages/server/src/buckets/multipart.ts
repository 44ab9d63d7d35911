import { createHash } from 'node:crypto';
import { ApiError, badRequest } from '@carillon/kernel/errors.js';
import { isId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';
import { accessBucket, checkKey, holdOwnBucket } from './access.js';
import { compositeChecksum } from './checksums.js';
import { openBytes } from './get-object.js';
import { OBJECT_BYTES_MAX, PART_BYTES_MIN, PARTS_MAX, UPLOAD_KEPT_MS, type Checksum, type PartRow, type StoredBytes, type UploadId, type UploadRow } from './model.js';
import { dropBlobs, storeBytes } from './store-bytes.js';
import { deleteUpload, insertUpload, lockUpload, readParts, readStaleUploads, readUpload, writeObjectRow, writePart } from './store.js';

/** A part as the client lists it when it completes an upload. */
export interface ListedPart {
  readonly number: number;
  readonly etag: string;
  /** Base64, by any algorithm; compared where given. */
  readonly checksum?: string | undefined;
}

/** The parts that are to be joined, and their bytes as one. */
export interface JoinedParts extends StoredBytes {
  readonly parts: readonly PartRow[];
}

/** An upload in parts; its id is what the parts name. */
export async function createMultipartUpload(ctx: Ctx, upload: Omit<UploadRow, 'id' | 'createdAt'>): Promise<UploadId> {
  checkKey(upload.key);
  await holdOwnBucket(ctx, upload.bucket);
  const id: UploadId = ctx.ids.next<'Upload'>();
  await insertUpload(ctx.sql, { ...upload, id, createdAt: ctx.now() });
  return id;
}

export function checkPartNumber(number: number): void {
  if (!Number.isInteger(number) || number < 1 || number > PARTS_MAX) throw badRequest(`Part number must be an integer between 1 and ${PARTS_MAX}, inclusive`, 'InvalidArgument');
}

/** A part whose bytes are stored already; an earlier one of its number is replaced. */
export async function uploadPart(ctx: Ctx, bucket: string, key: string, uploadId: string, part: PartRow): Promise<void> {
  await ctx.tx(async tx => {
    const upload = await accessUpload(ctx, bucket, key, uploadId, lockUpload);
    const freed = await writePart(tx.sql, upload.id, part);
    if (freed) tx.afterCommit(() => dropBlobs(ctx, [freed]));
  });
}

/** Joins the listed parts into one blob, before the transaction that makes it the object. */
export async function joinParts(ctx: Ctx, bucket: string, key: string, uploadId: string, listed: readonly ListedPart[]): Promise<JoinedParts> {
  const upload = await accessUpload(ctx, bucket, key, uploadId);
  const parts = chooseParts(await readParts(ctx.sql, upload.id), listed);
  const stored = await storeBytes(ctx, { content: bytesOf(ctx, parts), algorithm: upload.checksum?.type === 'FULL_OBJECT' ? upload.checksum.algorithm : undefined });
  return { ...stored, etag: multipartEtag(parts), checksum: checksumOf(upload, parts, stored), parts };
}

/** The stored parts that the client lists, checked against what it says of them. */
export function chooseParts(stored: readonly PartRow[], listed: readonly ListedPart[]): PartRow[] {
  if (listed.length === 0 || listed.length > PARTS_MAX) throw badRequest('The XML you provided was not well-formed or did not validate against our published schema', 'MalformedXML');
  if (listed.some(({ number }, i) => i > 0 && listed[i - 1]!.number >= number)) throw badRequest('The list of parts was not in ascending order. Parts must be ordered by part number.', 'InvalidPartOrder');
  const parts = new Map(stored.map(part => [part.number, part]));
  const chosen = listed.map(({ number, etag, checksum }, i) => {
    const part = parts.get(number);
    const known = part !== undefined && part.etag === etag && (checksum === undefined || part.checksum === null || part.checksum.value === checksum);
    if (!known) throw badRequest('One or more of the specified parts could not be found. The part may not have been uploaded, or it is another one.', 'InvalidPart');
    if (i < listed.length - 1 && part.bytes < PART_BYTES_MIN) throw badRequest('Your proposed upload is smaller than the minimum allowed size', 'EntityTooSmall');
    return part;
  });
  if (chosen.reduce((sum, part) => sum + part.bytes, 0) > OBJECT_BYTES_MAX) throw badRequest('Your proposed upload exceeds the maximum allowed object size.', 'EntityTooLarge');
  return chosen;
}

async function* bytesOf(ctx: Ctx, parts: readonly PartRow[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    const body = await openBytes(ctx, part);
    if (!body) throw badRequest('A part was replaced while the upload was completed.', 'InvalidPart');
    yield* body as AsyncIterable<Uint8Array>;
  }
}

/** As S3 makes it of parts: the hash of their hashes, and how many there are. */
export function multipartEtag(parts: readonly Pick<PartRow, 'etag'>[]): string {
  const hash = createHash('md5');
  for (const part of parts) hash.update(Buffer.from(part.etag, 'hex'));
  return `${hash.digest('hex')}-${parts.length}`;
}

function checksumOf({ checksum }: UploadRow, parts: readonly PartRow[], stored: StoredBytes): Checksum | null {
  return checksum?.type === 'COMPOSITE' ? compositeChecksum(checksum.algorithm, parts) : stored.checksum;
}

/** The joined bytes become the object; the upload and its parts go. */
export async function completeMultipartUpload(ctx: Ctx, bucket: string, key: string, uploadId: string, { parts, ...joined }: JoinedParts): Promise<void> {
  await ctx.tx(async tx => {
    const upload = await accessUpload(ctx, bucket, key, uploadId, lockUpload);
    const now = await readParts(tx.sql, upload.id);
    const blobs = new Set(now.map(part => part.blobId));
    if (!parts.every(part => blobs.has(part.blobId))) throw badRequest('A part was replaced while the upload was completed.', 'InvalidPart');
    const freed = await writeObjectRow(tx.sql, { bucket, key, ...joined, contentType: upload.contentType, metadata: upload.metadata, headers: upload.headers, writtenAt: ctx.now() });
    await deleteUpload(tx.sql, upload.id);
    tx.afterCommit(() => dropBlobs(ctx, [...blobs, ...(freed ? [freed] : [])]));
  });
}

/** Forgets an upload with its parts. */
export async function abortMultipartUpload(ctx: Ctx, bucket: string, key: string, uploadId: string): Promise<void> {
  await ctx.tx(async () => dropUpload(ctx, await accessUpload(ctx, bucket, key, uploadId, lockUpload)));
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

/** An upload into a bucket of the caller's owner; `read` may lock it. */
export async function accessUpload(ctx: Ctx, bucket: string, key: string, uploadId: string, read: typeof readUpload = readUpload): Promise<UploadRow> {
  await accessBucket(ctx, bucket);
  // It has the form; whether there is such a thing is asked in the same line.
  const upload = isId(uploadId) ? await read(ctx.sql, bucket, key, uploadId as UploadId) : undefined;
  if (!upload) throw new ApiError('NotFound', 'The specified multipart upload does not exist. The upload ID might be invalid, or the multipart upload might have been aborted or completed.', { reason: 'NoSuchUpload' });
  return upload;
}
