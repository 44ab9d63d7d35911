import { parseArgs } from 'node:util';
import { signInAsRoot } from '@carillon/testkit/console.js';
import { createWorld, setUpOwner } from '@carillon/testkit/world.js';
import { launchChromium, openProfile, takeConsoleSession } from '../tests/browsers/chromium.js';
import { machine, median, round } from './figures.js';

/**
 * The first page of the console after signing in, cold: how much goes over the wire (compressed, headers not counted), and how long it takes from the
 * navigation until the list of accounts is there and can be used.
 *
 *     npm run bench -- console [--json]
 */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const ROUNDS = 5;
const say = (line: string) => void process.stderr.write(`${line}\n`);

const world = await createWorld();
const chromium = await launchChromium();
const [bytes, interactiveMs]: [number[], number[]] = [[], []];
let files = 0;
try {
  await setUpOwner(world);
  const { root } = await signInAsRoot(world);
  // The first round warms the server and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    // A profile of its own has nothing in its cache.
    const page = await openProfile(chromium, { locale: 'en-GB', viewport: { width: 1280, height: 800 } });
    await takeConsoleSession(page, world.url, root);
    let sum = 0;
    let count = 0;
    page.on('response', response => {
      sum += Number(response.headers()['content-length'] ?? 0);
      count += 1;
    });
    await page.goto(`${world.url}/console/accounts`, { waitUntil: 'commit' });
    await page.getByRole('link', { name: 'Acme' }).click({ trial: true });
    const took = await page.evaluate(() => performance.now());
    await page.waitForLoadState('networkidle');
    if (round > 0) {
      bytes.push(sum);
      interactiveMs.push(took);
      files = count;
    }
    await page.context().close();
  }
} finally {
  await chromium.close();
  await world.stop();
}
const figures = { bench: 'console', kB: round(median(bytes) / 1_000, 0), files, interactiveMs: round(median(interactiveMs), 0), ...machine() };
say(`${figures.kB} kB in ${files} files, usable after ${figures.interactiveMs} ms`);
if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
