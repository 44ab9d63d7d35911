import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Chance } from '@carillon/kernel/chance.js';
import { ApiError } from '@carillon/kernel/errors.js';
import { deliverFile } from '../buckets/delivery.js';
import type { Ctx } from '../ctx.js';
import { CLOUDTRAIL, DELIVERY_KEPT_MS, FILE_BYTES_MAX, FILES_MAX, RECORDS_MAX, recordsFolder, trailArn, type TrailRow } from './model.js';
import * as store from './trail-store.js';

const LETTERS = 'ABCDEFGHJKLMNPQRabcdefghjkmnpqrs';
const compress = promisify(gzip);

/**
 * A job: what trails have still to deliver goes into their buckets, as files of records. Every record is in exactly one file: a file's
 * records are chosen and its key is written down first, and they leave the list in the transaction that makes the file an object.
 */
export async function deliverTrails(ctx: Ctx): Promise<void> {
  await ctx.audit.flush();
  await store.deleteOrphans(ctx.sql);
  for (const trail of await store.readWaitingTrails(ctx.sql)) await deliverTrail(ctx, trail);
}

/** One trail's trouble is told in its status and does not stop the others; what was not delivered is tried again. */
async function deliverTrail(ctx: Ctx, trail: TrailRow): Promise<void> {
  try {
    for (let files = 0; files < FILES_MAX; files++) {
      const key = await ctx.tx(async tx => ((await store.lockTrail(tx.sql, trail.id)) ? ((await store.readBatch(tx.sql, trail.id)) ?? (await beginFile({ ...ctx, sql: tx.sql }, trail))) : undefined));
      if (key === undefined) return;
      await deliverRecords(ctx, trail, key);
    }
  } catch (error) {
    const code = error instanceof ApiError ? (error.reason ?? error.code) : 'InternalError';
    ctx.log.warn({ err: error, trail: trail.name, owner: trail.ownerAccountId }, 'a trail could not be delivered');
    await store.updateDelivery(ctx.sql, trail.id, ctx.now(), code);
    await store.deleteOldRecords(ctx.sql, trail.id, new Date(ctx.clock.now() - DELIVERY_KEPT_MS));
  }
}

/** Chooses the records of the next file: of one region, as CloudTrail's folders are. Undefined when nothing waits. */
async function beginFile(ctx: Ctx, trail: TrailRow): Promise<string | undefined> {
  const waiting = await store.readWaitingRecords(ctx.sql, trail.id, RECORDS_MAX);
  const chosen = chooseRecords(waiting, FILE_BYTES_MAX);
  if (chosen.length === 0) return undefined;
  const key = fileKey(trail, chosen[0]!.region, ctx.now(), ctx.chance);
  await store.updateBatch(ctx.sql, trail.id, chosen.map(one => one.eventId), key);
  return key;
}

/** The oldest, and those after it of its region, as many as a file holds; at least one. */
export function chooseRecords(waiting: readonly store.WaitingRecord[], bytesMax: number): store.WaitingRecord[] {
  const chosen: store.WaitingRecord[] = [];
  let bytes = 0;
  for (const one of waiting) {
    if (one.region !== waiting[0]!.region) continue;
    bytes += one.bytes;
    if (bytes > bytesMax && chosen.length > 0) break;
    chosen.push(one);
  }
  return chosen;
}

/** `AWSLogs/<owner>/CloudTrail/<region>/2026/11/24/<owner>_CloudTrail_<region>_20261124T0900Z_<16 letters>.json.gz` */
export function fileKey(trail: Pick<TrailRow, 'ownerAccountId' | 'prefix'>, region: string, at: Date, chance: Chance): string {
  const [day = '', time = ''] = at.toISOString().split('T');
  const minute = `${day.replaceAll('-', '')}T${time.slice(0, 5).replace(':', '')}Z`;
  const tail = Array.from(chance.bytes(16), byte => LETTERS[byte & 31]).join('');
  return `${recordsFolder(trail)}/${region}/${day.replaceAll('-', '/')}/${trail.ownerAccountId}_CloudTrail_${region}_${minute}_${tail}.json.gz`;
}

async function deliverRecords(ctx: Ctx, trail: TrailRow, key: string): Promise<void> {
  const records = await store.readBatchRecords(ctx.sql, trail.id, key);
  const bytes = await compress(JSON.stringify({ Records: records }));
  const destination = { service: CLOUDTRAIL, ownerAccountId: trail.ownerAccountId, sourceArn: trailArn(trail), bucket: trail.bucket };
  await deliverFile(ctx, destination, { key, bytes, contentType: 'application/json', contentEncoding: 'gzip' }, async tx => {
    // Moved or deleted meanwhile: the records are another file's, or nobody's.
    const now = await store.lockTrail(tx.sql, trail.id);
    if (!now || now.bucket !== trail.bucket || (await store.deleteBatch(tx.sql, trail.id, key)) === 0) return false;
    await store.updateDelivery(tx.sql, trail.id, ctx.now(), null);
    return true;
  });
}
