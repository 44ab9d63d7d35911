import { execFile } from 'node:child_process';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DAY_MS } from '@carillon/kernel/clock.js';
import type { ChannelId } from '@carillon/kernel/ids.js';
import * as wire from '@carillon/wire/rest/chat.js';
import * as rooms from '@carillon/wire/rest/rooms.js';
import * as hooks from '@carillon/wire/rest/webhooks.js';
import { createWorld, joinColleague, setUpOwner, signInAgain, type TestPerson, type World } from '@carillon/testkit/world.js';
import { insertMembers } from '../chat/store.js';
import { ENDED_KEPT_MS } from './model.js';
import { sweepWebhooks } from './sweep-webhooks.js';

/** What comes to the address of a webhook: the guide's own requests, and those that are refused. */

let world: World;
let olga: TestPerson;
let anna: TestPerson;
let room: ChannelId;
let webhook: hooks.Webhook;

beforeAll(async () => {
  world = await createWorld();
  olga = await setUpOwner(world);
  anna = await joinColleague(world, olga, 'Anna Able');
  room = await makeRoom('Harbour');
  webhook = await make(room, 'Tickets');
});
afterAll(() => world?.stop());
// Every test has its second for itself.
beforeEach(() => world.clock.advance(2_000));

const makeRoom = async (name: string): Promise<ChannelId> => (await olga.call(wire.createRoom, { body: { name, personIds: [anna.me.id] } })).channel.id;
const make = async (channelId: ChannelId, name: string): Promise<hooks.Webhook> => (await olga.call(hooks.createWebhook, { params: { channelId }, body: { name } })).webhook;
const list = async (channelId = room): Promise<hooks.Webhook[]> => (await olga.call(hooks.listWebhooks, { params: { channelId } })).webhooks;
const history = async (channelId = room): Promise<wire.Message[]> => (await olga.call(wire.listMessages, { params: { channelId } })).messages;

interface Reply { status: number; body: Record<string, string>; headers: Headers }
async function post(url: string, body: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }, method = 'POST'): Promise<Reply> {
  const hasBody = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
  const bytes = typeof body === 'string' || body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body);
  const response = await fetch(url, { method, headers, ...(hasBody && { body: bytes }) });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, string>, headers: response.headers };
}
const statusOf = async (...args: Parameters<typeof post>): Promise<number> => {
  world.clock.advance(2_000);
  return (await post(...args)).status;
};

/** The very bytes, and what came back. */
function sendRaw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(world.url);
  return new Promise((done, fail) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    // A server that reads no further may close before it was told everything.
    socket.on('data', chunk => (answer += chunk.toString())).on('close', () => done(answer)).on('error', error => (answer === '' ? fail(error) : done(answer)));
  });
}

const SAMPLE = '{"Content":"Message Body emoji test: :) :+1: link test: http://sample.com email test: marymajor@example.com All member callout: @All All Present member callout: @Present"}';
const SAMPLE_TEXT = 'Message Body emoji test: :) :+1: link test: http://sample.com email test: marymajor@example.com All member callout: <@all|All members> All Present member callout: <@present|Present members>';

test('WHK-02 WHK-03 WHK-04 the guide’s curl command posts into the room', async () => {
  const { stdout } = await promisify(execFile)('curl', ['-s', '-X', 'POST', webhook.url, '-H', 'Content-Type:application/json', '--data', SAMPLE]);
  const message = (await history()).at(-1)!;
  expect(JSON.parse(stdout)).toEqual({ MessageId: message.id, RoomId: room });
  expect(message).toMatchObject({ content: SAMPLE_TEXT, sender: { kind: 'webhook', id: webhook.id, name: 'Tickets' }, mentions: ['all', 'present'] });
});

