import { expect, test } from 'vitest';
import { TickClock } from './tick-clock.js';

/** Time that moves by hand; a timer fires `lateMs` after it was due. */
class HandTime {
  nowMs = 0;
  #due: { at: number; callback: () => void } | undefined;
  timers = {
    after: (delayMs: number, callback: () => void) => {
      this.#due = { at: this.nowMs + delayMs, callback };
      return () => { this.#due = undefined; };
    },
  };

  fire(lateMs = 0): void {
    const due = this.#due;
    if (due === undefined) return;
    this.#due = undefined;
    this.nowMs = due.at + lateMs;
    due.callback();
  }
}

function clock(time: HandTime): { ticks: number[]; clock: TickClock } {
  const ticks: number[] = [];
  return { ticks, clock: new TickClock({ periodMs: 20, nowMs: () => time.nowMs, timers: time.timers, tick: now => ticks.push(now) }) };
}

test('timers that are always a little late do not slow the beat down', () => {
  const time = new HandTime();
  const { ticks } = clock(time);
  for (let i = 0; i < 500; i += 1) time.fire(3);
  expect(ticks.at(-1)).toBe(10_000);
  expect(ticks).toHaveLength(500);
});

test('after a stop at most five ticks are made up, the others are dropped and counted', () => {
  const time = new HandTime();
  const beat = clock(time);
  time.fire();
  time.fire(1_000);
  expect(beat.ticks).toHaveLength(6);
  expect(beat.clock.stats).toEqual({ lateCount: 1, droppedCount: 46 });
  time.fire();
  expect(beat.ticks.at(-1)).toBe(1_060);
});

test('a closed clock ticks no more', () => {
  const time = new HandTime();
  const beat = clock(time);
  beat.clock.close();
  time.fire();
  expect(beat.ticks).toEqual([]);
});
