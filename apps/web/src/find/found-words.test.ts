import { expect, it } from 'vitest';
import { foundParts } from './found-words.js';
import { readSearchParams, timesOf } from './search-params.js';

const found = (text: string, typed: string) => foundParts(text, typed).filter(part => part.found).map(part => part.text);
const shown = (text: string, typed: string) => foundParts(text, typed).map(part => part.text).join('');

it('marks the words that were typed, in other forms, cases and accents too', () => {
  expect(found('Le riunioni dei clienti', 'riunione CLIENTE')).toEqual(['riunioni', 'clienti']);
  expect(found('La Città e il citofono', 'citta')).toEqual(['Città']);
  expect(found('a cat in a category', 'cat')).toEqual(['cat']);
  expect(found('nothing here', '')).toEqual([]);
  expect(found('price (50%)', '.* ( 50')).toEqual(['50']);
});

it('shows a piece around the first find and loses no letter of it', () => {
  const text = `${'before '.repeat(60)}needle ${'after '.repeat(80)}`;
  expect(shown(text, 'needle')).toMatch(/^… before .*needle after .*…$/);
  expect(shown('short needle', 'needle')).toBe('short needle');
});

it('takes from an address what makes sense', () => {
  expect(readSearchParams({ q: 7, from: 'x', since: '2026-11-24', until: 'then', files: true, in: '01923456-789a-7000-8000-000000000000' })).toEqual({ q: '7', since: '2026-11-24', files: true, in: '01923456-789a-7000-8000-000000000000' });
  const { since, until } = timesOf({ since: '2026-11-24', until: '2026-11-24' });
  expect(Date.parse(until!) - Date.parse(since!)).toBe(24 * 60 * 60 * 1000);
  expect(timesOf({})).toEqual({});
});
