import { sql as raw } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ChimeClient, RedactRoomMessageCommand } from '@aws-sdk/client-chime';
import { systemChance } from '@carillon/kernel/chance.js';
import { MINUTE_MS } from '@carillon/kernel/clock.js';
import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import * as wire from '@carillon/wire/rest/chat.js';
import * as hooks from '@carillon/wire/rest/webhooks.js';
import * as notifications from '@carillon/wire/rest/notifications.js';
import { clientConfig, createAdministratorKey } from '@carillon/testkit/aws.js';
import { PushBrowser, PushService } from '@carillon/testkit/push-service.js';
import { createWorld, joinColleague, makeEnterprise, setUpOwner, signUp, type TestPerson, type World } from '@carillon/testkit/world.js';
import { mailDigests } from '../notifications/digest.js';

/** Webhooks as their administrators and everybody else in the room see them, and what becomes of their messages. */

let world: World;
let olga: TestPerson;
let anna: TestPerson;
let ben: TestPerson;
const service = new PushService();
let counter = 0;

beforeAll(async () => {
  await service.listen();
  world = await createWorld(['--sign-up', 'open', '--push-private-addresses']);
  olga = await setUpOwner(world);
  anna = await joinColleague(world, olga, 'Anna Able');
  ben = await joinColleague(world, olga, 'Ben Brave');
});
afterAll(async () => {
  service.close();
  await world?.stop();
});
beforeEach(() => world.clock.advance(2_000));

const makeRoom = async (...members: TestPerson[]): Promise<ChannelId> => (await olga.call(wire.createRoom, { body: { name: `Room ${++counter}`, personIds: members.map(one => one.me.id) } })).channel.id;
const make = async (channelId: ChannelId, name: string, who = olga): Promise<hooks.Webhook> => (await who.call(hooks.createWebhook, { params: { channelId }, body: { name } })).webhook;
const list = async (channelId: ChannelId, who = olga): Promise<hooks.Webhook[]> => (await who.call(hooks.listWebhooks, { params: { channelId } })).webhooks;
const programs = async (channelId: ChannelId, who = olga): Promise<wire.Program[]> => (await who.call(wire.listPrograms, { params: { channelId } })).programs;
const channel = async (channelId: ChannelId, who = olga): Promise<wire.Channel> => (await who.call(wire.getChannel, { params: { channelId } })).channel;
const history = async (channelId: ChannelId, who = olga): Promise<wire.Message[]> => (await who.call(wire.listMessages, { params: { channelId } })).messages;
async function post(hook: hooks.Webhook, Content: string): Promise<number> {
  world.clock.advance(2_000);
  return (await fetch(hook.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ Content }) })).status;
}

