import * as chime from '@aws-sdk/client-chime';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientConfig, createAdministratorKey } from '@carillon/testkit/aws.js';
import { BotServer } from '@carillon/testkit/bot-server.js';
import { createWorld, joinColleague, setUpOwner, verifyDomain, type TestPerson, type World } from '@carillon/testkit/world.js';
import * as chat from '@carillon/wire/rest/chat.js';
import { chromiumHere, findSerious, launchForPages, openProfile, overflowOf, screenshot, takeSession } from './chromium.js';

/** A bot as people meet it: added by its address, mentioned, answering, stopped and removed. */

const server = new BotServer();
let world: World;
let olga: TestPerson;
let anna: TestPerson;
let client: chime.ChimeClient;
let browser: Browser;

beforeAll(async () => {
  if (!chromiumHere) return;
  await server.listen();
  world = await createWorld(['--bots-allow-hosts', 'localhost', '--bots-ca-file', server.caFile]);
  olga = await setUpOwner(world);
  anna = await joinColleague(world, olga, 'Anna Able');
  client = new chime.ChimeClient(clientConfig(world, await createAdministratorKey(world)));
  await verifyDomain(world, olga);
  browser = await launchForPages();
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
  server.close();
});

interface Words { more: string; manage: string; address: string; add: string; unknown: RegExp; unreachable: RegExp; stopped: RegExp; remove: string; removeNow: string }
const WORDS: Record<'en-GB' | 'it-IT', Words> = {
  'en-GB': { more: 'More', manage: 'Manage webhooks and bots', address: 'Bot’s email address', add: 'Add bot', unknown: /No bot of this room’s account/, unreachable: /has not been set up yet/, stopped: /is stopped/, remove: 'Remove ', removeNow: 'Remove bot' },
  'it-IT': { more: 'Altro', manage: 'Gestisci webhook e bot', address: 'Indirizzo e-mail del bot', add: 'Aggiungi bot', unknown: /Nessun bot dell’account/, unreachable: /non è ancora configurato/, stopped: /è stato interrotto/, remove: 'Rimuovi ', removeNow: 'Rimuovi bot' },
};

async function write(page: Page, text: string): Promise<void> {
  await page.locator('.composer textarea').pressSequentially(text);
}

test.skipIf(!chromiumHere).each([['en-GB', 1280, 'light'], ['it-IT', 360, 'dark']] as const)('BOT-03 BOT-08 BOT-13 in %s at %d px an administrator adds a bot, a member mentions it and reads its answer; stopped it takes no mention, and is removed', async (locale, width, colorScheme) => {
  const words = WORDS[locale];
  const AccountId = olga.me.account!.id;
  const bot = (await client.send(new chime.CreateBotCommand({ AccountId, DisplayName: `Helper-${locale}`, Domain: 'acme.example' }))).Bot!;
  const room = (await olga.call(chat.createRoom, { body: { name: `Desk ${locale}`, personIds: [anna.me.id] } })).channel.id;
  const page = await openProfile(browser, { locale, viewport: { width, height: 800 }, colorScheme });
  await takeSession(page, world.url, olga);
  await page.goto(`${world.url}/chat/${room}`);
  await page.locator('.conversation-head').getByRole('button', { name: words.more }).click();
  await page.getByRole('menuitem', { name: words.manage }).click();
  const dialog = page.getByRole('dialog');
  const add = async (email: string): Promise<void> => {
    await dialog.getByLabel(words.address).fill(email);
    await dialog.getByRole('button', { name: words.add }).click();
  };
  await add('nobody-chimebot@acme.example');
  await dialog.getByText(words.unknown).waitFor();
  await add(bot.BotEmail!);
  await dialog.getByText(words.unreachable).waitFor();
  await client.send(new chime.PutEventsConfigurationCommand({ AccountId, BotId: bot.BotId, OutboundEventsHTTPSEndpoint: server.answer(`/${locale}`) }));
  await add(bot.BotEmail!);
  await dialog.getByText(bot.BotEmail!).waitFor();
  expect(await findSerious(page)).toEqual([]);
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  await screenshot(page, `bots-dialog-${locale}`);
  await page.keyboard.press('Escape');

  await write(page, `@helper`);
  await page.getByRole('option', { name: new RegExp(bot.DisplayName!) }).waitFor();
  await page.keyboard.press('Enter');
  await write(page, 'what can you do?');
  await page.keyboard.press('Enter');
  await page.locator('.mention', { hasText: `@${bot.DisplayName}` }).waitFor();
  await world.runJobs();
  await expect.poll(() => server.events(`/${locale}`).map(event => event.EventType)).toEqual(['Invite', 'Mention']);
  const mention = server.events(`/${locale}`)[1]!;
  expect(mention.Message).toBe(`@${bot.DisplayName}@acme.example what can you do?`);
  // Its address is the public one; here that is where the world listens.
  const reply = new URL(mention.InboundHttpsEndpoint!.Url);
  expect((await fetch(`${world.url}${reply.pathname}${reply.search}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ Content: 'I **help**.' }) })).status).toBe(200);
  await page.locator('.message-name', { hasText: bot.DisplayName! }).waitFor();
  await page.locator('.message strong', { hasText: 'help' }).waitFor();
  expect(await findSerious(page)).toEqual([]);
  await screenshot(page, `bots-answer-${locale}`);

  await client.send(new chime.UpdateBotCommand({ AccountId, BotId: bot.BotId, Disabled: true }));
  await write(page, '@helper');
  await page.getByRole('option', { name: new RegExp(bot.DisplayName!) }).waitFor();
  await page.keyboard.press('Enter');
  await write(page, 'still there?');
  await page.keyboard.press('Enter');
  await page.getByText(words.stopped).first().waitFor();
  await screenshot(page, `bots-stopped-${locale}`);

  await page.locator('.conversation-head').getByRole('button', { name: words.more }).click();
  await page.getByRole('menuitem', { name: words.manage }).click();
  await dialog.getByRole('button', { name: `${words.remove}${bot.DisplayName}` }).click();
  await dialog.getByRole('button', { name: words.removeNow }).click();
  // A stopped bot's row has no address to wait for.
  await dialog.getByRole('button', { name: `${words.remove}${bot.DisplayName}` }).waitFor({ state: 'hidden' });
  expect((await client.send(new chime.ListRoomMembershipsCommand({ AccountId, RoomId: room }))).RoomMemberships?.map(one => one.Member?.MemberType)).not.toContain('Bot');
  await page.context().close();
});
