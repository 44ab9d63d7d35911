import type { SenderReport } from '../rtp/rtcp.js';
import { BitrateMeter } from './bitrate-meter.js';
import { KeyFrameRequest } from './key-frame-request.js';
import { PacketOrder, type OrderedPacket } from './packet-order.js';
import { wallTime } from './ntp-time.js';
import { Reception } from './reception.js';
import type { VideoForwarder } from './video-forwarder.js';

const VIDEO_CLOCK_RATE = 90_000;

/** What the sender says about a layer in its SUBSCRIBE, and what we allocated for it. */
export interface LayerDescription {
  /** Unique in the meeting; what receivers subscribe to. */
  readonly streamId: number;
  /** The same for all layers of one camera. */
  readonly groupId: number;
  /** 0 when the sender has switched this layer off. */
  readonly maxBitrateKbps: number;
  readonly framerate: number;
  /** The simulcast layer's name in the SDP; undefined without simulcast. */
  readonly rid: string | undefined;
}

/** One encoding of one camera or screen, as it comes in: its reception, its requests, and who gets it. */
export class VideoLayer {
  description: LayerDescription;
  /** Learned from the first packet, or from the `rid` extension, which browsers soon stop sending. */
  ssrc: number | undefined;
  readonly keyFrame = new KeyFrameRequest();
  readonly meter = new BitrateMeter();
  readonly forwarders = new Set<VideoForwarder>();
  reception: Reception | undefined;
  order: PacketOrder | undefined;
  /** Given-up packets that no forwarded packet has told receivers of yet. */
  untoldLosses = 0;
  readonly #pass: (layer: VideoLayer, packet: OrderedPacket, lostBefore: number) => void;

  constructor(description: LayerDescription, pass: (layer: VideoLayer, packet: OrderedPacket, lostBefore: number) => void) {
    this.description = description;
    this.#pass = pass;
  }

  get streamId(): number {
    return this.description.streamId;
  }

  get active(): boolean {
    return this.description.maxBitrateKbps > 0;
  }

  /** The layer's packets come with this SSRC from now on. */
  adoptSsrc(ssrc: number): void {
    this.ssrc = ssrc;
    this.reception = new Reception(ssrc, VIDEO_CLOCK_RATE);
    this.order = new PacketOrder((packet, lostBefore) => this.#pass(this, packet, lostBefore));
    // Whoever receives this layer must not be fed from the middle of another sequence.
    for (const forwarder of this.forwarders) forwarder.awaitKeyFrame();
    if (this.forwarders.size > 0) this.keyFrame.want();
  }

  /** `offsetMs`: our wall clock minus the sender's. */
  takeSenderReport(report: SenderReport, offsetMs: number, nowMs: number): void {
    this.reception?.takeSenderReport(((report.ntpSeconds & 0xffff) << 16) | (report.ntpFraction >>> 16), nowMs);
    const ntpMs = wallTime(report.ntpSeconds, report.ntpFraction);
    for (const forwarder of this.forwarders) forwarder.takeSenderReport(this, ntpMs + offsetMs, report.rtpTimestamp);
  }

  /** The sender has stopped; receivers keep their last picture until they are told by the next index. */
  close(): void {
    for (const forwarder of [...this.forwarders]) forwarder.forget(this);
    this.forwarders.clear();
  }
}
