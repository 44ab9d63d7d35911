import { join } from 'node:path';
import { expect, it } from 'vitest';
import { basesOf, blanksOf, keysOf, lookForKeys, valueOf } from '@carillon/testkit/locales.js';
import en from './en.json' with { type: 'json' };
import italian from './it.json' with { type: 'json' };

const source = join(import.meta.dirname, '..');

it('English and Italian have the same keys, none of them empty', () => {
  expect(keysOf(italian)).toEqual(keysOf(en));
  for (const key of keysOf(en)) expect(valueOf(italian, key) && valueOf(en, key), key).not.toBe('');
});

it('both fill in the same values', () => {
  // A number may be told in a word: "un’altra persona".
  for (const key of keysOf(en).filter(each => !each.endsWith('_one'))) expect(blanksOf(valueOf(italian, key)), key).toEqual(blanksOf(valueOf(en, key)));
});

it('every key that is used exists', () => {
  const { named } = lookForKeys(source, en);
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter(key => !basesOf(en).has(key))).toEqual([]);
});

it('every key that exists is used', () => {
  expect(lookForKeys(source, en).unused).toEqual([]);
});
