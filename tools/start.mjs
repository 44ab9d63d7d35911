import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildAll, install, isBuilt, isInstalled } from './build.mjs';

/**
 * `npm start`: installs what is missing, builds what is not built, and becomes the server (in this very process, so that Ctrl-C and SIGTERM
 * reach it). `npm run dev` restarts it on change.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const PARENT_LOOK_MS = 200;
const say = step => console.log(`${step} …`);

checkNode();
endWithNpm();
if (!isInstalled()) {
  say('Installing packages (once, about half a minute)');
  install();
}
if (process.argv.includes('--dev')) await develop();
else {
  if (!isBuilt()) await buildAll(say);
  await import('../dist/server/main.js');
}

/**
 * A SIGTERM to `npm start` ends npm and the shell it started, and nobody tells this process: it notices that its parent is another one and ends
 * as if it had been told.
 */
function endWithNpm() {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, PARENT_LOOK_MS).unref();
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (fits) return;
  console.error(`Carillon needs Node 20.19, 22.12 or newer; this is ${process.versions.node}. Node 24 is recommended.`);
  process.exit(1);
}

/** Builds and runs; on a change builds again and, when that worked, starts the new one in place of the old. */
async function develop() {
  const args = process.argv.slice(2).filter(arg => arg !== '--dev');
  let server;
  const restart = async () => {
    try {
      if (!isBuilt()) await buildAll(say);
    } catch (error) {
      console.error(error.message);
      return;
    }
    if (server?.exitCode === null) {
      const ended = new Promise(done => server.once('exit', done));
      server.kill('SIGTERM');
      await ended;
    }
    server = spawn(process.execPath, ['dist/server/main.js', ...args], { cwd: root, stdio: 'inherit' });
  };
  let timer;
  let running = restart();
  for (const folder of ['apps', 'packages']) {
    watch(`${root}/${folder}`, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => (running = running.then(restart)), 200);
    });
  }
  const stop = () => {
    server?.kill('SIGTERM');
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
