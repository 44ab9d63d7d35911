import { ApiError } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';
import { accessPrincipal } from '../iam/access.js';
import { KEY_BYTES_MAX, type BucketRow } from './model.js';
import { lockBucket, readBucket } from './store.js';

/** The owner account whose buckets the caller reaches. */
export function accessBucketOwner(ctx: Ctx): string {
  return accessPrincipal(ctx).ownerAccountId;
}

/** A bucket of the caller's owner account. That somebody else has one of this name is told as S3 tells it: AccessDenied. */
export async function accessBucket(ctx: Ctx, name: string): Promise<BucketRow> {
  return own(ctx, await readBucket(ctx.sql, name));
}

/** The same, locked until the transaction ends. */
export async function lockOwnBucket(ctx: Ctx, name: string): Promise<BucketRow> {
  return own(ctx, await lockBucket(ctx.sql, name));
}

function own(ctx: Ctx, bucket: BucketRow | undefined): BucketRow {
  if (!bucket) throw new ApiError('NotFound', 'There is no bucket of this name.', { reason: 'NoSuchBucket' });
  if (bucket.ownerAccountId !== accessBucketOwner(ctx)) throw new ApiError('AccessDenied', 'Access Denied');
  return bucket;
}

/** A key as it may be stored. */
export function checkKey(key: string): void {
  if (Buffer.byteLength(key) > KEY_BYTES_MAX) throw new ApiError('BadRequest', `A key has at most ${KEY_BYTES_MAX} bytes.`, { reason: 'KeyTooLongError' });
  if (key === '' || key.includes('\0')) throw new ApiError('BadRequest', 'The key cannot be stored.', { reason: 'InvalidArgument' });
}
