import type { IncomingHttpHeaders } from 'node:http';
import { forbidden } from '@carillon/kernel/errors.js';

export const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD']);
/** No other site's page can send it without asking first, and we never allow that (CSRF). */
export const OWN_HEADER = 'x-carillon';

/** A request that comes with a cookie and changes something must come from our own page: Forbidden (`foreign-page`). */
export function checkOwnPage({ method = 'GET', headers }: { readonly method?: string | undefined; readonly headers: IncomingHttpHeaders }): void {
  if (SAFE_METHODS.has(method)) return;
  const site = headers['sec-fetch-site'];
  if (headers[OWN_HEADER] === undefined || (site !== undefined && site !== 'same-origin')) throw forbidden('This request did not come from Carillon’s own page.', 'foreign-page');
}
