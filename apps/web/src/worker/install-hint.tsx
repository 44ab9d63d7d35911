import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { useWords } from '../i18n.js';

interface InstallEvent extends Event { prompt(): Promise<unknown> }
let offered: InstallEvent | null = null;
const told = new Set<() => void>();

/** Remembers the browser's offer to install the app: it comes once, early. */
export function watchInstall(): void {
  window.addEventListener('beforeinstallprompt', event => {
    event.preventDefault();
    offered = event as InstallEvent;
    for (const tell of told) tell();
  });
  window.addEventListener('appinstalled', () => { offered = null; for (const tell of told) tell(); });
}

/** Offers to install the app where the browser can; says how where only the person can (iPhone). */
export function InstallHint(): ReactNode {
  const { t } = useWords();
  const [offer, setOffer] = useState(offered);
  useEffect(() => {
    const tell = (): void => setOffer(offered);
    told.add(tell);
    return () => { told.delete(tell); };
  }, []);
  if (window.matchMedia('(display-mode: standalone)').matches) return null;
  if (offer === null) return /iPhone|iPad/.test(navigator.userAgent) ? <p className="quiet">{t('notifications.installIos')}</p> : null;
  return <div className="notify-here"><p className="quiet">{t('notifications.install')}</p><Button onClick={() => void offer.prompt()}>{t('notifications.installNow')}</Button></div>;
}
