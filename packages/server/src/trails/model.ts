import type { Id } from '@carillon/kernel/ids.js';
import { DAY_MS } from '@carillon/kernel/clock.js';
import { arn } from '@carillon/kernel/arn.js';

export type TrailId = Id<'Trail'>;

export const TRAILS_MAX = 5;
export const PREFIX_LENGTH_MAX = 200;
/** Of one file. */
export const RECORDS_MAX = 2_000;
export const FILE_BYTES_MAX = 8 * 1024 * 1024;
/** Of one trail in one run. */
export const FILES_MAX = 20;
/** As long is tried to deliver a record; it stays in the event history. */
export const DELIVERY_KEPT_MS = 30 * DAY_MS;
export const CLOUDTRAIL = 'cloudtrail.amazonaws.com';

export type ReadWriteType = 'All' | 'ReadOnly' | 'WriteOnly';

export interface TrailRow {
  id: TrailId;
  ownerAccountId: string;
  name: string;
  /** Where it was made. */
  region: string;
  bucket: string;
  prefix: string | null;
  globalEvents: boolean;
  multiRegion: boolean;
  readWrite: ReadWriteType;
  logging: boolean;
  createdAt: Date;
  startedAt: Date | null;
  stoppedAt: Date | null;
  deliveredAt: Date | null;
  attemptedAt: Date | null;
  deliveryError: string | null;
}

export function trailArn({ region, ownerAccountId, name }: Pick<TrailRow, 'region' | 'ownerAccountId' | 'name'>): string {
  return arn('cloudtrail', region, ownerAccountId, `trail/${name}`);
}

/** The folder of an owner's records, as CloudTrail names it. */
export function recordsFolder({ prefix, ownerAccountId }: Pick<TrailRow, 'prefix' | 'ownerAccountId'>): string {
  return `${prefix === null ? '' : `${prefix}/`}AWSLogs/${ownerAccountId}/CloudTrail`;
}
