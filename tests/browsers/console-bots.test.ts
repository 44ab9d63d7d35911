import type { Browser as Chromium, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ChannelId } from '@carillon/kernel/ids.js';
import { BotServer, isSigned } from '@carillon/testkit/bot-server.js';
import type { Browser as Device } from '@carillon/testkit/browser.js';
import { addAdministrator, perform, signInAsRoot } from '@carillon/testkit/console.js';
import { createWorld, setUpOwner, verifyDomain, type TestPerson, type World } from '@carillon/testkit/world.js';
import * as bots from '@carillon/wire/rest/bots.js';
import * as chat from '@carillon/wire/rest/chat.js';
import { chromiumHere, findSerious, launchForPages, overflowOf, screenshot } from './chromium.js';
import { ConsolePages, type Visit } from './console-page.js';
import { consoleWords } from './console-words.js';

/** Bots in the console: made, told where their events go, stopped, given a new token; and what they were told. Every other path in Italian. */

const server = new BotServer();
let world: World;
let olga: TestPerson;
let chromium: Chromium;
let pages: ConsolePages;
let root: Device;
let AccountId: string;
let counter = 0;

beforeAll(async () => {
  if (!chromiumHere) return;
  await server.listen();
  chromium = await launchForPages();
  pages = new ConsolePages(chromium);
});
afterAll(async () => {
  await chromium?.close();
  server.close();
});
beforeEach(async () => {
  if (!chromiumHere) return;
  server.received.length = 0;
  world = await createWorld(['--bots-allow-hosts', 'localhost', '--bots-ca-file', server.caFile]);
  olga = await setUpOwner(world);
  AccountId = olga.me.account!.id;
  await verifyDomain(world, olga);
  ({ root } = await signInAsRoot(world));
  return () => world.stop();
}, 60_000);

interface Bot { BotId: string; BotEmail: string; Disabled: boolean; SecurityToken: string }
interface Delivery { DeliveryId: string; EventType: string; State: string; Attempts?: { StatusCode?: number }[]; RedeliveryOf?: string }

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };
const open = (path: string, visit: Visit = {}): Promise<Page> => pages.open(world.url, `/accounts/${AccountId}${path}`, { device: root, ...visit });
const createBot = async (DisplayName: string) => (await perform<{ Bot: Bot }>(root, 'CreateBot', { AccountId, DisplayName, Domain: 'acme.example' })).Bot;
const setUp = (BotId: string, path: string) => perform(root, 'PutEventsConfiguration', { AccountId, BotId, OutboundEventsHTTPSEndpoint: server.answer(path) });
const deliveriesOf = async (BotId: string) => (await perform<{ BotDeliveries: Delivery[] }>(root, 'RetrieveBotDeliveries', { AccountId, BotId })).BotDeliveries;
const roomWith = async (bot: Bot): Promise<ChannelId> => {
  const { channel } = await olga.call(chat.createRoom, { body: { name: 'Desk', personIds: [] } });
  await olga.call(bots.addRoomBot, { params: { channelId: channel.id }, body: { email: bot.BotEmail } });
  return channel.id;
};
const mention = (bot: Bot, channelId: ChannelId, text: string) => olga.call(chat.sendMessage, { params: { channelId }, body: { clientToken: `console-${String(++counter).padStart(6, '0')}`, content: `<@${bot.BotId}|bot> ${text}` } });

