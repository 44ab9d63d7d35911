import { applyTheme as applyCloudscape } from '@cloudscape-design/components/theming';

export type Theme = 'system' | 'light' | 'dark';
/** The app's own choice. */
const KEPT = 'carillon.theme';
const DARK = 'awsui-dark-mode';
const dark = matchMedia('(prefers-color-scheme: dark)');

export function readTheme(): Theme {
  const kept = localStorage.getItem(KEPT);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** Shows and remembers a theme. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, theme);
  show();
}

/** Cloudscape's look in the system's own letters: its own would be 141 kB of fonts. */
export function startTheme(): void {
  applyCloudscape({ theme: { tokens: { fontFamilyBase: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif" } } });
  dark.addEventListener('change', show);
  show();
}

function show(): void {
  const theme = readTheme();
  document.body.classList.toggle(DARK, theme === 'dark' || (theme === 'system' && dark.matches));
}
