import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ISdkSubscribeFrame } from 'amazon-chime-sdk-js/build/signalingprotocol/SignalingProtocol.js';
import { parse } from 'sdp-transform';
import { FrameType, parseFrame, StreamMediaType, StreamServiceType, writeFrame, type OutgoingFrame, type SignalFrame } from '../signalling/frame.js';
import { SUBPROTOCOL } from '../signalling/signal-door.js';
import { ClientPeer } from '../transport/client-peer.fixture.js';
import type { IncomingRtp, LocalParameters } from '../transport/types.js';
import { formatFingerprint } from '../dtls/certificate.js';

/** A Chime SDK client without a browser: it speaks frames over a WebSocket and media over real packets. For tests. */
export const AUDIO_PT = 111;
export const VP8_PT = 96;
const AUDIO_LEVEL_ID = 1;
const RID_ID = 10;
const WAIT_MS = 10_000;

export interface VideoOptions { readonly key?: boolean; readonly mark?: number; readonly rid?: string }

export interface SubscribeWishes {
  /** Max bitrates of the sent layers; one entry is a single stream, three are simulcast; none is no video. */
  readonly sends?: readonly number[];
  /** Stream ids of received videos; 0 keeps a section without a wish. */
  readonly receives?: readonly number[];
  readonly muted?: boolean;
  /** Instead of what the client would write. */
  readonly offer?: string;
}

