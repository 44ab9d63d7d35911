import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * ejabberd and Prosody from Debian's packages, each in a new folder, on a free port of loopback, run by the package's own user. Rooms keep their
 * history in an archive (XEP-0313), as ours do. Who comes and goes is not told to a room: thousands who join would each be told of each other.
 */
export interface XmppServer {
  readonly name: 'ejabberd' | 'prosody';
  readonly port: number;
  /** CPU time so far of the server's process, all threads, microseconds. */
  cpuUs(): number;
  stop(): Promise<void>;
}

// Whatever ends the bench ends its servers: they are processes of their own, and nobody else knows of them.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

const READY_WITHIN_MS = 60_000;
const STOPS_WITHIN_MS = 10_000;
const OCCUPANTS_MAX = 20_000;

export const HOST = 'localhost';
export const ROOM = 'bench@conference.localhost';

export function startEjabberd(): Promise<XmppServer> {
  return start('ejabberd', (folder, port) => {
    const config = join(folder, 'ejabberd.yml');
    writeFileSync(config, `
hosts: [${HOST}]
loglevel: warning
auth_method: [anonymous]
anonymous_protocol: sasl_anon
listen:
  - { port: ${port}, ip: "127.0.0.1", module: ejabberd_c2s, max_stanza_size: 262144 }
modules:
  mod_mam: { db_type: mnesia, default: always }
  mod_muc:
    host: conference.${HOST}
    max_users: ${OCCUPANTS_MAX}
    default_room_options: { mam: true, max_users: ${OCCUPANTS_MAX}, presence_broadcast: [] }
`);
    // Without a name the node needs no port mapper (epmd), which would stay behind.
    return {
      words: ['/usr/bin/erl', '-noinput', '+K', 'true', '+P', '250000', '-mnesia', 'dir', `"${join(folder, 'spool')}"`, '-s', 'ejabberd'],
      env: { ERL_LIBS: '/usr/lib/x86_64-linux-gnu', EJABBERD_CONFIG_PATH: config, EJABBERD_LOG_PATH: join(folder, 'ejabberd.log'), ERL_CRASH_DUMP: join(folder, 'crash.dump') },
    };
  });
}

export function startProsody(): Promise<XmppServer> {
  return start('prosody', (folder, port) => {
    const config = join(folder, 'prosody.cfg.lua');
    writeFileSync(config, `
interfaces = { "127.0.0.1" }
c2s_ports = { ${port} }
s2s_ports = {}
c2s_direct_tls_ports = {}
http_ports = {}
https_ports = {}
modules_enabled = { "saslauth" }
modules_disabled = { "s2s", "tls", "offline", "admin_socket" }
c2s_require_encryption = false
authentication = "anonymous"
data_path = "${folder}"
pidfile = "${join(folder, 'prosody.pid')}"
storage = "internal"
log = { warn = "${join(folder, 'prosody.log')}" }
VirtualHost "${HOST}"
Component "conference.${HOST}" "muc"
  modules_enabled = { "muc_mam" }
  muc_log_by_default = true
  muc_room_locking = false
  muc_room_default_presence_broadcast = { visitor = false, participant = false, moderator = false }
`);
    return { words: ['/usr/bin/prosody', '-F', '--config', config], env: {} };
  });
}

async function start(name: XmppServer['name'], configure: (folder: string, port: number) => { words: string[]; env: Record<string, string> }): Promise<XmppServer> {
  const folder = mkdtempSync(join(tmpdir(), `carillon-${name}-`));
  const port = await freePort();
  const user = userOf(name);
  const { words, env } = configure(folder, port);
  chmodSync(folder, 0o750);
  if (user) for (const path of [folder, ...readdirSync(folder).map(file => join(folder, file))]) chownSync(path, user.uid, user.gid);
  const child = spawn(words[0]!, words.slice(1), { cwd: folder, stdio: 'ignore', env: { PATH: process.env['PATH'], HOME: folder, ...env }, ...user });
  const end = () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', end);
  const server: XmppServer = { name, port, cpuUs: () => cpuUsOf(child.pid!), stop: () => stop(child, folder).finally(() => process.off('exit', end)) };
  try {
    await untilListening(child, port);
    return server;
  } catch (error) {
    const log = join(folder, `${name}.log`);
    const words = existsSync(log) ? readFileSync(log, 'utf8').slice(-2_000) : 'It wrote no log.';
    await server.stop();
    throw new Error(`${name} did not start. ${words}`, { cause: error });
  }
}

/** Root runs it as the package's user; anybody else as themselves. */
function userOf(name: string): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const [, , uid, gid] = readFileSync('/etc/passwd', 'utf8').split('\n').find(line => line.startsWith(`${name}:`))?.split(':') ?? [];
  if (uid === undefined) throw new Error(`There is no user ${name}.`);
  return { uid: Number(uid), gid: Number(gid) };
}

/** Of all threads: what the scheduler counted (proc_pid_schedstat), in nanoseconds; process times are kept in hundredths of a second. */
function cpuUsOf(pid: number): number {
  let ns = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) ns += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
  return ns / 1_000;
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const killed = setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN_MS);
    await ended;
    clearTimeout(killed);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function untilListening(child: ChildProcess, port: number): Promise<void> {
  for (const deadline = performance.now() + READY_WITHIN_MS; performance.now() < deadline; await sleep(100)) {
    if (child.exitCode !== null) throw new Error(`It ended with code ${child.exitCode}.`);
    if (await accepts(port)) return;
  }
  throw new Error(`Nothing listened after ${READY_WITHIN_MS} ms.`);
}

function accepts(port: number): Promise<boolean> {
  return new Promise(done => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}

function freePort(): Promise<number> {
  return new Promise(done => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
