import { readFileSync } from 'node:fs';
import { sql as raw } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser as Device } from '@carillon/testkit/browser.js';
import { addAdministrator, perform, signInAsRoot } from '@carillon/testkit/console.js';
import { createWorld, joinColleague, makeEnterprise, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';
import { chromiumHere, findSerious, launchForPages, overflowOf, screenshot } from './chromium.js';
import { ConsolePages, type Visit } from './console-page.js';
import { IN_ENGLISH, IN_ITALIAN, type Language } from './console-words.js';

/** The console's pages of users, walked in English or Italian, and judged by what the API says afterwards. */

let world: World;
let owner: TestPerson;
let browser: Browser;
let pages: ConsolePages;
let root: Device;
let AccountId: string;
const people = new Map<string, TestPerson>();

type User = { UserId: string; PrimaryEmail: string; LicenseType: string; UserRegistrationStatus: string; PersonalPIN: string };
const usersOf = async (account = AccountId) => new Map((await perform<{ Users: User[] }>(root, 'ListUsers', { AccountId: account, MaxResults: 200 })).Users.map(user => [user.PrimaryEmail, user]));
const addressOf = (name: string) => people.get(name)!.me.email;

/** The guide's labels. */
const WORDS = {
  en: {
    users: 'Users', actions: 'User actions', invite: 'Invite users', addresses: 'Email addresses', assign: 'Assign user permission', assignConfirm: 'Assign', remove: 'Remove user', removeConfirm: 'Remove', find: 'Find by email address or name',
    suspend: 'Suspend user', suspendConfirm: 'Suspend', activate: 'Activate user', activateConfirm: 'Activate', out: 'Log out', pin: 'Reset personal PIN', confirm: 'Confirm', migrate: 'Migrate users', migrateConfirm: 'Migrate', newTeam: 'A new Team account',
    guide: 'Find somebody', enterprise: /need no invitations/, accountName: 'Account name', csv: 'Download CSV', close: 'Close', sent: 'Invitation sent', already: 'Already a user of this account', email: 'Email address', permission: 'Permission', basic: /^Basic/, select: 'Select ', attended: 'Meetings attended',
  },
  it: {
    users: 'Utenti', actions: 'Azioni utente', invite: 'Invita utenti', addresses: 'Indirizzi e-mail', assign: 'Assegna autorizzazione utente', assignConfirm: 'Assegna', remove: 'Rimuovi utente', removeConfirm: 'Rimuovi', find: 'Cerca per indirizzo e-mail o nome',
    suspend: 'Sospendi utente', suspendConfirm: 'Sospendi', activate: 'Attiva utente', activateConfirm: 'Attiva', out: 'Disconnetti', pin: 'Reimposta PIN personale', confirm: 'Conferma', migrate: 'Migra utenti', migrateConfirm: 'Migra', newTeam: 'Un nuovo account Team',
    guide: 'Trovare qualcuno', enterprise: /non hanno bisogno di inviti/, accountName: 'Nome account', csv: 'Scarica CSV', close: 'Chiudi', sent: 'Invito inviato', already: 'È già utente di questo account', email: 'Indirizzo e-mail', permission: 'Autorizzazione', basic: /^Basic/, select: 'Seleziona ', attended: 'Riunioni a cui si è partecipato',
  },
} as const;

beforeAll(async () => {
  if (!chromiumHere) return;
  world = await createWorld();
  owner = await setUpOwner(world);
  AccountId = owner.me.account!.id;
  for (const name of ['Anna Able', 'Ben Baker', 'Dora Dean', 'Ezio Este']) people.set(name, await joinColleague(world, owner, name));
  ({ root } = await signInAsRoot(world));
  browser = await launchForPages();
  pages = new ConsolePages(browser);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const open = (path: string, visit: Visit = {}): Promise<Page> => pages.open(world.url, path, { device: root, ...visit });
const usersPath = (account = AccountId) => `/accounts/${account}/users`;
const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

async function select(page: Page, language: Language, name: string): Promise<void> {
  await page.getByRole('checkbox', { name: `${WORDS[language].select}${name}`, exact: true }).check();
}

async function act(page: Page, language: Language, item: string): Promise<void> {
  await page.getByRole('button', { name: WORDS[language].actions }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

test.skipIf(!chromiumHere).each(IN_ITALIAN)('USR-01 USR-03 GEN-06 an account leads to its users, who are found by address or name and filtered, and the address of the page keeps it (%s)', async language => {
  const words = WORDS[language];
  const page = await open(`/accounts/${AccountId}`, { language });
  await page.waitForURL(/\/users$/);
  await row(page, addressOf('Anna Able')).waitFor();
  await screenshot(page, `console-users-${language}`);
  expect(await findSerious(page)).toEqual([]);
  await page.getByRole('button', { name: 'Info' }).first().click();
  await page.getByRole('heading', { name: words.guide }).waitFor();
  await screenshot(page, `console-users-guide-${language}`);
  await page.getByRole('searchbox', { name: words.find }).fill('ezio');
  await expect.poll(() => page.getByRole('row').count()).toBe(2);
  expect(new URL(page.url()).searchParams.get('q')).toBe('ezio');
  await page.reload();
  await row(page, addressOf('Ezio Este')).waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
  await page.getByRole('link', { name: 'Ezio Este' }).click();
  await page.waitForURL(/\/users\/[0-9a-f-]{36}$/);
});

test.skipIf(!chromiumHere).each(IN_ENGLISH)('GST-08 USR-02 USR-01 several are invited at once, told apart by what became of each, and appear unregistered (%s)', async language => {
  const words = WORDS[language];
  const [first, second] = ['first@else.example', 'second@else.example'];
  const page = await open(usersPath(), { language });
  await page.getByRole('button', { name: words.invite }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: words.addresses }).fill(`${first}; not an address`);
  await dialog.getByRole('button', { name: words.invite }).click();
  await dialog.getByText('not an address').last().waitFor();
  await dialog.getByRole('textbox', { name: words.addresses }).fill(`${first}; ${second};${addressOf('Anna Able')}`);
  await screenshot(page, `console-invite-${language}`);
  await dialog.getByRole('button', { name: words.invite }).click();
  await dialog.getByText(words.sent).nth(1).waitFor();
  await dialog.getByText(words.already).waitFor();
  await screenshot(page, `console-invited-${language}`);
  expect(await findSerious(page)).toEqual([]);
  await dialog.getByRole('button', { name: words.close }).last().click();
  await row(page, first).waitFor();
  expect((await usersOf()).get(second)!.UserRegistrationStatus).toBe('Unregistered');
  expect((await world.mailbox(first)).length).toBe(1);
});

test.skipIf(!chromiumHere).each(IN_ITALIAN)('GST-10 USR-19 USR-07 two users are given another permission at once (%s)', async language => {
  const words = WORDS[language];
  const two = ['Anna Able', 'Ben Baker'];
  const page = await open(usersPath(), { language });
  for (const name of two) await select(page, language, name);
  await act(page, language, words.assign);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: words.basic }).check();
  await screenshot(page, `console-assign-${language}`);
  expect(await findSerious(page)).toEqual([]);
  await dialog.getByRole('button', { name: words.assignConfirm, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await row(page, addressOf(two[0]!)).getByText('Basic').waitFor();
  const users = await usersOf();
  expect(two.map(name => users.get(addressOf(name))!.LicenseType)).toEqual(['Basic', 'Basic']);
});

test.skipIf(!chromiumHere).each(IN_ENGLISH)('USR-04 USR-05 USR-06 USR-08 USR-09 USR-10 USR-11 USR-12 USR-15 USR-16 USR-17 PIN-02 a user’s details are all there, and the personal PIN is reset (%s)', async language => {
  const words = WORDS[language];
  const before = (await usersOf()).get(addressOf('Anna Able'))!;
  const page = await open(usersPath(), { language });
  await page.getByRole('link', { name: 'Anna Able' }).click();
  await page.getByText(before.PersonalPIN, { exact: true }).waitFor();
  await page.getByText(words.attended).waitFor();
  await screenshot(page, `console-user-${language}`);
  expect(await findSerious(page)).toEqual([]);
  await act(page, language, words.pin);
  await page.getByRole('dialog').getByText(before.PersonalPIN).waitFor();
  await screenshot(page, `console-pin-${language}`);
  await page.getByRole('dialog').getByRole('button', { name: words.confirm }).click();
  await page.getByText(before.PersonalPIN, { exact: true }).waitFor({ state: 'hidden' });
  const after = (await usersOf()).get(addressOf('Anna Able'))!;
  expect(after.PersonalPIN).not.toBe(before.PersonalPIN);
  await page.getByText(after.PersonalPIN, { exact: true }).waitFor();
});

test.skipIf(!chromiumHere).each(IN_ITALIAN)('EXT-04 EXT-03 a user is logged out everywhere, and all users are downloaded as userId and email (%s)', async language => {
  const words = WORDS[language];
  const name = 'Dora Dean';
  const socket = await people.get(name)!.connect();
  const page = await open(usersPath(), { language });
  await select(page, language, name);
  await act(page, language, words.out);
  await page.getByRole('dialog').getByRole('button', { name: words.out, exact: true }).click();
  await socket.closed;
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words.csv }).click()]);
  const [head, ...lines] = readFileSync(await download.path(), 'utf8').trimEnd().split('\r\n');
  expect(head).toBe('userId,email');
  expect(lines.toSorted()).toEqual([...(await usersOf()).values()].map(user => `${user.UserId},${user.PrimaryEmail}`).toSorted());
});

