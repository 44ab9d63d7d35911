import { badRequest } from '@carillon/kernel/errors.js';
import { METADATA_BYTES_MAX, type Checksum, type ObjectRow } from '../../../buckets/model.js';
import type { Described } from '../../../buckets/aws.js';
import type { HeaderReader } from './payload.js';
import { readMetadata, type S3Request } from './s3-request.js';

/** Kept and given back as they came. */
const KEPT = ['cache-control', 'content-disposition', 'content-encoding', 'content-language', 'expires'] as const;
const CONTENT_TYPE_DEFAULT = 'binary/octet-stream';
/** The owner has full control, and nobody else any; these say so. */
const ACLS = new Set(['private', 'bucket-owner-full-control', 'bucket-owner-read']);
/** What a reader may ask to be told instead. */
const OVERRIDES: Readonly<Record<string, string>> = {
  'response-content-type': 'content-type', 'response-content-language': 'content-language', 'response-expires': 'expires', 'response-cache-control': 'cache-control',
  'response-content-disposition': 'content-disposition', 'response-content-encoding': 'content-encoding',
};
const NOT_THERE = [
  'x-amz-server-side-encryption', 'x-amz-server-side-encryption-customer-algorithm', 'x-amz-object-lock-mode', 'x-amz-object-lock-retain-until-date', 'x-amz-object-lock-legal-hold',
  'x-amz-website-redirect-location', 'x-amz-tagging', 'x-amz-grant-full-control', 'x-amz-grant-read', 'x-amz-grant-write', 'x-amz-grant-read-acp', 'x-amz-grant-write-acp', 'x-amz-write-offset-bytes',
];

/** What a writer says of an object. NotImplemented for encryption, locks, tags and grants. */
export function readDescription({ header, body, query }: S3Request): Described {
  const refused = NOT_THERE.find(name => (header(name) ?? '') !== '');
  if (refused !== undefined) throw badRequest(`A header you provided implies functionality that is not implemented: ${refused}`, 'NotImplemented');
  if (!['', 'STANDARD'].includes(header('x-amz-storage-class') ?? '')) throw badRequest('The storage class you specified is not valid', 'InvalidStorageClass');
  const Acl = readAcl(header);
  const Metadata = readMetadata(body.request, query);
  if (Object.entries(Metadata).reduce((bytes, [name, value]) => bytes + Buffer.byteLength(name) + Buffer.byteLength(value), 0) > METADATA_BYTES_MAX) throw badRequest('Your metadata headers exceed the maximum allowed metadata size', 'MetadataTooLarge');
  const Headers: Record<string, string> = {};
  for (const name of KEPT) {
    const value = name === 'content-encoding' ? header(name)?.split(',').map(one => one.trim()).filter(one => one !== 'aws-chunked' && one !== '').join(',') : header(name);
    if (value !== undefined && value !== '') Headers[name] = value;
  }
  const ContentType = header('content-type') ?? '';
  for (const value of [ContentType, ...Object.values(Headers), ...Object.values(Metadata)]) checkHeaderValue(value);
  return { ContentType: ContentType === '' ? CONTENT_TYPE_DEFAULT : ContentType, Metadata, Headers, ...(Acl !== undefined && { Acl }) };
}

/** The canned access list of a request, if any. */
export function readAcl(header: HeaderReader): string | undefined {
  const acl = header('x-amz-acl');
  if (acl !== undefined && !ACLS.has(acl)) throw badRequest('The bucket does not allow ACLs', 'AccessControlListNotSupported');
  return acl;
}

function checkHeaderValue(value: string): void {
  // Tab apart, control characters end a header or begin another one.
  if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(value)) throw badRequest('A header has characters that cannot be sent back.', 'InvalidArgument');
}

/**
 * The headers of an object's answer. A browser that opens an address of it saves it or shows it in a sandbox without scripts:
 * it comes from the app's own origin and must not act there.
 */
export function presentObject(object: ObjectRow, { header, query }: S3Request, range: { start: number; end: number } | undefined): Record<string, string> {
  const overrides: Record<string, string> = {};
  for (const [parameter, name] of Object.entries(OVERRIDES)) {
    const value = query.get(parameter);
    if (value === undefined) continue;
    checkHeaderValue(value);
    overrides[name] = inLatin1(value);
  }
  const metadata = Object.entries(object.metadata).filter(([name]) => /^[\w!#$%&'*+.^`|~-]+$/.test(name)).map(([name, value]) => [`x-amz-meta-${name}`, inLatin1(value)]);
  const kept = Object.entries(object.headers).map(([name, value]) => [name, inLatin1(value)]);
  const wantsChecksum = header('x-amz-checksum-mode')?.toUpperCase() === 'ENABLED' && range === undefined;
  return {
    'content-disposition': 'attachment', ...Object.fromEntries([...metadata, ...kept]) as Record<string, string>, 'content-type': inLatin1(object.contentType), ...overrides,
    'etag': `"${object.etag}"`, 'last-modified': object.writtenAt.toUTCString(), 'accept-ranges': 'bytes', 'content-length': String(range ? range.end - range.start + 1 : object.bytes),
    ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${object.bytes}` }), ...(wantsChecksum && presentChecksum(object.checksum)),
    'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff',
  };
}

/** `x-amz-checksum-crc32` and its type. */
export function presentChecksum(checksum: Checksum | null): Record<string, string> {
  return checksum ? { [`x-amz-checksum-${checksum.algorithm.toLowerCase()}`]: checksum.value, 'x-amz-checksum-type': checksum.type } : {};
}

/** Node writes headers as latin1: what came in as UTF-8 goes out so. */
function inLatin1(value: string): string {
  return Buffer.from(value, 'utf8').toString('latin1');
}
