import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as chat from '@carillon/wire/rest/chat.js';
import { createWorld, joinColleague, setUpOwner, signInAgain, type TestPerson, type World } from '@carillon/testkit/world.js';
import { chromiumHere, findSerious, launchForPages, openProfile, overflowOf, screenshot, takeSession } from './chromium.js';

/** What people do all day in chat, in English on a desk and in Italian on a phone: the same steps, named by the words of the language. */

let world: World;
let olga: TestPerson;
let browser: Browser;

beforeAll(async () => {
  if (!chromiumHere) return;
  world = await createWorld();
  olga = await setUpOwner(world);
  browser = await launchForPages();
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

type Words = (key: string, values?: Record<string, string | number>) => string;

function wordsOf(language: 'en' | 'it'): Words {
  const all = JSON.parse(readFileSync(new URL(`../../apps/web/src/locales/${language}.json`, import.meta.url), 'utf8')) as Record<string, unknown>;
  return (key, values = {}) => {
    const text = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], all);
    if (typeof text !== 'string') throw new Error(`There is no text ${key} in ${language}.`);
    return Object.entries(values).reduce((so, [name, value]) => so.replace(`{{${name}}}`, String(value)), text);
  };
}

async function expectAccessible(page: Page, where: string): Promise<void> {
  expect(await findSerious(page), where).toEqual([]);
  expect(await overflowOf(page), `${where} fits`).toBe(0);
}

const field = (page: Page, t: Words, name: string) => page.getByRole('textbox', { name: t('chat.writeTo', { name }), exact: true });
const message = (page: Page, text: string) => page.locator('article', { hasText: text }).last();

async function openChat(who: TestPerson, options: Parameters<typeof openProfile>[1]): Promise<Page> {
  const page = await openProfile(browser, options);
  await takeSession(page, world.url, who);
  await page.goto(`${world.url}/chat`);
  return page;
}

/** Two files let go over the conversation, as from a folder. */
async function dropFiles(page: Page): Promise<void> {
  const files = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['first'], 'plan.txt', { type: 'text/plain' }));
    transfer.items.add(new File(['second'], 'notes.txt', { type: 'text/plain' }));
    return transfer;
  });
  for (const event of ['dragenter', 'dragover', 'drop']) await page.locator('.conversation').dispatchEvent(event, { dataTransfer: files });
}

async function startConversation(page: Page, t: Words, name: string): Promise<void> {
  await page.getByRole('button', { name: t('chat.new'), exact: true }).click();
  await page.getByRole('menuitem', { name: t('chat.newMessage') }).click();
  await page.getByRole('combobox', { name: t('people.who') }).fill(name.split(' ')[0]!);
  await page.getByRole('option', { name }).click();
  await page.getByRole('button', { name: t('chat.start'), exact: true }).click();
}

async function createRoom(page: Page, t: Words, name: string): Promise<void> {
  await page.getByRole('button', { name: t('chat.new'), exact: true }).click();
  await page.getByRole('menuitem', { name: t('chat.newRoom') }).click();
  await page.getByLabel(t('chat.roomName')).fill(name);
  await page.getByRole('button', { name: t('chat.createRoom') }).click();
  await field(page, t, name).waitFor();
}

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const PLACES = [
  { what: 'in English on a desk, in the dark', language: 'en', name: 'Anna Able', options: { locale: 'en-GB', viewport: DESK, colorScheme: 'dark' as const } },
  { what: 'in Italian on a phone', language: 'it', name: 'Dino Dossi', options: { locale: 'it-IT', viewport: PHONE, hasTouch: true, isMobile: true } },
] as const;

for (const { what, language, name, options } of PLACES) {
  test.skipIf(!chromiumHere)(`a day of chat ${what}: a conversation, emoji, files, a quotation, a room with a setting, and what others answer`, async () => {
    const t = wordsOf(language);
    const other = await joinColleague(world, olga, name);
    const me = await signInAgain(world, olga);
    const page = await openChat(me, options);
    const narrow = options.viewport.width < 600;
    await startConversation(page, t, name);
    const composer = field(page, t, name);
    await composer.fill('Is **this** the plan?');
    await page.getByRole('button', { name: t('chat.send'), exact: true }).click();
    await message(page, 'Is this the plan?').locator('strong').waitFor();
    const { channels } = await other.call(chat.listChannels, {});
    const channelId = channels[0]!.id;
    await other.call(chat.sendMessage, { params: { channelId }, body: { clientToken: `daily-answer-${channelId}`, content: 'It is, nearly' } });
    await message(page, 'It is, nearly').waitFor();
    await expectAccessible(page, 'conversation');

    await page.getByRole('button', { name: t('emoji.title') }).click();
    await page.getByRole('textbox', { name: t('emoji.search') }).fill(language === 'en' ? 'red heart' : 'cuore rosso');
    await page.locator('.emoji-grid').getByRole('button').first().waitFor();
    await screenshot(page, `daily-${language}-${options.viewport.width}-emoji`);
    await page.locator('.emoji-grid').getByRole('button').first().click();
    await expect.poll(() => composer.inputValue()).toMatch(/❤/);
    await dropFiles(page);
    await page.getByText('notes.txt').first().waitFor();
    await expect.poll(() => page.getByRole('button', { name: t('chat.send'), exact: true }).getAttribute('aria-disabled')).toBe('false');
    await screenshot(page, `daily-${language}-${options.viewport.width}-files`);
    await composer.press('Enter');
    await message(page, 'plan.txt').getByText('notes.txt').waitFor();

    const answer = message(page, 'It is, nearly');
    if (narrow) await answer.tap();
    else await answer.hover();
    await answer.getByRole('button', { name: t('chat.quote'), exact: true }).first().click();
    await composer.fill('What is missing?');
    await composer.press('Enter');
    await message(page, 'What is missing?').locator('.quote', { hasText: 'It is, nearly' }).waitFor();
    await expectAccessible(page, 'quotation');
    await screenshot(page, `daily-${language}-${options.viewport.width}-conversation`);

    if (narrow) await page.getByRole('link', { name: t('chat.back') }).click();
    await createRoom(page, t, `Plan ${name}`);
    await page.locator('.conversation-head').getByRole('button', { name: t('act.more') }).click();
    await page.getByRole('menuitem', { name: t('rooms.settings') }).click();
    const level = page.getByLabel(t('rooms.desktop'));
    await level.selectOption('mentions');
    expect(await level.inputValue()).toBe('mentions');
    await expect.poll(async () => (await me.call(chat.listChannels, {})).channels.find(one => one.name === `Plan ${name}`)?.settings.desktop).toBe('mentions');
    await screenshot(page, `daily-${language}-${options.viewport.width}-settings`);
    await expectAccessible(page, 'settings');
    await page.keyboard.press('Escape');
    if (narrow) await page.getByRole('link', { name: t('chat.back') }).click();
    await page.getByRole('link', { name: `Plan ${name}` }).first().waitFor();
    await expectAccessible(page, 'list');
    await screenshot(page, `daily-${language}-${options.viewport.width}-list`);
    await page.context().close();
  });
}
