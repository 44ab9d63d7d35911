import * as chime from '@aws-sdk/client-chime';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY_MS } from '@carillon/kernel/clock.js';
import { clientConfig, consoleCall, createAdministratorKey, createOwnerAccount, type AwsCredentials } from '@carillon/testkit/aws.js';
import { replay } from '@carillon/testkit/follower.js';
import { createWorld, joinColleague, makeEnterprise, setUpOwner, signInAgain, signUp, type TestPerson, type World } from '@carillon/testkit/world.js';
import type { ChannelId } from '@carillon/kernel/ids.js';
import * as chat from '@carillon/wire/rest/chat.js';
import { deleteExpiredMessages } from './delete-expired.js';

let world: World;
let owner: TestPerson;
let ben: TestPerson;
let admin: AwsCredentials & { ownerAccountId: string };
let AccountId: string;
let count = 0;

beforeEach(async () => {
  world = await createWorld(['--sign-up', 'open']);
  owner = await setUpOwner(world);
  ben = await joinColleague(world, owner, 'Ben Baker');
  admin = await createAdministratorKey(world);
  AccountId = owner.me.account!.id;
  await makeEnterprise(world, owner);
});
afterEach(() => world.stop());

/** A client each time: its clock is the world's when it is made. */
const client = () => new chime.ChimeClient(clientConfig(world, admin));
const setPeriods = (room: number | undefined, conversation: number | undefined) => client().send(new chime.PutRetentionSettingsCommand({
  AccountId, RetentionSettings: { RoomRetentionSettings: room === undefined ? {} : { RetentionDays: room }, ConversationRetentionSettings: conversation === undefined ? {} : { RetentionDays: conversation } },
}));
const send = async (person: TestPerson, channelId: ChannelId, content: string, more: object = {}) => (await person.call(chat.sendMessage, { params: { channelId }, body: { clientToken: `token-${String(++count).padStart(6, '0')}`, content, ...more } })).message;
const said = async (person: TestPerson, channelId: ChannelId) => (await person.call(chat.listMessages, { params: { channelId }, query: {} })).messages.map(message => message.content);
const stored = async (channelId: ChannelId) => (await world.app.system.sql.selectFrom('message').select('content').where('channel_id', '=', channelId).orderBy('seq').execute()).map(row => row.content);
const advance = (days: number) => world.clock.advance(days * DAY_MS);
const sweep = () => deleteExpiredMessages(world.app.system);
/** Sessions last 60 days. */
const again = (person: TestPerson) => signInAgain(world, person);

async function roomOf(person: TestPerson, ...others: TestPerson[]): Promise<ChannelId> {
  return (await person.call(chat.createRoom, { body: { name: 'Room', personIds: others.map(one => one.me.id) } })).channel.id;
}

test('RET-22 RST-02 RST-03 a period hides what is older at once, lengthening shows it again, and only after 30 days it is deleted, with its files and quotations', async () => {
  const room = await roomOf(owner, ben);
  const { attachment } = await owner.call(chat.uploadAttachment, { params: { channelId: room }, query: { name: 'plan.txt' }, bytes: Buffer.from('the plan') });
  const old = await send(owner, room, 'old', { attachmentIds: [attachment.id] });
  advance(20);
  const quoting = await send(owner, room, 'quoting', { quotedMessageId: old.id });
  expect(quoting.quoted?.excerpt).toBe('old');
  await setPeriods(10, undefined);
  expect(await said(ben, room)).toEqual(['quoting']);
  expect((await ben.call(chat.listMessages, { params: { channelId: room }, query: {} })).messages[0]!.quoted).toBeNull();
  expect((await ben.fetch(`/api/attachments/${attachment.id}`)).status).toBe(404);
  await expect(send(ben, room, 'about it', { quotedMessageId: old.id })).rejects.toMatchObject({ status: 404 });
  await setPeriods(25, undefined);
  expect(await said(ben, room)).toEqual(['old', 'quoting']);
  expect((await ben.fetch(`/api/attachments/${attachment.id}`)).status).toBe(200);
  await setPeriods(10, undefined);
  await sweep();
  advance(29);
  await sweep();
  expect(await stored(room)).toEqual(['old', 'quoting']);
  await setPeriods(undefined, undefined);
  expect(await said(ben, room)).toEqual(['old', 'quoting']);
  await setPeriods(10, undefined);
  advance(30);
  await sweep();
  expect(await stored(room)).toEqual([]);
  expect(await world.app.system.sql.selectFrom('attachment').select('id').execute()).toEqual([]);
  expect(await world.app.system.blobs.stream(`file/${attachment.id}`)).toBeUndefined();
});

