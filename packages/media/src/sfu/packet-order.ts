/**
 * Brings the packets of one incoming SSRC into order before they are forwarded. Behind a gap packets wait until the
 * sender has sent the missing ones again, for receivers could not decode them earlier anyway, and an outgoing stream
 * may only rise. What does not come in time is given up; receivers then see the gap.
 */
const HELD_PACKETS_MAX = 256;
const HELD_MS_MAX = 400;
/** A further jump is a new beginning of the sender's numbers. */
const JUMP_MAX = 1_000;
const NACK_INTERVAL_MS = 40;
const NACKS_PER_PACKET_MAX = 8;
/** One request for more than this is pointless: a key frame is cheaper. */
const NACKS_AT_ONCE_MAX = 100;

/** A packet on its way through, by value of what must be rewritten. Padding-only packets have an empty payload. */
export interface OrderedPacket {
  payloadType: number;
  marker: boolean;
  timestamp: number;
  payload: Uint8Array;
  arrivalMs: number;
  /** Value of the video orientation extension; undefined where there is none. */
  orientation: Uint8Array | undefined;
}

interface Missing {
  readonly sinceMs: number;
  requests: number;
  requestedMs: number;
}

export class PacketOrder {
  readonly #deliver: (packet: OrderedPacket, lostBefore: number) => void;
  readonly #held = new Map<number, OrderedPacket>();
  readonly #missing = new Map<number, Missing>();
  #due: number | undefined;
  #lostBefore = 0;
  #givenUp = 0;

  /** `lostBefore`: how many numbers were given up directly before this packet. */
  constructor(deliver: (packet: OrderedPacket, lostBefore: number) => void) {
    this.#deliver = deliver;
  }

  /** Packets that never came. */
  get givenUp(): number {
    return this.#givenUp;
  }

  get heldCount(): number {
    return this.#held.size;
  }

  /** `number` is unwrapped. `packet` is delivered before the call returns, or copied. */
  push(number: number, packet: OrderedPacket, nowMs: number): void {
    const due = this.#due ?? number;
    if (Math.abs(number - due) > JUMP_MAX) this.#restart();
    else if (number > due) return this.#hold(number, packet, due, nowMs);
    else if (number < due) return;
    this.#missing.delete(number);
    this.#due = number + 1;
    this.#pass(packet);
    if (this.#held.size > 0) this.#drain();
  }

  /** The numbers (unwrapped, rising) that are to be asked for now. */
  takeRequests(nowMs: number): number[] {
    const numbers: number[] = [];
    for (const [number, missing] of this.#missing) {
      if (missing.requests >= NACKS_PER_PACKET_MAX || nowMs - missing.requestedMs < NACK_INTERVAL_MS) continue;
      missing.requests += 1;
      missing.requestedMs = nowMs;
      numbers.push(number);
      if (numbers.length === NACKS_AT_ONCE_MAX) break;
    }
    return numbers;
  }

  /** Gives up what was waited for too long; true when it did, and a key frame is needed. */
  giveUpOverdue(nowMs: number): boolean {
    let gaveUp = false;
    // Each round passes one gap, and there is a held packet behind every gap.
    for (let round = 0; round <= HELD_PACKETS_MAX; round += 1) {
      const due = this.#due;
      const missing = due === undefined ? undefined : this.#missing.get(due);
      if (missing === undefined || nowMs - missing.sinceMs < HELD_MS_MAX) break;
      this.#skipGap();
      gaveUp = true;
    }
    return gaveUp;
  }

  #hold(number: number, packet: OrderedPacket, due: number, nowMs: number): void {
    if (this.#held.has(number)) return;
    for (let missing = due; missing < number; missing += 1) {
      if (this.#held.has(missing) || this.#missing.has(missing)) continue;
      this.#missing.set(missing, { sinceMs: nowMs, requests: 0, requestedMs: Number.NEGATIVE_INFINITY });
    }
    this.#missing.delete(number);
    this.#held.set(number, {
      ...packet,
      payload: Uint8Array.from(packet.payload),
      orientation: packet.orientation === undefined ? undefined : Uint8Array.from(packet.orientation),
    });
    if (this.#held.size > HELD_PACKETS_MAX) this.#skipGap();
  }

  #drain(): void {
    let due = this.#due ?? 0;
    for (let packet = this.#held.get(due); packet !== undefined; packet = this.#held.get(due)) {
      this.#held.delete(due);
      due += 1;
      this.#due = due;
      this.#pass(packet);
    }
  }

  #skipGap(): void {
    let due = this.#due ?? 0;
    if (this.#held.size === 0) return;
    while (!this.#held.has(due)) {
      this.#missing.delete(due);
      this.#givenUp += 1;
      this.#lostBefore += 1;
      due += 1;
    }
    this.#due = due;
    this.#drain();
  }

  #restart(): void {
    this.#held.clear();
    this.#missing.clear();
    this.#lostBefore += 1;
  }

  #pass(packet: OrderedPacket): void {
    const lostBefore = this.#lostBefore;
    this.#lostBefore = 0;
    this.#deliver(packet, lostBefore);
  }
}
