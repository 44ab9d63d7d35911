import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { badRequest } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';
import { startChecksum } from './checksums.js';
import { blobKey, OBJECT_BYTES_MAX, type BlobId, type ChecksumAlgorithm, type StoredBytes } from './model.js';

/** Bytes on their way in, with what their sender says of them. */
export interface Upload {
  /** Throws when what comes is not what was signed or stated. */
  readonly content: AsyncIterable<Uint8Array>;
  /** Base64. */
  readonly md5?: string | undefined;
  readonly algorithm?: ChecksumAlgorithm | undefined;
  /** Asked after the last byte, because it may stand behind them. Undefined: the checksum is made and not compared. */
  readonly checksum?: (() => string | undefined) | undefined;
}

/**
 * Stores bytes under a blob of their own, piece by piece, and compares them with what was stated of them. What does not
 * fit is refused before it is a file: BadDigest, or PayloadTooLarge above 5 GiB.
 */
export async function storeBytes(ctx: Ctx, upload: Upload): Promise<StoredBytes> {
  const blobId: BlobId = ctx.ids.next<'Blob'>();
  let digests: Digests | undefined;
  const { bytes } = await ctx.blobs.putStream(blobKey(blobId), Readable.from(checkDigests(upload, made => (digests = made))), OBJECT_BYTES_MAX);
  const { etag, value } = digests!;
  return { blobId, bytes, etag, checksum: upload.algorithm && value !== undefined ? { algorithm: upload.algorithm, type: 'FULL_OBJECT', value } : null };
}

interface Digests {
  /** Hex of the MD5. */
  readonly etag: string;
  /** Of the upload's algorithm, in base64. */
  readonly value: string | undefined;
}

/** The bytes as they come, and after the last one BadDigest unless they are those that their sender states. */
export async function* checkDigests(upload: Upload, tell: (digests: Digests) => void = () => {}): AsyncGenerator<Uint8Array> {
  const md5 = createHash('md5');
  const running = upload.algorithm && startChecksum(upload.algorithm);
  for await (const piece of upload.content) {
    md5.update(piece);
    running?.update(piece);
    yield piece;
  }
  const digest = md5.digest();
  const value = running?.digest().toString('base64');
  if (upload.md5 !== undefined && upload.md5 !== digest.toString('base64')) throw badRequest('The Content-MD5 you specified did not match what we received.', 'BadDigest');
  const stated = upload.checksum?.();
  if (stated !== undefined && stated !== value) throw badRequest(`The ${upload.algorithm} you specified did not match the calculated checksum.`, 'BadDigest');
  tell({ etag: digest.toString('hex'), value });
}

/** Files that no row names any more. A failure leaves a file that nobody can reach. */
export function dropBlobs(ctx: Ctx, ids: readonly BlobId[]): void {
  for (const id of ids) void ctx.blobs.delete(blobKey(id)).catch((error: unknown) => ctx.log.warn({ err: error }, 'bytes of a deleted object could not be removed'));
}

/** Takes back bytes whose name was refused. */
export async function forgetBytes(ctx: Ctx, { blobId }: StoredBytes): Promise<void> {
  dropBlobs(ctx, [blobId]);
}
