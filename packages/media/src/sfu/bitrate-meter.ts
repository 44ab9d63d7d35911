/** Bits per second over the last second or so, in buckets of 100 ms. */
const BUCKET_MS = 100;
const BUCKETS = 10;

export class BitrateMeter {
  readonly #bytes = new Float64Array(BUCKETS);
  #bucket = 0;
  #startedMs: number | undefined;

  add(bytes: number, nowMs: number): void {
    this.#advance(nowMs);
    this.#startedMs ??= nowMs;
    const slot = this.#bucket % BUCKETS;
    this.#bytes[slot] = (this.#bytes[slot] ?? 0) + bytes;
  }

  bitsPerSecond(nowMs: number): number {
    if (this.#startedMs === undefined) return 0;
    this.#advance(nowMs);
    let bytes = 0;
    for (const value of this.#bytes) bytes += value;
    const spanMs = Math.min(BUCKETS * BUCKET_MS, Math.max(BUCKET_MS, nowMs - this.#startedMs));
    return (bytes * 8_000) / spanMs;
  }

  #advance(nowMs: number): void {
    const bucket = Math.floor(nowMs / BUCKET_MS);
    const steps = Math.min(BUCKETS, bucket - this.#bucket);
    for (let i = 1; i <= steps; i += 1) this.#bytes[(bucket - steps + i) % BUCKETS] = 0;
    if (bucket > this.#bucket) this.#bucket = bucket;
  }
}
