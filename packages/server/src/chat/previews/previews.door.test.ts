import * as chime from '@aws-sdk/client-chime';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '@carillon/kernel/clock.js';
import type { ChannelId, MessageId } from '@carillon/kernel/ids.js';
import * as wire from '@carillon/wire/rest/chat.js';
import * as rooms from '@carillon/wire/rest/rooms.js';
import { clientConfig, createAdministratorKey } from '@carillon/testkit/aws.js';
import { PageServer } from '@carillon/testkit/page-server.js';
import { createWorld, joinColleague, makeEnterprise, setUpOwner, signInAgain, signUp, type TestPerson, type World } from '@carillon/testkit/world.js';
import { blankMessage } from '../messages/message-store.js';
import { deleteExpiredMessages } from '../retention/delete-expired.js';
import { KEPT_MS } from './preview-link.js';
import { previewKeys } from './model.js';
import { deletePreviews } from './preview-store.js';

const server = new PageServer();
let world: World;
let olga: TestPerson;
let anna: TestPerson;
let eve: TestPerson;
let room: ChannelId;
let jpeg: Buffer;
let gif: Buffer;
let count = 0;

beforeAll(async () => {
  await server.listen();
  world = await createWorld(['--link-previews', 'on', '--preview-private-addresses', '--sign-up', 'open']);
  olga = await setUpOwner(world);
  anna = await joinColleague(world, olga, 'Anna Able');
  eve = await signUp(world, 'Eve Elsewhere', 'eve@other.example');
  await makeEnterprise(world, olga);
  jpeg = await sharp({ create: { width: 1_200, height: 630, channels: 3, background: '#0b6b6b' } }).jpeg().toBuffer();
  gif = await animated(64, 48, 3);
});
afterAll(async () => {
  server.close();
  await world?.stop();
});
beforeEach(async () => {
  server.asked.length = 0;
  // What one test fetched is old for the next.
  world.clock.advance(KEPT_MS + MINUTE_MS);
  room = (await olga.call(wire.createRoom, { body: { name: 'Links', personIds: [anna.me.id] } })).channel.id;
});

async function animated(width: number, height: number, frames: number): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3 * frames);
  for (let at = 0; at < pixels.length; at++) pixels[at] = (at * 7 + Math.floor(at / (width * height * 3)) * 80) & 255;
  return sharp(pixels, { raw: { width, height: height * frames, channels: 3, pageHeight: height } }).gif().toBuffer();
}

/** The same frames on a canvas of another size (GIF89a, logical screen descriptor). */
function resized(bytes: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt16LE(width, 6);
  copy.writeUInt16LE(height, 8);
  return copy;
}

const send = async (content: string, who = olga, channelId = room) => (await who.call(wire.sendMessage, { params: { channelId }, body: { clientToken: `links-${String(++count).padStart(6, '0')}`, content } })).message;
const read = async (who: TestPerson, id: MessageId, channelId = room) => (await who.call(wire.listMessages, { params: { channelId } })).messages.find(message => message.id === id);
const waiting = async () => (await world.app.system.sql.selectFrom('job').select('kind').where('kind', '=', 'chat.preview-link').execute()).length;
const rowOf = (id: MessageId) => world.app.system.sql.selectFrom('link_preview').selectAll().where('message_id', '=', id).executeTakeFirst();
const blobsOf = async (id: MessageId) => (await Promise.all(previewKeys(id).map(key => world.app.system.blobs.read(key)))).filter(Boolean).length;

async function previewed(content: string): Promise<wire.Message> {
  const { id } = await send(content);
  await world.runJobs();
  return (await read(anna, id))!;
}

async function redact(id: MessageId): Promise<void> {
  const client = new chime.ChimeClient(clientConfig(world, await createAdministratorKey(world)));
  await client.send(new chime.RedactRoomMessageCommand({ AccountId: olga.me.account!.id, RoomId: room, MessageId: id }));
}

