import { localDay, localYear } from './clock.js';

const formats = new Map<string, Intl.DateTimeFormat>();

// Making a format costs a hundred times what using it does, and a list of messages uses thousands.
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known;
}

/** The browser's own region of the app's language (`en-GB` for `en`), because that is what writes times as people do. */
export function regionOf(language: string, wanted: readonly string[] = typeof navigator === 'undefined' ? [] : navigator.languages): string {
  return wanted.find(each => each.split('-')[0] === language) ?? language;
}

export function timeOf(ms: number, locale: string): string {
  return format(locale, { timeStyle: 'short' }).format(ms);
}

export function fullTimeOf(ms: number, locale: string): string {
  return format(locale, { dateStyle: 'full', timeStyle: 'short' }).format(ms);
}

export function dayOf(ms: number, locale: string): string {
  return capitalised(format(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(ms), locale);
}

/** `Today`, `Yesterday`, a weekday with its date, or with the year when it is another one. */
export function dayTitle(ms: number, nowMs: number, locale: string): string {
  const days = localDay(ms) - localDay(nowMs);
  if (days === 0 || days === -1) return capitalised(new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day'), locale);
  if (localYear(ms) === localYear(nowMs)) return dayOf(ms, locale);
  return capitalised(format(locale, { dateStyle: 'long' }).format(ms), locale);
}

/** In a list there is room for one word: the time today, `yesterday`, a weekday this week, then a date. */
export function listTime(ms: number, nowMs: number, locale: string): string {
  const days = localDay(nowMs) - localDay(ms);
  if (days <= 0) return timeOf(ms, locale);
  if (days === 1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-1, 'day');
  if (days < 7) return format(locale, { weekday: 'short' }).format(ms);
  if (localYear(ms) === localYear(nowMs)) return format(locale, { day: 'numeric', month: 'short' }).format(ms);
  return format(locale, { dateStyle: 'short' }).format(ms);
}

/** `24:13`, or `1:02:05` from an hour on. */
export function durationOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (parts[0] === 0) parts.shift();
  return parts.map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** `840 kB`, `1.2 MB`: decimal units, as systems show files. */
export function bytesOf(bytes: number, locale: string): string {
  const [unit, value] = bytes < 1_000 ? ['byte', bytes] as const : bytes < 1_000_000 ? ['kilobyte', bytes / 1_000] as const : ['megabyte', bytes / 1_000_000] as const;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short', maximumFractionDigits: unit === 'megabyte' && value < 10 ? 1 : 0 }).format(value);
}

export function listOf(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

function capitalised(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
