import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The words of a page's app in its languages, and the keys of them that its source names. */

export type Tree = { [key: string]: string | Tree };

export function keysOf(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`)));
}

export function valueOf(tree: Tree, key: string): string {
  return key.split('.').reduce<string | Tree>((node, part) => (node as Tree)[part] ?? '', tree) as string;
}

/** What a text leaves to be filled in, in order of names. */
export function blanksOf(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1] ?? '').sort();
}

/** Keys without what tells plurals apart. */
export function basesOf(tree: Tree): ReadonlySet<string> {
  return new Set(keysOf(tree).map(key => key.replace(/_(one|other|many)$/, '')));
}

/** Which keys the code below a folder names as they are, and which of `bases` it names in no way: neither so, nor by a beginning that it completes. */
export function lookForKeys(source: string, tree: Tree): { named: string[]; unused: string[] } {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(path => /\.tsx?$/.test(path) && !path.includes('.test.'));
  const texts = files.map(path => readFileSync(join(source, path), 'utf8')).join('\n');
  const areas = new Set(Object.keys(tree));
  const named = [...texts.matchAll(/'([a-zA-Z]+\.[a-zA-Z.-]+)'/g)].map(match => match[1] ?? '').filter(key => areas.has(key.split('.')[0] ?? '') && !/\.(js|css|json)$/.test(key));
  const begun = [...texts.matchAll(/`([a-zA-Z]+(?:\.[a-zA-Z-]+)*\.)\$\{/g)].map(match => match[1] ?? '');
  return { named, unused: [...basesOf(tree)].filter(key => !texts.includes(`'${key}'`) && !begun.some(prefix => key.startsWith(prefix))) };
}
