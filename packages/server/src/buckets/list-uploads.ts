import { isId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';
import { accessBucket } from './access.js';
import { endOfPrefix } from './list-objects.js';
import type { PartRow, UploadId, UploadRow } from './model.js';
import { accessUpload } from './multipart.js';
import { readParts, readUploads } from './store.js';

/** Uploads that were begun and not completed, by key and age, one more than `limit` where there are more. */
export async function listUploads(ctx: Ctx, bucket: string, wanted: { prefix: string; keyMarker: string; uploadIdMarker: string | undefined; limit: number }): Promise<UploadRow[]> {
  await accessBucket(ctx, bucket);
  // An id of another form is behind all of its key.
  const id = wanted.uploadIdMarker !== undefined && isId(wanted.uploadIdMarker) ? (wanted.uploadIdMarker as UploadId) : undefined;
  return readUploads(ctx.sql, bucket, { from: wanted.prefix, before: endOfPrefix(wanted.prefix) }, { key: wanted.keyMarker, id }, wanted.limit + 1);
}

/** The parts of an upload behind a number, one more than `limit` where there are more. */
export async function listParts(ctx: Ctx, bucket: string, key: string, uploadId: string, after: number, limit: number): Promise<{ upload: UploadRow; parts: PartRow[] }> {
  const upload = await accessUpload(ctx, bucket, key, uploadId);
  const parts = (await readParts(ctx.sql, upload.id)).filter(part => part.number > after).slice(0, limit + 1);
  return { upload, parts };
}
