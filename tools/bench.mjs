import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildAll, install, isBuilt, isInstalled } from './build.mjs';

/** `npm run bench -- <name> [options]`: builds what the bench needs and runs it. With `--json` the last line of standard output is one object. */

const root = fileURLToPath(new URL('..', import.meta.url));
const [name, ...options] = process.argv.slice(2);
const NAMES = ['api', 'bots', 'chat', 'chat-peers', 'console', 'forward', 'history', 'presence', 'retention'];
/** From Debian's packages. */
const PEERS = { 'chat-peers': ['ejabberd', 'prosody'], 'console': ['chromium'] };

if (!NAMES.includes(name)) {
  console.error(`npm run bench -- <${NAMES.join('|')}> [--json] [--postgres]`);
  process.exit(1);
}
if (!isInstalled()) install();
// Standard output belongs to the figures.
if (name === 'console') {
  if (!isBuilt()) await buildAll(step => console.error(`${step} …`));
} else if (!existsSync(`${root}/dist/server/pglite-worker.js`) || name !== 'forward') {
  const { buildServer } = await import('./build-server.mjs');
  await buildServer(`${root}/dist/server`);
}
// Some run on PostgreSQL too.
const postgres = options.includes('--postgres') ? await (await import('./peers.mjs')).startPostgres() : undefined;
const env = { ...process.env, CARILLON_BENCH_PEERS: await listPeers(PEERS[name] ?? []), ...(postgres && { CARILLON_BENCH_DATABASE_URL: postgres.url }) };
const child = spawn(process.execPath, ['--import', 'tsx', `bench/${name}.ts`, ...options], { cwd: root, stdio: 'inherit', env });
child.once('exit', async (code, signal) => {
  await postgres?.stop();
  process.exit(signal ? 1 : (code ?? 1));
});

async function listPeers(names) {
  if (names.length === 0) return '';
  const { ensurePeers } = await import('./peers.mjs');
  const { here, reasons } = ensurePeers(names, line => console.error(line));
  for (const [peer, reason] of reasons) console.error(`Without ${peer}: ${reason}.`);
  return here.join(',');
}
