import { sql as raw } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCsv } from '@carillon/kernel/csv.js';
import * as chat from '@carillon/wire/rest/chat.js';
import * as wire from '@carillon/wire/rest/contacts.js';
import { createWorld, joinColleague, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';

let world: World;
let olga: TestPerson;
let anna: TestPerson;
let ben: TestPerson;

beforeAll(async () => {
  world = await createWorld();
  olga = await setUpOwner(world);
  anna = await joinColleague(world, olga, 'Anna Able');
  ben = await joinColleague(world, olga, 'Ben Brave');
});
afterAll(() => world.stop());

const list = async (who: TestPerson) => (await who.call(wire.listContacts, {})).contacts;
const take = (who: TestPerson, text: string | Buffer) => who.call(wire.importContacts, { bytes: Buffer.from(text as string) });
const STRANGER = '01923456-789a-7000-8000-000000000000' as never;
const removeFromAccount = (person: TestPerson) => raw`delete from membership where person_id = ${person.me.id}`.execute(world.app.system.sql);

test('TRN-14 a colleague is added by id or by address and stands there once; a stranger’s id is nobody’s', async () => {
  const { contact } = await anna.call(wire.addContact, { body: { personId: ben.me.id } });
  expect(contact).toMatchObject({ email: ben.me.email, name: 'Ben Brave', person: { id: ben.me.id } });
  await anna.call(wire.addContact, { body: { email: ben.me.email.toUpperCase() } });
  expect(await list(anna)).toHaveLength(1);
  await expect(anna.call(wire.addContact, { body: { personId: STRANGER } })).rejects.toMatchObject({ status: 404 });
  await expect(anna.call(wire.addContact, { body: { personId: anna.me.id } })).rejects.toMatchObject({ status: 400, reason: 'contact-self' });
  expect(await list(ben)).toEqual([]);
});

test('TRN-14 an unknown address is kept as an address; a name that turns a line round is kept without that sign', async () => {
  const { contact } = await anna.call(wire.addContact, { body: { email: 'Zoe@Elsewhere.example', name: '\u202eZoe' } });
  expect(contact).toMatchObject({ email: 'zoe@elsewhere.example', name: 'Zoe', person: null });
  expect((await list(anna)).map(each => each.name)).toEqual(['Ben Brave', 'Zoe']);
  await anna.call(wire.removeContact, { query: { email: 'ZOE@elsewhere.example' } });
  await anna.call(wire.removeContact, { query: { email: 'nobody@elsewhere.example' } });
  expect(await list(anna)).toHaveLength(1);
});

test('TRN-14 a list holds a hundred, even when many are added at once', async () => {
  const full = await joinColleague(world, olga, 'Full List');
  await take(full, Array.from({ length: 98 }, (_, i) => `Person ${i},p${i}@elsewhere.example\n`).join(''));
  const results = await Promise.allSettled(Array.from({ length: 6 }, (_, i) => full.call(wire.addContact, { body: { email: `q${i}@elsewhere.example` } })));
  expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(2);
  expect(results.find(result => result.status === 'rejected')).toMatchObject({ reason: { status: 409, reason: 'contacts-full' } });
  expect(await list(full)).toHaveLength(100);
  expect(await take(full, 'a,more@elsewhere.example')).toMatchObject({ added: 0, refused: [{ line: 1, reason: 'list-full' }] });
});

test('TRN-15 what is exported is imported by somebody else: people by their addresses, unknown ones told', async () => {
  const rows = [['Name', 'E-mail address'], ['Anna', anna.me.email], ['=cmd|x', 'odd@elsewhere.example'], ['Olga', olga.me.email], ['Olga again', olga.me.email], ['No address', 'none'], ['Me', ben.me.email]];
  const report = await take(ben, writeCsv(rows));
  expect(report).toEqual({ added: 3, already: 1, unknown: ['odd@elsewhere.example'], refused: [{ line: 6, reason: 'no-address' }, { line: 7, reason: 'self' }] });
  expect((await list(ben)).map(each => [each.name, each.person?.id ?? null])).toEqual([['=cmd|x', null], ['Anna Able', anna.me.id], ['Olga Owner', olga.me.id]]);
  expect(await take(ben, writeCsv(rows))).toMatchObject({ added: 0, already: 4 });
});

test('TRN-15 a file of another encoding, one cut within quotes, and one of a million lines are refused with a reason', async () => {
  await expect(take(ben, Buffer.from([0x4a, 0xf6, 0x72, 0x67, 0x2c, 0x61, 0x40, 0x62, 0x2e, 0x63]))).rejects.toMatchObject({ status: 400, reason: 'csv-encoding' });
  await expect(take(ben, '"Anna,a@x.example\n')).rejects.toMatchObject({ status: 400, reason: 'csv-malformed' });
  await expect(take(ben, 'a\n'.repeat(2_000))).rejects.toMatchObject({ status: 413, reason: 'csv-too-long' });
  await expect(take(ben, 'Anna,a@x.example\n'.repeat(1_000_000))).rejects.toMatchObject({ status: 413 });
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Jörg\tj@elsewhere.example\r\n', 'utf16le')]);
  expect(await take(ben, utf16)).toMatchObject({ added: 1, unknown: ['j@elsewhere.example'] });
  expect((await list(ben)).map(each => each.name)).toContain('Jörg');
  expect(await take(ben, '')).toEqual({ added: 0, already: 0, unknown: [], refused: [] });
});

test('ACC-02 USR-22 people of a Team account find their colleagues; a removed one finds nobody and keeps addresses and those they talk with', async () => {
  const rita = await joinColleague(world, olga, 'Rita Removed');
  const find = async (q: string) => (await rita.call(chat.find, { query: { q } })).people.map(person => person.displayName);
  expect(await find('ben')).toEqual(['Ben Brave']);
  await rita.call(wire.addContact, { body: { personId: ben.me.id } });
  await rita.call(wire.addContact, { body: { personId: anna.me.id } });
  await rita.call(chat.openConversation, { body: { personIds: [anna.me.id] } });
  await removeFromAccount(rita);
  expect(await find('ben')).toEqual([]);
  expect((await list(rita)).map(each => [each.name, each.person?.id ?? null])).toEqual([['Anna Able', anna.me.id], ['Ben Brave', null]]);
  await expect(rita.call(wire.addContact, { body: { personId: ben.me.id } })).rejects.toMatchObject({ status: 404 });
  expect((await anna.call(chat.find, { query: { q: 'rita' } })).people).toEqual([]);
});

test('nobody without a session has a list', async () => {
  await expect(world.browser().call(wire.listContacts, {})).rejects.toMatchObject({ status: 403 });
});
