import * as chime from '@aws-sdk/client-chime';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '@carillon/kernel/clock.js';
import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import { clientConfig, consoleCall, createAdministratorKey, type AwsCredentials } from '@carillon/testkit/aws.js';
import { createWorld, joinColleague, PASSWORD, setUpOwner, signInAgain, signUp, type TestPerson, type World } from '@carillon/testkit/world.js';
import { ASSISTANT_EMAIL, ASSISTANT_ID, readConfirmation } from '@carillon/wire/assistant.js';
import * as blocks from '@carillon/wire/rest/blocks.js';
import * as chat from '@carillon/wire/rest/chat.js';
import * as contacts from '@carillon/wire/rest/contacts.js';
import * as identity from '@carillon/wire/rest/identity.js';
import * as meetings from '@carillon/wire/rest/meetings.js';
import { PURGE_PEOPLE } from '../users/purge-people.js';

let world: World;
let owner: TestPerson;
let una: TestPerson;
let uwe: TestPerson;
let count = 0;
let joined = 0;
/** A GIF of one point. */
const PICTURE = Buffer.from('R0lGODlhAQABAIAAAP8AAP///ywAAAAAAQABAAACAkQBADs=', 'base64');

let admin: AwsCredentials;

beforeAll(async () => {
  world = await createWorld(['--sign-up', 'open']);
  owner = await setUpOwner(world);
  admin = await createAdministratorKey(world);
});
beforeEach(async () => {
  count += 1;
  una = await signUp(world, `Una Unmanaged ${count}`, `una${count}@home.example`);
  uwe = await signUp(world, `Uwe Unmanaged ${count}`, `uwe${count}@home.example`);
});
afterAll(() => world.stop());

const sql = () => world.app.system.sql;
const openWith = async (person: TestPerson, ...personIds: PersonId[]) => (await person.call(chat.openConversation, { body: { personIds } })).channel;
const send = async (person: TestPerson, channelId: ChannelId, content: string, attachmentIds: chat.Attachment['id'][] = []) => (await person.call(chat.sendMessage, { params: { channelId }, body: { clientToken: `assistant-${++count}-token`, content, attachmentIds } })).message;
const history = async (person: TestPerson, channelId: ChannelId) => (await person.call(chat.listMessages, { params: { channelId }, query: {} })).messages;

/** Says it to the Assistant and gives everything it answered. */
async function say(person: TestPerson, content: string): Promise<string[]> {
  const { id } = await openWith(person, ASSISTANT_ID);
  const { seq } = await send(person, id, content);
  await world.runJobs();
  const after = (await history(person, id)).filter(message => message.seq > seq);
  for (const message of after) expect(message.sender).toEqual({ kind: 'person', id: ASSISTANT_ID, name: 'Carillon Assistant' });
  return after.map(message => message.content);
}

/** The exact words that an answer asks for. */
const wordsIn = ([answer]: string[]) => readConfirmation(answer!)!.words;

/** People who know each other only by a room that somebody put both into. */
async function seatBoth(one: TestPerson, other: TestPerson): Promise<ChannelId> {
  const room = (await one.call(chat.createRoom, { body: { name: 'Shared', personIds: [] } })).channel.id;
  await sql().insertInto('channel_member').values({ channel_id: room, member_id: other.me.id, role: 'Member', joined_seq: 0, joined_at: world.app.system.now(), invited_by: null, updated_at: null, position: null }).execute();
  await sql().updateTable('channel').set({ member_count: 2 }).where('id', '=', room).execute();
  return room;
}

async function upload(person: TestPerson, channelId: ChannelId, name: string): Promise<chat.Attachment['id']> {
  const { attachment } = await person.call(chat.uploadAttachment, { params: { channelId }, query: { name }, bytes: Buffer.from(`bytes of ${name}`) });
  await send(person, channelId, '', [attachment.id]);
  return attachment.id;
}

/** The list that an answer links to, and the names of the files it leads to. */
async function openList(answer: string): Promise<string[]> {
  const reach = (url: string) => fetch(`${world.url}${new URL(url).pathname}`);
  const list = await reach(/\((http[^)]+)\)/.exec(answer)![1]!);
  expect(list.status).toBe(200);
  const files = await Promise.all((await list.text()).split('\n').filter(Boolean).map(reach));
  return files.map(file => /filename\*=UTF-8''(.+)$/.exec(file.headers.get('content-disposition') ?? '')![1]!).toSorted();
}

