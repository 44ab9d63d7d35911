import * as chime from '@aws-sdk/client-chime';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@carillon/kernel/clock.js';
import type { BotId, ChannelId } from '@carillon/kernel/ids.js';
import { clientConfig, createAdministratorKey } from '@carillon/testkit/aws.js';
import { createCertificate } from '@carillon/testkit/certificate.js';
import { BotServer, friendly, isChallenge, isSigned, type BotAnswer, type BotRequest } from '@carillon/testkit/bot-server.js';
import { createWorld, setUpOwner, verifyDomain, type TestPerson, type World } from '@carillon/testkit/world.js';
import * as chat from '@carillon/wire/rest/chat.js';
import { insertDeliveries, readDeliveries } from './delivery-store.js';
import { sweepQueues } from './deliver-events.js';
import { QUEUE_MAX } from './model.js';
import { jobKey, queueEvents } from './queue-events.js';

const server = new BotServer();
let world: World;
let olga: TestPerson;
let client: chime.ChimeClient;
let AccountId: string;
let hall: ChannelId;
const made: { id: BotId; token: string }[] = [];

beforeAll(async () => {
  await server.listen();
  world = await createWorld(['--bots-allow-hosts', 'localhost', '--bots-ca-file', server.caFile]);
  olga = await setUpOwner(world);
  client = new chime.ChimeClient(clientConfig(world, await createAdministratorKey(world)));
  AccountId = olga.me.account!.id;
  await verifyDomain(world, olga);
  hall = (await olga.call(chat.createRoom, { body: { name: 'Hall', personIds: [] } })).channel.id;
  for (let i = 0; i < 8; i++) {
    const { Bot } = await client.send(new chime.CreateBotCommand({ AccountId, DisplayName: `Bot ${i}`, Domain: 'acme.example' }));
    made.push({ id: Bot!.BotId as BotId, token: Bot!.SecurityToken! });
  }
}, 180_000);
afterAll(async () => {
  await world.stop();
  server.close();
});
beforeEach(() => void (server.received.length = 0));

const put = async (BotId: string, OutboundEventsHTTPSEndpoint: string) => {
  // Its clock is the world's when it is made, and tests move that.
  const now = new chime.ChimeClient(clientConfig(world, key ??= await createAdministratorKey(world)));
  return now.send(new chime.PutEventsConfigurationCommand({ AccountId, BotId, OutboundEventsHTTPSEndpoint }));
};
let key: Awaited<ReturnType<typeof createAdministratorKey>> | undefined;
const refused = async (address: string) => {
  try {
    await put(made[0]!.id, address);
  } catch (error) {
    expect((error as Error).name, address).toBe('BadRequestException');
    return (error as Error).message;
  }
  throw new Error(`${address} was accepted.`);
};
/** What a path answers to challenges. */
const toChallenge = (path: string, answer: (request: BotRequest) => BotAnswer) => server.answer(path, answer);
const tell = (...ids: BotId[]) => world.app.system.tx(tx => queueEvents(world.app.system, tx, ids, { type: 'Invite', channelId: hall, sender: 'olga@acme.example' }));
/** Every try counts, one that a busy machine let time out before it arrived too. */
const tries = async (id: BotId) => (await log(id)).reduce((sum, row) => sum + row.attempts.length, 0);
const log = (id: BotId) => readDeliveries(world.app.system.sql, id, { before: undefined, state: undefined }, 2_000);

