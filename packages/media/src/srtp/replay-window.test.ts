import { expect, test } from 'vitest';
import { estimateIndex } from './receiver.js';
import { REPLAY_WINDOW_PACKETS, ReplayWindow } from './replay-window.js';

test('the window knows what it took, also after jumps and far beyond 32 bits', () => {
  const window = new ReplayWindow();
  const taken = new Set<number>();
  let seed = 7;
  const next = () => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) >>> 16;
  let highest = 2 ** 40;
  for (let i = 0; i < 20_000; i += 1) {
    const index = highest + (next() % 1_500) - 1_100;
    const fresh = index > window.highest || (index > window.highest - REPLAY_WINDOW_PACKETS && !taken.has(index));
    expect(window.isNew(index)).toBe(fresh);
    if (!fresh) continue;
    window.take(index);
    taken.add(index);
    highest = window.highest;
  }
});

test('an index older than the window is refused', () => {
  const window = new ReplayWindow();
  window.take(5_000);
  expect(window.isNew(5_000 - REPLAY_WINDOW_PACKETS)).toBe(false);
  expect(window.isNew(5_001 - REPLAY_WINDOW_PACKETS)).toBe(true);
});

test('RFC 3711 3.3.1: the estimate is the nearest index that ends in the sequence number', () => {
  expect(estimateIndex(65_535, 0)).toBe(65_536);
  expect(estimateIndex(65_536 + 10, 65_530)).toBe(65_530);
  expect(estimateIndex(65_536 * 5 + 40_000, 39_000)).toBe(65_536 * 5 + 39_000);
  expect(estimateIndex(65_536 * 5 + 40_000, 5)).toBe(65_536 * 6 + 5);
  expect(estimateIndex(10, 65_530)).toBeLessThan(0);
});
