import type { Chance } from '@carillon/kernel/chance.js';
import type { OutgoingStream, PeerTransport } from '../transport/types.js';
import { RtpRewriter } from './rtp-rewriter.js';
import { VideoForwarder, type ReceiverSection, type VideoForwarderDeps } from './video-forwarder.js';
import type { VideoLayer } from './video-layer.js';
import type { VideoSource } from './video-source.js';

/** AWS's limit, told to the client in JOIN_ACK. */
export const VIDEO_SUBSCRIPTIONS_MAX = 25;
/** Sealed packets kept for resending: about a second of a large picture. */
const HISTORY_PACKETS = 1_000;

/** What one section of an offer asks for. */
export interface Subscription {
  readonly mid: string;
  readonly streamId: number;
  readonly section: ReceiverSection;
}

export interface FoundLayer {
  readonly source: VideoSource;
  readonly layer: VideoLayer;
}

export interface VideoDownlinksDeps extends VideoForwarderDeps {
  readonly chance: Chance;
  /** Layers this receiver may have, by stream id; its own are not among them. */
  readonly findLayer: (streamId: number) => FoundLayer | undefined;
}

/** All received videos of one session, by the mid of their section. */
export class VideoDownlinks {
  readonly #deps: VideoDownlinksDeps;
  readonly #byMid = new Map<string, VideoForwarder>();

  constructor(deps: VideoDownlinksDeps) {
    this.#deps = deps;
  }

  get forwarders(): Iterable<VideoForwarder> {
    return this.#byMid.values();
  }

  get count(): number {
    return this.#byMid.size;
  }

  /** Brings the forwarders to what the last offer asks for. Sections that are gone end; the others keep their SSRC. */
  sync(subscriptions: readonly Subscription[], transport: PeerTransport): void {
    const mids = new Set(subscriptions.map(subscription => subscription.mid));
    for (const [mid, forwarder] of this.#byMid) {
      if (mids.has(mid)) continue;
      forwarder.close();
      this.#byMid.delete(mid);
    }
    for (const { mid, streamId, section } of subscriptions.slice(0, VIDEO_SUBSCRIPTIONS_MAX)) {
      const forwarder = this.#byMid.get(mid) ?? this.#create(mid, transport, section);
      forwarder.update(section);
      this.setTarget(forwarder, streamId);
    }
  }

  /** REMOTE_VIDEO_UPDATE: another layer on a section that exists, without a new offer. */
  switchTo(mid: string, streamId: number): void {
    const forwarder = this.#byMid.get(mid);
    if (forwarder !== undefined) this.setTarget(forwarder, streamId);
  }

  stop(mid: string): void {
    this.#byMid.get(mid)?.setTarget(undefined, undefined);
  }

  setTarget(forwarder: VideoForwarder, streamId: number): void {
    const found = this.#deps.findLayer(streamId);
    forwarder.setTarget(found?.layer, found?.source.substituteFor(found.layer));
  }

  /** A layer of `source` was switched on or off by its sender. */
  retarget(source: VideoSource): void {
    for (const forwarder of this.#byMid.values()) {
      const wanted = forwarder.wanted;
      if (wanted?.description.groupId === source.groupId) forwarder.setTarget(wanted, source.substituteFor(wanted));
    }
  }

  /** Stops what may no longer be received; whoever may again asks for it again. */
  check(): void {
    for (const forwarder of this.#byMid.values()) {
      if (forwarder.wanted !== undefined && this.#deps.findLayer(forwarder.wanted.streamId) === undefined) forwarder.setTarget(undefined, undefined);
    }
  }

  pause(streamIds: readonly number[], paused: boolean): void {
    for (const forwarder of this.#byMid.values()) {
      if (forwarder.wanted === undefined || !streamIds.includes(forwarder.wanted.streamId)) continue;
      if (paused) forwarder.pause();
      else forwarder.resume();
    }
  }

  byMid(mid: string): VideoForwarder | undefined {
    return this.#byMid.get(mid);
  }

  bySsrc(ssrc: number): VideoForwarder | undefined {
    for (const forwarder of this.#byMid.values()) if (forwarder.ssrc === ssrc) return forwarder;
    return undefined;
  }

  close(): void {
    for (const forwarder of this.#byMid.values()) forwarder.close();
    this.#byMid.clear();
  }

  #create(mid: string, transport: PeerTransport, section: ReceiverSection): VideoForwarder {
    const random = Buffer.from(this.#deps.chance.bytes(10));
    const stream: OutgoingStream = transport.addStream(randomSsrc(random), HISTORY_PACKETS);
    const rewriter = new RtpRewriter(random.readUInt16BE(4), random.readUInt32BE(6));
    const forwarder = new VideoForwarder(mid, stream, rewriter, section, this.#deps);
    this.#byMid.set(mid, forwarder);
    return forwarder;
  }
}

/** RFC 3550 8: random, and never 0, which browsers take for "none". */
export function randomSsrc(random: Buffer): number {
  return Math.max(1, random.readUInt32BE(0));
}
