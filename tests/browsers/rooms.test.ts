import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChannelId } from '@carillon/kernel/ids.js';
import * as chat from '@carillon/wire/rest/chat.js';
import * as rooms from '@carillon/wire/rest/rooms.js';
import { createWorld, joinColleague, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';
import { chromiumHere, findSerious, launchForPages, openProfile, screenshot, takeSession } from './chromium.js';

/** Rooms as people use them: mentions by keyboard, what one sets for oneself on two devices, the door of a room. */

let world: World;
let olga: TestPerson;
let anna: TestPerson;
let ben: TestPerson;
let browser: Browser;
let hall: ChannelId;

beforeAll(async () => {
  if (!chromiumHere) return;
  world = await createWorld();
  olga = await setUpOwner(world);
  anna = await joinColleague(world, olga, 'Anna Able');
  ben = await joinColleague(world, olga, 'Ben Brave');
  hall = (await olga.call(chat.createRoom, { body: { name: 'Hall', personIds: [anna.me.id] } })).channel.id;
  await olga.call(chat.createRoom, { body: { name: 'Attic', personIds: [anna.me.id] } });
  browser = await launchForPages();
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

async function openAs(who: TestPerson, path: string, options: Parameters<typeof openProfile>[1] = { locale: 'en-GB' }): Promise<Page> {
  const page = await openProfile(browser, options);
  await takeSession(page, world.url, who);
  await page.goto(`${world.url}${path}`);
  await page.locator('main').first().waitFor();
  return page;
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await findSerious(page)).toEqual([]);
}

test.skipIf(!chromiumHere)('a member is mentioned by keyboard alone, and finds the mention in list and text', async () => {
  const [mine, hers] = [await openAs(olga, `/chat/${hall}`), await openAs(anna, '/chat')];
  const field = mine.getByRole('textbox', { name: 'Write to Hall' });
  await field.pressSequentially('Hello @an');
  await mine.getByRole('option', { name: 'Anna Able' }).waitFor();
  await expectAccessible(mine);
  await screenshot(mine, 'rooms-mention-completion');
  await field.press('Enter');
  await expect.poll(() => field.inputValue()).toBe('Hello @Anna Able ');
  await field.pressSequentially('and @all');
  await field.press('Escape');
  await field.press('Enter');
  await mine.locator('.mention', { hasText: '@Anna Able' }).waitFor();
  const row = hers.getByRole('link', { name: /Hall/ }).first();
  await row.getByText('1 mention of you').waitFor({ state: 'attached' });
  await row.click();
  await hers.locator('.mention[data-mine]').first().waitFor();
  await hers.getByText('1 mention of you').first().waitFor({ state: 'detached' });
  await screenshot(hers, 'rooms-mentioned');
  for (const page of [mine, hers]) await page.context().close();
});

test.skipIf(!chromiumHere)('favourite and hidden rooms stand where they belong on every device', async () => {
  const [laptop, phone] = [await openAs(anna, `/chat/${hall}`), await openAs(anna, '/chat', { locale: 'it-IT', colorScheme: 'dark', viewport: { width: 360, height: 740 } })];
  const more = () => laptop.getByRole('banner').or(laptop.locator('.conversation-head')).getByRole('button', { name: 'More' }).first().click();
  await more();
  await screenshot(laptop, 'rooms-menu');
  await laptop.getByRole('menuitem', { name: 'Add to favourites' }).click();
  await phone.getByRole('button', { name: 'Preferiti' }).waitFor();
  await screenshot(phone, 'rooms-phone-favourites');
  await more();
  await laptop.getByRole('menuitem', { name: 'Hide from list' }).click();
  await phone.getByRole('button', { name: 'Preferiti' }).waitFor({ state: 'detached' });
  await phone.getByRole('button', { name: 'Tutti i messaggi' }).click();
  await phone.getByRole('img', { name: 'Nascosta' }).or(phone.getByLabel('Nascosta')).first().waitFor();
  await expectAccessible(phone);
  await screenshot(phone, 'rooms-phone-hidden');
  await olga.call(chat.sendMessage, { params: { channelId: hall }, body: { clientToken: 'mention-that-opens', content: `<@${anna.me.id}|Anna>` } });
  await phone.getByRole('button', { name: 'Preferiti' }).waitFor();
  for (const page of [laptop, phone]) await page.context().close();
});

test.skipIf(!chromiumHere)('a colleague with the address asks to be let in, and is in as soon as an administrator agrees', async () => {
  const [hers, his] = [await openAs(olga, `/chat/${hall}`), await openAs(ben, `/rooms/${hall}`)];
  await screenshot(his, 'rooms-door');
  await his.getByRole('button', { name: 'Ask to join' }).click();
  await his.getByText('You asked to join').waitFor();
  const letIn = hers.getByRole('button', { name: 'Let Ben Brave in', exact: true });
  if (!(await hers.getByRole('complementary', { name: 'Details' }).isVisible())) await hers.getByRole('button', { name: 'Details' }).click();
  await letIn.waitFor();
  await expectAccessible(hers);
  await screenshot(hers, 'rooms-asking');
  await letIn.click();
  await his.getByRole('textbox', { name: 'Write to Hall' }).waitFor();
  await hers.getByRole('heading', { name: 'Present 2', exact: true }).waitFor();
  await screenshot(hers, 'rooms-present');
  for (const page of [hers, his]) await page.context().close();
});

test.skipIf(!chromiumHere)('TRN-13 administrators set who invites, take the member list along, and delete the room', async () => {
  const { channel } = await olga.call(chat.createRoom, { body: { name: 'Cellar', personIds: [anna.me.id] } });
  const page = await openAs(olga, `/chat/${channel.id}`);
  await page.locator('.conversation-head').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Room settings' }).click();
  await page.getByLabel('Who can add members').selectOption('members');
  await expect.poll(async () => (await anna.call(chat.getChannel, { params: { channelId: channel.id } })).channel.invitePolicy).toBe('members');
  await page.getByLabel('Notifications on phones').selectOption('mentions');
  await expect.poll(async () => (await olga.call(chat.getChannel, { params: { channelId: channel.id } })).channel.settings.mobile).toBe('mentions');
  await expectAccessible(page);
  await screenshot(page, 'rooms-settings');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export member list' }).click()]);
  expect(download.suggestedFilename()).toBe('Cellar members.csv');
  await page.getByRole('button', { name: 'Delete room' }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect.poll(() => anna.call(rooms.getRoomDoor, { params: { channelId: channel.id } }).catch((error: { code: string }) => error.code)).toBe('NotFound');
  await page.waitForURL('**/chat');
  await page.context().close();
});
