import type { IndexedStream } from '../signalling/index-frame.js';
import type { ClientSession } from './client-session.js';
import type { Attendee } from './roster.js';
import type { FoundLayer } from './video-downlinks.js';
import type { VideoSource } from './video-source.js';

/** AWS's limit of cameras and shares that send at one time in a meeting. */
export const VIDEO_SOURCES_MAX = 25;

interface RegisteredSource {
  readonly source: VideoSource;
  readonly session: ClientSession;
}

/** All cameras and shared screens of a meeting, and the numbers by which receivers ask for them. */
export class VideoRegistry {
  readonly #sources = new Map<number, RegisteredSource>();
  #nextStreamId: number;
  #nextGroupId: number;
  /** Receivers must be told. */
  changed = false;

  /** `firstId`: see `Roster`. */
  constructor(firstId: number) {
    this.#nextStreamId = firstId;
    this.#nextGroupId = firstId;
  }

  get count(): number {
    return this.#sources.size;
  }

  get full(): boolean {
    return this.#sources.size >= VIDEO_SOURCES_MAX;
  }

  takeGroupId(): number {
    this.#nextGroupId += 1;
    return this.#nextGroupId - 1;
  }

  takeStreamId(): number {
    this.#nextStreamId += 1;
    return this.#nextStreamId - 1;
  }

  add(source: VideoSource, session: ClientSession): void {
    this.#sources.set(source.groupId, { source, session });
    this.changed = true;
  }

  remove(source: VideoSource): void {
    if (this.#sources.delete(source.groupId)) this.changed = true;
    source.close();
  }

  /** The layer with this id, unless it belongs to `receiver` himself, or may not be sent or received. */
  find(streamId: number, receiver: Attendee): FoundLayer | undefined {
    if (streamId === 0) return undefined;
    for (const { source, session } of this.#sources.values()) {
      if (session.owner === receiver.owner || !session.attendee.sendsVideo || !receiver.receivesVideoOf(session.attendee.content)) continue;
      const layer = source.layers.find(candidate => candidate.streamId === streamId);
      if (layer !== undefined) return { source, layer };
    }
    return undefined;
  }

  /** Streams that flow, of sessions whose media connection stands. */
  index(nowMs: number): IndexedStream[] {
    const streams: IndexedStream[] = [];
    for (const { source, session } of this.#sources.values()) {
      if (!session.connected || !session.attendee.sendsVideo) continue;
      for (const layer of source.layers) {
        if (!layer.active) continue;
        streams.push({
          streamId: layer.streamId, groupId: source.groupId, attendeeId: session.attendeeId, owner: session.owner, content: session.attendee.content, externalUserId: session.externalUserId,
          maxBitrateKbps: layer.description.maxBitrateKbps, framerate: layer.description.framerate,
          averageBps: Math.round(layer.meter.bitsPerSecond(nowMs)) || layer.description.maxBitrateKbps * 1_000,
        });
      }
    }
    return streams;
  }

  /** Measured rates for BITRATES; streams that carry nothing are left out. */
  bitrates(nowMs: number): { sourceStreamId: number; avgBitrateBps: number }[] {
    const bitrates: { sourceStreamId: number; avgBitrateBps: number }[] = [];
    for (const { source } of this.#sources.values()) {
      for (const layer of source.layers) {
        const avgBitrateBps = Math.round(layer.meter.bitsPerSecond(nowMs));
        if (avgBitrateBps > 0) bitrates.push({ sourceStreamId: layer.streamId, avgBitrateBps });
      }
    }
    return bitrates;
  }
}
