import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { systemChance } from '@carillon/kernel/chance.js';
import type { ChannelId } from '@carillon/kernel/ids.js';
import { MINUTE_MS, SECOND_MS } from '@carillon/kernel/clock.js';
import * as chat from '@carillon/wire/rest/chat.js';
import * as identity from '@carillon/wire/rest/identity.js';
import * as meetings from '@carillon/wire/rest/meetings.js';
import * as wire from '@carillon/wire/rest/notifications.js';
import { PushBrowser, PushService } from '@carillon/testkit/push-service.js';
import { createWorld, joinColleague, setUpOwner, signInAgain, type TestPerson, type World } from '@carillon/testkit/world.js';

let world: World;
let olga: TestPerson;
let anna: TestPerson;
let direct: ChannelId;
let room: ChannelId;
const service = new PushService();
let counter = 0;

beforeAll(async () => {
  await service.listen();
  world = await createWorld(['--push-private-addresses']);
  olga = await setUpOwner(world);
  anna = await joinColleague(world, olga, 'Anna Able');
  direct = (await olga.call(chat.openConversation, { body: { personIds: [anna.me.id] } })).channel.id;
  room = (await olga.call(chat.createRoom, { body: { name: 'Harbour', personIds: [anna.me.id] } })).channel.id;
  await subscribe(anna, '/anna');
});
afterAll(async () => {
  service.close();
  await world?.stop();
});
beforeEach(() => {
  service.received.length = 0;
  world.clock.advance(11 * SECOND_MS);
});

async function subscribe(who: TestPerson, path: string): Promise<void> {
  await who.call(wire.subscribePush, { body: service.subscribe(path, new PushBrowser(systemChance.bytes(16))) });
}

async function say(channelId: ChannelId, content: string): Promise<typeof service.received> {
  await olga.call(chat.sendMessage, { params: { channelId }, body: { clientToken: `push-${String(++counter).padStart(6, '0')}`, content } });
  await world.app.notifier.settled();
  return service.received;
}

const settings = (set: Partial<wire.NotificationSettings>) => anna.call(wire.updateNotifications, { body: set });

test('a message reaches the browser of whoever is away, signed for its push service by our own key, without a name or a word in it', async () => {
  const [push, ...more] = await say(direct, 'the secret plan');
  expect(more).toEqual([]);
  expect(push).toMatchObject({ path: '/anna', headers: { 'content-encoding': 'aes128gcm', ttl: '86400', urgency: 'normal' }, message: { title: 'Carillon', body: 'New message', path: `/chat/${direct}?m=${push!.message.path.split('=')[1]}` } });
  expect(push!.senderKey).toBe((await anna.call(wire.getNotifications, {})).pushKey);
  expect(push!.token.sub).toMatch(/^(mailto|https):/);
  const hours = (push!.token.exp * 1000 - world.clock.now()) / 3_600_000;
  expect(hours > 0 && hours <= 24).toBe(true);
  expect(JSON.stringify(push!.message)).not.toMatch(/secret|Olga/);
});

test('with the person’s leave a push says who writes and what, in their language', async () => {
  await settings({ pushContent: true });
  expect((await say(room, `<@${anna.me.id}|Anna Able>, come <b>here</b>`))[0]).toMatchObject({ headers: { urgency: 'high' }, message: { title: 'Olga Owner', body: '@Anna Able, come <b>here</b>' } });
  await settings({ pushContent: false });
  await anna.call(identity.updateMe, { body: { locale: 'it' } });
  world.clock.advance(11 * SECOND_MS);
  expect((await say(room, `<@${anna.me.id}|Anna Able>`))[1]).toMatchObject({ message: { body: 'Qualcuno ti ha menzionato' } });
  await anna.call(identity.updateMe, { body: { locale: 'en' } });
});

