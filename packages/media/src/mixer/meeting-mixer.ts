import type { AudioInput } from './audio-input.js';
import { addFrame, Limiter, subtractFrame } from './mix.js';
import { FRAME_SAMPLES, OpusEncoder } from './opus-codec.js';
import type { OpusLibrary } from './opus-library.js';
import { chooseSpeakers } from './speaker-choice.js';

/**
 * The sound of one meeting. Every 20 ms each output gets exactly one packet, also when nobody speaks and when the
 * attendee is alone, because clients take the lack of packets for a broken connection.
 *
 * Whoever is not among the speakers shares one encoded mix. A speaker gets a mix of his own, without himself.
 */
const SILENT_FRAMES_UNTIL_REUSE = 25;

export interface AudioOutput {
  /** The attendee who listens; inputs of the same owner are left out of his mix. */
  readonly owner: string;
  /** Nobody listens to what a content share receives: it gets silence. */
  readonly silent: boolean;
  /** `payload` is one Opus packet of 20 ms, valid during the call. */
  sendAudio(payload: Uint8Array): void;
}

/** The mix of one speaker without himself. */
interface OwnMix {
  readonly encoder: OpusEncoder;
  readonly limiter: Limiter;
}

export class MeetingMixer {
  readonly inputs = new Set<AudioInput>();
  readonly outputs = new Set<AudioOutput>();
  readonly #library: OpusLibrary;
  readonly #silence: Uint8Array;
  readonly #chosen = new Set<AudioInput>();
  readonly #common: OwnMix;
  readonly #ownMixes = new Map<string, OwnMix>();
  readonly #total = new Int32Array(FRAME_SAMPLES);
  readonly #without = new Int32Array(FRAME_SAMPLES);
  readonly #frame = new Int16Array(FRAME_SAMPLES);
  readonly #packets = new Map<string, Uint8Array>();
  #silentFrames = SILENT_FRAMES_UNTIL_REUSE;

  /** `silence` is one encoded frame of silence (`encodeSilence`), shared by all meetings of a worker. */
  constructor(library: OpusLibrary, silence: Uint8Array) {
    this.#library = library;
    this.#silence = silence;
    this.#common = { encoder: new OpusEncoder(library), limiter: new Limiter() };
  }

  get speakers(): ReadonlySet<AudioInput> {
    return this.#chosen;
  }

  /** How many encodes the last tick needed, at least; for metrics. */
  get mixCount(): number {
    return this.#packets.size;
  }

  addInput(input: AudioInput): void {
    this.inputs.add(input);
  }

  removeInput(input: AudioInput): void {
    this.inputs.delete(input);
    this.#chosen.delete(input);
    input.drop();
  }

  /** 1. Who speaks. 2. What they say. 3. One mix for all others, one for each of them. 4. Out. */
  tick(nowMs: number): void {
    this.#chooseSpeakers(nowMs);
    const frames = this.#pullFrames(nowMs);
    const common = this.#encodeCommon(frames);
    this.#packets.clear();
    for (const output of this.outputs) {
      if (output.silent) output.sendAudio(this.#silence);
      else output.sendAudio(this.#ownMixes.has(output.owner) ? this.#encodeOwn(output.owner, frames) : common);
    }
  }

  close(): void {
    for (const input of this.inputs) input.drop();
    for (const mix of this.#ownMixes.values()) mix.encoder.close();
    this.#common.encoder.close();
    this.inputs.clear();
    this.outputs.clear();
    this.#ownMixes.clear();
  }

  #chooseSpeakers(nowMs: number): void {
    const { added, removed } = chooseSpeakers(this.inputs, this.#chosen, nowMs);
    for (const input of removed) input.drop();
    for (const input of added) input.choose(this.#library, nowMs);
    if (added.length === 0 && removed.length === 0) return;
    const owners = new Set(Array.from(this.#chosen, input => input.owner));
    for (const [owner, mix] of this.#ownMixes) {
      if (owners.has(owner)) continue;
      mix.encoder.close();
      this.#ownMixes.delete(owner);
    }
    for (const owner of owners) {
      if (this.#ownMixes.has(owner)) continue;
      const encoder = new OpusEncoder(this.#library);
      encoder.copyStateFrom(this.#common.encoder);
      this.#ownMixes.set(owner, { encoder, limiter: new Limiter() });
    }
  }

  #pullFrames(nowMs: number): Map<AudioInput, Int16Array> {
    const frames = new Map<AudioInput, Int16Array>();
    this.#total.fill(0);
    for (const input of this.#chosen) {
      const frame = input.pullFrame(nowMs);
      if (frame === undefined) continue;
      frames.set(input, frame);
      addFrame(this.#total, frame);
    }
    return frames;
  }

  #encodeCommon(frames: ReadonlyMap<AudioInput, Int16Array>): Uint8Array {
    this.#silentFrames = frames.size > 0 ? 0 : this.#silentFrames + 1;
    // The encoder first says good-bye to the last sound; then one packet of silence serves for ever.
    if (this.#silentFrames > SILENT_FRAMES_UNTIL_REUSE) return this.#silence;
    this.#common.limiter.apply(this.#total, this.#frame);
    return this.#common.encoder.encode(this.#frame);
  }

  /** The packet for a speaker; several sessions of one owner share it. */
  #encodeOwn(owner: string, frames: ReadonlyMap<AudioInput, Int16Array>): Uint8Array {
    const ready = this.#packets.get(owner);
    const mix = this.#ownMixes.get(owner);
    if (ready !== undefined) return ready;
    if (mix === undefined) return this.#silence;
    this.#without.set(this.#total);
    for (const [input, frame] of frames) {
      if (input.owner === owner) subtractFrame(this.#without, this.#without, frame);
    }
    mix.limiter.apply(this.#without, this.#frame);
    const packet = mix.encoder.encode(this.#frame);
    this.#packets.set(owner, packet);
    return packet;
  }
}

/** One packet of silence in the state that an encoder reaches after half a second of it. */
export function encodeSilence(library: OpusLibrary): Uint8Array {
  const encoder = new OpusEncoder(library);
  const zeros = new Int16Array(FRAME_SAMPLES);
  let packet = encoder.encode(zeros);
  for (let i = 0; i < SILENT_FRAMES_UNTIL_REUSE; i += 1) packet = encoder.encode(zeros);
  const silence = Uint8Array.from(packet);
  encoder.close();
  return silence;
}
