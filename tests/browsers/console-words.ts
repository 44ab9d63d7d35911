import { readFileSync } from 'node:fs';

export type Language = 'en' | 'it';
export const LANGUAGES: readonly Language[] = ['en', 'it'];

/** The console's own words, as its pages read them: a test walks the same path in both languages. */
export function consoleWords(language: Language): (key: string, values?: Record<string, string | number>) => string {
  return (key, values = {}) => {
    const [area = '', ...path] = key.split('.');
    const tree = JSON.parse(readFileSync(new URL(`../../apps/console/src/locales/${language}/${area}.json`, import.meta.url), 'utf8')) as Record<string, unknown>;
    const found = path.reduce<unknown>((level, name) => (level as Record<string, unknown> | undefined)?.[name], tree);
    if (typeof found !== 'string') throw new Error(`There are no words for ${key}.`);
    return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}
