import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import { writeMention } from '@carillon/wire/mentions.js';
import * as wire from '@carillon/wire/rest/chat.js';
import * as identity from '@carillon/wire/rest/identity.js';
import { createWorld, joinColleague, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';
import { insertMembers } from '../store.js';

let world: World;
let olga: TestPerson;
let anna: TestPerson;
let ben: TestPerson;
let counter = 0;

beforeAll(async () => {
  world = await createWorld();
  olga = await setUpOwner(world);
  anna = await joinColleague(world, olga, 'Anna Able');
  ben = await joinColleague(world, olga, 'Ben Brave');
});
afterAll(() => world.stop());

const at = (who: TestPerson, name = who.me.displayName) => `<@${who.me.id}|${name}>`;
const room = async (...members: TestPerson[]) => (await olga.call(wire.createRoom, { body: { name: 'Hall', personIds: members.map(one => one.me.id) } })).channel.id;
const say = async (who: TestPerson, channelId: ChannelId, content: string) =>
  (await who.call(wire.sendMessage, { params: { channelId }, body: { clientToken: `mention-${String(++counter).padStart(5, '0')}`, content } })).message;
const seen = async (who: TestPerson, channelId: ChannelId) => (await who.call(wire.getChannel, { params: { channelId } })).channel;

test('a member who is mentioned is told so, and counts it until it is read', async () => {
  const id = await room(anna, ben);
  const first = await say(olga, id, `Hello ${at(anna)}`);
  await say(olga, id, 'nothing for anybody');
  const all = await say(olga, id, 'Listen, <@all|everyone>');
  expect(first.mentions).toEqual([anna.me.id]);
  expect(all).toMatchObject({ content: 'Listen, <@all|All members>', mentions: ['all'] });
  expect((await seen(anna, id)).unreadMentions).toEqual([{ messageId: first.id, ordinal: 1 }, { messageId: all.id, ordinal: 3 }]);
  expect((await seen(ben, id)).unreadMentions).toEqual([{ messageId: all.id, ordinal: 3 }]);
  expect((await seen(olga, id)).unreadMentions).toEqual([]);
  await anna.call(wire.markRead, { params: { channelId: id }, body: { ordinal: 1 } });
  expect((await seen(anna, id)).unreadMentions).toEqual([{ messageId: all.id, ordinal: 3 }]);
  expect((await olga.call(wire.listMessages, { params: { channelId: id } })).messages.map(message => message.mentions)).toEqual([[anna.me.id], [], ['all']]);
});

test('whoever is no member stays words; a member has the name that is theirs, whatever was written', async () => {
  const id = await room(anna);
  const stranger = '01923456-789a-7000-8000-000000000000';
  const message = await say(anna, id, `${at(ben)} <@${stranger}|Nobody> ${at(olga, 'Anna\u202e Able')}`);
  expect(message.mentions).toEqual([olga.me.id]);
  expect(message.content).toBe(`${at(ben)} <@${stranger}|Nobody> ${at(olga, 'Olga Owner')}`);
});

test('a name that turns the direction of the line does not, in a mention', async () => {
  const carl = await joinColleague(world, olga, 'Carl Cross');
  await carl.call(identity.updateMe, { body: { displayName: 'Carl\u202e|<b>\u200b Cross' } });
  const id = await room(carl);
  expect((await say(olga, id, at(carl, 'C'))).content).toBe(`<@${carl.me.id}|Carl  b \u200b Cross>`);
});

test('a message mentions at most 50 people, each once, and a thousand mentions of one are one', async () => {
  const id = await room(anna);
  const ids = Array.from({ length: 51 }, (_, i) => `01923456-789a-7000-8000-${String(i).padStart(12, '0')}` as PersonId);
  await expect(say(olga, id, ids.map(one => writeMention(one, 'x')).join(''))).rejects.toMatchObject({ code: 'BadRequest', reason: 'too-many-mentions' });
  expect((await say(olga, id, ids.slice(1).map(one => writeMention(one, 'x')).join(''))).mentions).toEqual([]);
  expect((await say(olga, id, at(anna, 'A').repeat(200))).mentions).toEqual([anna.me.id]);
});

test('@present reaches those who have the room open on a device, and nobody else', async () => {
  const id = await room(anna, ben);
  const [device, other] = [await anna.connect(), await ben.connect()];
  device.send({ t: 'open', channelId: id });
  expect(await device.next(push => push.t === 'here')).toMatchObject({ channelId: id, people: [anna.me.id] });
  const message = await say(olga, id, '<@present|x>: lunch');
  expect(message).toMatchObject({ content: '<@present|Present members>: lunch', mentions: ['present', anna.me.id] });
  expect((await seen(ben, id)).unreadMentions).toEqual([]);
  expect((await seen(anna, id)).unreadMentions).toHaveLength(1);
  device.close();
  await vi.waitFor(async () => expect((await say(olga, id, '<@present|x>')).mentions).toEqual(['present']));
  other.close();
});

test('a room that one is not in is not opened, and a removed member is present no more', async () => {
  const id = await room(anna);
  const [mine, hers] = [await ben.connect(), await anna.connect()];
  mine.send({ t: 'open', channelId: id });
  hers.send({ t: 'open', channelId: id });
  await hers.next(push => push.t === 'here' && push.people.length === 1);
  expect((await say(olga, id, '<@present|x>')).mentions).toEqual(['present', anna.me.id]);
  await olga.call(wire.removeMember, { params: { channelId: id, personId: anna.me.id } });
  expect((await say(olga, id, `<@present|x> ${at(anna)}`)).mentions).toEqual(['present']);
  mine.close();
  hers.close();
});

test('TRN-12 @all in a room of 10,000 writes nothing for its members, and @present is refused above 50', async () => {
  const id = await room(anna);
  const crowd = Array.from({ length: 9_998 }, (_, i) => ({ id: `01923456-789a-7000-9000-${String(i).padStart(12, '0')}` as PersonId, kind: 'person' as const, role: 'Member' as const }));
  await insertMembers(world.app.system.sql, id, crowd, world.app.system.now());
  expect((await say(olga, id, '<@all|x> hello')).mentions).toEqual(['all']);
  expect((await seen(anna, id)).unreadMentions).toHaveLength(1);
  await expect(say(olga, id, '<@present|x> hello')).rejects.toMatchObject({ code: 'BadRequest', reason: 'room-too-large' });
});

test('the same token with another text gives the message that is there, and its mentions', async () => {
  const id = await room(anna, ben);
  const body = { clientToken: 'same-token-other-text', content: `first ${at(anna)}` };
  const { message } = await olga.call(wire.sendMessage, { params: { channelId: id }, body });
  const again = await olga.call(wire.sendMessage, { params: { channelId: id }, body: { ...body, content: `second ${at(ben)}` } });
  expect(again.message).toEqual(message);
  expect((await seen(ben, id)).unreadMentions).toEqual([]);
});

test('a quotation shows a mention as words', async () => {
  const id = await room(anna);
  const first = await say(olga, id, `Ask ${at(anna)}`);
  const { message } = await anna.call(wire.sendMessage, { params: { channelId: id }, body: { clientToken: 'quoting-a-mention', content: 'Yes?', quotedMessageId: first.id } });
  expect(message.quoted?.excerpt).toBe('Ask @Anna Able');
  expect(message.mentions).toEqual([]);
});
