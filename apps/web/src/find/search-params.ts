/** What is searched, as it stands in the address: words, whose, where, from which day to which (both included), with files. */
export interface SearchParams {
  q?: string | undefined;
  from?: string | undefined;
  in?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
  files?: boolean | undefined;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Takes from an address what makes sense and drops the rest. */
export function readSearchParams(search: Record<string, unknown>): SearchParams {
  const text = (key: string, pattern: RegExp): Record<string, string> => {
    const value = search[key];
    return typeof value === 'string' && pattern.test(value) ? { [key]: value } : {};
  };
  // A number in the address is a word here.
  const q = typeof search['q'] === 'number' ? String(search['q']) : search['q'];
  return { ...(typeof q === 'string' && q !== '' ? { q: q.slice(0, 1_000) } : {}), ...text('from', ID), ...text('in', ID), ...text('since', DAY), ...text('until', DAY), ...(search['files'] === true ? { files: true } : {}) };
}

export function isEmpty(params: SearchParams): boolean { return Object.values(params).every(value => value === undefined || value === '' || value === false); }

/** The moments of the days, by the clock of this device; `until` is the beginning of the day after. */
export function timesOf(params: SearchParams): { since?: string; until?: string } {
  const dayStart = (day: string, later: number): string | undefined => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    const at = new Date(year, month - 1, date + later);
    return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
  };
  const since = params.since === undefined ? undefined : dayStart(params.since, 0);
  const until = params.until === undefined ? undefined : dayStart(params.until, 1);
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
}