test('the Assistant is found by address and by name in both languages, stands where people of no account look for somebody, and can be a contact', async () => {
  for (const q of ['assist', 'Carillon Assistant', 'chime as', 'assistente', ASSISTANT_EMAIL, 'assistant_no']) expect((await una.call(chat.find, { query: { q } })).people).toMatchObject([{ id: ASSISTANT_ID, email: ASSISTANT_EMAIL, displayName: 'Carillon Assistant' }]);
  for (const q of ['sistant', 'una', 'x', 'carillon x']) expect((await una.call(chat.find, { query: { q } })).people).toEqual([]);
  expect((await una.call(chat.listPeople, {})).people.map(person => person.id)).toEqual([ASSISTANT_ID]);
  expect((await owner.call(chat.listPeople, {})).people.map(person => person.id)).not.toContain(ASSISTANT_ID);
  expect((await una.call(contacts.addContact, { body: { email: ASSISTANT_EMAIL } })).contact.person?.id).toBe(ASSISTANT_ID);
});

test('Help lists the commands, anything else gets a hint, each in the person’s language', async () => {
  const help = await say(una, '  hELP ');
  expect(help).toHaveLength(1);
  for (const command of ['`Get my attachments`', '`Delete me`', '`Help`']) expect(help[0]).toContain(command);
  expect(await say(una, 'Good morning')).toEqual(['I did not understand that. Write `Help` to see what I can do.']);
  await una.call(identity.updateMe, { body: { locale: 'it' } });
  expect(await say(una, 'Buongiorno')).toEqual(['Non ho capito. Scrivi `Help` per vedere che cosa so fare.']);
  expect((await say(una, 'Help'))[0]).toContain('tutti i file');
  const { id } = await openWith(una, ASSISTANT_ID);
  expect(await upload(una, id, 'photo.txt').then(() => world.runJobs()).then(() => history(una, id))).toMatchObject({ length: 10 });
});

test('an answer is written once, however often its job runs', async () => {
  const { id } = await openWith(una, ASSISTANT_ID);
  const question = await send(una, id, 'Delete me');
  await world.runJobs();
  const before = await history(una, id);
  const { answerMessage } = await import('./answer-message.js');
  await answerMessage(world.app.system, { channelId: id, messageId: question.id });
  expect(await history(una, id)).toEqual(before);
  // The code that was told is still the one that counts.
  await say(una, wordsIn([before.at(-1)!.content])).catch(() => []);
  expect((await una.call(identity.getSession)).kind).toBe('none');
});

test('members of an account are told whom to ask, whatever they write, also when they joined with a code in hand', async () => {
  const ben = await joinColleague(world, owner, `Ben ${'abcdefghijklmnopqrstuvwxyz'[joined++]!}`);
  for (const content of ['Help', 'Delete me', 'Get my attachments', 'Hello']) expect(await say(ben, content)).toEqual(['I am only for people who belong to no organisation. You are a member of Acme: its administrators look after your files and your data. Ask them.']);
  const words = wordsIn(await say(una, 'Delete me'));
  const { results } = await owner.call(identity.invitePeople, { body: { emails: [una.me.email] } });
  await una.call(identity.acceptInvitation, { body: { secret: results[0]!.link!.split('/').at(-1)!, password: PASSWORD } });
  expect((await say(await signInAgain(world, una), words))[0]).toContain('You are a member of Acme');
  expect((await signInAgain(world, una)).me.account?.name).toBe('Acme');
  // Whoever was removed from a Team account may use it (guide, ATT-02, TRN-05).
  await new chime.ChimeClient(clientConfig(world, admin)).send(new chime.BatchSuspendUserCommand({ AccountId: owner.me.account!.id, UserIdList: [ben.me.id] }));
  expect((await say(ben, 'Help'))[0]).toContain('`Get my attachments`');
});

