import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { SignatureV4 } from '@smithy/signature-v4';
import type { RawRequest } from './canonical-request.js';
import { AwsRefusal } from './refusals.js';
import { checkPayload, checkSignature, readSignature, UNSIGNED_PAYLOAD } from './sigv4.js';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const KEY_ID = 'AKIAIOSFODNN7EXAMPLE';

/** The SDK's signer asks for a hash with these methods. */
class Sha256 {
  #hash;
  constructor(secret?: string | Uint8Array) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
  }
  update(data: string | Uint8Array) {
    this.#hash.update(data);
  }
  async digest() {
    return new Uint8Array(this.#hash.digest());
  }
}

interface Parts {
  method?: string;
  path?: string;
  query?: Record<string, string | string[]>;
  headers?: Record<string, string>;
  body?: string;
  sessionToken?: string;
  service?: string;
}

async function sign(parts: Parts, at = NOW): Promise<RawRequest & { body: string }> {
  const { request, signer } = prepare(parts);
  const signed = await signer.sign(request, { signingDate: new Date(at) });
  return asSent(signed as never, parts.body ?? '');
}

async function presign(parts: Parts, expiresIn = 300, at = NOW): Promise<RawRequest & { body: string }> {
  const { request, signer } = prepare(parts);
  const signed = await signer.presign(request, { signingDate: new Date(at), expiresIn });
  return asSent(signed as never, parts.body ?? '');
}

function prepare({ method = 'POST', path = '/', query = {}, headers = {}, body = '', sessionToken, service = 'chime' }: Parts) {
  const credentials = { accessKeyId: KEY_ID, secretAccessKey: SECRET, ...(sessionToken !== undefined && { sessionToken }) };
  const signer = new SignatureV4({ credentials, region: 'us-east-1', service, sha256: Sha256 as never, uriEscapePath: service !== 's3' });
  const request = { method, protocol: 'http:', hostname: 'localhost', path, query, headers: { host: 'localhost:8080', ...headers }, body, fragment: undefined };
  return { request: request as never, signer };
}

function asSent(signed: { method: string; path: string; query?: Record<string, unknown>; headers: Record<string, string> }, body: string): RawRequest & { body: string } {
  const escape = (text: string) => encodeURIComponent(text).replaceAll(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const query = Object.entries(signed.query ?? {}).flatMap(([name, value]) => [value].flat().map(one => `${escape(name)}=${escape(String(one))}`)).join('&');
  return { method: signed.method, url: `${signed.path}${query ? `?${query}` : ''}`, rawHeaders: Object.entries(signed.headers).flat(), body };
}

function verify(request: RawRequest & { body: string }, more: { nowMs?: number; service?: string; secret?: string; skewMs?: number } = {}) {
  const claim = readSignature(request, { service: more.service ?? 'chime', nowMs: more.nowMs ?? NOW, skewMs: more.skewMs ?? 300_000 });
  checkSignature(request, claim, more.secret ?? SECRET, checkPayload(claim, Buffer.from(request.body)));
  return claim;
}

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof AwsRefusal) return error.kind;
    throw error;
  }
  return 'accepted';
}

const withHeader = (request: RawRequest & { body: string }, name: string, value: string | undefined) => {
  const rawHeaders: string[] = [];
  for (let i = 0; i < request.rawHeaders.length; i += 2) if (request.rawHeaders[i]!.toLowerCase() !== name) rawHeaders.push(request.rawHeaders[i]!, request.rawHeaders[i + 1]!);
  return { ...request, rawHeaders: value === undefined ? rawHeaders : [...rawHeaders, name, value] };
};

const PATHS = ['/', '/accounts', '/accounts//users', '/a%2Fb/c', '/a%20b', '/caff%C3%A8/%E6%97%A5', '/x/./y/../z/', '/~tilde-_.', '/%2B12065550100', '/%252B1', "/it's(!)*", '/a:b@c;d=e,f'];
const QUERIES: Record<string, string | string[]>[] = [{}, { operation: 'create' }, { name: 'A & B + C=D', empty: '' }, { b: ['2', '1', '10'], a: 'é~*' }];

