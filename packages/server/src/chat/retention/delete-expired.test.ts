import { expect, test } from 'vitest';
import { nextBatch } from './delete-expired.js';

test('a batch is as large as the time for one allows, grows and shrinks by steps, and stays within bounds', () => {
  expect(nextBatch(40, 8)).toBe(40);
  expect(nextBatch(40, 10)).toBe(32);
  expect(nextBatch(40, 0)).toBe(60);
  expect(nextBatch(40, 4_000)).toBe(20);
  expect([nextBatch(8, 4_000), nextBatch(200, 1)]).toEqual([8, 200]);
});
