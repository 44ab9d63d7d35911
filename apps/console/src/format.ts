import { clock } from './clock.js';

/** A day as the guide prints it, by the reader's locale; a dash for what is not there. */
export function formatDay(iso: string | undefined, locale: string): string {
  return iso === undefined ? '–' : new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(iso));
}

/** Day and time, with the zone. */
export function formatTime(iso: string | undefined, locale: string): string {
  return iso === undefined ? '–' : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(iso));
}

export function formatNumber(value: number | undefined, locale: string): string {
  return value === undefined ? '–' : new Intl.NumberFormat(locale).format(value);
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** `1.5 MB`, in steps of a thousand; below the first in whole words. */
export function formatBytes(bytes: number, locale: string): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return new Intl.NumberFormat(locale, { style: 'unit', unit: UNITS[step]!, unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: step === 0 ? 0 : 1 }).format(bytes / 1_000 ** step);
}

/** How many whole days from now until then; 0 when it is over. */
export function daysUntil(iso: string): number {
  return Math.max(0, Math.ceil((Date.parse(iso) - clock.now()) / 86_400_000));
}
