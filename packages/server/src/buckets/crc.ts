/** Cyclic redundancy checks that `node:zlib` lacks, byte by byte with a table. Both are reflected, begin and end with all ones. */
const CRC32C_POLYNOMIAL = 0x82f63b78;
/** CRC-64/NVME (NVM Express base specification, 64b CRC), reflected: the upper and the lower 32 bits. */
const CRC64_POLYNOMIAL = [0x9a6c9329, 0xac4bc9b5] as const;

export interface RunningCrc {
  update(bytes: Uint8Array): void;
  /** Big-endian. */
  digest(): Buffer;
}

const table32 = new Uint32Array(256);
const tableHigh = new Uint32Array(256);
const tableLow = new Uint32Array(256);
for (let byte = 0; byte < 256; byte++) {
  let one = byte;
  let [high, low] = [0, byte];
  for (let bit = 0; bit < 8; bit++) {
    one = one & 1 ? (one >>> 1) ^ CRC32C_POLYNOMIAL : one >>> 1;
    const odd = low & 1;
    low = (low >>> 1) | (high << 31);
    high >>>= 1;
    if (odd) {
      high ^= CRC64_POLYNOMIAL[0];
      low ^= CRC64_POLYNOMIAL[1];
    }
  }
  table32[byte] = one;
  tableHigh[byte] = high;
  tableLow[byte] = low;
}

/** CRC-32C (Castagnoli; RFC 3720, appendix B.4). */
export function startCrc32c(): RunningCrc {
  let crc = 0xffffffff;
  return {
    update(bytes) {
      for (let i = 0; i < bytes.length; i++) crc = table32[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
    },
    digest() {
      const digest = Buffer.alloc(4);
      digest.writeUInt32BE(~crc >>> 0);
      return digest;
    },
  };
}

/** CRC-64/NVME. */
export function startCrc64(): RunningCrc {
  let [high, low] = [0xffffffff, 0xffffffff];
  return {
    update(bytes) {
      for (let i = 0; i < bytes.length; i++) {
        const at = (low ^ bytes[i]!) & 0xff;
        low = ((low >>> 8) | (high << 24)) ^ tableLow[at]!;
        high = (high >>> 8) ^ tableHigh[at]!;
      }
    },
    digest() {
      const digest = Buffer.alloc(8);
      digest.writeUInt32BE(~high >>> 0, 0);
      digest.writeUInt32BE(~low >>> 0, 4);
      return digest;
    },
  };
}
