import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as chat from '@carillon/wire/rest/chat.js';
import * as meetings from '@carillon/wire/rest/meetings.js';
import { createWorld, joinColleague, PASSWORD, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';
import { chromiumHere, findSerious, launchForPages, openProfile, overflowOf, screenshot, signIn, takeSession, untilAtRest } from './chromium.js';

/** Every page at four widths, light and dark, in both languages, with nothing and with much in it: axe finds nothing serious, and nothing is cut off. */

let world: World;
let owner: TestPerson;
let browser: Browser;
let paths: Record<string, string>;

const LONG_NAME = 'Maximiliane-Alexandra von der Hohenstein-Wittgenstein zu Berg';
const WIDTHS = [360, 768, 1280, 1920];

beforeAll(async () => {
  if (!chromiumHere) return;
  world = await createWorld();
  owner = await setUpOwner(world);
  const long = await joinColleague(world, owner, LONG_NAME.slice(0, 60));
  const rtl = await joinColleague(world, owner, 'ليلى حسن');
  const { channel } = await owner.call(chat.createRoom, { body: { name: 'A room whose name is as long as a name may be in this place', personIds: [long.me.id, rtl.me.id] } });
  const say = (who: TestPerson, i: number, content: string) => who.call(chat.sendMessage, { params: { channelId: channel.id }, body: { clientToken: `looks-${String(i).padStart(5, '0')}`, content } });
  await say(owner, 1, 'Good morning :wave: see https://example.com/a/very/long/path/that/goes/on/and/on/and/on/and/on/and/on/and/on?and=on');
  await say(long, 2, '```sql\nselect a_rather_long_column_name, another_long_column_name from somewhere_far_away where nothing_wraps_here = true\n```');
  await say(rtl, 3, 'مرحبا بالجميع في هذه الغرفة');
  await say(long, 4, `${'averylongwordwithoutanybreak'.repeat(12)}`);
  const { meeting } = await owner.call(meetings.startMeeting, { body: { title: 'A meeting' } });
  paths = { home: '/', chat: '/chat', conversation: `/chat/${channel.id}`, meetings: '/meetings', contacts: '/contacts', search: '/search', found: '/search?q=good+morning', 'found nothing': `/search?q=absent&in=${channel.id}&since=2026-01-01`, settings: '/settings', door: `/m/${meeting.number}` };
  browser = await launchForPages();
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

async function openSignedIn(options: BrowserContextOptions): Promise<Page> {
  const page = await openProfile(browser, options);
  await takeSession(page, world.url, owner);
  return page;
}

async function settle(page: Page, path: string): Promise<void> {
  await page.goto(`${world.url}${path}`);
  await page.locator('main, [role=main]').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
  await untilAtRest(page);
}

/** Every width in turn, as a window is drawn smaller and larger; axe looks at the narrow page and at the one on a desk. */
async function lookAtWidths(page: Page, name: string, widths: readonly number[]): Promise<string[]> {
  const problems: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
    await untilAtRest(page);
    if ((await overflowOf(page)) > 0) problems.push(`${name} at ${width} px scrolls sideways`);
    if (width === 360 || width === 1280) problems.push(...(await findSerious(page)).map(one => `${name} at ${width} px: ${one}`));
  }
  return problems;
}

for (const [locale, colorScheme, pictured] of [['en-GB', 'light', 1280], ['it-IT', 'dark', 360]] as const) {
  test.skipIf(!chromiumHere)(`every page is accessible and fits every width (${locale}, ${colorScheme})`, async () => {
    const page = await openSignedIn({ locale, colorScheme });
    const problems: string[] = [];
    for (const [name, path] of Object.entries(paths)) {
      await page.setViewportSize({ width: WIDTHS[0]!, height: 740 });
      await settle(page, path);
      problems.push(...(await lookAtWidths(page, name, WIDTHS)));
      await page.setViewportSize({ width: pictured, height: 900 });
      await screenshot(page, `looks-${name}-${pictured}-${colorScheme}-${locale.slice(0, 2)}`);
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });
}

test.skipIf(!chromiumHere)('the way in is accessible too, at a phone’s width and on a desk', async () => {
  const page = await openProfile(browser);
  const problems: string[] = [];
  for (const path of ['/sign-in', '/reset', paths['door']!]) {
    await settle(page, path);
    problems.push(...(await lookAtWidths(page, path, [360, 1280])));
    await screenshot(page, `looks-entrance${path.replaceAll('/', '-')}`);
  }
  expect(problems).toEqual([]);
  await page.context().close();
});

test.skipIf(!chromiumHere)('one signs in, writes and signs out by keyboard alone', async () => {
  const page = await openProfile(browser);
  await page.goto(`${world.url}/sign-in`);
  await page.getByLabel(/e-?mail/i).waitFor();
  await page.keyboard.press('Tab');
  for (let i = 0; i < 10 && !(await page.getByLabel(/e-?mail/i).evaluate(field => field === document.activeElement)); i++) await page.keyboard.press('Tab');
  await page.keyboard.type(owner.me.email);
  for (let i = 0; i < 5 && !(await page.getByLabel('Password', { exact: true }).evaluate(field => field === document.activeElement)); i++) await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(address => address.pathname === '/');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('A room whose');
  await page.getByRole('option', { name: /A room whose/ }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/chat\//);
  await page.getByRole('textbox', { name: /Write to/ }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await page.keyboard.type('Written without a mouse');
  await page.keyboard.press('Enter');
  await page.getByText('Written without a mouse').first().waitFor();
  await page.context().close();
});

test.skipIf(!chromiumHere)('a history of 10,000 messages is read by scrolling, with a bounded number of rows on the page', async () => {
  const { channel } = await owner.call(chat.createRoom, { body: { name: 'Ten thousand', personIds: [] } });
  await seedHistory(channel.id, 10_000);
  const page = await openSignedIn({});
  await settle(page, `/chat/${channel.id}`);
  await page.getByText('Line 10000', { exact: true }).waitFor();
  const box = (await page.locator('main').first().boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2);
  // Up, in steps of less than a screen, until several more pages of history have come.
  await expect.poll(async () => {
    await page.mouse.wheel(0, -500);
    const shown = await page.getByText(/^Line \d+$/).allInnerTexts();
    return Math.min(...shown.map(line => Number(line.slice(5))));
  }, { timeout: 60_000, interval: 20 }).toBeLessThan(9_500);
  expect(await page.getByText(/^Line \d+$/).count()).toBeLessThan(150);
  await screenshot(page, 'looks-history');
  await page.context().close();
});

/** Straight into the tables: ten thousand sends would be refused as too many. */
async function seedHistory(channelId: chat.Channel['id'], count: number): Promise<void> {
  const { sql } = world.app.system;
  for (let from = 1; from <= count; from += 500) {
    const rows = Array.from({ length: 500 }, (_, i) => from + i);
    const at = (n: number) => new Date(world.clock.now() - (count - n) * 20_000);
    await sql.insertInto('message').values(rows.map(n => ({
      channel_id: channelId, seq: n, ordinal: n, id: world.app.system.ids.next<'Message'>(), sender_id: owner.me.id, sender_kind: 'person' as const, sender_name: owner.me.displayName, content: `Line ${n}`,
      quoted: null, client_token: `seed-${n}`, created_at: at(n), redacted_at: null, redacted_by: null,
    }))).execute();
    await sql.insertInto('channel_event').values(rows.map(n => ({ channel_id: channelId, seq: n, kind: 'message', payload: '{}', created_at: at(n) }))).execute();
  }
  await sql.updateTable('channel').set({ last_seq: count, message_count: count }).where('id', '=', channelId).execute();
  await sql.updateTable('channel_member').set({ last_read_ordinal: count }).where('channel_id', '=', channelId).execute();
}

test.skipIf(!chromiumHere)('a message written offline waits, says so, and goes out once when the network is back', async () => {
  const colleague = await joinColleague(world, owner, 'Online Olivia');
  const { channel } = await owner.call(chat.openConversation, { body: { personIds: [colleague.me.id] } });
  const page = await openSignedIn({});
  await settle(page, `/chat/${channel.id}`);
  const composer = page.getByRole('textbox', { name: /Write to/ });
  await composer.waitFor();
  await page.context().setOffline(true);
  await composer.fill('Written in a tunnel');
  await page.keyboard.press('Enter');
  await page.getByText(/You are offline/).first().waitFor();
  await screenshot(page, 'looks-offline');
  await page.context().setOffline(false);
  await expect.poll(async () => (await colleague.call(chat.listMessages, { params: { channelId: channel.id } })).messages.map(message => message.content), { timeout: 20_000 }).toEqual(['Written in a tunnel']);
  await page.reload();
  await page.getByText('Written in a tunnel').first().waitFor();
  expect((await colleague.call(chat.listMessages, { params: { channelId: channel.id } })).messages).toHaveLength(1);
  await page.context().close();
});

test.skipIf(!chromiumHere)('a link of a dangerous kind, and HTML, are inert text', async () => {
  const colleague = await joinColleague(world, owner, 'Mallory Link');
  const { channel } = await owner.call(chat.openConversation, { body: { personIds: [colleague.me.id] } });
  const hostile = '[click me](javascript:alert(1)) <img src=x onerror=alert(2)> <script>alert(3)</script> [data](data:text/html,hi)';
  await colleague.call(chat.sendMessage, { params: { channelId: channel.id }, body: { clientToken: 'hostile-message', content: hostile } });
  const page = await openSignedIn({});
  let dialogs = 0;
  page.on('dialog', dialog => {
    dialogs += 1;
    void dialog.dismiss();
  });
  await settle(page, `/chat/${channel.id}`);
  await page.getByText(/click me/).first().waitFor();
  expect(await page.locator('a[href^="javascript:"], a[href^="data:"]').count()).toBe(0);
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect(dialogs).toBe(0);
  await page.context().close();
});

test.skipIf(!chromiumHere)('a deep link asks who is not signed in to sign in, and brings them there', async () => {
  const page = await openProfile(browser);
  await page.goto(`${world.url}${paths['conversation']}`);
  await page.waitForURL(/\/sign-in\?next=/);
  await page.getByLabel(/e-?mail/i).fill(owner.me.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(address => address.pathname === paths['conversation']);
  await page.getByText(/Good morning/).first().waitFor();
  await page.context().close();
});

test.skipIf(!chromiumHere)('a wrong password is told next to the field, and a right one leads home', async () => {
  const page = await openProfile(browser);
  await page.goto(`${world.url}/sign-in`);
  await page.getByLabel(/e-?mail/i).fill(owner.me.email);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText(/wrong/i).first().waitFor();
  await screenshot(page, 'looks-wrong-password');
  await signIn(page, world.url, { email: owner.me.email, password: PASSWORD });
  await page.context().close();
});
