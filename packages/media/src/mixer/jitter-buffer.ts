/**
 * Packets of one speaker between the network and the decoder, by sequence number. It starts with 40 ms, grows to 120
 * ms when packets come too late, and shrinks again after five calm seconds. While nobody listens (`idle`) it keeps
 * only the last three packets, so that a speaker who is chosen a moment later does not lose the first syllable.
 */
const PACKETS_MAX = 16;
const IDLE_PACKETS_MAX = 3;
const DEPTH_MIN = 2;
const DEPTH_MAX = 6;
const CALM_MS = 5_000;
/** After so many guesses in a row the speaker is taken to be silent, and the buffer fills up anew. */
const UNDERRUNS_MAX = 5;
/** A jump further than this is a new beginning of the sender's numbers, not loss. */
const JUMP_MAX = 200;

export type Pulled =
  | { readonly kind: 'packet'; readonly payload: Uint8Array }
  /** A packet is missing; `next` is the one behind it, which may carry its redundancy. */
  | { readonly kind: 'lost'; readonly next: Uint8Array | undefined }
  | { readonly kind: 'silence' };

export class JitterBuffer {
  /** By sequence number, unwrapped so that it rises without end. */
  readonly #packets = new Map<number, Uint8Array>();
  #newest: number | undefined;
  /** What is due; undefined while the buffer fills. */
  #due: number | undefined;
  #depth = DEPTH_MIN;
  #underruns = 0;
  #unrestSinceMs = 0;
  #lateCount = 0;

  get depth(): number {
    return this.#depth;
  }

  /** Packets that came after their time had passed. */
  get lateCount(): number {
    return this.#lateCount;
  }

  /** `payload` is kept, not copied. */
  push(sequenceNumber: number, payload: Uint8Array, nowMs: number, listening: boolean): void {
    const number = this.#unwrap(sequenceNumber);
    if (this.#due !== undefined && number < this.#due) {
      this.#lateCount += 1;
      this.#depth = Math.min(DEPTH_MAX, this.#depth + 1);
      this.#unrestSinceMs = nowMs;
      return;
    }
    this.#packets.set(number, payload);
    if (!listening) this.#due = undefined;
    const kept = listening ? PACKETS_MAX : IDLE_PACKETS_MAX;
    while (this.#packets.size > kept) this.#dropOldest();
  }

  /** The next 20 ms. */
  pull(nowMs: number): Pulled {
    if (this.#due === undefined) {
      if (this.#packets.size < this.#depth) return { kind: 'silence' };
      this.#due = this.#oldest();
      this.#unrestSinceMs = nowMs;
    }
    this.#shrink(nowMs);
    const due = this.#due ?? 0;
    const payload = this.#packets.get(due);
    if (payload !== undefined) {
      this.#packets.delete(due);
      this.#due = due + 1;
      this.#underruns = 0;
      return { kind: 'packet', payload };
    }
    if (this.#packets.size > 0) {
      this.#due = due + 1;
      return { kind: 'lost', next: this.#packets.get(due + 1) };
    }
    // Nothing is there: waiting for it makes the buffer one frame deeper, which is what a late packet needs.
    this.#underruns += 1;
    if (this.#underruns <= UNDERRUNS_MAX) return { kind: 'lost', next: undefined };
    this.#due = undefined;
    this.#underruns = 0;
    return { kind: 'silence' };
  }

  clear(): void {
    this.#packets.clear();
    this.#due = undefined;
    this.#newest = undefined;
    this.#underruns = 0;
  }

  /** RFC 3550 A.1: the distance to the newest number, modulo 2^16, says in which round a number belongs. */
  #unwrap(sequenceNumber: number): number {
    const newest = this.#newest;
    if (newest === undefined) {
      this.#newest = sequenceNumber;
      return sequenceNumber;
    }
    const distance = ((sequenceNumber - newest + 0x8000) & 0xffff) - 0x8000;
    if (Math.abs(distance) > JUMP_MAX) {
      this.clear();
      this.#newest = sequenceNumber;
      return sequenceNumber;
    }
    const number = newest + distance;
    if (distance > 0) this.#newest = number;
    return number;
  }

  #shrink(nowMs: number): void {
    if (nowMs - this.#unrestSinceMs < CALM_MS && this.#packets.size <= DEPTH_MAX + 2) return;
    this.#unrestSinceMs = nowMs;
    if (this.#depth > DEPTH_MIN) this.#depth -= 1;
    if (this.#packets.size > this.#depth) this.#dropOldest();
  }

  #oldest(): number {
    let oldest = Number.MAX_SAFE_INTEGER;
    for (const number of this.#packets.keys()) oldest = Math.min(oldest, number);
    return oldest;
  }

  #dropOldest(): void {
    const oldest = this.#oldest();
    this.#packets.delete(oldest);
    if (this.#due !== undefined && this.#due <= oldest) this.#due = oldest + 1;
  }
}