test('WHK-02 the guide’s Invoke-WebRequest command posts, as both PowerShells send it', async () => {
  const { host, pathname, search } = new URL(webhook.url);
  const windows = `Content-Type: application/JSON\r\nHost: ${host}\r\nContent-Length: ${SAMPLE.length}\r\nExpect: 100-continue\r\nConnection: Close\r\n`;
  const seven = `Host: ${host}\r\nAccept-Encoding: gzip, deflate, br\r\nContent-Type: application/JSON\r\nContent-Length: ${SAMPLE.length}\r\nConnection: close\r\n`;
  const requests = [
    `User-Agent: Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.19041.4522\r\n${windows}`,
    `User-Agent: Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.19045; en-US) PowerShell/7.4.2\r\n${seven}`,
  ];
  for (const headers of requests) {
    world.clock.advance(2_000);
    const answer = await sendRaw(`POST ${pathname}${search} HTTP/1.1\r\n${headers}\r\n${SAMPLE}`);
    const message = (await history()).at(-1)!;
    expect(answer).toMatch(/^HTTP\/1\.1 (100 Continue\r\n\r\nHTTP\/1\.1 )?200 OK/);
    expect(answer).toContain(JSON.stringify({ MessageId: message.id, RoomId: room }));
    expect(message.content).toBe(SAMPLE_TEXT);
  }
  expect(new Set((await history()).map(message => message.id)).size).toBe(3);
});