test('RST-03 once the grace is over a message is deleted as soon as it passes the period', async () => {
  await setPeriods(5, undefined);
  const room = await roomOf(owner, ben);
  advance(31);
  await send(owner, room, 'fresh');
  await sweep();
  advance(4);
  await sweep();
  expect(await stored(room)).toEqual(['fresh']);
  advance(1.1);
  await sweep();
  expect(await stored(room)).toEqual([]);
});

test('RET-05 RET-06 RET-11 RET-17 conversations: the account’s period among its own, 90 days with anybody else, whoever set what', async () => {
  const outsider = await signUp(world, 'Out', 'out@else.example');
  // They know each other from a room.
  const shared = await roomOf(owner, ben);
  await world.app.system.sql.insertInto('channel_member').values({ channel_id: shared, member_id: outsider.me.id, role: 'Member', joined_seq: 0, joined_at: world.app.system.now(), invited_by: null, updated_at: null }).execute();
  const inside = (await owner.call(chat.openConversation, { body: { personIds: [ben.me.id] } })).channel.id;
  const mixed = (await owner.call(chat.openConversation, { body: { personIds: [outsider.me.id] } })).channel.id;
  await send(owner, inside, 'inside');
  await send(outsider, mixed, 'mixed');
  await setPeriods(undefined, 30);
  await sweep();
  advance(31);
  const [owner2, outsider2] = [await again(owner), await again(outsider)];
  expect([await said(owner2, inside), await said(owner2, mixed), await said(outsider2, mixed)]).toEqual([[], ['mixed'], ['mixed']]);
  await sweep();
  expect([await stored(inside), await stored(mixed)]).toEqual([[], ['mixed']]);
  advance(60);
  const [owner3, outsider3] = [await again(owner), await again(outsider)];
  expect([await said(owner3, mixed), await said(outsider3, mixed)]).toEqual([[], []]);
  await sweep();
  expect(await stored(mixed)).toEqual([]);
});

test('a conversation that becomes mixed because its people are claimed by a domain has 30 days before anything is deleted', async () => {
  const { Account } = await client().send(new chime.CreateAccountCommand({ Name: 'Team' }));
  const conversation = (await owner.call(chat.openConversation, { body: { personIds: [ben.me.id] } })).channel.id;
  await send(owner, conversation, 'long ago');
  advance(100);
  await sweep();
  await world.app.system.sql.updateTable('membership').set({ account_id: Account!.AccountId as never }).where('person_id', '=', ben.me.id).execute();
  expect(await said(await again(owner), conversation)).toEqual([]);
  await sweep();
  advance(29);
  await sweep();
  expect(await stored(conversation)).toEqual(['long ago']);
  advance(2);
  await sweep();
  expect(await stored(conversation)).toEqual([]);
});

test('whatever retention hides or deletes, old state and events are what a fresh fetch gives; nothing that is gone counts as unread', async () => {
  const room = await roomOf(owner, ben);
  const [before] = (await ben.call(chat.listChannels)).channels;
  for (const word of ['one', 'two', 'three']) await send(owner, room, word);
  advance(20);
  await send(owner, room, 'four');
  const same = async (person: TestPerson) => {
    const [fresh] = (await person.call(chat.listChannels)).channels;
    const events = [];
    for (let after = before!.lastSeq; ;) {
      const page = await person.call(chat.listEvents, { params: { channelId: room }, query: { after } });
      events.push(...page.events);
      if (!page.more) break;
      after = page.events.at(-1)!.seq;
    }
    const { channel, messages } = replay(before!, events, person.me.id);
    expect(channel).toEqual(fresh);
    return { messages: messages.map(message => message.content), unread: fresh!.messageCount - fresh!.lastReadOrdinal };
  };
  expect(await same(ben)).toEqual({ messages: ['one', 'two', 'three', 'four'], unread: 4 });
  await setPeriods(10, undefined);
  expect(await same(ben)).toEqual({ messages: ['four'], unread: 1 });
  advance(30);
  await sweep();
  expect(await stored(room)).toEqual([]);
  expect(await same(ben)).toEqual({ messages: [], unread: 0 });
});

