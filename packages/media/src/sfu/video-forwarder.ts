import type { OutgoingHeader, OutgoingStream } from '../transport/types.js';
import type { OrderedPacket } from './packet-order.js';
import type { RtpRewriter } from './rtp-rewriter.js';
import type { VideoLayer } from './video-layer.js';

/** How this receiver's section of the SDP names things. */
export interface ReceiverSection {
  /** The receiver's payload type by codec key. */
  readonly payloadTypes: ReadonlyMap<string, number>;
  readonly orientationExtension: number | undefined;
  /** With it the receiver's bandwidth estimate (REMB) is worth something. */
  readonly sendTimeExtension: number | undefined;
}

export interface VideoForwarderDeps {
  /** Monotone milliseconds. */
  readonly nowMs: () => number;
  /** Payload bytes that went out. */
  readonly onSent: (bytes: number) => void;
}

/** Where the receiver's picture stands on the sender's clock, for the next sender report. */
export interface ForwardedReport {
  readonly ntpMs: number;
  readonly rtpTimestamp: number;
  readonly packetCount: number;
  readonly octetCount: number;
}

/** Resent packets per second and receiver section: more is no loss but a request to be flooded. */
const RESENDS_PER_S_MAX = 500;

/**
 * One received video of one session: one section of its SDP, one SSRC for good, fed from whatever layer is wanted
 * now. It changes over only on a key frame; until then the old layer goes on.
 */
export class VideoForwarder {
  readonly mid: string;
  readonly #stream: OutgoingStream;
  readonly #rewriter: RtpRewriter;
  readonly #deps: VideoForwarderDeps;
  readonly #sendTime = Buffer.alloc(3);
  #section: ReceiverSection;
  /** What the client asked for; the client knows nothing of substitutes. */
  #wanted: VideoLayer | undefined;
  #target: VideoLayer | undefined;
  #current: VideoLayer | undefined;
  #paused = false;
  #awaitsKeyFrame = true;
  #packetCount = 0;
  #octetCount = 0;
  #report: ForwardedReport | undefined;
  #resendsLeft = RESENDS_PER_S_MAX;
  readonly #header: OutgoingHeader & { extensions: { id: number; value: Uint8Array }[] } = { payloadType: 0, marker: false, sequenceNumber: 0, timestamp: 0, extensions: [] };

  constructor(mid: string, stream: OutgoingStream, rewriter: RtpRewriter, section: ReceiverSection, deps: VideoForwarderDeps) {
    this.mid = mid;
    this.#stream = stream;
    this.#rewriter = rewriter;
    this.#section = section;
    this.#deps = deps;
  }

  get ssrc(): number {
    return this.#stream.ssrc;
  }

  get wanted(): VideoLayer | undefined {
    return this.#wanted;
  }

  get current(): VideoLayer | undefined {
    return this.#current;
  }

  get paused(): boolean {
    return this.#paused;
  }

  get packetCount(): number {
    return this.#packetCount;
  }

  update(section: ReceiverSection): void {
    this.#section = section;
  }

  /** `wanted` is what the client asked for, `target` what can be had of it now. */
  setTarget(wanted: VideoLayer | undefined, target: VideoLayer | undefined): void {
    this.#wanted = wanted;
    if (target === this.#target) return;
    const previous = this.#target;
    this.#target = target;
    if (previous !== undefined && previous !== this.#current) previous.forwarders.delete(this);
    if (target === undefined) return this.#leaveCurrent();
    target.forwarders.add(this);
    // Another camera must not be mixed with the picture of the last one.
    if (this.#current !== undefined && this.#current.description.groupId !== target.description.groupId) this.#leaveCurrent();
    if (target !== this.#current) target.keyFrame.want();
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.awaitKeyFrame();
    this.requestKeyFrame();
  }

  requestKeyFrame(): void {
    (this.#target ?? this.#current)?.keyFrame.want();
  }

  awaitKeyFrame(): void {
    this.#awaitsKeyFrame = true;
  }

  /** Step 6 of the video path. */
  forward(layer: VideoLayer, packet: OrderedPacket, codecKey: string, keyFrame: boolean, lostBefore: number): void {
    if (this.#paused) return;
    const payloadType = this.#section.payloadTypes.get(codecKey);
    if (payloadType === undefined) return;
    if (layer !== this.#current) {
      if (layer !== this.#target || !keyFrame) return;
      this.#changeTo(layer);
    }
    if (this.#awaitsKeyFrame) {
      if (!keyFrame) return;
      this.#awaitsKeyFrame = false;
      this.#rewriter.switchSource();
    }
    this.#rewriter.advance(packet.timestamp, packet.arrivalMs, lostBefore);
    this.#send(packet, payloadType);
  }

  /** Sends again what the receiver misses, with the very same bytes. */
  resend(sequenceNumbers: readonly number[]): void {
    for (const sequenceNumber of sequenceNumbers) {
      if (this.#resendsLeft === 0) return;
      this.#resendsLeft -= 1;
      this.#stream.resend(sequenceNumber);
    }
  }

  /** Once a second. */
  allowResends(): void {
    this.#resendsLeft = RESENDS_PER_S_MAX;
  }

  takeSenderReport(layer: VideoLayer, ntpMs: number, rtpTimestamp: number): void {
    if (layer !== this.#current || this.#awaitsKeyFrame || this.#packetCount === 0) return;
    this.#report = { ntpMs, rtpTimestamp: this.#rewriter.translate(rtpTimestamp), packetCount: this.#packetCount, octetCount: this.#octetCount };
  }

  /** The report that is due, once. */
  takeReport(): ForwardedReport | undefined {
    const report = this.#report;
    this.#report = undefined;
    return report;
  }

  /** The layer has ended. */
  forget(layer: VideoLayer): void {
    if (layer === this.#wanted) this.#wanted = undefined;
    if (layer === this.#target) this.#target = undefined;
    if (layer === this.#current) this.#current = undefined;
  }

  close(): void {
    this.#target?.forwarders.delete(this);
    this.#current?.forwarders.delete(this);
    this.#stream.close();
  }

  #changeTo(layer: VideoLayer): void {
    this.#leaveCurrent();
    this.#current = layer;
    this.#awaitsKeyFrame = true;
  }

  #leaveCurrent(): void {
    if (this.#current !== undefined && this.#current !== this.#target) this.#current.forwarders.delete(this);
    this.#current = undefined;
  }

  #send(packet: OrderedPacket, payloadType: number): void {
    const header = this.#header;
    header.payloadType = payloadType;
    header.marker = packet.marker;
    header.sequenceNumber = this.#rewriter.sequenceNumber;
    header.timestamp = this.#rewriter.timestamp;
    header.extensions.length = 0;
    if (packet.orientation !== undefined && this.#section.orientationExtension !== undefined) {
      header.extensions.push({ id: this.#section.orientationExtension, value: packet.orientation });
    }
    if (this.#section.sendTimeExtension !== undefined) {
      // Seconds with 18 bits behind the point, 24 bits in all.
      this.#sendTime.writeUIntBE(Math.floor((this.#deps.nowMs() * 0x4_0000) / 1_000) % 0x100_0000, 0, 3);
      header.extensions.push({ id: this.#section.sendTimeExtension, value: this.#sendTime });
    }
    if (!this.#stream.sendRtp(header, packet.payload)) return;
    this.#packetCount += 1;
    this.#octetCount += packet.payload.length;
    this.#deps.onSent(packet.payload.length);
  }
}
