import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAdministratorKey, createOwnerAccount, signedFetch, type AwsCredentials } from '@carillon/testkit/aws.js';
import type { Browser } from '@carillon/testkit/browser.js';
import { addAdministrator, signInAsRoot } from '@carillon/testkit/console.js';
import { createWorld, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';

/** S3's routes as the console reaches them: by its cookie, and with an object's bytes never more than a file to save. */

let world: World;
let person: TestPerson;
let root: Browser;
let reader: Browser;
let key: AwsCredentials & { ownerAccountId: string };

/** What a signed request without a body says of it. */
const SIGNED = { 'x-amz-content-sha256': createHash('sha256').update('').digest('hex') };

beforeAll(async () => {
  world = await createWorld();
  person = await setUpOwner(world);
  ({ root } = await signInAsRoot(world));
  reader = await addAdministrator(world, root, 'rita', 'AmazonS3ReadOnlyAccess');
  key = await createAdministratorKey(world);
  expect((await ask(root, 'PUT', '/bucket')).status).toBe(200);
  expect((await ask(root, 'PUT', '/bucket/there.txt', { body: 'there', headers: { 'content-type': 'text/plain' } })).status).toBe(200);
});
afterAll(() => world.stop());

async function ask(browser: Browser, method: string, path: string, init: { body?: string | Buffer; headers?: Record<string, string> } = {}): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await browser.fetch(`/console/s3${path}`, { method, ...init } as RequestInit);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

const wordOf = ({ status, text }: { status: number; text: string }): [number, string | undefined, string | undefined] => [status, /<Code>(\w+)<\/Code>/.exec(text)?.[1], /<Reason>([\w-]+)<\/Reason>/.exec(text)?.[1]];

async function records(name: string): Promise<{ eventSource: string; userIdentity: Record<string, unknown>; requestParameters: Record<string, unknown>; errorCode?: string; errorMessage?: string; awsRegion: string; userAgent: string; sourceIPAddress: string }[]> {
  await world.app.system.audit.flush();
  return (await world.app.system.sql.selectFrom('audit_event').select('record').where('name', '=', name).orderBy('at').orderBy('id').execute()).map(row => row.record as never);
}

test('a bucket is made, filled, listed, read and emptied by cookie, with the very answers of the AWS endpoint', async () => {
  expect((await ask(root, 'PUT', '/by-cookie', { body: '<CreateBucketConfiguration><LocationConstraint>eu-south-1</LocationConstraint></CreateBucketConfiguration>' })).headers.get('location')).toBe('/by-cookie');
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 256));
  const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
  const put = await ask(root, 'PUT', '/by-cookie/folder/picture%20one.png', { body: bytes, headers: { 'content-type': 'image/png', 'x-amz-meta-colour': 'blue' } });
  expect([put.status, put.headers.get('etag')]).toEqual([200, etag]);
  const listed = await ask(root, 'GET', '/by-cookie?list-type=2&delimiter=%2F');
  expect(listed.headers.get('content-type')).toBe('application/xml');
  expect(listed.text).toContain('<CommonPrefixes><Prefix>folder/</Prefix></CommonPrefixes>');
  expect(listed.text).toBe((await signedFetch(world, key, { method: 'GET', path: '/aws/s3/by-cookie?list-type=2&delimiter=%2F', service: 's3', headers: SIGNED })).text);
  const head = await ask(root, 'HEAD', '/by-cookie/folder/picture%20one.png');
  expect([head.headers.get('content-type'), head.headers.get('x-amz-meta-colour'), head.headers.get('content-length')]).toEqual(['image/png', 'blue', '70000']);
  const got = await root.fetch('/console/s3/by-cookie/folder/picture%20one.png');
  expect(Buffer.from(await got.arrayBuffer()).equals(bytes)).toBe(true);
  const part = await ask(root, 'GET', '/bucket/there.txt', { headers: { range: 'bytes=1-2' } });
  expect([part.status, part.text, part.headers.get('content-range')]).toEqual([206, 'he', 'bytes 1-2/5']);
  expect(wordOf(await ask(root, 'DELETE', '/by-cookie'))).toEqual([409, 'BucketNotEmpty', undefined]);
  expect(wordOf(await ask(root, 'GET', '/bucket/nothing'))).toEqual([404, 'NoSuchKey', undefined]);
  expect(wordOf(await ask(root, 'PUT', '/Not_A_Name'))).toEqual([400, 'InvalidBucketName', undefined]);
  const deleted = await ask(root, 'POST', '/by-cookie?delete', { body: '<Delete><Object><Key>folder/picture one.png</Key></Object></Delete>' });
  expect(deleted.text).toContain('<Deleted><Key>folder/picture one.png</Key></Deleted>');
  expect((await ask(root, 'DELETE', '/by-cookie')).status).toBe(204);
  expect((await ask(root, 'GET', '')).text).not.toContain('by-cookie');
});

