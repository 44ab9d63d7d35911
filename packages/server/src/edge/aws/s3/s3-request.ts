import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { badRequest } from '@carillon/kernel/errors.js';
import { checkKey } from '../../../buckets/access.js';
import { checkBucketName } from '../../../buckets/bucket-name.js';
import type { Ctx } from '../../../ctx.js';
import type { Operation } from '../../../operation.js';
import { headerValues, queryPairs, splitUrl } from '../canonical-request.js';
import type { Body, HeaderReader } from './payload.js';

/** A request of S3, taken apart: path style alone, `/aws/s3/<bucket>/<key>`. */
export interface S3Request extends Address {
  readonly method: string;
  readonly header: HeaderReader;
  readonly body: Body;
  readonly ctx: Ctx;
  /** Decides, runs and records an operation. */
  perform<T>(operation: Operation, decode: () => unknown): Promise<T>;
}

export interface S3Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly xml?: string;
  readonly text?: string;
  /** Sent as it is; destroyed when the client goes. */
  readonly stream?: Readable;
}

export interface Address {
  /** Empty for the service itself. */
  readonly bucket: string;
  /** Empty for the bucket itself; as the client means it, in whatever characters. */
  readonly key: string;
  readonly query: ReadonlyMap<string, string>;
}

/** Bucket, key and parameters of an address below `root`. Nothing in a key is resolved: `..` and `//` are parts of its name. */
export function readAddress(url: string, root: string): Address {
  const { rawPath, rawQuery } = splitUrl(url);
  const path = rawPath.slice(root.length).replace(/^\//, '');
  const at = path.indexOf('/');
  const [bucket, key] = at < 0 ? [path, ''] : [path.slice(0, at), path.slice(at + 1)];
  const query = new Map<string, string>();
  for (const [name, value] of queryPairs(rawQuery)) {
    if (query.has(name)) throw badRequest(`The parameter ${name.slice(0, 60)} stands there twice.`, 'InvalidArgument');
    // A plus sign in a query may be meant as a space by nobody who signs it.
    query.set(name, value);
  }
  return { bucket: decodePath(bucket), key: decodePath(key), query };
}

function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone per cent sign, or bytes that are no UTF-8.
    throw badRequest('Couldn’t parse the specified URI.', 'InvalidURI');
  }
}

/** Headers by name, single ones; of a presigned address the `x-amz-…` parameters count as headers, because they are signed. */
export function createHeaderReader(request: IncomingMessage, query: ReadonlyMap<string, string>): HeaderReader {
  const headers = headerValues(request.rawHeaders);
  const hoisted = new Map([...query].filter(([name]) => /^x-amz-/i.test(name) && !name.startsWith('X-Amz-')).map(([name, value]) => [name.toLowerCase(), value]));
  return name => {
    const values = headers.get(name);
    if (values !== undefined && values.length > 1) throw badRequest(`The header ${name} stands there twice.`, 'InvalidArgument');
    return values?.[0]?.trim() ?? hoisted.get(name);
  };
}

/** Every `x-amz-meta-` header and hoisted parameter, by the rest of its name. */
export function readMetadata(request: IncomingMessage, query: ReadonlyMap<string, string>): Record<string, string> {
  const pairs = [...[...headerValues(request.rawHeaders)].map(([name, values]): [string, string] => [name, values.map(value => value.trim()).join(',')]), ...query];
  return Object.fromEntries(pairs.filter(([name]) => /^x-amz-meta-./i.test(name)).map(([name, value]) => [name.slice('x-amz-meta-'.length).toLowerCase(), value]));
}

/** The bucket that a request names. */
export function bucketOf({ bucket }: Address): { BucketName: string } {
  checkBucketName(bucket);
  return { BucketName: bucket };
}

export function objectOf(address: Address): { BucketName: string; Key: string } {
  checkKey(address.key);
  return { ...bucketOf(address), Key: address.key };
}

/** A count in the query: from 0 to `max`, which is also what larger ones mean. */
export function countOf({ query }: Address, name: string, max: number): number {
  const text = query.get(name);
  if (text === undefined || text === '') return max;
  if (!/^\d{1,10}$/.test(text)) throw badRequest(`Provided ${name} not an integer or within integer range`, 'InvalidArgument');
  return Math.min(Number(text), max);
}

/** A text in the query that is compared with keys. */
export function textOf({ query }: Address, name: string): string {
  const text = query.get(name) ?? '';
  if (text.includes('\0') || Buffer.byteLength(text) > 2_048) throw badRequest(`The parameter ${name} cannot be used.`, 'InvalidArgument');
  return text;
}

export function isPresigned(query: ReadonlyMap<string, string>): boolean {
  return query.has('X-Amz-Signature') || query.has('X-Amz-Algorithm');
}

