import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { basesOf, blanksOf, keysOf, lookForKeys, valueOf, type Tree } from '@carillon/testkit/locales.js';

const here = import.meta.dirname;
const source = join(here, '..');
const read = (language: string): Tree => Object.fromEntries(readdirSync(join(here, language)).toSorted().map(name => [name.replace('.json', ''), JSON.parse(readFileSync(join(here, language, name), 'utf8')) as Tree]));
const [en, italian] = [read('en'), read('it')];

it('English and Italian have the same keys, none of them empty', () => {
  expect(keysOf(italian).toSorted()).toEqual(keysOf(en).toSorted());
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
