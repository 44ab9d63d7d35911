import type { Timers } from '../net/timers.js';

/**
 * The beat of a worker: one tick every 20 ms, counted from the start, so that a late timer does not slow the sound
 * down. After a long stop (a suspended machine) at most five ticks are made up; the rest is dropped.
 */
const CATCH_UP_TICKS_MAX = 5;
/** Later than this is counted: listeners' jitter buffers begin to feel it. */
const LATE_MS = 20;

export interface TickClockOptions {
  readonly periodMs: number;
  /** Monotone milliseconds. */
  readonly nowMs: () => number;
  readonly timers: Timers;
  readonly tick: (nowMs: number) => void;
}

export class TickClock {
  readonly #options: TickClockOptions;
  #nextMs: number;
  #cancel: () => void;
  #lateCount = 0;
  #droppedCount = 0;
  #closed = false;

  constructor(options: TickClockOptions) {
    this.#options = options;
    this.#nextMs = options.nowMs() + options.periodMs;
    this.#cancel = options.timers.after(options.periodMs, () => this.#run());
  }

  get stats(): { lateCount: number; droppedCount: number } {
    return { lateCount: this.#lateCount, droppedCount: this.#droppedCount };
  }

  close(): void {
    this.#closed = true;
    this.#cancel();
  }

  #run(): void {
    const { nowMs, periodMs, tick, timers } = this.#options;
    const now = nowMs();
    if (now - this.#nextMs > LATE_MS) this.#lateCount += 1;
    for (let done = 0; done < CATCH_UP_TICKS_MAX && this.#nextMs <= now && !this.#closed; done += 1) {
      tick(this.#nextMs);
      this.#nextMs += periodMs;
    }
    if (this.#nextMs <= now) {
      const behind = Math.floor((now - this.#nextMs) / periodMs) + 1;
      this.#droppedCount += behind;
      this.#nextMs += behind * periodMs;
    }
    if (!this.#closed) this.#cancel = timers.after(Math.max(0, this.#nextMs - nowMs()), () => this.#run());
  }
}
