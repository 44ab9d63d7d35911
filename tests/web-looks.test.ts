import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDemo, startServer, type ServerProcess } from '@carillon/testkit/server-process.js';
import { chromiumHere, launchChromium, screenshot } from './browsers/chromium.js';

/** Every page of the app as it is seen: axe finds nothing serious, nothing stands out at the side, the browser has nothing to complain about. */

const folder = mkdtempSync(join(tmpdir(), 'carillon-looks-'));
let server: ServerProcess;
let browser: Browser;
let state: Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>;
let room: string;
let door: string;

beforeAll(async () => {
  if (!chromiumHere) return;
  server = await startServer(folder, ['--demo']);
  browser = await launchChromium();
  const { people, meetingUrl } = readDemo(folder)!;
  door = new URL(meetingUrl).pathname;
  const context = await browser.newContext();
  const headers = { 'x-carillon': '1' };
  await context.request.post(`${server.url}/api/sign-in`, { headers, data: { email: people[0]!.email, password: people[0]!.password } });
  const { channels } = await (await context.request.get(`${server.url}/api/channels`, { headers })).json() as { channels: { id: string; kind: string }[] };
  room = `/chat/${channels.find(channel => channel.kind === 'room')!.id}`;
  state = await context.storageState();
  await context.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

const SIZES = [{ width: 360, height: 740 }, { width: 768, height: 1024 }, { width: 1280, height: 800 }, { width: 1920, height: 1080 }];

async function open(path: string, options: BrowserContextOptions): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ storageState: state, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => { if (message.type() === 'error') complaints.push(message.text()); });
  await page.goto(server.url + path);
  // On a phone the title of the list is there, out of sight, while a conversation is open.
  await page.locator('h1:visible').first().waitFor();
  await page.waitForLoadState('networkidle');
  return { page, complaints };
}

async function look(page: Page, name: string): Promise<void> {
  await screenshot(page, name);
  await page.evaluate(`${axe.source};0`);
  const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }));
  const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
  expect(serious, name).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${name} is no wider than the window`).toBeLessThanOrEqual(0);
}

const PAGES = (): [string, string][] => [['home', '/'], ['chat', '/chat'], ['room', room], ['meetings', '/meetings'], ['contacts', '/contacts'], ['settings', '/settings'], ['door', door]];

for (const viewport of SIZES) {
  const dark = viewport.width === 768 || viewport.width === 1920;
  const locale = viewport.width < 1000 ? 'it-IT' : 'en-GB';
  test.skipIf(!chromiumHere)(`at ${viewport.width} px, ${dark ? 'dark' : 'light'}, ${locale}, every page is whole and accessible`, async () => {
    for (const [name, path] of PAGES()) {
      const { page, complaints } = await open(path, { viewport, locale, colorScheme: dark ? 'dark' : 'light', permissions: ['camera', 'microphone'] });
      await look(page, `looks-${name}-${viewport.width}`);
      expect(complaints, name).toEqual([]);
      await page.context().close();
    }
  });
}

test.skipIf(!chromiumHere)('what one sees before signing in is whole and accessible', async () => {
  for (const [name, path] of [['sign-in', '/sign-in'], ['sign-up', '/sign-up'], ['reset', '/reset'], ['set-up', '/setup/a-secret'], ['demo', '/demo'], ['lost', '/nowhere']] as const) {
    const { page } = await open(path, { storageState: { cookies: [], origins: [] }, viewport: SIZES[0]!, locale: 'it-IT' });
    await look(page, `looks-${name}`);
    await page.context().close();
  }
});

test.skipIf(!chromiumHere)('the keyboard alone finds a room, writes, and comes back', async () => {
  const { page } = await open('/', { viewport: SIZES[2]!, locale: 'en-GB' });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('aurora');
  await page.getByRole('option', { name: /Project Aurora/ }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(url => url.pathname === room);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await page.keyboard.type('By keyboard :tada:');
  await page.keyboard.press('Enter');
  await page.getByText('By keyboard 🎉').first().waitFor();
  await page.goBack();
  await page.waitForURL(url => url.pathname === '/');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});