test('what was deleted, when and by whose policy stands in the event history', async () => {
  const room = await roomOf(owner, ben);
  for (let i = 0; i < 3; i++) await send(owner, room, `message ${i}`);
  await setPeriods(7, undefined);
  advance(31);
  await sweep();
  const { Events } = await new CloudTrailClient(clientConfig(world, admin, 'cloudtrail')).send(new LookupEventsCommand({ LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'DeleteExpiredMessages' }] }));
  expect(Events!.map(event => (JSON.parse(event.CloudTrailEvent!) as { userIdentity: object; serviceEventDetails: object }))).toEqual([expect.objectContaining({
    userIdentity: { type: 'AWSService', invokedBy: 'chime.amazonaws.com' },
    serviceEventDetails: { channelId: room, policy: { kind: 'room', accountId: AccountId, days: 7, setAt: expect.any(String) }, olderThan: new Date(world.clock.now() - 7 * DAY_MS).toISOString(), deletedMessages: 3, deletedAttachments: 0 },
  })]);
});

test('a legal hold of a room or of a person keeps what retention would delete, hides it all the same, and is seen by auditors alone', async () => {
  const [held, other] = [await roomOf(owner, ben), await roomOf(owner, ben)];
  const direct = (await owner.call(chat.openConversation, { body: { personIds: [ben.me.id] } })).channel.id;
  for (const channel of [held, other, direct]) for (const person of [owner, ben]) await send(person, channel, `${person.me.displayName} said`);
  const hold = (TargetType: string, TargetId: string) => consoleCall(world, admin, 'POST', `/accounts/${AccountId}/legal-holds`, { TargetType, TargetId, Reason: 'Case 7' });
  const created = await hold('Room', held);
  expect(created).toMatchObject({ status: 201, body: { LegalHold: { TargetType: 'Room', TargetId: held, Reason: 'Case 7', CreatedBy: expect.stringContaining(':user/administrator') } } });
  expect((await hold('Room', held)).status).toBe(409);
  expect((await hold('User', ben.me.id)).status).toBe(201);
  for (const [type, id, status] of [['User', held, 404], ['Room', direct, 404], ['Room', 'nothing', 404], ['Building', held, 400]] as const) expect([type, (await hold(type, id)).status]).toEqual([type, status]);
  const stranger = await createAdministratorKey(world, await createOwnerAccount(world, '999988887777'));
  expect((await consoleCall(world, stranger, 'GET', `/accounts/${AccountId}/legal-holds`)).status).toBe(404);
  await setPeriods(7, 7);
  await sweep();
  advance(31);
  await sweep();
  const seen = await again(ben);
  expect([await said(seen, held), await said(seen, other), await said(seen, direct)]).toEqual([[], [], []]);
  expect([await stored(held), await stored(other), await stored(direct)]).toEqual([['Olga Owner said', 'Ben Baker said'], ['Ben Baker said'], ['Olga Owner said', 'Ben Baker said']]);
  const list = (await consoleCall(world, admin, 'GET', `/accounts/${AccountId}/legal-holds`)).body['LegalHolds'] as { LegalHoldId: string }[];
  for (const { LegalHoldId } of list) expect((await consoleCall(world, admin, 'DELETE', `/accounts/${AccountId}/legal-holds/${LegalHoldId}`)).status).toBe(204);
  await sweep();
  expect([await stored(held), await stored(other), await stored(direct)]).toEqual([[], [], []]);
});

