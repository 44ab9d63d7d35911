import { createHash } from 'node:crypto';
import { readdirSync, readlinkSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import * as s3 from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientConfig, createAdministratorKey, type AwsCredentials } from '@carillon/testkit/aws.js';
import { createWorld, setUpOwner, type World } from '@carillon/testkit/world.js';
import { insertUser } from '../../../iam/entity-store.js';
import { makeKey } from '../../../iam/credentials.js';
import { issueCredentials } from '../../../iam/session-token.js';
import { createCtx, inTransaction } from '../../../platform/create-ctx.js';
import { canonicalRequest, sha256Hex } from '../canonical-request.js';
import { formatAmzDate, signatureOf, signText } from '../sigv4.js';

/** Requests that no SDK makes, signed by hand and sent byte by byte. */
let world: World;
let admin: AwsCredentials & { ownerAccountId: string };

beforeAll(async () => {
  world = await createWorld();
  await setUpOwner(world);
  admin = await createAdministratorKey(world);
  await client().send(new s3.CreateBucketCommand({ Bucket: 'bucket' }));
  await client().send(new s3.PutObjectCommand({ Bucket: 'bucket', Key: 'there', Body: 'there' }));
});
afterAll(() => world.stop());

const client = () => new s3.S3Client({ ...clientConfig(world, admin, 's3'), forcePathStyle: true });

interface Sent {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  /** Stated in `x-amz-content-sha256`; undefined leaves the header out. */
  hash?: string | undefined;
  /** Makes the body out of what signs chunks. */
  body?: string | Buffer | ((sign: (kind: 'PAYLOAD' | 'TRAILER', before: string, hashes: string) => string, seed: string) => string);
  key?: AwsCredentials;
  /** How far the signer's clock is off, ms. */
  skewMs?: number;
  /** Ends the connection after the body, as soon as this has come to pass, instead of waiting for an answer. */
  cut?: () => Promise<void>;
}

