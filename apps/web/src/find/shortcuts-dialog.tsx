import { useNavigate } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { Dialog } from '@carillon/ui/dialog.js';
import { useWords } from '../i18n.js';
import { closeOverlay, openPalette, openShortcuts, readOverlay, subscribeOverlay } from './shortcuts-state.js';
import './shortcuts-dialog.css';

const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

/** `Ctrl K` here, `⌘ K` on a Mac. */
export function keysOf(key: string): string { return isMac() ? `⌘ ${key}` : `Ctrl ${key}`; }

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

export function ShortcutsDialog(): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const open = useSyncExternalStore(subscribeOverlay, readOverlay) === 'shortcuts';
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'k') { event.preventDefault(); openPalette(); }
      else if ((event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === 'f') { event.preventDefault(); void navigate({ to: '/search', search: {} }); }
      else if (event.key === '?' && !isTyping(event.target)) { event.preventDefault(); openShortcuts(); }
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [navigate]);
  const rows: [string, string][] = [
    [keysOf('K'), 'shortcuts.find'], [keysOf('Shift F'), 'shortcuts.search'], ['?', 'shortcuts.title'], ['Enter', 'shortcuts.send'], ['Shift Enter', 'shortcuts.newLine'], [':', 'shortcuts.emoji'],
    ['↑ ↓', 'shortcuts.arrows'], ['Esc', 'shortcuts.close'], [keysOf('Y'), 'shortcuts.mute'],
  ];
  return (
    <Dialog open={open} onOpenChange={next => { if (!next) closeOverlay(); }} title={t('shortcuts.title')} closeLabel={t('act.close')}>
      <dl className="shortcuts">
        {rows.map(([keys, key]) => <div key={key}><dt>{t(key)}</dt><dd>{keys.split(' ').map(each => <kbd key={each}>{each}</kbd>)}</dd></div>)}
      </dl>
    </Dialog>
  );
}
