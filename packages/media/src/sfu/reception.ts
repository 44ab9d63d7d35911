import type { ReportBlock } from '../rtp/rtcp.js';
import { SequenceUnwrapper } from './sequence-unwrapper.js';

/** What a receiver report says about one incoming SSRC (RFC 3550 6.4.1, A.3 and A.8). */
export class Reception {
  readonly ssrc: number;
  readonly #clockRate: number;
  readonly #unwrapper = new SequenceUnwrapper();
  #base: number | undefined;
  #received = 0;
  #expectedBefore = 0;
  #receivedBefore = 0;
  #transitMs: number | undefined;
  #jitter = 0;
  #lastReportMiddle = 0;
  #lastReportAtMs = 0;

  constructor(ssrc: number, clockRate: number) {
    this.ssrc = ssrc;
    this.#clockRate = clockRate;
  }

  /** Counts a packet and gives its unwrapped number. */
  take(sequenceNumber: number, timestamp: number, arrivalMs: number): number {
    const number = this.#unwrapper.unwrap(sequenceNumber);
    this.#base ??= number;
    this.#received += 1;
    const transit = (arrivalMs * this.#clockRate) / 1_000 - timestamp;
    if (this.#transitMs !== undefined) {
      const difference = Math.abs(transit - this.#transitMs);
      // A wrapped or newly begun timestamp is no jitter.
      if (difference < this.#clockRate * 10) this.#jitter += (difference - this.#jitter) / 16;
    }
    this.#transitMs = transit;
    return number;
  }

  /** `ntpMiddle`: the middle 32 bits of the time in the sender report that has come. */
  takeSenderReport(ntpMiddle: number, arrivalMs: number): void {
    this.#lastReportMiddle = ntpMiddle >>> 0;
    this.#lastReportAtMs = arrivalMs;
  }

  /** The block for the interval since the last call; undefined before the first packet. */
  report(nowMs: number): ReportBlock | undefined {
    const highest = this.#unwrapper.newest;
    if (highest === undefined || this.#base === undefined) return undefined;
    const expected = highest - this.#base + 1;
    const expectedNow = expected - this.#expectedBefore;
    const lostNow = expectedNow - (this.#received - this.#receivedBefore);
    this.#expectedBefore = expected;
    this.#receivedBefore = this.#received;
    return {
      ssrc: this.ssrc,
      fractionLost: expectedNow <= 0 || lostNow <= 0 ? 0 : Math.min(255, Math.floor((lostNow * 256) / expectedNow)),
      cumulativeLost: expected - this.#received,
      highestSequenceNumber: highest >>> 0,
      jitter: Math.round(this.#jitter),
      lastSenderReport: this.#lastReportMiddle,
      delaySinceLastSenderReport: this.#lastReportMiddle === 0 ? 0 : Math.round(((nowMs - this.#lastReportAtMs) * 65_536) / 1_000),
    };
  }
}
