import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Real peers for tests, from Debian's packages; what cannot be had is reported as skipped with the reason. */

const isRoot = process.getuid?.() === 0;
const canSudo = () => spawnSync('sudo', ['-n', 'true']).status === 0;
const isDebian = () => existsSync('/usr/bin/apt-get');

const PEERS = {
  chromium: { found: () => existsSync('/usr/bin/chromium'), packages: ['chromium'] },
  // The same engine, faster for pages alone; where it is not to be had, they are walked with all of Chromium.
  'chromium-headless-shell': { found: () => existsSync('/usr/bin/chromium-headless-shell'), packages: ['chromium-headless-shell'] },
  awscli: { found: () => existsSync('/usr/bin/aws'), packages: ['awscli'] },
  dnsmasq: { found: () => existsSync('/usr/sbin/dnsmasq'), packages: ['dnsmasq-base'] },
  postgresql: { found: () => findPostgres() !== undefined, packages: ['postgresql'] },
  ejabberd: { found: () => existsSync('/usr/sbin/ejabberdctl'), packages: ['ejabberd'] },
  prosody: { found: () => existsSync('/usr/bin/prosody'), packages: ['prosody'] },
};

/** Installs what is missing; returns the names that are here, and a sentence for each that is not. */
export function ensurePeers(names, say) {
  const missing = names.filter(name => !PEERS[name].found());
  const reasons = new Map();
  if (missing.length > 0) {
    if (!isDebian()) missing.forEach(name => reasons.set(name, 'not installed, and this is no Debian to install it on'));
    else if (!isRoot && !canSudo()) missing.forEach(name => reasons.set(name, 'not installed, and installing needs root or sudo'));
    else installPackages(missing, say);
  }
  for (const name of missing) if (!PEERS[name].found() && !reasons.has(name)) reasons.set(name, 'Debian’s package could not be installed');
  return { here: names.filter(name => !reasons.has(name)), reasons };
}

function installPackages(names, say) {
  say(`Installing ${names.join(' and ')} from Debian`);
  const sudo = isRoot ? [] : ['sudo', '-n'];
  const run = (...words) => spawnSync(words[0], words.slice(1), { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  // The package would otherwise make and start a database of its own.
  const config = join(mkdtempSync(join(tmpdir(), 'carillon-')), 'createcluster.conf');
  writeFileSync(config, 'create_main_cluster = false\n');
  run(...sudo, 'mkdir', '-p', '/etc/postgresql-common');
  if (!existsSync('/etc/postgresql-common/createcluster.conf')) run(...sudo, 'cp', config, '/etc/postgresql-common/createcluster.conf');
  withoutServices(sudo, run, () => {
    run(...sudo, 'apt-get', 'update', '-qq');
    // Each by itself: one that this Debian does not have keeps no other away.
    for (const name of names) run(...sudo, 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...PEERS[name].packages);
  });
}

/** Packages of servers start them when they are installed; while there is this file (invoke-rc.d(8)) they do not. One that was there before stays as it is. */
function withoutServices(sudo, run, work) {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return work();
  const ours = join(mkdtempSync(join(tmpdir(), 'carillon-')), 'policy-rc.d');
  writeFileSync(ours, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  run(...sudo, 'cp', ours, policy);
  try {
    work();
  } finally {
    run(...sudo, 'rm', '-f', policy);
  }
}

/** The newest PostgreSQL (15 or later) whose server is installed. */
function findPostgres() {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).map(Number).filter(version => version >= 15 && existsSync(`${base}/${version}/bin/initdb`)) : [];
  return versions.length > 0 ? `${base}/${Math.max(...versions)}/bin` : undefined;
}

/** A PostgreSQL of our own: in a new folder, on a free port of loopback, run by an ordinary user. */
export async function startPostgres() {
  const bin = findPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'carillon-postgres-'));
  const data = join(folder, 'data');
  mkdirSync(data);
  chmodSync(folder, 0o755);
  const port = await freePort();
  // PostgreSQL refuses to run as root.
  const as = isRoot ? ['runuser', '-u', 'postgres', '--'] : [];
  if (isRoot) execFileSync('chown', ['postgres', data]);
  const call = (...words) => execFileSync([...as, ...words][0], [...as, ...words].slice(1), { stdio: ['ignore', 'pipe', 'pipe'] });
  call(`${bin}/initdb`, '-D', data, '-U', 'carillon', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync');
  const words = [...as, `${bin}/postgres`, '-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', data, '-c', 'max_connections=200'];
  const server = spawn(words[0], words.slice(1), { stdio: ['ignore', 'ignore', 'ignore'] });
  const ended = new Promise(done => server.once('exit', done));
  await untilReady(bin, port);
  return {
    url: `postgres://carillon@127.0.0.1:${port}/postgres`,
    async stop() {
      call(`${bin}/pg_ctl`, 'stop', '-D', data, '-m', 'immediate');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(bin, port) {
  const deadline = performance.now() + 20_000;
  while (spawnSync(`${bin}/pg_isready`, ['-q', '-h', '127.0.0.1', '-p', String(port)]).status !== 0) {
    if (performance.now() > deadline) throw new Error('PostgreSQL did not become ready.');
    await new Promise(done => setTimeout(done, 100));
  }
}

function freePort() {
  return new Promise(done => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
