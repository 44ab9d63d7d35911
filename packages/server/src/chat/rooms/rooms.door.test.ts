import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '@carillon/kernel/clock.js';
import type { ChannelId } from '@carillon/kernel/ids.js';
import * as wire from '@carillon/wire/rest/chat.js';
import * as identity from '@carillon/wire/rest/identity.js';
import * as rooms from '@carillon/wire/rest/rooms.js';
import { createWorld, joinColleague, setUpOwner, signUp, type TestPerson, type World } from '@carillon/testkit/world.js';

let world: World;
let olga: TestPerson;
let anna: TestPerson;
let ben: TestPerson;
let stranger: TestPerson;
let counter = 0;

beforeAll(async () => {
  world = await createWorld(['--sign-up', 'open']);
  olga = await setUpOwner(world);
  anna = await joinColleague(world, olga, 'Anna Able');
  ben = await joinColleague(world, olga, 'Ben Brave');
  stranger = await signUp(world, 'Sam Stranger', 'sam@other.example');
});
afterAll(() => world.stop());

const room = async (name: string, ...members: TestPerson[]) => (await olga.call(wire.createRoom, { body: { name, personIds: members.map(one => one.me.id) } })).channel.id;
const seen = async (who: TestPerson, channelId: ChannelId) => (await who.call(wire.getChannel, { params: { channelId } })).channel;
const ask = (who: TestPerson, channelId: ChannelId) => who.call(rooms.askForAccess, { params: { channelId } });
const answer = (who: TestPerson, channelId: ChannelId, asker: TestPerson, approve: boolean) => who.call(rooms.answerAccessRequest, { params: { channelId, personId: asker.me.id }, body: { approve } });
const say = (who: TestPerson, channelId: ChannelId, content: string) => who.call(wire.sendMessage, { params: { channelId }, body: { clientToken: `rooms-${String(++counter).padStart(5, '0')}`, content } });

test('members invite once the room’s administrators let them, and only they say so', async () => {
  const id = await room('Open house', anna);
  const add = () => anna.call(wire.addMembers, { params: { channelId: id }, body: { personIds: [ben.me.id] } });
  await expect(add()).rejects.toMatchObject({ code: 'Forbidden', reason: 'administrators-only' });
  await expect(anna.call(rooms.setInvitePolicy, { params: { channelId: id }, body: { invitePolicy: 'members' } })).rejects.toMatchObject({ code: 'Forbidden' });
  await olga.call(rooms.setInvitePolicy, { params: { channelId: id }, body: { invitePolicy: 'members' } });
  expect((await seen(anna, id)).invitePolicy).toBe('members');
  expect((await add()).channel.memberCount).toBe(3);
});

test('a room’s administrators delete it: it is gone for everybody at once, its history with the next job', async () => {
  const id = await room('Doomed', anna);
  await say(anna, id, 'soon forgotten');
  const socket = await anna.connect();
  await expect(anna.call(rooms.deleteRoom, { params: { channelId: id } })).rejects.toMatchObject({ code: 'Forbidden' });
  await expect(ben.call(rooms.deleteRoom, { params: { channelId: id } })).rejects.toMatchObject({ code: 'NotFound' });
  await olga.call(rooms.deleteRoom, { params: { channelId: id } });
  await socket.next(push => push.t === 'change' && push.change.kind === 'channel-left' && push.change.channelId === id);
  for (const who of [olga, anna]) await expect(seen(who, id)).rejects.toMatchObject({ code: 'NotFound' });
  await expect(say(anna, id, 'still there?')).rejects.toMatchObject({ code: 'NotFound' });
  await expect(ask(ben, id)).rejects.toMatchObject({ code: 'NotFound' });
  await world.runJobs();
  expect(await world.app.system.sql.selectFrom('message').select('id').where('channel_id', '=', id).execute()).toEqual([]);
  expect(await world.app.system.sql.selectFrom('channel').select('id').where('id', '=', id).execute()).toEqual([]);
  socket.close();
});

