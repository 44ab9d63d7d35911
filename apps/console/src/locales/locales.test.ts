import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

type Tree = { [key: string]: string | Tree };

const here = import.meta.dirname;
const read = (language: string): Tree => Object.fromEntries(readdirSync(join(here, language)).toSorted().map(name => [name.replace('.json', ''), JSON.parse(readFileSync(join(here, language, name), 'utf8')) as Tree]));
const [en, italian] = [read('en'), read('it')];

function keysOf(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`)));
}
const valueOf = (tree: Tree, key: string): string => key.split('.').reduce<string | Tree>((node, part) => (node as Tree)[part] ?? '', tree) as string;
const blanks = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1] ?? '').sort();

const source = join(here, '..');
const texts = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(path => /\.tsx?$/.test(path) && !path.includes('.test.')).map(path => readFileSync(join(source, path), 'utf8')).join('\n');
const base = (key: string): string => key.replace(/_(one|other|many)$/, '');
const bases = new Set(keysOf(en).map(base));
const areas = new Set(Object.keys(en));

it('English and Italian have the same keys, none of them empty', () => {
  expect(keysOf(italian).toSorted()).toEqual(keysOf(en).toSorted());
  for (const key of keysOf(en)) expect(valueOf(italian, key) && valueOf(en, key), key).not.toBe('');
});

it('both fill in the same values', () => {
  // A number may be told in a word: “un altro utente”.
  for (const key of keysOf(en).filter(each => !each.endsWith('_one'))) expect(blanks(valueOf(italian, key)), key).toEqual(blanks(valueOf(en, key)));
});

it('every key that is used exists', () => {
  const used = [...texts.matchAll(/'([a-zA-Z]+\.[a-zA-Z.-]+)'/g)].map(match => match[1] ?? '').filter(key => areas.has(key.split('.')[0] ?? '') && !/\.(js|css|json)$/.test(key));
  expect(used.length).toBeGreaterThan(100);
  expect(used.filter(key => !bases.has(key))).toEqual([]);
});

it('every key that exists is used', () => {
  const made = [...texts.matchAll(/`([a-zA-Z]+(?:\.[a-zA-Z-]+)*\.)\$\{/g)].map(match => match[1] ?? '');
  expect([...bases].filter(key => !texts.includes(`'${key}'`) && !made.some(prefix => key.startsWith(prefix)))).toEqual([]);
});
