import type { Id } from '@carillon/kernel/ids.js';
import { DAY_MS } from '@carillon/kernel/clock.js';

export type BlobId = Id<'Blob'>;
export type UploadId = Id<'Upload'>;

export const OBJECT_BYTES_MAX = 5 * 1024 ** 3;
export const KEY_BYTES_MAX = 1_024;
export const KEYS_PAGE_MAX = 1_000;
export const BUCKETS_MAX = 100;
export const PARTS_MAX = 10_000;
/** Every part but the last. */
export const PART_BYTES_MIN = 5 * 1024 ** 2;
export const POLICY_LENGTH_MAX = 20 * 1024;
export const UPLOAD_KEPT_MS = 7 * DAY_MS;

export interface BucketRow {
  name: string;
  ownerAccountId: string;
  region: string;
  policy: string | null;
  createdAt: Date;
}

export interface ObjectRow {
  bucket: string;
  key: string;
  blobId: BlobId;
  bytes: number;
  /** Without quotation marks. */
  etag: string;
  contentType: string;
  metadata: Record<string, string>;
  writtenAt: Date;
}

export interface UploadRow {
  id: UploadId;
  bucket: string;
  key: string;
  contentType: string;
  metadata: Record<string, string>;
}

export interface PartRow {
  number: number;
  blobId: BlobId;
  bytes: number;
  etag: string;
}

/** Where a blob of ours lies in `ctx.blobs`. */
export function blobKey(id: BlobId): string {
  return `objects/${id}`;
}
