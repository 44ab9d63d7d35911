import { spawn, type ChildProcess } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { freePort } from './server-process.js';

/** A DNS server of our own on loopback (Debian's dnsmasq), with TXT records that the test publishes. */
export interface DnsServer {
  /** `127.0.0.1:<port>` */
  readonly address: string;
  /** From now on these records, by name, and no others. */
  publish(records: Readonly<Record<string, string>>): Promise<void>;
  stop(): Promise<void>;
}

export const hasDns = (process.env['CARILLON_TEST_PEERS'] ?? 'dnsmasq').split(',').includes('dnsmasq');

export async function startDns(): Promise<DnsServer> {
  const port = await freeDnsPort();
  const address = `127.0.0.1:${port}`;
  let server = await launch(address, port, {});
  return {
    address,
    publish: async records => {
      await end(server);
      server = await launch(address, port, records);
    },
    stop: () => end(server),
  };
}

async function launch(address: string, port: number, records: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const texts = Object.entries({ 'ready.test': 'yes', ...records }).map(([name, value]) => `--txt-record=${name},${value}`);
  const child = spawn('/usr/sbin/dnsmasq', ['--no-daemon', '--conf-file=/dev/null', '--pid-file=', '--no-resolv', '--no-hosts', '--local=/#/', '--bind-interfaces', '--listen-address=127.0.0.1', `--port=${port}`, ...texts], { stdio: 'ignore' });
  const resolver = new Resolver({ timeout: 200, tries: 1 });
  resolver.setServers([address]);
  for (;;) {
    if (child.exitCode !== null) throw new Error(`dnsmasq ended with ${child.exitCode}.`);
    const ready = await resolver.resolveTxt('ready.test').then(() => true, () => false);
    if (ready) return child;
    await new Promise(done => setTimeout(done, 20));
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise(done => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
}

/** A port that nobody has at this moment, neither for datagrams nor for streams: DNS takes both. */
async function freeDnsPort(): Promise<number> {
  for (;;) {
    const port = await freePort();
    const socket = createSocket('udp4');
    const free = await new Promise<boolean>(done => {
      socket.once('error', () => done(false));
      socket.bind(port, '127.0.0.1', () => done(true));
    });
    socket.close();
    if (free) return port;
  }
}
