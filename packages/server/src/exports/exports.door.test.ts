import * as chime from '@aws-sdk/client-chime';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY_MS } from '@carillon/kernel/clock.js';
import type { ChannelId } from '@carillon/kernel/ids.js';
import { clientConfig, consoleCall, createAdministratorKey, createOwnerAccount, type AwsCredentials } from '@carillon/testkit/aws.js';
import { createWorld, joinColleague, makeEnterprise, setUpOwner, signInAgain, type TestPerson, type World } from '@carillon/testkit/world.js';
import * as chat from '@carillon/wire/rest/chat.js';

let world: World;
let owner: TestPerson;
let ben: TestPerson;
let admin: AwsCredentials & { ownerAccountId: string };
let AccountId: string;

beforeEach(async () => {
  world = await createWorld();
  owner = await setUpOwner(world);
  ben = await joinColleague(world, owner, 'Ben Baker');
  admin = await createAdministratorKey(world);
  AccountId = owner.me.account!.id;
  await makeEnterprise(world, owner);
});
afterEach(() => world.stop());

interface DataExport {
  Status: string;
  AttachmentCount?: number;
  Url?: string;
  ExpiresTimestamp?: string;
}

const start = () => consoleCall(world, admin, 'POST', `/accounts/${AccountId}/data-exports`);
const exportsNow = async () => (await consoleCall(world, admin, 'GET', `/accounts/${AccountId}/data-exports`)).body['DataExports'] as DataExport[];

async function upload(person: TestPerson, channelId: ChannelId, name: string): Promise<chat.Message> {
  const { attachment } = await person.call(chat.uploadAttachment, { params: { channelId }, query: { name }, bytes: Buffer.from(`bytes of ${name}`) });
  return (await person.call(chat.sendMessage, { params: { channelId }, body: { clientToken: `token-${name.replaceAll('.', '-')}-0`, content: '', attachmentIds: [attachment.id] } })).message;
}

/** Addresses point to where people reach the server; the test reaches it elsewhere. */
const open = (url: string) => fetch(`${world.url}${new URL(url).pathname}`);
const namesIn = async (list: DataExport) => {
  const lines = (await (await open(list.Url!)).text()).trimEnd().split('\n').filter(Boolean);
  const names = [];
  for (const line of lines) {
    const response = await open(line);
    names.push(response.status === 200 ? /filename\*=UTF-8''(.+)$/.exec(response.headers.get('content-disposition') ?? '')![1] : response.status);
  }
  return names.toSorted();
};

test('ATT-01 ATT-03 ATT-04 ATT-05 every attachment of conversations and rooms, as addresses that whoever holds the list opens for six days; once in seven days', async () => {
  const room = (await ben.call(chat.createRoom, { body: { name: 'Room', personIds: [owner.me.id] } })).channel.id;
  const direct = (await owner.call(chat.openConversation, { body: { personIds: [ben.me.id] } })).channel.id;
  await upload(owner, room, 'room.txt');
  await upload(ben, direct, 'direct.txt');
  const redacted = await upload(ben, direct, 'redacted.txt');
  await new chime.ChimeClient(clientConfig(world, admin)).send(new chime.RedactConversationMessageCommand({ AccountId, ConversationId: direct, MessageId: redacted.id }));
  const asked = await start();
  expect(asked).toMatchObject({ status: 201, body: { DataExport: { Status: 'Pending', AccountId } } });
  expect(await exportsNow()).toMatchObject([{ Status: 'Pending' }]);
  await world.runJobs();
  const [ready] = await exportsNow();
  expect(ready).toMatchObject({ Status: 'Ready', AttachmentCount: 2, ExpiresTimestamp: new Date(world.clock.now() + 6 * DAY_MS).toISOString() });
  expect(await namesIn(ready!)).toEqual(['direct.txt', 'room.txt']);
  expect(await start()).toMatchObject({ status: 409, type: 'ConflictException' });
  const kept = ready!.Url!;
  world.clock.advance(6 * DAY_MS + 1000);
  expect((await open(kept)).status).toBe(404);
  expect(await exportsNow()).toMatchObject([{ Status: 'Expired' }]);
  expect((await start()).status).toBe(409);
  world.clock.advance(DAY_MS);
  expect((await start()).status).toBe(201);
});

