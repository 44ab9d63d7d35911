import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * libopus as WebAssembly, from the file inside `@evan/opus`. The package's own wrapper is not used, because it has no
 * way to conceal a lost packet, to decode the redundancy in the next one, or to copy an encoder's state.
 */
const WASM_FILE = '@evan/opus/wasm/simd.wasm';
/** Scratch for one packet: RFC 6716 3.2 allows 1,275 bytes a frame and 48 frames. */
export const OPUS_PACKET_BYTES_MAX = 1_275;
/** 120 ms at 48 kHz, the longest packet of RFC 6716. */
export const OPUS_SAMPLES_MAX = 5_760;

interface OpusExports {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(bytes: number): number;
  free(pointer: number): void;
  opus_strerror(code: number): number;
  opus_decoder_get_size(channels: number): number;
  opus_decoder_init(decoder: number, sampleRate: number, channels: number): number;
  opus_decode(decoder: number, packet: number, packetBytes: number, pcm: number, frameSamples: number, decodeFec: number): number;
  opus_encoder_get_size(channels: number): number;
  opus_encoder_init(encoder: number, sampleRate: number, channels: number, application: number): number;
  opus_encode(encoder: number, pcm: number, frameSamples: number, packet: number, packetBytesMax: number): number;
  opus_encoder_ctl_set(encoder: number, request: number, value: number): number;
}

const NEEDED_EXPORTS: readonly (keyof OpusExports)[] = [
  'memory', '_initialize', 'malloc', 'free', 'opus_strerror', 'opus_decoder_get_size', 'opus_decoder_init', 'opus_decode', 'opus_encoder_get_size',
  'opus_encoder_init', 'opus_encode', 'opus_encoder_ctl_set',
];

/** One instance, hence one heap, for all codecs of a worker. */
export class OpusLibrary {
  readonly exports: OpusExports;
  /** Where a packet lies that is to be decoded or was encoded. */
  readonly packetPointer: number;
  /** Where samples lie that are to be encoded or were decoded. */
  readonly pcmPointer: number;
  #bytes: Uint8Array;
  #samples: Int16Array;

  constructor(wasm: Uint8Array<ArrayBuffer>) {
    const module = new WebAssembly.Module(wasm);
    const present = new Set(WebAssembly.Module.exports(module).map(entry => entry.name));
    const missing = NEEDED_EXPORTS.filter(name => !present.has(name));
    if (missing.length > 0) throw new Error(`The Opus library lacks ${missing.join(', ')}.`);
    const nothing = () => 0;
    const instance = new WebAssembly.Instance(module, {
      wasi_snapshot_preview1: { proc_exit: nothing, fd_close: nothing, fd_write: nothing, fd_seek: nothing },
      env: { emscripten_notify_memory_growth: () => this.#viewMemory() },
    });
    // The names were checked above; the shapes are libopus's C interface.
    this.exports = instance.exports as unknown as OpusExports;
    this.#bytes = new Uint8Array(this.exports.memory.buffer);
    this.#samples = new Int16Array(this.exports.memory.buffer);
    this.exports._initialize();
    this.packetPointer = this.allocate(OPUS_PACKET_BYTES_MAX);
    this.pcmPointer = this.allocate(OPUS_SAMPLES_MAX * 2);
    this.#viewMemory();
  }

  /** The heap; a view is void after the next `allocate`. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** `count` samples at the place for samples; void after the next `allocate`. */
  pcm(count: number): Int16Array {
    return this.#samples.subarray(this.pcmPointer / 2, this.pcmPointer / 2 + count);
  }

  allocate(bytes: number): number {
    const pointer = this.exports.malloc(bytes);
    if (pointer === 0) throw new Error('The heap of the Opus library is full.');
    return pointer;
  }

  release(pointer: number): void {
    this.exports.free(pointer);
  }

  /** Gives the result back, or throws with libopus's own words for a negative one. */
  check(result: number): number {
    if (result >= 0) return result;
    const start = this.exports.opus_strerror(result);
    const end = this.#bytes.indexOf(0, start);
    throw new Error(`libopus: ${Buffer.from(this.#bytes.subarray(start, end)).toString('latin1')}`);
  }

  #viewMemory(): void {
    // The first growth may come while the constructor still runs.
    if (this.exports === undefined) return;
    this.#bytes = new Uint8Array(this.exports.memory.buffer);
    this.#samples = new Int16Array(this.exports.memory.buffer);
  }
}

export function loadOpusLibrary(): OpusLibrary {
  const path = createRequire(import.meta.url).resolve(WASM_FILE);
  return new OpusLibrary(new Uint8Array(readFileSync(path)));
}
