import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser as Device } from '@carillon/testkit/browser.js';
import { perform, signInAsRoot } from '@carillon/testkit/console.js';
import { createWorld, PASSWORD, setUpOwner, type World } from '@carillon/testkit/world.js';
import { chromiumHere, findSerious, launchChromium, openProfile, overflowOf, screenshot } from './chromium.js';

/** The console from its door: signing in, the accounts, and what an account is and does. */

let world: World;
let browser: Browser;
let root: Device;

beforeAll(async () => {
  if (!chromiumHere) return;
  world = await createWorld();
  await setUpOwner(world);
  ({ root } = await signInAsRoot(world));
  browser = await launchChromium();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});


/** Links that a test of the other language has used. */
const spent = new Set<string>();
const recoveryLinks = async () => (await world.mailbox('olga@acme.example')).map(mail => mail.link).filter(link => link.includes('/console/recover/'));

interface Words { forgot: string; sendLink: string; linkSent: string; newPassword: string; again: string; savePassword: string; differ: RegExp; passwordChosen: string; backToSignIn: string; signIn: string; email: string; password: string; accounts: string; newAccount: string; accountName: string; create: string }
const WORDS: Record<'en-GB' | 'it-IT', Words> = {
  'en-GB': { forgot: 'Forgot the password?', sendLink: 'Send the link', linkSent: 'Look into your mail', newPassword: 'New password', again: 'New password, once more', savePassword: 'Save the password', differ: /passwords differ/, passwordChosen: 'The new password is saved', backToSignIn: 'Back to sign-in', signIn: 'Sign in', email: 'Email address', password: 'Password', accounts: 'Accounts', newAccount: 'New account', accountName: 'Account name', create: 'Create account' },
  'it-IT': { forgot: 'Hai dimenticato la password?', sendLink: 'Invia il link', linkSent: 'Guarda nella tua posta', newPassword: 'Nuova password', again: 'Nuova password, ancora una volta', savePassword: 'Salva la password', differ: /diverse|differiscono|diversi/, passwordChosen: 'La nuova password è salvata', backToSignIn: 'Torna all’accesso', signIn: 'Accedi', email: 'Indirizzo e-mail', password: 'Password', accounts: 'Account', newAccount: 'Nuovo account', accountName: 'Nome account', create: 'Crea account' },
};

async function check(page: Page, name: string): Promise<void> {
  await screenshot(page, name);
  expect(await findSerious(page), name).toEqual([]);
  expect(await overflowOf(page), name).toBeLessThanOrEqual(0);
}

describe.each([['en-GB', 1280, 'light'], ['it-IT', 360, 'dark']] as const)('in %s at %d px', (locale, width, colorScheme) => {
  const words = WORDS[locale];

  test.skipIf(!chromiumHere)('GEN-02 GST-04 GST-05 the root user signs in, sees the accounts and makes one, which is a Team account', async () => {
    const page = await openProfile(browser, { locale, viewport: { width, height: 800 }, colorScheme });
    await page.goto(`${world.url}/console/`);
    await page.getByLabel(words.email).fill('olga@acme.example');
    await page.getByLabel(words.password, { exact: true }).fill('wrong');
    await check(page, `console-sign-in-${locale}`);
    await page.getByRole('button', { name: words.signIn, exact: true }).click();
    await page.getByRole('main').getByText(locale === 'it-IT' ? /non sono corretti/ : /are wrong/).waitFor();
    await page.getByLabel(words.password, { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: words.signIn, exact: true }).click();
    await page.getByRole('heading', { name: words.accounts, level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Acme' }).waitFor();
    await check(page, `console-accounts-${locale}`);
    await page.getByRole('button', { name: words.newAccount }).first().click();
    await page.getByLabel(words.accountName).fill(`Team ${locale}`);
    await check(page, `console-new-account-${locale}`);
    await page.getByRole('button', { name: words.create }).click();
    await page.waitForURL(/\/accounts\/[0-9a-f-]{36}\/users$/);
    await page.getByText(`Team ${locale}`).first().waitFor();
    const { Accounts } = await perform<{ Accounts: { Name: string; AccountType: string }[] }>(root, 'ListAccounts', { Name: `Team ${locale}` });
    expect(Accounts).toEqual([expect.objectContaining({ Name: `Team ${locale}`, AccountType: 'Team' })]);
    // Whoever's session ends elsewhere is led to the sign-in, and back to where they were.
    await world.app.system.sql.deleteFrom('console_session').where('user_id', 'is', null).execute();
    await page.reload();
    await page.getByLabel(words.email).waitFor();
    expect(new URL(page.url()).searchParams.get('next')).toMatch(/^\/accounts\/[0-9a-f-]{36}\/users$/);
    await page.context().close();
  });

  test.skipIf(!chromiumHere)('GEN-02 the root user who forgot the password gets a link, chooses a new one and signs in with it', async () => {
    const page = await openProfile(browser, { locale, viewport: { width, height: 800 }, colorScheme });
    const known = (await recoveryLinks()).length;
    await page.goto(`${world.url}/console/sign-in`);
    await page.getByRole('link', { name: words.forgot }).click();
    // Its field has the same name as the one on the page before.
    await page.getByRole('button', { name: words.sendLink }).waitFor();
    await page.getByLabel(words.email).fill('olga@acme.example');
    await check(page, `console-recover-${locale}`);
    await page.getByRole('button', { name: words.sendLink }).click();
    await page.getByText(words.linkSent).waitFor();
    await check(page, `console-recover-sent-${locale}`);
    const links = await recoveryLinks();
    expect(links.length).toBe(known + 1);
    await page.goto(`${world.url}${new URL(links.find(link => !spent.has(link))!).pathname}`);
    for (const link of links) spent.add(link);
    await page.getByLabel(words.newPassword, { exact: true }).fill(PASSWORD);
    await page.getByLabel(words.again, { exact: true }).fill(`${PASSWORD}!`);
    await page.getByRole('button', { name: words.savePassword }).click();
    await page.getByText(words.differ).waitFor();
    await page.getByLabel(words.again, { exact: true }).fill(PASSWORD);
    await check(page, `console-choose-password-${locale}`);
    await page.getByRole('button', { name: words.savePassword }).click();
    await page.getByText(words.passwordChosen).waitFor();
    await page.getByRole('button', { name: words.backToSignIn }).click();
    await page.getByLabel(words.email).fill('olga@acme.example');
    await page.getByLabel(words.password, { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: words.signIn, exact: true }).click();
    await page.getByRole('heading', { name: words.accounts, level: 1 }).waitFor();
    // For the other language: every earlier session is over.
    ({ root } = await signInAsRoot(world));
    await page.context().close();
  });
});
