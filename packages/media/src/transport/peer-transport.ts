import type { Chance } from '@carillon/kernel/chance.js';
import type { DtlsContext } from '../dtls/context.js';
import { DtlsEndpoint } from '../dtls/endpoint.js';
import type { HandshakeLimits } from '../dtls/handshake-limits.js';
import { beginsHandshake } from '../dtls/records.js';
import { IceSession } from '../ice/ice-session.js';
import type { StunMessage } from '../ice/stun.js';
import type { NativeMemory } from '../native/memory.js';
import { classifyDatagram } from '../net/demultiplex.js';
import type { Egress } from '../net/egress.js';
import type { Remote } from '../net/remote.js';
import type { Timers } from '../net/timers.js';
import { isRtcp, RTP_PACKET_BYTES_MAX, RtpPacket, writeRtpHeader } from '../rtp/packet.js';
import { splitKeyingMaterial, type SrtpProfile } from '../srtp/keys.js';
import { SRTP_TRAILER_BYTES_MAX } from '../srtp/protection.js';
import { createSrtpSession, type SrtpSession } from '../srtp/session.js';
import { PacketHistory } from './packet-history.js';
import type {
  LocalParameters, OutgoingHeader, OutgoingStream, PeerTransport, PeerTransportEvents, RemoteParameters, TransportStats,
} from './types.js';

/**
 * The path of a packet.
 *
 * ```
 * in    socket ─ hub: address known? ─┬─ STUN ─► ICE ─► answer            (the only kind from unknown addresses)
 *                                     ├─ DTLS ─► OpenSSL ─► keys
 *                                     └─ SRTP ─► copy to native memory ─► replay? ─► open ─► parse ─► events.rtp / rtcp
 *
 * out   sendRtp ─► header and payload into the arena ─► claim the index ─► seal ─► history ─► queue ─► end of tick
 * ```
 */

/** From the offer to media flowing. */
const CONNECT_MS_MAX = 30_000;
/** Anyone on the path can break a handshake with one plain datagram; so it may begin again. */
const HANDSHAKES_MAX = 4;
/** A client that was refused begins no new handshake: the layer above should know soon, and not after 30 s. */
const RETRY_MS_MAX = 2_000;
const RTCP_BYTES_MAX = 1_400;
const STREAMS_MAX = 1_024;

/** What all transports of one worker share. */
export interface TransportSurroundings {
  readonly nowMs: () => number;
  readonly chance: Chance;
  readonly timers: Timers;
  readonly dtls: DtlsContext;
  readonly limits: HandshakeLimits;
  readonly egress: Egress;
  /** Where one incoming packet at a time is opened. */
  readonly incoming: NativeMemory;
  readonly counters: { handshakesDone: number; handshakesFailed: number; connected: number };
  /** Packets from this address are for this transport, until `forget`. */
  claim(remote: Remote, transport: MediaTransport): void;
  forget(remote: Remote, transport: MediaTransport): void;
  closed(transport: MediaTransport): void;
}

export class MediaTransport implements PeerTransport {
  readonly local: LocalParameters;
  readonly #around: TransportSurroundings;
  readonly #events: PeerTransportEvents;
  readonly #ice: IceSession;
  readonly #streams = new Set<RtpStream>();
  readonly #packet = new RtpPacket();
  #remote: RemoteParameters | undefined;
  #dtls: DtlsEndpoint | undefined;
  #dtlsRemote: Remote | undefined;
  #freeHandshake: (() => void) | undefined;
  #handshakes = 0;
  #srtp: SrtpSession | undefined;
  #cancelDeadline: (() => void) | undefined;
  #closed = false;
  readonly #counts = { packetsIn: 0, bytesIn: 0, packetsOut: 0, bytesOut: 0, dropped: 0, refused: 0 };