test('a room with many messages is emptied in batches, and what is sent meanwhile stays', async () => {
  const room = await roomOf(owner, ben);
  const first = await send(owner, room, 'first');
  const { sql } = world.app.system;
  const at = world.app.system.now();
  const rows = Array.from({ length: 500 }, (_, i) => ({
    channel_id: room, seq: first.seq + 1 + i, ordinal: first.ordinal + 1 + i, id: world.app.system.ids.next<'Message'>(), sender_id: owner.me.id, sender_kind: 'person' as const, sender_name: 'Olga', content: `message ${i}`,
    client_token: `bulk-${i}`, created_at: at, quoted: null, redacted_at: null, redacted_by: null, redacted_by_arn: null,
  }));
  await sql.insertInto('message').values(rows).execute();
  await sql.updateTable('channel').set({ last_seq: first.seq + 500, message_count: first.ordinal + 500 }).where('id', '=', room).execute();
  await setPeriods(7, undefined);
  advance(31);
  const now = await again(owner);
  await Promise.all([sweep(), send(now, room, 'meanwhile')]);
  expect(await stored(room)).toEqual(['meanwhile']);
});

test('RET-22 what a period hides is not found, and what was deleted leaves no word in the index', async () => {
  const room = await roomOf(owner, ben);
  await send(owner, room, 'the pelican report');
  advance(20);
  await send(owner, room, 'another pelican');
  const find = async () => (await ben.call(chat.searchMessages, { body: { q: 'pelican' } })).messages.map(message => message.content);
  expect(await find()).toEqual(['another pelican', 'the pelican report']);
  await setPeriods(10, undefined);
  expect(await find()).toEqual(['another pelican']);
  advance(30);
  await sweep();
  expect(await world.app.system.sql.selectFrom('message_word').select('word').where('channel_id', '=', room).execute()).toEqual([]);
});

test('RST-03 a room is emptied over many batches and parts, its words with it, and what stays is found', async () => {
  await setPeriods(5, undefined);
  const room = await roomOf(owner, ben);
  const { sql } = world.app.system;
  const at = world.app.system.now();
  const OLD = 1_300;
  for (let first = 1; first <= OLD; first += 100) {
    await sql.insertInto('message').values(Array.from({ length: 100 }, (_, i) => ({
      channel_id: room, seq: first + i, ordinal: first + i, id: world.app.system.ids.next<'Message'>(), sender_id: ben.me.id, sender_kind: 'person' as const, sender_name: 'Ben Baker',
      content: `harbour number${first + i}`, quoted: null, client_token: `old-${first + i}`, created_at: at, redacted_at: null, redacted_by: null, redacted_by_arn: null,
    }))).execute();
  }
  await sql.updateTable('channel').set({ last_seq: OLD, message_count: OLD }).where('id', '=', room).execute();
  advance(31);
  ben = await again(ben);
  await send(ben, room, 'harbour of today');
  await send(ben, room, 'lighthouse of today');
  let parts = 0;
  while ((await sweep()) !== undefined) parts += 1;
  expect(parts).toBeLessThan(20);
  expect(await stored(room)).toEqual(['harbour of today', 'lighthouse of today']);
  const words = await sql.selectFrom('message_word').select(['word', 'block', 'offsets']).where('channel_id', '=', room).orderBy('word').execute();
  // The two that stay, both in the block in which the last of the old ones stood.
  expect(new Set(words.flatMap(row => row.offsets.map(low => Number(row.block) * 512 + low)))).toEqual(new Set([OLD + 1, OLD + 2]));
  expect(words.map(row => row.word)).toContain('harbour');
  expect((await ben.call(chat.searchMessages, { body: { q: 'harbour', in: room } })).messages.map(message => message.content)).toEqual(['harbour of today']);
});

test('RET-02 in a room from which somebody’s messages are held the others go with their words, and the held ones are found as before once the period is off', async () => {
  await setPeriods(5, undefined);
  const room = await roomOf(owner, ben);
  for (let i = 0; i < 30; i++) await send(i % 3 === 0 ? owner : ben, room, `anchor ${i}`);
  await world.app.system.sql.insertInto('legal_hold').values({ id: world.app.system.ids.next<'LegalHold'>(), account_id: owner.me.account!.id, target_type: 'User', target_id: owner.me.id, reason: 'r', created_by: 'c', created_at: world.app.system.now() }).execute();
  advance(31);
  owner = await again(owner);
  await sweep();
  await setPeriods(undefined, undefined);
  const kept = Array.from({ length: 10 }, (_, i) => `anchor ${i * 3}`);
  expect(await stored(room)).toEqual(kept);
  expect((await owner.call(chat.searchMessages, { body: { q: 'anchor', in: room } })).messages.map(message => message.content).toSorted()).toEqual(kept.toSorted());
});
