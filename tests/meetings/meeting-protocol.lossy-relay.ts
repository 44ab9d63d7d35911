import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** Between browsers and the media port: a UDP relay that loses packets, the same ones in every run of the same length. */
const CLIENTS_MAX = 64;

export class LossyRelay {
  readonly #front = createSocket('udp4');
  readonly #behind = new Map<string, Socket>();
  readonly #serverPort: number;
  readonly #lossPercent: number;
  #seed = 1;
  lostCount = 0;

  private constructor(serverPort: number, lossPercent: number) {
    this.#serverPort = serverPort;
    this.#lossPercent = lossPercent;
    this.#front.on('message', (packet, from) => {
      if (!this.#loses(packet)) this.#socketFor(from.address, from.port).send(packet, this.#serverPort, '127.0.0.1');
    });
  }

  static async open(serverPort: number, lossPercent: number): Promise<LossyRelay> {
    const relay = new LossyRelay(serverPort, lossPercent);
    relay.#front.bind(0, '127.0.0.1');
    await once(relay.#front, 'listening');
    return relay;
  }

  get port(): number {
    return this.#front.address().port;
  }

  close(): void {
    this.#front.close();
    for (const socket of this.#behind.values()) socket.close();
  }

  #socketFor(address: string, port: number): Socket {
    const key = `${address} ${port}`;
    let socket = this.#behind.get(key);
    if (socket === undefined) {
      if (this.#behind.size >= CLIENTS_MAX) throw new Error('Too many clients of the relay.');
      socket = createSocket('udp4');
      socket.on('message', packet => { if (!this.#loses(packet)) this.#front.send(packet, port, address); });
      this.#behind.set(key, socket);
    }
    return socket;
  }

  /** Only RTP and RTCP (RFC 7983): handshakes under loss are another test's matter. */
  #loses(packet: Buffer): boolean {
    if ((packet[0] ?? 0) < 128) return false;
    this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0;
    const loses = (this.#seed >>> 8) % 100 < this.#lossPercent;
    if (loses) this.lostCount += 1;
    return loses;
  }
}
