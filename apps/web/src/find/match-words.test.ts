import { expect, it } from 'vitest';
import { matchesAll } from './match-words.js';

it('finds by the beginnings of words, without accents', () => {
  expect(matchesAll('Turni e reperibilità', 'rep tur')).toBe(true);
  expect(matchesAll('Perché no', 'perche')).toBe(true);
  expect(matchesAll('Progetto Aurora', 'rora')).toBe(false);
  expect(matchesAll('anything', '')).toBe(true);
});
