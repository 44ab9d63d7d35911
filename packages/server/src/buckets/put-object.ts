import { badRequest } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';
import { accessBucket, checkKey, holdOwnBucket, lockOwnBucket } from './access.js';
import type { ObjectRow } from './model.js';
import { fitsEtag } from './object-conditions.js';
import { deleteObjectRow, readObjectRow, writeObjectRow } from './store.js';
import { dropBlobs } from './store-bytes.js';

/** Only over what is there as the writer knows it: `If-Match`, or `If-None-Match: *`. */
export interface WriteConditions {
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
}

/** Gives bytes that are stored already a key. The object is there, whole, when this has committed. */
export async function putObject(ctx: Ctx, object: Omit<ObjectRow, 'writtenAt'>, conditions: WriteConditions = {}): Promise<void> {
  checkKey(object.key);
  await ctx.tx(async tx => {
    const conditional = conditions.ifMatch !== undefined || conditions.ifNoneMatch !== undefined;
    // Nobody else writes between the look and the change.
    await (conditional ? lockOwnBucket : holdOwnBucket)(ctx, object.bucket);
    if (conditional) checkWrite(await readObjectRow(tx.sql, object.bucket, object.key), conditions);
    const freed = await writeObjectRow(tx.sql, { ...object, writtenAt: ctx.now() });
    if (freed) tx.afterCommit(() => dropBlobs(ctx, [freed]));
  });
}

function checkWrite(before: ObjectRow | undefined, { ifMatch, ifNoneMatch }: WriteConditions): void {
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*') throw badRequest('If-None-Match of a write takes * alone.', 'NotImplemented');
  const fits = ifNoneMatch === undefined ? before !== undefined && fitsEtag(ifMatch!, before.etag) : before === undefined;
  if (!fits) throw badRequest('At least one of the pre-conditions you specified did not hold', 'PreconditionFailed');
}

/** Deleting what is not there is no error. */
export async function deleteObject(ctx: Ctx, bucket: string, key: string): Promise<void> {
  await accessBucket(ctx, bucket);
  await ctx.tx(async tx => {
    const freed = await deleteObjectRow(tx.sql, bucket, key);
    if (freed) tx.afterCommit(() => dropBlobs(ctx, [freed]));
  });
}