test('a link gets title, description, site and picture; history, events, search and the list of rooms carry them', async () => {
  server.file('/bells.jpg', 'image/jpeg', jpeg);
  const link = server.page('/bells', '<title>no</title><meta property="og:title" content="Bells &amp; towers"><meta property="og:description" content="How bells are cast."><meta property="og:site_name" content="The Foundry"><meta property="og:image" content="/bells.jpg"><link rel="canonical" href="/bells/">');
  const before = await olga.call(wire.getChannel, { params: { channelId: room } });
  const sent = await send(`Have a look: ${link}#casting (and http://127.0.0.1:1/never)`);
  expect(sent.preview).toBeUndefined();
  await world.runJobs();
  const preview = { address: `${server.origin}/bells/`, siteName: 'The Foundry', title: 'Bells & towers', description: 'How bells are cast.', picture: { width: 1_200, height: 630, moves: false } };
  expect(await read(anna, sent.id)).toEqual({ ...sent, preview });
  const { events } = await anna.call(wire.listEvents, { params: { channelId: room }, query: { after: before.channel.lastSeq } });
  expect(events).toMatchObject([{ kind: 'message', message: { preview } }, { kind: 'previewed', messageId: sent.id, preview }]);
  expect((await anna.call(wire.searchMessages, { body: { q: 'look', in: room } })).messages[0]?.preview).toEqual(preview);
  const { channel } = await anna.call(wire.getChannel, { params: { channelId: room } });
  expect(channel).toMatchObject({ lastMessage: { preview }, messageCount: 1, lastSeq: sent.seq + 1 });
  expect(server.asked.map(one => one.path)).toEqual(['/bells', '/bells.jpg']);
});

test('the picture is our own encoding, for members alone, and hidden with its message', async () => {
  server.file('/picture.jpg', 'image/jpeg', await sharp(jpeg).withExif({ IFD0: { Artist: 'Somebody' } }).toBuffer());
  const { id } = await previewed(server.page('/with-picture', '<title>With a picture</title><meta name="twitter:image" content="picture.jpg">'));
  const response = await anna.fetch(`/api/messages/${id}/preview`);
  expect(response.headers.get('content-type')).toBe('image/webp');
  expect(response.headers.get('content-security-policy')).toContain('sandbox');
  const metadata = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
  expect(metadata).toMatchObject({ format: 'webp', width: 400 });
  expect(metadata.exif).toBeUndefined();
  for (const path of [`/api/messages/${id}/preview/moving`, '/api/messages/none/preview', `/api/messages/${room}/preview`]) expect((await anna.fetch(path)).status, path).toBe(404);
  for (const who of [eve, world.browser()]) expect((await who.fetch(`/api/messages/${id}/preview`)).ok).toBe(false);
  await olga.call(wire.removeMember, { params: { channelId: room, personId: anna.me.id } });
  expect((await anna.fetch(`/api/messages/${id}/preview`)).status).toBe(404);
});

test('a link to a picture shows it, a GIF with its motion; what only says that it is one shows nothing', async () => {
  const still = await previewed(server.file('/a.png', 'image/png', await sharp(jpeg).png().toBuffer()));
  expect(still.preview).toMatchObject({ title: null, picture: { width: 1_200, height: 630, moves: false } });
  const moving = await previewed(server.file('/a.gif', 'image/gif', gif));
  expect(moving.preview).toMatchObject({ address: `${server.origin}/a.gif`, title: null, picture: { width: 64, height: 48, moves: true } });
  const bytes = Buffer.from(await (await anna.fetch(`/api/messages/${moving.id}/preview/moving`)).arrayBuffer());
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', pages: 3, loop: 0 });
  const bomb = await previewed(server.file('/bomb.png', 'image/png', await sharp({ create: { width: 8_000, height: 8_000, channels: 3, background: '#000' } }).png().toBuffer()));
  expect(bomb.preview).toBeUndefined();
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>');
  for (const type of ['image/svg+xml', 'image/png']) expect((await previewed(server.file(`/drawing-${type.length}`, type, svg))).preview).toBeUndefined();
  expect(await waiting()).toBe(0);
});

test('a page without its picture is shown without; a sign of the site stands in for one; a page without a title shows nothing', async () => {
  const bare = await previewed(server.page('/bare', '<title>Bare</title><meta property="og:image" content="http://169.254.169.254/x.png"><meta property="og:image" content="/gone.png">'));
  expect(bare.preview).toEqual({ address: `${server.origin}/bare`, siteName: null, title: 'Bare', description: null, picture: null });
  server.file('/icon.png', 'image/png', await sharp(jpeg).resize(32, 32).png().toBuffer());
  expect((await previewed(server.page('/icon', '<title>Icon</title><meta property="og:image" content="/gone.png"><link rel="icon" href="icon.png">'))).preview?.picture).toEqual({ width: 32, height: 32, moves: false });
  expect((await previewed(server.page('/nameless', '<meta name="description" content="…">'))).preview).toBeUndefined();
  expect((await previewed(`${server.origin}/missing`)).preview).toBeUndefined();
  expect(await waiting()).toBe(0);
});