test.skipIf(!chromiumHere).each(IN_ENGLISH)('USR-18 USR-22 a Team’s user is removed: they may still sign in, and are in the account no more (%s)', async language => {
  const words = WORDS[language];
  const name = 'Ezio Este';
  const page = await open(usersPath(), { language });
  await select(page, language, name);
  await page.getByRole('button', { name: words.actions }).click();
  expect(await page.getByRole('menuitem', { name: words.suspend }).count()).toBe(0);
  await page.getByRole('menuitem', { name: words.remove, exact: true }).click();
  await screenshot(page, `console-remove-user-${language}`);
  await page.getByRole('dialog').getByRole('button', { name: words.removeConfirm, exact: true }).click();
  await row(page, addressOf(name)).waitFor({ state: 'hidden' });
  expect((await usersOf()).has(addressOf(name))).toBe(false);
  expect((await world.app.system.sql.selectFrom('person').select('registration').where('email', '=', addressOf(name)).executeTakeFirstOrThrow()).registration).toBe('Registered');
});

test.skipIf(!chromiumHere).each(IN_ITALIAN)('MIG-01 users go over to a Team account that is made on the way (%s)', async language => {
  const words = WORDS[language];
  const name = 'Ben Baker';
  const page = await open(usersPath(), { language });
  await select(page, language, name);
  await act(page, language, words.migrate);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: words.newTeam }).check();
  await dialog.getByRole('textbox', { name: words.accountName }).fill('Movers');
  await screenshot(page, `console-migrate-${language}`);
  expect(await findSerious(page)).toEqual([]);
  await dialog.getByRole('button', { name: words.migrateConfirm, exact: true }).click();
  await page.getByRole('link', { name: 'Movers' }).click();
  await row(page, addressOf(name)).waitFor();
  const accounts = await perform<{ Accounts: { AccountId: string }[] }>(root, 'ListAccounts', { Name: 'Movers' });
  expect((await usersOf(accounts.Accounts[0]!.AccountId)).get(addressOf(name))).toMatchObject({ LicenseType: 'Basic', UserRegistrationStatus: 'Registered' });
  expect((await usersOf()).has(addressOf(name))).toBe(false);
});

