import { FRAME_SAMPLES, OpusDecoder, OpusEncoder, SAMPLE_RATE } from './opus-codec.js';
import type { OpusLibrary } from './opus-library.js';

/** A participant made of one tone, for tests: it speaks Opus packets and hears what it is sent. */
export class TonePeer {
  readonly hertz: number;
  readonly #encoder: OpusEncoder;
  readonly #decoder: OpusDecoder;
  #sample = 0;
  sequenceNumber = 65_530;
  /** What the last packets that were heard decode to. */
  readonly heard: Int16Array[] = [];

  constructor(library: OpusLibrary, hertz: number) {
    this.hertz = hertz;
    this.#encoder = new OpusEncoder(library);
    this.#decoder = new OpusDecoder(library);
  }

  /** The next packet; `amplitude` of 32,767 is full scale. */
  speak(amplitude = 8_000): { sequenceNumber: number; payload: Uint8Array } {
    const frame = new Int16Array(FRAME_SAMPLES);
    for (let i = 0; i < FRAME_SAMPLES; i += 1) {
      frame[i] = Math.round(amplitude * Math.sin((2 * Math.PI * this.hertz * this.#sample) / SAMPLE_RATE));
      this.#sample += 1;
    }
    this.sequenceNumber = (this.sequenceNumber + 1) & 0xffff;
    return { sequenceNumber: this.sequenceNumber, payload: Uint8Array.from(this.#encoder.encode(frame)) };
  }

  hear(payload: Uint8Array): void {
    const frame = this.#decoder.decode(payload);
    this.heard.push(frame === undefined ? new Int16Array(FRAME_SAMPLES) : Int16Array.from(frame));
  }

  /** How much of `hertz` is in the last `frames` frames heard: about the amplitude of such a tone. */
  strengthOf(hertz: number, frames = 10): number {
    const samples = this.heard.slice(-frames).flatMap(frame => [...frame]);
    let real = 0;
    let imaginary = 0;
    samples.forEach((sample, i) => {
      const angle = (2 * Math.PI * hertz * i) / SAMPLE_RATE;
      real += sample * Math.cos(angle);
      imaginary += sample * Math.sin(angle);
    });
    return (2 * Math.hypot(real, imaginary)) / Math.max(1, samples.length);
  }
}
