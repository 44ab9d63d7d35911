import { sql as raw } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import * as wire from '@carillon/wire/rest/chat.js';
import { createWorld, joinColleague, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';
import { deleteChannelBatch } from '../store.js';

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

const token = () => `search-${String(++counter).padStart(6, '0')}`;
const say = async (who: TestPerson, channelId: ChannelId, content: string, attachmentIds: string[] = []) =>
  (await who.call(wire.sendMessage, { params: { channelId }, body: { clientToken: token(), content, attachmentIds: attachmentIds as never } })).message;
const room = async (who: TestPerson, name: string, ...others: TestPerson[]) => (await who.call(wire.createRoom, { body: { name, personIds: others.map(other => other.me.id) } })).channel.id;
interface Query { q?: string; from?: PersonId; in?: ChannelId; since?: string; until?: string; files?: boolean; next?: string }
const search = (who: TestPerson, query: Query) => who.call(wire.searchMessages, { body: query });
const found = async (who: TestPerson, q: string, more: Omit<Query, 'q'> = {}) => (await search(who, { q, ...more })).messages.map(message => message.content);
const wordsOf = async (channelId: ChannelId) => (await raw<{ word: string }>`select word from message_word where channel_id = ${channelId} order by word`.execute(world.app.system.sql)).rows.map(row => row.word);

async function everything(who: TestPerson, query: Query): Promise<wire.Message[]> {
  const all: wire.Message[] = [];
  let next: string | null = null;
  do {
    const page = await search(who, { ...query, ...(next !== null && { next }) });
    all.push(...page.messages);
    next = page.next;
  } while (next !== null);
  return all;
}

test('words are found in any of their forms, in Italian and in English', async () => {
  const id = await room(anna, 'Stems', ben);
  await say(ben, id, 'Le riunioni dei clienti sono domani');
  await say(ben, id, 'We were discussing the quarterly budgets');
  expect(await found(anna, 'riunione cliente')).toEqual(['Le riunioni dei clienti sono domani']);
  expect(await found(anna, 'discuss budget')).toEqual(['We were discussing the quarterly budgets']);
  expect(await found(anna, 'riunione budget')).toEqual([]);
  expect(await found(anna, 'le riunioni', { in: id })).toEqual(['Le riunioni dei clienti sono domani']);
});

test('accents and case make no difference, however they are composed', async () => {
  const id = await room(anna, 'Accents');
  await say(anna, id, 'Perché la CITTÀ è più bella?');
  await say(anna, id, 'L’universita\u0300 di Forlì');
  for (const q of ['citta', 'città', 'CITTA\u0300', 'perche bella']) expect(await found(anna, q, { in: id }), q).toEqual(['Perché la CITTÀ è più bella?']);
  for (const q of ['università', 'universita', 'forli', 'Forlì']) expect(await found(anna, q, { in: id }), q).toEqual(['L’universita\u0300 di Forlì']);
});

test('signs that mean something to a database are only signs', async () => {
  const id = await room(anna, 'Signs');
  await say(anna, id, 'price & quality: 50% (of \'all\') <-> "done"');
  for (const q of ['price & !quality', '50% price', '"done" | price', ':* price', 'price <-> quality', '\\ price', '(price', '\'price\'']) {
    expect(await found(anna, q, { in: id }), q).toHaveLength(1);
  }
  expect(await found(anna, '& | ! %')).toEqual([]);
  expect(await found(anna, '@' + anna.me.id)).toEqual([]);
});

test('a thousand characters are searched, more are refused; invisible signs do no harm and NUL is refused', async () => {
  const id = await room(anna, 'Long');
  await say(anna, id, `needle ${'straw '.repeat(100)}`);
  expect(await found(anna, `needle ${'straw '.repeat(165)}`.padEnd(1_000), { in: id })).toHaveLength(1);
  expect(await found(anna, 'x'.repeat(1_000))).toEqual([]);
  await expect(search(anna, { q: 'x'.repeat(1_001) })).rejects.toMatchObject({ status: 400 });
  expect(await found(anna, '\u202eneedle\u2069 \u200bstraw', { in: id })).toHaveLength(1);
  await expect(search(anna, { q: 'a\0b' })).rejects.toMatchObject({ status: 400, reason: 'search-unstorable' });
});

test('nothing is found in channels of others, nor in a room one has left or was removed from', async () => {
  const secret = await room(olga, 'Secret', ben);
  await say(olga, secret, 'the zebra is ours');
  expect(await found(anna, 'zebra')).toEqual([]);
  await expect(search(anna, { q: 'zebra', in: secret })).rejects.toMatchObject({ status: 404 });
  expect(await found(ben, 'zebra')).toHaveLength(1);
  await ben.call(wire.leaveRoom, { params: { channelId: secret } });
  expect(await found(ben, 'zebra')).toEqual([]);
  await olga.call(wire.addMembers, { params: { channelId: secret }, body: { personIds: [anna.me.id] } });
  expect(await found(anna, 'zebra')).toHaveLength(1);
  await olga.call(wire.removeMember, { params: { channelId: secret, personId: anna.me.id } });
  expect(await found(anna, 'zebra')).toEqual([]);
  await expect(world.browser().call(wire.searchMessages, { body: { q: 'zebra' } })).rejects.toMatchObject({ status: 403 });
});

test('what was redacted or deleted leaves no word behind', async () => {
  const id = await room(anna, 'Redacted');
  const message = await say(anna, id, 'unspeakable giraffe');
  await say(anna, id, 'another giraffe');
  await raw`update message set content = '', redacted_at = ${world.app.system.now()} where id = ${message.id}`.execute(world.app.system.sql);
  expect(await found(anna, 'giraffe', { in: id })).toEqual(['another giraffe']);
  expect(await wordsOf(id)).not.toContain('unspeak');
  await deleteChannelBatch(world.app.system.sql, 'message', id, 10);
  expect(await wordsOf(id)).toEqual([]);
});

test('by person, by room, by date, and with files, each alone and together', async () => {
  const id = await room(anna, 'Filters', ben);
  await say(anna, id, 'tulip from anna');
  world.clock.advance(60_000);
  const since = world.app.system.now().toISOString();
  await say(ben, id, 'tulip from ben');
  const { attachment } = await ben.call(wire.uploadAttachment, { params: { channelId: id }, query: { name: 'Relazione annuale.txt' }, bytes: Buffer.from('x') });
  await say(ben, id, 'here it is', [attachment.id]);
  world.clock.advance(60_000);
  await say(anna, id, 'late tulip');
  const until = world.app.system.now().toISOString();
  expect(await found(anna, 'tulip', { from: ben.me.id })).toEqual(['tulip from ben']);
  expect(await found(anna, 'tulips', { in: id })).toEqual(['late tulip', 'tulip from ben', 'tulip from anna']);
  expect(await found(anna, 'tulip', { since, until, in: id })).toEqual(['tulip from ben']);
  expect(await found(anna, '', { in: id, since, until })).toEqual(['here it is', 'tulip from ben']);
  expect(await found(anna, '', { files: true, in: id })).toEqual(['here it is']);
  expect(await found(anna, 'relazioni', { files: true, from: ben.me.id })).toEqual(['here it is']);
  expect(await found(anna, 'tulip', { files: true })).toEqual([]);
  expect(await found(anna, '')).toEqual([]);
  await expect(search(anna, { q: 'x', since: 'the day before yesterday' })).rejects.toMatchObject({ status: 400 });
});

test('pages go on where the last one ended, over many rooms, each message once and the newest first', async () => {
  const carl = await joinColleague(world, olga, 'Carl Many');
  const rooms: ChannelId[] = [];
  for (let i = 0; i < 40; i++) rooms.push(await room(carl, `Many ${i}`));
  for (let i = 0; i < 90; i++) {
    if (i % 7 === 0) world.clock.advance(1_000);
    await say(carl, rooms[(i * 13) % 40]!, `walnut ${i}`);
  }
  const all = await everything(carl, { q: 'walnut' });
  expect(all).toHaveLength(90);
  expect(new Set(all.map(message => message.id)).size).toBe(90);
  expect(all.map(message => message.createdAt)).toEqual(all.map(message => message.createdAt).toSorted().toReversed());
  const { next } = await search(carl, { q: 'walnut' });
  // Signs that count for nothing make a long question with the same answer, and no longer token.
  expect(await everything(carl, { q: 'walnut'.padEnd(1_000, '…') })).toHaveLength(90);
  await expect(search(carl, { q: 'hazelnut', next: next! })).rejects.toMatchObject({ status: 400, reason: 'InvalidNextToken' });
  await expect(search(anna, { q: 'walnut', next: next! })).rejects.toMatchObject({ status: 400 });
});

test('two words that never stand together cost a bounded search, which goes on and ends', async () => {
  const id = await room(anna, 'Apart');
  await raw`
    insert into message (channel_id, seq, ordinal, id, sender_id, sender_kind, sender_name, content, client_token, created_at)
    select ${id}::uuid, n, n, gen_random_uuid(), ${anna.me.id}::uuid, 'person', 'Anna', case when n = 3 then 'sun and moon' when n % 2 = 0 then 'sun' else 'moon' end, 'bulk-' || n, ${world.app.system.now()}
    from generate_series(1, 6000) n`.execute(world.app.system.sql);
  await raw`update channel set last_seq = 6000, message_count = 6000 where id = ${id}`.execute(world.app.system.sql);
  const first = await search(anna, { q: 'sun moon', in: id });
  expect(first).toMatchObject({ messages: [], next: expect.any(String) });
  expect((await everything(anna, { q: 'sun moon', in: id })).map(message => message.content)).toEqual(['sun and moon']);
});

test('the page around a message deep in history comes at once, and goes on in both directions', async () => {
  const id = await room(anna, 'Deep');
  for (let i = 1; i <= 60; i++) await say(anna, id, `deep ${i}`);
  const page = async (query: object) => anna.call(wire.listMessages, { params: { channelId: id }, query });
  const around = await page({ around: 30, limit: 10 });
  expect(around.messages.map(message => message.seq)).toEqual([26, 27, 28, 29, 30, 31, 32, 33, 34, 35]);
  expect(around).toMatchObject({ more: true, newer: true });
  expect((await page({ after: 35, limit: 10 })).messages.map(message => message.seq)).toEqual([36, 37, 38, 39, 40, 41, 42, 43, 44, 45]);
  expect(await page({ after: 50, limit: 10 })).toMatchObject({ newer: false });
  expect(await page({ around: 60, limit: 10 })).toMatchObject({ newer: false, more: true });
  expect(await page({ around: 2, limit: 10 })).toMatchObject({ newer: true, more: false });
  expect(await page({ limit: 10 })).toMatchObject({ newer: false, more: true });
});
