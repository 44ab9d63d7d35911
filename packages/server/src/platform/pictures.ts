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
  /** `still`: the first picture alone. `square`: that, cut to fill. `moving`: all of them, or refused. */
  shape: 'still' | 'square' | 'moving';
}
export type PictureReply =
  | { kind: 'made'; id: number; bytes: Uint8Array; width: number; height: number; frames: number }
  | { kind: 'refused'; id: number; why: string };

/** Undefined: it is no picture we show. Width, height and the number of frames are the original's. */
export type MadePicture = { bytes: Uint8Array; width: number; height: number; frames: number } | undefined;

/** SVG is not among them: it is a program. */
const FORMATS = ['jpeg', 'png', 'webp', 'gif', 'avif'];
const PIXELS_MAX = 50_000_000;
const TIMEOUT_MS = 10_000;
const WAITING_MAX = 50;
const PROFILE_SIDE = 256;
const PREVIEW_WIDTH_MAX = 688;
const PREVIEW_HEIGHT_MAX = 800;
/** In the card of a link it is 72 pixels wide; what moves is 342 there. */
const CARD_SIDE = 400;
const MOVING_SIDE = 480;
/** What moves is encoded in about a second per ten million pixels. */
const MOVING_PIXELS_MAX = 30_000_000;
const MOVING_BYTES_MAX = 4 * 1024 * 1024;

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

  makePreview(from: string | Uint8Array): Promise<MadePicture> {
    return this.#queue({ from, widthMax: PREVIEW_WIDTH_MAX, heightMax: PREVIEW_HEIGHT_MAX, shape: 'still' });
  }

  /** For the card of a link. */
  makeCardPicture(from: Uint8Array): Promise<MadePicture> {
    return this.#queue({ from, widthMax: CARD_SIDE, heightMax: CARD_SIDE, shape: 'still' });
  }

  /** The picture with its motion, as WebP; undefined when it has none, or too much of it. */
  async makeMoving(from: Uint8Array): Promise<MadePicture> {
    const made = await this.#queue({ from, widthMax: MOVING_SIDE, heightMax: MOVING_SIDE, shape: 'moving' });
    return made && made.bytes.length <= MOVING_BYTES_MAX ? made : undefined;
  }

  /** A square of 256 pixels. */
  makeProfile(from: Uint8Array): Promise<MadePicture> {
    return this.#queue({ from, widthMax: PROFILE_SIDE, heightMax: PROFILE_SIDE, shape: 'square' });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  /** One after the other: two large pictures at once would double the memory. */
  #queue(request: Pick<PictureRequest, 'from' | 'widthMax' | 'heightMax' | 'shape'>): Promise<MadePicture> {
    if (this.#waiting >= WAITING_MAX) return Promise.resolve(undefined);
    this.#waiting += 1;
    const made = this.#last.then(() => this.#make({ ...request, id: this.#nextId++, formats: FORMATS, pixelsMax: request.shape === 'moving' ? MOVING_PIXELS_MAX : PIXELS_MAX })).finally(() => (this.#waiting -= 1));
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
