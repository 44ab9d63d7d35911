import { readFileSync } from 'node:fs';
import { sql as raw } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChannelId } from '@carillon/kernel/ids.js';
import * as chat from '@carillon/wire/rest/chat.js';
import { createWorld, joinColleague, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';
import { chromiumHere, launchForPages, openProfile, overflowOf, screenshot, slowDown, takeSession } from './chromium.js';

/** Finding things: all content, what is deep in history, people by the palette, one's own contacts, and what one had begun to write. */

let world: World;
let owner: TestPerson;
let anna: TestPerson;
let browser: Browser;
let room: ChannelId;
const MESSAGES = 3_000;

beforeAll(async () => {
  if (!chromiumHere) return;
  world = await createWorld();
  owner = await setUpOwner(world);
  anna = await joinColleague(world, owner, 'Anna Able');
  room = (await owner.call(chat.createRoom, { body: { name: 'Long room', personIds: [anna.me.id] } })).channel.id;
  await raw`
    insert into message (channel_id, seq, ordinal, id, sender_id, sender_kind, sender_name, content, client_token, created_at)
    select ${room}::uuid, n, n, gen_random_uuid(), ${anna.me.id}::uuid, 'person', 'Anna Able', case when n = 700 then 'The keys lie under the **flowerpots** by the door' else 'message number ' || n end, 'bulk-' || n,
      ${world.app.system.now()}::timestamptz - make_interval(mins => ${MESSAGES} - n)
    from generate_series(1, ${MESSAGES}::int) n`.execute(world.app.system.sql);
  await raw`update channel set last_seq = ${MESSAGES}, message_count = ${MESSAGES}, last_message_id = (select id from message where channel_id = ${room} and seq = ${MESSAGES}) where id = ${room}`.execute(world.app.system.sql);
  browser = await launchForPages();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

async function openApp(path: string, options: Parameters<typeof openProfile>[1] = {}): Promise<Page> {
  const page = await openProfile(browser, { locale: 'en-GB', viewport: { width: 1280, height: 800 }, acceptDownloads: true, ...options });
  await takeSession(page, world.url, owner);
  await page.goto(`${world.url}${path}`);
  return page;
}
const inView = (page: Page, text: string) => page.locator('.timeline').evaluate((frame, wanted) => {
  const hit = [...frame.querySelectorAll('article')].find(article => article.textContent?.includes(wanted));
  const [box, whole] = [hit?.getBoundingClientRect(), frame.getBoundingClientRect()];
  return box !== undefined && box.top >= whole.top && box.bottom <= whole.bottom;
}, text);

test.skipIf(!chromiumHere)('a word of long ago is found by the keyboard, opens where it stands, lit, and one comes back to the newest', async () => {
  const page = await openApp('/');
  await page.locator('main').first().waitFor();
  await page.keyboard.press('Control+Shift+F');
  await page.locator('main input[role=combobox]').fill('Flowerpot key');
  await page.keyboard.press('Enter');
  const hit = page.locator('.found');
  await hit.waitFor();
  expect(await page.locator('.found mark').allTextContents()).toEqual(['keys', 'flowerpots']);
  await screenshot(page, 'search-found');
  const asked: string[] = [];
  page.on('request', request => { if (request.url().includes('/messages?')) asked.push(request.url()); });
  await hit.focus();
  // On a slow machine rows are measured, and older ones wanted, while the list is still being put in its place.
  const throttle = await slowDown(page, 4);
  await page.keyboard.press('Enter');
  await page.locator('article[data-lit]').waitFor();
  await expect.poll(() => inView(page, 'flowerpots')).toBe(true);
  await throttle.end();
  await screenshot(page, 'search-opened');
  expect(asked.filter(url => url.includes('around='))).toHaveLength(1);
  expect(asked.length).toBeLessThan(6);
  // Scrolling down goes on from here, without a jump.
  await page.locator('.timeline').evaluate(frame => frame.scrollTo({ top: frame.scrollHeight }));
  await page.getByText('message number 751', { exact: true }).waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Jump to newest' }).or(page.locator('.jump')).first().click();
  await page.getByText(`message number ${MESSAGES}`, { exact: true }).waitFor();
  await expect.poll(() => inView(page, `message number ${MESSAGES}`)).toBe(true);
  await page.context().close();
});

test.skipIf(!chromiumHere)('on a phone in the dark the search fits and goes on page by page', async () => {
  const page = await openApp('/search?q=message+number', { viewport: { width: 360, height: 740 }, colorScheme: 'dark', locale: 'it-IT', hasTouch: true });
  await page.locator('.found').first().waitFor();
  expect(await page.locator('.found').count()).toBe(30);
  await page.getByRole('button', { name: 'Mostra altri' }).click();
  await expect.poll(() => page.locator('.found').count()).toBe(60);
  await page.locator('.search-results').evaluate(frame => frame.scrollTo({ top: 0 }));
  await screenshot(page, 'search-phone');
  expect(await overflowOf(page)).toBe(0);
  await page.context().close();
});

test.skipIf(!chromiumHere)('as one types, people and rooms are offered; the palette begins conversations and searches', async () => {
  const page = await openApp('/search');
  await page.locator('main input[role=combobox]').fill('ann');
  await page.getByRole('option', { name: /Anna Able/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await screenshot(page, 'search-typing');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/chat\//);
  await page.keyboard.press('Control+K');
  await page.locator('.palette input').fill('new room');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: /room/i }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+K');
  await page.locator('.palette input').fill('flowerpots');
  await page.keyboard.press('Control+Enter');
  await screenshot(page, 'palette');
  await page.locator('.found').waitFor();
  await page.context().close();
});

test.skipIf(!chromiumHere)('TRN-14 TRN-15 somebody is put into the contacts, and the list is exported and imported', async () => {
  const page = await openApp('/contacts');
  await page.getByRole('button', { name: 'Actions for Anna Able' }).click();
  await page.getByRole('menuitem', { name: 'Add to contacts' }).click();
  await page.getByRole('tab', { name: 'My contacts (1)' }).click();
  await page.getByRole('button', { name: /Anna Able/ }).first().waitFor();
  await screenshot(page, 'contacts-mine');
  await page.getByRole('button', { name: 'More' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Export personal contacts' }).click()]);
  expect(readFileSync(await download.path(), 'utf8')).toBe(`\ufeff"Name","E-mail address"\r\n"Anna Able","${anna.me.email}"\r\n`);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Import contacts' }).click();
  await page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(`Nome;E-mail\nAnna;${anna.me.email}\nZoe;zoe@elsewhere.example\nNobody;\n`) });
  await page.getByText('1 contact was added.').waitFor();
  await page.getByText('Line 4: no e-mail address').waitFor();
  await screenshot(page, 'contacts-imported');
  await page.context().close();
});

test.skipIf(!chromiumHere)('what one had begun to write is there after a reload, and gone once it is sent', async () => {
  const page = await openApp(`/chat/${room}`);
  const field = page.locator('textarea');
  await field.fill('Half a sentence');
  await page.reload();
  await expect.poll(() => field.inputValue()).toBe('Half a sentence');
  await field.press('Enter');
  await page.locator('article', { hasText: 'Half a sentence' }).waitFor();
  await page.reload();
  await page.locator('article', { hasText: 'Half a sentence' }).waitFor();
  expect(await field.inputValue()).toBe('');
  await page.context().close();
});