test('a colleague with the address asks, the administrators see it at once and let them in', async () => {
  const id = await room('Behind a door', anna);
  expect(await ben.call(rooms.getRoomDoor, { params: { channelId: id } })).toEqual({ name: 'Behind a door', memberCount: 2, state: 'closed' });
  const [hers, his] = [await olga.connect(), await ben.connect()];
  expect((await ask(ben, id)).state).toBe('asked');
  await hers.next(push => push.t === 'event' && push.event.kind === 'access-requests' && push.event.count === 1);
  expect((await ask(ben, id)).state).toBe('asked');
  expect(await seen(olga, id)).toMatchObject({ accessRequestCount: 1 });
  expect((await olga.call(rooms.listAccessRequests, { params: { channelId: id } })).requests).toMatchObject([{ person: { id: ben.me.id } }]);
  await expect(anna.call(rooms.listAccessRequests, { params: { channelId: id } })).rejects.toMatchObject({ code: 'Forbidden' });
  await expect(answer(anna, id, ben, true)).rejects.toMatchObject({ code: 'Forbidden' });
  await answer(olga, id, ben, true);
  await his.next(push => push.t === 'change' && push.change.kind === 'channel-joined' && push.change.channelId === id);
  expect(await seen(ben, id)).toMatchObject({ role: 'Member', memberCount: 3, accessRequestCount: 0 });
  await expect(answer(olga, id, ben, true)).rejects.toMatchObject({ code: 'NotFound' });
  await expect(ben.call(rooms.getRoomDoor, { params: { channelId: id } })).rejects.toMatchObject({ code: 'NotFound' });
  hers.close();
  his.close();
});

test('whoever was refused asks again after a day', async () => {
  const id = await room('No');
  await ask(ben, id);
  await answer(olga, id, ben, false);
  expect((await seen(olga, id)).accessRequestCount).toBe(0);
  expect((await ben.call(rooms.getRoomDoor, { params: { channelId: id } })).state).toBe('denied');
  await expect(ask(ben, id)).rejects.toMatchObject({ code: 'Forbidden', reason: 'access-denied' });
  world.clock.advance(DAY_MS);
  expect((await ask(ben, id)).state).toBe('asked');
});

test('who is added while they wait waits no more', async () => {
  const id = await room('Both ways');
  await ask(ben, id);
  await olga.call(wire.addMembers, { params: { channelId: id }, body: { personIds: [ben.me.id] } });
  expect((await seen(olga, id)).accessRequestCount).toBe(0);
  await expect(answer(olga, id, ben, false)).rejects.toMatchObject({ code: 'NotFound' });
});

test('to somebody of another account, a room, a conversation and nothing at all have the same door', async () => {
  const id = await room('Ours');
  const { channel: direct } = await olga.call(wire.openConversation, { body: { personIds: [anna.me.id] } });
  const { channel: theirs } = await stranger.call(wire.createRoom, { body: { name: 'Of no account', personIds: [] } });
  const refusals = [];
  for (const [who, channelId] of [[stranger, id], [ben, direct.id], [ben, theirs.id], [ben, '01923456-789a-7000-8000-000000000000' as ChannelId]] as const) {
    for (const route of [rooms.getRoomDoor, rooms.askForAccess]) refusals.push(await who.call(route, { params: { channelId } }).catch((error: { code: string; message: string }) => `${error.code} ${error.message}`));
  }
  expect(new Set(refusals).size).toBe(1);
  expect(String(refusals[0])).toContain('NotFound');
});

test('TRN-13 a room’s administrators take its members with them as a table', async () => {
  await ben.call(identity.updateMe, { body: { displayName: '=HYPERLINK("x")' } });
  const id = await room('Über/alles "2026"', anna, ben);
  const reply = await olga.fetch(rooms.memberListPath(id));
  expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(decodeURIComponent(reply.headers.get('content-disposition') ?? '')).toContain('Über-alles -2026- members.csv');
  const bytes = Buffer.from(await reply.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.subarray(3).toString()).toBe('"Name","Email address","Role"\r\n"\'=HYPERLINK(""x"")","ben.brave@acme.example","Member"\r\n"Anna Able","anna.able@acme.example","Member"\r\n"Olga Owner","olga@acme.example","Administrator"\r\n');
  expect((await anna.fetch(rooms.memberListPath(id))).status).toBe(403);
  expect((await stranger.fetch(rooms.memberListPath(id))).status).toBe(404);
  expect((await olga.fetch(rooms.memberListPath('nonsense'))).status).toBe(404);
  await ben.call(identity.updateMe, { body: { displayName: 'Ben Brave' } });
});
