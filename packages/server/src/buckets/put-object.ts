import type { Ctx } from '../ctx.js';
import { accessBucket, checkKey } from './access.js';
import { blobKey, type BlobId, type ObjectRow } from './model.js';
import { deleteObjectRow, readObjectRow, writeObjectRow } from './store.js';
import { ApiError } from '@carillon/kernel/errors.js';

/** Gives bytes that are stored already a key. The object is there, whole, when this has committed. */
export async function putObject(ctx: Ctx, object: Omit<ObjectRow, 'writtenAt'>): Promise<void> {
  await accessBucket(ctx, object.bucket);
  checkKey(object.key);
  await ctx.tx(async tx => {
    const freed = await writeObjectRow(tx.sql, { ...object, writtenAt: ctx.now() });
    if (freed) tx.afterCommit(() => dropBlobs(ctx, [freed]));
  });
}

/** Deleting what is not there is no error. */
export async function deleteObject(ctx: Ctx, bucket: string, key: string): Promise<void> {
  await accessBucket(ctx, bucket);
  await ctx.tx(async tx => {
    const freed = await deleteObjectRow(tx.sql, bucket, key);
    if (freed) tx.afterCommit(() => dropBlobs(ctx, [freed]));
  });
}

/** An object's row; its bytes are at `blobKey`. */
export async function getObject(ctx: Ctx, bucket: string, key: string): Promise<ObjectRow> {
  await accessBucket(ctx, bucket);
  const object = await readObjectRow(ctx.sql, bucket, key);
  if (!object) throw new ApiError('NotFound', 'The specified key does not exist.', { reason: 'NoSuchKey' });
  return object;
}

/** Files that no row names any more. A failure leaves a file that nobody can reach. */
export function dropBlobs(ctx: Ctx, ids: readonly BlobId[]): void {
  for (const id of ids) void ctx.blobs.delete(blobKey(id)).catch((error: unknown) => ctx.log.warn({ err: error }, 'bytes of a deleted object could not be removed'));
}
