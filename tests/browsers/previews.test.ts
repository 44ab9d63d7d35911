import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChannelId } from '@carillon/kernel/ids.js';
import * as chat from '@carillon/wire/rest/chat.js';
import { PageServer } from '@carillon/testkit/page-server.js';
import { createWorld, joinColleague, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';
import { chromiumHere, findSerious, launchForPages, openProfile, screenshot, takeSession } from './chromium.js';

/** What links lead to and what moves, as people see it. */

let world: World;
let olga: TestPerson;
let anna: TestPerson;
let browser: Browser;
let room: ChannelId;
const server = new PageServer();
let count = 0;

beforeAll(async () => {
  if (!chromiumHere) return;
  await server.listen();
  world = await createWorld(['--link-previews', 'on', '--preview-private-addresses']);
  olga = await setUpOwner(world);
  anna = await joinColleague(world, olga, 'Anna Able');
  room = (await olga.call(chat.createRoom, { body: { name: 'Hall', personIds: [anna.me.id] } })).channel.id;
  const picture = await sharp({ create: { width: 1_200, height: 630, channels: 3, background: '#b0563a' } }).jpeg().toBuffer();
  server.file('/bells.jpg', 'image/jpeg', picture);
  server.page('/bells', '<meta property="og:title" content="How the bells of a carillon are cast and tuned, from the first drawing to the tower"><meta property="og:description" content="A visit to the foundry: clay, bronze, a day of cooling, and a lathe that takes away a tenth of a millimetre until five partials agree. With pictures."><meta property="og:site_name" content="The Foundry"><meta property="og:image" content="/bells.jpg">');
  server.page('/plain', '<title>averylongwordwithoutanybreak-averylongwordwithoutanybreak-averylongwordwithoutanybreak</title><meta name="description" content="averylongwordwithoutanybreakaverylongwordwithoutanybreakaverylongwordwithoutanybreakaverylongword">');
  server.page('/rtl', '<title>أجراس المدينة القديمة</title><meta name="description" content="كيف تُصنع الأجراس">');
  server.file('/ring.gif', 'image/gif', await movingPicture());
  browser = await launchForPages();
});
afterAll(async () => {
  server.close();
  await browser?.close();
  await world?.stop();
});

/** Four frames of 320 x 200, each of another colour. */
async function movingPicture(): Promise<Buffer> {
  const frames = [[11, 107, 107], [176, 86, 58], [118, 89, 168], [140, 105, 31]].map(colour => Buffer.alloc(320 * 200 * 3, Buffer.from(colour)));
  return sharp(Buffer.concat(frames), { raw: { width: 320, height: 800, channels: 3, pageHeight: 200 } }).gif({ delay: [200, 200, 200, 200] }).toBuffer();
}

/** The room, from its newest message on: everything before is read. */
async function openAs(who: TestPerson, options: Parameters<typeof openProfile>[1]): Promise<Page> {
  const { channel } = await who.call(chat.getChannel, { params: { channelId: room } });
  await who.call(chat.markRead, { params: { channelId: room }, body: { ordinal: channel.messageCount } });
  const page = await openProfile(browser, options);
  await takeSession(page, world.url, who);
  await page.goto(`${world.url}/chat/${room}`);
  await page.locator('.timeline').waitFor();
  return page;
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await findSerious(page)).toEqual([]);
}

const say = (content: string) => olga.call(chat.sendMessage, { params: { channelId: room }, body: { clientToken: `preview-${String(++count).padStart(6, '0')}`, content } });
/** How far the list is from its end, in pixels. */
const fromEnd = (page: Page) => page.locator('.timeline').evaluate(list => Math.round(list.scrollHeight - list.scrollTop - list.clientHeight));
/** Where a message stands on the screen. */
const placeOf = async (page: Page, text: string) => Math.round((await page.locator('.message', { hasText: text }).first().boundingBox())?.y ?? Number.NaN);

test.skipIf(!chromiumHere)('a link that is pasted gets its card on another person’s page, in Italian, without asking the site from there', async () => {
  for (let i = 1; i <= 30; i++) await say(`Line ${i}`);
  const [mine, hers] = [await openAs(olga, {}), await openAs(anna, { locale: 'it-IT', colorScheme: 'dark' })];
  const outside: string[] = [];
  hers.on('request', request => void (request.url().startsWith(server.origin) && outside.push(request.url())));
  await hers.getByText('Line 30', { exact: true }).waitFor();
  await mine.getByRole('textbox', { name: 'Write to Hall' }).fill(`Read this: ${server.origin}/bells`);
  await mine.keyboard.press('Enter');
  await hers.locator('.message', { hasText: 'Read this' }).waitFor();
  await world.runJobs();
  const card = hers.locator('.link-card');
  await card.getByText('The Foundry', { exact: true }).waitFor();
  // Whoever was at the end still is, with the card in view.
  await expect.poll(() => fromEnd(hers)).toBeLessThan(2);
  expect(await card.getByRole('link', { name: /How the bells/ }).getAttribute('href')).toBe(`${server.origin}/bells`);
  await expect.poll(() => card.locator('img').evaluate(image => (image as HTMLImageElement).naturalWidth)).toBe(400);
  await say(`${server.origin}/plain`);
  await say(`${server.origin}/rtl`);
  await world.runJobs();
  await hers.locator('.link-card').nth(2).waitFor();
  await expectAccessible(hers);
  await screenshot(hers, 'previews-card-dark-it');
  await screenshot(mine, 'previews-card-light');
  expect(outside).toEqual([]);
  for (const page of [mine, hers]) await page.context().close();
});