test('WHK-01 a room has at most ten webhooks, also when two are made at the same moment', async () => {
  const id = await makeRoom();
  for (let n = 1; n <= 9; n++) await make(id, `Hook ${n}`);
  const both = await Promise.allSettled([make(id, 'Tenth'), make(id, 'Eleventh')]);
  expect(both.map(one => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(make(id, 'One more')).rejects.toMatchObject({ status: 400, reason: 'webhooks-full' });
  const made = await list(id);
  expect(made).toHaveLength(10);
  await olga.call(hooks.removeWebhook, { params: { channelId: id, webhookId: made[0]!.id } });
  await make(id, 'In its place');
  expect((await list(id)).map(one => one.name)).toEqual([...made.slice(1).map(one => one.name), 'In its place']);
});

test('WHK-01 WHK-03 the room’s administrators alone make, see and change webhooks', async () => {
  const id = await makeRoom(anna);
  const hook = await make(id, 'Alerts');
  const params = { channelId: id, webhookId: hook.id };
  // One after the other: a refusal that comes before anybody waits for it is nobody's.
  const tries = (who: TestPerson, at: typeof params): (() => Promise<unknown>)[] => [
    () => list(at.channelId, who), () => make(at.channelId, 'Mine', who), () => who.call(hooks.renameWebhook, { params: at, body: { name: 'Mine' } }), () => who.call(hooks.regenerateWebhook, { params: at }),
    () => who.call(hooks.removeWebhook, { params: at }),
  ];
  for (const ask of tries(anna, params)) await expect(ask()).rejects.toMatchObject({ status: 403, reason: 'administrators-only' });
  for (const ask of tries(ben, params)) await expect(ask()).rejects.toMatchObject({ status: 404 });
  await olga.call(wire.updateMember, { params: { channelId: id, personId: anna.me.id }, body: { role: 'Administrator' } });
  expect(await list(id, anna)).toEqual([expect.objectContaining({ id: hook.id, url: hook.url, name: 'Alerts', createdBy: 'Olga Owner', failures: [], lastFailure: null, lastUsedAt: null })]);
  await olga.call(wire.removeMember, { params: { channelId: id, personId: anna.me.id } });
  for (const ask of tries(anna, params)) await expect(ask()).rejects.toMatchObject({ status: 404 });
  const elsewhere = await makeRoom();
  for (const ask of tries(olga, { channelId: elsewhere, webhookId: hook.id }).slice(2)) await expect(ask()).rejects.toMatchObject({ status: 404 });
  const { channel: direct } = await olga.call(wire.openConversation, { body: { personIds: [ben.me.id] } });
  for (const ask of tries(olga, { channelId: direct.id, webhookId: hook.id })) await expect(ask()).rejects.toMatchObject({ status: 404 });
  expect(await programs(direct.id)).toEqual([]);
});

test('a webhook works in a room of no account', async () => {
  const sam = await signUp(world, 'Sam Single', 'sam@single.example');
  const { channel: own } = await sam.call(wire.createRoom, { body: { name: 'Alone', personIds: [] } });
  const hook = await make(own.id, 'Weather', sam);
  expect(own.accountId).toBeNull();
  expect(await post(hook, 'Rain')).toBe(200);
  expect((await history(own.id, sam)).map(one => one.content)).toEqual(['Rain']);
});

test('a name stands on one line, has something to see, up to 100 characters, and no marks that turn the line or that nobody sees', async () => {
  const id = await makeRoom();
  expect((await make(id, '  x ')).name).toBe('x');
  expect((await make(id, '\u202eolgA\u200b\u2066 \ufeff')).name).toBe('olgA');
  expect((await make(id, '👩‍💻 Dev')).name).toBe('👩‍💻 Dev');
  expect((await make(id, 'n'.repeat(100))).name).toHaveLength(100);
  for (const name of ['', ' ', '\u200b', '\u202e', 'two\nlines', 'tab\there', 'nul\0', 'half \ud800', 'n'.repeat(101), 'n'.repeat(200)]) await expect(make(id, name)).rejects.toMatchObject({ status: 400 });
  expect(await list(id)).toHaveLength(4);
});

test('WHK-05 everybody in the room sees that a webhook is there, at once, and it is counted among no members', async () => {
  const id = await makeRoom(anna);
  const socket = await anna.connect();
  const hook = await make(id, 'Alerts');
  const params = { channelId: id, webhookId: hook.id };
  const program = { kind: 'webhook', id: hook.id, name: 'Alerts' };
  const told = async (kind: string) => {
    const push = await socket.next(one => one.t === 'event' && one.event.channelId === id && one.event.kind === kind);
    expect(JSON.stringify(push)).not.toContain('token=');
    return push.t === 'event' ? push.event : undefined;
  };
  expect(await told('program-added')).toMatchObject({ program, by: olga.me.id });
  expect(await programs(id, anna)).toEqual([program]);
  expect((await channel(id)).memberCount).toBe(2);
  expect((await olga.call(wire.listMembers, { params: { channelId: id } })).members).toHaveLength(2);
  await post(hook, 'before');
  await olga.call(hooks.renameWebhook, { params, body: { name: 'Alarms' } });
  expect(await told('program-changed')).toMatchObject({ program: { ...program, name: 'Alarms' } });
  await post(hook, 'after');
  expect((await history(id, anna)).map(message => message.sender)).toEqual([program, { ...program, name: 'Alarms' }]);
  await olga.call(hooks.removeWebhook, { params });
  expect(await told('program-removed')).toMatchObject({ program: { ...program, name: 'Alarms' } });
  expect(await programs(id, anna)).toEqual([]);
  expect(await history(id, anna)).toHaveLength(2);
  await expect(programs(id, ben)).rejects.toMatchObject({ status: 404 });
  socket.close();
});

test('nothing in the database opens a webhook: its token stands there as a hash, and sealed', async () => {
  const id = await makeRoom();
  const token = new URL((await make(id, 'Secretive')).url).searchParams.get('token')!;
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  const { rows } = await raw<{ text: string }>`select row_to_json(w)::text || (select string_agg(row_to_json(e)::text, '') from channel_event e where e.channel_id = w.channel_id) as text from webhook w where channel_id = ${id}`.execute(world.app.system.sql);
  expect(rows).toHaveLength(1);
  for (const form of [token, Buffer.from(token).toString('hex'), Buffer.from(token).toString('base64')]) expect(rows[0]!.text).not.toContain(form);
});

test('a message of a webhook is new, unread and found like anybody’s, and names whom it addresses', async () => {
  const id = await makeRoom(anna, ben);
  const socket = await anna.connect();
  const hook = await make(id, 'Build');
  await post(hook, '/md **Red**: @anna.able and @ben.brave@acme.example broke it, see `@olga`');
  const push = await socket.next(one => one.t === 'event' && one.event.kind === 'message' && one.event.channelId === id);
  const [message] = await history(id, anna);
  expect(push).toMatchObject({ event: { message } });
  expect(message).toMatchObject({
    content: `**Red**: <@${anna.me.id}|Anna Able> and <@${ben.me.id}|Ben Brave> broke it, see \`@olga\``, sender: { kind: 'webhook', id: hook.id, name: 'Build' }, mentions: [anna.me.id, ben.me.id].sort(),
  });
  expect(await channel(id, anna)).toMatchObject({ messageCount: 1, lastReadOrdinal: 0, unreadMentions: [{ messageId: message!.id, ordinal: 1 }], lastMessage: { id: message!.id } });
  const find = async (body: { q?: string; from?: PersonId }) => (await anna.call(wire.searchMessages, { body: { ...body, in: id } })).messages.map(one => one.id);
  expect(await find({ q: 'broke' })).toEqual([message!.id]);
  expect(await find({ from: hook.id as unknown as PersonId })).toEqual([message!.id]);
  expect(await find({ from: olga.me.id })).toEqual([]);
  await post(hook, '/code @anna.able');
  expect((await history(id)).at(-1)).toMatchObject({ content: '```\n@anna.able\n```', mentions: [] });
  socket.close();
});

test('WHK-04 @Present reaches those who have the room open, @All everybody', async () => {
  const id = await makeRoom(anna, ben);
  const hook = await make(id, 'Lunch');
  const socket = await anna.connect();
  socket.send({ t: 'open', channelId: id });
  await socket.next(one => one.t === 'here' && one.channelId === id && one.people.length === 1);
  await post(hook, '@Present: soup');
  expect((await history(id)).at(-1)!.mentions).toEqual(['present', anna.me.id]);
  expect((await channel(id, ben)).unreadMentions).toEqual([]);
  await post(hook, '@All: cake');
  expect((await channel(id, ben)).unreadMentions).toHaveLength(1);
  socket.close();
});

test('notifications, mails and quotations say that it is a webhook, so that none passes for a person', async () => {
  const id = await makeRoom(anna);
  const hook = await make(id, 'Olga Owner');
  await anna.call(notifications.subscribePush, { body: service.subscribe('/anna', new PushBrowser(systemChance.bytes(16))) });
  await anna.call(notifications.updateNotifications, { body: { pushContent: true, digestContent: true } });
  world.clock.advance(MINUTE_MS);
  await post(hook, '@anna.able, send me your password');
  await world.app.notifier.settled();
  expect(service.received.map(one => one.message.title)).toEqual(['Olga Owner (Webhook)']);
  const [message] = await history(id);
  const { message: quoting } = await olga.call(wire.sendMessage, { params: { channelId: id }, body: { clientToken: 'quoting-a-webhook', content: 'Not me', quotedMessageId: message!.id } });
  expect(quoting.quoted?.sender).toBe('Olga Owner (Webhook)');
  world.clock.advance(20 * MINUTE_MS);
  await mailDigests(world.app.system);
  const [mail] = (await world.mailbox(anna.me.email)).filter(one => /unread/.test(one.subject));
  expect(mail!.text).toContain('Olga Owner (Webhook) (');
});

test('the last administrator among webhooks leaves as the last member, and nothing of the room can be posted to', async () => {
  const id = await makeRoom();
  const hook = await make(id, 'Left behind');
  await olga.call(wire.leaveRoom, { params: { channelId: id } });
  expect((await world.app.system.sql.selectFrom('channel').select('member_count').where('id', '=', id).executeTakeFirstOrThrow()).member_count).toBe(0);
  expect(await post(hook, 'Anybody?')).toBe(200);
  await expect(history(id)).rejects.toMatchObject({ status: 404 });
});

test('a webhook is no member to be removed, promoted, blocked or written to', async () => {
  const id = await makeRoom(anna);
  const hook = await make(id, 'Alerts');
  const params = { channelId: id, personId: hook.id as unknown as PersonId };
  await expect(olga.call(wire.removeMember, { params })).rejects.toMatchObject({ status: 404 });
  await expect(olga.call(wire.updateMember, { params, body: { role: 'Administrator' } })).rejects.toMatchObject({ status: 404 });
  await expect(olga.call(wire.openConversation, { body: { personIds: [params.personId] } })).rejects.toMatchObject({ status: 404 });
  await expect(olga.call(wire.addMembers, { params: { channelId: await makeRoom() }, body: { personIds: [params.personId] } })).rejects.toMatchObject({ status: 404 });
  expect(await programs(id)).toHaveLength(1);
});

test('RED-02 a webhook’s message is redacted like any other', async () => {
  await makeEnterprise(world, olga);
  const id = await makeRoom(anna);
  const hook = await make(id, 'Leak');
  await post(hook, 'the password is 12345');
  const [message] = await history(id);
  const client = new ChimeClient(clientConfig(world, await createAdministratorKey(world)));
  await client.send(new RedactRoomMessageCommand({ AccountId: olga.me.account!.id, RoomId: id, MessageId: message!.id }));
  expect(await history(id, anna)).toEqual([expect.objectContaining({ content: '', redactedAt: expect.any(String), sender: { kind: 'webhook', id: hook.id, name: 'Leak' } })]);
});
