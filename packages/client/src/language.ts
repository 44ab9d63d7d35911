/** In which language the pages speak: app and console share the choice. */
export type Language = 'en' | 'it';
/** Where the choice is kept on a device. */
export const LANGUAGE_KEPT = 'carillon.language';

/** The chosen language, else the browser's first one that we speak, else English. */
export function firstLanguage(chosen: string | null, wanted: readonly string[]): Language {
  for (const each of [chosen ?? '', ...wanted]) {
    const language = each.split('-')[0];
    if (language === 'it' || language === 'en') return language;
  }
  return 'en';
}