test('ATT-02 Get my attachments asks for a code, then gives a list of the person’s own files in conversations and in rooms they made, once in seven days, for six', async () => {
  const theirs = await seatBoth(uwe, una);
  const own = (await una.call(chat.createRoom, { body: { name: 'Mine', personIds: [] } })).channel.id;
  const direct = (await openWith(una, uwe.me.id)).id;
  await upload(una, direct, 'direct.txt');
  await upload(uwe, direct, 'of-uwe.txt');
  await upload(una, own, 'own-room.txt');
  await upload(una, theirs, 'their-room.txt');
  const words = wordsIn(await say(una, 'get my attachments'));
  expect(words).toMatch(/^Get my attachments [a-z]{6}$/);
  const answers = await say(una, words);
  expect(answers[0]).toBe('I am collecting your attachments. A link comes here as soon as the list is ready.');
  expect(answers[1]).toContain('with 2 links');
  expect(await openList(answers[1]!)).toEqual(['direct.txt', 'own-room.txt']);
  expect((await say(una, 'Get my attachments'))[0]).toContain('again in 7 days');
  expect((await say(una, words))[0]).toContain('again in 7 days');
  world.clock.advance(6 * DAY_MS + 1000);
  await expect(openList(answers[1]!)).rejects.toThrow();
  expect((await say(una, 'Get my attachments'))[0]).toContain('again in a day');
  world.clock.advance(DAY_MS);
  expect((await say(una, wordsIn(await say(una, 'Get my attachments'))))[1]).toContain('with 2 links');
});

test('whoever has no files gets an empty list', async () => {
  const [, ready] = await say(una, wordsIn(await say(una, 'Get my attachments')));
  expect(ready).toContain('It is empty');
  expect(await openList(ready!)).toEqual([]);
});

test('a code that is wrong, late, used, another command’s or another person’s confirms nothing and gives a new one; too many give none', async () => {
  const first = wordsIn(await say(una, 'Delete me'));
  const wrong = await say(una, `${first.slice(0, -6)}${first.endsWith('aaaaaa') ? 'bbbbbb' : 'aaaaaa'}`);
  expect(wrong[0]).toMatch(/^This code is wrong or too old\./);
  const second = wordsIn(wrong);
  expect(second).not.toBe(first);
  const third = wordsIn(await say(una, first));
  world.clock.advance(10 * MINUTE_MS + 1000);
  const late = await say(una, third);
  expect(late[0]).toMatch(/^This code is wrong or too old\./);
  const code = wordsIn(await say(una, 'Delete me')).slice(-6);
  const foreign = await say(una, `Get my attachments ${code}`);
  expect(wordsIn(foreign)).toMatch(/^Get my attachments /);
  expect((await say(uwe, `Delete me ${code}`))[0]).toMatch(/^This code is wrong or too old\./);
  const attachments = wordsIn(foreign);
  await say(una, attachments);
  expect((await say(una, attachments))[0]).toContain('again in 7 days');
  const answers = [];
  for (let i = 0; i < 10; i++) answers.push(...(await say(una, 'Delete me zzzzzz')));
  expect(answers.at(-1)).toBe('You have asked for too many codes. Wait a quarter of an hour, then ask again.');
  expect((await una.call(identity.getSession)).kind).toBe('person');
  expect(await sql().selectFrom('assistant_code').select('command').where('person_id', '=', una.me.id).execute()).toEqual([]);
});

test('codes that were never used are swept away', async () => {
  await say(una, 'Delete me');
  const codes = () => sql().selectFrom('assistant_code').select('command').where('person_id', '=', una.me.id).execute();
  expect(await codes()).toHaveLength(1);
  world.clock.advance(11 * MINUTE_MS);
  const { sweepCodes } = await import('./codes.js');
  await sweepCodes(world.app.system);
  expect(await codes()).toEqual([]);
});

