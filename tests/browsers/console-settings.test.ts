import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS } from '@carillon/kernel/clock.js';
import type { AccountId } from '@carillon/kernel/ids.js';
import type { Browser as Device } from '@carillon/testkit/browser.js';
import { perform, signInAsRoot } from '@carillon/testkit/console.js';
import { createWorld, joinColleague, makeEnterprise, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';
import { chromiumHere, findSerious, launchChromium, openProfile, overflowOf, screenshot, takeConsoleSession } from './chromium.js';

/** What is set for an account, each path of the guide in both languages, its result asked through the API. */

let world: World;
let owner: TestPerson;
let browser: Browser;
let root: Device;
let accountId: AccountId;

beforeAll(async () => {
  if (!chromiumHere) return;
  world = await createWorld(['--support-address', 'help@acme.example']);
  owner = await setUpOwner(world);
  await joinColleague(world, owner, 'Anna Able');
  ({ root } = await signInAsRoot(world));
  accountId = owner.me.account!.id;
  browser = await launchChromium();
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

/** The same walk with the words of each language, on a desk by day and on a phone at night. */
const WALKS = [
  ['en-GB', 1280, 'light', {
    actions: 'Account actions', rename: 'Rename account', newName: 'New account name', save: 'Save', sharedControl: /Enable shared control/, dialOut: /Enable outbound calling/, change: 'Change', selected: /Use only the regions/, chooseRegions: 'Regions',
    rooms: 'Chat room retention', roomsAmount: 'Chat room retention: number', loseSight: /loses sight of messages older than/, restore: /can be restored for \d+ more days/, off: 'Chat room retention', request: 'Request attachments', confirmRequest: 'Request',
    newHold: 'New legal hold', email: 'Email address', reason: 'Reason', hold: 'Hold', dryRun: 'Dry run', importNow: 'Import', tried: /Nothing was changed/, imported: /The import is done/, created: 'Created', subject: 'Subject', description: 'Description', submit: 'Submit request', sent: /on its way/,
    inviteDelegate: 'Invite delegate', awsAccount: 'AWS account ID', invite: 'Invite', deleteAccount: 'Delete account', usersLeft: /users are still in this account/, understood: /cannot be reversed/, confirmDelete: 'Delete', noUsers: 'All users are removed.', gone: /was deleted/, cancel: 'Cancel',
  }],
  ['it-IT', 360, 'dark', {
    actions: 'Operazioni account', rename: 'Rinomina account', newName: 'Nuovo nome account', save: 'Salva', sharedControl: /Abilita il controllo condiviso/, dialOut: /Abilita le chiamate in uscita/, change: 'Modifica', selected: /Usa solo le regioni/, chooseRegions: 'Regioni',
    rooms: 'Conservazione delle chat room', roomsAmount: 'Conservazione delle chat room: numero', loseSight: /nessuno vede più i messaggi più vecchi/, restore: /ripristinare ancora per \d+ giorni/, off: 'Conservazione delle chat room', request: 'Richiedi allegati', confirmRequest: 'Richiedi',
    newHold: 'Nuovo blocco legale', email: 'Indirizzo e-mail', reason: 'Motivo', hold: 'Blocca', dryRun: 'Prova', importNow: 'Importa', tried: /Non è cambiato nulla/, imported: /L’importazione è fatta/, created: 'Creato', subject: 'Oggetto', description: 'Descrizione', submit: 'Invia richiesta', sent: /è partita/,
    inviteDelegate: 'Invita un delegato', awsAccount: 'ID account AWS', invite: 'Invita', deleteAccount: 'Elimina account', usersLeft: /utenti sono ancora in questo account/, understood: /non può essere annullata/, confirmDelete: 'Elimina', noUsers: 'Tutti gli utenti sono stati rimossi.', gone: /è stato eliminato/, cancel: 'Annulla',
  }],
] as const;

describe.each(WALKS)('in %s at %d px', (locale, width, colorScheme, words) => {
  let page: Page;
  const go = async (path: string) => {
    await page.goto(`${world.url}/console${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  const settings = (name: string) => go(`/accounts/${accountId}/settings/${name}`);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const dialog = () => page.getByRole('dialog');
  const chooseAction = async (name: string) => {
    await button(words.actions).click();
    await page.getByRole('menuitem', { name }).click();
  };

  beforeAll(async () => {
    if (!chromiumHere) return;
    page = await openProfile(browser, { locale, viewport: { width, height: 800 }, colorScheme, acceptDownloads: true });
    await takeConsoleSession(page, world.url, root);
  });
  afterAll(() => page?.context().close());

  test.skipIf(!chromiumHere)('ACC-07 Settings, Account, Account actions, Rename account: the new name stands everywhere', async () => {
    await settings('account');
    await button(words.actions).waitFor();
    await check(page, `console-account-${locale}`);
    await chooseAction(words.rename);
    await page.getByLabel(words.newName).fill(`Acme ${locale}`);
    await dialog().getByRole('button', { name: words.save }).click();
    await page.getByText(`Acme ${locale}`).filter({ visible: true }).first().waitFor();
    await expect.poll(async () => (await ask<{ Account: { Name: string } }>('GetAccount', { AccountId: accountId })).Account.Name).toBe(`Acme ${locale}`);
  });

  test.skipIf(!chromiumHere)('GST-07 MST-01 MST-02 MST-04 MST-05 Settings, Meetings: policies are ticked and changed, regions chosen; shares are dashes until there are any', async () => {
    await settings('meetings');
    await page.getByRole('checkbox', { name: words.sharedControl }).uncheck();
    await page.getByRole('checkbox', { name: words.dialOut }).check();
    await button(words.change).click();
    await expect.poll(async () => (await ask<{ AccountSettings: unknown }>('GetAccountSettings', { AccountId: accountId })).AccountSettings).toEqual({ DisableRemoteControl: true, EnableDialOut: true });
    await page.getByRole('radio', { name: words.selected }).check();
    await page.getByRole('button', { name: new RegExp(words.chooseRegions) }).last().click();
    await page.getByRole('option', { name: 'us-east-1' }).click();
    await page.keyboard.press('Escape');
    await check(page, `console-meetings-${locale}`);
    await button(words.save).click();
    await expect.poll(async () => (await ask<{ AccountResource: unknown }>('GetAccountResource', { AccountId: accountId })).AccountResource).toMatchObject({ MeetingRegions: { Mode: 'Selected', Regions: ['us-east-1'] } });
    // As it was, for the other language.
    await ask('UpdateAccountSettings', { AccountId: accountId, AccountSettings: { DisableRemoteControl: false, EnableDialOut: false } });
    await ask('UpdateAccountResource', { AccountId: accountId, MeetingRegions: { Mode: 'All' } });
  });

  test.skipIf(!chromiumHere)('RET-21 RST-01 RST-02 Settings, Retention: a period says what it will do, can be taken back, and needs an Enterprise account', async () => {
    await world.app.system.sql.updateTable('account').set({ type: 'Team' }).where('id', '=', accountId).execute();
    await settings('retention');
    await page.getByText(/Enterprise/).first().waitFor();
    await expect.poll(() => page.getByLabel(words.rooms, { exact: true }).isDisabled()).toBe(true);
    await makeEnterprise(world, owner);
    await settings('retention');
    await page.getByLabel(words.rooms, { exact: true }).check();
    await page.getByLabel(words.roomsAmount).fill('0');
    await expect.poll(() => button(words.save).isDisabled()).toBe(true);
    await page.getByLabel(words.roomsAmount).fill('2');
    await button(words.save).click();
    await dialog().getByText(words.loseSight).waitFor();
    await check(page, `console-retention-confirm-${locale}`);
    await dialog().getByRole('button', { name: words.save }).click();
    await expect.poll(async () => (await ask<{ RetentionSettings: unknown }>('GetRetentionSettings', { AccountId: accountId })).RetentionSettings).toMatchObject({ RoomRetentionSettings: { RetentionDays: 730 } });
    await page.getByText(words.restore).waitFor();
    await check(page, `console-retention-${locale}`);
    await page.getByLabel(words.rooms, { exact: true }).uncheck();
    await button(words.save).click();
    await dialog().getByRole('button', { name: words.save }).click();
    await expect.poll(async () => (await ask<{ RetentionSettings: unknown }>('GetRetentionSettings', { AccountId: accountId })).RetentionSettings).toEqual({ RoomRetentionSettings: {}, ConversationRetentionSettings: {} });
  });

  test.skipIf(!chromiumHere)('ATT-01 Settings, Request attachments: a request is made and its file offered', async () => {
    await settings('attachments');
    await button(words.request).click();
    await dialog().getByRole('button', { name: words.confirmRequest }).click();
    await expect.poll(async () => (await ask<{ DataExports: { Status: string }[] }>('RetrieveDataExports', { AccountId: accountId })).DataExports.length).toBe(1);
    await world.runJobs();
    await page.reload();
    await page.getByRole('link').filter({ hasText: locale === 'it-IT' ? 'Scarica' : 'Download' }).waitFor();
    await check(page, `console-attachments-${locale}`);
    await world.app.system.sql.deleteFrom('data_export').execute();
  });

  test.skipIf(!chromiumHere)('a person is put under a legal hold, with the reason, and let go again', async () => {
    await settings('legal-holds');
    await button(words.newHold).click();
    await page.getByLabel(words.email).fill('anna.able@acme.example');
    await page.getByLabel(words.reason).fill('Case 4711');
    await dialog().getByRole('button', { name: words.hold, exact: true }).click();
    await page.getByText('Case 4711').waitFor();
    await check(page, `console-legal-holds-${locale}`);
    const { LegalHolds } = await ask<{ LegalHolds: { LegalHoldId: string; TargetType: string }[] }>('ListLegalHolds', { AccountId: accountId });
    expect(LegalHolds).toEqual([expect.objectContaining({ TargetType: 'User', Reason: 'Case 4711' })]);
    await ask('DeleteLegalHold', { AccountId: accountId, LegalHoldId: LegalHolds[0]!.LegalHoldId });
  });

  test.skipIf(!chromiumHere)('a file of users is tried out first, which changes nothing, and then imported', async () => {
    await world.app.system.sql.updateTable('account').set({ type: 'Team' }).where('id', '=', accountId).execute();
    const path = join(tmpdir(), `carillon-import-${locale}.csv`);
    writeFileSync(path, `email,name\nzoe-${locale.toLowerCase()}@acme.example,Zoe Zero\n,Nobody\n`);
    await settings('import');
    await page.locator('input[type=file]').setInputFiles(path);
    await button(words.dryRun).click();
    await page.getByText(words.tried).waitFor();
    await check(page, `console-import-${locale}`);
    const found = async () => (await ask<{ TotalCount: number }>('SearchUsers', { AccountId: accountId, Text: `zoe-${locale.toLowerCase()}` })).TotalCount;
    expect(await found()).toBe(0);
    await button(words.importNow).click();
    await page.getByText(words.imported).waitFor();
    expect(await found()).toBe(1);
  });

  test.skipIf(!chromiumHere)('SUP-01 SUP-02 Support, Submit request: it reaches the address that is set, with its fields', async () => {
    await go('/support');
    await page.getByLabel(words.subject).fill('No sound');
    await page.getByLabel(words.description).fill('Nobody hears me.\nSince this morning.');
    await check(page, `console-support-${locale}`);
    await button(words.submit).click();
    await page.getByText(words.sent).waitFor();
    const [mail] = await world.mailbox('help@acme.example');
    expect(mail).toMatchObject({ subject: 'Support request: No sound' });
    expect(mail!.text).toContain('Nobody hears me.\nSince this morning.');
    expect(mail!.text).toMatch(/When it happened: \S+/);
    world.clock.advance(DAY_MS / 12);
  });

  test.skipIf(!chromiumHere)('another owner account is invited to manage this one too', async () => {
    await settings('account');
    await button(words.inviteDelegate).click();
    await page.getByLabel(words.awsAccount).last().fill(locale === 'it-IT' ? '210987654321' : '123456789012');
    await dialog().getByRole('button', { name: words.invite, exact: true }).click();
    await dialog().waitFor({ state: 'detached' }).catch(() => undefined);
    await check(page, `console-delegates-${locale}`);
    await page.keyboard.press('Escape');
  });

  test.skipIf(!chromiumHere)('DEL-03 DEL-05 GST-05 Account actions, Delete account: not while users are in it; then with the box ticked, and it stands among the disabled ones', async () => {
    await settings('account');
    await chooseAction(words.deleteAccount);
    await dialog().getByText(words.usersLeft).waitFor();
    await page.getByRole('checkbox', { name: words.understood }).check();
    expect(await dialog().getByRole('button', { name: words.confirmDelete, exact: true }).isDisabled()).toBe(true);
    await check(page, `console-delete-${locale}`);
    await dialog().getByRole('button', { name: words.cancel }).click();
    const { Account } = await ask<{ Account: { AccountId: string } }>('CreateAccount', { Name: `Empty ${locale}` });
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
});
