import { expect, test } from 'vitest';
import { daysOf, periodOf } from './retention-period.js';

test('RET-21 a period is told in the largest unit that fits, and read back as the same days', () => {
  expect(periodOf(undefined)).toEqual({ on: false, amount: '', unit: 'Days' });
  expect(periodOf(30)).toEqual({ on: true, amount: '30', unit: 'Days' });
  expect(periodOf(14)).toEqual({ on: true, amount: '2', unit: 'Weeks' });
  expect(periodOf(730)).toEqual({ on: true, amount: '2', unit: 'Years' });
  for (const days of [1, 7, 90, 365, 366, 5_475]) expect(daysOf(periodOf(days))).toBe(days);
});

test('RET-02 from one day to 15 years, and nothing else is a period', () => {
  const read = (amount: string, unit: 'Days' | 'Weeks' | 'Years') => daysOf({ on: true, amount, unit });
  expect([read('1', 'Days'), read('15', 'Years'), read('782', 'Weeks')]).toEqual([1, 5_475, 5_474]);
  for (const amount of ['', '0', '-1', '1.5', 'x', '1e3', '99999999']) expect(read(amount, 'Days'), amount).toBe('wrong');
  expect(read('16', 'Years')).toBe('wrong');
  expect(daysOf({ on: false, amount: '99', unit: 'Years' })).toBeUndefined();
});
