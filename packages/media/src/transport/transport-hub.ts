import { networkInterfaces } from 'node:os';
import type { Chance } from '@carillon/kernel/chance.js';
import { createCertificate, formatFingerprint } from '../dtls/certificate.js';
import { createDtlsContext } from '../dtls/context.js';
import { HandshakeLimits } from '../dtls/handshake-limits.js';
import { parseStun } from '../ice/stun.js';
import { NativeMemory } from '../native/memory.js';
import { testNative } from '../native/self-test.js';
import { parseAddress } from '../net/address.js';
import { gatherCandidates } from '../net/candidates.js';
import { classifyDatagram } from '../net/demultiplex.js';
import { Egress } from '../net/egress.js';
import { openPort, type OpenPort } from '../net/open-port.js';
import type { Remote } from '../net/remote.js';
import { TcpRemote } from '../net/tcp-listener.js';
import { systemTimers, type Timers } from '../net/timers.js';
import { udpKey, UdpRemote, type UdpSocket } from '../net/udp-socket.js';
import { MediaTransport, type TransportSurroundings } from './peer-transport.js';
import type { PeerTransport, PeerTransportEvents } from './types.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type Log = (level: LogLevel, message: string, fields?: Readonly<Record<string, unknown>>) => void;

export interface TransportHubOptions {
  /** UDP and TCP port, on all addresses of the host; 0 lets the system choose one. */
  readonly port: number;
  /** NAT 1:1 addresses; when empty, every address of the host that is not internal is a candidate. */
  readonly announcedAddresses: readonly string[];
  /** Monotone milliseconds. */
  readonly nowMs: () => number;
  readonly chance: Chance;
  readonly log: Log;
  /** The system's timers when absent. */
  readonly timers?: Timers;
  /** `dgram` switches sendmmsg off; else the self-test decides. */
  readonly egress?: 'dgram';
}

export interface OpenTransportOptions {
  /** Adds 127.0.0.1 and ::1 to the candidates, because the page itself came from this host. */
  readonly includeLoopback: boolean;
}

/** Numbers since the start of the hub, for metrics and reports of trouble. */
export interface TransportHubStats {
  readonly transports: number;
  readonly connected: number;
  readonly handshakesDone: number;
  readonly handshakesFailed: number;
  readonly tcpConnections: number;
  readonly datagramsIn: number;
  /** Datagrams of no known transport, of no known protocol or refused by a bound. */
  readonly datagramsIgnored: number;
  readonly datagramsOut: number;
  /** Sends the kernel refused because its buffer was full. */
  readonly sendsRefused: number;
  /** What carries packets out: batches with segmentation offload, or Node's own datagrams. */
  readonly egress: 'sendmmsg' | 'dgram';
}

/** Everything that carries packets in one worker: one UDP port, one TCP listener, all transports behind them. */
export interface TransportHub {
  readonly port: number;
  openTransport(events: PeerTransportEvents, options: OpenTransportOptions): PeerTransport;
  stats(): TransportHubStats;
  /** Closes all transports and sockets, and frees all native memory. */
  close(): Promise<void>;
}

const INCOMING_BYTES_MAX = 2_048;
/** Some 20 ms of a busy worker. Debian's own limit gives a fifth of it. */
const RECEIVE_BUFFER_BYTES_MIN = 2 * 2 ** 20;

/**
 * Tests the native code in a child process, opens the port and makes this worker's certificate. Rejects with a sentence
 * for the operator when the platform cannot carry media or the port is taken.
 */
export async function createTransportHub(options: TransportHubOptions): Promise<TransportHub> {
  const native = await testNative();
  const segmentation = native.segmentation && options.egress !== 'dgram';
  const hub = new Hub(options, segmentation);
  try {
    await hub.listen();
  } catch (error) {
    await hub.close();
    throw error;
  }
  hub.warn();
  options.log('info', 'Media transport is open.', { port: hub.port, openssl: native.opensslVersion, egress: segmentation ? 'sendmmsg' : 'dgram' });
  return hub;
}

class Hub implements TransportHub {
  readonly #options: TransportHubOptions;
  readonly #around: TransportSurroundings;
  readonly #fingerprintSha256: string;
  /** By our fragment: where a check belongs to. By address: all other packets. */
  readonly #byUfrag = new Map<string, MediaTransport>();
  readonly #byAddress = new Map<string, { remote: Remote; transport: MediaTransport }>();
  readonly #counts = { datagramsIn: 0, datagramsIgnored: 0 };
  #open: OpenPort | undefined;