test.skipIf(!chromiumHere)('a card that comes while one reads above moves nothing', async () => {
  const { message } = await say(`Late one: ${server.origin}/bells?late`);
  server.answer('/bells?late', response => void response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Late</title><meta name="description" content="Comes late">'));
  for (let i = 1; i <= 35; i++) await say(`Below ${i}`);
  const page = await openAs(olga, {});
  await page.getByText('Below 35', { exact: true }).waitFor();
  const list = page.locator('.timeline');
  // The late one is above what is read, and drawn already.
  await list.hover();
  await page.mouse.wheel(0, -150);
  await page.getByText('Below 28', { exact: true }).waitFor();
  await expect.poll(() => fromEnd(page)).toBeGreaterThan(100);
  // A wheel's way takes a moment; it is over when the list stands where it stood.
  let before = Number.NaN;
  await expect.poll(async () => before === (before = await placeOf(page, 'Below 28'))).toBe(true);
  await world.runJobs();
  await expect.poll(async () => (await anna.call(chat.listMessages, { params: { channelId: room } })).messages.find(one => one.id === message.id)?.preview?.title).toBe('Late');
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await placeOf(page, 'Below 28')).toBe(before);
  await page.mouse.wheel(0, -400);
  await page.locator('.link-card', { hasText: 'Comes late' }).waitFor();
  await page.context().close();
});

test.skipIf(!chromiumHere)('a GIF, linked or attached, moves until it is paused; for whoever asks for less motion it stands until it is played', async () => {
  await say(`${server.origin}/ring.gif`);
  const { attachment } = await olga.call(chat.uploadAttachment, { params: { channelId: room }, query: { name: 'bell.gif' }, bytes: await movingPicture() });
  await olga.call(chat.sendMessage, { params: { channelId: room }, body: { clientToken: 'an-attached-gif', content: '', attachmentIds: [attachment.id] } });
  await world.runJobs();
  const [lively, calm] = [await openAs(anna, { reducedMotion: 'no-preference' }), await openAs(anna, { reducedMotion: 'reduce', locale: 'it-IT', colorScheme: 'dark', viewport: { width: 390, height: 844 } })];
  const sources = (page: Page) => page.locator('.picture-view img').evaluateAll(images => images.map(image => /(moving|preview|attachments\/[^/]+)$/.exec((image as HTMLImageElement).src)?.[1]?.replace(/\/.*/, '')));
  await expect.poll(() => sources(lively)).toEqual(['moving', 'attachments']);
  await lively.getByRole('button', { name: 'Pause ring.gif' }).click();
  await lively.getByRole('button', { name: 'Pause bell.gif' }).click();
  await expect.poll(() => sources(lively)).toEqual(['preview', 'preview']);
  await lively.getByRole('button', { name: 'Play ring.gif' }).waitFor();
  await calm.getByRole('button', { name: 'Riproduci ring.gif' }).waitFor();
  expect(await sources(calm)).toEqual(['preview', 'preview']);
  await expectAccessible(calm);
  await screenshot(calm, 'previews-gif-phone-it');
  await calm.getByRole('button', { name: 'Riproduci ring.gif' }).focus();
  await calm.keyboard.press('Enter');
  await expect.poll(() => sources(calm)).toEqual(['moving', 'preview']);
  await expectAccessible(lively);
  await screenshot(lively, 'previews-gif');
  for (const page of [lively, calm]) await page.context().close();
});

test.skipIf(!chromiumHere)('whoever hides previews on a device sees the links alone there', async () => {
  const page = await openAs(anna, {});
  await page.locator('.picture-card').first().waitFor();
  await page.goto(`${world.url}/settings`);
  await page.getByText('Hide', { exact: true }).click();
  await screenshot(page, 'previews-setting');
  await page.goto(`${world.url}/chat/${room}`);
  await page.getByText('ring.gif').first().waitFor();
  expect(await page.locator('.link-card').count()).toBe(0);
  expect(await page.getByRole('button', { name: /ring\.gif/ }).count()).toBe(0);
  await page.context().close();
});
