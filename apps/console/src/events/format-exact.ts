/** Day and time to the second, with the zone: records are compared with those of other places. */
export function formatExact(iso: string | undefined, locale: string): string {
  return iso === undefined ? '–' : new Intl.DateTimeFormat(locale, { day: '2-digit', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short' }).format(new Date(iso));
}
