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
export const METADATA_BYTES_MAX = 2 * 1024;
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
  /** What the owner put beside it, by names in lower case without `x-amz-meta-`. */
  metadata: Record<string, string>;
  /** Headers that are given back as they came, by names in lower case: `cache-control`. */
  headers: Record<string, string>;
  checksum: Checksum | null;
  writtenAt: Date;
}

export type ChecksumAlgorithm = 'CRC32' | 'CRC32C' | 'CRC64NVME' | 'SHA1' | 'SHA256';

/** In base64; of parts the checksum of their checksums, with their number. */
export interface Checksum {
  algorithm: ChecksumAlgorithm;
  type: 'FULL_OBJECT' | 'COMPOSITE';
  value: string;
}

/** Bytes that lie in `ctx.blobs` and have no name yet. */
export interface StoredBytes {
  blobId: BlobId;
  bytes: number;
  /** Hex of their MD5. */
  etag: string;
  checksum: Checksum | null;
}

export interface UploadRow {
  id: UploadId;
  bucket: string;
  key: string;
  contentType: string;
  metadata: Record<string, string>;
  headers: Record<string, string>;
  checksum: Omit<Checksum, 'value'> | null;
  createdAt: Date;
}

export interface PartRow extends StoredBytes {
  number: number;
}

/** `arn:aws:s3:::bucket` */
export function bucketArn(name: string): string {
  return `arn:aws:s3:::${name}`;
}

export function objectArn(bucket: string, key: string): string {
  return `arn:aws:s3:::${bucket}/${key}`;
}

/** Where a blob of ours lies in `ctx.blobs`. */
export function blobKey(id: BlobId): string {
  return `objects/${id}`;
}
