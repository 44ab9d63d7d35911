/**
 * The sealed packets of one stream that may be asked for again. They lie in chunks; the oldest chunk is used again when
 * its packets are older than any request for them can be, so that a small picture keeps kilobytes and a large one a
 * megabyte.
 */
const CHUNK_BYTES = 8_192;
/** A browser repeats a NACK every round trip for about a second. */
const KEPT_MS = 2_000;

interface Chunk { readonly bytes: Buffer; used: number; newestMs: number }

export class PacketHistory {
  readonly #chunksMax: number;
  readonly #mask: number;
  /** By sequence number modulo their size: the number itself plus one, number of the chunk, place in it. */
  readonly #sequenceNumbers: Uint32Array;
  readonly #chunkNumbers: Uint32Array;
  readonly #offsets: Uint16Array;
  readonly #lengths: Uint16Array;
  readonly #chunks: Chunk[] = [];
  /** Number of `#chunks[0]`. */
  #firstChunk = 0;

  constructor(packetsMax: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(2, Math.min(packetsMax, 0x8000))));
    this.#mask = slots - 1;
    this.#chunksMax = Math.ceil(slots / 5) + 1;
    this.#sequenceNumbers = new Uint32Array(slots);
    this.#chunkNumbers = new Uint32Array(slots);
    this.#offsets = new Uint16Array(slots);
    this.#lengths = new Uint16Array(slots);
  }

  /** Keeps a copy of `from[offset, offset + length)`. */
  keep(sequenceNumber: number, from: Buffer, offset: number, length: number, nowMs: number): void {
    if (length > CHUNK_BYTES) return;
    const chunk = this.#chunkWithRoom(length, nowMs);
    const slot = sequenceNumber & this.#mask;
    from.copy(chunk.bytes, chunk.used, offset, offset + length);
    this.#sequenceNumbers[slot] = sequenceNumber + 1;
    this.#chunkNumbers[slot] = this.#firstChunk + this.#chunks.length - 1;
    this.#offsets[slot] = chunk.used;
    this.#lengths[slot] = length;
    chunk.used += length;
    chunk.newestMs = nowMs;
  }

  #chunkWithRoom(length: number, nowMs: number): Chunk {
    const last = this.#chunks.at(-1);
    if (last !== undefined && last.used + length <= CHUNK_BYTES) return last;
    const oldest = this.#chunks[0];
    const reusable = oldest !== undefined && (oldest.newestMs < nowMs - KEPT_MS || this.#chunks.length >= this.#chunksMax);
    const chunk = reusable ? oldest : { bytes: Buffer.allocUnsafeSlow(CHUNK_BYTES), used: 0, newestMs: nowMs };
    if (reusable) {
      this.#chunks.shift();
      this.#firstChunk += 1;
      chunk.used = 0;
    }
    this.#chunks.push(chunk);
    return chunk;
  }

  /** A view of the packet's bytes, valid until the next `keep`; undefined when it is no longer kept. */
  find(sequenceNumber: number): Buffer | undefined {
    const slot = sequenceNumber & this.#mask;
    if (this.#sequenceNumbers[slot] !== sequenceNumber + 1) return undefined;
    const chunk = this.#chunks[(this.#chunkNumbers[slot] ?? 0) - this.#firstChunk];
    const offset = this.#offsets[slot] ?? 0;
    return chunk?.bytes.subarray(offset, offset + (this.#lengths[slot] ?? 0));
  }
}
