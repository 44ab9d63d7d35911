import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChannelId } from '@carillon/kernel/ids.js';
import * as wire from '@carillon/wire/rest/chat.js';
import * as rooms from '@carillon/wire/rest/rooms.js';
import { createWorld, joinColleague, setUpOwner, signInAgain, type TestPerson, type World } from '@carillon/testkit/world.js';

let world: World;
let olga: TestPerson;
let anna: TestPerson;
let phone: TestPerson;
let ben: TestPerson;
let counter = 0;

beforeAll(async () => {
  world = await createWorld();
  olga = await setUpOwner(world);
  anna = await joinColleague(world, olga, 'Anna Able');
  phone = await signInAgain(world, anna);
  ben = await joinColleague(world, olga, 'Ben Brave');
});
afterAll(() => world.stop());

const room = async (...members: TestPerson[]) => (await olga.call(wire.createRoom, { body: { name: 'Hall', personIds: members.map(one => one.me.id) } })).channel.id;
const say = async (who: TestPerson, channelId: ChannelId, content: string) =>
  (await who.call(wire.sendMessage, { params: { channelId }, body: { clientToken: `settings-${String(++counter).padStart(5, '0')}`, content } })).message;
const settingsOf = async (who: TestPerson, channelId: ChannelId) => (await who.call(wire.getChannel, { params: { channelId } })).channel.settings;
const change = (who: TestPerson, channelId: ChannelId, body: object) => who.call(rooms.changeSettings, { params: { channelId }, body });

test('what one device sets for a room the others of the same person hear, and nobody else', async () => {
  const id = await room(anna, ben);
  const [hers, his] = [await phone.connect(), await ben.connect()];
  const { settings } = await change(anna, id, { favourite: true, desktop: 'mentions' });
  expect(settings).toEqual({ favourite: true, hidden: false, desktop: 'mentions', mobile: 'always', position: null });
  await hers.next(push => push.t === 'change' && push.change.kind === 'channel-settings' && push.change.channelId === id && push.change.settings.desktop === 'mentions');
  expect(await settingsOf(ben, id)).toEqual({ favourite: false, hidden: false, desktop: 'always', mobile: 'always', position: null });
  expect(his.pushes.filter(push => push.t === 'change' && push.change.kind === 'channel-settings')).toEqual([]);
  await change(phone, id, { mobile: 'never' });
  expect(await settingsOf(anna, id)).toMatchObject({ desktop: 'mentions', mobile: 'never' });
  hers.close();
  his.close();
});

test('favourites keep the order they were put in; what is none of one’s own is passed over', async () => {
  const [one, two, foreign] = [await room(anna), await room(anna), await room(ben)];
  for (const channelId of [one, two]) await change(anna, channelId, { favourite: true });
  await anna.call(rooms.orderFavourites, { body: { channelIds: [foreign, two, one] } });
  expect([(await settingsOf(anna, two)).position, (await settingsOf(anna, one)).position]).toEqual([0, 1]);
  await change(anna, two, { favourite: false });
  expect(await settingsOf(anna, two)).toMatchObject({ favourite: false, position: null });
  expect((await settingsOf(ben, foreign)).position).toBeNull();
});

test('a mention opens a hidden room for whoever is online, and leaves it hidden for who is away', async () => {
  const id = await room(anna, ben);
  await change(anna, id, { hidden: true });
  await change(ben, id, { hidden: true });
  const hers = await phone.connect();
  await say(olga, id, 'nothing for anybody');
  expect(await settingsOf(anna, id)).toMatchObject({ hidden: true });
  await say(olga, id, '<@all|all>: come');
  await hers.next(push => push.t === 'change' && push.change.kind === 'channel-settings' && push.change.channelId === id && push.change.settings.hidden === false);
  expect(await settingsOf(anna, id)).toMatchObject({ hidden: false });
  expect(await settingsOf(ben, id)).toMatchObject({ hidden: true });
  hers.close();
});

test('a hidden conversation comes back with anything that is said in it', async () => {
  const { channel } = await anna.call(wire.openConversation, { body: { personIds: [ben.me.id] } });
  await change(anna, channel.id, { hidden: true });
  await say(ben, channel.id, 'are you there?');
  expect(await settingsOf(anna, channel.id)).toMatchObject({ hidden: false });
});

test('settings of a channel one left, was never in, or that is gone, look the same', async () => {
  const id = await room(anna);
  await olga.call(wire.removeMember, { params: { channelId: id, personId: anna.me.id } });
  for (const channelId of [id, '01923456-789a-7000-8000-000000000000' as ChannelId]) await expect(change(anna, channelId, { hidden: true })).rejects.toMatchObject({ code: 'NotFound' });
  await expect(change(ben, id, { favourite: true })).rejects.toMatchObject({ code: 'NotFound' });
  await expect(change(olga, id, { desktop: 'sometimes' })).rejects.toMatchObject({ code: 'BadRequest' });
});

test('whoever comes back into a room finds it as a new member does', async () => {
  const id = await room(anna);
  await change(anna, id, { favourite: true, hidden: true, desktop: 'never' });
  await olga.call(wire.removeMember, { params: { channelId: id, personId: anna.me.id } });
  await olga.call(wire.addMembers, { params: { channelId: id }, body: { personIds: [anna.me.id] } });
  expect(await settingsOf(anna, id)).toEqual({ favourite: false, hidden: false, desktop: 'always', mobile: 'always', position: null });
});
