import * as chime from '@aws-sdk/client-chime';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientConfig, consoleCall, createAdministratorKey, createOwnerAccount, refusal, type AwsCredentials } from '@carillon/testkit/aws.js';
import { createWorld, joinColleague, makeEnterprise, PASSWORD, setUpOwner, signUp, type TestPerson, type World } from '@carillon/testkit/world.js';
import * as chat from '@carillon/wire/rest/chat.js';
import * as identity from '@carillon/wire/rest/identity.js';
import * as meetings from '@carillon/wire/rest/meetings.js';

let world: World;
let owner: TestPerson;
let admin: AwsCredentials & { ownerAccountId: string };
let client: chime.ChimeClient;
let AccountId: string;

beforeEach(async () => {
  world = await createWorld(['--sign-up', 'open']);
  owner = await setUpOwner(world);
  admin = await createAdministratorKey(world);
  client = new chime.ChimeClient(clientConfig(world, admin));
  AccountId = owner.me.account!.id;
});
afterEach(() => world.stop());

/** A domain of the account's own, proved. */
async function insertDomain(domain: string): Promise<void> {
  const at = world.app.system.now();
  await world.app.system.sql.insertInto('domain').values({ account_id: owner.me.account!.id, name: domain, status: 'Verified', challenge: 'x', created_at: at, verified_at: at, checked_until: at, next_check_at: at }).execute();
}

const signIn = (email: string) => world.browser().call(identity.signIn, { body: { email, password: PASSWORD } });
const users = async (account = AccountId) => new Map((await client.send(new chime.ListUsersCommand({ AccountId: account }))).Users!.map(user => [user.PrimaryEmail!, user]));
const secretOf = async (email: string, kind = 'invite') => (await world.mailbox(email)).find(mail => mail.link.includes(`/${kind}/`))!.link.split('/').at(-1)!;
const invite = (UserEmailList: string[]) => client.send(new chime.InviteUsersCommand({ AccountId, UserEmailList }));
const accept = async (email: string, displayName = 'Nora New') => world.browser().call(identity.acceptInvitation, { body: { secret: await secretOf(email), displayName, password: PASSWORD } });

test('USR-24 a suspended Enterprise user is signed out of every device and every meeting at once, and signs in again only after BatchUnsuspendUser', async () => {
  const ben = await joinColleague(world, owner, 'Ben Baker');
  await makeEnterprise(world, owner);
  const { meeting } = await owner.call(meetings.startMeeting, { body: { title: 'Running' } });
  await ben.call(meetings.joinMeeting, { params: { number: meeting.number }, body: {} });
  const socket = await ben.connect();
  expect((await client.send(new chime.BatchSuspendUserCommand({ AccountId, UserIdList: [ben.me.id, 'nobody'] }))).UserErrors!.map(error => error.UserId)).toEqual(['nobody']);
  await socket.closed;
  expect((await ben.call(identity.getSession)).kind).toBe('none');
  await expect(signIn(ben.me.email)).rejects.toMatchObject({ status: 403, reason: 'suspended' });
  await expect(world.browser().call(identity.signIn, { body: { email: ben.me.email, password: 'a wrong password' } })).rejects.toMatchObject({ status: 401, reason: 'sign-in-wrong' });
  expect((await client.send(new chime.GetUserCommand({ AccountId, UserId: ben.me.id }))).User!.UserRegistrationStatus).toBe('Suspended');
  expect((await owner.call(chat.find, { query: { q: 'Ben' } })).people).toEqual([]);
  expect((await world.app.system.sql.selectFrom('attendee').select('state').where('person_id', '=', ben.me.id).executeTakeFirstOrThrow()).state).toBe('removed');
  expect((await client.send(new chime.BatchUnsuspendUserCommand({ AccountId, UserIdList: [ben.me.id, owner.me.id] }))).UserErrors).toEqual([]);
  expect((await signIn(ben.me.email)).me.id).toBe(ben.me.id);
});