export class ChimeClient {
  readonly frames: SignalFrame[] = [];
  readonly rtp: { ssrc: number; payloadType: number; sequenceNumber: number; timestamp: number; payload: Buffer }[] = [];
  readonly rtcp: Buffer[] = [];
  closeCode: number | undefined;
  peer!: ClientPeer;
  readonly #socket: WebSocket;
  readonly #waiting = new Set<() => void>();
  #connected = false;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => {
      const frame = parseFrame(data);
      if (frame !== undefined) this.frames.push(frame);
      this.#wake();
    });
    socket.on('close', code => {
      this.closeCode = code;
      this.#wake();
    });
    socket.on('error', () => undefined);
  }

  static async open(url: string, token: string): Promise<ChimeClient> {
    const socket = new WebSocket(url, [SUBPROTOCOL, token]);
    const client = new ChimeClient(socket);
    await once(socket, 'open');
    client.peer = await ClientPeer.open({
      rtp: packet => client.#takeRtp(packet),
      rtcp: packet => { client.rtcp.push(Buffer.from(packet)); client.#wake(); },
    });
    return client;
  }

  /** Opens and says JOIN; resolves with the answer. */
  static async join(url: string, token: string, audioSessionId = 1): Promise<ChimeClient> {
    const client = await ChimeClient.open(url, token);
    client.send({ type: FrameType.JOIN, join: { protocolVersion: 2, flags: 2, audioSessionId, wantsCompressedSdp: false } });
    await client.until('JOIN_ACK', () => client.frames.some(frame => frame.type === FrameType.JOIN_ACK) || client.closeCode !== undefined);
    return client;
  }

  send(frame: OutgoingFrame): void {
    this.#socket.send(writeFrame(frame, 0));
  }

  sendRaw(data: Uint8Array | string): void {
    this.#socket.send(data);
  }

  /** Stops reading, so that the server's buffer fills. */
  stall(): void {
    this.#socket.pause();
  }

  /** The network breaks. */
  cut(): void {
    this.#socket.terminate();
  }

  async until(what: string, condition: () => boolean): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${what} did not come; frames: ${this.frames.map(frame => FrameType[frame.type]).join()}, closed: ${this.closeCode}`)), WAIT_MS);
    });
    while (!condition()) await Promise.race([late, new Promise<void>(resolve => { this.#waiting.add(resolve); })]);
    clearTimeout(timer);
  }

  async frame(type: SignalFrame['type'], matches: (frame: SignalFrame) => boolean = () => true): Promise<SignalFrame> {
    const find = () => this.frames.findLast(frame => frame.type === type && matches(frame));
    await this.until(FrameType[type], () => find() !== undefined);
    return find() as SignalFrame;
  }

  closed(): Promise<void> {
    return this.until('the end', () => this.closeCode !== undefined);
  }

  /** SUBSCRIBE and its answer; the first one also connects the media. */
  async subscribe(wishes: SubscribeWishes = {}): Promise<NonNullable<SignalFrame['suback']>> {
    const before = this.frames.filter(frame => frame.type === FrameType.SUBSCRIBE_ACK).length;
    this.send({ type: FrameType.SUBSCRIBE, sub: this.#request(wishes) });
    await this.until('SUBSCRIBE_ACK', () => this.frames.filter(frame => frame.type === FrameType.SUBSCRIBE_ACK).length > before);
    const ack = this.frames.findLast(frame => frame.type === FrameType.SUBSCRIBE_ACK)?.suback;
    if (!ack) throw new Error('An empty SUBSCRIBE_ACK.');
    if (!this.#connected) {
      this.#connected = true;
      await this.peer.connect(readLocal(ack.sdpAnswer ?? ''));
      await this.frame(FrameType.AUDIO_STREAM_ID_INFO);
    }
    return ack;
  }

  sendAudio(sequenceNumber: number, payload: Uint8Array, level = 20, ssrc = 1_111): void {
    this.peer.sendRtp(ssrc, {
      payloadType: AUDIO_PT, marker: false, sequenceNumber, timestamp: sequenceNumber * 960, extensions: [{ id: AUDIO_LEVEL_ID, value: Uint8Array.of(level) }],
    }, payload);
  }

  /** A VP8 packet whose last byte is its mark. */
  sendVideo(ssrc: number, sequenceNumber: number, options: VideoOptions = {}): void {
    const sealed = this.sealVideo(ssrc, sequenceNumber, options);
    if (sealed !== undefined) this.peer.sendRaw(sealed);
  }

  /** For a packet that is to be late: it is sealed in order and sent when the test wants. */
  sealVideo(ssrc: number, sequenceNumber: number, options: VideoOptions = {}): Buffer | undefined {
    const extensions = options.rid === undefined ? [] : [{ id: RID_ID, value: Buffer.from(options.rid) }];
    const payload = Uint8Array.of(0x10, options.key === true ? 0 : 1, options.mark ?? sequenceNumber & 0xff);
    return this.peer.sealRtp(ssrc, { payloadType: VP8_PT, marker: true, sequenceNumber, timestamp: sequenceNumber * 3_000, extensions }, payload);
  }

  async close(): Promise<void> {
    this.#socket.terminate();
    await this.peer.close();
  }

  #request(wishes: SubscribeWishes): ISdkSubscribeFrame {
    const sends = wishes.sends ?? [];
    const streams = sends.map(maxBitrateKbps => ({ mediaType: StreamMediaType.VIDEO, trackLabel: 'AmazonChimeExpressVideo', streamId: 2, groupId: 2, framerate: 15, maxBitrateKbps }));
    return {
      duplex: sends.length > 0 ? StreamServiceType.DUPLEX : StreamServiceType.RX,
      sendStreams: [{ mediaType: StreamMediaType.AUDIO, streamId: 1, groupId: 1 }, ...streams],
      receiveStreamIds: [0, ...(wishes.receives ?? [])],
      sdpOffer: wishes.offer ?? this.#offer(sends.length, wishes.receives?.length ?? 0),
      audioMuted: wishes.muted ?? false,
    };
  }

  #offer(sent: number, received: number): string {
    const { iceUfrag, icePwd, fingerprintSha256 } = this.peer.remoteParameters;
    const mids = Array.from({ length: 2 + received }, (_, mid) => mid);
    const section = (kind: string, mid: number, direction: string, more: readonly string[]) => [
      `m=${kind} 9 UDP/TLS/RTP/SAVPF ${kind === 'audio' ? AUDIO_PT : VP8_PT}`, 'c=IN IP4 0.0.0.0', `a=ice-ufrag:${iceUfrag}`, `a=ice-pwd:${icePwd}`,
      `a=fingerprint:sha-256 ${formatFingerprint(fingerprintSha256)}`, 'a=setup:actpass', `a=mid:${mid}`, `a=${direction}`, 'a=rtcp-mux', ...more,
    ];
    const vp8 = [`a=rtpmap:${VP8_PT} VP8/90000`, `a=rtcp-fb:${VP8_PT} nack`, `a=rtcp-fb:${VP8_PT} nack pli`, `a=extmap:${RID_ID} urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id`];
    const simulcast = sent === 3 ? ['a=rid:low send', 'a=rid:mid send', 'a=rid:hi send', 'a=simulcast:send low;mid;hi'] : [];
    return [
      'v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 't=0 0', `a=group:BUNDLE ${mids.join(' ')}`,
      ...section('audio', 0, 'sendrecv', [`a=rtpmap:${AUDIO_PT} opus/48000/2`, `a=extmap:${AUDIO_LEVEL_ID} urn:ietf:params:rtp-hdrext:ssrc-audio-level`]),
      ...section('video', 1, sent > 0 ? 'sendrecv' : 'inactive', [...vp8, ...simulcast]),
      ...mids.slice(2).flatMap(mid => section('video', mid, 'recvonly', vp8)),
      '',
    ].join('\r\n');
  }

  #takeRtp(packet: IncomingRtp): void {
    const { ssrc, payloadType, sequenceNumber, timestamp } = packet;
    const payload = Buffer.from(packet.packet.subarray(packet.payloadOffset, packet.payloadOffset + packet.payloadLength));
    this.rtp.push({ ssrc, payloadType, sequenceNumber, timestamp, payload });
    this.#wake();
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}

/** What an answer says about the server's transport. */
export function readLocal(answer: string): LocalParameters {
  const [media] = parse(answer).media;
  return {
    iceUfrag: String(media?.iceUfrag), icePwd: String(media?.icePwd), fingerprintSha256: media?.fingerprint?.hash ?? '',
    candidates: (media?.candidates ?? []).map(candidate => ({
      protocol: candidate.transport === 'tcp' ? 'tcp' : 'udp', address: candidate.ip, port: candidate.port, priority: Number(candidate.priority),
    })),
  };
}
