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


interface Words { signIn: string; email: string; password: string; accounts: string; newAccount: string; accountName: string; create: string }
const WORDS: Record<'en-GB' | 'it-IT', Words> = {
  'en-GB': { signIn: 'Sign in', email: 'Email address', password: 'Password', accounts: 'Accounts', newAccount: 'New account', accountName: 'Account name', create: 'Create account' },
  'it-IT': { signIn: 'Accedi', email: 'Indirizzo e-mail', password: 'Password', accounts: 'Account', newAccount: 'Nuovo account', accountName: 'Nome account', create: 'Crea account' },
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
    await page.getByText(`Team ${locale}`).first().waitFor();
    const { Accounts } = await perform<{ Accounts: { Name: string; AccountType: string }[] }>(root, 'ListAccounts', { Name: `Team ${locale}` });
    expect(Accounts).toEqual([expect.objectContaining({ Name: `Team ${locale}`, AccountType: 'Team' })]);
    // Whoever's session ends elsewhere is led to the sign-in, and back to where they were.
    await world.app.system.sql.deleteFrom('console_session').where('user_id', 'is', null).execute();
    await page.reload();
    await page.getByLabel(words.email).waitFor();
    expect(new URL(page.url()).searchParams.get('next')).toMatch(/^\/accounts\/[0-9a-f-]{36}\/users$/);
    ({ root } = await signInAsRoot(world));
    await page.context().close();
  });
});