const json = { 'content-type': 'application/json' };
test.each<[string, (request: BotRequest) => BotAnswer, RegExp]>([
  ['is silent', () => 'silence', /no answer within 2 seconds/],
  ['answers 404', () => ({ status: 404 }), /answered 404 instead of 200/],
  ['answers 500', () => ({ status: 500 }), /answered 500 instead of 200/],
  ['answers 204', () => ({ status: 204 }), /answered 204 instead of 200/],
  ['redirects', () => ({ status: 302, headers: { location: '/friendly' } }), /redirects are not followed/],
  ['redirects to the metadata service', () => ({ status: 307, headers: { location: 'http://169.254.169.254/latest/meta-data/' } }), /redirects are not followed/],
  ['says text', request => ({ ...(friendly(request) as object), status: 200, headers: { 'content-type': 'text/plain' } }), /not of the type application\/json/],
  ['says no JSON', () => ({ status: 200, headers: json, body: '<html>' }), /is not JSON/],
  ['says another word', () => ({ status: 200, headers: json, body: '{"Challenge":"another"}' }), /does not repeat the challenge/],
  ['says null', () => ({ status: 200, headers: json, body: 'null' }), /does not repeat the challenge/],
  ['answers with five megabytes', () => ({ status: 200, headers: json, body: Buffer.alloc(5_000_000, ' ') }), /larger than 4096 bytes/],
])('BOT-12 an endpoint that %s at the challenge is refused with a sentence that says so', async (_, answer, sentence) => {
  expect(await refused(toChallenge('/odd', answer))).toMatch(sentence);
  expect(await client.send(new chime.GetEventsConfigurationCommand({ AccountId, BotId: made[0]!.id })).catch((error: Error) => error.name)).toBe('NotFoundException');
});

test('BOT-05 only HTTPS to public servers: other protocols, inner addresses in any writing, names with a password and names that lead inside are refused, and nothing is sent', async () => {
  const port = new URL(server.origin).port;
  const inner = [
    'http://example.com/', 'ftp://example.com/', 'file:///etc/passwd', 'gopher://example.com/', 'not an address', 'https://', `https://127.0.0.1:${port}/`, `https://2130706433:${port}/`, `https://0x7f000001:${port}/`,
    `https://0177.0.0.1:${port}/`, `https://127.1:${port}/`, `https://[::1]:${port}/`, `https://[::ffff:127.0.0.1]:${port}/`, `https://[::ffff:7f00:1]:${port}/`, `https://0.0.0.0:${port}/`, `https://[::]:${port}/`,
    'https://169.254.169.254/latest/meta-data/', 'https://[fd00:ec2::254]/', 'https://[64:ff9b::7f00:1]/', 'https://10.0.0.1/', 'https://192.168.1.1/', 'https://100.64.0.1/', `https://user:word@localhost:${port}/`, `https://localhost.:${port}/`,
  ];
  for (const address of inner) expect(await refused(address), address).toMatch(/could not be verified/);
  expect(await refused(`https://localhost:${port}/${'x'.repeat(2_048)}`)).toMatch(/at most 2048 characters/);
  expect(await refused('')).toMatch(/needs an OutboundEventsHTTPSEndpoint or a LambdaFunctionArn/);
  expect(server.received).toEqual([]);
});

test('an endpoint whose certificate nobody vouches for, or that is another’s, is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'carillon-wrong-'));
  const { keyFile, certFile } = createCertificate(folder, 'localhost', 'stranger');
  const stranger = createServer({ key: readFileSync(keyFile), cert: readFileSync(certFile) }, (_request, response) => void response.end());
  await new Promise<void>(done => stranger.listen(0, '127.0.0.1', done));
  const address = stranger.address();
  expect(await refused(`https://localhost:${typeof address === 'object' && address ? address.port : 0}/`)).toMatch(/certificate is not trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\)/);
  stranger.close();
  rmSync(folder, { recursive: true });
  const closed = stranger.address() === null ? (address as { port: number }).port : 0;
  expect(await refused(`https://localhost:${closed}/`)).toMatch(/connection failed \(ECONNREFUSED\)/);
});

