import { createServer as createTcpServer } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { PageServer } from '@carillon/testkit/page-server.js';
import { fetchOutside, OutsideUnwanted, REDIRECTS_MAX, type OutsideFetch } from './fetch-outside.js';
import { OutsideNotAllowed } from './outside-address.js';
import { OutsideAnswerTooLarge, postOutside, type OutsidePost } from './post-outside.js';

const server = new PageServer();
beforeAll(() => server.listen());
afterAll(() => server.close());
beforeEach(() => void (server.asked.length = 0));

const BYTES_MAX = 64 * 1024;
const limitOf: OutsideFetch['limitOf'] = kind => (kind === 'text/html' ? { bytesMax: BYTES_MAX, whole: false } : kind === 'image/png' ? { bytesMax: BYTES_MAX, whole: true } : undefined);
const get = (address: string, more: Partial<OutsideFetch> = {}) => fetchOutside(address, { accept: 'text/html', limitOf, privateAddresses: true, ...more });
const html = { 'content-type': 'Text/HTML; Charset="ISO-8859-1"' };

test('a page comes with its kind, its charset and where it was found, and the server learns neither who asks nor from where', async () => {
  const address = server.answer('/page', response => void response.writeHead(200, { ...html, 'set-cookie': 'a=b' }).end('hello'));
  server.redirect('/to-page', '/page');
  const answer = await get(`${server.origin}/to-page#part`);
  expect(answer).toMatchObject({ contentType: 'text/html', charset: 'ISO-8859-1' });
  expect(answer.address.href).toBe(address);
  expect(answer.bytes.toString()).toBe('hello');
  for (const { headers } of server.asked) {
    expect(headers['user-agent']).toMatch(/^Carillon\//);
    expect(Object.keys(headers).toSorted()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
  }
});

test('what is packed is unpacked, and counted unpacked: a bomb is cut where it crosses the bound', async () => {
  const packed = [['gzip', gzipSync('small')], ['br', brotliCompressSync('small')], ['deflate', deflateSync('small')]] as const;
  for (const [encoding, bytes] of packed) {
    const address = server.answer(`/${encoding}`, response => void response.writeHead(200, { ...html, 'content-encoding': encoding }).end(bytes));
    expect((await get(address)).bytes.toString()).toBe('small');
  }
  const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024));
  expect(bomb.length).toBeLessThan(BYTES_MAX);
  for (const [kind, encoding, bytes] of [['text/html', 'gzip', bomb], ['image/png', 'gzip', bomb], ['image/png', 'br', brotliCompressSync(Buffer.alloc(20 * 1024 * 1024))]] as const) {
    const address = server.answer(`/bomb`, response => void response.writeHead(200, { 'content-type': kind, 'content-encoding': encoding }).end(bytes));
    if (kind === 'text/html') expect((await get(address)).bytes).toHaveLength(BYTES_MAX);
    else await expect(get(address)).rejects.toThrow(OutsideUnwanted);
  }
});

test('of a page without an end the beginning is read, and a picture without an end is none', async () => {
  for (const kind of ['text/html', 'image/png']) {
    let ended = false;
    const address = server.answer('/endless', response => {
      response.writeHead(200, { 'content-type': kind });
      const more = () => { if (!ended) response.write(Buffer.alloc(16 * 1024, 'a'), () => setImmediate(more)); };
      response.on('close', () => (ended = true));
      more();
    });
    if (kind === 'text/html') expect((await get(address)).bytes).toHaveLength(BYTES_MAX);
    else await expect(get(address)).rejects.toThrow(OutsideUnwanted);
    await expect.poll(() => ended).toBe(true);
  }
  const large = server.answer('/large', response => void response.writeHead(200, { 'content-type': 'image/png', 'content-length': '10000000000' }).flushHeaders());
  await expect(get(large)).rejects.toThrow(OutsideUnwanted);
});

test('whoever is slow is cut off: before the headers, in the body, or with packed nothing', async () => {
  const silent = server.answer('/silent', () => {});
  const drip = server.answer('/drip', response => {
    response.writeHead(200, html);
    const timer = setInterval(() => response.write('a'), 20);
    response.on('close', () => clearInterval(timer));
  });
  const empty = server.answer('/packed-nothing', response => void response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).write(gzipSync('x').subarray(0, 10)));
  for (const address of [silent, drip, empty]) {
    const started = performance.now();
    await expect(get(address, { timeoutMs: 300 })).rejects.toThrow();
    expect(performance.now() - started).toBeLessThan(5_000);
  }
  const stopping = new AbortController();
  const asked = get(silent, { stopping: stopping.signal });
  stopping.abort(new Error('stop'));
  await expect(asked).rejects.toThrow();
});

