import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll, install, isBuilt, isInstalled } from './build.mjs';
import { ensurePeers, startPostgres } from './peers.mjs';

/**
 * `npm test`: every check. `npm test -- pure|door|world` runs one ring, `npm test -- <path>` the tests of a file or folder. Artefacts go to out/.
 * The last line is `N passed, N failed, N skipped`.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const say = line => console.log(`· ${line}`);
const RINGS = ['pure', 'door', 'world'];
const [wanted] = process.argv.slice(2);
const ring = RINGS.includes(wanted) ? wanted : undefined;
const path = wanted !== undefined && ring === undefined ? wanted : undefined;
const full = wanted === undefined;

if (!isInstalled()) {
  say('Installing packages');
  install();
}
mkdirSync(join(root, 'out'), { recursive: true });
const { here, reasons } = ensurePeers(ring === 'pure' ? [] : ['chromium', 'chromium-headless-shell', 'postgresql', 'awscli', 'dnsmasq'], say);
for (const [name, reason] of reasons) say(`${name === 'chromium-headless-shell' ? 'slower' : 'skipped'}: what needs ${name} (${reason})`);

const results = [];
let failed = false;
if (full) failed = !(await run('check', ['tools/check.mjs', '--no-tests']));
if (ring !== 'pure') {
  if (!isBuilt()) await buildAll(say);
  rmSync(join(root, '.cache/test-database'), { recursive: true, force: true });
}
const environment = { CARILLON_TEST_PEERS: here.join(',') };
if (full || ring === 'pure') await vitest('pure', ['--project', 'pure'], environment);
if (full || ring === 'door') {
  await vitest('door', ['--project', 'door'], environment);
  await onPostgres();
}
if (full || ring === 'world') await vitest('world', ['--project', 'world', '--project', 'pages'], environment);
if (path) await vitest('some', [path], environment);

if (full && !failed) {
  const { writeCoverage } = await import('./coverage/write-coverage.mjs');
  failed = !writeCoverage(results.flatMap(result => result.tests));
}
const count = status => results.reduce((sum, result) => sum + result.tests.filter(test => test.status === status).length, 0);
console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
process.exit(failed || count('failed') > 0 ? 1 : 0);

/** The door tests once more, on PostgreSQL: the same stores must behave the same. */
async function onPostgres() {
  if (!here.includes('postgresql')) return;
  const postgres = await startPostgres();
  try {
    await vitest('door-postgres', ['--project', 'door'], { ...environment, CARILLON_TEST_DATABASE_URL: postgres.url });
  } finally {
    await postgres.stop();
  }
}

async function vitest(name, args, env) {
  const report = join(root, `out/${name}.json`);
  rmSync(report, { force: true });
  const ok = await run(`tests: ${name}`, ['node_modules/vitest/vitest.mjs', 'run', ...args, '--passWithNoTests', '--reporter', 'default', '--reporter', 'json', '--outputFile.json', report], env);
  const tests = readReport(report);
  results.push({ name, tests });
  if (!ok) failed = true;
}

function readReport(report) {
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    return testResults.flatMap(file => file.assertionResults.map(test => ({ file: file.name.slice(root.length), name: test.fullName.trim(), title: test.title, status: test.status === 'pending' || test.status === 'todo' ? 'skipped' : test.status })));
  } catch {
    // The runner died before it wrote; its exit code says so.
    return [];
  }
}

function run(name, args, env = {}) {
  const started = performance.now();
  say(name);
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
  return new Promise(done => {
    child.once('close', code => {
      say(`${name}: ${code === 0 ? 'ok' : 'failed'} in ${((performance.now() - started) / 1000).toFixed(0)} s`);
      done(code === 0);
    });
  });
}
