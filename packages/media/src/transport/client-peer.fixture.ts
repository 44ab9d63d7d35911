import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { createConnection, type Socket as TcpSocket } from 'node:net';
import { systemChance } from '@carillon/kernel/chance.js';
import { createCertificate, formatFingerprint, type DtlsCertificate } from '../dtls/certificate.js';
import { createDtlsContext, type DtlsContext } from '../dtls/context.js';
import { DtlsEndpoint } from '../dtls/endpoint.js';
import { BINDING_SUCCESS, buildBindingRequest, hasRightIntegrity, parseStun } from '../ice/stun.js';
import { NativeMemory } from '../native/memory.js';
import { frame, FrameReader } from '../net/framing.js';
import { classifyDatagram } from '../net/demultiplex.js';
import { systemTimers } from '../net/timers.js';
import { isRtcp, RtpPacket, writeRtpHeader } from '../rtp/packet.js';
import { splitKeyingMaterial, type MasterKey, type SrtpProfile } from '../srtp/keys.js';
import { createSrtpSession, type SrtpSession } from '../srtp/session.js';
import type { IncomingRtp, LocalParameters, OutgoingHeader, RemoteParameters } from './types.js';

/**
 * A peer that plays the browser over real sockets: controlling ICE, DTLS client, SRTP. For tests and benches.
 *
 * ```ts
 * const client = await ClientPeer.open({ rtp: packet => … });
 * transport.start(client.remoteParameters);            // what the offer would say
 * await client.connect(transport.local);               // what the answer says; resolves when media may flow
 * client.sendRtp(ssrc, header, payload);
 * await client.close();
 * ```
 */
export interface ClientPeerEvents {
  /** Like `IncomingRtp`: a view that lives until the callback returns. */
  rtp?(packet: IncomingRtp): void;
  rtcp?(packet: Buffer): void;
  /** DTLS failed, or the server closed. */
  closed?(reason: string): void;
}

export interface ClientPeerOptions {
  readonly protocol?: 'udp' | 'tcp';
  /**
   * The address of the server to use among the candidates; default: 127.0.0.1 if offered, else the first of the
   * protocol.
   */
  readonly serverAddress?: string;
  /** Another certificate than the one announced: a liar. */
  readonly certificate?: DtlsCertificate;
  /** What really goes out in place of a datagram of DTLS: nothing, the same, something else, several. */
  readonly outgoing?: (packet: Buffer) => readonly Uint8Array[];
}

const CHECK_MS = 50;
const CHECKS_MAX = 200;
/** Afterwards, as a browser does, a check now and then keeps the consent. */
const CONSENT_CHECK_MS = 5_000;
const PACKET_BYTES_MAX = 2_048;

let sharedCertificate: DtlsCertificate | undefined;
const contexts = new Map<DtlsCertificate, DtlsContext>();

export class ClientPeer {
  readonly #certificate: DtlsCertificate;
  readonly #events: ClientPeerEvents;
  readonly #options: ClientPeerOptions;
  readonly #ufrag = Buffer.from(systemChance.bytes(6)).toString('base64');
  readonly #password = Buffer.from(systemChance.bytes(18)).toString('base64');
  readonly #memory = new NativeMemory(2 * PACKET_BYTES_MAX);
  readonly #packet = new RtpPacket();
  #carrier: Carrier | undefined;
  #server: LocalParameters | undefined;
  #dtls: DtlsEndpoint | undefined;
  #srtp: SrtpSession | undefined;
  #cancelChecks: (() => void) | undefined;
  #checked: (() => void) | undefined;
  #keyed: { resolve: () => void; reject: (error: Error) => void } | undefined;
  /** What DTLS agreed on; a bench hands it to another process. */
  profile: SrtpProfile | undefined;
  keys: { client: MasterKey; server: MasterKey } | undefined;
  refused = 0;

  private constructor(events: ClientPeerEvents, options: ClientPeerOptions) {
    sharedCertificate ??= createCertificate(systemChance);
    this.#certificate = options.certificate ?? sharedCertificate;
    this.#events = events;
    this.#options = options;
  }

  static open(events: ClientPeerEvents = {}, options: ClientPeerOptions = {}): Promise<ClientPeer> {
    return Promise.resolve(new ClientPeer(events, options));
  }