const MAY_NOT = { reader: ['Assign user permission', 'Log out', 'Migrate users', 'Remove user'], manager: ['Migrate users'] } as const;

test.skipIf(!chromiumHere).each([['reader', 'AmazonChimeReadOnly'], ['manager', 'AmazonChimeUserManagement']] as const)('IAM-09 IAM-12 what a %s with %s may not do is off on the page and refused by the server', async (name, policy) => {
  const device = await addAdministrator(world, root, name, policy);
  const page = await open(usersPath(), { device });
  await select(page, 'en', 'Anna Able');
  await page.getByRole('button', { name: 'User actions' }).click();
  await expect.poll(() => page.locator('[role=menuitem][aria-disabled=true]').allTextContents()).toEqual([...MAY_NOT[name]]);
  await screenshot(page, `console-users-${name}`);
  await page.keyboard.press('Escape');
  const invite = page.getByRole('button', { name: 'Invite users' });
  expect(await invite.isDisabled() || await invite.getAttribute('aria-disabled') === 'true').toBe(name === 'reader');
  const UserIdList = [people.get('Anna Able')!.me.id];
  await expect(perform(device, 'MigrateUsers', { AccountId, UserIdList, DestinationAccountId: AccountId })).rejects.toMatchObject({ status: 403, code: 'AccessDenied' });
  if (name === 'reader') for (const operation of ['BatchSuspendUser', 'UpdateUserLicenses']) await expect(perform(device, operation, { AccountId, UserIdList, LicenseType: 'Pro' })).rejects.toMatchObject({ status: 403, code: 'AccessDenied' });
  if (name === 'manager') expect(await perform(device, 'UpdateUserLicenses', { AccountId, UserIdList, LicenseType: 'Pro' })).toEqual({ UserErrors: [] });
});

