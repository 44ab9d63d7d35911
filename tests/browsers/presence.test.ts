import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as chat from '@carillon/wire/rest/chat.js';
import * as identity from '@carillon/wire/rest/identity.js';
import { createWorld, joinColleague, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';
import { chromiumHere, launchForPages, openProfile, screenshot, signIn } from './chromium.js';

let world: World;
let olga: TestPerson;
let anna: TestPerson;
let browser: Browser;

beforeAll(async () => {
  if (!chromiumHere) return;
  world = await createWorld();
  olga = await setUpOwner(world);
  anna = await joinColleague(world, olga, 'Anna Able');
  await olga.call(chat.openConversation, { body: { personIds: [anna.me.id] } });
  browser = await launchForPages();
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

test.skipIf(!chromiumHere)('presence and a status message are set at one’s picture and stand in words where the other looks', async () => {
  const page = await openProfile(browser, { colorScheme: 'dark' });
  await signIn(page, world.url, { email: olga.me.email, password: olga.password });
  const socket = await anna.connect();
  await anna.call(identity.setStatus, { body: { mode: 'dnd', message: { kind: 'commuting', text: null, until: null } } });
  await page.goto(`${world.url}/contacts`);
  await page.getByText('Do not disturb · Commuting').waitFor();
  await anna.call(identity.setStatus, { body: { mode: 'automatic' } });
  await page.getByText('Available · Commuting').waitFor();
  await page.getByRole('button', { name: /Olga Owner, Available, your menu/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Busy' }).waitFor();
  await screenshot(page, 'presence-menu');
  await page.getByRole('menuitemcheckbox', { name: 'Busy' }).click();
  await page.getByRole('button', { name: /Olga Owner, Busy, your menu/ }).click();
  await page.getByRole('menuitem', { name: 'Status message…' }).click();
  await page.getByText('My own words').click();
  await page.getByLabel('Your message').fill('Writing a thesis');
  await page.getByLabel('Clear it').selectOption('hour');
  await screenshot(page, 'presence-dialog');
  await page.setViewportSize({ width: 360, height: 740 });
  await screenshot(page, 'presence-dialog-360');
  await page.getByRole('button', { name: 'Save' }).click();
  socket.send({ t: 'watch', people: [olga.me.id] });
  expect(await socket.next(push => push.t === 'presence' && push.people[0]?.message?.kind === 'own')).toMatchObject({ people: [{ state: 'busy', message: { text: 'Writing a thesis' } }] });
  await page.getByRole('button', { name: /Olga Owner, Busy, your menu/ }).click();
  await page.getByRole('menuitem', { name: 'Writing a thesis' }).waitFor();
  await screenshot(page, 'presence-menu-360');
  socket.close();
});