test('USR-24 a suspended person gets no new password by mail, and a session that was opened in that very moment opens nothing', async () => {
  const ben = await joinColleague(world, owner, 'Ben Baker');
  await ben.call(identity.requestPasswordReset, { body: { email: ben.me.email } });
  const [early, before] = [await secretOf(ben.me.email, 'reset'), ben.cookie];
  await makeEnterprise(world, owner);
  await client.send(new chime.BatchSuspendUserCommand({ AccountId, UserIdList: [ben.me.id] }));
  await expect(world.browser().call(identity.resetPassword, { body: { secret: early, password: 'another long password' } })).rejects.toMatchObject({ reason: 'link-spent' });
  const { openSession } = await import('./sessions.js');
  const { system } = world.app;
  const { secret } = await openSession(system, system.sql, { personId: ben.me.id }, 'test');
  const late = world.browser();
  late.cookie = `${before!.split('=')[0]}=${secret}`;
  expect((await late.call(identity.getSession)).kind).toBe('none');
});

test('USR-18 ACC-04 users of a Team account are not unsuspended, and suspending them removes them', async () => {
  const ben = await joinColleague(world, owner, 'Ben Baker');
  expect(await refusal(client.send(new chime.BatchUnsuspendUserCommand({ AccountId, UserIdList: [ben.me.id] })))).toBe('BadRequestException');
  expect((await consoleCall(world, admin, 'POST', `/accounts/${AccountId}/users?operation=activate-users`, { UserIdList: [ben.me.id] })).status).toBe(400);
  await client.send(new chime.BatchSuspendUserCommand({ AccountId, UserIdList: [ben.me.id] }));
  expect((await users()).has(ben.me.email)).toBe(false);
  expect((await signIn(ben.me.email)).me.account).toBeNull();
});

test('USR-21 whoever is invited stands among the users as pending, under the id that they keep when they come', async () => {
  await invite(['new@else.example']);
  const pending = (await users()).get('new@else.example')!;
  expect(pending).toMatchObject({ UserRegistrationStatus: 'Unregistered', UserInvitationStatus: 'Pending', InvitedOn: new Date(world.clock.now()), LicenseType: 'Pro', UserId: expect.any(String) });
  expect([pending.DisplayName, pending.RegisteredOn]).toEqual([undefined, undefined]);
  await expect(signIn('new@else.example')).rejects.toMatchObject({ status: 401, reason: 'sign-in-wrong' });
  expect((await owner.call(chat.find, { query: { q: 'new' } })).people).toEqual([]);
  const { me } = await accept('new@else.example');
  expect(me.id).toBe(pending.UserId);
  expect((await users()).get('new@else.example')).toMatchObject({ UserId: me.id, DisplayName: 'Nora New', UserRegistrationStatus: 'Registered', UserInvitationStatus: 'Accepted' });
});

test('an invited address that signs up by itself is the same person, and the invitation stands until it is accepted with the password', async () => {
  await invite(['new@else.example']);
  const { UserId } = (await users()).get('new@else.example')!;
  const link = await secretOf('new@else.example');
  const { me } = await signUp(world, 'Nora', 'new@else.example');
  expect([me.id, me.account]).toEqual([UserId, null]);
  expect((await world.browser().call(identity.acceptInvitation, { body: { secret: link, password: PASSWORD } })).me.account!.id).toBe(AccountId);
});

test('an invitation that is taken back leads nowhere and leaves nobody behind; two accounts invite one address without each other’s knowledge', async () => {
  const { Account } = await client.send(new chime.CreateAccountCommand({ Name: 'Second' }));
  await invite(['new@else.example']);
  const first = await secretOf('new@else.example');
  await client.send(new chime.InviteUsersCommand({ AccountId: Account!.AccountId!, UserEmailList: ['new@else.example'] }));
  const { UserId } = (await users()).get('new@else.example')!;
  await client.send(new chime.BatchSuspendUserCommand({ AccountId, UserIdList: [UserId!] }));
  expect((await users()).has('new@else.example')).toBe(false);
  await expect(world.browser().call(identity.acceptInvitation, { body: { secret: first, displayName: 'Nora', password: PASSWORD } })).rejects.toMatchObject({ reason: 'link-spent' });
  expect((await users(Account!.AccountId)).get('new@else.example')!.UserId).toBe(UserId);
  await client.send(new chime.BatchSuspendUserCommand({ AccountId: Account!.AccountId!, UserIdList: [UserId!] }));
  expect(await world.app.system.sql.selectFrom('person').select('id').where('email', '=', 'new@else.example').execute()).toEqual([]);
});

