import { Worker } from 'node:worker_threads';
import type { EntryPoint } from './database/pglite.js';

export interface PictureRequest {
  id: number;
  /** A path or the bytes. */
  from: string | Uint8Array;
  formats: readonly string[];
  pixelsMax: number;
  widthMax: number;
  heightMax: number;
  square: boolean;
}
export type PictureReply =
  | { kind: 'made'; id: number; bytes: Uint8Array; width: number; height: number }
  | { kind: 'refused'; id: number; why: string };

/** Undefined: it is no picture we show. */
export type MadePicture = { bytes: Uint8Array; width: number; height: number } | undefined;

/** SVG is not among them: it is a program. */
const FORMATS = ['jpeg', 'png', 'webp', 'gif', 'avif'];
const PIXELS_MAX = 50_000_000;
const TIMEOUT_MS = 10_000;
const WAITING_MAX = 50;
const PROFILE_SIDE = 256;
const PREVIEW_WIDTH_MAX = 688;
const PREVIEW_HEIGHT_MAX = 800;

/** Previews and profile pictures, made by a library in a worker with limits on pixels, time and waiting pictures. */
export class Pictures {
  readonly #entry: EntryPoint;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #nextId = 1;

  constructor(entry: EntryPoint) {
    this.#entry = entry;
  }

  makePreview(from: string): Promise<MadePicture> {
    return this.#queue({ from, widthMax: PREVIEW_WIDTH_MAX, heightMax: PREVIEW_HEIGHT_MAX, square: false });
  }

  /** A square of 256 pixels. */
  makeProfile(from: Uint8Array): Promise<MadePicture> {
    return this.#queue({ from, widthMax: PROFILE_SIDE, heightMax: PROFILE_SIDE, square: true });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  /** One after the other: two large pictures at once would double the memory. */
  #queue(request: Pick<PictureRequest, 'from' | 'widthMax' | 'heightMax' | 'square'>): Promise<MadePicture> {
    if (this.#waiting >= WAITING_MAX) return Promise.resolve(undefined);
    this.#waiting += 1;
    const made = this.#last.then(() => this.#make({ ...request, id: this.#nextId++, formats: FORMATS, pixelsMax: PIXELS_MAX })).finally(() => (this.#waiting -= 1));
    this.#last = made.catch(() => undefined);
    return made;
  }

  #make(request: PictureRequest): Promise<MadePicture> {
    const worker = (this.#worker ??= this.#start());
    return new Promise(done => {
      const settle = (made: MadePicture) => {
        clearTimeout(timer);
        worker.off('message', onReply);
        worker.off('exit', onExit);
        done(made);
      };
      const onReply = (reply: PictureReply) => reply.id === request.id && settle(reply.kind === 'made' ? reply : undefined);
      const onExit = () => settle(undefined);
      const timer = setTimeout(() => void worker.terminate(), TIMEOUT_MS);
      worker.on('message', onReply);
      worker.on('exit', onExit);
      worker.postMessage(request);
    });
  }

  #start(): Worker {
    const worker = new Worker(this.#entry, { resourceLimits: { maxOldGenerationSizeMb: 128 } });
    worker.unref();
    const forget = () => {
      if (this.#worker === worker) this.#worker = undefined;
    };
    worker.on('exit', forget);
    // The end that follows settles whoever waits; the picture then simply has no preview.
    worker.on('error', forget);
    return worker;
  }
}
