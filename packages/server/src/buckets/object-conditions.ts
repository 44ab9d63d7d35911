import { ApiError, badRequest } from '@carillon/kernel/errors.js';
import type { ObjectRow } from './model.js';

/** Headers with which a reader says what it knows already (RFC 9110, section 13.1). */
export interface ReadConditions {
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
  readonly ifModifiedSince?: string | undefined;
  readonly ifUnmodifiedSince?: string | undefined;
}

/** Whether to send the object or to say that it has not changed; PreconditionFailed where it is not the expected one. */
export function checkConditions(object: Pick<ObjectRow, 'etag' | 'writtenAt'>, asked: ReadConditions): 'send' | 'not-modified' {
  const modifiedMs = Math.floor(object.writtenAt.getTime() / 1000) * 1000;
  const unmodifiedSince = Date.parse(asked.ifUnmodifiedSince ?? '');
  const failed = asked.ifMatch !== undefined ? !fitsEtag(asked.ifMatch, object.etag) : modifiedMs > unmodifiedSince;
  if (failed) throw badRequest('At least one of the pre-conditions you specified did not hold', 'PreconditionFailed');
  const known = asked.ifNoneMatch !== undefined ? fitsEtag(asked.ifNoneMatch, object.etag) : modifiedMs <= Date.parse(asked.ifModifiedSince ?? '');
  return known ? 'not-modified' : 'send';
}

/** `*`, or one of the tags, quoted or not, weak or not. */
export function fitsEtag(header: string, etag: string): boolean {
  return header.trim() === '*' || header.split(',').some(one => one.trim().replace(/^W\//, '').replaceAll('"', '') === etag);
}

/**
 * The bytes that a `Range` header asks for, inclusive. Undefined means all of them: without the header, and for one that says
 * something else or more than one range (RFC 9110, section 14.2). InvalidRange where there are no such bytes.
 */
export function readRange(header: string | undefined, bytes: number): { start: number; end: number } | undefined {
  const match = /^\s*bytes\s*=\s*(\d{0,19})\s*-\s*(\d{0,19})\s*$/i.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const [first, last] = [match[1] === '' ? undefined : Number(match[1]), match[2] === '' ? undefined : Number(match[2])];
  if (first !== undefined && last !== undefined && last < first) return undefined;
  const start = first ?? Math.max(bytes - last!, 0);
  const end = first === undefined ? bytes - 1 : Math.min(last ?? bytes - 1, bytes - 1);
  if (start > end) throw new ApiError('BadRequest', 'The requested range is not satisfiable', { reason: 'InvalidRange' });
  return { start, end };
}
