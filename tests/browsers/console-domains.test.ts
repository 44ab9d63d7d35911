import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { MINUTE_MS, DAY_MS } from '@carillon/kernel/clock.js';
import { checkDomains } from '@carillon/server/domains/check-domains.js';
import type { Browser as Device } from '@carillon/testkit/browser.js';
import { addAdministrator, perform, signInAsRoot } from '@carillon/testkit/console.js';
import { hasDns, startDns, type DnsServer } from '@carillon/testkit/dns-server.js';
import { createWorld, joinColleague, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';
import { chromiumHere, findSerious, launchForPages, overflowOf, screenshot, takeConsoleSession } from './chromium.js';
import { ConsolePages, type Visit } from './console-page.js';
import { IN_ENGLISH, IN_ITALIAN, type Language } from './console-words.js';

/** Identity in the console: from a Team to an Enterprise account through a real DNS server, and back out of a domain. */

let world: World;
let dns: DnsServer;
let browser: Browser;
let pages: ConsolePages;
let owner: TestPerson;
let root: Device;
let AccountId: string;
const here = chromiumHere && hasDns;

type Domain = { DomainName: string; DomainStatus: string; TxtRecordName: string; TxtRecordValue: string };
const domainOf = async (DomainName: string) => (await perform<{ Domain: Domain }>(root, 'GetDomain', { AccountId, DomainName })).Domain;

const WORDS = {
  en: {
    claimFirst: 'Claim a domain', claim: 'Claim a new domain', domain: 'Domain', verify: 'Verify this domain', pending: 'Pending verification', verified: 'Verified', failed: 'Failed', close: 'Close', remove: 'Remove “acme.example” domain', removeConfirm: 'Remove',
    hours: /24 hours/, consent: 'I understand that this action cannot be reversed.', again: 'Claim again', enterprise: 'This is an Enterprise account', conflict: 'This domain is claimed', days: 'After 90 days, users in this domain will be deleted.',
    effects: [
      'They will be suspended.', 'They will immediately be signed out of all devices.', 'They lose their ability to access the service.', 'They lose their ability to host meetings, including those that have already been scheduled.',
      'If a user has been assigned a phone number, it will be unassigned and available in your account’s phone number management inventory.',
    ],
  },
  it: {
    claimFirst: 'Dichiara un dominio', claim: 'Dichiara un nuovo dominio', domain: 'Dominio', verify: 'Verifica questo dominio', pending: 'In attesa di verifica', verified: 'Verificato', failed: 'Non riuscito', close: 'Chiudi', remove: 'Rimuovi il dominio “acme.example”',
    removeConfirm: 'Rimuovi', hours: /24 ore/, consent: 'Capisco che questa azione non può essere annullata.', again: 'Dichiara di nuovo', enterprise: 'Questo è un account Enterprise', conflict: 'Questo dominio è già dichiarato',
    days: 'Dopo 90 giorni gli utenti di questo dominio vengono eliminati.',
    effects: [
      'Vengono sospesi.', 'Vengono disconnessi subito da tutti i dispositivi.', 'Non possono più accedere al servizio.', 'Non possono più ospitare riunioni, comprese quelle già pianificate.',
      'Se un utente ha un numero di telefono assegnato, l’assegnazione viene annullata e il numero torna disponibile nell’inventario della gestione dei numeri di telefono dell’account.',
    ],
  },
} as const;

beforeAll(async () => {
  if (!here) return;
  browser = await launchForPages();
  pages = new ConsolePages(browser);
});
afterAll(() => browser?.close());
beforeEach(async () => {
  if (!here) return;
  dns = await startDns();
  world = await createWorld(['--dns-servers', dns.address]);
  owner = await setUpOwner(world);
  AccountId = owner.me.account!.id;
  ({ root } = await signInAsRoot(world));
}, 60_000);
afterEach(async () => {
  await world?.stop();
  await dns?.stop();
});


const open = (path: string, visit: Visit = {}): Promise<Page> => pages.open(world.url, `/accounts/${AccountId}${path}`, { device: root, ...visit });

/** Time passes, and records are looked for. */
async function check(ms = MINUTE_MS): Promise<void> {
  world.clock.advance(ms);
  await checkDomains(world.app.system);
  await world.runJobs();
}

async function claim(page: Page, language: Language, name: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: WORDS[language].domain }).fill(name);
  await dialog.getByRole('button', { name: WORDS[language].verify }).click();
}

async function verify(name: string): Promise<void> {
  await perform(root, 'AddDomain', { AccountId, DomainName: name });
  const { TxtRecordName, TxtRecordValue } = await domainOf(name);
  await dns.publish({ [TxtRecordName]: TxtRecordValue });
  await check();
  expect((await domainOf(name)).DomainStatus).toBe('Verified');
}