test('WHK-06 no page of another site may use a webhook, and no cookie helps it', async () => {
  const asked = await fetch(webhook.url, { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' } });
  expect(asked.status).toBe(405);
  const posted = await post(webhook.url, { Content: 'hello' }, { 'content-type': 'application/json', origin: 'https://elsewhere.example' });
  for (const headers of [asked.headers, posted.headers]) {
    expect([...headers.keys()].filter(name => name.startsWith('access-control'))).toEqual([]);
    expect(headers.get('set-cookie')).toBeNull();
  }
  world.clock.advance(2_000);
  // What a form of another site can send is no JSON by its type.
  expect((await post(webhook.url, '{"Content":"x"}', { 'content-type': 'text/plain', cookie: olga.cookie! })).status).toBe(415);
});

test('WHK-12 an unknown id and a wrong token are refused alike, however they come', async () => {
  const other = await make(room, 'Other');
  const [address, token = ''] = webhook.url.split('?token=');
  const base = `${world.url}/incomingwebhooks`;
  const wrong = [
    `${base}/01923456-789a-7000-8000-000000000000?token=${token}`, `${base}/nothing?token=${token}`, base, `${base}/`, `${address}/more?token=${token}`, `${base}/${room}?token=${token}`, `${base}/${olga.me.id}?token=${token}`,
    address!, `${address}?token=`, `${address}?token=x`, `${address}?token=${token}x`, `${address}?token=${token.slice(1)}`, `${address}?Token=${token}`, `${address}?token=${other.url.split('=')[1]}`,
    `${address}?token=${token}&token=${token}`, `${address}?token[]=${token}`, `${address}?token=%00`, `${address}?token=${'a'.repeat(6_000)}`,
  ];
  const told = new Set<string>();
  for (const url of wrong) {
    const reply = await post(url, { Content: 'x' });
    expect([url, reply.status]).toEqual([url, 403]);
    told.add(JSON.stringify(reply.body));
  }
  expect([...told]).toEqual([JSON.stringify({ Code: 'Forbidden', Message: 'This is not the URL of a webhook. Ask the room’s administrators for it.' })]);
  expect((await post(`${address?.toUpperCase().replace(/^.*\/INCOMINGWEBHOOKS/, base)}?token=${token}`, { Content: 'capital letters' })).status).toBe(200);
});

test('WHK-10 WHK-11 an address that was replaced, or whose webhook or room is gone, answers 404, and 403 after a quarter of a year', async () => {
  const place = await makeRoom('Attic');
  const [first, second, third] = [await make(place, 'First'), await make(place, 'Second'), await make(place, 'Third')];
  const { webhook: renewed } = await olga.call(hooks.regenerateWebhook, { params: { channelId: place, webhookId: first.id } });
  expect(renewed.url).not.toBe(first.url);
  expect(await statusOf(first.url, { Content: 'old' })).toBe(404);
  expect(await statusOf(renewed.url, { Content: 'new' })).toBe(200);
  await olga.call(hooks.removeWebhook, { params: { channelId: place, webhookId: second.id } });
  expect(await statusOf(second.url, { Content: 'removed' })).toBe(404);
  expect((await list(place)).map(({ name, lastFailure }) => [name, lastFailure?.cause])).toEqual([['First', 'old-url'], ['Third', undefined]]);
  await olga.call(rooms.deleteRoom, { params: { channelId: place } });
  expect(await statusOf(third.url, { Content: 'no room' })).toBe(404);
  await world.runJobs();
  for (const url of [first.url, renewed.url, second.url, third.url]) expect(await statusOf(url, { Content: 'no room at all' })).toBe(404);
  await sweepWebhooks(world.app.system);
  world.clock.advance(ENDED_KEPT_MS - DAY_MS);
  await sweepWebhooks(world.app.system);
  expect(await statusOf(third.url, { Content: 'nearly' })).toBe(404);
  world.clock.advance(2 * DAY_MS);
  await sweepWebhooks(world.app.system);
  for (const url of [first.url, renewed.url, second.url, third.url]) expect(await statusOf(url, { Content: 'long ago' })).toBe(403);
  // Her session ended in the meantime.
  olga = await signInAgain(world, olga);
});

test('WHK-02 methods other than POST are told so', async () => {
  for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    const { status, headers } = await post(webhook.url, '', {}, method);
    expect([method, status, headers.get('allow')]).toEqual([method, 405, 'POST']);
  }
});

test('the type must be JSON in UTF-8, in any case', async () => {
  const body = JSON.stringify({ Content: 'typed' });
  for (const type of ['application/json', 'application/JSON', 'application/json; charset=utf-8', 'application/json;charset="UTF-8"']) expect([type, await statusOf(webhook.url, body, { 'content-type': type })]).toEqual([type, 200]);
  for (const type of ['', 'text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'application/json; charset=iso-8859-1', 'application/json; charset=utf-16', 'multipart/form-data; boundary=x']) {
    expect([type, await statusOf(webhook.url, Buffer.from(body), type === '' ? {} : { 'content-type': type })]).toEqual([type, 415]);
  }
});

test('WHK-02 a body with anything but one key with text is refused, and a byte order mark is passed over', async () => {
  const before = (await history()).length;
  const bad: (string | Uint8Array)[] = [
    '', '{', 'null', '[]', '"text"', '{}', '{"content":"x"}', '{"Content":"x","More":1}', '{"Content":1}', '{"Content":null}', '{"Content":["x"]}', '{"Content":{}}', '{"__proto__":{"Content":"x"}}', '{"Content":"x","__proto__":{}}',
    '{"Content":""}', '{"Content":" \\n\\t "}', '{"Content":"/md "}', '{"Content":"a\\ud800b"}', '{"Content":"\\udc00"}', '{"Content":"a\\u0000b"}', '[{"Content":"x"}]', '{"Content":"x"}{"Content":"y"}',
    Buffer.from('{"Content":"né"}', 'latin1'), Buffer.from('\ufeff{"Content":"x"}', 'utf16le'), `${'['.repeat(20_000)}`,
  ];
  for (const body of bad) expect([String(body).slice(0, 60), await statusOf(webhook.url, body)]).toEqual([String(body).slice(0, 60), 400]);
  expect(await history()).toHaveLength(before);
  expect(await statusOf(webhook.url, '\ufeff{"Content":"with a mark"}')).toBe(200);
  expect((await history()).at(-1)!.content).toBe('with a mark');
});

test('WHK-08 Content has at most 4,096 bytes in UTF-8, and a larger body is not read', async () => {
  expect(await statusOf(webhook.url, { Content: 'a'.repeat(4_096) })).toBe(200);
  expect(await statusOf(webhook.url, { Content: 'a'.repeat(4_097) })).toBe(413);
  expect(await statusOf(webhook.url, { Content: '€'.repeat(1_365) + 'a' })).toBe(200);
  expect(await statusOf(webhook.url, { Content: '€'.repeat(1_365) + 'é' })).toBe(413);
  expect(await statusOf(webhook.url, `{"Content":"${'\\u0061'.repeat(4_096)}"}`)).toBe(200);
  expect((await history()).at(-1)!.content).toBe('a'.repeat(4_096));
  expect(await statusOf(webhook.url, `${' '.repeat(100_000)}{"Content":"x"}`)).toBe(413);
  world.clock.advance(2_000);
  const { host, pathname, search } = new URL(webhook.url);
  const head = `POST ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n`;
  // Five megabytes are announced; the answer comes before they do.
  const announced = await sendRaw(`${head}Content-Length: 5242880\r\n\r\n{"Content":"`);
  expect(announced).toMatch(/^HTTP\/1\.1 413 [^]*"Code":"PayloadTooLarge"/);
  world.clock.advance(2_000);
  const chunk = `8000\r\n${'a'.repeat(0x8000)}\r\n`;
  expect(await sendRaw(`${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(2)}`)).toMatch(/^HTTP\/1\.1 413 /);
  world.clock.advance(2_000);
  const small = '{"Content":"in pieces"}';
  expect(await sendRaw(`${head}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n${small.slice(0, 8)}\r\n${(small.length - 8).toString(16)}\r\n${small.slice(8)}\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 OK/);
  expect((await history()).at(-1)!.content).toBe('in pieces');
});

test('WHK-07 all webhooks of a room together post once a second, and another room has its own second', async () => {
  const other = (await list()).find(one => one.id !== webhook.id)!;
  const elsewhere = await make(await makeRoom('Elsewhere'), 'There');
  expect((await post(webhook.url, { Content: 'one' })).status).toBe(200);
  const late = await post(other.url, { Content: 'two' });
  expect([late.status, late.headers.get('retry-after'), late.body['Code']]).toEqual([429, '1', 'Throttled']);
  expect((await post(elsewhere.url, { Content: 'one' })).status).toBe(200);
  world.clock.advance(999);
  expect((await post(webhook.url, { Content: 'three' })).status).toBe(429);
  world.clock.advance(1);
  const together = await Promise.all(['four', 'five', 'six'].map(Content => post(webhook.url, { Content })));
  expect(together.map(reply => reply.status).sort()).toEqual([200, 429, 429]);
  expect((await list()).find(one => one.id === webhook.id)!.failures).toContainEqual({ cause: 'too-fast', count: 3 });
});

test('WHK-09 @All and @Present are taken in a room of 50 and refused in one of 51', async () => {
  const hall = await makeRoom('Hall');
  const hook = await make(hall, 'Bells');
  const crowd = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => ({ id: `01923456-789a-7000-9000-${String(from + i).padStart(12, '0')}` as typeof olga.me.id, kind: 'person' as const, role: 'Member' as const }));
  await insertMembers(world.app.system.sql, hall, crowd(0, 48), world.app.system.now());
  expect(await statusOf(hook.url, { Content: '@All of fifty' })).toBe(200);
  expect(await statusOf(hook.url, { Content: '@Present of fifty' })).toBe(200);
  await insertMembers(world.app.system.sql, hall, crowd(48, 49), world.app.system.now());
  for (const Content of ['@All of them', '@present', '<@all|x>', '<@present|x>']) expect([Content, await statusOf(hook.url, { Content })]).toEqual([Content, 400]);
  expect(await statusOf(hook.url, { Content: '`@all` is what one writes, and @anna.able hears it' })).toBe(200);
  expect((await history(hall)).at(-1)!.mentions).toEqual([anna.me.id]);
  expect((await list(hall))[0]).toMatchObject({ failures: [{ cause: 'room-too-large', count: 4 }], lastFailure: { cause: 'room-too-large' } });
});

test('WHK-13 without its database the server says 503, and when to come again', async () => {
  const { database } = world.app.system;
  const sql = Object.getOwnPropertyDescriptor(database, 'sql');
  const broken = new Proxy({}, { get: () => () => { throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }); } });
  Object.defineProperty(database, 'sql', { value: broken, configurable: true });
  const reply = await post(webhook.url, { Content: 'nobody hears' });
  if (sql) Object.defineProperty(database, 'sql', sql);
  else delete (database as { sql?: unknown }).sql;
  expect([reply.status, reply.body['Code'], Number(reply.headers.get('retry-after')) > 0]).toEqual([503, 'ServiceUnavailable', true]);
  expect(await statusOf(webhook.url, { Content: 'everybody hears' })).toBe(200);
});

test('refusals are counted by cause for the administrators, with the last and its time', async () => {
  const hook = await make(await makeRoom('Counting'), 'Counted');
  for (const body of ['{', '{}', { Content: 'a'.repeat(5_000) }]) await statusOf(hook.url, body);
  await statusOf(hook.url, { Content: 'x' }, { 'content-type': 'text/plain' });
  const at = world.app.system.now().toISOString();
  await statusOf(hook.url, { Content: 'at last' });
  const [seen] = (await olga.call(hooks.listWebhooks, { params: { channelId: (await olga.call(wire.listChannels)).channels.find(one => one.name === 'Counting')!.id } })).webhooks;
  expect(seen).toMatchObject({ lastFailure: { cause: 'wrong-type', at }, lastUsedAt: world.app.system.now().toISOString() });
  expect(Object.fromEntries(seen!.failures.map(({ cause, count }) => [cause, count]))).toEqual({ malformed: 2, 'too-large': 1, 'wrong-type': 1 });
});
