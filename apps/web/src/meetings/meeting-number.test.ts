import { expect, it } from 'vitest';
import { numberOf, spacedNumber } from './meeting-number.js';

it('reads numbers and links', () => {
  expect(numberOf(' 123 456-7890 ')).toBe('1234567890');
  expect(numberOf('https://meet.example/m/1234567890?x=1')).toBe('1234567890');
  expect(numberOf('12345')).toBeNull();
  expect(numberOf('hello there')).toBeNull();
});

it('writes numbers so that they can be read aloud', () => {
  expect(spacedNumber('1234567890')).toBe('123 456 7890');
});