test('nobody comes in without the console’s own cookie: not without one, not with the app’s, not with a signature, not when the session is over', async () => {
  const nobody = world.browser();
  for (const [method, path] of [['GET', ''], ['GET', '/bucket'], ['GET', '/bucket/there.txt'], ['HEAD', '/bucket/there.txt'], ['PUT', '/bucket/x'], ['DELETE', '/bucket/there.txt'], ['POST', '/bucket?delete']] as const) {
    const refused = await ask(nobody, method, path);
    expect([method, path, refused.status]).toEqual([method, path, 403]);
    if (method !== 'HEAD') expect(wordOf(refused)).toEqual([403, 'AccessDenied', 'console-signed-out']);
    expect(refused.headers.get('cache-control')).toBe('no-store');
  }
  expect(wordOf(await ask(person, 'GET', '/bucket/there.txt'))).toEqual([403, 'AccessDenied', 'console-signed-out']);
  const signed = await signedFetch(world, key, { method: 'GET', path: '/console/s3/bucket/there.txt', service: 's3', headers: SIGNED });
  expect(wordOf(signed)).toEqual([403, 'AccessDenied', 'console-signed-out']);
  const stranger = Object.assign(world.browser(), { cookie: 'carillon_console=not-a-secret-of-ours' });
  expect(wordOf(await ask(stranger, 'GET', '/bucket'))).toEqual([403, 'AccessDenied', 'console-signed-out']);
  expect((await ask(root, 'GET', '/bucket/there.txt')).status).toBe(200);
});

test('a request that another site began changes nothing, even with the cookie', async () => {
  const status = (method: string, path: string, headers: Record<string, string>): Promise<number> => new Promise((done, fail) => {
    const sent = httpRequest(`${world.url}/console/s3${path}`, { method, headers: { 'cookie': root.cookie!, 'content-length': '0', ...headers } }, response => { response.resume(); done(response.statusCode!); });
    sent.on('error', fail);
    sent.end();
  });
  for (const [method, path] of [['PUT', '/bucket/foreign'], ['PUT', '/foreign-bucket'], ['PUT', '/bucket?policy'], ['POST', '/bucket?delete'], ['DELETE', '/bucket/there.txt']] as const) {
    expect([method, path, await status(method, path, {})]).toEqual([method, path, 403]);
    expect([method, path, await status(method, path, { 'x-carillon': '1', 'sec-fetch-site': 'cross-site' })]).toEqual([method, path, 403]);
    expect([method, path, await status(method, path, { 'x-carillon': '1', 'sec-fetch-site': 'same-site' })]).toEqual([method, path, 403]);
  }
  expect(await status('GET', '/bucket/there.txt', {})).toBe(200);
  expect(wordOf(await ask(root, 'GET', '/bucket/foreign'))).toEqual([404, 'NoSuchKey', undefined]);
  expect(wordOf(await ask(root, 'GET', '/foreign-bucket'))).toEqual([404, 'NoSuchBucket', undefined]);
});

