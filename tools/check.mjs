import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * The quick ring, side by side: types, lint with cache, tidy, pure tests; at most a minute. `--no-tests` leaves the tests to `npm test`, which runs
 * them as a ring of their own.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const NODE = process.execPath;
const TSC = 'node_modules/typescript-native/bin/tsc';

/** What did not change since the last time is not looked at again. */
const types = name => [TSC, '-p', `tsconfig.${name}.json`, '--incremental', '--tsBuildInfoFile', `.cache/types/${name}.tsbuildinfo`];

const CHECKS = [
  ['types (Node)', types('node')],
  ['types (browser)', types('web')],
  ['types (console)', types('console')],
  ['types (tests)', types('tests')],
  ['tidy', ['tools/tidy/tidy.mjs']],
  ['generated documents', ['tools/configuration-doc.mjs', '--check']],
  ['pure tests', ['node_modules/vitest/vitest.mjs', 'run', '--project', 'pure', '--reporter', 'dot']],
  ['lint', ['node_modules/eslint/bin/eslint.js', '.', '--cache', '--cache-location', '.cache/eslint/', '--max-warnings', '0']],
];

function run([name, args]) {
  const started = performance.now();
  const child = spawn(NODE, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  child.stdout.on('data', chunk => (words += chunk));
  child.stderr.on('data', chunk => (words += chunk));
  return new Promise(done => {
    child.once('close', code => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
      if (code !== 0) console.log(words.trimEnd());
      done(code === 0);
    });
  });
}

const checks = process.argv.includes('--no-tests') ? CHECKS.filter(([name]) => name !== 'pure tests') : CHECKS;
const results = await Promise.all(checks.map(run));
process.exit(results.every(Boolean) ? 0 : 1);
