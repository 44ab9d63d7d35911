import i18next from 'i18next';
import { useMemo } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { firstLanguage, LANGUAGE_KEPT, type Language } from '@carillon/client/language.js';
import { tellRefusal, type RefusalTable } from './locales/tell-refusal.js';

/** Each language is a chunk of its own, with what Cloudscape itself says: nobody loads the one they do not read. */
async function load(language: Language): Promise<{ words: Record<string, unknown>; components: unknown; refusals: RefusalTable }> {
  return language === 'it' ? import('./locales/it.js') : import('./locales/en.js');
}

let components: unknown;
let refusals: RefusalTable = [];

/** What Cloudscape's own parts say in the language that was loaded. */
export function componentWords(): unknown { return components; }

/** Why the server refused something, in the reader's language where there are words for it, else as the server said it. */
export function refusalWords(sentence: string): string {
  return tellRefusal(refusals, sentence) ?? sentence;
}

export async function startWords(): Promise<void> {
  // The app's own choice: who reads one in Italian reads the other so.
  const lng = firstLanguage(localStorage.getItem(LANGUAGE_KEPT), navigator.languages);
  const loaded = await load(lng);
  ({ components, refusals } = loaded);
  await i18next.use(initReactI18next).init({ lng, fallbackLng: false, interpolation: { escapeValue: false }, resources: { [lng]: { translation: loaded.words } } });
  document.documentElement.lang = lng;
}

/** The page begins anew in the other language. */
export function changeLanguage(language: Language): void {
  localStorage.setItem(LANGUAGE_KEPT, language);
  location.reload();
}

export interface Words {
  readonly t: (key: string, values?: Record<string, string | number>) => string;
  readonly language: Language;
  /** For dates and numbers. */
  readonly locale: string;
}

export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'it' ? 'it' : 'en';
  return useMemo(() => ({ t: (key, values) => t(key, values ?? {}), language, locale: localeOf(language) }), [t, language]);
}

/** The browser's own region for the language that is shown. */
function localeOf(language: Language): string {
  return navigator.languages.find(each => each.split('-')[0] === language) ?? language;
}
