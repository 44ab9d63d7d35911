import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountId } from '@carillon/kernel/ids.js';
import type { Browser as Device } from '@carillon/testkit/browser.js';
import { perform, signInAsRoot } from '@carillon/testkit/console.js';
import { createWorld, joinColleague, makeEnterprise, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';
import { chromiumHere, findSerious, launchForPages, overflowOf, screenshot } from './chromium.js';
import { ConsolePages, LOOKS } from './console-page.js';
import { IN_ENGLISH, IN_ITALIAN, type Language } from './console-words.js';

/** What is set for an account, each path of the guide in one of the languages, its result asked through the API. */

let world: World;
let owner: TestPerson;
let browser: Browser;
let pages: ConsolePages;
let root: Device;
let accountId: AccountId;

beforeAll(async () => {
  if (!chromiumHere) return;
  world = await createWorld(['--support-address', 'help@acme.example']);
  owner = await setUpOwner(world);
  await joinColleague(world, owner, 'Anna Able');
  ({ root } = await signInAsRoot(world));
  accountId = owner.me.account!.id;
  browser = await launchForPages();
  pages = new ConsolePages(browser);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const ask = <T>(operation: string, body: Record<string, unknown> = {}) => perform<T>(root, operation, body);

async function check(page: Page, name: string): Promise<void> {
  await screenshot(page, name);
  expect(await findSerious(page), name).toEqual([]);
  expect(await overflowOf(page), name).toBeLessThanOrEqual(0);
}

/** The guide's labels. */
const WORDS = {
  en: {
    actions: 'Account actions', rename: 'Rename account', newName: 'New account name', save: 'Save', sharedControl: /Enable shared control/, dialOut: /Enable outbound calling/, change: 'Change', selected: /Use only the regions/, chooseRegions: 'Regions',
    rooms: 'Chat room retention', roomsAmount: 'Chat room retention: number', loseSight: /loses sight of messages older than/, restore: /can be restored for \d+ more days/, off: 'Chat room retention', request: 'Request attachments', confirmRequest: 'Request', download: 'Download',
    newHold: 'New legal hold', email: 'Email address', reason: 'Reason', hold: 'Hold', dryRun: 'Dry run', importNow: 'Import', tried: /Nothing was changed/, imported: /The import is done/, created: 'Created', subject: 'Subject', description: 'Description', submit: 'Submit request', sent: /on its way/,
    inviteDelegate: 'Invite delegate', awsAccount: 'AWS account ID', invite: 'Invite', invited: /123456789012 is invited/, deleteAccount: 'Delete account', usersLeft: /users are still in this account/, understood: /cannot be reversed/, confirmDelete: 'Delete', noUsers: 'All users are removed.', gone: /was deleted/, cancel: 'Cancel',
  },
  it: {
    actions: 'Operazioni account', rename: 'Rinomina account', newName: 'Nuovo nome account', save: 'Salva', sharedControl: /Abilita il controllo condiviso/, dialOut: /Abilita le chiamate in uscita/, change: 'Modifica', selected: /Usa solo le regioni/, chooseRegions: 'Regioni',
    rooms: 'Conservazione delle chat room', roomsAmount: 'Conservazione delle chat room: numero', loseSight: /nessuno vede più i messaggi più vecchi/, restore: /ripristinare ancora per \d+ giorni/, off: 'Conservazione delle chat room', request: 'Richiedi allegati', confirmRequest: 'Richiedi', download: 'Scarica',
    newHold: 'Nuovo blocco legale', email: 'Indirizzo e-mail', reason: 'Motivo', hold: 'Blocca', dryRun: 'Prova', importNow: 'Importa', tried: /Non è cambiato nulla/, imported: /L’importazione è fatta/, created: 'Creato', subject: 'Oggetto', description: 'Descrizione', submit: 'Invia richiesta', sent: /è partita/,
    inviteDelegate: 'Invita un delegato', awsAccount: 'ID account AWS', invite: 'Invita', invited: /123456789012 è invitato/, deleteAccount: 'Elimina account', usersLeft: /utenti sono ancora in questo account/, understood: /non può essere annullata/, confirmDelete: 'Elimina', noUsers: 'Tutti gli utenti sono stati rimossi.', gone: /è stato eliminato/, cancel: 'Annulla',
  },
} as const;

const settings = (name: string) => `/accounts/${accountId}/settings/${name}`;

/** A page of the console, and what the tests do on it and on those they go to from there. */
async function walk(language: Language, path: string) {
  const words = WORDS[language];
  const page = await pages.open(world.url, path, { language, device: root, ...LOOKS[language] });
  const arrived = () => page.getByRole('heading', { level: 1 }).waitFor();
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await arrived();
  return {
    page, words, button,
    go: (path: string) => page.goto(`${world.url}/console${path}`).then(arrived),
    dialog: () => page.getByRole('dialog'),
    chooseAction: async (name: string) => {
      await button(words.actions).click();
      await page.getByRole('menuitem', { name }).click();
    },
  };
}

test.skipIf(!chromiumHere).each(IN_ENGLISH)('ACC-07 Settings, Account, Account actions, Rename account: the new name stands everywhere (%s)', async language => {
  const { page, words, button, dialog, chooseAction } = await walk(language, settings('account'));
  await button(words.actions).waitFor();
  await check(page, `console-account-${language}`);
  await chooseAction(words.rename);
  await page.getByLabel(words.newName).fill('Acme Ltd');
  await dialog().getByRole('button', { name: words.save }).click();
  await page.getByText('Acme Ltd').filter({ visible: true }).first().waitFor();
  await expect.poll(async () => (await ask<{ Account: { Name: string } }>('GetAccount', { AccountId: accountId })).Account.Name).toBe('Acme Ltd');
});

test.skipIf(!chromiumHere).each(IN_ITALIAN)('GST-07 MST-01 MST-02 MST-04 MST-05 Settings, Meetings: policies are ticked and changed, regions chosen; shares are dashes until there are any (%s)', async language => {
  const { page, words, button } = await walk(language, settings('meetings'));
  await page.getByRole('checkbox', { name: words.sharedControl }).uncheck();
  await page.getByRole('checkbox', { name: words.dialOut }).check();
  await button(words.change).click();
  await expect.poll(async () => (await ask<{ AccountSettings: unknown }>('GetAccountSettings', { AccountId: accountId })).AccountSettings).toEqual({ DisableRemoteControl: true, EnableDialOut: true });
  await page.getByRole('radio', { name: words.selected }).check();
  await page.getByRole('button', { name: new RegExp(words.chooseRegions) }).last().click();
  await page.getByRole('option', { name: 'us-east-1' }).click();
  await page.keyboard.press('Escape');
  await check(page, `console-meetings-${language}`);
  await button(words.save).click();
  await expect.poll(async () => (await ask<{ AccountResource: unknown }>('GetAccountResource', { AccountId: accountId })).AccountResource).toMatchObject({ MeetingRegions: { Mode: 'Selected', Regions: ['us-east-1'] } });
});

test.skipIf(!chromiumHere).each(IN_ENGLISH)('RET-21 RST-01 RST-02 Settings, Retention: a period says what it will do, can be taken back, and needs an Enterprise account (%s)', async language => {
  await world.app.system.sql.updateTable('account').set({ type: 'Team' }).where('id', '=', accountId).execute();
  const { page, words, go, button, dialog } = await walk(language, settings('retention'));
  await page.getByText(/Enterprise/).first().waitFor();
  await expect.poll(() => page.getByLabel(words.rooms, { exact: true }).isDisabled()).toBe(true);
  await makeEnterprise(world, owner);
  await go(settings('retention'));
  await page.getByLabel(words.rooms, { exact: true }).check();
  await page.getByLabel(words.roomsAmount).fill('0');
  await expect.poll(() => button(words.save).isDisabled()).toBe(true);
  await page.getByLabel(words.roomsAmount).fill('2');
  await button(words.save).click();
  await dialog().getByText(words.loseSight).waitFor();
  await check(page, `console-retention-confirm-${language}`);
  await dialog().getByRole('button', { name: words.save }).click();
  await expect.poll(async () => (await ask<{ RetentionSettings: unknown }>('GetRetentionSettings', { AccountId: accountId })).RetentionSettings).toMatchObject({ RoomRetentionSettings: { RetentionDays: 730 } });
  await page.getByText(words.restore).waitFor();
  await check(page, `console-retention-${language}`);
  await page.getByLabel(words.rooms, { exact: true }).uncheck();
  await button(words.save).click();
  await dialog().getByRole('button', { name: words.save }).click();
  await expect.poll(async () => (await ask<{ RetentionSettings: unknown }>('GetRetentionSettings', { AccountId: accountId })).RetentionSettings).toEqual({ RoomRetentionSettings: {}, ConversationRetentionSettings: {} });
});

test.skipIf(!chromiumHere).each(IN_ITALIAN)('ATT-01 Settings, Request attachments: a request is made and its file offered (%s)', async language => {
  const { page, words, button, dialog } = await walk(language, settings('attachments'));
  await button(words.request).click();
  await dialog().getByRole('button', { name: words.confirmRequest }).click();
  await expect.poll(async () => (await ask<{ DataExports: { Status: string }[] }>('RetrieveDataExports', { AccountId: accountId })).DataExports.length).toBe(1);
  await world.runJobs();
  await page.reload();
  await page.getByRole('link').filter({ hasText: words.download }).waitFor();
  await check(page, `console-attachments-${language}`);
});

test.skipIf(!chromiumHere).each(IN_ENGLISH)('a person is put under a legal hold, with the reason, and let go again (%s)', async language => {
  const { page, words, button, dialog } = await walk(language, settings('legal-holds'));
  await button(words.newHold).click();
  await page.getByLabel(words.email).fill('anna.able@acme.example');
  await page.getByLabel(words.reason).fill('Case 4711');
  await dialog().getByRole('button', { name: words.hold, exact: true }).click();
  await page.getByText('Case 4711').waitFor();
  await check(page, `console-legal-holds-${language}`);
  const { LegalHolds } = await ask<{ LegalHolds: { LegalHoldId: string; TargetType: string }[] }>('ListLegalHolds', { AccountId: accountId });
  expect(LegalHolds).toEqual([expect.objectContaining({ TargetType: 'User', Reason: 'Case 4711' })]);
  await ask('DeleteLegalHold', { AccountId: accountId, LegalHoldId: LegalHolds[0]!.LegalHoldId });
});

test.skipIf(!chromiumHere).each(IN_ITALIAN)('a file of users is tried out first, which changes nothing, and then imported (%s)', async language => {
  await world.app.system.sql.updateTable('account').set({ type: 'Team' }).where('id', '=', accountId).execute();
  const path = join(tmpdir(), 'carillon-import.csv');
  writeFileSync(path, `email,name\nzoe@acme.example,Zoe Zero\n,Nobody\n`);
  const { page, words, button } = await walk(language, settings('import'));
  await page.locator('input[type=file]').setInputFiles(path);
  await button(words.dryRun).click();
  await page.getByText(words.tried).waitFor();
  await check(page, `console-import-${language}`);
  const found = async () => (await ask<{ TotalCount: number }>('SearchUsers', { AccountId: accountId, Text: 'zoe@' })).TotalCount;
  expect(await found()).toBe(0);
  await button(words.importNow).click();
  await page.getByText(words.imported).waitFor();
  expect(await found()).toBe(1);
});

test.skipIf(!chromiumHere).each(IN_ENGLISH)('SUP-01 SUP-02 Support, Submit request: it reaches the address that is set, with its fields (%s)', async language => {
  const { page, words, button } = await walk(language, '/support');
  await page.getByLabel(words.subject).fill('No sound');
  await page.getByLabel(words.description).fill('Nobody hears me.\nSince this morning.');
  await check(page, `console-support-${language}`);
  await button(words.submit).click();
  await page.getByText(words.sent).waitFor();
  const [mail] = await world.mailbox('help@acme.example');
  expect(mail).toMatchObject({ subject: 'Support request: No sound' });
  expect(mail!.text).toContain('Nobody hears me.\nSince this morning.');
  expect(mail!.text).toMatch(/When it happened: \S+/);
});

test.skipIf(!chromiumHere).each(IN_ITALIAN)('another owner account is invited to manage this one too (%s)', async language => {
  const { page, words, button, dialog } = await walk(language, settings('account'));
  await button(words.inviteDelegate).click();
  await page.getByLabel(words.awsAccount).last().fill('123456789012');
  await dialog().getByRole('button', { name: words.invite, exact: true }).click();
  await page.getByText(words.invited).first().waitFor();
  await check(page, `console-delegates-${language}`);
  expect(await ask('ListDelegates', { AccountId: accountId })).toMatchObject({ Delegates: [{ AwsAccountId: '123456789012', Status: 'Pending' }] });
});

test.skipIf(!chromiumHere).each(IN_ENGLISH)('DEL-03 DEL-05 GST-05 Account actions, Delete account: not while users are in it; then with the box ticked, and it stands among the disabled ones (%s)', async language => {
  const { page, words, go, dialog, chooseAction } = await walk(language, settings('account'));
  await chooseAction(words.deleteAccount);
  await dialog().getByText(words.usersLeft).waitFor();
  await page.getByRole('checkbox', { name: words.understood }).check();
  expect(await dialog().getByRole('button', { name: words.confirmDelete, exact: true }).isDisabled()).toBe(true);
  await check(page, `console-delete-${language}`);
  await dialog().getByRole('button', { name: words.cancel }).click();
  const { Account } = await ask<{ Account: { AccountId: string } }>('CreateAccount', { Name: 'Empty' });
  await go(`/accounts/${Account.AccountId}/settings/account`);
  await chooseAction(words.deleteAccount);
  await dialog().getByText(words.noUsers).waitFor();
  expect(await dialog().getByRole('button', { name: words.confirmDelete, exact: true }).isDisabled()).toBe(true);
  await page.getByRole('checkbox', { name: words.understood }).check();
  await dialog().getByRole('button', { name: words.confirmDelete, exact: true }).click();
  await page.getByText(words.gone).first().waitFor();
  const { AccountSummaries } = await ask<{ AccountSummaries: { Account: { AccountId: string }; DeletionTimestamp: string }[] }>('ListAccountSummaries', { Status: 'Disabled' });
  expect(AccountSummaries.map(one => one.Account.AccountId)).toContain(Account.AccountId);
});
