import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type ServerProcess } from '@carillon/testkit/server-process.js';
import { chromiumHere, launchChromium, openProfile, screenshot, untilMediaFlows } from '../browsers/chromium.js';

/** A first day on an empty folder: what `npm start` prints is all that is known. */

const folder = mkdtempSync(join(tmpdir(), 'carillon-first-day-'));
const PASSWORD = 'correct horse battery';
let server: ServerProcess;
let browser: Browser;
let olga: Page;
let paolo: Page;
let guest: Page;
let meetingUrl: string;
/** As the server printed it. */
let home: string;

beforeAll(async () => {
  if (!chromiumHere) return;
  server = await startServer(folder);
  browser = await launchChromium();
  olga = await openProfile(browser);
  paolo = await openProfile(browser);
  guest = await openProfile(browser);
});
afterAll(async () => {
  await browser?.close();
  await server?.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

test.skipIf(!chromiumHere)('the printed link makes the owner, who lands on a home that says what to do first', async () => {
  const link = /http:\/\/\S+\/setup\/\S+/.exec(server.words())![0];
  home = new URL(link).origin;
  await olga.goto(link);
  await olga.getByLabel('Name of your team or company').fill('Fonderia Bianchi');
  await olga.getByLabel('Name', { exact: true }).fill('Olga Bianchi');
  await olga.getByLabel(/e-?mail/i).fill('olga@fonderia.example');
  await olga.getByLabel(/^Password/).fill(PASSWORD);
  await screenshot(olga, 'first-set-up');
  await olga.getByRole('button', { name: 'Set up Carillon' }).click();
  await olga.waitForURL(url => url.pathname === '/');
  await olga.getByText('Three first steps').waitFor();
  await screenshot(olga, 'first-home');
});

test.skipIf(!chromiumHere)('GST-08 GST-09 she invites a colleague; without a mail server she hands the link over; the colleague joins with it', async () => {
  await olga.goto(`${home}/contacts`);
  await olga.getByRole('button', { name: /Invite/ }).first().click();
  await olga.getByLabel('Email addresses').fill('paolo@fonderia.example');
  await olga.getByRole('dialog').getByRole('button', { name: /^Invite 1 person$/ }).click();
  await olga.getByText('This server sends no mail').waitFor();
  await screenshot(olga, 'first-invited');
  await olga.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await olga.getByRole('button', { name: 'Copy the link for paolo@fonderia.example' }).click();
  const link = await olga.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\/invite\/[\w-]{43}$/);
  await paolo.goto(link);
  await paolo.getByText('Join Fonderia Bianchi').waitFor();
  await paolo.getByLabel('Name', { exact: true }).fill('Paolo Verdi');
  await paolo.getByLabel(/^Password/).fill(PASSWORD);
  await paolo.getByRole('button', { name: 'Join', exact: true }).click();
  await paolo.waitForURL(url => url.pathname === '/');
});

test.skipIf(!chromiumHere)('they find each other by name and write', async () => {
  await paolo.keyboard.press('Control+k');
  await paolo.getByRole('dialog').waitFor();
  await paolo.keyboard.type('Olga');
  await paolo.getByRole('option', { name: /Olga Bianchi/ }).first().click();
  await paolo.waitForURL(/\/chat\//);
  await paolo.getByRole('textbox', { name: /Write to Olga/ }).fill('Good morning, I am in :tada:');
  await paolo.keyboard.press('Enter');
  await olga.goto(`${home}/chat`);
  await olga.getByRole('link', { name: /Paolo Verdi/ }).first().click();
  await olga.getByText('Good morning, I am in 🎉').first().waitFor();
});

test.skipIf(!chromiumHere)('Meet now opens a meeting; a guest with the link waits, and is in when the host is', async () => {
  await olga.goto(home);
  await olga.getByRole('button', { name: 'Meet now' }).first().click();
  await olga.waitForURL(/\/m\/\d{10}/);
  meetingUrl = olga.url();
  await guest.goto(meetingUrl);
  await guest.getByLabel('Your name in this meeting').fill('Rita Ospite');
  await guest.getByRole('button', { name: 'Ask to join' }).click();
  await guest.getByText(/Olga Bianchi/).first().waitFor();
  await screenshot(guest, 'first-guest-waits');
  await olga.getByRole('button', { name: 'Join', exact: true }).click();
  await olga.getByRole('button', { name: 'Leave', exact: true }).waitFor();
  await guest.getByRole('button', { name: 'Leave', exact: true }).waitFor({ timeout: 20_000 });
  await untilMediaFlows(olga);
  await untilMediaFlows(guest);
  await olga.getByText('Rita Ospite').first().waitFor();
  await screenshot(olga, 'first-meeting');
});

test.skipIf(!chromiumHere)('the meeting’s chat reaches host and guest', async () => {
  await guest.getByRole('button', { name: 'Chat', exact: true }).click();
  await guest.getByRole('textbox', { name: /Write/ }).fill('Hello from the door');
  await guest.keyboard.press('Enter');
  await olga.getByRole('button', { name: /^Chat/ }).click();
  await olga.getByText('Hello from the door').first().waitFor();
  await screenshot(olga, 'first-meeting-chat');
});

test.skipIf(!chromiumHere)('the owner looks inside the running meeting; nobody else can', async () => {
  await olga.locator('footer').getByRole('button', { name: 'More', exact: true }).click();
  const [inside] = await Promise.all([olga.context().waitForEvent('page'), olga.getByRole('menuitem', { name: 'Look inside' }).click()]);
  await inside.getByText(/"attendees"/).waitFor();
  await screenshot(inside, 'first-inside');
  await paolo.goto(inside.url());
  await paolo.getByText('Nothing here').waitFor();
  await inside.close();
});

test.skipIf(!chromiumHere)('the host ends it for all; everybody is told, and the number leads nowhere', async () => {
  await olga.getByRole('button', { name: 'Ways to leave' }).click();
  await olga.getByRole('menuitem', { name: /End/ }).click();
  const confirm = olga.getByRole('dialog').getByRole('button', { name: /End/ });
  if (await confirm.isVisible()) await confirm.click();
  await guest.getByText('The meeting is over').first().waitFor();
  await olga.getByText('The meeting is over').first().waitFor();
  await screenshot(guest, 'first-over');
  await paolo.goto(meetingUrl);
  await paolo.getByText('This meeting is over').first().waitFor();
});

test.skipIf(!chromiumHere)('language and sign-out stay where they belong: Italian on the next page, and nothing after signing out', async () => {
  await paolo.goto(`${home}/settings`);
  await paolo.getByRole('button', { name: 'Italiano' }).or(paolo.getByRole('radio', { name: 'Italiano' })).first().click();
  await paolo.getByText('Impostazioni').first().waitFor();
  await screenshot(paolo, 'first-italian');
  const signedOut = await paolo.evaluate(() => fetch('/api/sign-out', { method: 'POST', headers: { 'x-carillon': '1', 'content-type': 'application/json' }, body: '{}' }).then(response => response.status));
  expect(signedOut).toBe(200);
  await paolo.goto(`${home}/chat`);
  await paolo.waitForURL(/sign-in/);
});
