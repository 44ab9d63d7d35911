import { ApiError, badRequest } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';
import { accessCall, accessPrincipal } from '../iam/access.js';
import { authorize } from '../iam/evaluation/authorize.js';
import { Memo } from '../platform/memo.js';
import { bucketArn, KEY_BYTES_MAX, type BucketRow } from './model.js';
import { holdBucket, lockBucket, readBucket } from './store.js';

/** The owner account whose buckets the caller reaches. */
export function accessBucketOwner(ctx: Ctx): string {
  return accessPrincipal(ctx).ownerAccountId;
}

/** A bucket of the caller's owner account. That somebody else has one of this name is told as S3 tells it: AccessDenied. */
export async function accessBucket(ctx: Ctx, name: string): Promise<BucketRow> {
  return own(ctx, name, await readBucket(ctx.sql, name));
}

/** The same, kept from being deleted until the transaction ends: for putting something into it. */
export async function holdOwnBucket(ctx: Ctx, name: string): Promise<BucketRow> {
  return own(ctx, name, await holdBucket(ctx.sql, name));
}

/** The same, locked until the transaction ends. */
export async function lockOwnBucket(ctx: Ctx, name: string): Promise<BucketRow> {
  return own(ctx, name, await lockBucket(ctx.sql, name));
}

async function own(ctx: Ctx, name: string, bucket: BucketRow | undefined): Promise<BucketRow> {
  if (!bucket) throw await missing(ctx, name, new ApiError('NotFound', 'The specified bucket does not exist', { reason: 'NoSuchBucket' }));
  if (bucket.ownerAccountId !== accessBucketOwner(ctx)) throw accessDenied();
  return bucket;
}

/** What to say of a key that is not there. */
export function noSuchKey(ctx: Ctx, bucket: string): Promise<ApiError> {
  return missing(ctx, bucket, new ApiError('NotFound', 'The specified key does not exist.', { reason: 'NoSuchKey' }));
}

/** Whoever may not list a bucket does not learn what is missing. */
async function missing(ctx: Ctx, bucket: string, told: ApiError): Promise<ApiError> {
  // Never wait inside a transaction for what another request looks up: it may be waiting for this one.
  const alone = { ...ctx, memo: new Memo(ctx.clock) };
  return (await authorize(alone, accessPrincipal(ctx), 's3:ListBucket', bucketArn(bucket), accessCall(ctx))) === 'allowed' ? told : accessDenied();
}

function accessDenied(): ApiError {
  return new ApiError('AccessDenied', 'Access Denied');
}

/** A key as it may be stored. */
export function checkKey(key: string): void {
  if (Buffer.byteLength(key) > KEY_BYTES_MAX) throw badRequest('Your key is too long', 'KeyTooLongError');
  if (key === '' || key.includes('\0')) throw badRequest('The key cannot be stored.', 'InvalidArgument');
}