test('DEL-03 an account in which somebody is only invited is deleted, and the invitation with it', async () => {
  const { Account } = await client.send(new chime.CreateAccountCommand({ Name: 'Short-lived' }));
  await client.send(new chime.InviteUsersCommand({ AccountId: Account!.AccountId!, UserEmailList: ['new@else.example'] }));
  const secret = await secretOf('new@else.example');
  await client.send(new chime.DeleteAccountCommand({ AccountId: Account!.AccountId! }));
  await expect(world.browser().call(identity.getInvitation, { params: { secret } })).rejects.toMatchObject({ reason: 'link-spent' });
  await expect(world.browser().call(identity.acceptInvitation, { body: { secret, displayName: 'Nora', password: PASSWORD } })).rejects.toMatchObject({ reason: 'link-spent' });
});

test('CreateUser makes a pending user who is told by mail; one with this address is a conflict, and of an Enterprise account only addresses of its domains', async () => {
  const create = (input: Partial<chime.CreateUserCommandInput>) => client.send(new chime.CreateUserCommand({ AccountId, ...input }));
  const { User } = await create({ Email: 'New@else.example', Username: 'Nora' });
  expect(User).toMatchObject({ PrimaryEmail: 'new@else.example', DisplayName: 'Nora', UserRegistrationStatus: 'Unregistered', UserInvitationStatus: 'Pending' });
  expect((await accept('new@else.example')).me).toMatchObject({ id: User!.UserId, licence: 'Pro' });
  for (const Email of ['new@else.example', owner.me.email]) expect(await refusal(create({ Email }))).toBe('ConflictException');
  for (const input of [{}, { Email: 'no address' }]) expect(await refusal(create(input))).toBe('BadRequestException');
  expect(await refusal(create({ Email: 'screen@else.example', UserType: 'SharedDevice' }))).toBe('ServiceUnavailableException');
  await makeEnterprise(world, owner);
  await insertDomain('acme.example');
  expect(await refusal(create({ Email: 'other@else.example' }))).toBe('BadRequestException');
  await create({ Email: 'una@acme.example' });
  expect((await accept('una@acme.example', 'Una')).me.account!.id).toBe(AccountId);
  expect(await refusal(invite(['more@acme.example']))).toBe('BadRequestException');
});

test('nobody suspends, invites or claims for an account of another owner', async () => {
  const other = await createAdministratorKey(world, await createOwnerAccount(world, '999988887777'));
  const foreign = new chime.ChimeClient(clientConfig(world, other));
  const UserIdList = [owner.me.id];
  for (const attempt of [new chime.BatchSuspendUserCommand({ AccountId, UserIdList }), new chime.BatchUnsuspendUserCommand({ AccountId, UserIdList }), new chime.CreateUserCommand({ AccountId, Email: 'a@b.cd' })]) {
    expect(await refusal(foreign.send(attempt as never))).toBe('NotFoundException');
  }
  for (const [method, path, body] of [['POST', 'domains', { DomainName: 'acme.example' }], ['GET', 'domains', undefined], ['DELETE', 'domains/acme.example', undefined]] as const) {
    expect((await consoleCall(world, other, method, `/accounts/${AccountId}/${path}`, body)).status).toBe(404);
  }
});

test('GEN-05 GST-03 people without an account meet and chat; after 30 days they are Basic, until an account gives them Pro', async () => {
  const [ann, bea] = [await signUp(world, 'ann', 'ann@else.example'), await signUp(world, 'bea', 'bea@else.example')];
  expect([ann.me.account, ann.me.licence]).toEqual([null, 'ProTrial']);
  const { meeting } = await ann.call(meetings.startMeeting, { body: { title: 'Two of us' } });
  expect((await bea.call(meetings.joinMeeting, { params: { number: meeting.number }, body: {} })).meeting.id).toBe(meeting.id);
  const { channel } = await ann.call(chat.createRoom, { body: { name: 'Ours', personIds: [] } });
  await ann.call(chat.sendMessage, { params: { channelId: channel.id }, body: { clientToken: 'token-0001', content: 'hello' } });
  world.clock.advance(31 * 86_400_000);
  expect((await signIn('ann@else.example')).me).toMatchObject({ licence: 'Basic', account: null });
  await new chime.ChimeClient(clientConfig(world, admin)).send(new chime.InviteUsersCommand({ AccountId, UserEmailList: ['ann@else.example'] }));
  expect((await world.browser().call(identity.acceptInvitation, { body: { secret: await secretOf('ann@else.example'), password: PASSWORD } })).me.licence).toBe('Pro');
});