test('ATT-02 a Team account requests none', async () => {
  await world.app.system.sql.updateTable('account').set({ type: 'Team' }).where('id', '=', owner.me.account!.id).execute();
  expect(await start()).toMatchObject({ status: 400, body: { Message: expect.stringContaining('Assistant') } });
});

test('ATT-06 IAM-17 a policy with StartDataExport and RetrieveDataExports is enough, and nothing less', async () => {
  const { CreateAccessKeyCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } = await import('@aws-sdk/client-iam');
  const iam = new IAMClient(clientConfig(world, admin, 'iam'));
  await iam.send(new CreateUserCommand({ UserName: 'exporter' }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'exporter' }));
  const key = { accessKeyId: AccessKey!.AccessKeyId!, secretAccessKey: AccessKey!.SecretAccessKey! };
  const post = () => consoleCall(world, key, 'POST', `/accounts/${AccountId}/data-exports`);
  expect(await post()).toMatchObject({ status: 403, body: { Message: expect.stringContaining('chime:StartDataExport') } });
  await iam.send(new PutUserPolicyCommand({ UserName: 'exporter', PolicyName: 'own', PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['chime:StartDataExport', 'chime:RetrieveDataExports'], Resource: '*' }] }) }));
  expect((await post()).status).toBe(201);
  expect((await consoleCall(world, key, 'GET', `/accounts/${AccountId}/data-exports`)).status).toBe(200);
  expect((await consoleCall(world, key, 'GET', `/accounts/${AccountId}`)).status).toBe(403);
});

test('what is redacted, deleted or hidden by retention after the list was made opens no more', async () => {
  const room = (await ben.call(chat.createRoom, { body: { name: 'Room', personIds: [owner.me.id] } })).channel.id;
  const message = await upload(owner, room, 'first.txt');
  world.clock.advance(4 * DAY_MS);
  await upload(await signInAgain(world, owner), room, 'second.txt');
  await start();
  await world.runJobs();
  const [list] = await exportsNow();
  expect(await namesIn(list!)).toEqual(['first.txt', 'second.txt']);
  const client = new chime.ChimeClient(clientConfig(world, admin));
  await client.send(new chime.PutRetentionSettingsCommand({ AccountId, RetentionSettings: { RoomRetentionSettings: { RetentionDays: 2 } } }));
  expect(await namesIn(list!)).toEqual([404, 'second.txt']);
  await client.send(new chime.PutRetentionSettingsCommand({ AccountId, RetentionSettings: { RoomRetentionSettings: {} } }));
  await client.send(new chime.RedactRoomMessageCommand({ AccountId, RoomId: room, MessageId: message.id }));
  expect(await namesIn(list!)).toEqual([404, 'second.txt']);
});

test('forged and changed addresses, other accounts and the record of the request give nothing away', async () => {
  await start();
  await world.runJobs();
  const [list] = await exportsNow();
  const token = new URL(list!.Url!).pathname.split('/').at(-1)!;
  for (const wrong of ['x', `${token.slice(0, -2)}AA`, token.slice(4), `${token}A`, 'a'.repeat(90)]) expect((await fetch(`${world.url}/api/exports/${wrong}`)).status).toBe(404);
  const other = await createAdministratorKey(world, await createOwnerAccount(world, '999988887777'));
  expect((await consoleCall(world, other, 'GET', `/accounts/${AccountId}/data-exports`)).status).toBe(404);
  expect((await consoleCall(world, other, 'POST', `/accounts/${AccountId}/data-exports`)).status).toBe(404);
  const records = await world.app.system.sql.selectFrom('audit_event').select('record').where('name', 'in', ['StartDataExport', 'RetrieveDataExports']).execute();
  expect(records.length).toBeGreaterThan(0);
  expect(JSON.stringify(records)).not.toContain('/api/exports/');
});
