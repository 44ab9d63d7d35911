import { expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, isoTime, MINUTE_MS, SECOND_MS, systemClock } from './clock.js';

test('the units are made of each other', () => {
  expect([SECOND_MS, MINUTE_MS, HOUR_MS, DAY_MS]).toEqual([1_000, 60_000, 3_600_000, 86_400_000]);
});

test('a time on the wire is ISO 8601 in UTC with milliseconds', () => {
  expect(isoTime(Date.parse('2026-11-24T14:03:05Z'))).toBe('2026-11-24T14:03:05.000Z');
});

test('the system’s clock tells the time', () => {
  const before = Date.now();
  const now = systemClock.now();
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
});
