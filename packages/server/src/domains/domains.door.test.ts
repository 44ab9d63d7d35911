import * as chime from '@aws-sdk/client-chime';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@carillon/kernel/clock.js';
import { clientConfig, consoleCall, createAdministratorKey, createOwnerAccount, refusal, type AwsCredentials } from '@carillon/testkit/aws.js';
import { hasDns, startDns, type DnsServer } from '@carillon/testkit/dns-server.js';
import { createWorld, PASSWORD, setUpOwner, signUp, type TestPerson, type World } from '@carillon/testkit/world.js';
import * as chat from '@carillon/wire/rest/chat.js';
import * as identity from '@carillon/wire/rest/identity.js';
import * as meetings from '@carillon/wire/rest/meetings.js';
import { checkDomains } from './check-domains.js';

interface Domain {
  DomainStatus: string;
  TxtRecordName: string;
  TxtRecordValue: string;
}

let dns: DnsServer;
let world: World;
let owner: TestPerson;
let admin: AwsCredentials & { ownerAccountId: string };
let client: chime.ChimeClient;
let AccountId: string;

beforeEach(async () => {
  dns = await startDns();
  world = await createWorld(['--sign-up', 'domains', '--dns-servers', dns.address]);
  owner = await setUpOwner(world);
  admin = await createAdministratorKey(world);
  client = new chime.ChimeClient(clientConfig(world, admin));
  AccountId = owner.me.account!.id;
});
afterEach(async () => {
  await world.stop();
  await dns.stop();
});

const call = (method: string, path: string, body?: object, key: AwsCredentials = admin) => consoleCall(world, key, method, path, body);
const add = (DomainName: string, account = AccountId, key: AwsCredentials = admin) => call('POST', `/accounts/${account}/domains`, { DomainName }, key);
const get = async (name: string, account = AccountId, key: AwsCredentials = admin) => (await call('GET', `/accounts/${account}/domains/${name}`, undefined, key)).body['Domain'] as Domain;
const remove = (name: string) => call('DELETE', `/accounts/${AccountId}/domains/${name}`);

/** A minute later: records are looked for, and whoever a verified domain concerns comes in. */
async function check(): Promise<void> {
  world.clock.advance(MINUTE_MS);
  await checkDomains(world.app.system);
  await world.runJobs();
}

async function claim(name: string): Promise<void> {
  await add(name);
  const { TxtRecordName, TxtRecordValue } = await get(name);
  await dns.publish({ [TxtRecordName]: TxtRecordValue });
  await check();
  expect((await get(name)).DomainStatus).toBe('Verified');
}

const signIn = (email: string) => world.browser().call(identity.signIn, { body: { email, password: PASSWORD } });
/** A new client each time: its clock is the world's when it is made. */
const users = async () => new Map((await new chime.ChimeClient(clientConfig(world, admin)).send(new chime.ListUsersCommand({ AccountId }))).Users!.map(user => [user.PrimaryEmail!, user]));

