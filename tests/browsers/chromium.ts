import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** Real Chromium from Debian's package, with a camera and a microphone that Chromium itself plays: a moving picture and a beep each second. */

const CHROMIUM = '/usr/bin/chromium';
/** The same engine without what is around a page (windows, a profile on disk, an installed app), and a fifth faster for it. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';
/** Set by tools/test.mjs; without it (one test run by hand) the peers are taken to be here. */
export const chromiumHere = (process.env['CARILLON_TEST_PEERS'] ?? 'chromium').split(',').includes('chromium');

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required', '--auto-select-desktop-capture-source=Entire screen',
];

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ['--headless=new', ...FLAGS] });
}

/** Their profiles take no service worker: keeping the whole app for a train that no test boards costs a page a quarter of its time. */
const forPages = new WeakSet<Browser>();

/** For pages alone, without meetings, notifications or an installed app: the headless shell where it is, and all of Chromium elsewhere. */
export async function launchForPages(): Promise<Browser> {
  const browser = existsSync(HEADLESS_SHELL) ? await chromium.launch({ executablePath: HEADLESS_SHELL, args: FLAGS }) : await launchChromium();
  forPages.add(browser);
  return browser;
}

const out = fileURLToPath(new URL('../../out/screens', import.meta.url));

export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  await page.screenshot({ path: `${out}/${name}.png` });
}

export interface MediaFigures {
  /** Energy of all sound received, summed (`totalAudioEnergy` of getStats). */
  audioEnergy: number;
  framesDecoded: number;
  /** How many received pictures streams carry frames: cameras and shared screens. */
  videoStreams: number;
}

declare global {
  interface Window {
    peerConnections: RTCPeerConnection[];
  }
}

/** A profile of its own: nothing is shared with another but the machine. The page's peer connections are remembered, to be measured from outside. */
export async function openProfile(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  // Colours in the middle of a transition are nobody's design.
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 800 }, locale: 'en-GB', ...options });
  if (forPages.has(browser)) await context.addInitScript(() => { ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('This profile has no service workers.')); });
  await context.addInitScript(() => {
    const Original = window.RTCPeerConnection;
    window.peerConnections = [];
    window.RTCPeerConnection = class extends Original {
      constructor(...args: ConstructorParameters<typeof Original>) {
        super(...args);
        window.peerConnections.push(this);
      }
    };
  });
  const page = await context.newPage();
  watchTraffic(page);
  return page;
}

/** How many requests a page has sent, and how many of them are still on their way. */
const traffic = new WeakMap<Page, { sent: number; open: number }>();

function watchTraffic(page: Page): void {
  const counts = { sent: 0, open: 0 };
  traffic.set(page, counts);
  const over = () => void (counts.open -= 1);
  page.on('request', () => { counts.sent += 1; counts.open += 1; });
  page.on('requestfinished', over);
  page.on('requestfailed', over);
}

/** In a row without a change on the page; an answer is drawn within two. */
const STILL_FRAMES = 4;
/** A page that never stands still is waited for no longer than about two seconds. */
const STILL_FRAMES_MAX = 120;

/** Waits until a page of openProfile's has got all it asked for, and shows it: several frames in a row have changed nothing on it. */
export async function untilAtRest(page: Page): Promise<void> {
  const counts = traffic.get(page)!;
  for (let frames = 0; frames < STILL_FRAMES_MAX;) {
    const { sent, open } = counts;
    frames += await page.evaluate(countUntilStill, { wanted: STILL_FRAMES, atMost: STILL_FRAMES_MAX });
    if (open === 0 && counts.sent === sent) return;
  }
}

/** Runs in the page. */
function countUntilStill({ wanted, atMost }: { wanted: number; atMost: number }): Promise<number> {
  return new Promise(done => {
    let [still, frames] = [0, 0];
    const observer = new MutationObserver(() => { still = 0; });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    const count = () => {
      [still, frames] = [still + 1, frames + 1];
      if (still <= wanted && frames < atMost) return void requestAnimationFrame(count);
      observer.disconnect();
      done(frames);
    };
    requestAnimationFrame(count);
  });
}

