import { createServer, type Server, type Socket } from 'node:net';
import { frame, FrameReader } from './framing.js';
import type { Remote } from './remote.js';
import type { Timers } from './timers.js';

/** Connections of all clients, of one address, and those of one address that ICE has not yet validated. */
const CONNECTIONS_MAX = 2_000;
const CONNECTIONS_PER_ADDRESS_MAX = 256;
const UNPROVEN_PER_ADDRESS_MAX = 32;
const UNPROVEN_MAX = 400;
/** Within this a connection must bring a valid check. */
const PROVE_MS_MAX = 10_000;
const IDLE_MS_MAX = 40_000;
/** What waits for a slow client; a second of video. Beyond that packets are dropped, as UDP would. */
const BUFFERED_BYTES_MAX = 256 * 1_024;

export interface TcpEvents {
  packet(packet: Buffer, remote: TcpRemote): void;
  closed(remote: TcpRemote): void;
  failed(error: Error): void;
}

/** One accepted connection of ICE-TCP. */
export class TcpRemote implements Remote {
  readonly protocol = 'tcp';
  readonly address: string;
  readonly port: number;
  readonly key: string;
  readonly #socket: Socket;
  #proven = false;
  readonly #onProven: () => void;

  constructor(socket: Socket, number: number, onProven: () => void) {
    this.#socket = socket;
    this.address = (socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '');
    this.port = socket.remotePort ?? 0;
    this.key = `tcp ${number}`;
    this.#onProven = onProven;
  }

  /** ICE validated it: it is no stranger any more. */
  prove(): void {
    if (this.#proven) return;
    this.#proven = true;
    this.#onProven();
  }

  accepts(): boolean {
    return this.#socket.writable && this.#socket.writableLength < BUFFERED_BYTES_MAX;
  }

  send(packet: Uint8Array): void {
    if (this.accepts()) this.#socket.write(frame(packet));
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** Listens for ICE-TCP (RFC 6544, passive candidates) on one address family. */
export class TcpListener {
  readonly port: number;
  readonly #server: Server;
  readonly #events: TcpEvents;
  readonly #timers: Timers;
  readonly #connections = new Set<TcpRemote>();
  readonly #perAddress = new Map<string, { all: number; unproven: number }>();
  #unproven = 0;
  #accepted = 0;

  private constructor(server: Server, port: number, timers: Timers, events: TcpEvents) {
    this.#server = server;
    this.port = port;
    this.#timers = timers;
    this.#events = events;
    server.on('connection', socket => this.#accept(socket));
    server.on('error', error => events.failed(error));
  }

  /** Rejects with the system's error. */
  static async open(host: '0.0.0.0' | '::', port: number, timers: Timers, events: TcpEvents): Promise<TcpListener> {
    const server = createServer({ noDelay: true });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port, ipv6Only: true }, () => {
        server.off('error', reject);
        resolve();
      });
    });
    const bound = server.address();
    return new TcpListener(server, typeof bound === 'object' && bound !== null ? bound.port : port, timers, events);
  }

  get connectionCount(): number {
    return this.#connections.size;
  }

  #accept(socket: Socket): void {
    // An error is always followed by 'close', which is where the connection ends for us.
    socket.on('error', () => undefined);
    const address = socket.remoteAddress ?? '';
    const counts = this.#perAddress.get(address) ?? { all: 0, unproven: 0 };
    if (this.#connections.size >= CONNECTIONS_MAX || this.#unproven >= UNPROVEN_MAX
      || counts.all >= CONNECTIONS_PER_ADDRESS_MAX || counts.unproven >= UNPROVEN_PER_ADDRESS_MAX) {
      socket.destroy();
      return;
    }
    this.#perAddress.set(address, counts);
    this.#accepted += 1;
    this.#serve(socket, address, counts);
  }

  #serve(socket: Socket, address: string, counts: { all: number; unproven: number }): void {
    const leaveStrangers = () => {
      if (!unproven) return;
      unproven = false;
      cancelProof();
      counts.unproven -= 1;
      this.#unproven -= 1;
    };
    let unproven = true;
    const remote = new TcpRemote(socket, this.#accepted, leaveStrangers);
    const cancelProof = this.#timers.after(PROVE_MS_MAX, () => socket.destroy());
    counts.all += 1;
    counts.unproven += 1;
    this.#unproven += 1;
    this.#connections.add(remote);
    const reader = new FrameReader();
    socket.setTimeout(IDLE_MS_MAX, () => socket.destroy());
    socket.on('data', chunk => {
      const packets = reader.read(chunk);
      if (packets === undefined) socket.destroy();
      else for (const packet of packets) this.#events.packet(packet, remote);
    });
    socket.on('close', () => {
      leaveStrangers();
      counts.all -= 1;
      if (counts.all === 0) this.#perAddress.delete(address);
      this.#connections.delete(remote);
      this.#events.closed(remote);
    });
  }

  close(): Promise<void> {
    for (const remote of this.#connections) remote.close();
    return new Promise(resolve => this.#server.close(() => resolve()));
  }
}