test('BOT-14 BOT-16 BOT-17 every kind of endpoint at once: what answers 200 has it, 5xx and silence are tried three times with new times and signatures, other answers once; none waits for another', async () => {
  const [good, slow, failing, recovering, gone, redirecting, huge] = made;
  const paths = ['/good', '/slow', '/failing', '/recovering', '/gone', '/redirecting', '/huge'];
  for (const [i, path] of paths.entries()) await put(made[i]!.id, server.answer(path));
  const arrivals: number[] = [];
  let slowEnded = 0;
  const events = (path: string, answer: (tries: number) => BotAnswer) => server.answer(path, () => {
    // What a real clock would have gone on by.
    world.clock.advance(200);
    return answer(server.requests(path).length);
  });
  events('/slow', () => 'silence');
  events('/failing', () => ({ status: 503 }));
  events('/recovering', tries => {
    arrivals.push(performance.now());
    return { status: tries < 3 ? 500 : 200 };
  });
  events('/gone', () => ({ status: 410 }));
  events('/redirecting', () => ({ status: 302, headers: { location: `${server.origin}/good` } }));
  events('/huge', () => ({ status: 200, body: Buffer.alloc(8_000_000) }));
  await tell(...made.slice(0, 7).map(bot => bot.id));
  const all = world.runJobs().then(() => (slowEnded = performance.now()));
  await expect.poll(() => server.requests('/good').length, { timeout: 20_000 }).toBe(1);
  await expect.poll(async () => (await log(good!.id))[0]!.state).toBe('Delivered');
  expect(slowEnded).toBe(0);
  await all;
  const state = async (bot: { id: BotId } | undefined) => {
    const [row] = await log(bot!.id);
    return [row!.state, row!.reason, row!.attempts.map(attempt => attempt.status ?? attempt.cause)];
  };
  const silence = 'There was no answer within 2 seconds.';
  expect(await state(slow)).toEqual(['Failed', silence, [silence, silence, silence]]);
  expect(await state(failing)).toEqual(['Failed', 'The endpoint answered 503 instead of 200.', [503, 503, 503]]);
  expect(await state(recovering)).toEqual(['Delivered', null, [500, 500, 200]]);
  expect(await state(gone)).toEqual(['Failed', 'The endpoint answered 410 instead of 200.', [410]]);
  expect(await state(redirecting)).toEqual(['Failed', 'The endpoint answered 302 instead of 200.', [302]]);
  expect(await state(huge)).toEqual(['Delivered', null, [200]]);
  const requests = server.requests('/recovering');
  expect(requests.every(request => isSigned(request, recovering!.token))).toBe(true);
  expect(new Set(requests.map(request => request.headers['chime-request-timestamp'])).size).toBe(3);
  expect(new Set(requests.map(request => request.headers['chime-signature'])).size).toBe(3);
  expect(new Set(requests.map(request => request.body)).size).toBe(1);
  expect(arrivals[1]! - arrivals[0]!).toBeGreaterThanOrEqual(195);
  expect(arrivals[2]! - arrivals[1]!).toBeGreaterThanOrEqual(395);
});

test('an endpoint that is dead is left alone for growing times, then asked with one event, and has the rest once it answers', async () => {
  const { id } = made[7]!;
  let alive = true;
  await put(id, server.answer('/dead', request => (alive ? friendly(request) : { status: 500 })));
  alive = false;
  for (let i = 0; i < 8; i++) await tell(id);
  const run = async (ms: number) => {
    world.clock.advance(ms);
    await world.runJobs();
    return tries(id);
  };
  // Five events, three tries each: then it rests.
  expect(await run(0)).toBe(15);
  expect(await run(29 * SECOND_MS)).toBe(15);
  expect(await run(SECOND_MS)).toBe(18);
  expect(await run(59 * SECOND_MS)).toBe(18);
  alive = true;
  expect(await run(SECOND_MS)).toBe(20);
  expect((await log(id)).map(row => row.state).toSorted()).toEqual([...Array<string>(2).fill('Delivered'), ...Array<string>(6).fill('Failed')]);
  await tell(id);
  expect(await run(0)).toBe(21);
}, 120_000);

