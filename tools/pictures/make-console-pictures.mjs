import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { buildAll, isBuilt } from '../build.mjs';

/** `node tools/pictures/make-console-pictures.mjs`: the pictures of docs/console, page by page, from the console of a demo server, and the same in Italian in docs/console/it; with names behind it, only those. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, 'docs/console');
const folder = mkdtempSync(join(tmpdir(), 'carillon-console-'));
const port = 18_429;
const wanted = process.argv.slice(2);
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none'];

mkdirSync(join(out, 'it'), { recursive: true });
if (!isBuilt()) await buildAll(step => console.log(`${step} …`));
const server = spawn(process.execPath, ['dist/server/main.js', '--demo', '--data', folder, '--port', String(port), '--media-port', '28431', '--log-level', 'error'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
await new Promise(done => server.stdout.on('data', chunk => String(chunk).includes('Then meet') && done()));
const demo = JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8'));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });

async function perform(page, operation, body = {}) {
  return page.evaluate(async ([name, input]) => {
    const response = await fetch(`/console/op/${name}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-carillon': '1' }, body: JSON.stringify(input) });
    return response.json();
  }, [operation, body]);
}

/** A bucket as one has it: reports by year, and what a trail delivered. */
async function fillBucket(page) {
  await page.evaluate(async () => {
    const put = (path, body) => fetch(`/console/s3/${path}`, { method: 'PUT', headers: { 'x-carillon': '1', 'content-type': 'text/plain' }, body });
    await put('acme-records', '');
    for (const key of ['reports/2026/january.csv', 'AWSLogs/history.json', 'minutes.md', 'floor-plan.pdf', 'welcome.txt']) await put(`acme-records/${key}`, 'A line of text. '.repeat(40 * key.length));
  });
}

async function picture(page, language, name, path) {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  await page.goto(`${demo.url}/console${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Fonts, tables and the last transition.
  await page.waitForTimeout(1_500);
  await sharp(await page.screenshot()).png({ palette: true, quality: 80, compressionLevel: 9 }).toFile(join(out, language, `${name}.png`));
  console.log(join('docs/console', language, `${name}.png`));
}

/** `language`: the folder of its pictures; the first one's is docs/console itself. */
async function takePictures(locale, language) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale });
  const page = await context.newPage();
  await page.goto(`${demo.url}/console/sign-in`);
  await page.locator('input[type=email]').waitFor();
  await picture(page, language, 'sign-in', '/sign-in');
  await page.locator('input[type=email]').fill(demo.rootEmail);
  await page.locator('input[type=password]').fill(demo.rootPassword);
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/\/accounts$/);
  const { Accounts: [account] } = await perform(page, 'ListAccounts');
  await fillBucket(page);
  const base = `/accounts/${account.AccountId}`;
  const { Users: [user] } = await perform(page, 'SearchUsers', { AccountId: account.AccountId });
  for (const [name, path] of [
    ['home', '/'], ['getting-started', '/getting-started'], ['accounts', '/accounts'], ['users', `${base}/users`], ['user', `${base}/users/${user.UserId}`], ['identity', `${base}/identity`],
    ['domains', `${base}/identity/domains`], ['account', `${base}/settings/account`], ['meetings', `${base}/settings/meetings`], ['retention', `${base}/settings/retention`],
    ['attachments', `${base}/settings/attachments`], ['legal-holds', `${base}/settings/legal-holds`], ['import', `${base}/settings/import`], ['iam-users', '/iam/users'], ['iam-policies', '/iam/policies'],
    ['iam-simulator', '/iam/simulator'], ['event-history', '/event-history'], ['bucket', '/buckets/acme-records'], ['security', '/security'], ['support', '/support'],
  ]) await picture(page, language, name, path);
  await context.close();
}

try {
  await takePictures('en-GB', '');
  await takePictures('it-IT', 'it');
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await new Promise(done => server.once('exit', done));
  rmSync(folder, { recursive: true, force: true });
}
