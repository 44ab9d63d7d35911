import { ApiError } from '@carillon/kernel/errors.js';
import type { Ctx, Tx } from '../ctx.js';
import type { RequestContext } from '../iam/evaluation/conditions.js';
import { DatabaseUnavailable } from '../platform/database/errors.js';
import { openOutsideS3 } from '../platform/outside-s3.js';
import { serviceMay } from './bucket-policy.js';
import { bucketArn, objectArn, type BucketRow } from './model.js';
import { holdBucket, readBucket, writeObjectRow } from './store.js';
import { dropBlobs, forgetBytes, storeBytes } from './store-bytes.js';

/** Owners' buckets hold what services deliver, and the owner has full control of it (guide, CDP-02). */
export const DELIVERY_ACL = 'bucket-owner-full-control';

/** Who delivers, for whom, and where to. */
export interface Destination {
  /** `cloudtrail.amazonaws.com` */
  readonly service: string;
  readonly ownerAccountId: string;
  /** What delivers: the trail. */
  readonly sourceArn: string;
  readonly bucket: string;
}

export interface DeliveredFile {
  readonly key: string;
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly contentEncoding: string;
}

/**
 * Refuses a destination to which the service could not deliver (guide, CDP-01): NoSuchBucket, or AccessDenied when the bucket is
 * somebody else's or its policy does not let the service read its access list and write `key`.
 */
export async function checkDestination(ctx: Ctx, destination: Destination, key: string): Promise<void> {
  checkBucket(ctx, destination, await readBucket(ctx.sql, destination.bucket), key);
}

/** The same of a bucket of the outside store, which alone knows its policy. Asks another machine: never inside a transaction. */
export async function checkOutsideBucket(ctx: Ctx, bucket: string): Promise<void> {
  if (!ctx.config.s3) return;
  const outside = await openOutsideS3(ctx.config.s3);
  try {
    await outside.check(bucket);
  } finally {
    outside.close();
  }
}

/**
 * Puts a file into the owner's bucket, here or in the outside store. `commit` runs in the transaction that makes it an object and
 * says whether it is still wanted; outside the file is there first, and the same key with the same bytes is written again by the
 * next try. NoSuchBucket and AccessDenied as `checkDestination`.
 */
export async function deliverFile(ctx: Ctx, destination: Destination, file: DeliveredFile, commit: (tx: Tx) => Promise<boolean>): Promise<void> {
  if (ctx.config.s3) return deliverOutside(ctx, destination, file, commit);
  await checkDestination(ctx, destination, file.key);
  const stored = await storeBytes(ctx, { content: piecesOf(file.bytes) });
  let wanted = false;
  try {
    await ctx.tx(async tx => {
      const bucket = await holdBucket(tx.sql, destination.bucket);
      checkBucket(ctx, destination, bucket, file.key);
      wanted = await commit(tx);
      if (!wanted) return;
      const freed = await writeObjectRow(tx.sql, { bucket: destination.bucket, key: file.key, ...stored, contentType: file.contentType, metadata: {}, headers: { 'content-encoding': file.contentEncoding }, writtenAt: ctx.now() });
      if (freed) tx.afterCommit(() => dropBlobs(ctx, [freed]));
    });
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) await forgetBytes(ctx, stored);
    throw error;
  }
  if (!wanted) await forgetBytes(ctx, stored);
}

async function deliverOutside(ctx: Ctx, { bucket }: Destination, { key, bytes, contentType, contentEncoding }: DeliveredFile, commit: (tx: Tx) => Promise<boolean>): Promise<void> {
  const outside = await openOutsideS3(ctx.config.s3!);
  try {
    await outside.put({ bucket, key, bytes, contentType, contentEncoding, acl: DELIVERY_ACL });
  } finally {
    outside.close();
  }
  await ctx.tx(commit);
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function checkBucket(ctx: Ctx, destination: Destination, bucket: BucketRow | undefined, key: string): void {
  if (!bucket) throw new ApiError('NotFound', 'The bucket does not exist.', { reason: 'NoSuchBucket' });
  const context: RequestContext = new Map([
    ['s3:x-amz-acl', [DELIVERY_ACL]], ['aws:sourceaccount', [destination.ownerAccountId]], ['aws:sourcearn', [destination.sourceArn]], ['aws:principalservicename', [destination.service]], ['aws:principalisawsservice', ['true']],
    ['aws:securetransport', ['true']], ['aws:currenttime', [ctx.now().toISOString()]],
  ]);
  const may = (action: string, resource: string) => serviceMay(bucket.policy, destination.service, { action, resource, context });
  const lets = bucket.ownerAccountId === destination.ownerAccountId && may('s3:GetBucketAcl', bucketArn(bucket.name)) && may('s3:PutObject', objectArn(bucket.name, key));
  if (!lets) throw new ApiError('AccessDenied', 'The bucket’s policy does not let the service deliver.', { reason: 'AccessDenied' });
}
