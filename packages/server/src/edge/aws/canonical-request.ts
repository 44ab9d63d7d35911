import { createHash } from 'node:crypto';
import { escapeRfc3986 } from '@carillon/kernel/percent-encoding.js';

/** A request as it came over the wire, before anything was decoded. */
export interface RawRequest {
  readonly method: string;
  /** Path and query exactly as sent. */
  readonly url: string;
  /** Names and values in turn, as Node gives them. */
  readonly rawHeaders: readonly string[];
}

export function splitUrl(url: string): { rawPath: string; rawQuery: string } {
  const at = url.indexOf('?');
  return at < 0 ? { rawPath: url, rawQuery: '' } : { rawPath: url.slice(0, at), rawQuery: url.slice(at + 1) };
}

/** The pairs of a query string, decoded; a pair that cannot be decoded stays as it is. `+` is a plus. */
export function queryPairs(rawQuery: string): [string, string][] {
  if (rawQuery === '') return [];
  return rawQuery.split('&').filter(part => part !== '').map(part => {
    const at = part.indexOf('=');
    return at < 0 ? [decode(part), ''] : [decode(part.slice(0, at)), decode(part.slice(at + 1))];
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone per cent sign: whoever signed it signed it so.
    return text;
  }
}

/** Every header's values by its lower-case name, in the order they came. */
export function headerValues(rawHeaders: readonly string[]): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const name = rawHeaders[i]!.toLowerCase();
    const value = inUtf8(rawHeaders[i + 1]!);
    const known = values.get(name);
    if (known) known.push(value);
    else values.set(name, [value]);
  }
  return values;
}

/** Node reads headers as latin1; who signs signs UTF-8. */
function inUtf8(value: string): string {
  return /[\u0080-\u00ff]/.test(value) && !/[\u0100-\uffff]/.test(value) ? Buffer.from(value, 'latin1').toString('utf8') : value;
}

/**
 * The path as Signature Version 4 reads it: S3 takes it as it was sent; everybody else removes empty and dot segments
 * and encodes once more.
 */
export function canonicalPath(rawPath: string, s3: boolean): string {
  if (s3) return rawPath.split('/').map(segment => escapeRfc3986(decode(segment))).join('/') || '/';
  const kept: string[] = [];
  for (const segment of rawPath.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') kept.pop();
    else kept.push(segment);
  }
  const path = `/${kept.join('/')}${kept.length > 0 && rawPath.endsWith('/') ? '/' : ''}`;
  return escapeRfc3986(path).replaceAll('%2F', '/');
}

/** Sorted by name, then by value, without the signature itself. */
export function canonicalQuery(rawQuery: string): string {
  return queryPairs(rawQuery)
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]): [string, string] => [escapeRfc3986(name), escapeRfc3986(value)])
    .toSorted(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What was signed, as AWS's Signature Version 4 writes it down; `signedHeaders` are lower case and sorted. */
export function canonicalRequest(request: RawRequest, headers: ReadonlyMap<string, readonly string[]>, signedHeaders: readonly string[], payloadHash: string, s3: boolean): string {
  const { rawPath, rawQuery } = splitUrl(request.url);
  const lines = signedHeaders.map(name => `${name}:${(headers.get(name) ?? []).map(value => value.trim().replaceAll(/\s+/g, ' ')).join(',')}\n`);
  return [request.method, canonicalPath(rawPath, s3), canonicalQuery(rawQuery), lines.join(''), signedHeaders.join(';'), payloadHash].join('\n');
}

export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
