import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser as Chromium } from 'playwright-core';
import * as wire from '@carillon/wire/rest/console.js';
import { createAdministratorKey, signedFetch } from '@carillon/testkit/aws.js';
import type { Browser } from '@carillon/testkit/browser.js';
import { perform, signInAsRoot } from '@carillon/testkit/console.js';
import { createWorld, PASSWORD, setUpOwner, type World } from '@carillon/testkit/world.js';
import { chromiumHere, findSerious, launchForPages, screenshot } from './chromium.js';
import { ConsolePages } from './console-page.js';
import { consoleWords, IN_ITALIAN } from './console-words.js';

/** The event history: what was done from the console and from code, found by each of its filters, with the whole record. */

let world: World;
let chromium: Chromium;
let root: Browser;
const asRoot = { as: 'root', email: 'olga@acme.example', password: PASSWORD } as const;
const CREATED = 60;

beforeAll(async () => {
  world = await createWorld();
  world.clock.advance(Math.max(0, Date.now() - world.clock.now()));
  await setUpOwner(world);
  ({ root } = await signInAsRoot(world));
  await world.browser().call(wire.signInToConsole, { body: { ...asRoot, password: 'not the password' } }).catch(() => undefined);
  const key = await createAdministratorKey(world);
  await signedFetch(world, key, { method: 'GET', path: '/accounts' });
  world.clock.advance(1_000);
  for (let count = 0; count < CREATED; count++) await perform(root, 'iam:CreateUser', { UserName: `user-${count}` });
  world.clock.advance(1_000);
  await perform(root, 'CreateAccount', { Name: 'Second' });
  if (chromiumHere) chromium = await launchForPages();
});
afterAll(async () => {
  await chromium?.close();
  await world.stop();
});

test.skipIf(!chromiumHere).each(IN_ITALIAN)('CTR-01 CTR-02 CTR-03 every call is there, newest first, in pages, found by its filters, with the whole record; sign-ins too (%s)', async language => {
  const t = consoleWords(language);
  const page = await new ConsolePages(chromium).open(world.url, '/event-history', { language, device: root, now: world.clock.now() });
  const filterBy = async (attribute: string): Promise<void> => {
    await page.getByRole('button', { name: t('events.attribute') }).click();
    await page.getByRole('option', { name: t(`events.attributes.${attribute}`), exact: true }).click();
  };
  const rows = page.locator('tbody tr');
  await page.getByRole('button', { name: `${t('events.open')} CreateUser` }).first().waitFor();
  expect(await findSerious(page)).toEqual([]);
  await screenshot(page, `events-${language}`);
  expect(await rows.count()).toBe(50);
  await page.getByRole('button', { name: t('events.older') }).click();
  await expect.poll(() => rows.count()).toBeGreaterThan(50);

  await filterBy('EventName');
  await page.getByRole('searchbox', { name: t('events.value') }).fill('CreateAccount');
  await expect.poll(() => rows.count()).toBe(1);
  await page.getByRole('button', { name: `${t('events.open')} CreateAccount` }).click();
  const record = JSON.parse((await page.getByRole('dialog').locator('pre').textContent())!) as Record<string, unknown>;
  expect(record).toMatchObject({ eventSource: 'chime.amazonaws.com', eventName: 'CreateAccount', userIdentity: { type: 'Root' }, sourceIPAddress: '127.0.0.1', requestParameters: { name: 'Second' } });
  expect(await findSerious(page)).toEqual([]);
  await screenshot(page, `event-${language}`);
  await page.getByRole('dialog').getByRole('button', { name: t('frame.close'), exact: true }).last().click();

  await page.getByRole('searchbox', { name: t('events.value') }).fill('ConsoleLogin');
  await page.getByText(t('events.failed'), { exact: true }).first().waitFor();
  await page.getByText(t('events.done'), { exact: true }).first().waitFor();
  const { Events } = (await perform(root, 'cloudtrail:LookupEvents', { LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'ConsoleLogin' }] })) as never as { Events: unknown[] };
  await expect.poll(() => rows.count()).toBe(Events.length);

  await filterBy('ReadOnly');
  await page.getByRole('button', { name: t('events.value') }).click();
  await page.getByRole('option', { name: t('events.readOnly.true') }).click();
  await page.getByRole('button', { name: `${t('events.open')} ListAccounts` }).first().waitFor();
  await filterBy('AccessKeyId');
  await page.getByRole('searchbox', { name: t('events.value') }).fill('AKIANOTHINGLIKETHIS1');
  await page.getByText(t('events.none')).waitFor();
});
