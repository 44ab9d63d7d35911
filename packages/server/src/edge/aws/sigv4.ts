import { createHmac, timingSafeEqual } from 'node:crypto';
import { MINUTE_MS, SECOND_MS } from '@carillon/kernel/clock.js';
import { canonicalRequest, headerValues, queryPairs, sha256Hex, splitUrl, type RawRequest } from './canonical-request.js';
import { AwsRefusal } from './refusals.js';

/**
 * Signature Version 4 (AWS Signature Version 4 for API requests): by header and by presigned query. What was signed is
 * put together again from the request as it came, and compared in constant time.
 */
const ALGORITHM = 'AWS4-HMAC-SHA256';
const PRESIGNED_SECONDS_MAX = 7 * 24 * 60 * 60;
const SIGNED_HEADERS_MAX = 100;
const KEYS_MAX = 1_000;
export const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD';

export interface Scope {
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

/** What a request says about its signature, not yet believed. */
export interface SignatureClaim {
  readonly accessKeyId: string;
  readonly sessionToken: string | undefined;
  readonly scope: Scope;
  /** `20260131T120000Z` */
  readonly amzDate: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** Of the body as its sender states it; undefined when it must be computed. */
  readonly statedPayloadHash: string | undefined;
  readonly headers: ReadonlyMap<string, readonly string[]>;
}

export interface SignatureRules {
  /** `chime` also for the Chime SDK's services. */
  readonly service: string;
  readonly nowMs: number;
  readonly skewMs: number;
}

/** Reads the claim and checks all of it that needs no secret: form, scope, time. */
export function readSignature(request: RawRequest, rules: SignatureRules): SignatureClaim {
  const headers = headerValues(request.rawHeaders);
  const query = queryPairs(splitUrl(request.url).rawQuery);
  const authorization = headers.get('authorization') ?? [];
  const presigned = query.some(([name]) => name === 'X-Amz-Signature' || name === 'X-Amz-Algorithm');
  if (authorization.length + (presigned ? 1 : 0) > 1) throw new AwsRefusal('incomplete', 'The request carries more than one signature.');
  if (authorization.length === 0 && !presigned) throw new AwsRefusal('missing', 'Missing Authentication Token');
  const claim = presigned ? readPresigned(query, headers) : readHeader(authorization[0]!, headers);
  checkScope(claim, rules);
  checkSignedHeaders(claim);
  if (presigned) checkPresignedTime(claim.amzDate, query, rules);
  else checkTime(claim.amzDate, rules);
  return claim;
}

function readHeader(authorization: string, headers: ReadonlyMap<string, readonly string[]>): SignatureClaim {
  if (!authorization.startsWith(`${ALGORITHM} `)) throw new AwsRefusal('incomplete', `Authorization must begin with ${ALGORITHM}.`);
  const parts = new Map<string, string>();
  for (const part of authorization.slice(ALGORITHM.length + 1).split(',')) {
    const at = part.indexOf('=');
    const name = part.slice(0, Math.max(at, 0)).trim();
    if (at < 0 || parts.has(name)) throw new AwsRefusal('incomplete', 'The Authorization header cannot be read.');
    parts.set(name, part.slice(at + 1).trim());
  }
  const amzDate = single(headers, 'x-amz-date') ?? basicDate(single(headers, 'date'));
  if (amzDate === undefined) throw new AwsRefusal('incomplete', "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  const hash = single(headers, 'x-amz-content-sha256');
  return build({ credential: parts.get('Credential'), signedHeaders: parts.get('SignedHeaders'), signature: parts.get('Signature'), amzDate, sessionToken: single(headers, 'x-amz-security-token'), hash, headers });
}

function readPresigned(query: readonly (readonly [string, string])[], headers: ReadonlyMap<string, readonly string[]>): SignatureClaim {
  const seen = new Map<string, string>();
  for (const [name, value] of query) {
    if (!name.startsWith('X-Amz-')) continue;
    if (seen.has(name)) throw new AwsRefusal('incomplete', `The query parameter ${name} stands there twice.`);
    seen.set(name, value);
  }
  if (seen.get('X-Amz-Algorithm') !== ALGORITHM) throw new AwsRefusal('incomplete', `X-Amz-Algorithm must be ${ALGORITHM}.`);
  return build({
    credential: seen.get('X-Amz-Credential'), signedHeaders: seen.get('X-Amz-SignedHeaders'), signature: seen.get('X-Amz-Signature'), amzDate: seen.get('X-Amz-Date'),
    sessionToken: seen.get('X-Amz-Security-Token'), hash: seen.get('X-Amz-Content-Sha256') ?? single(headers, 'x-amz-content-sha256'), headers,
  });
}

function build(parts: {
  credential: string | undefined; signedHeaders: string | undefined; signature: string | undefined; amzDate: string | undefined; sessionToken: string | undefined; hash: string | undefined;
  headers: ReadonlyMap<string, readonly string[]>;
}): SignatureClaim {
  const { credential, signedHeaders, signature, amzDate } = parts;
  if (!credential || !signedHeaders || !signature || !amzDate) throw new AwsRefusal('incomplete', 'The signature needs a Credential, SignedHeaders, a Signature and a date.');
  const [accessKeyId = '', date = '', region = '', service = '', end = '', ...more] = credential.split('/');
  if (!/^[A-Za-z0-9]{16,128}$/.test(accessKeyId) || end !== 'aws4_request' || more.length > 0) throw new AwsRefusal('incomplete', 'Credential must have the form <key id>/<date>/<region>/<service>/aws4_request.');
  if (!/^\d{8}$/.test(date) || !/^[a-z0-9-]{1,64}$/.test(region)) throw new AwsRefusal('incomplete', 'Credential has no date or no region.');
  if (!/^[0-9a-f]{64}$/.test(signature)) throw new AwsRefusal('mismatch', MISMATCH);
  if (!/^\d{8}T\d{6}Z$/.test(amzDate)) throw new AwsRefusal('incomplete', 'The date must have the form 20260131T120000Z.');
  return { accessKeyId, sessionToken: parts.sessionToken, scope: { date, region, service }, amzDate, signedHeaders: signedHeaders.split(';'), signature, statedPayloadHash: parts.hash, headers: parts.headers };
}

function single(headers: ReadonlyMap<string, readonly string[]>, name: string): string | undefined {
  const values = headers.get(name);
  if (values !== undefined && values.length > 1) throw new AwsRefusal('incomplete', `The header ${name} stands there twice.`);
  return values?.[0]?.trim();
}

function basicDate(httpDate: string | undefined): string | undefined {
  if (httpDate === undefined || Number.isNaN(Date.parse(httpDate))) return undefined;
  return formatAmzDate(Date.parse(httpDate));
}

/** `20260131T120000Z` */
export function formatAmzDate(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

export function parseAmzDate(text: string): number {
  return Date.parse(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}T${text.slice(9, 11)}:${text.slice(11, 13)}:${text.slice(13, 15)}Z`);
}

const MISMATCH = 'The request signature that was calculated does not match the signature that you sent. Check the secret access key and the signing method.';

function checkScope({ scope, amzDate }: SignatureClaim, { service }: SignatureRules): void {
  if (scope.service !== service) throw new AwsRefusal('mismatch', `Credential should be scoped to correct service: '${service}'.`);
  if (!amzDate.startsWith(scope.date)) throw new AwsRefusal('mismatch', `Date in Credential scope does not match the request's date: '${scope.date}' != '${amzDate.slice(0, 8)}'.`);
}

function checkSignedHeaders({ signedHeaders, headers }: SignatureClaim): void {
  const sorted = signedHeaders.every((name, i) => name !== '' && name === name.toLowerCase() && (i === 0 || signedHeaders[i - 1]! < name));
  if (!sorted || signedHeaders.length > SIGNED_HEADERS_MAX) throw new AwsRefusal('incomplete', 'SignedHeaders must be lower-case names in order.');
  if (!signedHeaders.includes('host')) throw new AwsRefusal('mismatch', "'Host' must be a signed header.");
  const signed = new Set(signedHeaders);
  for (const name of headers.keys()) {
    // These two say of the body what its hash says, or nothing of weight.
    if (name.startsWith('x-amz-') && !signed.has(name) && name !== 'x-amz-content-sha256' && name !== 'x-amz-user-agent') throw new AwsRefusal('mismatch', `The header '${name}' must be signed.`);
  }
}

function checkTime(amzDate: string, { nowMs, skewMs }: SignatureRules): void {
  const at = parseAmzDate(amzDate);
  const minutes = skewMs / MINUTE_MS;
  if (Number.isNaN(at)) throw new AwsRefusal('incomplete', 'The date is none.');
  if (at < nowMs - skewMs) throw new AwsRefusal('skewed', `Signature expired: ${amzDate} is now earlier than ${formatAmzDate(nowMs - skewMs)} (${formatAmzDate(nowMs)} - ${minutes} min.)`);
  if (at > nowMs + skewMs) throw new AwsRefusal('skewed', `Signature not yet current: ${amzDate} is still later than ${formatAmzDate(nowMs + skewMs)} (${formatAmzDate(nowMs)} + ${minutes} min.)`);
}

function checkPresignedTime(amzDate: string, query: readonly (readonly [string, string])[], rules: SignatureRules): void {
  const text = query.find(([name]) => name === 'X-Amz-Expires')?.[1] ?? '';
  const seconds = Number(text);
  if (!/^\d{1,6}$/.test(text) || seconds < 1 || seconds > PRESIGNED_SECONDS_MAX) throw new AwsRefusal('incomplete', `X-Amz-Expires must be from 1 to ${PRESIGNED_SECONDS_MAX} seconds.`);
  const at = parseAmzDate(amzDate);
  if (Number.isNaN(at)) throw new AwsRefusal('incomplete', 'The date is none.');
  if (at > rules.nowMs + rules.skewMs) throw new AwsRefusal('expired-address', `Request is not yet valid: ${amzDate} is still later than ${formatAmzDate(rules.nowMs)}.`);
  if (rules.nowMs > at + seconds * SECOND_MS) throw new AwsRefusal('expired-address', `Request has expired: the address was good until ${formatAmzDate(at + seconds * SECOND_MS)}.`);
}

const keys = new Map<string, Buffer>();

/** The key of one day, region and service; the thousand used last are kept. */
export function signingKey(secret: string, { date, region, service }: Scope): Buffer {
  const name = `${secret}/${date}/${region}/${service}`;
  const known = keys.get(name);
  if (known) {
    keys.delete(name);
    keys.set(name, known);
    return known;
  }
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>((parent, part) => createHmac('sha256', parent).update(part).digest(), `AWS4${secret}`) as Buffer;
  keys.set(name, key);
  if (keys.size > KEYS_MAX) keys.delete(keys.keys().next().value!);
  return key;
}

/** Hex of HMAC-SHA256 over the string to sign. */
export function signatureOf(secret: string, scope: Scope, amzDate: string, canonical: string): string {
  const toSign = [ALGORITHM, amzDate, `${scope.date}/${scope.region}/${scope.service}/aws4_request`, sha256Hex(canonical)].join('\n');
  return signText(secret, scope, toSign);
}

/** Throws unless the claim was signed with this secret. `payloadHash` is what stands in the canonical request's last line. */
export function checkSignature(request: RawRequest, claim: SignatureClaim, secret: string, payloadHash: string): void {
  const canonical = canonicalRequest(request, claim.headers, claim.signedHeaders, payloadHash, claim.scope.service === 's3');
  const expected = signatureOf(secret, claim.scope, claim.amzDate, canonical);
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(claim.signature))) throw new AwsRefusal('mismatch', MISMATCH);
}

/** Hex of HMAC-SHA256 over a text with a scope's key: chunks of S3's bodies are signed so. */
export function signText(secret: string, scope: Scope, text: string): string {
  return createHmac('sha256', signingKey(secret, scope)).update(text).digest('hex');
}

/** The hash of a whole body; refuses one that is stated otherwise, and unsigned bodies, which S3 alone allows. */
export function checkPayload(claim: SignatureClaim, body: Uint8Array): string {
  const hash = sha256Hex(body);
  if (claim.statedPayloadHash !== undefined && claim.statedPayloadHash !== hash) throw new AwsRefusal('mismatch', MISMATCH);
  return hash;
}