test('a new endpoint is tried at once, however long the earlier one was to rest', async () => {
  const { id } = made[7]!;
  let alive = true;
  await put(id, server.answer('/moved-from', request => (alive ? friendly(request) : { status: 500 })));
  alive = false;
  const before = await tries(id);
  for (let i = 0; i < 6; i++) await tell(id);
  await world.runJobs();
  expect((await tries(id)) - before).toBe(15);
  await put(id, server.answer('/moved-to'));
  await world.runJobs();
  expect(server.requests('/moved-to')).toHaveLength(1);
}, 120_000);

test('of ten thousand mentions in a row the queue keeps the newest thousand, and the oldest have failed with their reason', async () => {
  const { id } = made[0]!;
  await put(id, server.answer('/flooded'));
  const { system } = world.app;
  await system.sql.deleteFrom('bot_delivery').where('bot_id', '=', id).execute();
  const mention = (number: number) => ({ type: 'Mention' as const, channelId: hall, sender: 'olga@acme.example', message: { id: system.ids.next<'Message'>(), text: `number ${number}` } });
  // Most of them were written while the queue had no bound, as by many nodes at one moment: that is quick.
  for (let i = 0; i < 9_900; i += 300) await insertDeliveries(system.sql, Array.from({ length: 300 }, (_, j) => ({ ...mention(i + j), id: system.ids.next<'BotDelivery'>(), botId: id, at: system.now() })));
  for (let i = 9_900; i < 10_000; i++) await system.tx(tx => queueEvents(system, tx, [id], mention(i)));
  await sweepQueues(system);
  const counted = await system.sql.selectFrom('bot_delivery').select(eb => ['state', 'reason', eb.fn.countAll<number>().as('count')]).where('bot_id', '=', id).groupBy(['state', 'reason']).orderBy('state').execute();
  expect(counted.map(row => [row.state, row.reason, Number(row.count)])).toEqual([['Failed', 'Too many events were waiting for the bot.', 9_000], ['Pending', null, QUEUE_MAX]]);
  const waiting = await system.sql.selectFrom('bot_delivery').select(['id', 'message']).where('bot_id', '=', id).where('state', '=', 'Pending').orderBy('id').execute();
  expect(waiting.map(row => row.message)).toEqual(Array.from({ length: QUEUE_MAX }, (_, i) => `number ${10_000 - QUEUE_MAX + i}`));
  // The first and the last of them are told in this order; a thousand would take a minute.
  await system.sql.deleteFrom('bot_delivery').where('id', 'in', waiting.slice(15, -15).map(row => row.id)).execute();
  await world.runJobs();
  expect(server.events('/flooded').map(event => event.Message)).toEqual([...waiting.slice(0, 15), ...waiting.slice(-15)].map(row => row.message));
  expect(await system.sql.selectFrom('job').select('id').where('unique_key', '=', jobKey(id)).execute()).toEqual([]);
  world.clock.advance(HOUR_MS + MINUTE_MS);
}, 180_000);

test('BOT-19 what waits when a bot is stopped or loses its endpoint is not told, and says why', async () => {
  const [, first, second] = made;
  for (const bot of [first!, second!]) await put(bot.id, server.answer('/waiting'));
  await tell(first!.id, second!.id);
  const now = new chime.ChimeClient(clientConfig(world, key!));
  await now.send(new chime.UpdateBotCommand({ AccountId, BotId: first!.id, Disabled: true }));
  await now.send(new chime.DeleteEventsConfigurationCommand({ AccountId, BotId: second!.id }));
  await world.runJobs();
  expect(server.received.filter(request => !isChallenge(request))).toEqual([]);
  expect([(await log(first!.id))[0]!.reason, (await log(second!.id))[0]!.reason]).toEqual(['The bot was stopped.', 'The bot has no endpoint.']);
});