  constructor(options: TransportHubOptions, segmentation: boolean) {
    this.#options = options;
    const timers = options.timers ?? systemTimers;
    const certificate = createCertificate(options.chance);
    this.#fingerprintSha256 = formatFingerprint(certificate.fingerprintSha256);
    this.#around = {
      nowMs: options.nowMs,
      chance: options.chance,
      timers,
      dtls: createDtlsContext('server', certificate),
      limits: new HandshakeLimits(),
      egress: new Egress({ segmentation, nowMs: options.nowMs, timers }),
      incoming: new NativeMemory(INCOMING_BYTES_MAX),
      counters: { handshakesDone: 0, handshakesFailed: 0, connected: 0 },
      claim: (remote, transport) => this.#claim(remote, transport),
      forget: (remote, transport) => {
        if (this.#byAddress.get(remote.key)?.transport === transport) this.#byAddress.delete(remote.key);
      },
      closed: transport => this.#byUfrag.delete(transport.local.iceUfrag),
    };
  }

  get port(): number {
    return this.#open?.port ?? 0;
  }

  async listen(): Promise<void> {
    const failed = (error: Error) => this.#options.log('error', 'A media socket failed.', { error: error.message });
    this.#open = await openPort(this.#options.port, this.#around.timers, {
      datagram: (socket, datagram, address, port) => this.#receiveDatagram(socket, datagram, address, port),
      packet: (packet, remote) => this.#receive(packet, remote, this.#byAddress.get(remote.key)?.transport),
      closed: remote => this.#byAddress.get(remote.key)?.transport.forgetRemote(remote),
      failed,
    });
  }

  /** Tells the operator what will work badly. */
  warn(): void {
    const { announcedAddresses, log } = this.#options;
    const receiveBufferBytes = this.#open?.receiveBufferBytes ?? 0;
    if (receiveBufferBytes < RECEIVE_BUFFER_BYTES_MIN) {
      log('warn', 'Bursts will be lost, because the system grants small socket buffers. Set net.core.rmem_max and net.core.wmem_max to 8388608.', {
        receiveBufferBytes,
      });
    }
    for (const address of announcedAddresses) {
      if (parseAddress(address) === undefined) log('warn', 'An announced address is no IP address and is left out.', { address });
    }
  }

  openTransport(events: PeerTransportEvents, options: OpenTransportOptions): PeerTransport {
    const open = this.#open;
    if (open === undefined) throw new Error('The media transport is closed.');
    const candidates = gatherCandidates({
      announcedAddresses: this.#options.announcedAddresses, interfaces: networkInterfaces(), includeLoopback: options.includeLoopback,
      port: open.port, ipv6: open.ipv6,
    });
    const transport = new MediaTransport(this.#around, events, { fingerprintSha256: this.#fingerprintSha256, candidates });
    this.#byUfrag.set(transport.local.iceUfrag, transport);
    return transport;
  }

  #receiveDatagram(socket: UdpSocket, datagram: Buffer, address: string, port: number): void {
    const known = this.#byAddress.get(udpKey(address, port));
    this.#receive(datagram, known?.remote ?? new UdpRemote(socket, address, port), known?.transport);
  }

  /** Checks go by the fragment they name; everything else by the address a check has proven. */
  #receive(datagram: Buffer, remote: Remote, transport: MediaTransport | undefined): void {
    this.#counts.datagramsIn += 1;
    if (classifyDatagram(datagram[0] ?? 0xff) === 'stun') this.#receiveStun(datagram, remote);
    else if (transport !== undefined) transport.receive(datagram, remote);
    else this.#counts.datagramsIgnored += 1;
  }

  #receiveStun(datagram: Buffer, remote: Remote): void {
    const message = parseStun(datagram);
    const ufrag = message?.username?.split(':', 1)[0];
    const transport = ufrag === undefined ? undefined : this.#byUfrag.get(ufrag);
    if (message === undefined || transport === undefined) this.#counts.datagramsIgnored += 1;
    else transport.receiveCheck(message, datagram, remote);
  }

  /** A page that is loaded anew may come from the address of its predecessor: the newest check counts. */
  #claim(remote: Remote, transport: MediaTransport): void {
    const before = this.#byAddress.get(remote.key);
    this.#byAddress.set(remote.key, { remote, transport });
    if (before !== undefined && before.transport !== transport) before.transport.forgetRemote(before.remote);
    if (remote instanceof TcpRemote) remote.prove();
  }

  stats(): TransportHubStats {
    const { egress, counters } = this.#around;
    return {
      transports: this.#byUfrag.size, tcpConnections: this.#open?.tcpConnectionCount() ?? 0, ...counters, ...this.#counts,
      datagramsOut: egress.datagramsOut, sendsRefused: egress.sendsRefused, egress: egress.kind,
    };
  }

  async close(): Promise<void> {
    for (const transport of [...this.#byUfrag.values()]) transport.close();
    this.#around.egress.flush();
    const open = this.#open;
    this.#open = undefined;
    await open?.close();
    this.#around.dtls.close();
  }
}