test.skipIf(!chromiumHere)('whoever may not even read users is told which permission is missing, in place of the table', async () => {
  const page = await open(usersPath(), { device: await addAdministrator(world, root, 'outsider', 'IAMReadOnlyAccess') });
  await page.getByText('Not permitted', { exact: true }).waitFor();
  await page.locator('main').getByText(/the permission chime:GetAccount\./).waitFor();
  expect(await page.getByRole('table').count()).toBe(0);
});

test.skipIf(!chromiumHere).each(IN_ENGLISH)('USR-24 USR-18 an Enterprise’s user is suspended once the box is ticked, and activated again (%s)', async language => {
  const words = WORDS[language];
  await makeEnterprise(world, owner);
  const page = await open(usersPath(), { language });
  await page.getByRole('button', { name: words.invite }).click();
  await page.getByRole('dialog').getByText(words.enterprise).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: words.close }).last().click();
  await select(page, language, 'Anna Able');
  await act(page, language, words.suspend);
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: words.suspendConfirm, exact: true });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole('checkbox').check();
  await screenshot(page, `console-suspend-${language}`);
  await confirm.click();
  await expect.poll(async () => (await usersOf()).get(addressOf('Anna Able'))!.UserRegistrationStatus).toBe('Suspended');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: 'Anna Able' }).click();
  await act(page, language, words.activate);
  await dialog.getByRole('button', { name: words.activateConfirm, exact: true }).click();
  await expect.poll(async () => (await usersOf()).get(addressOf('Anna Able'))!.UserRegistrationStatus).toBe('Registered');
});

test.skipIf(!chromiumHere)('USR-03 ten thousand users are searched, sorted and paged without a stutter, on a phone in the dark too', async () => {
  await raw`
    with made as (
      insert into person (id, email, display_name, sort_name, personal_meeting_number, registration, created_at)
      select gen_random_uuid(), 'person' || lpad(n::text, 5, '0') || '@many.example', 'Person ' || n, 'person ' || n, lpad((2000000000 + n)::text, 10, '0'), 'Registered', now() from generate_series(1, 10000) n returning id)
    insert into membership (person_id, account_id, licence, status, joined_at) select id, ${AccountId}::uuid, 'Pro', 'Joined', now() from made`.execute(world.app.system.sql);
  const page = await open(usersPath(), { language: 'it', viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
  await page.getByText(/\(10\.0\d\d\)/).waitFor();
  await screenshot(page, 'console-users-phone');
  expect(await overflowOf(page)).toBe(0);
  // The bar on a phone is Cloudscape's own; its orientation harms nobody.
  expect((await findSerious(page)).filter(one => !one.includes('mobile-toolbar-nav'))).toEqual([]);
  await page.getByRole('searchbox').fill('person 9999');
  const started = performance.now();
  await row(page, 'person09999@many.example').waitFor();
  expect(performance.now() - started).toBeLessThan(5_000);
});

test.skipIf(!chromiumHere)('USR-03 EXT-03 of ten thousand users the last page is reached, the order is turned around, and the file has all', async () => {
  const page = await open(usersPath());
  await page.getByRole('button', { name: '401', exact: false }).click();
  await row(page, 'second@else.example').waitFor();
  expect(new URL(page.url()).searchParams.get('page')).toBe('401');
  // With the mouse it would be the sticky copy of the header.
  await page.getByRole('columnheader', { name: WORDS.en.email }).getByRole('button').press('Enter');
  await row(page, 'second@else.example').waitFor();
  expect(new URL(page.url()).searchParams.get('page')).toBeNull();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: WORDS.en.csv }).click()]);
  const lines = readFileSync(await download.path(), 'utf8').trimEnd().split('\r\n');
  expect(lines.length).toBe(1 + (await perform<{ TotalCount: number }>(root, 'SearchUsers', { AccountId, MaxResults: 1 })).TotalCount);
  expect(new Set(lines).size).toBe(lines.length);
});
