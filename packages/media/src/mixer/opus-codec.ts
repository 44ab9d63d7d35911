import { OPUS_PACKET_BYTES_MAX, OPUS_SAMPLES_MAX, type OpusLibrary } from './opus-library.js';

/** All audio inside the mixer: 48 kHz, mono, 20 ms. */
export const SAMPLE_RATE = 48_000;
export const FRAME_MS = 20;
export const FRAME_SAMPLES = 960;
const CHANNELS = 1;

/** Requests of `opus_encoder_ctl` (opus_defines.h). */
const APPLICATION_VOIP = 2_048;
const SET_BITRATE = 4_002;
const SET_COMPLEXITY = 4_010;
const SET_INBAND_FEC = 4_012;
const SET_PACKET_LOSS_PERCENT = 4_014;

const BITRATE_BPS = 32_000;
/** 9 costs two and a half times as much for little at this bitrate. */
const COMPLEXITY = 5;
/** What the in-band redundancy is dimensioned for. */
const EXPECTED_LOSS_PERCENT = 10;

export class OpusEncoder {
  readonly #library: OpusLibrary;
  readonly #pointer: number;
  readonly #stateBytes: number;
  readonly #packet = new Uint8Array(OPUS_PACKET_BYTES_MAX);
  #closed = false;

  constructor(library: OpusLibrary) {
    this.#library = library;
    this.#stateBytes = library.exports.opus_encoder_get_size(CHANNELS);
    this.#pointer = library.allocate(this.#stateBytes);
    library.check(library.exports.opus_encoder_init(this.#pointer, SAMPLE_RATE, CHANNELS, APPLICATION_VOIP));
    for (const [request, value] of [
      [SET_BITRATE, BITRATE_BPS], [SET_COMPLEXITY, COMPLEXITY], [SET_INBAND_FEC, 1], [SET_PACKET_LOSS_PERCENT, EXPECTED_LOSS_PERCENT],
    ] as const) library.check(library.exports.opus_encoder_ctl_set(this.#pointer, request, value));
  }

  /** One frame of 960 samples to a packet, which stays valid until the next call on this encoder. */
  encode(frame: Int16Array): Uint8Array {
    const { exports, packetPointer, pcmPointer } = this.#library;
    this.#library.pcm(FRAME_SAMPLES).set(frame);
    const bytes = this.#library.check(exports.opus_encode(this.#pointer, pcmPointer, FRAME_SAMPLES, packetPointer, OPUS_PACKET_BYTES_MAX));
    this.#packet.set(this.#library.bytes.subarray(packetPointer, packetPointer + bytes));
    return this.#packet.subarray(0, bytes);
  }

  /**
   * Goes on as if this encoder had encoded what `other` has: libopus keeps its state in one block without pointers,
   * made to be copied. So a listener changes over to another mix without a seam.
   */
  copyStateFrom(other: OpusEncoder): void {
    this.#library.bytes.copyWithin(this.#pointer, other.#pointer, other.#pointer + this.#stateBytes);
  }

  close(): void {
    if (!this.#closed) this.#library.release(this.#pointer);
    this.#closed = true;
  }
}

export class OpusDecoder {
  readonly #library: OpusLibrary;
  readonly #pointer: number;
  #closed = false;

  constructor(library: OpusLibrary) {
    this.#library = library;
    this.#pointer = library.allocate(library.exports.opus_decoder_get_size(CHANNELS));
    library.check(library.exports.opus_decoder_init(this.#pointer, SAMPLE_RATE, CHANNELS));
  }

  /** The samples of a packet (120 to 5,760), valid until the next codec call; undefined when the packet is no Opus. */
  decode(packet: Uint8Array): Int16Array | undefined {
    return this.#decode(packet, OPUS_SAMPLES_MAX, false);
  }

  /** The frame before `nextPacket`, from the redundancy inside it (RFC 6716 2.1.7); concealment where there is none. */
  decodeRedundancy(nextPacket: Uint8Array): Int16Array | undefined {
    return this.#decode(nextPacket, FRAME_SAMPLES, true);
  }

  /** A guess at one lost frame, which fades when repeated. */
  conceal(): Int16Array | undefined {
    const { exports, pcmPointer } = this.#library;
    const samples = exports.opus_decode(this.#pointer, 0, 0, pcmPointer, FRAME_SAMPLES, 0);
    return samples > 0 ? this.#library.pcm(samples) : undefined;
  }

  close(): void {
    if (!this.#closed) this.#library.release(this.#pointer);
    this.#closed = true;
  }

  #decode(packet: Uint8Array, samplesMax: number, redundancy: boolean): Int16Array | undefined {
    if (packet.length === 0 || packet.length > OPUS_PACKET_BYTES_MAX) return undefined;
    const { exports, packetPointer, pcmPointer } = this.#library;
    this.#library.bytes.set(packet, packetPointer);
    const samples = exports.opus_decode(this.#pointer, packetPointer, packet.length, pcmPointer, samplesMax, redundancy ? 1 : 0);
    return samples > 0 ? this.#library.pcm(samples) : undefined;
  }
}
