import { expect, test } from 'vitest';
import { randomDigits, randomLetters, randomSecret, systemChance } from './chance.js';

test('digits that people type have the asked length and no leading zero', () => {
  for (let i = 0; i < 500; i++) expect(randomDigits(systemChance, 10)).toMatch(/^[1-9]\d{9}$/);
});

test('digits go on being drawn when the source gives only bytes that would skew them', () => {
  const draws = [255, 250, 3];
  const chance = { bytes: (count: number) => new Uint8Array(count).fill(draws.shift() ?? 7) };
  expect(randomDigits(chance, 4)).toBe('3333');
});

test('letters that people type are lower case, as many as asked for, and drawn evenly', () => {
  for (let i = 0; i < 500; i++) expect(randomLetters(systemChance, 6)).toMatch(/^[a-z]{6}$/);
  const draws = [255, 234, 233];
  expect(randomLetters({ bytes: count => new Uint8Array(count).fill(draws.shift() ?? 0) }, 3)).toBe('zzz');
});

test('a secret of 32 bytes is 43 characters that need no escaping in a link', () => {
  expect(randomSecret(systemChance)).toMatch(/^[A-Za-z0-9_-]{43}$/);
});
