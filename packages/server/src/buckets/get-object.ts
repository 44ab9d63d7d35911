import type { Readable } from 'node:stream';
import type { Ctx } from '../ctx.js';
import { accessBucket, noSuchKey } from './access.js';
import { blobKey, type ObjectRow } from './model.js';
import { checkConditions, readRange, type ReadConditions } from './object-conditions.js';
import { readObjectRow } from './store.js';

const OPEN_TRIES = 3;

/** An object as it is read: all of it, a range, or nothing because the reader has it. */
export interface FoundObject {
  readonly object: ObjectRow;
  readonly notModified: boolean;
  readonly range: { start: number; end: number } | undefined;
  /** Opened already; whoever has it reads or destroys it. */
  readonly body: Readable | undefined;
}

/** An object's row; whoever may not list the bucket gets AccessDenied where there is none. */
export async function accessObject(ctx: Ctx, bucket: string, key: string): Promise<ObjectRow> {
  await accessBucket(ctx, bucket);
  const object = await readObjectRow(ctx.sql, bucket, key);
  if (!object) throw await noSuchKey(ctx, bucket);
  return object;
}

/** What `GetObject` and `HeadObject` answer; `open` for the bytes. InvalidRange and PreconditionFailed. */
export async function getObject(ctx: Ctx, bucket: string, key: string, asked: ReadConditions & { range?: string | undefined }, open: boolean): Promise<FoundObject> {
  for (let tries = 1; ; tries++) {
    const object = await accessObject(ctx, bucket, key);
    if (checkConditions(object, asked) === 'not-modified') return { object, notModified: true, range: undefined, body: undefined };
    const range = readRange(asked.range, object.bytes);
    if (!open) return { object, notModified: false, range, body: undefined };
    const body = await openBytes(ctx, object, range);
    if (body) return { object, notModified: false, range, body };
    // Written over between the two looks: the newer one is asked for.
    if (tries >= OPEN_TRIES) throw new Error(`The bytes of an object in ${bucket} are gone.`);
  }
}

/** Undefined when there is no such file any more. */
export async function openBytes(ctx: Ctx, { blobId }: Pick<ObjectRow, 'blobId'>, range?: { start: number; end: number }): Promise<Readable | undefined> {
  const body = (await ctx.blobs.stream(blobKey(blobId), range))?.body;
  if (!body) return undefined;
  return new Promise((done, fail) => {
    body.once('open', () => done(body));
    body.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? done(undefined) : fail(error)));
  });
}