test('a room of pastes asks once, also at the same moment, and anew after some minutes; each message has its own picture', async () => {
  server.file('/once.jpg', 'image/jpeg', jpeg);
  const link = server.page('/once', '<title>Once</title><meta property="og:image" content="once.jpg">');
  const ids = await Promise.all(Array.from({ length: 6 }, async (_, i) => (await send(`${link} ${i}`, i % 2 ? anna : olga)).id));
  await world.runJobs();
  const later = await previewed(`${link} again`);
  expect([server.count('/once'), server.count('/once.jpg')]).toEqual([1, 1]);
  for (const id of [...ids, later.id]) {
    expect((await read(anna, id))?.preview?.title).toBe('Once');
    expect((await anna.fetch(`/api/messages/${id}/preview`)).status).toBe(200);
  }
  world.clock.advance(KEPT_MS + SECOND_MS);
  await previewed(`${link} much later`);
  expect(server.count('/once')).toBe(2);
});

test('a server that fails is asked three times in all, and what comes right in between is shown', async () => {
  let answers = 0;
  const failing = server.answer('/failing', response => void (++answers, response.writeHead(503).end()));
  const { id } = await send(failing);
  for (let minute = 0; minute < 60; minute++) {
    await world.runJobs();
    world.clock.advance(MINUTE_MS);
  }
  expect(answers).toBe(3);
  expect((await read(anna, id))?.preview).toBeUndefined();
  expect(await waiting()).toBe(0);
  const mending = server.answer('/mending', response => void response.writeHead(500).end());
  const mended = await send(mending);
  await world.runJobs();
  server.page('/mending', '<title>Mended</title>');
  world.clock.advance(MINUTE_MS);
  await world.runJobs();
  expect((await read(anna, mended.id))?.preview?.title).toBe('Mended');
});

test('Carillon’s own addresses, code and other protocols are not asked for', async () => {
  for (const content of [`${world.url}/m/1234567890`, '`http://127.0.0.1/`', 'ftp://127.0.0.1/ file:///etc/passwd gopher://127.0.0.1/', `http://user:word@${new URL(server.origin).host}/x`, '/code http://127.0.0.1/']) {
    const { id } = await send(content);
    await world.runJobs();
    expect((await read(anna, id))?.preview).toBeUndefined();
  }
  expect(server.asked).toEqual([]);
  expect(await waiting()).toBe(0);
});

test('whoever pastes very many links gets no more previews for a while', async () => {
  const link = server.page('/many', '<title>Many</title>');
  const paula = await joinColleague(world, olga, 'Paula Paste');
  const { channel } = await paula.call(wire.createRoom, { body: { name: 'Many', personIds: [] } });
  for (let i = 0; i < 61; i++) await send(`${link} ${i}`, paula, channel.id);
  await world.runJobs();
  const { messages } = await paula.call(wire.listMessages, { params: { channelId: channel.id }, query: { limit: 100 } });
  expect(messages.filter(message => message.preview).length).toBe(60);
});

test('a redaction takes preview and picture away for everybody, from the log and from the disk', async () => {
  server.file('/secret.gif', 'image/gif', gif);
  const { id, seq } = await previewed(`${server.origin}/secret.gif`);
  expect(await blobsOf(id)).toBe(2);
  await redact(id);
  expect((await read(anna, id))?.preview).toBeUndefined();
  const { events } = await anna.call(wire.listEvents, { params: { channelId: room }, query: { after: seq - 1 } });
  expect(events.map(event => [event.kind, 'preview' in event ? event.preview : undefined])).toEqual([['message', undefined], ['previewed', null], ['redacted', undefined]]);
  expect(JSON.stringify(await world.app.system.sql.selectFrom('channel_event').selectAll().where('channel_id', '=', room).execute())).not.toContain('secret');
  for (const path of ['preview', 'preview/moving']) expect((await anna.fetch(`/api/messages/${id}/${path}`)).status).toBe(404);
  expect(await rowOf(id)).toBeUndefined();
  await expect.poll(() => blobsOf(id)).toBe(0);
});

test('a message that is redacted while its link is looked at never gets a preview', async () => {
  const { system } = world.app;
  for (let round = 0; round < 4; round++) {
    const race: { id?: MessageId; redaction?: Promise<unknown> } = {};
    const link = server.answer(`/race-${round}`, response => {
      race.redaction = round === 0 ? redact(race.id!).then(() => void response.writeHead(200, { 'content-type': 'image/gif' }).end(gif)) : system.tx(async tx => {
        await blankMessage(tx.sql, { id: race.id!, channelId: room }, { at: system.now(), byArn: 'arn:aws:iam::111122223333:root' });
        // The answer comes while the redaction is still under way.
        response.writeHead(200, { 'content-type': 'image/gif' }).end(gif);
        await deletePreviews(tx.sql, [race.id!]);
      });
    });
    const { id } = await send(link);
    race.id = id;
    await world.runJobs();
    await race.redaction;
    expect(server.count(`/race-${round}`)).toBe(1);
    expect(await rowOf(id)).toBeUndefined();
    expect(await blobsOf(id)).toBe(0);
    expect((await read(anna, id))?.preview).toBeUndefined();
  }
});

