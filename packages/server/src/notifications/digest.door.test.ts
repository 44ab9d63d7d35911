import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChannelId } from '@carillon/kernel/ids.js';
import { HOUR_MS, MINUTE_MS } from '@carillon/kernel/clock.js';
import * as chat from '@carillon/wire/rest/chat.js';
import * as identity from '@carillon/wire/rest/identity.js';
import * as wire from '@carillon/wire/rest/notifications.js';
import { createWorld, joinColleague, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';
import { mailDigests } from './digest.js';

let world: World;
let olga: TestPerson;
let anna: TestPerson;
let direct: ChannelId;
let room: ChannelId;
let counter = 0;

beforeAll(async () => {
  world = await createWorld();
  olga = await setUpOwner(world);
  anna = await joinColleague(world, olga, 'Anna Able');
  direct = (await olga.call(chat.openConversation, { body: { personIds: [anna.me.id] } })).channel.id;
  room = (await olga.call(chat.createRoom, { body: { name: 'Harbour', personIds: [anna.me.id] } })).channel.id;
});
afterAll(() => world?.stop());

const say = async (channelId: ChannelId, content: string) => (await olga.call(chat.sendMessage, { params: { channelId }, body: { clientToken: `digest-${String(++counter).padStart(6, '0')}`, content } })).message;
async function digests(): Promise<{ subject: string; text: string }[]> {
  await mailDigests(world.app.system);
  return (await world.mailbox(anna.me.email)).filter(mail => /unread|leggere/.test(mail.subject));
}

test('whoever is away for a quarter of an hour is mailed once in four hours about direct messages and mentions, without their words', async () => {
  const socket = await anna.connect();
  await say(direct, 'the secret plan');
  await say(direct, 'another one');
  await say(room, `<@${anna.me.id}|Anna Able> look`);
  await say(room, 'nobody in particular');
  world.clock.advance(20 * MINUTE_MS);
  expect(await digests()).toEqual([]);
  socket.close();
  await socket.closed;
  await expect.poll(() => world.app.gateway.presence.onlineCount).toBe(0);
  world.clock.advance(14 * MINUTE_MS);
  expect(await digests()).toEqual([]);
  world.clock.advance(MINUTE_MS);
  const [mail] = await digests();
  expect(mail!.subject).toBe('3 unread messages for you');
  expect(mail!.text).toContain('* a conversation: 2 messages\n* Harbour: 1 message');
  expect(mail!.text).toMatch(/\/settings$/);
  expect(mail!.text).not.toMatch(/secret|Olga/);
  world.clock.advance(MINUTE_MS);
  await say(direct, 'soon after');
  world.clock.advance(HOUR_MS);
  expect(await digests()).toHaveLength(1);
  world.clock.advance(3 * HOUR_MS + MINUTE_MS);
  const again = await digests();
  expect(again).toHaveLength(2);
  expect(again[0]!.subject).toBe('An unread message for you');
  world.clock.advance(5 * HOUR_MS);
  expect(await digests()).toHaveLength(2);
});

test('with leave it quotes, in Italian for whoever reads Italian; turned off, read or undisturbed nothing comes', async () => {
  const before = (await digests()).length;
  await anna.call(identity.updateMe, { body: { locale: 'it' } });
  await anna.call(wire.updateNotifications, { body: { digestContent: true } });
  await say(room, `<@all|tutti> la nave   arriva`);
  world.clock.advance(5 * HOUR_MS);
  const [mail, ...rest] = await digests();
  expect(rest).toHaveLength(before);
  expect(mail).toMatchObject({ subject: 'Un messaggio per te da leggere', text: expect.stringContaining('* Olga Owner (Harbour): @all la nave arriva') });
  await anna.call(wire.updateNotifications, { body: { digest: false } });
  const last = await say(direct, 'off');
  world.clock.advance(5 * HOUR_MS);
  expect(await digests()).toHaveLength(before + 1);
  await anna.call(wire.updateNotifications, { body: { digest: true } });
  await anna.call(identity.setStatus, { body: { mode: 'dnd' } });
  expect(await digests()).toHaveLength(before + 1);
  await anna.call(identity.setStatus, { body: { mode: 'automatic' } });
  await anna.call(chat.markRead, { params: { channelId: direct }, body: { ordinal: last.ordinal } });
  expect(await digests()).toHaveLength(before + 1);
});
