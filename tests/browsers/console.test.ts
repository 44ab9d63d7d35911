import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser as Device } from '@carillon/testkit/browser.js';
import { perform, signInAsRoot } from '@carillon/testkit/console.js';
import { createWorld, PASSWORD, setUpOwner, type World } from '@carillon/testkit/world.js';
import { chromiumHere, findSerious, launchForPages, overflowOf, screenshot } from './chromium.js';
import { ConsolePages, LOOKS } from './console-page.js';
import { IN_ENGLISH, IN_ITALIAN, type Language } from './console-words.js';

/** The console from its door: signing in, the accounts, and what an account is and does. */

let world: World;
let browser: Browser;
let pages: ConsolePages;
let root: Device;

beforeAll(async () => {
  if (!chromiumHere) return;
  world = await createWorld();
  await setUpOwner(world);
  ({ root } = await signInAsRoot(world));
  browser = await launchForPages();
  pages = new ConsolePages(browser);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});


const recoveryLinks = async () => (await world.mailbox('olga@acme.example')).map(mail => mail.link).filter(link => link.includes('/console/recover/'));

interface Words { wrong: RegExp; forgot: string; sendLink: string; linkSent: string; newPassword: string; again: string; savePassword: string; differ: RegExp; passwordChosen: string; backToSignIn: string; signIn: string; email: string; password: string; accounts: string; newAccount: string; accountName: string; create: string }
const WORDS: Readonly<Record<Language, Words>> = {
  en: { wrong: /are wrong/, forgot: 'Forgot the password?', sendLink: 'Send the link', linkSent: 'Look into your mail', newPassword: 'New password', again: 'New password, once more', savePassword: 'Save the password', differ: /passwords differ/, passwordChosen: 'The new password is saved', backToSignIn: 'Back to sign-in', signIn: 'Sign in', email: 'Email address', password: 'Password', accounts: 'Accounts', newAccount: 'New account', accountName: 'Account name', create: 'Create account' },
  it: { wrong: /non sono corretti/, forgot: 'Hai dimenticato la password?', sendLink: 'Invia il link', linkSent: 'Guarda nella tua posta', newPassword: 'Nuova password', again: 'Nuova password, ancora una volta', savePassword: 'Salva la password', differ: /diverse|differiscono|diversi/, passwordChosen: 'La nuova password è salvata', backToSignIn: 'Torna all’accesso', signIn: 'Accedi', email: 'Indirizzo e-mail', password: 'Password', accounts: 'Account', newAccount: 'Nuovo account', accountName: 'Nome account', create: 'Crea account' },
};

async function check(page: Page, name: string): Promise<void> {
  await screenshot(page, name);
  expect(await findSerious(page), name).toEqual([]);
  expect(await overflowOf(page), name).toBeLessThanOrEqual(0);
}

test.skipIf(!chromiumHere).each(IN_ENGLISH)('GEN-02 GST-04 GST-05 the root user signs in, sees the accounts and makes one, which is a Team account (%s)', async language => {
  const words = WORDS[language];
  const page = await pages.open(world.url, '/', { language, ...LOOKS[language] });
  await page.getByLabel(words.email).fill('olga@acme.example');
  await page.getByLabel(words.password, { exact: true }).fill('wrong');
  await check(page, `console-sign-in-${language}`);
  await page.getByRole('button', { name: words.signIn, exact: true }).click();
  await page.getByRole('main').getByText(words.wrong).waitFor();
  await page.getByLabel(words.password, { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: words.signIn, exact: true }).click();
  await page.getByRole('heading', { name: words.accounts, level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Acme' }).waitFor();
  await check(page, `console-accounts-${language}`);
  await page.getByRole('button', { name: words.newAccount }).first().click();
  await page.getByLabel(words.accountName).fill('Second');
  await check(page, `console-new-account-${language}`);
  await page.getByRole('button', { name: words.create }).click();
  await page.waitForURL(/\/accounts\/[0-9a-f-]{36}\/users$/);
  await page.getByText('Second').first().waitFor();
  const { Accounts } = await perform<{ Accounts: { Name: string; AccountType: string }[] }>(root, 'ListAccounts', { Name: 'Second' });
  expect(Accounts).toEqual([expect.objectContaining({ Name: 'Second', AccountType: 'Team' })]);
  // Whoever's session ends elsewhere is led to the sign-in, and back to where they were.
  await world.app.system.sql.deleteFrom('console_session').where('user_id', 'is', null).execute();
  await page.reload();
  await page.getByLabel(words.email).waitFor();
  expect(new URL(page.url()).searchParams.get('next')).toMatch(/^\/accounts\/[0-9a-f-]{36}\/users$/);
});

test.skipIf(!chromiumHere).each(IN_ITALIAN)('GEN-02 the root user who forgot the password gets a link, chooses a new one and signs in with it (%s)', async language => {
  const words = WORDS[language];
  const page = await pages.open(world.url, '/sign-in', { language, ...LOOKS[language] });
  await page.getByRole('link', { name: words.forgot }).click();
  // Its field has the same name as the one on the page before.
  await page.getByRole('button', { name: words.sendLink }).waitFor();
  await page.getByLabel(words.email).fill('olga@acme.example');
  await check(page, `console-recover-${language}`);
  await page.getByRole('button', { name: words.sendLink }).click();
  await page.getByText(words.linkSent).waitFor();
  await check(page, `console-recover-sent-${language}`);
  const links = await recoveryLinks();
  expect(links.length).toBe(1);
  await page.goto(`${world.url}${new URL(links[0]!).pathname}`);
  await page.getByLabel(words.newPassword, { exact: true }).fill(PASSWORD);
  await page.getByLabel(words.again, { exact: true }).fill(`${PASSWORD}!`);
  await page.getByRole('button', { name: words.savePassword }).click();
  await page.getByText(words.differ).waitFor();
  await page.getByLabel(words.again, { exact: true }).fill(PASSWORD);
  await check(page, `console-choose-password-${language}`);
  await page.getByRole('button', { name: words.savePassword }).click();
  await page.getByText(words.passwordChosen).waitFor();
  await page.getByRole('button', { name: words.backToSignIn }).click();
  await page.getByLabel(words.email).fill('olga@acme.example');
  await page.getByLabel(words.password, { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: words.signIn, exact: true }).click();
  await page.getByRole('heading', { name: words.accounts, level: 1 }).waitFor();
});
