import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '@carillon/kernel/clock.js';
import { consoleCall, createAdministratorKey, createOwnerAccount } from '@carillon/testkit/aws.js';
import type { Browser } from '@carillon/testkit/browser.js';
import { perform } from '@carillon/testkit/console.js';
import { createWorld, joinColleague, makeEnterprise, PASSWORD, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';
import * as chat from '@carillon/wire/rest/chat.js';
import * as wire from '@carillon/wire/rest/console.js';
import * as identity from '@carillon/wire/rest/identity.js';

/** What the console's pages of users stand on: searching, moving to another account, and what is told of one user's use. */

interface User { UserId: string; PrimaryEmail: string; DisplayName?: string; LicenseType: string; UserRegistrationStatus: string; InvitedOn?: string }
interface Found { Users: User[]; TotalCount: number }
interface Errors { UserErrors: { UserId: string; ErrorCode: string }[] }

const NOWHERE = '01900000-0000-7000-8000-000000000000';

let world: World;
let owner: TestPerson;
let anna: TestPerson;
let ben: TestPerson;
let root: Browser;
let AccountId: string;
let Destination: string;
/** An account of another owner's. */
let Foreign: string;

const ask = <T>(operation: string, body: Record<string, unknown>, browser = root) => perform<T>(browser, operation, body);
const search = (input: Record<string, unknown> = {}) => ask<Found>('SearchUsers', { AccountId, ...input });
const addresses = async (input: Record<string, unknown> = {}) => (await search(input)).Users.map(user => user.PrimaryEmail);
const migrate = (UserIdList: readonly string[], to = Destination, from = AccountId) => ask<Errors>('MigrateUsers', { AccountId: from, UserIdList, DestinationAccountId: to });
const createTeam = async (Name: string) => (await ask<{ Account: { AccountId: string } }>('CreateAccount', { Name })).Account.AccountId;
const meOf = async (person: TestPerson) => {
  const session = await person.call(identity.getSession);
  if (session.kind !== 'person') throw new Error('signed out');
  return session.me;
};

beforeAll(async () => {
  world = await createWorld();
  owner = await setUpOwner(world);
  AccountId = owner.me.account!.id;
  anna = await joinColleague(world, owner, 'Ánna Able');
  ben = await joinColleague(world, owner, 'Ben Baker');
  root = world.browser();
  await root.call(wire.signInToConsole, { body: { as: 'root', email: owner.me.email, password: PASSWORD } });
  Destination = await createTeam('Destination');
  const other = await createAdministratorKey(world, await createOwnerAccount(world, '999988887777'));
  Foreign = ((await consoleCall(world, other, 'POST', '/accounts', { Name: 'Foreign' })).body['Account'] as { AccountId: string }).AccountId;
  await ask('InviteUsers', { AccountId, UserEmailList: ['zoe@else.example', 'a_b@else.example'] });
});
afterAll(() => world.stop());

describe('SearchUsers', () => {
  it('USR-03 users are found by a part of their address or name, in whatever case and with or without accents', async () => {
    const all = [owner.me.email, anna.me.email, ben.me.email, 'zoe@else.example', 'a_b@else.example'];
    expect(await search()).toMatchObject({ TotalCount: 5 });
    expect(await addresses()).toEqual(all.toSorted());
    for (const Text of ['anna', 'ÁNNA', 'ánna able']) expect(await addresses({ Text })).toEqual([anna.me.email]);
    expect(await addresses({ Text: 'ELSE.example' })).toEqual(['a_b@else.example', 'zoe@else.example']);
    // Signs that mean something in a pattern are signs here.
    expect(await addresses({ Text: 'a_b' })).toEqual(['a_b@else.example']);
    for (const Text of ['%', 'a\\', 'b_n', 'nobody']) expect(await search({ Text })).toEqual({ Users: [], TotalCount: 0 });
  });

  it('USR-06 USR-07 they are filtered by registration, and by the permission that they are shown with', async () => {
    expect(await addresses({ UserRegistrationStatus: 'Unregistered' })).toEqual(['a_b@else.example', 'zoe@else.example']);
    expect((await addresses({ UserRegistrationStatus: 'Registered' })).length).toBe(3);
    expect(await addresses({ UserRegistrationStatus: 'Suspended' })).toEqual([]);
    expect(await addresses({ LicenseType: 'ProTrial' })).toEqual([anna.me.email, ben.me.email].toSorted());
    await ask('UpdateUserLicenses', { AccountId, UserIdList: [ben.me.id], LicenseType: 'Basic' });
    expect(await addresses({ LicenseType: 'Basic' })).toEqual([ben.me.email]);
    for (const LicenseType of ['Pro', 'Basic', 'ProTrial']) expect([...new Set((await search({ LicenseType })).Users.map(user => user.LicenseType))]).toEqual([LicenseType]);
  });

  it('pages follow each other without gaps in every order, and what is empty comes last', async () => {
    for (const SortBy of ['Email', 'DisplayName', 'InvitedOn', 'RegisteredOn']) {
      for (const Descending of [false, true]) {
        const whole = await addresses({ SortBy, Descending });
        const pages = [];
        for (const PageNumber of [1, 2, 3, 4]) pages.push(await search({ SortBy, Descending, PageNumber, MaxResults: 2 }));
        expect([SortBy, Descending, pages.flatMap(page => page.Users.map(user => user.PrimaryEmail))]).toEqual([SortBy, Descending, whole]);
        expect(pages.map(page => [page.Users.length, page.TotalCount])).toEqual([[2, 5], [2, 5], [1, 5], [0, 5]]);
      }
    }
    expect(await addresses({ Descending: true })).toEqual((await addresses()).toReversed());
    const joined = (await search({ SortBy: 'RegisteredOn', Descending: true })).Users.map(user => user.UserRegistrationStatus);
    expect(joined).toEqual(['Registered', 'Registered', 'Registered', 'Unregistered', 'Unregistered']);
  });

  it('a page has at most 200 users; what is no account of one’s own does not exist', async () => {
    expect((await search({ MaxResults: 200 })).TotalCount).toBe(5);
    for (const wrong of [{ MaxResults: 201 }, { MaxResults: 0 }, { PageNumber: 0 }, { SortBy: 'Password' }, { Text: 'x'.repeat(255) }]) await expect(search(wrong)).rejects.toMatchObject({ status: 400 });
    const refusals = await Promise.all([Foreign, NOWHERE, 'nothing'].map(id => search({ AccountId: id }).catch((error: unknown) => String(error))));
    expect(new Set(refusals).size).toBe(1);
    expect(refusals[0]).toMatch(/404/);
  });
});

describe('GetUserActivityReportData', () => {
  const activity = (UserId: string, account = AccountId) => ask<{ UserActivity: Record<string, unknown> }>('GetUserActivityReportData', { AccountId: account, UserId });

  it('USR-11 USR-15 USR-16 tells the messages, the last activity and the privacy setting of one user', async () => {
    const { channel } = await anna.call(chat.createRoom, { body: { name: 'Counted', personIds: [ben.me.id] } });
    for (const n of [1, 2, 3]) await anna.call(chat.sendMessage, { params: { channelId: channel.id }, body: { clientToken: `token-000${n}`, content: `Message ${n}` } });
    await ben.call(chat.sendMessage, { params: { channelId: channel.id }, body: { clientToken: 'token-0004', content: 'Another' } });
    await world.runJobs();
    expect((await activity(anna.me.id)).UserActivity).toMatchObject({ ChatMessagesSent: 3, PrivacySetting: 'Public', LastActiveTimestamp: expect.stringMatching(/^\d{4}-/) });
    expect((await activity(ben.me.id)).UserActivity).toMatchObject({ ChatMessagesSent: 1 });
  });

  it('users of other accounts, unknown and malformed ones look the same', async () => {
    const asked = [[anna.me.id, Destination], [anna.me.id, Foreign], [NOWHERE, AccountId], ['nobody', AccountId]] as const;
    const refusals = await Promise.all(asked.map(([user, account]) => activity(user, account).catch((error: unknown) => String(error))));
    expect(new Set(refusals).size).toBe(1);
    expect(refusals[0]).toMatch(/404/);
  });
});

describe('MigrateUsers', () => {
  it('MIG-01 people go over with their permission and keep their chats and rooms; whoever has not come yet is invited anew', async () => {
    const { channel: room } = await ben.call(chat.createRoom, { body: { name: 'Kept', personIds: [anna.me.id, owner.me.id] } });
    await ben.call(chat.sendMessage, { params: { channelId: room.id }, body: { clientToken: 'token-kept', content: 'Still here' } });
    const [early] = await world.mailbox('zoe@else.example');
    const zoe = (await search({ Text: 'zoe' })).Users[0]!;
    expect(await migrate([ben.me.id, zoe.UserId, NOWHERE, 'nobody'])).toEqual({ UserErrors: [expect.objectContaining({ UserId: NOWHERE, ErrorCode: 'NotFound' }), expect.objectContaining({ UserId: 'nobody', ErrorCode: 'NotFound' })] });
    expect(await addresses()).not.toContain(ben.me.email);
    const there = (await ask<Found>('SearchUsers', { AccountId: Destination })).Users;
    expect(there.map(user => [user.PrimaryEmail, user.LicenseType, user.UserRegistrationStatus])).toEqual([[ben.me.email, 'Basic', 'Registered'], ['zoe@else.example', 'Pro', 'Unregistered']]);
    expect(await meOf(ben)).toMatchObject({ account: { id: Destination, name: 'Destination' }, licence: 'Basic' });
    expect((await ben.call(chat.listChannels)).channels.map(one => one.id)).toContain(room.id);
    expect((await ben.call(chat.listMessages, { params: { channelId: room.id }, query: {} })).messages.map(one => one.content)).toContain('Still here');
    const accept = (link: string) => world.browser().call(identity.acceptInvitation, { body: { secret: link.split('/').at(-1)!, displayName: 'Zoe', password: PASSWORD } });
    await expect(accept(early!.link)).rejects.toMatchObject({ reason: 'link-spent' });
    const [late] = (await world.mailbox('zoe@else.example')).filter(mail => mail.link !== early!.link);
    expect((await accept(late!.link)).me.account!.id).toBe(Destination);
  });

  it('a trial goes along, and ends when it would have ended', async () => {
    const cem = await joinColleague(world, owner, 'Cem Cook');
    expect(await migrate([cem.me.id])).toEqual({ UserErrors: [] });
    const licence = async () => (await ask<{ User: User }>('GetUser', { AccountId: Destination, UserId: cem.me.id })).User.LicenseType;
    expect(await licence()).toBe('ProTrial');
    expect((await meOf(cem)).trialEndsAt).toBe(cem.me.trialEndsAt);
  });

  it('between Team accounts of one’s own alone, at most 50 users a call, and not to where they are', async () => {
    for (const to of [Foreign, NOWHERE, 'nothing']) await expect(migrate([anna.me.id], to)).rejects.toMatchObject({ status: 404 });
    await expect(migrate([anna.me.id], Destination, Foreign)).rejects.toMatchObject({ status: 404 });
    await expect(migrate([anna.me.id], AccountId)).rejects.toMatchObject({ status: 400 });
    await expect(migrate([anna.me.id], AccountId.toUpperCase())).rejects.toMatchObject({ status: 400 });
    await expect(migrate(Array.from({ length: 51 }, () => anna.me.id))).rejects.toMatchObject({ status: 400 });
    await makeEnterprise(world, owner);
    await expect(migrate([anna.me.id])).rejects.toMatchObject({ status: 400 });
    expect((await meOf(anna)).account!.id).toBe(AccountId);
  });

  it('GST-02 a page filtered by Basic has those whose trial is over', async () => {
    world.clock.advance(31 * DAY_MS);
    root = world.browser();
    await root.call(wire.signInToConsole, { body: { as: 'root', email: owner.me.email, password: PASSWORD } });
    expect(await addresses({ LicenseType: 'ProTrial' })).toEqual([]);
    expect(await addresses({ LicenseType: 'Basic' })).toContain(anna.me.email);
  });
});
