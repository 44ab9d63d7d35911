import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as chat from '@carillon/wire/rest/chat.js';
import { createWorld, joinColleague, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';
import { chromiumHere, launchChromium, openProfile, screenshot, signIn } from './chromium.js';

let world: World;
let olga: TestPerson;
let anna: TestPerson;
let channelId: string;
let browser: Browser;
let counter = 0;

beforeAll(async () => {
  if (!chromiumHere) return;
  world = await createWorld();
  olga = await setUpOwner(world);
  anna = await joinColleague(world, olga, 'Anna Able');
  channelId = (await olga.call(chat.openConversation, { body: { personIds: [anna.me.id] } })).channel.id;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const say = (content: string) => anna.call(chat.sendMessage, { params: { channelId: channelId as never }, body: { clientToken: `offline-${String(++counter).padStart(6, '0')}`, content } });
const olgaSignsIn = (page: Page) => signIn(page, world.url, { email: olga.me.email, password: olga.password });
/** Fails after a while instead of hanging: `ready` never resolves when the worker is not installed. */
const workerReady = (page: Page) => page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated', undefined, { timeout: 20_000 });
const keptHere = (page: Page) => page.evaluate(async () => (await caches.has('carillon-kept')) && (await (await (await caches.open('carillon-kept')).match('/kept-state'))?.text()) || '');

test.skipIf(!chromiumHere)('the installed app opens without a network with what it has, and keeps nothing of a person who signed out', async () => {
  const page = await openProfile(browser);
  const refused: string[] = [];
  page.on('console', message => { if (/Content.Security.Policy/i.test(message.text())) refused.push(message.text()); });
  await olgaSignsIn(page);
  await say('Kept for the train');
  await page.goto(`${world.url}/chat/${channelId}`);
  await page.getByText('Kept for the train').last().waitFor();
  await workerReady(page);
  await expect.poll(() => keptHere(page), { timeout: 15_000 }).toContain('Kept for the train');
  await page.context().setOffline(true);
  await page.goto(`${world.url}/chat/${channelId}`);
  await page.getByText('Kept for the train').last().waitFor();
  await screenshot(page, 'offline');
  await say('Written meanwhile');
  await page.context().setOffline(false);
  await page.getByText('Written meanwhile').last().waitFor({ timeout: 40_000 });
  await page.getByRole('button', { name: /your menu/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(/sign-in/);
  expect(await keptHere(page)).toBe('');
  expect(refused).toEqual([]);
  await page.context().close();
});

test.skipIf(!chromiumHere)('notifications are turned on in the settings, shown for what one does not look at, and lead there', async () => {
  const page = await openProfile(browser, { permissions: ['notifications'] });
  await olgaSignsIn(page);
  await workerReady(page);
  await page.goto(`${world.url}/settings`);
  await page.getByRole('button', { name: 'Turn on here' }).click();
  await page.getByText('This device tells you what happens.').waitFor();
  await page.getByText('Show names and words in notifications').scrollIntoViewIfNeeded();
  await screenshot(page, 'notifications');
  await say('Heard elsewhere');
  const shown = () => page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(each => [each.title, each.body, (each.data as { path: string }).path]));
  await expect.poll(shown, { timeout: 15_000 }).toEqual([['Anna Able', 'Heard elsewhere', expect.stringMatching(new RegExp(`^/chat/${channelId}\\?m=\\d+$`))]]);
  await page.context().close();
});
