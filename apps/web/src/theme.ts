export type Theme = 'system' | 'light' | 'dark';
const KEPT = 'carillon.theme';

export function readTheme(): Theme {
  const kept = localStorage.getItem(KEPT);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** Shows and remembers a theme; `system` follows the system by itself, in CSS. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') {
    localStorage.removeItem(KEPT);
    delete document.documentElement.dataset['theme'];
  } else {
    localStorage.setItem(KEPT, theme);
    document.documentElement.dataset['theme'] = theme;
  }
}
