import { createSocket, type Socket } from 'node:dgram';
import { createSocketAddress, socketDescriptor } from '../native/sendmmsg.js';
import type { NativeMemory } from '../native/memory.js';
import { isLinkLocal, parseAddress } from './address.js';
import type { Remote } from './remote.js';

/** What the system grants of this is bounded by net.core.rmem_max and wmem_max. */
const BUFFER_BYTES = 8 * 2 ** 20;
/** Answers and handshakes that Node holds because the kernel would not take them; beyond that they are dropped. */
const QUEUED_BYTES_MAX = 2 ** 20;

export interface UdpEvents {
  datagram(datagram: Buffer, address: string, port: number): void;
  /** The socket itself failed, after it was open. */
  failed(error: Error): void;
}

/** One UDP socket of one address family. */
export class UdpSocket {
  readonly port: number;
  readonly #socket: Socket;
  /** For sendmmsg; undefined where Node does not show it. */
  readonly descriptor: number | undefined;
  /** What the system granted, in its own count: twice the payload. */
  readonly receiveBufferBytes: number;
  closed = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.port = socket.address().port;
    this.descriptor = socketDescriptor(socket);
    this.receiveBufferBytes = socket.getRecvBufferSize();
  }

  /** Opens on all addresses of the family; rejects with the system's error. */
  static async open(family: 'udp4' | 'udp6', port: number, events: UdpEvents): Promise<UdpSocket> {
    const socket = createSocket({
      type: family, ipv6Only: family === 'udp6', recvBufferSize: BUFFER_BYTES, sendBufferSize: BUFFER_BYTES,
      // Every host here is an address already; the usual look-up costs a turn of the event loop.
      lookup: (address, _options, found) => found(null, address, family === 'udp6' ? 6 : 4),
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.bind(port, () => {
        socket.off('error', reject);
        resolve();
      });
    });
    socket.on('error', error => events.failed(error));
    socket.on('message', (datagram, from) => events.datagram(datagram, from.address, from.port));
    return new UdpSocket(socket);
  }

  /** Sends a copy through Node. What the network says about it is no concern of ours: the peer repeats itself. */
  send(packet: Uint8Array, address: string, port: number): boolean {
    if (this.closed || this.#socket.getSendQueueSize() > QUEUED_BYTES_MAX) return false;
    // Node keeps a reference while the kernel does not take the datagram, and our buffers are reused.
    this.#socket.send(Buffer.from(packet), port, address, () => undefined);
    return true;
  }

  /** Idempotent. */
  close(): Promise<void> {
    if (this.closed) return Promise.resolve();
    this.closed = true;
    return new Promise(resolve => this.#socket.close(resolve));
  }
}

/** A peer's address behind one of our sockets. */
export class UdpRemote implements Remote {
  readonly protocol = 'udp';
  readonly address: string;
  readonly port: number;
  readonly key: string;
  readonly socket: UdpSocket;
  #sockaddr: NativeMemory | undefined;
  /** The packets queued for this remote, as a list in the arrays of `Egress`; -1 for none. */
  firstQueued = -1;
  lastQueued = -1;

  constructor(socket: UdpSocket, address: string, port: number) {
    this.socket = socket;
    this.address = address;
    this.port = port;
    this.key = udpKey(address, port);
  }

  /** For sendmmsg; undefined for link-local addresses, whose zone only Node's own send knows how to write. */
  sockaddr(): NativeMemory | undefined {
    if (this.#sockaddr !== undefined) return this.#sockaddr;
    const address = parseAddress(this.address);
    if (address === undefined || isLinkLocal(address)) return undefined;
    this.#sockaddr = createSocketAddress(address, this.port);
    return this.#sockaddr;
  }

  accepts(): boolean {
    return true;
  }

  send(packet: Uint8Array): void {
    this.socket.send(packet, this.address, this.port);
  }
}

export function udpKey(address: string, port: number): string {
  return `${address} ${port}`;
}