test('an object is saved and never shown or run, whatever its writer or its address says of it', async () => {
  const page = '<script>document.title = "run"</script>';
  const written = { 'content-type': 'text/html', 'content-disposition': 'inline', 'cache-control': 'public, max-age=60', 'content-encoding': 'gzip' };
  await ask(root, 'PUT', '/bucket/a%20folder/p%C3%A0ge%27.html', { body: page, headers: written });
  const overrides = '?response-content-disposition=inline&response-content-type=text%2Fhtml&response-cache-control=public&response-content-encoding=gzip';
  for (const query of ['', overrides]) {
    const { status, text, headers } = await ask(root, 'GET', `/bucket/a%20folder/p%C3%A0ge%27.html${query}`);
    expect([status, text]).toEqual([200, page]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-disposition': "attachment; filename*=UTF-8''p%C3%A0ge%27.html", 'content-security-policy': "sandbox; default-src 'none'", 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'content-type': 'application/octet-stream',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers.has('content-encoding')).toBe(false);
  }
  const head = await ask(root, 'HEAD', '/bucket/a%20folder/p%C3%A0ge%27.html');
  expect([head.headers.get('content-type'), head.headers.get('content-disposition'), head.headers.get('content-encoding')]).toEqual(['text/html', "attachment; filename*=UTF-8''p%C3%A0ge%27.html", 'gzip']);
  const refusedXml = await ask(root, 'GET', '/bucket/%3Cscript%3E');
  expect([refusedXml.headers.get('content-type'), refusedXml.headers.get('content-security-policy')]).toEqual(['application/xml', "sandbox; default-src 'none'"]);
  expect(wordOf(await ask(root, 'GET', '/bucket/there.txt?response-content-type=a%0Ab'))).toEqual([400, 'InvalidArgument', undefined]);
});

test('what an IAM user may not do is refused with the name of the action, and it is in the record with what was done', async () => {
  expect((await ask(reader, 'GET', '/bucket?list-type=2')).status).toBe(200);
  expect((await ask(reader, 'GET', '/bucket/there.txt')).text).toBe('there');
  const refused = await ask(reader, 'PUT', '/bucket/mine.txt', { body: 'mine' });
  expect(wordOf(refused)).toEqual([403, 'AccessDenied', undefined]);
  expect(refused.text).toContain('is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::bucket/mine.txt');
  expect((await records('PutObject')).at(-1)).toMatchObject({
    eventSource: 's3.amazonaws.com', userIdentity: { type: 'IAMUser', userName: 'rita' }, requestParameters: { bucketName: 'bucket', key: 'mine.txt' }, errorCode: 'AccessDenied', awsRegion: 'us-east-1', sourceIPAddress: '127.0.0.1', userAgent: reader.userAgent,
  });
  await ask(root, 'PUT', '/bucket/ours.txt', { body: 'ours' });
  expect((await records('PutObject')).at(-1)).toMatchObject({ userIdentity: { type: 'Root' }, requestParameters: { bucketName: 'bucket', key: 'ours.txt' } });
  expect((await records('GetObject')).map(one => one.userIdentity['userName'])).toContain('rita');
  expect(wordOf(await ask(reader, 'GET', '/bucket/mine.txt'))).toEqual([404, 'NoSuchKey', undefined]);
});

test('a bucket of another owner stays closed', async () => {
  const other = await createAdministratorKey(world, await createOwnerAccount(world, '210987654321'));
  const made = await signedFetch(world, other, { method: 'PUT', path: '/aws/s3/their-bucket', service: 's3', headers: SIGNED });
  expect(made.status).toBe(200);
  expect(wordOf(await ask(root, 'GET', '/their-bucket'))).toEqual([403, 'AccessDenied', undefined]);
  expect(wordOf(await ask(root, 'DELETE', '/their-bucket'))).toEqual([403, 'AccessDenied', undefined]);
  expect((await ask(root, 'GET', '')).text).not.toContain('their-bucket');
});

test('bodies that only a signature can answer for are refused, and so is a body that is not what it is said to be', async () => {
  const put = (headers: Record<string, string>) => ask(root, 'PUT', '/bucket/chunks', { body: '5\r\nhello\r\n0\r\n\r\n', headers });
  for (const stated of ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD', 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER', 'STREAMING-UNSIGNED-PAYLOAD-TRAILER']) expect(wordOf(await put({ 'x-amz-content-sha256': stated, 'x-amz-decoded-content-length': '5' }))).toEqual([400, 'InvalidRequest', undefined]);
  expect(wordOf(await put({ 'x-amz-content-sha256': 'nonsense' }))).toEqual([400, 'InvalidArgument', undefined]);
  expect(wordOf(await put({ 'x-amz-content-sha256': '0'.repeat(64) }))).toEqual([400, 'XAmzContentSHA256Mismatch', undefined]);
  expect(wordOf(await ask(root, 'PATCH', '/bucket/chunks', { body: 'x' }))).toEqual([501, 'NotImplemented', undefined]);
  expect(wordOf(await ask(root, 'GET', '/bucket/%'))).toEqual([400, 'InvalidURI', undefined]);
  expect(wordOf(await ask(root, 'GET', '/bucket/chunks'))).toEqual([404, 'NoSuchKey', undefined]);
});

test('nobody’s body is asked for before it is known that they may send it', async () => {
  const answered = await new Promise<string>((done, fail) => {
    const socket = connect(Number(new URL(world.url).port), '127.0.0.1');
    let text = '';
    socket.on('error', fail).on('data', data => { text += String(data); }).on('close', () => done(text));
    socket.write(`PUT /console/s3/bucket/late HTTP/1.1\r\nhost: x\r\ncookie: ${reader.cookie}\r\nx-carillon: 1\r\ncontent-length: 1000000\r\nexpect: 100-continue\r\n\r\n`);
  });
  expect(answered).toMatch(/^HTTP\/1\.1 403 /);
  expect(answered).not.toContain('100 Continue');
});

test('where there is no page there is none: whatever lies below the door is S3’s to answer', async () => {
  const { status, headers } = await ask(world.browser(), 'GET', '/bucket/index.html');
  expect([status, headers.get('content-type')]).toEqual([403, 'application/xml']);
});
