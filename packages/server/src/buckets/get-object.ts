import type { Readable } from 'node:stream';
import type { Ctx } from '../ctx.js';
import { accessBucket, noSuchKey } from './access.js';
import { blobKey, type ObjectRow } from './model.js';
import { checkConditions, readRange, type ReadConditions } from './object-conditions.js';
import { readObjectRow } from './store.js';

/** An object as it is read: all of it, a range, or nothing because the reader has it. */
export interface FoundObject {
  readonly object: ObjectRow;
  readonly notModified: boolean;
  readonly range: { start: number; end: number } | undefined;
}

/** An object's row; whoever may not list the bucket gets AccessDenied where there is none. */
export async function accessObject(ctx: Ctx, bucket: string, key: string): Promise<ObjectRow> {
  await accessBucket(ctx, bucket);
  const object = await readObjectRow(ctx.sql, bucket, key);
  if (!object) throw await noSuchKey(ctx, bucket);
  return object;
}

/** What `GetObject` and `HeadObject` answer; the bytes are `openBytes`'. InvalidRange and PreconditionFailed. */
export async function getObject(ctx: Ctx, bucket: string, key: string, asked: ReadConditions & { range?: string | undefined }): Promise<FoundObject> {
  const object = await accessObject(ctx, bucket, key);
  const notModified = checkConditions(object, asked) === 'not-modified';
  return { object, notModified, range: notModified ? undefined : readRange(asked.range, object.bytes) };
}

/** The bytes of an object or of a range of it; whoever gets them reads or destroys them. Undefined when they were replaced since the row was read. */
export async function openBytes(ctx: Ctx, { blobId }: Pick<ObjectRow, 'blobId'>, range?: { start: number; end: number }): Promise<Readable | undefined> {
  const body = (await ctx.blobs.stream(blobKey(blobId), range))?.body;
  if (!body) return undefined;
  return new Promise((done, fail) => {
    body.once('open', () => done(body));
    body.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? done(undefined) : fail(error)));
  });
}
