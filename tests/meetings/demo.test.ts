import { readdirSync, readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDemo, startServer, type ServerProcess } from '@carillon/testkit/server-process.js';
import { startTcpProxy, type TcpProxy } from '@carillon/testkit/tcp-proxy.js';
import { chromiumHere, countConnections, joinMeeting, launchChromium, openProfile, readFigures, screenshot, signIn, untilMediaFlows } from '../browsers/chromium.js';

/** What a newcomer does after `npm start -- --demo`: two people in two browsers, who chat and meet, whatever breaks meanwhile. */

const folder = mkdtempSync(join(tmpdir(), 'carillon-demo-'));
let server: ServerProcess;
let wire: TcpProxy;
let browser: Browser;
let url: string;
let meetingUrl: string;
let giulia: Page;
let marco: Page;
const spoken = `The tests say hello at ${folder.slice(-6)}`;

beforeAll(async () => {
  if (!chromiumHere) return;
  server = await startServer(folder, ['--demo']);
  wire = await startTcpProxy(Number(new URL(server.url).port));
  url = `http://localhost:${wire.port}`;
  const demo = readDemo(folder)!;
  meetingUrl = `${url}${new URL(demo.meetingUrl).pathname}`;
  browser = await launchChromium();
  giulia = await openProfile(browser);
  marco = await openProfile(browser);
});
afterAll(async () => {
  await browser?.close();
  await wire?.close();
  await server?.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

/** Figures for whoever reads the run; the bounds that are promised are the tests' own. */
function report(what: string, ...ms: number[]): void {
  process.stdout.write(`${what}: ${ms.map(one => `${Math.round(one)} ms`).join(', ')} until sound and picture flow again\n`);
}

/** The media child of the server, by its command line. */
function findMediaChild(parent: number): number {
  for (const name of readdirSync('/proc').filter(one => /^\d+$/.test(one))) {
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
      if (Number(fields[1]) === parent && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('media-child')) return Number(name);
    } catch {
      // A process that ended while we looked.
    }
  }
  throw new Error('The server has no media child.');
}

test.skipIf(!chromiumHere)('GEN-01 two people sign in and chat: what one writes the other reads at once', async () => {
  const { people } = readDemo(folder)!;
  await signIn(giulia, url, people[0]!);
  await signIn(marco, url, people[1]!);
  for (const page of [giulia, marco]) {
    await page.goto(`${url}/chat`);
    await page.getByRole('link', { name: /Project Aurora/ }).first().click();
  }
  await giulia.getByRole('textbox', { name: /Write to/ }).fill(spoken);
  await giulia.keyboard.press('Enter');
  await marco.getByText(spoken).first().waitFor();
  await screenshot(marco, 'demo-chat');
});

test.skipIf(!chromiumHere)('GEN-01 they meet: the second hears the first’s tone and sees the moving picture', async () => {
  await joinMeeting(giulia, meetingUrl);
  await joinMeeting(marco, meetingUrl);
  await untilMediaFlows(marco);
  await untilMediaFlows(giulia);
  await screenshot(marco, 'demo-meeting');
});

test.skipIf(!chromiumHere)('a mute shows at the other within a second, and silences', async () => {
  await marco.getByRole('button', { name: /People/ }).click();
  const started = performance.now();
  await giulia.getByRole('button', { name: 'Mute', exact: true }).click();
  await marco.getByLabel(/Giulia Ferri.*muted|muted/i).first().waitFor();
  expect(performance.now() - started).toBeLessThan(1_000);
  await screenshot(marco, 'demo-muted');
  await giulia.getByRole('button', { name: 'Unmute', exact: true }).click();
  await untilMediaFlows(marco);
});

test.skipIf(!chromiumHere)('a shared screen arrives beside the camera', async () => {
  await giulia.getByRole('button', { name: 'Share', exact: true }).click();
  await marco.getByText(/Giulia Ferri is sharing/).waitFor();
  await expect.poll(async () => (await readFigures(marco)).videoStreams, { timeout: 15_000 }).toBeGreaterThanOrEqual(2);
  await screenshot(marco, 'demo-share');
  await giulia.getByRole('button', { name: /Stop shar/ }).first().click();
  await marco.getByText(/Giulia Ferri is sharing/).waitFor({ state: 'detached' });
  // The client asks anew for what it receives; a fault in that very moment costs it the library's own 15 s, which the report then shows.
  report('after a share', ...await Promise.all([untilMediaFlows(marco, { timeoutMs: 30_000 }), untilMediaFlows(giulia, { timeoutMs: 30_000 })]));
});

test.skipIf(!chromiumHere)('a cut signalling socket brings the media back by itself', async () => {
  const before = [await countConnections(marco), await countConnections(giulia)] as const;
  expect(wire.cut('/media/')).toBeGreaterThanOrEqual(2);
  const [one, two] = await Promise.all([untilMediaFlows(marco, { since: before[0] }), untilMediaFlows(giulia, { since: before[1] })]);
  report('back after a cut socket', one, two);
});

test.skipIf(!chromiumHere)('a killed media child is back, with everybody in it, by itself', async () => {
  const before = [await countConnections(marco), await countConnections(giulia)] as const;
  process.kill(findMediaChild(server.child.pid!), 'SIGKILL');
  const [one, two] = await Promise.all([untilMediaFlows(marco, { since: before[0] }), untilMediaFlows(giulia, { since: before[1] })]);
  report('back after a killed media child', one, two);
  await screenshot(marco, 'demo-after-media-child');
});

test.skipIf(!chromiumHere)('after SIGKILL and a restart the meeting goes on and the messages are there', async () => {
  const port = Number(new URL(server.url).port);
  const before = await countConnections(marco);
  await server.kill('SIGKILL');
  server = await startServer(folder, ['--demo'], port);
  report('back after a restarted server', await untilMediaFlows(marco, { since: before, timeoutMs: 30_000 }));
  await marco.getByRole('button', { name: 'Leave', exact: true }).click();
  await marco.goto(`${url}/chat`);
  await marco.getByRole('link', { name: /Project Aurora/ }).first().click();
  await marco.getByText(spoken).first().waitFor();
  await screenshot(marco, 'demo-after-restart');
});