test('many messages in ten seconds are one push, and the next comes after them', async () => {
  for (let i = 0; i < 5; i++) await say(direct, `burst ${i}`);
  expect(service.received).toHaveLength(1);
  world.clock.advance(11 * SECOND_MS);
  expect(await say(direct, 'later')).toHaveLength(2);
});

test('levels, do not disturb and a device in use keep pushes away, and unread counts go on', async () => {
  await settings({ desktop: 'mentions' });
  expect(await say(room, 'for nobody in particular')).toEqual([]);
  await settings({ desktop: 'never' });
  expect(await say(direct, 'never')).toEqual([]);
  await settings({ desktop: 'always' });
  await anna.call(identity.setStatus, { body: { mode: 'dnd' } });
  expect(await say(direct, 'quiet')).toEqual([]);
  await anna.call(identity.setStatus, { body: { mode: 'automatic' } });
  const laptop = await anna.connect();
  laptop.send({ t: 'view', visible: true });
  laptop.send({ t: 'ping' });
  await laptop.next(push => push.t === 'pong');
  expect(await say(direct, 'seen on the laptop')).toEqual([]);
  laptop.send({ t: 'view', visible: false });
  laptop.send({ t: 'ping' });
  await laptop.next(push => push.t === 'pong');
  expect(await say(direct, 'the window is covered')).toHaveLength(1);
  laptop.close();
  await laptop.closed;
  const { channels } = await anna.call(chat.listChannels, {});
  const { messageCount, lastReadOrdinal } = channels.find(channel => channel.id === direct)!;
  expect(messageCount - lastReadOrdinal).toBeGreaterThan(6);
});

test('a meeting that starts in a conversation calls, briefly and urgently, unless one wants no calls', async () => {
  const { meeting } = await olga.call(meetings.startMeeting, { body: { channelId: direct } });
  await world.app.notifier.settled();
  expect(service.received).toMatchObject([{ headers: { ttl: '60', urgency: 'high' }, message: { body: 'A meeting has started', path: `/m/${meeting.number}` } }]);
});

test('a subscription ends with its session, when the browser gave it up, and when another session takes the browser', async () => {
  const phone = await signInAgain(world, anna, 'Mozilla/5.0 (Linux; Android 16) Mobile');
  await subscribe(phone, '/phone');
  expect((await say(direct, 'to both')).map(push => push.path).sort()).toEqual(['/anna', '/phone']);
  await phone.call(identity.signOut, {});
  service.received.length = 0;
  world.clock.advance(MINUTE_MS);
  expect((await say(direct, 'to one')).map(push => push.path)).toEqual(['/anna']);
  service.answers.set('/anna', 410);
  world.clock.advance(MINUTE_MS);
  await say(direct, 'gone');
  expect((await anna.call(wire.getNotifications, {})).subscribed).toBe(false);
  service.answers.clear();
  await subscribe(anna, '/shared');
  await subscribe(olga, '/shared');
  expect((await anna.call(wire.getNotifications, {})).subscribed).toBe(false);
});

test('nobody’s own message comes back to them, a guest subscribes to nothing, and a broken key harms nobody', async () => {
  const { endpoint, auth } = service.subscribe('/broken', new PushBrowser(systemChance.bytes(16)));
  await anna.call(wire.subscribePush, { body: { endpoint, auth, p256dh: Buffer.alloc(65, 4).toString('base64url') } });
  expect(await say(direct, 'cannot be encrypted')).toEqual([]);
  await expect(world.browser().call(wire.subscribePush, { body: service.subscribe('/nobody', new PushBrowser(systemChance.bytes(16))) })).rejects.toMatchObject({ code: expect.stringMatching(/Forbidden|Unauthorized/) });
});

test('without the operator’s option a push service over plain HTTP is refused', async () => {
  const strict = await createWorld();
  const owner = await setUpOwner(strict);
  await expect(owner.call(wire.subscribePush, { body: service.subscribe('/x', new PushBrowser(systemChance.bytes(16))) })).rejects.toMatchObject({ reason: 'push-endpoint' });
  await strict.stop();
});