  /** What the offer says of this side. */
  get remoteParameters(): RemoteParameters {
    return { iceUfrag: this.#ufrag, icePwd: this.#password, fingerprintSha256: this.#certificate.fingerprintSha256 };
  }

  /** `AB:CD:…`, for an offer in SDP. */
  get fingerprint(): string {
    return formatFingerprint(this.#certificate.fingerprintSha256);
  }

  /** The UDP socket or TCP connection, once connected; a bench sends and counts on it directly. */
  get socket(): Socket | TcpSocket | undefined {
    return this.#carrier?.socket;
  }

  /** Checks, nominates, shakes hands. Rejects when the server does not answer or DTLS fails. */
  async connect(server: LocalParameters): Promise<void> {
    await this.reach(server);
    await this.shakeHands();
  }

  /** The first half of `connect`: until ICE has validated this address. */
  async reach(server: LocalParameters): Promise<void> {
    this.#server = server;
    const protocol = this.#options.protocol ?? 'udp';
    const offered = server.candidates.filter(candidate => candidate.protocol === protocol);
    const wanted = this.#options.serverAddress ?? '127.0.0.1';
    const candidate = offered.find(({ address }) => address === wanted) ?? offered[0];
    if (candidate === undefined) throw new Error(`The server has no candidate for ${protocol}.`);
    this.#carrier = await openCarrier(protocol, candidate.address, candidate.port, packet => this.#receive(packet));
    await this.check();
    this.#scheduleConsent();
  }

  /** One nominating check, repeated until it is answered. */
  async check(): Promise<void> {
    const answered = new Promise<void>(resolve => { this.#checked = resolve; });
    let cancel: (() => void) | undefined;
    let checks = 0;
    const failed = new Promise<never>((_resolve, reject) => {
      const repeat = () => {
        checks += 1;
        if (checks > CHECKS_MAX) reject(new Error('No check was answered.'));
        else {
          this.sendCheck();
          cancel = systemTimers.after(CHECK_MS, repeat);
        }
      };
      repeat();
    });
    try {
      await Promise.race([answered, failed]);
    } finally {
      cancel?.();
    }
  }

  sendCheck(useCandidate = true): void {
    if (this.#server !== undefined) this.#carrier?.send(this.buildCheck(this.#server, useCandidate));
  }

  /** The bytes of a check; also for tests that change them. */
  buildCheck(server: LocalParameters, useCandidate = true): Buffer {
    return buildBindingRequest(Buffer.from(systemChance.bytes(12)), {
      username: `${server.iceUfrag}:${this.#ufrag}`, priority: 0x6e7f1eff, role: 'controlling', tieBreaker: Buffer.alloc(8, 1), useCandidate,
    }, server.icePwd);
  }

  #scheduleConsent(): void {
    this.#cancelChecks = systemTimers.after(CONSENT_CHECK_MS, () => {
      this.sendCheck();
      this.#scheduleConsent();
    });
  }

  /** The second half of `connect`. */
  shakeHands(): Promise<void> {
    const server = this.#server;
    if (server === undefined) throw new Error('A client reaches its server before it shakes hands.');
    const context = this.#context();
    const { openssl } = context;
    const fingerprintSha256 = Buffer.from(server.fingerprintSha256.replaceAll(':', ''), 'hex');
    this.#dtls = new DtlsEndpoint({ context, role: 'client', fingerprintSha256, timers: systemTimers }, {
      send: datagram => { for (const packet of this.#options.outgoing?.(datagram) ?? [datagram]) this.#carrier?.send(packet); },
      connected: (profile, material) => {
        this.profile = profile;
        this.keys = splitKeyingMaterial(profile, Buffer.from(material));
        this.#srtp = createSrtpSession(openssl, profile, { local: this.keys.client, remote: this.keys.server });
        this.#keyed?.resolve();
      },
      closed: reason => {
        this.#keyed?.reject(new Error(reason));
        this.#events.closed?.(reason);
      },
    });
    const done = new Promise<void>((resolve, reject) => { this.#keyed = { resolve, reject }; });
    this.#dtls.start();
    return done;
  }

  #context(): DtlsContext {
    let context = contexts.get(this.#certificate);
    if (context === undefined) {
      context = createDtlsContext('client', this.#certificate);
      contexts.set(this.#certificate, context);
    }
    return context;
  }

  #receive(packet: Buffer): void {
    const kind = classifyDatagram(packet[0] ?? 0xff);
    if (kind === 'dtls') this.#dtls?.input(packet);
    else if (kind === 'rtp') this.#receiveMedia(packet);
    else if (kind === 'stun' && this.#server !== undefined) {
      const message = parseStun(packet);
      if (message?.type === BINDING_SUCCESS && hasRightIntegrity(packet, message, this.#server.icePwd)) this.#checked?.();
    }
  }

  #receiveMedia(packet: Buffer): void {
    if (this.#srtp === undefined || packet.length > PACKET_BYTES_MAX) return;
    this.#memory.bytes.set(packet, 0);
    const rtcp = isRtcp(packet);
    const length = rtcp ? this.#srtp.receiver.openRtcp(this.#memory, 0, packet.length) : this.#srtp.receiver.openRtp(this.#memory, 0, packet.length);
    if (length === 0) {
      this.refused += 1;
      return;
    }
    const plain = this.#memory.bytes.subarray(0, length);
    if (rtcp) this.#events.rtcp?.(plain);
    else if (this.#packet.parse(plain, 0)) this.#events.rtp?.(this.#packet);
  }

  /** Seals and sends; false when the sequence number does not rise. */
  sendRtp(ssrc: number, header: OutgoingHeader, payload: Uint8Array): boolean {
    const sealed = this.sealRtp(ssrc, header, payload);
    if (sealed !== undefined) this.#carrier?.send(sealed);
    return sealed !== undefined;
  }

  /** The sealed bytes, not sent; for tests that change or repeat them. */
  sealRtp(ssrc: number, header: OutgoingHeader, payload: Uint8Array): Buffer | undefined {
    const headerBytes = writeRtpHeader(this.#memory.bytes, PACKET_BYTES_MAX, ssrc, header);
    this.#memory.bytes.set(payload, PACKET_BYTES_MAX + headerBytes);
    const sealed = this.#srtp?.sender.sealRtp(this.#memory, PACKET_BYTES_MAX, headerBytes, headerBytes + payload.length, ssrc, header.sequenceNumber) ?? 0;
    return sealed === 0 ? undefined : Buffer.from(this.#memory.bytes.subarray(PACKET_BYTES_MAX, PACKET_BYTES_MAX + sealed));
  }

  /** The sealed bytes of a compound, not sent. */
  sealRtcp(packet: Uint8Array): Buffer | undefined {
    this.#memory.bytes.set(packet, PACKET_BYTES_MAX);
    const sealed = this.#srtp?.sender.sealRtcp(this.#memory, PACKET_BYTES_MAX, packet.length) ?? 0;
    return sealed === 0 ? undefined : Buffer.from(this.#memory.bytes.subarray(PACKET_BYTES_MAX, PACKET_BYTES_MAX + sealed));
  }

  /**
   * Seals `plain` as it is, header included, however wrong it may be; sent by `sendRaw`. Undefined when SRTP cannot.
   */
  sealPlainRtp(plain: Uint8Array, headerBytes: number, ssrc: number, sequenceNumber: number): Buffer | undefined {
    this.#memory.bytes.set(plain, PACKET_BYTES_MAX);
    const sealed = this.#srtp?.sender.sealRtp(this.#memory, PACKET_BYTES_MAX, headerBytes, plain.length, ssrc, sequenceNumber) ?? 0;
    return sealed === 0 ? undefined : Buffer.from(this.#memory.bytes.subarray(PACKET_BYTES_MAX, PACKET_BYTES_MAX + sealed));
  }

  /** A compound in plaintext. */
  sendRtcp(packet: Uint8Array): void {
    const sealed = this.sealRtcp(packet);
    if (sealed !== undefined) this.#carrier?.send(sealed);
  }

  /** The first flight of a handshake that is never continued. */
  get hello(): Buffer {
    const flight: Buffer[] = [];
    const endpoint = new DtlsEndpoint({ context: this.#context(), role: 'client', fingerprintSha256: new Uint8Array(32), timers: systemTimers }, {
      send: datagram => flight.push(datagram), connected: () => undefined, closed: () => undefined,
    });
    endpoint.start();
    endpoint.close();
    return flight[0] ?? Buffer.alloc(0);
  }

  /** Any bytes whatever, from this peer's address. */
  sendRaw(packet: Uint8Array): void {
    this.#carrier?.send(packet);
  }

  /** Moves to another local port, as a phone does that changes its network; media follows after the next check. */
  async move(): Promise<void> {
    const carrier = this.#carrier;
    if (carrier === undefined) return;
    this.#carrier = await openCarrier(carrier.protocol, carrier.address, carrier.port, packet => this.#receive(packet));
    await carrier.close();
    await this.check();
  }

  /** Says goodbye by DTLS and frees everything. */
  async close(): Promise<void> {
    this.#cancelChecks?.();
    this.#dtls?.close();
    this.#srtp?.close();
    this.#srtp = undefined;
    await this.#carrier?.close();
    this.#carrier = undefined;
  }
}

interface Carrier {
  readonly protocol: 'udp' | 'tcp';
  readonly address: string;
  readonly port: number;
  readonly socket: Socket | TcpSocket;
  send(packet: Uint8Array): void;
  close(): Promise<void>;
}

async function openCarrier(protocol: 'udp' | 'tcp', address: string, port: number, received: (packet: Buffer) => void): Promise<Carrier> {
  if (protocol === 'tcp') {
    const socket = createConnection({ host: address, port, noDelay: true });
    await once(socket, 'connect');
    const reader = new FrameReader();
    socket.on('error', () => undefined);
    socket.on('data', chunk => { for (const packet of reader.read(chunk) ?? []) received(packet); });
    return {
      protocol, address, port, socket,
      send: packet => { if (socket.writable) socket.write(frame(packet)); },
      close: async () => {
        if (socket.closed) return;
        const closed = once(socket, 'close');
        socket.end();
        socket.resume();
        await closed;
      },
    };
  }
  const socket = createSocket({ type: address.includes(':') ? 'udp6' : 'udp4', recvBufferSize: 2 ** 22 });
  socket.bind(0);
  await once(socket, 'listening');
  socket.on('error', () => undefined);
  socket.on('message', received);
  let open = true;
  return {
    protocol, address, port, socket,
    send: packet => { if (open) socket.send(Buffer.from(packet), port, address, () => undefined); },
    // Node sends in order: an empty datagram that was sent says that all before it were.
    close: () => new Promise(resolve => {
      if (!open) {
        resolve();
        return;
      }
      open = false;
      socket.send(Buffer.alloc(0), port, address, () => socket.close(() => resolve()));
    }),
  };
}
