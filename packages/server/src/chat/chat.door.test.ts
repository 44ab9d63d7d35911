import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '@carillon/kernel/clock.js';
import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import * as wire from '@carillon/wire/rest/chat.js';
import * as identity from '@carillon/wire/rest/identity.js';
import type { ServerPush } from '@carillon/wire/socket/frames.js';
import { createWorld, joinColleague, setUpOwner, signInAgain, type TestPerson, type World } from '@carillon/testkit/world.js';

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

const token = () => `token-${String(++counter).padStart(6, '0')}`;
const say = async (who: TestPerson, channelId: ChannelId, content: string, more: object = {}) =>
  (await who.call(wire.sendMessage, { params: { channelId }, body: { clientToken: token(), content, ...more } })).message;
const talk = async (who: TestPerson, ...others: TestPerson[]) => (await who.call(wire.openConversation, { body: { personIds: others.map(other => other.me.id) } })).channel;
const isMessage = (content: string) => (push: ServerPush) => push.t === 'event' && push.event.kind === 'message' && push.event.message.content === content;
const STRANGER = '01923456-789a-7000-8000-000000000000';

test('a set of people is one conversation, whoever opens it and in whatever order', async () => {
  const one = await talk(anna, ben, olga);
  const two = await talk(olga, anna, ben);
  expect(two.id).toBe(one.id);
  expect(one.kind).toBe('group');
  expect((await talk(anna, ben)).kind).toBe('direct');
});

test('two who open the same conversation at the same moment get one', async () => {
  const carl = await joinColleague(world, olga, 'Carl Race');
  const opened = await Promise.all([talk(carl, ben), talk(ben, carl), talk(carl, ben)]);
  expect(new Set(opened.map(channel => channel.id)).size).toBe(1);
});

test('a message reaches the other’s socket at once, with its number', async () => {
  const { id } = await talk(anna, ben);
  const socket = await ben.connect();
  const sent = await say(anna, id, 'Hello Ben');
  const push = await socket.next(isMessage('Hello Ben'));
  expect(push).toMatchObject({ event: { seq: sent.seq, message: { sender: { kind: 'person', id: anna.me.id, name: 'Anna Able' } } } });
  socket.close();
});

test('sending again with the same token, even at once, gives the one message that is there', async () => {
  const { id } = await talk(anna, ben);
  const body = { clientToken: 'the-same-token', content: 'Only once' };
  const sent = await Promise.all(Array.from({ length: 5 }, () => anna.call(wire.sendMessage, { params: { channelId: id }, body })));
  expect(new Set(sent.map(({ message }) => message.id)).size).toBe(1);
  const { messages } = await ben.call(wire.listMessages, { params: { channelId: id } });
  expect(messages.filter(message => message.content === 'Only once')).toHaveLength(1);
});