test.skipIf(!here).each(IN_ITALIAN)('DOM-01 DOM-02 DOM-03 DOM-04 GST-06 ACC-05 GEN-06 a domain is claimed from Getting started, its record is shown, and it becomes verified under one’s eyes (%s)', async language => {
  const words = WORDS[language];
  const page = await open('/identity', { language });
  await page.getByText('TXT').first().waitFor();
  await screenshot(page, `console-identity-${language}`);
  expect(await findSerious(page)).toEqual([]);
  await page.getByRole('button', { name: words.claimFirst }).click();
  await claim(page, language, 'ACME.example');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(words.hours).waitFor();
  const { TxtRecordName, TxtRecordValue, DomainStatus } = await domainOf('acme.example');
  expect(DomainStatus).toBe('PendingVerification');
  await dialog.getByText(TxtRecordName, { exact: true }).waitFor();
  await dialog.getByText(TxtRecordValue, { exact: true }).waitFor();
  await screenshot(page, `console-claim-${language}`);
  expect(await findSerious(page)).toEqual([]);
  await dialog.getByRole('button', { name: words.close }).last().click();
  await page.getByRole('row', { name: /acme/ }).getByText(words.pending).waitFor();
  await page.getByRole('button', { name: 'acme.example', exact: true }).click();
  await dialog.getByText(TxtRecordValue, { exact: true }).waitFor();
  await dialog.getByRole('button', { name: words.close }).last().click();
  await dns.publish({ [TxtRecordName]: TxtRecordValue });
  await check();
  await page.getByRole('row', { name: /acme/ }).getByText(words.verified, { exact: true }).waitFor();
  await screenshot(page, `console-domains-${language}`);
  expect((await perform<{ Account: { AccountType: string } }>(root, 'GetAccount', { AccountId })).Account.AccountType).toBe('EnterpriseLWA');
  await page.goto(`${world.url}/console/accounts/${AccountId}/identity`);
  await page.getByText(words.enterprise).waitFor();
  await screenshot(page, `console-identity-enterprise-${language}`);
});

test.skipIf(!here).each(IN_ENGLISH)('DOM-04 DOM-05 names that are none and claimed ones are told so; a record that does not come fails, and the domain is claimed again with another value (%s)', async language => {
  const words = WORDS[language];
  const page = await open('/identity/domains?claim=true', { language });
  await claim(page, language, 'not a domain');
  const dialog = page.getByRole('dialog');
  await dialog.locator('[aria-invalid=true]').waitFor();
  await perform(root, 'AddDomain', { AccountId, DomainName: 'acme.example' });
  await claim(page, language, 'acme.example');
  await dialog.getByText(words.conflict).waitFor();
  await claim(page, language, 'sales.acme.example');
  await dialog.getByText('_carillon.sales.acme.example', { exact: true }).waitFor();
  await dialog.getByRole('button', { name: words.close }).last().click();
  const { TxtRecordValue } = await domainOf('acme.example');
  await check(DAY_MS + MINUTE_MS);
  // A day is longer than a session of the console.
  ({ root } = await signInAsRoot(world));
  await takeConsoleSession(page, world.url, root);
  await page.goto(`${world.url}/console/accounts/${AccountId}/identity/domains`);
  await page.getByText(words.failed, { exact: true }).nth(1).waitFor();
  await page.getByRole('button', { name: 'acme.example', exact: true }).click();
  await dialog.getByRole('button', { name: words.again }).click();
  await dialog.getByText(words.pending).waitFor();
  const again = (await domainOf('acme.example')).TxtRecordValue;
  expect(again).not.toBe(TxtRecordValue);
  await dialog.getByText(again, { exact: true }).waitFor();
});

test.skipIf(!here).each(IN_ENGLISH)('TRN-09 TRN-06 removing a domain says exactly what happens, asks for the tick, and releases its people (%s)', async language => {
  const words = WORDS[language];
  const una = await joinColleague(world, owner, 'Una Under');
  await verify('acme.example');
  const page = await open('/identity/domains', { language });
  await page.getByRole('button', { name: words.remove }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: words.remove }).waitFor();
  expect(await dialog.getByRole('listitem').allTextContents()).toEqual([...words.effects]);
  await dialog.getByText(words.days).waitFor();
  const confirm = dialog.getByRole('button', { name: words.removeConfirm, exact: true });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole('checkbox', { name: words.consent }).check();
  await screenshot(page, `console-remove-domain-${language}`);
  expect(await findSerious(page)).toEqual([]);
  await confirm.click();
  await page.getByRole('button', { name: words.claim }).nth(1).waitFor();
  await screenshot(page, `console-domains-none-${language}`);
  expect((await perform<{ Domains: unknown[] }>(root, 'ListDomains', { AccountId })).Domains).toEqual([]);
  expect((await perform<{ User: { UserRegistrationStatus: string } }>(root, 'GetUser', { AccountId, UserId: una.me.id })).User.UserRegistrationStatus).toBe('Released');
  await page.goto(`${world.url}/console/accounts/${AccountId}/users/${una.me.id}`);
  await page.getByText(/90 (days|giorni)/).waitFor();
  await screenshot(page, `console-user-released-${language}`);
});

test.skipIf(!here).each([['reader', 'AmazonChimeReadOnly'], ['manager', 'AmazonChimeUserManagement']] as const)('IAM-09 IAM-12 a %s with %s sees domains, claims and removes none, and is refused by the server', async (name, policy) => {
  await verify('acme.example');
  const device = await addAdministrator(world, root, name, policy);
  const page = await open('/identity/domains', { device, viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
  await page.getByRole('row', { name: /acme/ }).waitFor();
  for (const button of [WORDS.en.claim, WORDS.en.remove]) await expect.poll(() => page.getByRole('button', { name: button }).evaluate(one => one.getAttribute('aria-disabled') === 'true' || (one as HTMLButtonElement).disabled)).toBe(true);
  expect(await overflowOf(page)).toBe(0);
  await screenshot(page, `console-domains-${name}`);
  for (const operation of ['AddDomain', 'DeleteDomain']) await expect(perform(device, operation, { AccountId, DomainName: 'acme.example' })).rejects.toMatchObject({ status: 403, code: 'AccessDenied' });
});
