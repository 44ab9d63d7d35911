import * as chime from '@aws-sdk/client-chime';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientConfig, consoleCall, createAdministratorKey, createOwnerAccount, type AwsCredentials } from '@carillon/testkit/aws.js';
import { createWorld, joinColleague, setUpOwner, signUp, type TestPerson, type World } from '@carillon/testkit/world.js';
import * as chat from '@carillon/wire/rest/chat.js';

let world: World;
let owner: TestPerson;
let ben: TestPerson;
let admin: AwsCredentials & { ownerAccountId: string };
let AccountId: string;

beforeEach(async () => {
  world = await createWorld(['--sign-up', 'open']);
  owner = await setUpOwner(world);
  ben = await joinColleague(world, owner, 'Ben Baker');
  admin = await createAdministratorKey(world);
  AccountId = owner.me.account!.id;
});
afterEach(() => world.stop());

const call = (path: string, body: object, key: AwsCredentials = admin) => consoleCall(world, key, 'POST', `/accounts/${AccountId}/${path}`, body);
const importUsers = async (Users: object[], more: object = {}) => ((await call('users?operation=import', { Users, ...more })).body['Results'] as { Key: string; Outcome: string; Message?: string }[]).map(result => [result.Key, result.Outcome]);
const importRoom = async (Name: string, Members: object[], more: object = {}) => (await call('rooms?operation=import', { Name, Members, ...more })).body as { RoomId?: string; Outcome: string; Members: { Key: string; Outcome: string; Message?: string }[] };
const usersNow = async () => (await new chime.ChimeClient(clientConfig(world, admin)).send(new chime.ListUsersCommand({ AccountId }))).Users!.map(user => user.PrimaryEmail).toSorted();
const PEOPLE = [{ Email: 'Ann@acme.example', DisplayName: 'Ann Arbor' }, { Email: 'ben.baker@acme.example' }, { Email: 'cem@acme.example' }, { Email: 'ann@acme.example' }];

test('people are brought in as pending users; a dry run only says so, and a second run changes nothing', async () => {
  const expected = [['Ann@acme.example', 'Created'], ['ben.baker@acme.example', 'Unchanged'], ['cem@acme.example', 'Created'], ['ann@acme.example', 'Refused']];
  expect(await importUsers(PEOPLE, { DryRun: true })).toEqual(expected);
  expect(await usersNow()).toEqual([ben.me.email, owner.me.email].toSorted());
  expect(await importUsers(PEOPLE)).toEqual(expected);
  expect(await usersNow()).toEqual(['ann@acme.example', ben.me.email, 'cem@acme.example', owner.me.email].toSorted());
  expect((await importUsers(PEOPLE)).map(([, outcome]) => outcome)).toEqual(['Unchanged', 'Unchanged', 'Unchanged', 'Refused']);
  expect(await world.mailbox('ann@acme.example')).toEqual([]);
  expect(await importUsers([{ Email: 'dan@acme.example' }], { SendInvitations: true })).toEqual([['dan@acme.example', 'Created']]);
  expect(await world.mailbox('dan@acme.example')).toHaveLength(1);
});

test('a room comes with its members and roles, pending people too, who find it when they come; again it is the same room', async () => {
  await importUsers(PEOPLE);
  const members = [{ Email: 'ann@acme.example', Role: 'Administrator' }, { Email: ben.me.email, Role: 'Member' }, { Email: 'nobody@acme.example' }];
  const dry = await importRoom('Project Aurora', members, { DryRun: true });
  expect([dry.RoomId, dry.Outcome, dry.Members.map(one => one.Outcome)]).toEqual([undefined, 'Created', ['Created', 'Created', 'Refused']]);
  expect((await ben.call(chat.listChannels)).channels).toEqual([]);
  const socket = await ben.connect();
  const first = await importRoom('Project Aurora', members);
  expect(first.Members.map(one => one.Outcome)).toEqual(['Created', 'Created', 'Refused']);
  await socket.next(push => push.t === 'change' && push.change.kind === 'channel-joined');
  const again = await importRoom('project aurora', [{ Email: 'ann@acme.example', Role: 'Administrator' }, { Email: ben.me.email, Role: 'Administrator' }, { Email: ben.me.email, Role: 'Administrator' }]);
  expect([again.RoomId, again.Outcome, again.Members.map(one => one.Outcome)]).toEqual([first.RoomId, 'Unchanged', ['Unchanged', 'Updated', 'Unchanged']]);
  const ann = await signUp(world, 'Ann Arbor', 'ann@acme.example');
  expect((await ann.call(chat.listChannels)).channels).toMatchObject([{ id: first.RoomId, name: 'Project Aurora', role: 'Administrator', memberCount: 2 }]);
});

test('what cannot be is refused: too many rows, no addresses, names out of bounds, domains of others, accounts of others', async () => {
  const many = Array.from({ length: 201 }, (_, i) => ({ Email: `a${i}@b.cd` }));
  for (const Users of [[], many, [{ Email: 'no address' }], [{ DisplayName: 'Nobody' }], [{ Email: 'a@b.cd', DisplayName: 'x'.repeat(61) }]]) expect((await call('users?operation=import', { Users })).status).toBe(400);
  for (const Name of ['', '   ', 'x'.repeat(101)]) expect((await call('rooms?operation=import', { Name })).status).toBe(400);
  expect((await call('rooms?operation=import', { Name: 'Room', Members: many })).status).toBe(400);
  const other = await createAdministratorKey(world, await createOwnerAccount(world, '999988887777'));
  for (const [path, body] of [['users?operation=import', { Users: [{ Email: 'a@b.cd' }] }], ['rooms?operation=import', { Name: 'Room' }]] as const) expect((await call(path, body, other)).status).toBe(404);
  const at = world.app.system.now();
  const { Account } = await new chime.ChimeClient(clientConfig(world, admin)).send(new chime.CreateAccountCommand({ Name: 'Other' }));
  await world.app.system.sql.insertInto('domain').values({ account_id: Account!.AccountId as never, name: 'taken.example', status: 'Verified', challenge: 'x', created_at: at, verified_at: at, checked_until: at, next_check_at: at }).execute();
  expect(await importUsers([{ Email: 'eve@taken.example' }])).toEqual([['eve@taken.example', 'Refused']]);
});
