import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { buildAll, isBuilt } from '../build.mjs';
import { PORTRAITS, writeCamera } from './portraits.mjs';

/** `node tools/pictures/make-pictures.mjs`: the README's pictures, from the real product: a demo server, and four people in four browsers. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, 'docs/pictures');
const folder = mkdtempSync(join(tmpdir(), 'carillon-pictures-'));
const port = 18_427;
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required', '--font-render-hinting=none'];

mkdirSync(out, { recursive: true });
if (!isBuilt()) await buildAll(step => console.log(`${step} …`));
const server = spawn(process.execPath, ['dist/server/main.js', '--demo', '--data', folder, '--port', String(port), '--media-port', '28427', '--log-level', 'error'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
await new Promise(done => server.stdout.on('data', chunk => String(chunk).includes('Then meet') && done()));
const demo = JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8'));
const browsers = [];

async function open(i, options = {}) {
  const camera = join(folder, `camera-${i}.y4m`);
  await writeCamera(PORTRAITS[i], camera);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: [...FLAGS, `--use-file-for-fake-video-capture=${camera}`] });
  browsers.push(browser);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, locale: 'en-GB', ...options });
  const page = await context.newPage();
  await page.goto(`${demo.url}/sign-in`);
  await page.getByLabel(/e-?mail/i).fill(demo.people[i].email);
  await page.getByLabel('Password', { exact: true }).fill(demo.people[i].password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(url => url.pathname === '/');
  return page;
}

async function picture(page, name) {
  // Fonts, pictures and the last transition.
  await page.waitForTimeout(1_500);
  await sharp(await page.screenshot()).png({ palette: true, quality: 90, compressionLevel: 9 }).toFile(join(out, `${name}.png`));
  console.log(`docs/pictures/${name}.png`);
}

async function meet(page, meetingUrl, muted) {
  await page.goto(meetingUrl);
  if (muted) await page.getByRole('button', { name: 'Mute', exact: true }).click();
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.getByRole('button', { name: 'Leave', exact: true }).waitFor();
}

try {
  const giulia = await open(0);
  await picture(giulia, 'home');
  const others = [await open(1, { colorScheme: 'dark' }), await open(2), await open(3)];
  await giulia.goto(`${demo.url}/chat`);
  await giulia.getByRole('link', { name: /Project Aurora/ }).first().click();
  await picture(giulia, 'chat');
  await others[0].goto(`${demo.url}/chat`);
  await others[0].getByRole('link', { name: /Project Aurora/ }).first().click();
  await picture(others[0], 'chat-dark');
  await giulia.getByRole('button', { name: 'Join', exact: true }).or(giulia.getByRole('link', { name: 'Join', exact: true })).first().click();
  await giulia.waitForURL(/\/m\//);
  const meetingUrl = giulia.url();
  for (const [i, page] of [giulia, ...others].entries()) await meet(page, meetingUrl, i !== 2);
  await giulia.getByRole('button', { name: /People/ }).click();
  await giulia.waitForTimeout(4_000);
  await picture(giulia, 'meeting');
} finally {
  for (const browser of browsers) await browser.close();
  const ended = new Promise(done => server.once('exit', done));
  server.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
