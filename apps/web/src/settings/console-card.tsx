import type { ReactNode } from 'react';
import { useWords } from '../i18n.js';
import { useMe } from '../session/sync-context.js';

/** The way to the administrators' console, for the owner: it has a sign-in of its own. */
export function ConsoleCard(): ReactNode {
  const { t } = useWords();
  if (!useMe().isOwner) return null;
  return (
    <section className="card" aria-labelledby="settings-console">
      <h2 id="settings-console">{t('settings.administration')}</h2>
      <p className="quiet">{t('settings.administrationText')}</p>
      <p><a href="/console/">{t('settings.openConsole')}</a></p>
    </section>
  );
}