/** The page as it is now, on a desk by day and on a telephone at night: nothing serious, nothing beside the screen. What stands at `from` is brought up for its picture. */
async function look(page: Page, name: string, from?: Locator): Promise<void> {
  for (const [size, viewport, colorScheme] of [['desk', DESK, 'light'], ['phone', PHONE, 'dark']] as const) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await from?.evaluate(one => one.scrollIntoView());
    await screenshot(page, `console-bots-${name}-${size}-${colorScheme}`);
    // The closed menu's element is Cloudscape's own.
    expect((await findSerious(page)).filter(one => !one.includes('awsui_mobile-toolbar-nav')), `${name} ${size}`).toEqual([]);
    expect(await overflowOf(page), `${name} ${size}`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(DESK);
  await page.emulateMedia({ colorScheme: 'light' });
}

const isOff = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().evaluate(one => one.getAttribute('aria-disabled') === 'true' || (one as HTMLButtonElement).disabled);

test.skipIf(!chromiumHere)('BOT-01 BOT-02 BOT-06 BOT-07 BOT-08 BOT-09 BOT-10 BOT-12 a bot is made, its token shown once, and its endpoint refused in words until it repeats the challenge (en)', async () => {
  const t = consoleWords('en');
  const page = await open('/users');
  await page.getByRole('link', { name: t('frame.nav.bots'), exact: true }).click();
  await page.getByText(t('bots.none')).waitFor();
  await look(page, 'none');
  await page.getByRole('button', { name: t('bots.create') }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /acme\.example/ }).waitFor();
  await dialog.getByLabel(t('bots.name')).fill('x'.repeat(56));
  await dialog.getByText(t('bots.nameLong', { max: 55 })).waitFor();
  await dialog.getByLabel(t('bots.name')).fill('Help desk');
  await look(page, 'create');
  await dialog.getByRole('button', { name: t('bots.create') }).click();
  await dialog.getByText(t('bots.tokenOnce')).waitFor();
  const { Bots: [made] } = await perform<{ Bots: Bot[] }>(root, 'ListBots', { AccountId });
  for (const value of [made!.BotId, made!.BotEmail]) await dialog.getByText(value, { exact: true }).waitFor();
  await dialog.getByRole('button', { name: `${t('frame.copy')} SecurityToken` }).click();
  const token = await page.evaluate(() => navigator.clipboard.readText());
  expect(token).toMatch(/^[\w-]{40}$/);
  await look(page, 'made');
  await dialog.getByRole('button', { name: t('frame.close') }).last().click();
  await page.getByText(`(${t('bots.count', { used: 1, max: 10 })})`).waitFor();
  await page.getByRole('row', { name: /Help desk/ }).getByText(t('bots.notSetUp')).waitFor();

  await page.getByRole('link', { name: 'Help desk' }).click();
  await page.getByText(t('bots.notDeleted')).waitFor();
  await page.getByText(t('bots.notSetUpText')).waitFor();
  expect(await page.getByText(token).count()).toBe(0);
  await look(page, 'new');
  const url = server.answer('/help', () => ({ status: 500 }));
  await page.getByRole('button', { name: t('bots.setUp') }).click();
  await dialog.getByRole('radio', { name: t('bots.lambda') }).check();
  await dialog.getByRole('textbox', { name: t('bots.lambdaArn') }).fill('arn:aws:lambda:eu-south-1:123456789012:function:help');
  await dialog.getByRole('button', { name: t('bots.verifyAndSave') }).click();
  await dialog.getByText(/This server is not connected to Lambda\./).waitFor();
  await dialog.getByRole('radio', { name: t('bots.https') }).check();
  await dialog.getByRole('textbox', { name: t('bots.httpsAddress') }).fill(url);
  await dialog.getByRole('button', { name: t('bots.verifyAndSave') }).click();
  await dialog.getByText(/could not be verified\. It answered 500 instead of 200\./).waitFor();
  await look(page, 'refused');
  server.answer('/help');
  await dialog.getByRole('button', { name: t('bots.verifyAndSave') }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(url, { exact: true }).waitFor();
  expect(await perform(root, 'GetEventsConfiguration', { AccountId, BotId: made!.BotId })).toMatchObject({ EventsConfiguration: { OutboundEventsHTTPSEndpoint: url } });
  expect(server.received.every(request => isSigned(request, token))).toBe(true);
  await page.getByRole('button', { name: t('bots.change') }).waitFor();
});

test.skipIf(!chromiumHere)('BOT-16 BOT-17 BOT-19 BEV-01 BEV-02 the log has what a bot was told with every try and its answer; what failed is found and sent again (it)', async () => {
  const t = consoleWords('it');
  const bot = await createBot('Aiuto');
  await setUp(bot.BotId, '/log');
  const statuses = [503, 503, 200, 404];
  server.answer('/log', () => ({ status: statuses.shift() ?? 200 }));
  const channelId = await roomWith(bot);
  await mention(bot, channelId, 'quanto manca?');
  await world.runJobs();
  const page = await open(`/bots/${bot.BotId}`, { language: 'it' });
  await page.getByText('503 → 503 → 200').waitFor();
  const failed = page.getByRole('row', { name: /Menzione/ });
  await failed.getByText(t('bots.causes.answered', { status: 404 })).waitFor();
  await page.getByText('Desk', { exact: true }).first().waitFor();
  await failed.getByText(olga.me.email).waitFor();
  await look(page, 'log', page.getByRole('heading', { name: t('bots.deliveries') }));

  await page.getByRole('button', { name: t('bots.filters.Failed'), exact: true }).click();
  await page.getByText('503 → 503 → 200').waitFor({ state: 'hidden' });
  await failed.getByRole('button', { name: /mostra$/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('quanto manca?').waitFor();
  await dialog.getByRole('row', { name: /404/ }).waitFor();
  await look(page, 'delivery');
  await dialog.getByRole('button', { name: t('bots.sendAgain') }).click();
  await page.getByText(t('bots.sentAgain')).waitFor();
  await world.runJobs();
  await page.getByRole('button', { name: t('bots.filters.All'), exact: true }).click();
  await page.getByRole('button', { name: t('bots.refresh') }).click();
  await page.getByRole('row', { name: new RegExp(t('bots.isAgain')) }).getByText(t('bots.states.Delivered')).waitFor();
  const [again, first] = await deliveriesOf(bot.BotId);
  expect(again).toMatchObject({ EventType: 'Mention', State: 'Delivered', RedeliveryOf: first!.DeliveryId });
  const events = server.events('/log').filter(event => event.EventType === 'Mention');
  expect(events.map(event => event.EventTimestamp)).toEqual([events[0]!.EventTimestamp, events[0]!.EventTimestamp]);
  await look(page, 'sent-again');

  await page.getByRole('row', { name: /503/ }).getByRole('button', { name: /mostra$/ }).click();
  expect(await dialog.getByRole('row').filter({ hasText: /\d ms$/ }).count()).toBe(3);
});

test.skipIf(!chromiumHere)('a long log is read page by page, and what waits for the bot is looked at again until it was told (en)', async () => {
  const t = consoleWords('en');
  const bot = await createBot('Busy');
  await setUp(bot.BotId, '/busy');
  await roomWith(bot);
  await world.runJobs();
  const [{ DeliveryId }] = await deliveriesOf(bot.BotId) as [Delivery];
  for (let n = 0; n < 29; n++) await perform(root, 'RedeliverBotEvent', { AccountId, BotId: bot.BotId, DeliveryId });
  const page = await open(`/bots/${bot.BotId}`);
  await page.getByText('(25+)').waitFor();
  await page.getByRole('button', { name: t('bots.older') }).click();
  await page.getByText('(30)').waitFor();
  await page.getByRole('button', { name: t('bots.filters.Pending'), exact: true }).click();
  await page.getByText('(25+)').waitFor();
  expect(await page.getByRole('row').filter({ hasText: t('bots.sendAgain') }).first().getByRole('button', { name: new RegExp(`^${t('bots.sendAgain')}`) }).getAttribute('aria-disabled')).toBe('true');
  await world.runJobs();
  // It is looked at again by itself while something waits.
  await page.getByText(t('bots.noneOfState')).waitFor({ timeout: 15_000 });
  await page.getByRole('button', { name: t('frame.clearFilter') }).click();
  await page.getByText('(30)').waitFor();
  await expect.poll(() => page.getByRole('row').filter({ hasText: t('bots.states.Delivered') }).count()).toBe(30);
  expect(server.requests('/busy')).toHaveLength(30);
});

test.skipIf(!chromiumHere)('BOT-03 BOT-10 BOT-19 a bot is stopped and started once one has read what that does, gets a new token, and loses its endpoint (it)', async () => {
  const t = consoleWords('it');
  const bot = await createBot('Aiuto');
  await setUp(bot.BotId, '/turn');
  const channelId = await roomWith(bot);
  await world.runJobs();
  const page = await open(`/bots/${bot.BotId}`, { language: 'it' });
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: t('bots.stop'), exact: true }).click();
  for (const effect of ['mentions', 'waiting', 'answers', 'seats']) await dialog.getByText(t(`bots.stopEffects.${effect}`)).waitFor();
  await look(page, 'stop');
  await dialog.getByRole('button', { name: t('bots.stop') }).click();
  await page.getByText(t('bots.isStoppedText')).waitFor();
  expect((await perform<{ Bot: Bot }>(root, 'GetBot', { AccountId, BotId: bot.BotId })).Bot.Disabled).toBe(true);
  await expect(mention(bot, channelId, 'ci sei?')).rejects.toThrow();
  await expect.poll(() => page.getByRole('row', { name: /Invito/ }).getByRole('button', { name: new RegExp(t('bots.sendAgain')) }).getAttribute('aria-disabled')).toBe('true');
  await look(page, 'stopped');
  await page.getByRole('button', { name: t('bots.start'), exact: true }).click();
  await dialog.getByText(t('bots.startText')).waitFor();
  await dialog.getByRole('button', { name: t('bots.start') }).click();
  await page.getByText(t('bots.isStoppedText')).waitFor({ state: 'hidden' });

  await page.getByRole('button', { name: t('bots.newToken') }).click();
  await dialog.getByText(t('bots.newTokenText')).waitFor();
  await dialog.getByRole('button', { name: t('bots.regenerate') }).click();
  await dialog.getByText(t('bots.tokenOnce')).waitFor();
  await dialog.getByRole('button', { name: `${t('frame.copy')} SecurityToken` }).click();
  const token = await page.evaluate(() => navigator.clipboard.readText());
  expect(token).not.toBe(bot.SecurityToken);
  await dialog.getByRole('button', { name: t('frame.close') }).last().click();
  await mention(bot, channelId, 'ora sì?');
  await world.runJobs();
  await expect.poll(() => server.requests('/turn').length).toBe(2);
  expect(server.requests('/turn').map(request => isSigned(request, token))).toEqual([false, true]);

  await page.getByRole('button', { name: t('bots.remove') }).click();
  await dialog.getByText(t('bots.removeText')).waitFor();
  await dialog.getByRole('button', { name: t('bots.remove') }).click();
  await page.getByText(t('bots.notSetUpText')).waitFor();
  await expect(perform(root, 'GetEventsConfiguration', { AccountId, BotId: bot.BotId })).rejects.toMatchObject({ status: 404 });
});

test.skipIf(!chromiumHere)('IAM-09 BOT-19 a reader sees the bots, and what is off or hidden names the permission that is missing (en)', async () => {
  const t = consoleWords('en');
  const bot = await createBot('Help desk');
  await setUp(bot.BotId, '/read');
  await roomWith(bot);
  const device = await addAdministrator(world, root, 'reader', 'AmazonChimeReadOnly');
  const page = await open('/bots', { device });
  await page.getByText(server.answer('/read')).waitFor();
  await expect.poll(() => isOff(page, t('bots.create'))).toBe(true);
  await page.getByRole('link', { name: 'Help desk' }).click();
  await page.getByText(t('frame.notPermittedText', { action: 'chime:RetrieveBotDeliveries' })).waitFor();
  for (const name of ['bots.stop', 'bots.newToken', 'bots.change', 'bots.remove']) await expect.poll(() => isOff(page, t(name)), { message: name }).toBe(true);
  await look(page, 'reader');
  for (const [operation, more] of [['UpdateBot', { Disabled: true }], ['RegenerateSecurityToken', {}], ['DeleteEventsConfiguration', {}], ['RetrieveBotDeliveries', {}]] as const) {
    await expect(perform(device, operation, { AccountId, BotId: bot.BotId, ...more }), operation).rejects.toMatchObject({ status: 403, code: 'AccessDenied' });
  }
});

test.skipIf(!chromiumHere)('BOT-02 in a Team account the page says what bots need and leads to the domains (it)', async () => {
  const t = consoleWords('it');
  const { Account } = await perform<{ Account: { AccountId: string } }>(root, 'CreateAccount', { Name: 'Squadra' });
  const page = await pages.open(world.url, `/accounts/${Account.AccountId}/bots`, { language: 'it', device: root });
  await page.getByText(t('bots.enterpriseOnlyText')).waitFor();
  await expect.poll(() => isOff(page, t('bots.create'))).toBe(true);
  await look(page, 'team');
  await page.getByRole('main').getByRole('link', { name: t('bots.toDomains') }).click();
  await page.waitForURL(`**/accounts/${Account.AccountId}/identity/domains`);
});

test.skipIf(!chromiumHere)('BOT-02 ten bots are all there are: another one cannot be asked for (en)', async () => {
  const t = consoleWords('en');
  for (let n = 1; n <= 10; n++) await createBot(n === 10 ? 'A bot whose name takes all of the fifty-five characters' : `Bot ${n}`);
  const page = await open('/bots');
  await page.getByText(`(${t('bots.count', { used: 10, max: 10 })})`).waitFor();
  await expect.poll(() => isOff(page, t('bots.create'))).toBe(true);
  await page.getByText(t('bots.notSetUp')).nth(9).waitFor();
  await look(page, 'ten');
});