  constructor(around: TransportSurroundings, events: PeerTransportEvents, local: Pick<LocalParameters, 'fingerprintSha256' | 'candidates'>) {
    this.#around = around;
    this.#events = events;
    this.#ice = new IceSession(around, {
      validated: remote => around.claim(remote, this),
      forgotten: remote => around.forget(remote, this),
      expired: () => this.#fail('The client sent no sign of life for 30 seconds.'),
    });
    this.local = { iceUfrag: this.#ice.ufrag, icePwd: this.#ice.password, ...local };
  }

  start(remote: RemoteParameters): void {
    if (this.#closed || this.#remote !== undefined) return;
    if (remote.fingerprintSha256.length !== 32) throw new RangeError('A SHA-256 fingerprint has 32 bytes.');
    this.#remote = { ...remote, fingerprintSha256: Uint8Array.from(remote.fingerprintSha256) };
    this.#cancelDeadline = this.#around.timers.after(CONNECT_MS_MAX, () => this.#fail('The client did not connect within 30 seconds.'));
    this.#ice.start(remote.iceUfrag);
  }

  /** A STUN message that names our fragment; from any address. */
  receiveCheck(message: StunMessage, datagram: Buffer, remote: Remote): void {
    const answer = this.#ice.receiveCheck(message, datagram, remote);
    if (answer !== undefined) remote.send(answer);
  }

  /** Anything else, from an address that ICE has validated for us. */
  receive(datagram: Buffer, remote: Remote): void {
    if (this.#closed) return;
    this.#counts.packetsIn += 1;
    this.#counts.bytesIn += datagram.length;
    const kind = classifyDatagram(datagram[0] ?? 0);
    if (kind === 'rtp') this.#receiveMedia(datagram);
    else if (kind === 'dtls') this.#receiveDtls(datagram, remote);
  }

  forgetRemote(remote: Remote): void {
    this.#ice.forget(remote);
  }

  #receiveMedia(datagram: Buffer): void {
    const srtp = this.#srtp;
    const memory = this.#around.incoming;
    if (srtp === undefined || datagram.length > memory.bytes.length) {
      this.#counts.refused += 1;
      return;
    }
    memory.bytes.set(datagram, 0);
    const rtcp = isRtcp(datagram);
    const length = rtcp ? srtp.receiver.openRtcp(memory, 0, datagram.length) : srtp.receiver.openRtp(memory, 0, datagram.length);
    if (length === 0) {
      this.#counts.refused += 1;
      return;
    }
    const plain = memory.bytes.subarray(0, length);
    if (rtcp) this.#events.rtcp(plain);
    else if (this.#packet.parse(plain, this.#around.nowMs())) this.#events.rtp(this.#packet);
  }

  #receiveDtls(datagram: Buffer, remote: Remote): void {
    this.#dtlsRemote = remote;
    if (this.#dtls === undefined && this.#srtp === undefined && beginsHandshake(datagram)) this.#beginHandshake(remote);
    this.#dtls?.input(datagram);
  }

  #beginHandshake(remote: Remote): void {
    if (this.#remote === undefined || this.#handshakes >= HANDSHAKES_MAX) return;
    const free = this.#around.limits.take(remote.address);
    if (free === undefined) return;
    this.#freeHandshake = free;
    this.#handshakes += 1;
    const { dtls: context, timers } = this.#around;
    this.#dtls = new DtlsEndpoint({ context, role: 'server', fingerprintSha256: this.#remote.fingerprintSha256, timers }, {
      send: packet => (this.#ice.selected ?? this.#dtlsRemote)?.send(packet),
      connected: (profile, material) => this.#handshakeDone(profile, material),
      closed: reason => this.#handshakeClosed(reason),
    });
  }

  #handshakeDone(profile: SrtpProfile, material: Buffer): void {
    const keys = splitKeyingMaterial(profile, material);
    this.#srtp = createSrtpSession(this.#around.dtls.openssl, profile, { local: keys.server, remote: keys.client });
    material.fill(0);
    this.#freeHandshake?.();
    this.#cancelDeadline?.();
    this.#around.counters.handshakesDone += 1;
    this.#around.counters.connected += 1;
    this.#events.connected();
  }

  #handshakeClosed(reason: string): void {
    this.#dtls = undefined;
    this.#freeHandshake?.();
    if (this.#srtp !== undefined) {
      this.#fail(reason);
      return;
    }
    this.#around.counters.handshakesFailed += 1;
    if (this.#handshakes >= HANDSHAKES_MAX) {
      this.#fail(reason);
      return;
    }
    const failed = this.#handshakes;
    this.#around.timers.after(RETRY_MS_MAX, () => {
      if (this.#handshakes === failed && this.#srtp === undefined) this.#fail(reason);
    });
  }

  addStream(ssrc: number, historyPackets: number): OutgoingStream {
    if (this.#streams.size >= STREAMS_MAX) throw new RangeError(`A transport has at most ${STREAMS_MAX} outgoing streams.`);
    const stream = new RtpStream(this, ssrc >>> 0, historyPackets, () => this.#streams.delete(stream));
    this.#streams.add(stream);
    return stream;
  }

  /** The way out of an RTP packet, in order. */
  sendRtp(ssrc: number, header: OutgoingHeader, payload: Uint8Array, history: PacketHistory | undefined): boolean {
    const remote = this.#ice.selected;
    const srtp = this.#srtp;
    if (srtp === undefined || remote === undefined || !remote.accepts()) return this.#drop();
    const egress = this.#around.egress;
    const memory = egress.memory;
    const offset = egress.reserve(RTP_PACKET_BYTES_MAX + SRTP_TRAILER_BYTES_MAX);
    const headerBytes = writeRtpHeader(memory.bytes, offset, ssrc, header);
    const length = headerBytes + payload.length;
    if (headerBytes < 0 || length > RTP_PACKET_BYTES_MAX) return this.#drop();
    memory.bytes.set(payload, offset + headerBytes);
    const sealed = srtp.sender.sealRtp(memory, offset, headerBytes, length, ssrc, header.sequenceNumber & 0xffff);
    if (sealed === 0) return this.#drop();
    history?.keep(header.sequenceNumber & 0xffff, memory.bytes, offset, sealed, this.#around.nowMs());
    this.#push(remote, offset, sealed);
    return true;
  }

  /** The same bytes once more: nothing is sealed, so no index is used. */
  resend(packet: Buffer): boolean {
    const remote = this.#ice.selected;
    if (this.#srtp === undefined || remote === undefined || !remote.accepts()) return this.#drop();
    const offset = this.#around.egress.reserve(packet.length);
    this.#around.egress.memory.bytes.set(packet, offset);
    this.#push(remote, offset, packet.length);
    return true;
  }

  sendRtcp(packet: Uint8Array): void {
    const remote = this.#ice.selected;
    if (this.#srtp === undefined || remote === undefined || packet.length > RTCP_BYTES_MAX) {
      this.#drop();
      return;
    }
    const { egress } = this.#around;
    const offset = egress.reserve(RTCP_BYTES_MAX + SRTP_TRAILER_BYTES_MAX);
    egress.memory.bytes.set(packet, offset);
    const sealed = this.#srtp.sender.sealRtcp(egress.memory, offset, packet.length);
    if (sealed === 0) this.#drop();
    else this.#push(remote, offset, sealed);
  }

  #push(remote: Remote, offset: number, length: number): void {
    this.#counts.packetsOut += 1;
    this.#counts.bytesOut += length;
    this.#around.egress.push(remote, offset, length);
  }

  #drop(): false {
    this.#counts.dropped += 1;
    return false;
  }

  stats(): TransportStats {
    return { connected: this.#srtp !== undefined, selectedProtocol: this.#ice.selected?.protocol, ...this.#counts };
  }

  #fail(reason: string): void {
    if (this.#closed) return;
    this.close();
    this.#events.failed(reason);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#cancelDeadline?.();
    this.#freeHandshake?.();
    // First DTLS, which still needs the address to say goodbye.
    this.#dtls?.close();
    this.#dtls = undefined;
    this.#ice.close();
    if (this.#srtp !== undefined) this.#around.counters.connected -= 1;
    this.#srtp?.close();
    this.#srtp = undefined;
    for (const stream of [...this.#streams]) stream.close();
    this.#around.closed(this);
  }
}

class RtpStream implements OutgoingStream {
  readonly ssrc: number;
  readonly #transport: MediaTransport;
  readonly #onClose: () => void;
  #history: PacketHistory | undefined;
  #open = true;

  constructor(transport: MediaTransport, ssrc: number, historyPackets: number, onClose: () => void) {
    this.ssrc = ssrc;
    this.#transport = transport;
    this.#onClose = onClose;
    this.#history = historyPackets > 0 ? new PacketHistory(historyPackets) : undefined;
  }

  sendRtp(header: OutgoingHeader, payload: Uint8Array): boolean {
    return this.#open && this.#transport.sendRtp(this.ssrc, header, payload, this.#history);
  }

  resend(sequenceNumber: number): boolean {
    const packet = this.#history?.find(sequenceNumber & 0xffff);
    return packet !== undefined && this.#transport.resend(packet);
  }

  close(): void {
    this.#open = false;
    this.#history = undefined;
    this.#onClose();
  }
}