describe.skipIf(!hasDns)('claimed domains', () => {
  test('DOM-01 DOM-02 DOM-03 ACC-05 GST-06 a claim names a TXT record, is pending until that stands in the DNS, then verified, and makes the account Enterprise', async () => {
    const added = await add('Acme.Example');
    expect(added).toMatchObject({ status: 201, body: { Domain: { DomainName: 'acme.example', AccountId, DomainStatus: 'PendingVerification', TxtRecordName: '_carillon.acme.example', TxtRecordValue: expect.stringMatching(/^carillon-domain-verification=[\w-]{32}$/) } } });
    await dns.publish({ '_carillon.acme.example': 'carillon-domain-verification=somebody-elses' });
    await check();
    expect((await get('acme.example')).DomainStatus).toBe('PendingVerification');
    expect((await client.send(new chime.GetAccountCommand({ AccountId }))).Account!.AccountType).toBe('Team');
    await dns.publish({ '_carillon.acme.example': (await get('acme.example')).TxtRecordValue });
    await check();
    expect(await get('ACME.example')).toMatchObject({ DomainStatus: 'Verified', VerifiedTimestamp: new Date(world.clock.now()).toISOString() });
    expect((await client.send(new chime.GetAccountCommand({ AccountId }))).Account!.AccountType).toBe('EnterpriseLWA');
    const first = await call('GET', `/accounts/${AccountId}/domains?max-results=1`);
    expect([(first.body['Domains'] as unknown[]).length, first.body['NextToken']]).toEqual([1, undefined]);
  });

  test('DOM-04 a record that does not appear within 24 hours fails the claim; claiming again begins anew with another value', async () => {
    await add('acme.example');
    const { TxtRecordValue } = await get('acme.example');
    for (let hour = 0; hour < 23; hour++) {
      world.clock.advance(HOUR_MS);
      await check();
    }
    expect((await get('acme.example')).DomainStatus).toBe('PendingVerification');
    world.clock.advance(HOUR_MS);
    await check();
    expect((await get('acme.example')).DomainStatus).toBe('Failed');
    expect((await add('acme.example')).status).toBe(201);
    expect((await get('acme.example')).TxtRecordValue).not.toBe(TxtRecordValue);
  });

  test('DOM-04 a DNS server that says nothing leaves the claim pending', async () => {
    await add('acme.example');
    await dns.stop();
    await check();
    expect((await get('acme.example')).DomainStatus).toBe('PendingVerification');
  });

  test('CTR-04 CTR-03 a claimed domain is a conflict for whoever claims it after, and the record says so in the guide’s words', async () => {
    await claim('acme.example');
    const other = await createAdministratorKey(world, await createOwnerAccount(world, '999988887777'));
    const { Account } = await new chime.ChimeClient(clientConfig(world, other)).send(new chime.CreateAccountCommand({ Name: 'Other' }));
    const late = await add('ACME.example', Account!.AccountId, other);
    expect(late).toMatchObject({ status: 409, type: 'ConflictException' });
    const events = await consoleCloudTrail(other);
    expect(events[0]).toMatchObject({ eventName: 'AddDomain', errorCode: 'ConflictException', errorMessage: 'Request could not be completed due to a conflict', requestParameters: { domainName: 'ACME.example', accountId: Account!.AccountId }, responseElements: null });
    expect((await add('acme.example')).status).toBe(409);
  });

  test('CTR-04 of two who claim a name at once, whoever proves it first has it, and the other’s claim has failed', async () => {
    const other = await createAdministratorKey(world, await createOwnerAccount(world, '999988887777'));
    const { Account } = await new chime.ChimeClient(clientConfig(world, other)).send(new chime.CreateAccountCommand({ Name: 'Other' }));
    expect((await add('acme.example', Account!.AccountId, other)).status).toBe(201);
    await claim('acme.example');
    expect((await get('acme.example', Account!.AccountId, other)).DomainStatus).toBe('Failed');
    expect((await call('GET', `/accounts/${AccountId}/domains/acme.example`, undefined, other)).status).toBe(404);
  });

  test('TRN-07 PRO-01 everybody with an address of the domain comes into the account, out of any other, Pro and without a trial; others stay where they are', async () => {
    const { Account } = await client.send(new chime.CreateAccountCommand({ Name: 'Small team' }));
    await client.send(new chime.InviteUsersCommand({ AccountId: Account!.AccountId!, UserEmailList: ['ann@acme.example', 'ann@elsewhere.example'] }));
    const joined = [];
    for (const email of ['ann@acme.example', 'ann@elsewhere.example']) {
      const [mail] = await world.mailbox(email);
      const browser = world.browser();
      const { me } = await browser.call(identity.acceptInvitation, { body: { secret: mail!.link.split('/').at(-1)!, displayName: 'Ann', password: PASSWORD } });
      joined.push(Object.assign(browser, { me, password: PASSWORD }));
    }
    const [ann, outsider] = joined;
    const socket = await ann!.connect();
    await claim('acme.example');
    await socket.next(push => push.t === 'change' && push.change.kind === 'profile');
    const session = await ann!.call(identity.getSession);
    expect(session).toMatchObject({ me: { account: { id: AccountId }, licence: 'Pro', trialEndsAt: null } });
    expect(await outsider!.call(identity.getSession)).toMatchObject({ me: { account: { id: Account!.AccountId } } });
    expect((await owner.call(chat.find, { query: { q: 'Ann' } })).people.map(person => person.email)).toEqual(['ann@acme.example']);
  });

  test('DOM-05 a subdomain is a domain of its own', async () => {
    await claim('acme.example');
    await expect(signUp(world, 'Sue', 'sue@sales.acme.example')).rejects.toMatchObject({ reason: 'domain-unclaimed' });
    await claim('sales.acme.example');
    expect((await signUp(world, 'Sue', 'sue@sales.acme.example')).me.account!.id).toBe(AccountId);
  });

  test('USR-23 ACC-03 ACC-06 whoever signs up with an address of a claimed domain is in the account at once, and appears among its users', async () => {
    await expect(signUp(world, 'Una', 'una@acme.example')).rejects.toMatchObject({ status: 403, reason: 'domain-unclaimed' });
    await claim('acme.example');
    const una = await signUp(world, 'Una', 'una@acme.example');
    expect(una.me).toMatchObject({ account: { id: AccountId }, licence: 'Pro', trialEndsAt: null });
    expect((await users()).get('una@acme.example')).toMatchObject({ UserId: una.me.id, UserRegistrationStatus: 'Registered', LicenseType: 'Pro' });
    expect((await signIn('una@acme.example')).me.id).toBe(una.me.id);
    await expect(signUp(world, 'Una', 'una@elsewhere.example')).rejects.toMatchObject({ reason: 'domain-unclaimed' });
  });

  test('DOM-06 nobody else invites people of a claimed domain: neither administrators nor colleagues, and earlier invitations lead nowhere', async () => {
    const { Account } = await client.send(new chime.CreateAccountCommand({ Name: 'Small team' }));
    const invite = (emails: string[]) => client.send(new chime.InviteUsersCommand({ AccountId: Account!.AccountId!, UserEmailList: emails }));
    await invite(['ann@acme.example', 'friend@elsewhere.example']);
    const [early] = await world.mailbox('ann@acme.example');
    const [mail] = await world.mailbox('friend@elsewhere.example');
    const friend = world.browser();
    await friend.call(identity.acceptInvitation, { body: { secret: mail!.link.split('/').at(-1)!, displayName: 'Friend', password: PASSWORD } });
    await claim('acme.example');
    await expect(world.browser().call(identity.acceptInvitation, { body: { secret: early!.link.split('/').at(-1)!, displayName: 'Ann', password: PASSWORD } })).rejects.toMatchObject({ reason: 'link-spent' });
    expect((await invite(['bea@acme.example', 'bea@elsewhere.example'])).Invites!.map(one => [one.Status, one.EmailStatus])).toEqual([['Failed', 'NotSent'], ['Pending', 'Sent']]);
    await expect(friend.call(identity.invitePeople, { body: { emails: ['cas@acme.example'] } })).rejects.toMatchObject({ status: 400, reason: 'domain-claimed' });
    expect((await client.send(new chime.ListUsersCommand({ AccountId: Account!.AccountId! }))).Users!.map(user => user.PrimaryEmail).toSorted()).toEqual(['bea@elsewhere.example', 'friend@elsewhere.example']);
    expect((await owner.call(identity.invitePeople, { body: { emails: ['cas@acme.example'] } })).results[0]!.status).toBe('invited');
  });

  test('DEL-06 DEL-09 TRN-09 removing a domain signs its people out at once, releases them, and leaves their address to whoever signs up anew with nothing', async () => {
    await claim('acme.example');
    const una = await signUp(world, 'Una', 'una@acme.example');
    const { channel } = await una.call(chat.createRoom, { body: { name: 'Room', personIds: [owner.me.id] } });
    const { meeting } = await una.call(meetings.startMeeting, { body: { title: 'Running' } });
    await una.call(meetings.joinMeeting, { params: { number: meeting.number }, body: {} });
    const socket = await una.connect();
    expect((await remove('acme.example')).status).toBe(204);
    await socket.closed;
    expect((await una.call(identity.getSession)).kind).toBe('none');
    await expect(signIn('una@acme.example')).rejects.toMatchObject({ status: 401 });
    expect((await users()).get('una@acme.example')).toMatchObject({ UserId: una.me.id, UserRegistrationStatus: 'Released' });
    expect((await world.app.system.sql.selectFrom('attendee').select('state').where('person_id', '=', una.me.id).executeTakeFirstOrThrow()).state).toBe('removed');
    await expect(world.browser().call(meetings.joinMeeting, { params: { number: una.me.personalMeetingNumber }, body: { guestName: 'Guest' } })).rejects.toMatchObject({ status: 404 });
    await claim('acme.example');
    const anew = await signUp(world, 'Una', 'una@acme.example');
    expect(anew.me.id).not.toBe(una.me.id);
    expect((await anew.call(chat.listChannels)).channels.map(one => one.id)).not.toContain(channel.id);
  });

  test('DEL-08 suspended people of a removed domain stay suspended and block their address', async () => {
    await claim('acme.example');
    const una = await signUp(world, 'Una', 'una@acme.example');
    await client.send(new chime.BatchSuspendUserCommand({ AccountId, UserIdList: [una.me.id] }));
    await remove('acme.example');
    expect((await users()).get('una@acme.example')!.UserRegistrationStatus).toBe('Suspended');
    await client.send(new chime.BatchUnsuspendUserCommand({ AccountId, UserIdList: [una.me.id] }));
    await expect(signIn('una@acme.example')).rejects.toMatchObject({ reason: 'suspended' });
    await claim('acme.example');
    await world.browser().call(identity.signUp, { body: { displayName: 'Una', email: 'una@acme.example', password: PASSWORD } });
    expect((await world.mailbox('una@acme.example'))[0]!.link).toMatch(/\/sign-in$/);
  });

  test('TRN-08 TRN-09 90 days later the people of a removed domain are deleted: seats, address, name; others keep what was said, and a room an administrator', async () => {
    await claim('acme.example');
    const [una, guest] = [await signUp(world, 'Una', 'una@acme.example'), await joinForeigner()];
    const { channel: room } = await una.call(chat.createRoom, { body: { name: 'Room', personIds: [guest.me.id] } });
    await una.call(chat.sendMessage, { params: { channelId: room.id }, body: { clientToken: 'token-0001', content: 'for all' } });
    const { channel: direct } = await una.call(chat.openConversation, { body: { personIds: [guest.me.id] } });
    await una.call(chat.sendMessage, { params: { channelId: direct.id }, body: { clientToken: 'token-0002', content: 'for you' } });
    const { channel: ours } = await una.call(chat.openConversation, { body: { personIds: [owner.me.id] } });
    await una.call(chat.sendMessage, { params: { channelId: ours.id }, body: { clientToken: 'token-0003', content: 'among us' } });
    await remove('acme.example');
    const purge = async () => {
      await world.app.system.tx(tx => tx.enqueue('users.purge', {}));
      await world.runJobs();
    };
    world.clock.advance(89 * DAY_MS);
    await purge();
    expect((await users()).has('una@acme.example')).toBe(true);
    world.clock.advance(DAY_MS + MINUTE_MS);
    await purge();
    expect((await users()).has('una@acme.example')).toBe(false);
    const again = await signInGuest();
    expect((await again.call(chat.listMembers, { params: { channelId: room.id }, query: {} })).members.map(member => [member.person.displayName, member.role])).toEqual([['Friend', 'Administrator']]);
    const [said] = (await again.call(chat.listMessages, { params: { channelId: direct.id }, query: {} })).messages;
    expect(said).toMatchObject({ content: 'for you', sender: { name: 'Deleted user' } });
    expect(await world.app.system.sql.selectFrom('channel').select('id').where('id', '=', ours.id).execute()).toEqual([]);
    const traces = await world.app.system.sql.selectFrom('channel_event').select('payload').execute();
    expect(JSON.stringify(traces)).not.toMatch(/una@acme|"Una"/);
  });

  test('TRN-06 DEL-12 DEL-05 an Enterprise account is deleted once its domains are gone; 90 days later nothing of it is left but people’s rooms', async () => {
    const friend = await joinForeigner();
    const { channel } = await friend.call(chat.createRoom, { body: { name: 'Kept', personIds: [] } });
    await claim('acme.example');
    expect(await refusal(client.send(new chime.DeleteAccountCommand({ AccountId })))).toBe('UnprocessableEntityException');
    await remove('acme.example');
    await client.send(new chime.DeleteAccountCommand({ AccountId }));
    expect(await friend.call(identity.getSession)).toMatchObject({ me: { account: null } });
    world.clock.advance(91 * DAY_MS);
    for (const kind of ['users.purge', 'accounts.purge']) await world.app.system.tx(tx => tx.enqueue(kind, {}));
    await world.runJobs();
    expect(await world.app.system.sql.selectFrom('account').select('id').where('name', '=', 'Acme').execute()).toEqual([]);
    const again = await signInGuest();
    expect((await again.call(chat.listChannels)).channels.map(one => one.id)).toEqual([channel.id]);
  });

  test('names that are no domains are refused', async () => {
    for (const name of ['', 'acme', 'acme..example', '-acme.example', 'acme.example.', '*.example', 'acme.example/..', `${'a'.repeat(64)}.example`, 'аcme.example', '10.0.0.1']) expect([name, (await add(name)).status]).toEqual([name, 400]);
  });

  test('a domain that is not claimed, and one of another account, look the same', async () => {
    const { Account } = await client.send(new chime.CreateAccountCommand({ Name: 'Other' }));
    await add('acme.example', Account!.AccountId);
    const [none, foreign] = [await call('GET', `/accounts/${AccountId}/domains/nothing.example`), await call('GET', `/accounts/${AccountId}/domains/acme.example`)];
    expect([none.status, none.body]).toEqual([404, { ...foreign.body }]);
    expect((await remove('acme.example')).status).toBe(404);
  });
});

/** A colleague whose address is of a domain that nobody claims. */
async function joinForeigner(): Promise<TestPerson> {
  const { results } = await owner.call(identity.invitePeople, { body: { emails: ['friend@elsewhere.example'] } });
  const browser = world.browser();
  const { me } = await browser.call(identity.acceptInvitation, { body: { secret: results[0]!.link!.split('/').at(-1)!, displayName: 'Friend', password: PASSWORD } });
  return Object.assign(browser, { me, password: PASSWORD });
}

async function signInGuest() {
  const browser = world.browser();
  await browser.call(identity.signIn, { body: { email: 'friend@elsewhere.example', password: PASSWORD } });
  return browser;
}

async function consoleCloudTrail(key: AwsCredentials): Promise<Record<string, unknown>[]> {
  const { CloudTrailClient, LookupEventsCommand } = await import('@aws-sdk/client-cloudtrail');
  const { Events } = await new CloudTrailClient(clientConfig(world, key, 'cloudtrail')).send(new LookupEventsCommand({ LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'AddDomain' }] }));
  return Events!.map(event => JSON.parse(event.CloudTrailEvent!) as Record<string, unknown>);
}