test('a room that is deleted takes its previews along', async () => {
  const { id } = await previewed(server.file('/room.gif', 'image/gif', gif));
  await olga.call(rooms.deleteRoom, { params: { channelId: room } });
  await world.runJobs();
  expect(await rowOf(id)).toBeUndefined();
  expect(await blobsOf(id)).toBe(0);
});

test('RET-22 retention hides a preview with its message and deletes it with it', async () => {
  const { id, seq } = await previewed(server.file('/kept.gif', 'image/gif', gif));
  const client = () => createAdministratorKey(world).then(key => new chime.ChimeClient(clientConfig(world, key)));
  await (await client()).send(new chime.PutRetentionSettingsCommand({ AccountId: olga.me.account!.id, RetentionSettings: { RoomRetentionSettings: { RetentionDays: 10 }, ConversationRetentionSettings: {} } }));
  world.clock.advance(11 * DAY_MS);
  expect((await anna.fetch(`/api/messages/${id}/preview`)).status).toBe(404);
  const { events } = await anna.call(wire.listEvents, { params: { channelId: room }, query: { after: seq - 1 } });
  expect(events).toMatchObject([{ kind: 'expired' }, { kind: 'previewed', preview: null }]);
  expect(await blobsOf(id)).toBe(2);
  await deleteExpiredMessages(world.app.system);
  world.clock.advance(31 * DAY_MS);
  await deleteExpiredMessages(world.app.system);
  expect(await rowOf(id)).toBeUndefined();
  expect(await blobsOf(id)).toBe(0);
  [olga, anna] = [await signInAgain(world, olga), await signInAgain(world, anna)];
});

test('an attached GIF moves within bounds; one that is too large for every browser stands still', async () => {
  const upload = async (bytes: Uint8Array) => (await olga.call(wire.uploadAttachment, { params: { channelId: room }, query: { name: 'a.gif' }, bytes })).attachment.picture;
  expect(await upload(gif)).toEqual({ width: 64, height: 48, moves: true });
  expect(await upload(await sharp(gif).gif().toBuffer())).toEqual({ width: 64, height: 48 });
  const large = Buffer.alloc(2_010 * 2_010 * 3 * 2).fill(255, 2_010 * 2_010 * 3);
  expect(await upload(await sharp(large, { raw: { width: 2_010, height: 2_010 * 2, channels: 3, pageHeight: 2_010 } }).gif().toBuffer())).toEqual({ width: 2_010, height: 2_010 });
  // Our library takes the size of the frames, browsers take the canvas: whoever lies about it is not shown in motion.
  expect(await upload(resized(gif, 65_535, 65_535))).toEqual({ width: 64, height: 48 });
});

test('without leave for private addresses nothing in here is asked for, by whatever name; switched off, nothing at all', async () => {
  const port = new URL(server.origin).port;
  const inner = [
    server.page('/inner', '<title>Inner</title>'), 'http://127.0.0.1/', 'http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://[::1]/', 'http://[::ffff:127.0.0.1]/', 'http://[::]/', 'http://0.0.0.0/',
    'http://[64:ff9b::7f00:1]/', 'http://localhost/', `http://localhost:${port}/inner`, 'http://169.254.169.254/latest/meta-data/', 'http://10.0.0.1/', 'http://user@127.0.0.1/', 'https://localhost/',
  ];
  for (const flags of [['--link-previews', 'on'], ['--link-previews', 'off', '--preview-private-addresses']]) {
    const other = await createWorld(flags);
    const owner = await setUpOwner(other);
    const { channel } = await owner.call(wire.createRoom, { body: { name: 'Inner', personIds: [] } });
    for (const link of inner) await send(link, owner, channel.id);
    await other.runJobs();
    const { messages } = await owner.call(wire.listMessages, { params: { channelId: channel.id }, query: { limit: 100 } });
    expect(messages.filter(message => message.preview)).toEqual([]);
    // Refused for good: no second try waits.
    expect(await other.app.system.sql.selectFrom('job').select('kind').where('kind', '=', 'chat.preview-link').execute()).toEqual([]);
    await other.stop();
  }
  expect(server.asked).toEqual([]);
});
