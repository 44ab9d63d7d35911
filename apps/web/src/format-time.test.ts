import { expect, it } from 'vitest';
import { bytesOf, dayTitle, durationOf, listTime, regionOf } from './format-time.js';

const NOW = Date.parse('2026-11-24T12:00:00');
const at = (text: string): number => Date.parse(text);

it('a list shows the time today, then yesterday, a weekday, a date', () => {
  expect(listTime(at('2026-11-24T09:05:00'), NOW, 'it')).toBe('09:05');
  expect(listTime(at('2026-11-23T09:05:00'), NOW, 'it')).toBe('ieri');
  expect(listTime(at('2026-11-20T09:05:00'), NOW, 'it')).toBe('ven');
  expect(listTime(at('2026-11-02T09:05:00'), NOW, 'en-GB')).toBe('2 Nov');
});

it('days have titles in the words of the language', () => {
  expect(dayTitle(NOW, NOW, 'it')).toBe('Oggi');
  expect(dayTitle(at('2026-11-23T23:59:00'), NOW, 'en')).toBe('Yesterday');
  expect(dayTitle(at('2026-11-19T10:00:00'), NOW, 'it')).toBe('Giovedì 19 novembre');
});

it('durations and sizes', () => {
  expect(durationOf(24 * 60_000 + 13_400)).toBe('24:13');
  expect(durationOf(3_725_000)).toBe('1:02:05');
  expect(bytesOf(1_234_567, 'it')).toBe('1,2 MB');
  expect(bytesOf(840_000, 'en')).toBe('840 kB');
});

it('times are written as the browser\'s region of the language does', () => {
  expect(regionOf('en', ['it-IT', 'en-GB'])).toBe('en-GB');
  expect(regionOf('it', ['en-GB'])).toBe('it');
});
