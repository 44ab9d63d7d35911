import { useState, type ReactNode } from 'react';
import { updateMe } from '@carillon/wire/rest/identity.js';
import { api } from '../api.js';
import { keepShowsPreviews, readShowsPreviews } from '../chat/shows-previews.js';
import type { Language } from '@carillon/client/language.js';
import { changeLanguage, useWords } from '../i18n.js';
import { applyTheme, readTheme, type Theme } from '../theme.js';
import { useMeChanged } from './profile-card.js';

export function LookCard(): ReactNode {
  const { t, language } = useWords();
  const [theme, setTheme] = useState(readTheme);
  const [previews, setPreviews] = useState(readShowsPreviews);
  const changed = useMeChanged();
  const speak = (next: Language): void => {
    void changeLanguage(next);
    // The server writes its mails in this language; that the page speaks it already does not depend on that.
    api.call(updateMe, { body: { locale: next } }).then(reply => changed(reply.me), () => undefined);
  };
  return (
    <section className="card" aria-labelledby="settings-look">
      <h2 id="settings-look">{t('settings.look')}</h2>
      <fieldset className="choices">
        <legend>{t('settings.language')}</legend>
        {([['en', 'English'], ['it', 'Italiano']] as const).map(([value, label]) => <Choice key={value} name="language" label={label} lang={value} checked={language === value} onChoose={() => speak(value)} />)}
      </fieldset>
      <fieldset className="choices">
        <legend>{t('settings.theme')}</legend>
        {(['system', 'light', 'dark'] as const).map((value: Theme) => <Choice key={value} name="theme" label={t(`theme.${value}`)} checked={theme === value} onChoose={() => { applyTheme(value); setTheme(value); }} />)}
      </fieldset>
      <fieldset className="choices">
        <legend>{t('settings.previews')}</legend>
        {[true, false].map(shows => <Choice key={String(shows)} name="previews" label={t(shows ? 'settings.previewsShow' : 'settings.previewsHide')} checked={previews === shows} onChoose={() => { keepShowsPreviews(shows); setPreviews(shows); }} />)}
      </fieldset>
    </section>
  );
}

function Choice({ name, label, lang, checked, onChoose }: { name: string; label: string; lang?: string; checked: boolean; onChoose: () => void }): ReactNode {
  return <label className="choice" lang={lang}><input type="radio" name={name} checked={checked} onChange={onChoose} />{label}</label>;
}