test('fifty messages sent at once get numbers without gaps, and times that never run back', async () => {
  const { channel } = await anna.call(wire.createRoom, { body: { name: 'Burst', personIds: [ben.me.id] } });
  await Promise.all(Array.from({ length: 50 }, (_, i) => say(i % 2 ? anna : ben, channel.id, `burst ${i}`)));
  const { messages } = await ben.call(wire.listMessages, { params: { channelId: channel.id }, query: { limit: 100 } });
  expect(messages.map(message => message.seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  expect(messages.map(message => message.createdAt)).toEqual(messages.map(message => message.createdAt).toSorted());
});

test('a reconnecting client learns from the welcome where it stands and fetches what it lacks by number', async () => {
  const { channel } = await anna.call(wire.createRoom, { body: { name: 'Gap', personIds: [ben.me.id] } });
  await say(anna, channel.id, 'seen');
  const socket = await ben.connect();
  socket.close();
  await socket.closed;
  await say(anna, channel.id, 'missed one');
  await say(anna, channel.id, 'missed two');
  const again = await ben.connect();
  const welcome = again.pushes.find(push => push.t === 'welcome');
  expect(welcome).toMatchObject({ channels: expect.arrayContaining([{ id: channel.id, lastSeq: 3, messageCount: 3, lastReadOrdinal: 0 }]) });
  const { events } = await ben.call(wire.listEvents, { params: { channelId: channel.id }, query: { after: 1 } });
  expect(events.map(event => event.kind === 'message' && event.message.content)).toEqual(['missed one', 'missed two']);
  again.close();
});

test('read positions follow a person over devices and never move back', async () => {
  const { id } = await talk(anna, ben);
  const last = await say(anna, id, 'read me');
  const phone = await signInAgain(world, ben);
  const socket = await phone.connect();
  await ben.call(wire.markRead, { params: { channelId: id }, body: { ordinal: last.ordinal } });
  await socket.next(push => push.t === 'change' && push.change.kind === 'read' && push.change.ordinal === last.ordinal);
  await ben.call(wire.markRead, { params: { channelId: id }, body: { ordinal: 1 } });
  await ben.call(wire.markRead, { params: { channelId: id }, body: { ordinal: 1_000_000 } });
  const { channel } = await phone.call(wire.getChannel, { params: { channelId: id } });
  expect(channel.lastReadOrdinal).toBe(channel.messageCount);
  socket.close();
});

test('one’s own message counts as read', async () => {
  const { channel } = await anna.call(wire.createRoom, { body: { name: 'Own', personIds: [] } });
  await say(anna, channel.id, 'to myself');
  expect((await anna.call(wire.getChannel, { params: { channelId: channel.id } })).channel).toMatchObject({ messageCount: 1, lastReadOrdinal: 1 });
});

test('a room’s administrator adds and removes people; a member does not; each change is an event', async () => {
  const { channel } = await anna.call(wire.createRoom, { body: { name: 'Doors', personIds: [] } });
  const socket = await ben.connect();
  await anna.call(wire.addMembers, { params: { channelId: channel.id }, body: { personIds: [ben.me.id] } });
  await socket.next(push => push.t === 'change' && push.change.kind === 'channel-joined' && push.change.channelId === channel.id);
  await say(anna, channel.id, 'welcome in');
  await socket.next(isMessage('welcome in'));
  await expect(ben.call(wire.addMembers, { params: { channelId: channel.id }, body: { personIds: [olga.me.id] } })).rejects.toMatchObject({ status: 403 });
  await anna.call(wire.removeMember, { params: { channelId: channel.id, personId: ben.me.id } });
  await socket.next(push => push.t === 'change' && push.change.kind === 'channel-left');
  await expect(ben.call(wire.listMessages, { params: { channelId: channel.id } })).rejects.toMatchObject({ status: 404 });
  await expect(say(ben, channel.id, 'still here?')).rejects.toMatchObject({ status: 404 });
  const { events } = await anna.call(wire.listEvents, { params: { channelId: channel.id }, query: { after: 0 } });
  expect(events.map(event => event.kind)).toEqual(['member-added', 'message', 'member-removed']);
  socket.close();
});

test('the last administrator of a room makes somebody else one before leaving', async () => {
  const { channel } = await anna.call(wire.createRoom, { body: { name: 'Last', personIds: [ben.me.id] } });
  const params = { channelId: channel.id };
  await expect(anna.call(wire.leaveRoom, { params })).rejects.toMatchObject({ status: 409, reason: 'last-administrator' });
  await anna.call(wire.updateMember, { params: { ...params, personId: ben.me.id }, body: { role: 'Administrator' } });
  await anna.call(wire.leaveRoom, { params });
  expect((await ben.call(wire.getChannel, { params })).channel).toMatchObject({ memberCount: 1, role: 'Administrator' });
  await ben.call(wire.leaveRoom, { params });
});

test('nobody leaves a conversation; adding somebody opens that of the larger set', async () => {
  const direct = await talk(anna, ben);
  await expect(anna.call(wire.leaveRoom, { params: { channelId: direct.id } })).rejects.toMatchObject({ status: 404 });
  const { channel } = await anna.call(wire.addMembers, { params: { channelId: direct.id }, body: { personIds: [olga.me.id] } });
  expect(channel.id).toBe((await talk(olga, anna, ben)).id);
});

test('RED-01 people can neither edit nor delete what they sent', async () => {
  const { id } = await talk(anna, ben);
  const message = await say(anna, id, 'stays');
  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    const response = await anna.fetch(`/api/channels/${id}/messages/${message.id}`, { method, headers: { 'content-type': 'application/json' }, body: '{"content":"changed"}' });
    expect(response.status).toBe(404);
  }
});

test('RET-18 a room belongs to the account its creator was in', async () => {
  const { channel } = await anna.call(wire.createRoom, { body: { name: 'Owned', personIds: [] } });
  expect(channel.accountId).toBe(anna.me.account!.id);
});

test('ACC-02 people of another account are neither found nor written to, and look like people who do not exist', async () => {
  const outsider = await createOutsider();
  const { people } = await anna.call(wire.find, { query: { q: 'Zoe' } });
  expect(people).toEqual([]);
  const foreign = await anna.call(wire.openConversation, { body: { personIds: [outsider] } }).catch((error: Error) => error.message);
  const missing = await anna.call(wire.openConversation, { body: { personIds: [STRANGER as PersonId] } }).catch((error: Error) => error.message);
  expect(foreign).toBe(missing);
});

async function createOutsider(): Promise<PersonId> {
  const { createPerson } = await import('../users/create-person.js');
  return world.app.system.tx(tx => createPerson(world.app.system, tx.sql, { email: 'zoe@other.example', displayName: 'Zoe Other', passwordHash: null, locale: null, verified: true }));
}

test('colleagues are found by the beginning of any part of their name, without accents, and by address', async () => {
  const jose = await joinColleague(world, olga, 'José Núñez');
  for (const q of ['jose', 'NUN', 'núñ', jose.me.email.slice(0, 4)]) {
    expect((await anna.call(wire.find, { query: { q } })).people.map(person => person.id)).toContain(jose.me.id);
  }
  expect((await anna.call(wire.find, { query: { q: '%' } })).people).toEqual([]);
});

test('a channel one has no seat in answers like one that does not exist, on every route', async () => {
  const { channel } = await anna.call(wire.createRoom, { body: { name: 'Secret', personIds: [] } });
  for (const route of [wire.getChannel, wire.listMembers, wire.listMessages]) {
    const foreign = await ben.call(route, { params: { channelId: channel.id } }).catch((error: Error) => error.message);
    const missing = await ben.call(route, { params: { channelId: STRANGER as ChannelId } }).catch((error: Error) => error.message);
    expect(foreign).toMatch(/^404/);
    expect(foreign).toBe(missing);
  }
});

test('an empty message, one of 10,001 characters and one that cannot be stored are refused with a sentence', async () => {
  const { id } = await talk(anna, ben);
  for (const [content, reason] of [['   ', 'message-empty'], ['x'.repeat(10_001), 'malformed'], ['a\0b', 'message-unstorable']] as const) {
    await expect(say(anna, id, content)).rejects.toMatchObject({ status: 400, reason });
  }
  expect((await say(anna, id, 'x'.repeat(10_000))).content).toHaveLength(10_000);
});

test('a quotation keeps who said what; a message of another channel cannot be quoted', async () => {
  const { id } = await talk(anna, ben);
  const first = await say(anna, id, 'the original');
  expect((await say(ben, id, 'indeed', { quotedMessageId: first.id })).quoted).toEqual({ messageId: first.id, sender: 'Anna Able', excerpt: 'the original' });
  const elsewhere = await say(anna, (await talk(anna, olga)).id, 'not for Ben');
  await expect(say(ben, id, 'what?', { quotedMessageId: elsewhere.id })).rejects.toMatchObject({ status: 404 });
});

test('history comes in pages, oldest first within a page, and says whether there is more', async () => {
  const { channel } = await anna.call(wire.createRoom, { body: { name: 'Pages', personIds: [] } });
  for (let i = 1; i <= 25; i++) await say(anna, channel.id, String(i));
  const params = { channelId: channel.id };
  const newest = await anna.call(wire.listMessages, { params, query: { limit: 10 } });
  expect(newest).toMatchObject({ more: true, messages: expect.objectContaining({ length: 10 }) });
  expect(newest.messages.map(message => message.content)).toEqual(['16', '17', '18', '19', '20', '21', '22', '23', '24', '25']);
  const oldest = await anna.call(wire.listMessages, { params, query: { limit: 100, before: 16 } });
  expect(oldest).toMatchObject({ more: false });
  expect(oldest.messages[0]!.content).toBe('1');
});

test('typing is told to the channel and only by those who sit in it', async () => {
  const { id } = await talk(anna, ben);
  const bens = await ben.connect();
  const annas = await anna.connect();
  const olgas = await olga.connect();
  olgas.send({ t: 'typing', channelId: id });
  annas.send({ t: 'typing', channelId: id });
  expect(await bens.next(push => push.t === 'typing')).toMatchObject({ personId: anna.me.id });
  for (const socket of [bens, annas, olgas]) socket.close();
});

test('presence is told to those who watch a person they may know, and to nobody else', async () => {
  const gina = await joinColleague(world, olga, 'Gina Gone');
  const outsider = await world.app.system.sql.selectFrom('person').select('id').where('email', '=', 'zoe@other.example').executeTakeFirstOrThrow();
  const socket = await anna.connect();
  socket.send({ t: 'watch', people: [gina.me.id, outsider.id] });
  expect(await socket.next(push => push.t === 'presence')).toMatchObject({ people: [{ id: gina.me.id, state: 'offline' }] });
  const ginas = await gina.connect();
  expect(await socket.next(push => push.t === 'presence')).toMatchObject({ people: [{ id: gina.me.id, state: 'available' }] });
  ginas.send({ t: 'activity', idle: true });
  expect(await socket.next(push => push.t === 'presence')).toMatchObject({ people: [{ state: 'idle' }] });
  ginas.close();
  expect(await socket.next(push => push.t === 'presence')).toMatchObject({ people: [{ state: 'offline' }] });
  socket.close();
});

test('a chosen presence and a status message reach watchers and the person’s other devices, and private tells nothing', async () => {
  const hana = await joinColleague(world, olga, 'Hana Here');
  const phone = await signInAgain(world, hana, 'Mozilla/5.0 (Linux; Android 16) Mobile');
  const socket = await anna.connect();
  socket.send({ t: 'watch', people: [hana.me.id] });
  expect(await socket.next(push => push.t === 'presence')).toMatchObject({ people: [{ state: 'offline', message: null }] });
  const hanas = await phone.connect();
  expect(await socket.next(push => push.t === 'presence')).toMatchObject({ people: [{ state: 'mobile' }] });
  const until = new Date(world.clock.now() + 10 * MINUTE_MS).toISOString();
  const { me } = await hana.call(identity.setStatus, { body: { mode: 'dnd', message: { kind: 'own', text: ' Writing a thesis ', until } } });
  expect(me).toMatchObject({ presenceMode: 'dnd', statusMessage: { kind: 'own', text: 'Writing a thesis', until } });
  expect(await hanas.next(push => push.t === 'change')).toMatchObject({ change: { kind: 'profile' }, me: { presenceMode: 'dnd' } });
  expect(await socket.next(push => push.t === 'presence' && push.people[0]?.message instanceof Object)).toMatchObject({ people: [{ id: hana.me.id, state: 'dnd', message: { text: 'Writing a thesis' } }] });
  await hana.call(identity.setStatus, { body: { mode: 'private' } });
  expect(await socket.next(push => push.t === 'presence' && push.people[0]?.message === null)).toMatchObject({ people: [{ state: 'offline' }] });
  await hana.call(identity.setStatus, { body: { mode: 'automatic' } });
  expect(await socket.next(push => push.t === 'presence' && push.people[0]?.message instanceof Object)).toMatchObject({ people: [{ state: 'mobile' }] });
  world.clock.advance(11 * MINUTE_MS);
  socket.send({ t: 'watch', people: [hana.me.id] });
  expect(await socket.next(push => push.t === 'presence' && push.people[0]?.message === null)).toMatchObject({ people: [{ state: 'mobile' }] });
  await expect(hana.call(identity.setStatus, { body: { message: { kind: 'own', text: null, until: null } } })).rejects.toMatchObject({ reason: 'status-text' });
  await expect(hana.call(identity.setStatus, { body: { message: { kind: 'own', text: 'x'.repeat(101), until: null } } })).rejects.toMatchObject({ code: 'BadRequest' });
  socket.close();
  hanas.close();
});

test('a malformed frame, a binary one and one that is too large close the socket with a code', async () => {
  for (const frame of ['{"t":"typing"}', 'not json', '{"t":"unknown"}', Buffer.from('binary'), 'x'.repeat(20_000)]) {
    const socket = await anna.connect();
    socket.socket.send(frame);
    expect(await socket.closed).toBe(typeof frame === 'string' && frame.length > 16_384 ? 1009 : 4400);
  }
});

test('a flood of frames closes the socket', async () => {
  const socket = await anna.connect();
  for (let i = 0; i < 101; i++) socket.send({ t: 'ping' });
  expect(await socket.closed).toBe(4429);
});

test('a socket without a session, or opened by another site’s page, is refused', async () => {
  const stranger = world.browser();
  await expect(stranger.connect()).rejects.toThrow();
  const { WebSocket } = await import('ws');
  const foreign = new WebSocket(`${world.url.replace('http', 'ws')}/api/socket`, { headers: { cookie: anna.cookie! }, origin: 'https://evil.example' });
  expect(await new Promise(done => foreign.once('error', (error: Error) => done(error.message)))).toMatch('401');
});

test('unread counts come from ordinals, which count messages alone', async () => {
  const { channel } = await anna.call(wire.createRoom, { body: { name: 'Counted', personIds: [ben.me.id] } });
  await anna.call(wire.renameRoom, { params: { channelId: channel.id }, body: { name: 'Renamed' } });
  await say(anna, channel.id, 'first');
  await anna.call(wire.renameRoom, { params: { channelId: channel.id }, body: { name: 'Renamed again' } });
  await say(anna, channel.id, 'second');
  const seen = (await ben.call(wire.getChannel, { params: { channelId: channel.id } })).channel;
  expect(seen).toMatchObject({ name: 'Renamed again', lastSeq: 4, messageCount: 2, lastReadOrdinal: 0 });
});

test('an hour later the order and the day of messages are the clock’s', async () => {
  const { id } = await talk(anna, ben);
  const before = await say(anna, id, 'now');
  world.clock.advance(60 * MINUTE_MS);
  const after = await say(ben, id, 'an hour later');
  expect(Date.parse(after.createdAt) - Date.parse(before.createdAt)).toBe(60 * MINUTE_MS);
});

test('a clock that was set back changes neither the order nor the times that were given, and nobody is signed out', async () => {
  const { id } = await talk(anna, ben);
  const before = await say(anna, id, 'before');
  world.clock.advance(-3 * HOUR_MS);
  const after = await say(ben, id, 'after');
  expect([after.seq - before.seq, Date.parse(after.createdAt) >= Date.parse(before.createdAt)]).toEqual([1, true]);
  expect((await anna.call(wire.listMessages, { params: { channelId: id } })).messages.slice(-2).map(message => message.content)).toEqual(['before', 'after']);
  expect((await signInAgain(world, ben)).me.id).toBe(ben.me.id);
  world.clock.advance(3 * HOUR_MS);
  expect((await say(anna, id, 'later')).seq).toBe(after.seq + 1);
});

test('two hundred people are added at once, each with an event, in order, and each hears of it', async () => {
  const { createPerson } = await import('../users/create-person.js');
  const { joinAccount } = await import('../accounts/join-account.js');
  const { system } = world.app;
  const many = await system.tx(async tx => {
    const ids: PersonId[] = [];
    for (let i = 0; i < 200; i++) {
      const personId = await createPerson(system, tx.sql, { email: `crowd-${i}@acme.example`, displayName: `Crowd ${i}`, passwordHash: null, locale: null, verified: true });
      await joinAccount(system, tx.sql, { personId, accountId: anna.me.account!.id, licence: 'Basic' });
      ids.push(personId);
    }
    return ids;
  });
  const { channel } = await anna.call(wire.createRoom, { body: { name: 'Crowd', personIds: [] } });
  const { channel: full } = await anna.call(wire.addMembers, { params: { channelId: channel.id }, body: { personIds: many } });
  expect(full).toMatchObject({ memberCount: 201, lastSeq: 200 });
  const { events, more } = await anna.call(wire.listEvents, { params: { channelId: channel.id }, query: { after: 0 } });
  expect(more).toBe(false);
  expect(events.map(event => event.seq)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
  expect(new Set(events.map(event => event.kind === 'member-added' && event.person.id))).toEqual(new Set(many));
  const changes = await system.sql.selectFrom('person_change').select('person_id').where('kind', '=', 'channel-joined').where('person_id', 'in', many).execute();
  expect(changes).toHaveLength(200);
});

test('people who are added to several rooms at once by several people never wait in a circle', async () => {
  const rooms = await Promise.all(Array.from({ length: 8 }, (_, i) => (i % 2 ? anna : olga).call(wire.createRoom, { body: { name: `Circle ${i}`, personIds: [] } })));
  const crowd = await world.app.system.sql.selectFrom('person').select('id').where('email', 'like', 'crowd-%').limit(40).execute();
  const ids = crowd.map(row => row.id);
  const added = await Promise.all(rooms.map(({ channel }, i) =>
    (i % 2 ? anna : olga).call(wire.addMembers, { params: { channelId: channel.id }, body: { personIds: i % 3 ? ids : ids.toReversed() } })));
  for (const { channel } of added) expect(channel.memberCount).toBe(41);
});

test('somebody who writes while being removed is either heard or refused, and nothing hangs', async () => {
  for (let i = 0; i < 10; i++) {
    const { channel } = await anna.call(wire.createRoom, { body: { name: `Race ${i}`, personIds: [ben.me.id] } });
    const [, sent] = await Promise.allSettled([anna.call(wire.removeMember, { params: { channelId: channel.id, personId: ben.me.id } }), say(ben, channel.id, 'still here?')]);
    if (sent.status === 'rejected') expect(sent.reason).toMatchObject({ status: 404 });
    expect((await anna.call(wire.getChannel, { params: { channelId: channel.id } })).channel).toMatchObject({ memberCount: 1, messageCount: sent.status === 'fulfilled' ? 1 : 0 });
  }
});

test('a room keeps an administrator: alone one stays it, and two who demote each other at once leave one', async () => {
  const { channel: alone } = await anna.call(wire.createRoom, { body: { name: 'Alone', personIds: [] } });
  await expect(anna.call(wire.updateMember, { params: { channelId: alone.id, personId: anna.me.id }, body: { role: 'Member' } })).rejects.toMatchObject({ status: 409, reason: 'last-administrator' });
  const { channel } = await anna.call(wire.createRoom, { body: { name: 'Duel', personIds: [ben.me.id] } });
  const params = (who: TestPerson) => ({ channelId: channel.id, personId: who.me.id });
  await anna.call(wire.updateMember, { params: params(ben), body: { role: 'Administrator' } });
  await Promise.allSettled([anna.call(wire.updateMember, { params: params(ben), body: { role: 'Member' } }), ben.call(wire.updateMember, { params: params(anna), body: { role: 'Member' } })]);
  const { members } = await anna.call(wire.listMembers, { params: { channelId: channel.id } });
  expect(members.filter(member => member.role === 'Administrator')).toHaveLength(1);
});

test('messages sent to a room at one moment arrive in one order for everybody, and one that is refused takes no other along', async () => {
  const { id } = (await anna.call(wire.createRoom, { body: { name: 'Burst', personIds: [ben.me.id, olga.me.id] } })).channel;
  const socket = await ben.connect();
  const contents = Array.from({ length: 30 }, (_, i) => `burst ${i}`);
  const sent = await Promise.allSettled([
    ...contents.map((content, i) => say([anna, ben, olga][i % 3]!, id, content)),
    say(anna, id, 'with a file that is not there', { attachmentIds: [STRANGER] }),
    anna.call(wire.sendMessage, { params: { channelId: id }, body: { clientToken: 'burst-the-same', content: 'twice' } }),
    anna.call(wire.sendMessage, { params: { channelId: id }, body: { clientToken: 'burst-the-same', content: 'twice' } }),
  ]);
  expect(sent.filter(one => one.status === 'rejected')).toMatchObject([{ reason: { status: 404 } }]);
  const { messages } = await anna.call(wire.listMessages, { params: { channelId: id }, query: { limit: 100 } });
  expect(messages.map(message => message.content).toSorted()).toEqual([...contents, 'twice'].toSorted());
  expect(messages.map(message => message.ordinal).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 31 }, (_, i) => i + 1));
  const heard: number[] = [];
  while (heard.length < 31) {
    const push = await socket.next(one => one.t === 'event' && one.event.channelId === id && one.event.kind === 'message');
    if (push.t === 'event') heard.push(push.event.seq);
  }
  expect(heard).toEqual(messages.map(message => message.seq).toSorted((a, b) => a - b));
  socket.close();
});
