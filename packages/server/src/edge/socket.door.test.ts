import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as chat from '@carillon/wire/rest/chat.js';
import { PushSocket } from '@carillon/testkit/browser.js';
import { createWorld, joinColleague, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';

let world: World;
let olga: TestPerson;
let anna: TestPerson;

beforeAll(async () => {
  world = await createWorld();
  olga = await setUpOwner(world);
  anna = await joinColleague(world, olga, 'Anna Able');
});
afterAll(() => world.stop());

test('a socket that never reads is cut at a bound, costs the others nothing, and resumes by number', async () => {
  const { channel } = await olga.call(chat.openConversation, { body: { personIds: [anna.me.id] } });
  const slow = await anna.connect();
  slow.socket.pause();
  const before = world.app.gateway.count;
  const { message } = await olga.call(chat.sendMessage, { params: { channelId: channel.id }, body: { clientToken: 'while-you-slept', content: 'x'.repeat(10_000) } });
  // The same push over and over: far more than the kernel's buffers and our own bound hold.
  for (let i = 0; i < 3_000 && world.app.gateway.count === before; i++) {
    world.app.system.bus.publish(`channel.${channel.id}`, { t: 'event', event: { kind: 'message', channelId: channel.id, seq: message.seq, at: message.createdAt, message } });
    await nextTurn();
    await nextTurn();
  }
  expect(world.app.gateway.count).toBe(before - 1);
  slow.socket.terminate();
  const again = await anna.connect();
  const { events } = await anna.call(chat.listEvents, { params: { channelId: channel.id }, query: { after: 0 } });
  expect(events).toHaveLength(1);
  again.close();
});

test('pushes that come close together leave as one frame, in order', async () => {
  const { channel } = await olga.call(chat.createRoom, { body: { name: 'Burst', personIds: [anna.me.id] } });
  const socket = await anna.connect();
  let frames = 0;
  socket.socket.on('message', () => (frames += 1));
  for (let i = 0; i < 20; i++) world.app.system.bus.publish(`channel.${channel.id}`, { t: 'typing', channelId: channel.id, personId: olga.me.id });
  world.app.system.bus.publish(`person.${anna.me.id}`, { t: 'pong' });
  await socket.next(push => push.t === 'pong');
  expect(socket.pushes.filter(push => push.t === 'typing')).toHaveLength(20);
  expect(frames).toBeLessThan(5);
  socket.close();
});

test('the welcome comes first, whatever happens while a socket opens', async () => {
  const { channel } = await olga.call(chat.createRoom, { body: { name: 'Busy', personIds: [anna.me.id] } });
  const opening = Promise.all(Array.from({ length: 5 }, () => anna.connect()));
  for (let i = 0; i < 20; i++) {
    world.app.system.bus.publish(`channel.${channel.id}`, { t: 'typing', channelId: channel.id, personId: olga.me.id });
    await nextTurn();
  }
  for (const socket of await opening) {
    expect(socket.pushes[0]!.t).toBe('welcome');
    socket.close();
  }
});

test('health, readiness and metrics answer; metrics tell no ids, and from another machine need the token', async () => {
  expect(await (await fetch(`${world.url}/healthz`)).json()).toEqual({ status: 'ok' });
  expect(await (await fetch(`${world.url}/readyz`)).json()).toEqual({ ready: true, database: true });
  const metrics = await (await fetch(`${world.url}/metrics`)).text();
  expect(metrics).toContain('carillon_http_requests_total');
  expect(metrics).not.toContain(anna.me.id);
  expect((await fetch(`${world.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(404);
});

test('an address nobody serves is told as such, in the API’s form', async () => {
  const response = await olga.fetch('/api/nonsense');
  expect(response.status).toBe(404);
});

test('with a token metrics are for whoever shows it, and for loopback not without', async () => {
  const guarded = await createWorld(['--metrics-token', 'let-me-see']);
  const ask = (authorization?: string) => fetch(`${guarded.url}/metrics`, { headers: authorization === undefined ? {} : { authorization } });
  expect((await ask('Bearer let-me-see')).status).toBe(200);
  for (const wrong of [undefined, 'Bearer let-me-se', 'Basic let-me-see', 'let-me-see', 'Bearer ']) expect((await ask(wrong)).status).toBe(404);
  expect((await fetch(`${guarded.url}/metrics`, { headers: { authorization: 'Bearer let-me-see', 'x-forwarded-for': '203.0.113.9' } })).status).toBe(200);
  await guarded.stop();
});

test('the twenty-first socket of one session is refused with a code, and what it sends then harms nobody', async () => {
  const sockets = await Promise.all(Array.from({ length: 20 }, () => anna.connect()));
  const extra = new PushSocket(world.url, anna.cookie, 'test', 0);
  extra.socket.on('open', () => (extra.socket as unknown as { _socket: Socket })._socket.write(Buffer.from([0xff, 0xff, 0xff, 0xff])));
  expect([4429, 1006]).toContain(await extra.closed);
  expect((await fetch(`${world.url}/healthz`)).status).toBe(200);
  for (const socket of sockets) socket.close();
});

test('a socket from another site’s page, without a session or with a forged one is refused', async () => {
  for (const headers of [{ origin: 'https://evil.example', cookie: anna.cookie! }, { origin: world.url }, { origin: world.url, cookie: 'carillon_session=forged' }, { origin: 'null', cookie: anna.cookie! }]) {
    const socket = new WebSocket(`${world.url.replace('http', 'ws')}/api/socket`, { headers });
    const refused = await new Promise(done => socket.on('error', done).on('open', () => done(undefined)));
    expect(refused).toBeInstanceOf(Error);
  }
});