test('TRN-05 DEL-02 DEL-04 Delete me signs out everywhere at once and really removes: nobody signs in, rows and files are gone, the address is free, others keep what was said by a deleted user', async () => {
  const room = await seatBoth(una, uwe);
  const direct = (await openWith(una, uwe.me.id)).id;
  const said = await send(una, direct, 'Remember me');
  await uwe.call(chat.sendMessage, { params: { channelId: direct }, body: { clientToken: 'quoting-it-now', content: 'I do', quotedMessageId: said.id } });
  await upload(una, direct, 'kept-by-uwe.txt');
  await una.call(identity.putPicture, { bytes: PICTURE });
  await una.call(contacts.addContact, { body: { email: 'friend@home.example' } });
  await uwe.call(contacts.addContact, { body: { personId: una.me.id } });
  const { meeting } = await una.call(meetings.startMeeting, { body: { title: `Chat with ${una.me.displayName}` } });
  await una.call(meetings.joinMeeting, { params: { number: meeting.number }, body: {} });
  const [, ready] = await say(una, wordsIn(await say(una, 'Get my attachments')));
  const phone = await signInAgain(world, una);
  const sockets = [await una.connect(), await phone.connect()];
  const talk = (await openWith(una, ASSISTANT_ID)).id;
  const unsent = (await una.call(chat.uploadAttachment, { params: { channelId: talk }, query: { name: 'unsent.txt' }, bytes: Buffer.from('unsent') })).attachment.id;
  const words = wordsIn(await say(una, 'Delete me'));
  expect(words).toMatch(/^Delete me [a-z]{6}$/);
  await send(una, talk, words);
  await world.runJobs();
  await Promise.all(sockets.map(socket => socket.closed));
  for (const device of [una, phone]) expect((await device.call(identity.getSession)).kind).toBe('none');
  await expect(signInAgain(world, una)).rejects.toMatchObject({ status: 401 });
  const of = async (table: 'session' | 'assistant_code' | 'data_export' | 'person_change' | 'notification_settings' | 'membership') => sql().selectFrom(table).select('person_id').where('person_id', '=', una.me.id).execute();
  for (const table of ['session', 'assistant_code', 'data_export', 'person_change', 'notification_settings', 'membership'] as const) expect([table, await of(table)]).toEqual([table, []]);
  expect(await sql().selectFrom('contact').select('email').where(eb => eb.or([eb('owner_id', '=', una.me.id), eb('person_id', '=', una.me.id)])).execute()).toEqual([]);
  expect(await sql().selectFrom('channel').select('id').where('id', '=', talk).execute()).toEqual([]);
  expect(await sql().selectFrom('attachment').select('id').where('id', '=', unsent).execute()).toEqual([]);
  expect(await sql().selectFrom('message').select('id').where('channel_id', '=', talk).execute()).toEqual([]);
  for (const key of [`picture/${una.me.id}`, `attachment/${unsent}`]) expect(await world.app.system.blobs.stream(key)).toBeUndefined();
  await expect(openList(ready!)).rejects.toThrow();
  expect(await sql().selectFrom('person').select(['email', 'display_name', 'registration', 'password_hash']).where('id', '=', una.me.id).executeTakeFirst()).toEqual({ email: `${una.me.id}@deleted.invalid`, display_name: 'Deleted user', registration: 'Deleted', password_hash: null });
  const left = JSON.stringify([
    await sql().selectFrom('message').selectAll().execute(), await sql().selectFrom('channel_event').selectAll().execute(), await sql().selectFrom('attendee').selectAll().execute(), await sql().selectFrom('meeting').selectAll().execute(),
    await sql().selectFrom('person').selectAll().execute(), await sql().selectFrom('link').selectAll().where('used_at', 'is', null).execute(), await sql().selectFrom('person_change').selectAll().execute(),
  ]);
  for (const trace of [una.me.displayName, una.me.email]) expect(left).not.toContain(trace);
  const kept = await history(uwe, direct);
  expect(kept.map(message => [message.sender.name, message.content])).toEqual([['Deleted user', 'Remember me'], [uwe.me.displayName, 'I do'], ['Deleted user', '']]);
  expect(kept[1]!.quoted?.sender).toBe('Deleted user');
  expect((await uwe.call(chat.getChannel, { params: { channelId: room } })).channel).toMatchObject({ role: 'Administrator', memberCount: 1 });
  world.clock.advance(MINUTE_MS);
  const again = await signUp(world, 'Again', una.me.email);
  expect(again.me.id).not.toBe(una.me.id);
  expect((await again.call(chat.listChannels)).channels).toEqual([]);
});

test('a legal hold shuts the person out all the same, and keeps the data until it ends', async () => {
  const ben = await joinColleague(world, owner, `Ben ${'abcdefghijklmnopqrstuvwxyz'[joined++]!}`);
  const AccountId = owner.me.account!.id;
  const hold = await consoleCall(world, admin, 'POST', `/accounts/${AccountId}/legal-holds`, { TargetType: 'User', TargetId: ben.me.id, Reason: 'Case 1' });
  expect(hold.status).toBe(201);
  await new chime.ChimeClient(clientConfig(world, admin)).send(new chime.BatchSuspendUserCommand({ AccountId, UserIdList: [ben.me.id] }));
  const words = wordsIn(await say(ben, 'Delete me'));
  await send(ben, (await openWith(ben, ASSISTANT_ID)).id, words);
  await world.runJobs();
  await expect(signInAgain(world, ben)).rejects.toMatchObject({ status: 401 });
  const nameOf = async () => (await sql().selectFrom('person').select('display_name as name').where('id', '=', ben.me.id).executeTakeFirstOrThrow()).name;
  expect(await nameOf()).toBe(ben.me.displayName);
  const { LegalHoldId } = hold.body['LegalHold'] as { LegalHoldId: string };
  expect((await consoleCall(world, admin, 'DELETE', `/accounts/${AccountId}/legal-holds/${LegalHoldId}`)).status).toBe(204);
  // The hourly purge, which finds whoever is due.
  await world.app.system.tx(tx => tx.enqueue(PURGE_PEOPLE, {}));
  await world.runJobs();
  expect(await nameOf()).toBe('Deleted user');
});

