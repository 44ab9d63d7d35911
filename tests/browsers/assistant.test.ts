import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as chat from '@carillon/wire/rest/chat.js';
import * as identity from '@carillon/wire/rest/identity.js';
import { createWorld, setUpOwner, signUp, type TestPerson, type World } from '@carillon/testkit/world.js';
import { chromiumHere, findSerious, launchForPages, openProfile, overflowOf, screenshot, takeSession } from './chromium.js';

/** Somebody of no account gets their attachments and deletes themselves by writing to the Assistant. */

let world: World;
let browser: Browser;

beforeAll(async () => {
  if (!chromiumHere) return;
  world = await createWorld(['--sign-up', 'open']);
  await setUpOwner(world);
  browser = await launchForPages();
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

async function openAs(who: TestPerson, path: string, options: Parameters<typeof openProfile>[1] = {}): Promise<Page> {
  const page = await openProfile(browser, { acceptDownloads: true, ...options });
  await takeSession(page, world.url, who);
  await page.goto(`${world.url}${path}`);
  await page.locator('main').first().waitFor();
  return page;
}

async function expectFit(page: Page): Promise<void> {
  expect(await findSerious(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
}

/** Waits for an answer; the world's jobs run when they are told to. */
async function answered(page: Page, words: string): Promise<void> {
  await expect.poll(() => world.runJobs().then(() => page.locator('article', { hasText: words }).count()), { timeout: 20_000 }).toBeGreaterThan(0);
}

test.skipIf(!chromiumHere)('TRN-05 DEL-02 one finds the Assistant by name, gets a list of attachments and deletes oneself, with a touch for each', async () => {
  const una = await signUp(world, 'Una Unmanaged', 'una@home.example');
  const room = (await una.call(chat.createRoom, { body: { name: 'Mine', personIds: [] } })).channel.id;
  const { attachment } = await una.call(chat.uploadAttachment, { params: { channelId: room }, query: { name: 'notes.txt' }, bytes: Buffer.from('notes') });
  await una.call(chat.sendMessage, { params: { channelId: room }, body: { clientToken: 'file-of-una', content: '', attachmentIds: [attachment.id] } });
  const page = await openAs(una, '/');
  await page.keyboard.press('Control+K');
  await page.locator('.palette input').fill('assist');
  await page.getByRole('option', { name: /Carillon Assistant/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Carillon Assistant', level: 1 }).waitFor();
  for (const name of ['Meet now', 'Details']) expect(await page.getByRole('button', { name }).count()).toBe(0);
  expect(await page.locator('.conversation-head .presence').count()).toBe(0);
  await page.getByRole('button', { name: 'Help' }).click();
  await answered(page, 'This is what you can write to me');
  await screenshot(page, 'assistant-help');
  await expectFit(page);
  await page.getByRole('button', { name: 'Get my attachments' }).click();
  await answered(page, 'To confirm, send this within ten minutes');
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await answered(page, 'with one link');
  await page.getByRole('button', { name: 'Confirm', exact: true }).waitFor({ state: 'detached' });
  // Addresses lead to where people reach the server; the test reaches it elsewhere.
  const link = page.getByRole('link', { name: 'Download the list', exact: true });
  await link.evaluate((element, url) => { element.setAttribute('href', url + new URL((element as HTMLAnchorElement).href).pathname); element.removeAttribute('target'); }, world.url);
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('attachments.txt');
  const list = readFileSync(await download.path(), 'utf8');
  expect(list).toMatch(/^https?:\S+\/api\/exports\/\S+\n$/);
  expect(await (await fetch(`${world.url}${new URL(list.trim()).pathname}`)).text()).toBe('notes');
  await page.getByRole('button', { name: 'Delete me' }).click();
  await answered(page, 'Nobody can undo it');
  await screenshot(page, 'assistant-delete');
  await expectFit(page);
  await page.getByRole('button', { name: 'Confirm: delete me for good' }).click();
  await expect.poll(() => world.runJobs().then(() => new URL(page.url()).pathname), { timeout: 20_000 }).toBe('/sign-in');
  await expect(world.browser().call(identity.signIn, { body: { email: una.me.email, password: una.password } })).rejects.toMatchObject({ status: 401 });
  await page.context().close();
});

test.skipIf(!chromiumHere)('on a phone in the dark in Italian it fits, and Settings leads to it', async () => {
  const ugo = await signUp(world, 'Ugo Uno', 'ugo@home.example');
  await ugo.call(identity.updateMe, { body: { locale: 'it' } });
  const page = await openAs(ugo, '/settings', { viewport: { width: 390, height: 844 }, colorScheme: 'dark', locale: 'it-IT', hasTouch: true });
  await page.getByRole('button', { name: 'Scrivi all’assistente' }).click();
  await page.getByRole('heading', { name: 'Carillon Assistant', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Eliminami', exact: true }).click();
  await answered(page, 'Nessuno può annullarlo');
  await page.getByRole('button', { name: 'Conferma: eliminami per sempre' }).waitFor();
  await screenshot(page, 'assistant-phone');
  await expectFit(page);
  await page.context().close();
});