/** The page is of this signed-in device from now on, without the way through the sign-in page. */
export async function takeSession(page: Page, url: string, person: { readonly cookie: string | undefined }): Promise<void> {
  await page.context().addCookies([{ name: 'carillon_session', value: person.cookie!.split('=')[1]!, url }]);
}

/** The page is of whoever signed in to the console with this browser, without the way through its sign-in page. */
export async function takeConsoleSession(page: Page, url: string, browser: { readonly cookie: string | undefined }): Promise<void> {
  await page.context().addCookies([{ name: 'carillon_console', value: browser.cookie!.split('=')[1]!, domain: new URL(url).hostname, path: '/console' }]);
}

type Axe = { run(context: Document, options: import('axe-core').RunOptions): Promise<import('axe-core').AxeResults> };
/** The small build: it is compiled anew on each page that is judged. */
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What axe finds serious or critical on the page as it is now, each with the places. */
export async function findSerious(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: Axe }).axe.run(document, { resultTypes: ['violations'] }));
  return violations.filter(one => one.impact === 'serious' || one.impact === 'critical').map(one => `${one.id}: ${one.nodes.map(node => node.html.slice(0, 200)).join(' | ')}`);
}

/** How far the page can be scrolled sideways, in pixels. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

export async function signIn(page: Page, url: string, person: { email: string; password: string }): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel(/e-?mail/i).fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(address => address.pathname === '/');
}

export async function joinMeeting(page: Page, meetingUrl: string): Promise<void> {
  await page.goto(meetingUrl);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.getByRole('button', { name: 'Leave', exact: true }).waitFor();
}

/** Lets the page compute `rate` times slower, until it is ended. */
export async function slowDown(page: Page, rate: number): Promise<{ end: () => Promise<void> }> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
  return { end: async () => { await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 }); await devtools.detach(); } };
}

/** Sums over the page's open connections, those after the first `since` ones alone. */
export function readFigures(page: Page, since = 0): Promise<MediaFigures> {
  return page.evaluate(async since => {
    const figures = { audioEnergy: 0, framesDecoded: 0, videoStreams: 0 };
    for (const connection of window.peerConnections.slice(since)) {
      if (connection.connectionState !== 'connected') continue;
      for (const report of (await connection.getStats()).values() as Iterable<{ type: string; kind: string; totalAudioEnergy?: number; framesDecoded?: number }>) {
        if (report.type !== 'inbound-rtp') continue;
        if (report.kind === 'audio') figures.audioEnergy += report.totalAudioEnergy ?? 0;
        if (report.kind === 'video') figures.framesDecoded += report.framesDecoded ?? 0;
        if (report.kind === 'video' && (report.framesDecoded ?? 0) > 0) figures.videoStreams += 1;
      }
    }
    return figures;
  }, since);
}

/** How many peer connections the page has made so far; what comes back after a fault is a new one. */
export function countConnections(page: Page): Promise<number> {
  return page.evaluate(() => window.peerConnections.length);
}

const ENERGY_HEARD = 0.02;
const FRAMES_SEEN = 5;

/**
 * Waits until sound and picture go on arriving: in connections made after the first `since` ones, counted from now. Returns how many milliseconds
 * that took.
 */
export async function untilMediaFlows(page: Page, { since = 0, timeoutMs = 15_000 }: { since?: number; timeoutMs?: number } = {}): Promise<number> {
  const started = performance.now();
  let first = await readFigures(page, since);
  const flows = async () => {
    const now = await readFigures(page, since);
    // A connection that is gone takes its figures along.
    if (now.audioEnergy < first.audioEnergy || now.framesDecoded < first.framesDecoded) first = now;
    return now.audioEnergy > first.audioEnergy + ENERGY_HEARD && now.framesDecoded > first.framesDecoded + FRAMES_SEEN;
  };
  await expect.poll(flows, { timeout: timeoutMs, interval: 30, message: 'sound and picture flow' }).toBe(true);
  return performance.now() - started;
}
