import { ApiError } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';
import { accessBucketOwner, lockOwnBucket } from './access.js';
import { checkBucketName } from './bucket-name.js';
import { BUCKETS_MAX, type BucketRow } from './model.js';
import { deleteBucketRow, insertBucket, isBucketUsed, readBucket, readBuckets } from './store.js';
import { dropBlobs } from './store-bytes.js';

/** Names are unique on the whole server: BucketAlreadyOwnedByYou, BucketAlreadyExists. */
export async function createBucket(ctx: Ctx, name: string, region: string): Promise<void> {
  checkBucketName(name);
  const ownerAccountId = accessBucketOwner(ctx);
  if ((await readBuckets(ctx.sql, ownerAccountId)).length >= BUCKETS_MAX) throw new ApiError('BadRequest', `An account has at most ${BUCKETS_MAX} buckets.`, { reason: 'TooManyBuckets' });
  if (await insertBucket(ctx.sql, { name, ownerAccountId, region, createdAt: ctx.now() })) return;
  const other = await readBucket(ctx.sql, name);
  if (other?.ownerAccountId === ownerAccountId) throw new ApiError('Conflict', 'You have this bucket already.', { reason: 'BucketAlreadyOwnedByYou' });
  throw new ApiError('Conflict', 'This name is taken. Choose another.', { reason: 'BucketAlreadyExists' });
}

/** Only an empty bucket goes. */
export async function deleteBucket(ctx: Ctx, name: string): Promise<void> {
  await lockOwnBucket(ctx, name);
  if (await isBucketUsed(ctx.sql, name)) throw new ApiError('Conflict', 'The bucket you tried to delete is not empty', { reason: 'BucketNotEmpty' });
  await ctx.tx(async tx => {
    const freed = await deleteBucketRow(tx.sql, name);
    tx.afterCommit(() => dropBlobs(ctx, freed));
  });
}

/** The caller's buckets by name. */
export function listBuckets(ctx: Ctx): Promise<BucketRow[]> {
  return readBuckets(ctx.sql, accessBucketOwner(ctx));
}
