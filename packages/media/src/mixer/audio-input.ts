import { FRAME_SAMPLES, OpusDecoder } from './opus-codec.js';
import { JitterBuffer } from './jitter-buffer.js';
import { frameLevel } from './mix.js';
import { OPUS_SAMPLES_MAX, type OpusLibrary } from './opus-library.js';

/** RFC 6464: 0 is full scale, 127 is silence. */
export const SILENT_LEVEL = 127;
/** For a client that sends no level: loud enough to be tried, and then the decoded sound decides. */
const UNKNOWN_LEVEL = 30;
/** Weight of the past in the smoothed loudness, per packet. */
const SMOOTHING = 0.8;
/** No packet for so long means that nothing is said. */
const STALE_MS = 300;
/** Without a packet for so long the network is slow, and what is played says nothing about what was claimed. */
const PAUSE_MS = 60;
/** How far the claimed level may be above the decoded one, for how many frames, before it is disbelieved. */
const TOLERANCE_DB = 12;
const DOUBT_FRAMES = 25;
/** So slowly is somebody believed again who once claimed too much. */
const FORGIVENESS_DB_PER_S = 0.5;

/** The sound one session sends into a meeting: undecoded until it is chosen. */
export class AudioInput {
  /** The attendee who must not hear this; for a content share its sharer. */
  readonly owner: string;
  muted = false;
  lastSpeechMs = Number.NEGATIVE_INFINITY;
  chosenSinceMs = 0;
  readonly #jitter = new JitterBuffer();
  readonly #frame = new Int16Array(FRAME_SAMPLES);
  /** Decoded samples that have not been played: packets may be shorter or longer than 20 ms. */
  readonly #decoded = new Int16Array(OPUS_SAMPLES_MAX + FRAME_SAMPLES);
  #decodedCount = 0;
  #decoder: OpusDecoder | undefined;
  #claimedLevel = SILENT_LEVEL;
  #claimedAtMs = Number.NEGATIVE_INFINITY;
  #smoothed = 0;
  #penaltyDb = 0;
  #penaltyAtMs = 0;
  #doubtFrames = 0;

  constructor(owner: string) {
    this.owner = owner;
  }

  get chosen(): boolean {
    return this.#decoder !== undefined;
  }

  get stats(): { lateCount: number; depth: number; penaltyDb: number } {
    return { lateCount: this.#jitter.lateCount, depth: this.#jitter.depth, penaltyDb: this.#penaltyDb };
  }

  /**
   * Takes in one Opus packet; `payload` is kept. `level` is the RFC 6464 level, undefined where the client sends
   * none.
   */
  push(sequenceNumber: number, payload: Uint8Array, level: number | undefined, nowMs: number): void {
    if (this.muted) return;
    this.#claimedLevel = level ?? UNKNOWN_LEVEL;
    this.#claimedAtMs = nowMs;
    this.#smoothed = this.#smoothed * SMOOTHING + (SILENT_LEVEL - this.#claimedLevel) * (1 - SMOOTHING);
    this.#jitter.push(sequenceNumber, payload, nowMs, this.chosen);
  }

  setMuted(muted: boolean): void {
    this.muted = muted;
    if (!muted) return;
    this.#jitter.clear();
    this.#smoothed = 0;
    this.#decodedCount = 0;
  }

  /** The level others may see: what the client claims, less what it was caught claiming too much. */
  level(nowMs: number): number {
    if (this.muted || nowMs - this.#claimedAtMs > STALE_MS) return SILENT_LEVEL;
    return Math.min(SILENT_LEVEL, Math.round(this.#claimedLevel + this.#penalty(nowMs)));
  }

  /** Decibels above silence, smoothed; 0 when muted or gone. */
  loudness(nowMs: number): number {
    if (this.muted || nowMs - this.#claimedAtMs > STALE_MS) return 0;
    return Math.max(0, this.#smoothed - this.#penalty(nowMs));
  }

  choose(library: OpusLibrary, nowMs: number): void {
    this.#decoder ??= new OpusDecoder(library);
    this.chosenSinceMs = nowMs;
    this.lastSpeechMs = nowMs;
  }

  /** Gives the decoder back; also what `close` of other things is for: afterwards the input may be forgotten. */
  drop(): void {
    this.#decoder?.close();
    this.#decoder = undefined;
    this.#decodedCount = 0;
    this.#doubtFrames = 0;
  }

  /** The next 20 ms of a chosen speaker, valid until the next call; undefined for silence. */
  pullFrame(nowMs: number): Int16Array | undefined {
    const decoder = this.#decoder;
    if (decoder === undefined || this.muted) return undefined;
    // Packets of 2.5 ms, the shortest, need eight rounds.
    for (let round = 0; round < 8 && this.#decodedCount < FRAME_SAMPLES; round += 1) {
      const samples = this.#decodeNext(decoder, nowMs);
      if (samples === undefined) break;
      this.#decoded.set(samples, this.#decodedCount);
      this.#decodedCount += samples.length;
    }
    const audible = this.#decodedCount > 0;
    const count = Math.min(FRAME_SAMPLES, this.#decodedCount);
    this.#frame.fill(0, count);
    this.#frame.set(this.#decoded.subarray(0, count));
    this.#decoded.copyWithin(0, count, this.#decodedCount);
    this.#decodedCount -= count;
    this.#compareWithClaim(audible ? frameLevel(this.#frame) : SILENT_LEVEL, nowMs);
    return audible ? this.#frame : undefined;
  }

  #decodeNext(decoder: OpusDecoder, nowMs: number): Int16Array | undefined {
    const pulled = this.#jitter.pull(nowMs);
    if (pulled.kind === 'silence') return undefined;
    if (pulled.kind === 'packet') return decoder.decode(pulled.payload) ?? decoder.conceal();
    return pulled.next === undefined ? decoder.conceal() : decoder.decodeRedundancy(pulled.next);
  }

  /** A header that claims speech over silence must not hold a place for ever; a speaker whose network stood still has claimed nothing meanwhile. */
  #compareWithClaim(decodedLevel: number, nowMs: number): void {
    if (nowMs - this.#claimedAtMs > PAUSE_MS) return;
    const excessDb = decodedLevel - this.#claimedLevel;
    this.#doubtFrames = excessDb > TOLERANCE_DB ? this.#doubtFrames + 1 : 0;
    if (this.#doubtFrames < DOUBT_FRAMES) return;
    this.#penaltyDb = Math.max(this.#penalty(nowMs), excessDb);
    this.#penaltyAtMs = nowMs;
    this.#doubtFrames = 0;
  }

  #penalty(nowMs: number): number {
    if (this.#penaltyDb === 0) return 0;
    return Math.max(0, this.#penaltyDb - ((nowMs - this.#penaltyAtMs) / 1_000) * FORGIVENESS_DB_PER_S);
  }
}
