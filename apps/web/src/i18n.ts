import i18next from 'i18next';
import { useMemo } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { firstLanguage, LANGUAGE_KEPT, type Language } from '@carillon/client/language.js';
import { regionOf } from './format-time.js';

// Each language is a chunk of its own: nobody loads the one they do not read.
async function load(language: Language): Promise<Record<string, unknown>> {
  return language === 'it' ? (await import('./locales/it.json')).default : (await import('./locales/en.json')).default;
}

export async function startI18n(): Promise<void> {
  const lng = firstLanguage(localStorage.getItem(LANGUAGE_KEPT), navigator.languages);
  await i18next.use(initReactI18next).init({
    lng, fallbackLng: false, interpolation: { escapeValue: false }, resources: { [lng]: { translation: await load(lng) } },
  });
  document.documentElement.lang = lng;
}

/** Changes what is shown and remembers it on this device. */
export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(LANGUAGE_KEPT, language);
  if (!i18next.hasResourceBundle(language, 'translation')) i18next.addResourceBundle(language, 'translation', await load(language));
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
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
  return useMemo(() => ({ t: (key, values) => t(key, values ?? {}), language, locale: regionOf(language) }), [t, language]);
}