test('IAM-02 what the SDK’s own signer signs is accepted: awkward paths, queries, bodies and session tokens, by header and by address', async () => {
  let count = 0;
  for (const path of PATHS) {
    for (const query of QUERIES) {
      for (const [body, sessionToken] of [['', undefined], ['{"Name":"è"}', undefined], ['{}', 'FwoGZXIvYXdzE/+=']] as const) {
        const parts = { path, query, body, ...(sessionToken !== undefined && { sessionToken }), headers: { 'content-type': 'application/json', 'x-amz-meta': '  two   spaces ' } };
        const signed = verify(await sign(parts));
        expect(signed.sessionToken).toBe(sessionToken);
        expect(verify(await presign(parts)).sessionToken).toBe(sessionToken);
        count += 2;
      }
    }
  }
  expect(count).toBe(288);
});

test('IAM-02 the same for services whose operation stands in a form, or presigned in the address', async () => {
  const forms: Record<string, string>[] = [{ Action: 'GetCallerIdentity', Version: '2011-06-15' }, { Action: 'CreateUser', Version: '2010-05-08', UserName: 'ann+b@c.d', Path: '/a b/é/' }, { Action: 'PutUserPolicy', PolicyDocument: '{"Statement":[{"Action":"*"}]}', 'Tags.member.1.Key': "it's(!)*~" }];
  for (const service of ['iam', 'sts']) {
    for (const form of forms) {
      const body = new URLSearchParams(form).toString();
      const posted = await sign({ path: `/aws/${service}/`, service, body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
      expect(verify(posted, { service }).scope.service).toBe(service);
      expect(refusal(() => verify({ ...posted, body: `${body}&More=1` }, { service }))).toBe('mismatch');
      const presigned = await presign({ method: 'GET', path: `/aws/${service}/`, service, query: form });
      expect(verify(presigned, { service }).scope.service).toBe(service);
      expect(refusal(() => verify({ ...presigned, url: presigned.url.replace(`Action=${form['Action']}`, 'Action=DeleteUser') }, { service }))).toBe('mismatch');
    }
  }
});

test('a changed body, path, method, query, header, key or service is refused', async () => {
  const signed = await sign({ path: '/accounts', query: { name: 'a' }, body: '{"Name":"x"}', headers: { 'x-amz-meta': 'v' } });
  for (const changed of [
    { ...signed, body: '{"Name":"y"}' }, { ...signed, url: '/accounts2?name=a' }, { ...signed, url: '/accounts?name=b' }, { ...signed, url: '/accounts?name=a&x=1' }, { ...signed, method: 'PUT' },
    withHeader(signed, 'x-amz-meta', 'w'), withHeader(signed, 'host', 'evil.example'), withHeader(signed, 'x-amz-security-token', 'token'), withHeader(signed, 'x-amz-target', 'Other.Thing'),
  ]) expect(refusal(() => verify(changed))).toBe('mismatch');
  expect(refusal(() => verify(signed, { secret: `${SECRET}x` }))).toBe('mismatch');
  expect(refusal(() => verify(signed, { service: 'iam' }))).toBe('mismatch');
  expect(refusal(() => verify(signed))).toBe('accepted');
});

test('five minutes of clock skew pass either way, six do not, and a replay within them is what it was', async () => {
  const signed = await sign({ path: '/accounts' });
  for (const minutes of [-5, 0, 5]) expect(refusal(() => verify(signed, { nowMs: NOW + minutes * 60_000 }))).toBe('accepted');
  for (const minutes of [-6, 6]) expect(refusal(() => verify(signed, { nowMs: NOW + minutes * 60_000 }))).toBe('skewed');
  expect(refusal(() => verify(signed, { nowMs: NOW + 14 * 60_000, skewMs: 15 * 60_000 }))).toBe('accepted');
});

test('the order and the case of headers do not matter', async () => {
  const signed = await sign({ path: '/accounts', headers: { 'x-amz-meta': 'v', 'content-type': 'application/json' } });
  const pairs: [string, string][] = [];
  for (let i = 0; i < signed.rawHeaders.length; i += 2) pairs.push([signed.rawHeaders[i]!.toUpperCase(), signed.rawHeaders[i + 1]!]);
  expect(refusal(() => verify({ ...signed, rawHeaders: pairs.toReversed().flat() }))).toBe('accepted');
});

test('a presigned address ends when it says, lives seven days at most, and takes no key twice', async () => {
  const signed = await presign({ method: 'GET', path: '/accounts' }, 600);
  expect(refusal(() => verify(signed, { nowMs: NOW + 599_000 }))).toBe('accepted');
  expect(refusal(() => verify(signed, { nowMs: NOW + 601_000 }))).toBe('expired-address');
  for (const seconds of ['0', '-1', '604801', '1e3', '']) expect(refusal(() => verify({ ...signed, url: signed.url.replace('X-Amz-Expires=600', `X-Amz-Expires=${seconds}`) }))).toBe('incomplete');
  expect(refusal(() => verify({ ...signed, url: `${signed.url}&X-Amz-Date=20261124T120000Z` }))).toBe('incomplete');
});

test('an unsigned body, a chunked signature and a stated hash that is not the body’s are refused outside S3', async () => {
  for (const hash of [UNSIGNED_PAYLOAD, 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD', 'STREAMING-UNSIGNED-PAYLOAD-TRAILER', createHash('sha256').update('other').digest('hex')]) {
    expect(refusal(() => verify(Object.assign({}, signedWith)))).toBe('accepted');
    const signed = await sign({ path: '/accounts', body: 'x', headers: { 'x-amz-content-sha256': hash } });
    expect(refusal(() => verify(signed))).toBe('mismatch');
  }
});
const signedWith = await sign({ path: '/accounts', body: 'x' });

test('what is no signature is told apart from a wrong one, and nothing throws otherwise', async () => {
  const signed = await sign({ path: '/accounts' });
  const authorization = signed.rawHeaders[signed.rawHeaders.findIndex(name => name.toLowerCase() === 'authorization') + 1]!;
  const cases: [string | undefined, string][] = [
    [undefined, 'missing'], ['AWS4-HMAC-SHA256', 'incomplete'], ['AWS4-HMAC-SHA256 Credential=a', 'incomplete'], ['AWS4-ECDSA-P256-SHA256 Credential=a', 'incomplete'],
    [authorization.replace(KEY_ID, 'short'), 'incomplete'], [authorization.replace('/aws4_request', '/aws4_request/x'), 'incomplete'], [authorization.replace('/20261124/', '/2026/'), 'incomplete'],
    [authorization.replace('/20261124/', '/20261123/'), 'mismatch'], [authorization.replace(/Signature=../, 'Signature=zz'), 'mismatch'], [authorization.replace('host;', ''), 'mismatch'],
    [authorization.replace('SignedHeaders=', 'SignedHeaders=zzz;'), 'incomplete'], [`${authorization}, Signature=${'0'.repeat(64)}`, 'incomplete'],
  ];
  for (const [value, kind] of cases) expect([value, refusal(() => verify(withHeader(signed, 'authorization', value)))]).toEqual([value, kind]);
  expect(refusal(() => verify({ ...signed, rawHeaders: [...signed.rawHeaders, 'Authorization', authorization] }))).toBe('incomplete');
  expect(refusal(() => verify({ ...signed, url: '/accounts?X-Amz-Signature=1' }))).toBe('incomplete');
  expect(refusal(() => verify({ ...signed, rawHeaders: [...signed.rawHeaders, 'x-amz-date', '20261124T120000Z'] }))).toBe('incomplete');
});