test('the Assistant comes into no group, room or meeting, is not mentioned and not blocked', async () => {
  const ben = await joinColleague(world, owner, `Ben ${'abcdefghijklmnopqrstuvwxyz'[joined++]!}`);
  const alone = { status: 400, reason: 'assistant-alone' };
  const talk = (await openWith(owner, ASSISTANT_ID)).id;
  await expect(openWith(owner, ASSISTANT_ID, ben.me.id)).rejects.toMatchObject(alone);
  await expect(owner.call(chat.addMembers, { params: { channelId: talk }, body: { personIds: [ben.me.id] } })).rejects.toMatchObject(alone);
  await expect(owner.call(chat.createRoom, { body: { name: 'Room', personIds: [ASSISTANT_ID] } })).rejects.toMatchObject(alone);
  const room = (await owner.call(chat.createRoom, { body: { name: 'Room', personIds: [] } })).channel.id;
  await expect(owner.call(chat.addMembers, { params: { channelId: room }, body: { personIds: [ASSISTANT_ID] } })).rejects.toMatchObject(alone);
  await expect(owner.call(meetings.startMeeting, { body: { channelId: talk } })).rejects.toMatchObject(alone);
  await expect(owner.call(blocks.blockPerson, { params: { personId: ASSISTANT_ID } })).rejects.toMatchObject({ status: 400, reason: 'assistant-block' });
  expect((await send(owner, talk, `<@${ASSISTANT_ID}|Carillon Assistant> hello`)).mentions).toEqual([]);
  // To everybody else the conversation does not exist.
  for (const call of [ben.call(chat.listMessages, { params: { channelId: talk }, query: {} }), send(ben, talk, 'Help')]) await expect(call).rejects.toMatchObject({ status: 404 });
});

test('nobody is the Assistant: it does not sign up, join, sign in nor get a password, and stands in no account', async () => {
  const reserved = { status: 400, reason: 'address-reserved' };
  const email = 'Assistant_No_Reply@chime.aws';
  await expect(world.browser().call(identity.signUp, { body: { displayName: 'X', email, password: PASSWORD } })).rejects.toMatchObject(reserved);
  await expect(owner.call(identity.invitePeople, { body: { emails: [email] } })).rejects.toMatchObject(reserved);
  await expect(world.browser().call(identity.signIn, { body: { email, password: PASSWORD } })).rejects.toMatchObject({ status: 401 });
  await world.browser().call(identity.requestPasswordReset, { body: { email } });
  expect(await world.mailbox(ASSISTANT_EMAIL)).toEqual([]);
  const client = new chime.ChimeClient(clientConfig(world, admin));
  const AccountId = owner.me.account!.id;
  expect((await client.send(new chime.InviteUsersCommand({ AccountId, UserEmailList: [email] }))).Invites).toMatchObject([{ Status: 'Failed', EmailStatus: 'NotSent' }]);
  await expect(client.send(new chime.CreateUserCommand({ AccountId, Email: email }))).rejects.toMatchObject({ name: 'BadRequestException' });
  expect((await consoleCall(world, admin, 'POST', `/accounts/${AccountId}/users?operation=import`, { Users: [{ Email: email }] })).body).toMatchObject({ Results: [{ Outcome: 'Refused' }] });
  expect((await client.send(new chime.ListUsersCommand({ AccountId }))).Users!.map(user => user.PrimaryEmail)).not.toContain(ASSISTANT_EMAIL);
  await expect(client.send(new chime.GetUserCommand({ AccountId, UserId: ASSISTANT_ID }))).rejects.toMatchObject({ name: 'NotFoundException' });
  expect(await sql().selectFrom('membership').select('account_id').where('person_id', '=', ASSISTANT_ID).execute()).toEqual([]);
});
