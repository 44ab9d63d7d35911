import { expect, test } from 'vitest';
import { median, quantile, round } from './figures.js';

test('a quantile is a value of the list, whatever its order; the last one at most', () => {
  const list = [5, 1, 4, 2, 3, 10, 7, 6, 9, 8];
  expect([0, 0.5, 0.9, 0.99, 1].map(q => quantile(list, q))).toEqual([1, 6, 10, 10, 10]);
  expect(quantile([], 0.99)).toBe(0);
  expect(median([3, 1, 2])).toBe(2);
  expect(list[0]).toBe(5);
});

test('rounds to so many digits', () => {
  expect([round(1.236, 2), round(1.236, 0)]).toEqual([1.24, 1]);
});
