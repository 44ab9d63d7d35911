import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { startCrc32c, startCrc64, type RunningCrc } from './crc.js';
import type { Checksum, ChecksumAlgorithm, PartRow } from './model.js';

export const CHECKSUM_ALGORITHMS: readonly ChecksumAlgorithm[] = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'];
const DIGEST_BYTES: Readonly<Record<ChecksumAlgorithm, number>> = { CRC32: 4, CRC32C: 4, CRC64NVME: 8, SHA1: 20, SHA256: 32 };

/** A checksum over bytes that come one piece after the other. */
export function startChecksum(algorithm: ChecksumAlgorithm): RunningCrc {
  switch (algorithm) {
    case 'CRC32': return startCrc32();
    case 'CRC32C': return startCrc32c();
    case 'CRC64NVME': return startCrc64();
    case 'SHA1': return startHash('sha1');
    case 'SHA256': return startHash('sha256');
  }
}

/** Whether a text is base64 of as many bytes as the algorithm gives. */
export function isChecksum(algorithm: ChecksumAlgorithm, text: string): boolean {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) && Buffer.from(text, 'base64').length === DIGEST_BYTES[algorithm];
}

/** How S3 sums up parts: the checksum of their checksums, and how many there are. Null when a part has none of this kind. */
export function compositeChecksum(algorithm: ChecksumAlgorithm, parts: readonly Pick<PartRow, 'checksum'>[]): Checksum | null {
  const whole = startChecksum(algorithm);
  for (const { checksum } of parts) {
    if (checksum?.algorithm !== algorithm) return null;
    whole.update(Buffer.from(checksum.value, 'base64'));
  }
  return { algorithm, type: 'COMPOSITE', value: `${whole.digest().toString('base64')}-${parts.length}` };
}

function startCrc32(): RunningCrc {
  let crc = 0;
  return {
    update(bytes) {
      crc = crc32(bytes, crc);
    },
    digest() {
      const digest = Buffer.alloc(4);
      digest.writeUInt32BE(crc >>> 0);
      return digest;
    },
  };
}

function startHash(name: 'sha1' | 'sha256'): RunningCrc {
  const hash = createHash(name);
  return { update: bytes => void hash.update(bytes), digest: () => hash.digest() };
}
