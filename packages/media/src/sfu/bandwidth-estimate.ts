/**
 * How much a path carries, by additive increase and multiplicative decrease from loss and from what the other side
 * reports (REMB). One object serves one direction of one session: downwards it becomes
 * `server_available_outgoing_bitrate`, upwards the REMB we send. There is no probing yet: beyond twice of what really
 * flows the value is a hope, kept so that clients ask for more and thereby try it.
 */
export interface EstimateLimits {
  readonly minBps: number;
  readonly startBps: number;
  /** Up to here the estimate may rise although little flows. */
  readonly idleMaxBps: number;
  readonly maxBps: number;
}

export const DOWNLINK_LIMITS: EstimateLimits = { minBps: 100_000, startBps: 6_000_000, idleMaxBps: 6_000_000, maxBps: 60_000_000 };
export const UPLINK_LIMITS: EstimateLimits = { minBps: 150_000, startBps: 2_500_000, idleMaxBps: 3_000_000, maxBps: 8_000_000 };

const LOSS_TO_FALL = 0.1;
const LOSS_TO_RISE = 0.02;
const RISE_PER_S = 1.08;
const HEADROOM = 2;
/** After congestion the estimate stays near of what flowed, for so long. */
const CAUTION_MS = 15_000;
const CAUTIOUS_HEADROOM = 1.25;
/** A receiver that reports less than this share of what is sent says that a queue builds up. */
const REMB_CONGESTED_SHARE = 0.85;
/** Below it a REMB says only that nothing flows. */
const REMB_MEANINGFUL_FLOW_BPS = 200_000;

export class BandwidthEstimate {
  readonly #limits: EstimateLimits;
  #bps: number;
  #congestedMs = Number.NEGATIVE_INFINITY;
  #rembBps: number | undefined;
  #worstLoss = 0;

  constructor(limits: EstimateLimits) {
    this.#limits = limits;
    this.#bps = limits.startBps;
  }

  get bps(): number {
    return Math.round(this.#bps);
  }

  /** `fraction` 0–1 of the packets of one stream, from a report block or our own count. */
  takeLoss(fraction: number): void {
    this.#worstLoss = Math.max(this.#worstLoss, fraction);
  }

  takeRemb(bps: number): void {
    this.#rembBps = bps;
  }

  /** Once a second. `flowBps` is what really passes. */
  update(flowBps: number, nowMs: number): void {
    const loss = this.#worstLoss;
    const remb = this.#rembBps;
    this.#worstLoss = 0;
    this.#rembBps = undefined;
    const squeezed = remb !== undefined && flowBps > REMB_MEANINGFUL_FLOW_BPS && remb < flowBps * REMB_CONGESTED_SHARE;
    if (loss > LOSS_TO_FALL || squeezed) {
      const basis = Math.min(this.#bps, Math.max(flowBps, this.#limits.minBps));
      this.#bps = squeezed ? Math.min(basis, remb) : basis * (1 - loss / 2);
      this.#congestedMs = nowMs;
    } else if (loss < LOSS_TO_RISE) {
      const cautious = nowMs - this.#congestedMs < CAUTION_MS;
      const ceiling = cautious ? Math.max(this.#bps, flowBps * CAUTIOUS_HEADROOM) : Math.max(this.#limits.idleMaxBps, flowBps * HEADROOM);
      this.#bps = Math.min(this.#bps * RISE_PER_S, ceiling);
    }
    this.#bps = Math.min(this.#limits.maxBps, Math.max(this.#limits.minBps, this.#bps));
  }
}
