import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChannelId } from '@carillon/kernel/ids.js';
import * as chat from '@carillon/wire/rest/chat.js';
import * as hooks from '@carillon/wire/rest/webhooks.js';
import { createWorld, joinColleague, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';
import { chromiumHere, findSerious, launchForPages, openProfile, overflowOf, screenshot, takeSession } from './chromium.js';

/** Webhooks as a room's administrator makes them and its people see them. */

let world: World;
let olga: TestPerson;
let anna: TestPerson;
let browser: Browser;
let hall: ChannelId;

beforeAll(async () => {
  if (!chromiumHere) return;
  world = await createWorld();
  olga = await setUpOwner(world);
  anna = await joinColleague(world, olga, 'Anna Able');
  hall = (await olga.call(chat.createRoom, { body: { name: 'Hall', personIds: [anna.me.id] } })).channel.id;
  browser = await launchForPages();
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

async function openAs(who: TestPerson, options: Parameters<typeof openProfile>[1] = { locale: 'en-GB' }): Promise<Page> {
  const page = await openProfile(browser, options);
  await takeSession(page, world.url, who);
  await page.goto(`${world.url}/chat/${hall}`);
  await page.locator('.conversation-head').waitFor();
  return page;
}

async function openDialog(page: Page, more: string, entry: string): Promise<void> {
  await page.locator('.conversation-head').getByRole('button', { name: more }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  await page.getByRole('dialog').getByText('Webhook').first().waitFor();
}

async function post(url: string, Content: string, type = 'application/json'): Promise<number> {
  world.clock.advance(2_000);
  return (await fetch(url, { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify({ Content }) })).status;
}
const list = async () => (await olga.call(hooks.listWebhooks, { params: { channelId: hall } })).webhooks;

test.skipIf(!chromiumHere)('WHK-01 WHK-05 an administrator makes a webhook, and its messages show its name, its sign and (Webhook)', async () => {
  const [page, hers] = [await openAs(olga), await openAs(anna)];
  await openDialog(page, 'More', 'Manage webhooks and bots');
  await page.getByText('A webhook gives this room a URL.').waitFor();
  expect(await findSerious(page)).toEqual([]);
  await screenshot(page, 'webhooks-none');
  await page.getByLabel('Name', { exact: true }).fill('Tickets');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Copy URL of Tickets' }).waitFor();
  const [made] = await list();
  expect(await page.getByLabel('Command for a terminal').textContent()).toContain(`curl -X POST "${made!.url}" -H "Content-Type:application/json"`);
  expect(await findSerious(page)).toEqual([]);
  await screenshot(page, 'webhooks-made');
  await page.keyboard.press('Escape');
  expect(await post(made!.url, '**Ticket 42** is open: @anna.able please look :+1: https://tickets.example/42')).toBe(200);
  for (const one of [page, hers]) await one.locator('.message-name', { hasText: 'Tickets (Webhook)' }).waitFor();
  await hers.locator('.message .avatar[data-shape="room"] svg').waitFor();
  await hers.locator('.mention', { hasText: '@Anna Able' }).waitFor();
  await hers.locator('.message').getByText('👍').waitFor();
  if (!(await hers.getByRole('complementary', { name: 'Details' }).isVisible())) await hers.getByRole('button', { name: 'Details' }).click();
  await hers.getByRole('heading', { name: 'Webhooks and bots 1' }).waitFor();
  expect(await findSerious(hers)).toEqual([]);
  await screenshot(hers, 'webhooks-room');
  await hers.locator('.conversation-head').getByRole('button', { name: 'More' }).click();
  await hers.getByRole('menuitem', { name: 'Copy room ID' }).waitFor();
  expect(await hers.getByRole('menuitem', { name: 'Manage webhooks and bots' }).count()).toBe(0);
  for (const one of [page, hers]) await one.context().close();
});

test.skipIf(!chromiumHere)('WHK-10 WHK-11 renamed, given another URL and removed, each told beforehand', async () => {
  const page = await openAs(olga);
  const [before] = await list();
  await openDialog(page, 'More', 'Manage webhooks and bots');
  const choose = async (name: string, entry: string) => {
    await page.getByRole('button', { name: `Actions for ${name}` }).click();
    await page.getByRole('menuitem', { name: entry }).click();
  };
  await choose('Tickets', 'Rename');
  await page.getByLabel('Name', { exact: true }).first().fill('Support');
  await page.getByRole('button', { name: 'Save' }).click();
  await choose('Support', 'New URL');
  await page.getByText('The old one stops at once').waitFor();
  await screenshot(page, 'webhooks-regenerate');
  await page.getByRole('button', { name: 'Make new URL' }).click();
  await expect.poll(async () => (await list())[0]!.url).not.toBe(before!.url);
  const [after] = await list();
  await expect.poll(() => page.getByLabel('Command for a terminal').textContent()).toContain(after!.url);
  expect(await post(before!.url, 'to the old one')).toBe(404);
  expect(await post(after!.url, 'to the new one')).toBe(200);
  expect(await post(after!.url, 'not as JSON', 'text/plain')).toBe(415);
  await page.keyboard.press('Escape');
  // Both names stand: what was written before keeps the one it had.
  for (const name of ['Tickets (Webhook)', 'Support (Webhook)']) await page.locator('.message-name', { hasText: name }).waitFor();
  await openDialog(page, 'More', 'Manage webhooks and bots');
  await page.getByText('2 messages were refused.').waitFor();
  await page.getByText('it was not sent as JSON').waitFor();
  await screenshot(page, 'webhooks-failures');
  await choose('Support', 'Remove');
  await page.getByText('What it posted stays').waitFor();
  expect(await findSerious(page)).toEqual([]);
  await screenshot(page, 'webhooks-remove');
  await page.getByRole('button', { name: 'Remove webhook' }).click();
  await page.getByText('A webhook gives this room a URL.').waitFor();
  expect(await list()).toEqual([]);
  expect(await post(after!.url, 'to nobody')).toBe(404);
  await page.context().close();
});

test.skipIf(!chromiumHere)('WHK-01 on a phone, in the dark and in Italian, with a room’s ten webhooks', async () => {
  for (const name of ['Avvisi', 'Monitoraggio dei sistemi di produzione e di collaudo', 'Ticket', 'Build', 'Meteo', 'Turni', 'Pranzo', 'Vendite', 'Magazzino', 'Porta']) await olga.call(hooks.createWebhook, { params: { channelId: hall }, body: { name } });
  const [first] = await list();
  await post(first!.url, '@All: la sala è chiusa');
  await post(first!.url, 'x', 'text/plain');
  const page = await openAs(olga, { locale: 'it-IT', colorScheme: 'dark', viewport: { width: 360, height: 740 } });
  await page.locator('.message-name', { hasText: 'Avvisi (Webhook)' }).waitFor();
  await screenshot(page, 'webhooks-phone-room');
  await openDialog(page, 'Altro', 'Gestisci webhook e bot');
  await page.getByText('10 di 10').waitFor();
  expect([await overflowOf(page), await findSerious(page)]).toEqual([0, []]);
  await screenshot(page, 'webhooks-phone');
  await page.getByRole('button', { name: 'Azioni per Ticket' }).click();
  await page.getByRole('menuitem', { name: 'Nuovo URL' }).click();
  await page.getByRole('button', { name: 'Crea nuovo URL' }).click();
  await page.getByLabel('Comando per un terminale').waitFor();
  expect(await overflowOf(page)).toBe(0);
  await screenshot(page, 'webhooks-phone-url');
  await page.context().close();
});