/** The status and the code of the answer; whether the server asked to go on. */
async function send(sent: Sent): Promise<{ status: number; code: string; text: string; continued: boolean; headers: Record<string, unknown> }> {
  const { key = admin, method = 'PUT' } = sent;
  const amzDate = formatAmzDate(world.clock.now() + (sent.skewMs ?? 0));
  const scope = { date: amzDate.slice(0, 8), region: 'us-east-1', service: 's3' };
  const hash = 'hash' in sent ? sent.hash : 'UNSIGNED-PAYLOAD';
  const unsigned = sent.headers ?? {};
  const signed: Record<string, string> = {
    ...Object.fromEntries(Object.entries(unsigned).filter(([name]) => name.startsWith('x-amz-'))), 'host': new URL(world.url).host, 'x-amz-date': amzDate,
    ...(hash !== undefined && { 'x-amz-content-sha256': hash }), ...(key.sessionToken !== undefined && { 'x-amz-security-token': key.sessionToken }),
  };
  const names = Object.keys(signed).toSorted();
  const signature = signatureOf(key.secretAccessKey, scope, amzDate, canonicalRequest({ method, url: sent.path, rawHeaders: [] }, new Map(Object.entries(signed).map(([name, value]) => [name, [value]])), names, hash ?? sha256Hex(''), true));
  const sign = (kind: string, before: string, hashes: string) => signText(key.secretAccessKey, scope, `AWS4-HMAC-SHA256-${kind}\n${amzDate}\n${scope.date}/us-east-1/s3/aws4_request\n${before}\n${hashes}`);
  const body = typeof sent.body === 'function' ? sent.body(sign, signature) : (sent.body ?? '');
  const authorization = `AWS4-HMAC-SHA256 Credential=${key.accessKeyId}/${scope.date}/us-east-1/s3/aws4_request, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  const headers = { ...unsigned, ...signed, authorization, ...(unsigned['transfer-encoding'] === undefined && unsigned['content-length'] === undefined && { 'content-length': String(Buffer.byteLength(body)) }) };
  return new Promise((done, fail) => {
    const request = httpRequest({ port: new URL(world.url).port, host: '127.0.0.1', method, path: sent.path, headers, agent: false });
    let continued = false;
    request.on('continue', () => {
      continued = true;
      request.end(body);
    });
    request.once('error', error => (sent.cut ? done({ status: 0, code: 'cut', text: '', continued, headers: {} }) : fail(error)));
    request.once('response', response => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.once('end', () => {
        const text = Buffer.concat(pieces).toString();
        done({ status: response.statusCode!, code: /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? '', text, continued, headers: response.headers });
        request.destroy();
      });
    });
    if (unsigned['expect'] !== undefined) return request.flushHeaders();
    if (!sent.cut) return void request.end(body);
    request.write(body, () => void sent.cut!().then(() => request.destroy(), fail));
  });
}

function blobs(): string[] {
  return readdirSync(join(world.dataFolder, 'blobs', 'objects'), { recursive: true, withFileTypes: true }).filter(one => one.isFile()).map(one => one.name).toSorted();
}

async function createKeyOf(name: string): Promise<AwsCredentials> {
  const { system } = world.app;
  return system.tx(async tx => {
    const ctx = inTransaction(createCtx(system, { kind: 'system' }, ''), tx);
    await insertUser(ctx.sql, { id: `AIDA${name.toUpperCase()}`, ownerAccountId: admin.ownerAccountId, name, path: '/', boundaryArn: null, createdAt: ctx.now() });
    const key = await makeKey(ctx, admin.ownerAccountId, `AIDA${name.toUpperCase()}`);
    return { accessKeyId: key.id, secretAccessKey: key.secret };
  });
}

const streaming = (kind: string, decoded: number, more: Record<string, string> = {}) => ({ hash: `STREAMING-${kind}`, headers: { 'x-amz-decoded-content-length': String(decoded), 'content-encoding': 'aws-chunked', ...more } });
const crc = (text: string) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(text));
  return bytes.toString('base64');
};

test('bodies in signed and unsigned chunks are stored as what they hold, with the trailer’s checksum', async () => {
  const plain = await send({ path: '/aws/s3/bucket/c1', ...streaming('AWS4-HMAC-SHA256-PAYLOAD', 10), body: (sign, seed) => {
    const first = sign('PAYLOAD', seed, `${sha256Hex('')}\n${sha256Hex('01234')}`);
    const second = sign('PAYLOAD', first, `${sha256Hex('')}\n${sha256Hex('56789')}`);
    return `5;chunk-signature=${first}\r\n01234\r\n5;chunk-signature=${second}\r\n56789\r\n0;chunk-signature=${sign('PAYLOAD', second, `${sha256Hex('')}\n${sha256Hex('')}`)}\r\n\r\n`;
  } });
  const trailed = await send({ path: '/aws/s3/bucket/c2', ...streaming('AWS4-HMAC-SHA256-PAYLOAD-TRAILER', 5, { 'x-amz-trailer': 'x-amz-checksum-crc32' }), body: (sign, seed) => {
    const first = sign('PAYLOAD', seed, `${sha256Hex('')}\n${sha256Hex('01234')}`);
    const last = sign('PAYLOAD', first, `${sha256Hex('')}\n${sha256Hex('')}`);
    const trailer = `x-amz-checksum-crc32:${crc('01234')}`;
    return `5;chunk-signature=${first}\r\n01234\r\n0;chunk-signature=${last}\r\n${trailer}\r\nx-amz-trailer-signature:${sign('TRAILER', last, sha256Hex(`${trailer}\n`))}\r\n\r\n`;
  } });
  const unsigned = await send({ path: '/aws/s3/bucket/c3', ...streaming('UNSIGNED-PAYLOAD-TRAILER', 5, { 'x-amz-trailer': 'x-amz-checksum-crc32', 'content-encoding': 'aws-chunked, gzip' }), body: `5\r\n01234\r\n0\r\nx-amz-checksum-crc32:${crc('01234')}\r\n\r\n` });
  expect([plain, trailed, unsigned].map(one => [one.status, one.text])).toEqual([[200, ''], [200, ''], [200, '']]);
  expect(trailed.headers['x-amz-checksum-crc32']).toBe(crc('01234'));
  const got = await client().send(new s3.GetObjectCommand({ Bucket: 'bucket', Key: 'c1' }));
  expect([await got.Body!.transformToString(), got.ContentEncoding]).toEqual(['0123456789', undefined]);
  expect((await client().send(new s3.HeadObjectCommand({ Bucket: 'bucket', Key: 'c3' }))).ContentEncoding).toBe('gzip');
});

test('a body that is not what was signed or stated is refused, and nothing of it stays', async () => {
  const files = blobs();
  const trailer = { 'x-amz-trailer': 'x-amz-checksum-crc32' };
  const wrong: [string, Omit<Sent, 'path'>][] = [
    ['XAmzContentSHA256Mismatch', { hash: sha256Hex('other'), body: 'words' }],
    ['InvalidRequest', { hash: undefined, body: 'words' }],
    ['InvalidArgument', { hash: 'nonsense', body: 'words' }],
    ['InvalidArgument', { hash: 'STREAMING-NONSENSE', body: 'words' }],
    ['BadDigest', { headers: { 'content-md5': createHash('md5').update('other').digest('base64') }, body: 'words' }],
    ['InvalidDigest', { headers: { 'content-md5': 'short' }, body: 'words' }],
    ['BadDigest', { headers: { 'x-amz-checksum-crc32': crc('other') }, body: 'words' }],
    ['InvalidRequest', { headers: { 'x-amz-checksum-crc32': 'AA' }, body: 'words' }],
    ['InvalidRequest', { headers: { 'x-amz-checksum-crc32': crc('words'), 'x-amz-checksum-sha1': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }, body: 'words' }],
    ['InvalidRequest', { headers: { 'x-amz-sdk-checksum-algorithm': 'CRC32' }, body: 'words' }],
    ['MissingContentLength', { headers: { 'transfer-encoding': 'chunked' }, body: 'words' }],
    ['EntityTooLarge', { headers: { 'content-length': String(6 * 1024 ** 3) }, body: 'words' }],
    ['MissingContentLength', { hash: 'STREAMING-UNSIGNED-PAYLOAD-TRAILER', body: '0\r\n\r\n' }],
    ['IncompleteBody', { ...streaming('UNSIGNED-PAYLOAD-TRAILER', 4), body: '5\r\n01234\r\n0\r\n\r\n' }],
    ['IncompleteBody', { ...streaming('UNSIGNED-PAYLOAD-TRAILER', 6), body: '5\r\n01234\r\n0\r\n\r\n' }],
    ['IncompleteBody', { ...streaming('UNSIGNED-PAYLOAD-TRAILER', 5), body: '5\r\n012' }],
    ['IncompleteBody', { ...streaming('UNSIGNED-PAYLOAD-TRAILER', 5), body: '5\r\n01234\r\n' }],
    ['InvalidArgument', { ...streaming('UNSIGNED-PAYLOAD-TRAILER', 5), headers: { 'x-amz-decoded-content-length': '-5' }, body: '5\r\n01234\r\n0\r\n\r\n' }],
    ['BadDigest', { ...streaming('UNSIGNED-PAYLOAD-TRAILER', 5, trailer), body: `5\r\n01234\r\n0\r\nx-amz-checksum-crc32:${crc('other')}\r\n\r\n` }],
    ['InvalidRequest', { ...streaming('UNSIGNED-PAYLOAD-TRAILER', 5, trailer), body: '5\r\n01234\r\n0\r\nx-amz-checksum-crc32:AA\r\n\r\n' }],
    ['MalformedTrailerError', { ...streaming('UNSIGNED-PAYLOAD-TRAILER', 5, trailer), body: '5\r\n01234\r\n0\r\n\r\n' }],
    ['MalformedTrailerError', { ...streaming('UNSIGNED-PAYLOAD-TRAILER', 5), body: `5\r\n01234\r\n0\r\nx-amz-checksum-crc32:${crc('01234')}\r\n\r\n` }],
    ['SignatureDoesNotMatch', { ...streaming('AWS4-HMAC-SHA256-PAYLOAD', 5), body: `5;chunk-signature=${'0'.repeat(64)}\r\n01234\r\n0;chunk-signature=${'0'.repeat(64)}\r\n\r\n` }],
  ];
  for (const [code, sent] of wrong) {
    const answer = await send({ path: '/aws/s3/bucket/refused', ...sent });
    expect([code, sent, answer.status >= 400, answer.code]).toEqual([code, sent, true, code]);
  }
  expect(blobs()).toEqual(files);
  const begun = () => expect.poll(() => blobs().some(name => name.endsWith('.new'))).toBe(true);
  expect((await send({ path: '/aws/s3/bucket/cut', headers: { 'content-length': '1000000' }, body: 'x'.repeat(100_000), cut: begun })).code).toBe('cut');
  await expect.poll(() => blobs()).toEqual(files);
  expect((await client().send(new s3.ListObjectsV2Command({ Bucket: 'bucket', Prefix: 'refused' }))).KeyCount).toBe(0);
});

test('whoever may not write is told so before the body is sent, and whoever may is asked to go on', async () => {
  const denied = await createKeyOf('denied');
  const files = blobs();
  const refused = await send({ path: '/aws/s3/bucket/expected', headers: { 'expect': '100-continue', 'content-length': '1000000000' }, key: denied });
  expect([refused.status, refused.code, refused.continued]).toEqual([403, 'AccessDenied', false]);
  const noBucket = await send({ path: '/aws/s3/no-such-bucket/expected', headers: { 'expect': '100-continue', 'content-length': '1000000000' } });
  expect([noBucket.status, noBucket.code, noBucket.continued]).toEqual([404, 'NoSuchBucket', false]);
  expect(blobs()).toEqual(files);
  const taken = await send({ path: '/aws/s3/bucket/expected', headers: { 'expect': '100-continue', 'content-length': '5' }, body: 'words' });
  expect([taken.status, taken.continued]).toEqual([200, true]);
});

test('a wrong, disabled or ended key, a clock that is off and a doubled parameter are refused', async () => {
  const disabled = await createKeyOf('disabled');
  await world.app.system.sql.updateTable('iam_access_key').set({ status: 'Inactive' }).where('id', '=', disabled.accessKeyId).execute();
  const ended = issueCredentials(createCtx(world.app.system, { kind: 'system' }, ''), {
    type: 'Root', owner: admin.ownerAccountId, entityId: undefined, arn: 'arn', principalId: admin.ownerAccountId, userName: undefined, mfa: false, expiresMs: world.clock.now(), policies: [], issuer: undefined, parentKeyId: undefined,
  });
  const sent: [string, Partial<Sent>][] = [
    ['InvalidAccessKeyId', { key: { ...admin, accessKeyId: 'AKIAIOSFODNN7EXAMPLE' } }], ['SignatureDoesNotMatch', { key: { ...admin, secretAccessKey: 'wrong' } }], ['InvalidAccessKeyId', { key: disabled }],
    ['ExpiredToken', { key: { accessKeyId: ended.AccessKeyId, secretAccessKey: ended.SecretAccessKey, sessionToken: ended.SessionToken } }], ['RequestTimeTooSkewed', { skewMs: -16 * 60_000 }], ['RequestTimeTooSkewed', { skewMs: 16 * 60_000 }],
    ['', { skewMs: 14 * 60_000 }], ['InvalidArgument', { path: '/aws/s3/bucket/there?partNumber=1&partNumber=2' }],
  ];
  for (const [code, more] of sent) expect([code, more, (await send({ method: 'GET', path: '/aws/s3/bucket/there', ...more })).code]).toEqual([code, more, code]);
  const anonymous = await fetch(`${world.url}/aws/s3/bucket/there`);
  expect([anonymous.status, (await anonymous.text()).includes('<Code>AccessDenied</Code>'), anonymous.headers.get('x-amz-request-id')]).toEqual([403, true, expect.any(String)]);
});

test('no path leaves its bucket, and what can be no key is refused', async () => {
  for (const [path, code] of [
    ['/aws/s3/bucket/%00', 'InvalidArgument'], [`/aws/s3/bucket/${'k'.repeat(1_025)}`, 'KeyTooLongError'], ['/aws/s3/bucket/%zz', 'InvalidURI'], ['/aws/s3/bucket/%ff', 'InvalidURI'], ['/aws/s3/../bucket/k', 'InvalidBucketName'],
    ['/aws/s3/%2e%2e/k', 'InvalidBucketName'], ['/aws/s3/bucket%2Fx/k', 'InvalidBucketName'], ['/aws/s3/bucket%00/k', 'InvalidBucketName'], ['/aws/s3/no-such-bucket/..%2fbucket/there', 'NoSuchBucket'],
  ] as const) {
    for (const method of ['GET', 'PUT', 'DELETE']) expect([method, path, (await send({ method, path })).code]).toEqual([method, path, code]);
  }
  for (const path of ['/aws/s3/bucket/../../../../etc/passwd', '/aws/s3/bucket/%2e%2e/%2e%2e/etc/passwd']) {
    expect((await send({ path, body: path })).status).toBe(200);
    expect((await send({ method: 'GET', path })).text).toBe(path);
  }
  for (const query of ['prefix=%00', 'start-after=%00&list-type=2', 'delimiter=%00', 'max-keys=-1', 'max-keys=x', 'encoding-type=x', 'continuation-token=x&list-type=2']) expect([query, (await send({ method: 'GET', path: `/aws/s3/bucket?${query}` })).code]).toEqual([query, 'InvalidArgument']);
});

test('documents that could expand, or are too large, are refused', async () => {
  const bomb = '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;">]><Delete><Object><Key>&y;</Key></Object></Delete>';
  for (const body of [bomb, '', '<Delete/>', '<Delete>', 'x', `<Delete>${'<Object><Key>k</Key></Object>'.repeat(1_001)}</Delete>`]) expect([body.slice(0, 30), (await send({ method: 'POST', path: '/aws/s3/bucket?delete', body })).code]).toEqual([body.slice(0, 30), 'MalformedXML']);
  const large = await send({ method: 'POST', path: '/aws/s3/bucket?delete', body: `<Delete>${' '.repeat(3 * 1024 * 1024)}</Delete>` });
  expect(large.code).toBe('MaxMessageLengthExceeded');
  for (const [method, path] of [['PATCH', '/aws/s3/bucket/there'], ['POST', '/aws/s3/bucket'], ['PUT', '/aws/s3/'], ['GET', '/aws/s3/bucket?versions'], ['GET', '/aws/s3/bucket?acl&policy'], ['OPTIONS', '/aws/s3/bucket/there']] as const) {
    expect([method, path, (await send({ method, path })).code]).toEqual([method, path, 'NotImplemented']);
  }
  const head = await send({ method: 'HEAD', path: '/aws/s3/bucket/none' });
  expect([head.status, head.text]).toEqual([404, '']);
});

test('a reader that goes away leaves no file open', async () => {
  await client().send(new s3.PutObjectCommand({ Bucket: 'bucket', Key: 'large', Body: Buffer.alloc(20 * 1024 * 1024) }));
  const got = await client().send(new s3.GetObjectCommand({ Bucket: 'bucket', Key: 'large' }));
  const opened = () => readdirSync('/proc/self/fd').filter(fd => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(join(world.dataFolder, 'blobs'));
    } catch {
      // Closed in this moment.
      return false;
    }
  }).length;
  expect(opened()).toBe(1);
  (got.Body as unknown as { destroy(): void }).destroy();
  await expect.poll(opened).toBe(0);
});
