/**
 * Sequence numbers and timestamps of one outgoing video: whatever it is fed from, the receiver sees one stream without
 * jumps. Numbers only rise, as the transport demands; padding simply gets none, and given-up packets leave a gap.
 */
const VIDEO_CLOCK_PER_MS = 90;
/** Two sources are at least one frame apart (30 a second). */
const SWITCH_STEP_MIN = 3_000;

export class RtpRewriter {
  #sequenceNumber: number;
  #timestamp: number;
  #timestampOffset = 0;
  #lastArrivalMs: number | undefined;
  #switching = true;

  /** Both first values should be random (RFC 3550 5.1). */
  constructor(firstSequenceNumber: number, firstTimestamp: number) {
    this.#sequenceNumber = firstSequenceNumber & 0xffff;
    this.#timestamp = firstTimestamp >>> 0;
  }

  get sequenceNumber(): number {
    return this.#sequenceNumber;
  }

  get timestamp(): number {
    return this.#timestamp;
  }

  /** The next packet comes from another source, or from the same one after a pause. */
  switchSource(): void {
    this.#switching = true;
  }

  /** Moves on to the packet; afterwards `sequenceNumber` and `timestamp` are what it is sent with. */
  advance(timestamp: number, arrivalMs: number, lostBefore: number): void {
    if (this.#switching) {
      const elapsedMs = this.#lastArrivalMs === undefined ? 0 : arrivalMs - this.#lastArrivalMs;
      const step = Math.max(SWITCH_STEP_MIN, Math.round(elapsedMs * VIDEO_CLOCK_PER_MS));
      this.#timestampOffset = (this.#timestamp + step - timestamp) >>> 0;
      this.#switching = false;
      this.#sequenceNumber = (this.#sequenceNumber + 1) & 0xffff;
    } else {
      // A receiver that sees a gap knows that the frame is broken; a longer one would say nothing more.
      this.#sequenceNumber = (this.#sequenceNumber + 1 + Math.min(lostBefore, 0xff)) & 0xffff;
    }
    this.#timestamp = this.translate(timestamp);
    this.#lastArrivalMs = arrivalMs;
  }

  /** A timestamp of the present source as the receiver sees it. */
  translate(timestamp: number): number {
    return (timestamp + this.#timestampOffset) >>> 0;
  }
}
