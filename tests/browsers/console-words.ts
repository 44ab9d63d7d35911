import { readFileSync } from 'node:fs';

export type Language = 'en' | 'it';

/**
 * The language of a test of the console: `test.each(IN_ITALIAN)('… (%s)', async language => …)`. One language shows what a path does; so each is walked
 * in one, about half of a file's in either, and console-every-page.test.ts looks at every page in both. With `CARILLON_TEST_LANGUAGES=swapped` each is
 * walked in the other one: before a release, and when words have changed. A path uses up what it is walked with, so it is not walked twice in one world.
 */
const swapped = process.env['CARILLON_TEST_LANGUAGES'] === 'swapped';
export const IN_ENGLISH: readonly Language[] = [swapped ? 'it' : 'en'];
export const IN_ITALIAN: readonly Language[] = [swapped ? 'en' : 'it'];

/** The console's own words, as its pages read them. */
export function consoleWords(language: Language): (key: string, values?: Record<string, string | number>) => string {
  return (key, values = {}) => {
    const [area = '', ...path] = key.split('.');
    const tree = JSON.parse(readFileSync(new URL(`../../apps/console/src/locales/${language}/${area}.json`, import.meta.url), 'utf8')) as Record<string, unknown>;
    const found = path.reduce<unknown>((level, name) => (level as Record<string, unknown> | undefined)?.[name], tree);
    if (typeof found !== 'string') throw new Error(`There are no words for ${key}.`);
    return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}