test('redirects are followed five times and judged each: to metadata, to a file, to a name with a password, round and round', async () => {
  server.page('/end', '');
  for (let i = 1; i <= 6; i++) server.redirect(`/hop-${i}`, i === 1 ? '/end' : `/hop-${i - 1}`, [301, 302, 303, 307, 308][i % 5]);
  expect((await get(`${server.origin}/hop-${REDIRECTS_MAX}`)).address.pathname).toBe('/end');
  await expect(get(`${server.origin}/hop-6`)).rejects.toThrow(OutsideUnwanted);
  await expect(get(server.redirect('/round', '/round'))).rejects.toThrow(OutsideUnwanted);
  expect(server.count('/round')).toBe(REDIRECTS_MAX + 1);
  for (const to of ['file:///etc/passwd', 'gopher://127.0.0.1/', 'http://user:word@127.0.0.1/', 'ftp://127.0.0.1/']) await expect(get(server.redirect('/away', to))).rejects.toThrow(OutsideNotAllowed);
  await expect(get(server.redirect('/nowhere', 'http://[nowhere'))).rejects.toThrow(OutsideUnwanted);
});

test('a public name that redirects to the metadata service is not followed there', async () => {
  // The address is judged by what the name resolves to, so a public answer that leads here cannot be had without the Internet: what is shown is that each hop is judged anew.
  const calls: string[] = [];
  const resolve: OutsideFetch['resolve'] = (host, done) => {
    calls.push(host);
    done(null, [{ address: '127.0.0.1', family: 4 }]);
  };
  const port = new URL(server.origin).port;
  server.redirect('/metadata', 'http://inner.example/latest/meta-data/');
  await expect(get(`http://outer.example:${port}/metadata`, { resolve })).rejects.toThrow();
  expect(calls).toEqual(['outer.example', 'inner.example']);
  calls.length = 0;
  await expect(get('http://outer.example/metadata', { resolve, privateAddresses: false })).rejects.toThrow(OutsideNotAllowed);
  await expect(get('http://localhost/', { privateAddresses: false })).rejects.toThrow(OutsideNotAllowed);
  expect(calls).toEqual(['outer.example']);
});

test('other kinds, refusals and unknown packing are nothing for us; failures may go better later', async () => {
  for (const kind of ['image/svg+xml', 'application/pdf', 'text/plain', 'text/xml', '']) {
    await expect(get(server.answer('/kind', response => void response.writeHead(200, kind === '' ? {} : { 'content-type': kind }).end('<svg/>')))).rejects.toThrow(OutsideUnwanted);
  }
  for (const status of [204, 401, 403, 404, 410]) await expect(get(server.answer('/status', response => void response.writeHead(status, html).end()))).rejects.toThrow(OutsideUnwanted);
  await expect(get(server.answer('/zstd', response => void response.writeHead(200, { ...html, 'content-encoding': 'zstd' }).end('x')))).rejects.toThrow(OutsideUnwanted);
  for (const status of [429, 500, 503]) {
    const failure: unknown = await get(server.answer('/status', response => void response.writeHead(status, html).end())).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(OutsideUnwanted);
  }
  await expect(get(server.answer('/broken', response => void response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end('not gzip')))).rejects.toThrow();
});

test('headers without measure, and answers that are no HTTP, end the request', async () => {
  const answers = [`HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n${`x-much: ${'y'.repeat(1_000)}\r\n`.repeat(100)}\r\n`, 'SSH-2.0-OpenSSH_9.2\r\n', 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 5\r\ncontent-length: 7\r\n\r\nhello'];
  for (const answer of answers) {
    const strange = createTcpServer(socket => void socket.on('error', () => {}).end(answer));
    await new Promise<void>(done => strange.listen(0, '127.0.0.1', done));
    const address = strange.address();
    await expect(get(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`)).rejects.toThrow();
    strange.close();
  }
});

test('a post goes to the address that was judged: a name that answers otherwise the second time is asked once, and inner answers are refused', async () => {
  const answers = ['127.0.0.1', '169.254.169.254'];
  let asked = 0;
  const resolve: OutsideFetch['resolve'] = (_host, done) => done(null, [{ address: answers[asked++] ?? '', family: 4 }]);
  const post = (more: Partial<OutsidePost>) => postOutside(`http://rebound.example:${new URL(server.origin).port}/taken`, { headers: {}, body: Buffer.from('{}'), plainHttp: true, privateAddresses: true, resolve, ...more });
  server.answer('/taken', response => void response.writeHead(200, { 'content-type': 'Text/Plain; x=y' }).end('taken'));
  expect(await post({ answerBytesMax: 5 })).toEqual({ status: 200, contentType: 'text/plain', bytes: Buffer.from('taken') });
  expect(asked).toBe(1);
  asked = 0;
  await expect(post({ privateAddresses: false })).rejects.toThrow(OutsideNotAllowed);
  await expect(post({ privateAddresses: false, resolve: (_host, done) => done(null, [{ address: '93.184.215.14', family: 4 }, { address: '::ffff:127.0.0.1', family: 6 }]) })).rejects.toThrow(OutsideNotAllowed);
  asked = 0;
  await expect(post({ answerBytesMax: 4 })).rejects.toThrow(OutsideAnswerTooLarge);
  asked = 0;
  server.answer('/taken', () => {});
  await expect(post({ timeoutMs: 300 })).rejects.toMatchObject({ name: 'AbortError' });
});
