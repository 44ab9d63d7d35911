import type { WebSocket } from 'ws';
import type { ServerPush } from '@carillon/wire/socket/frames.js';
import { CLOSE_TOO_SLOW } from '@carillon/wire/socket/frames.js';

/** A push encoded once, however many sockets it goes to. */
export interface Frame {
  readonly number: number;
  readonly json: string;
  bytes: Buffer | undefined;
}

/** Within this time pushes to one socket leave as one frame (a JSON array). */
export const JOIN_MS = 5;
/** A socket that has so much unsent is cut: its client comes back and asks for what it lacks by number. */
const UNSENT_BYTES_MAX = 1024 * 1024;
const JOINED_CACHE_MAX = 1_000;

let lastNumber = 0;

/** Encodes a push; called once, however many sockets it goes to. */
export function encodeFrame(push: ServerPush): Frame {
  return { number: ++lastNumber, json: JSON.stringify(push), bytes: undefined };
}

/** What waits to be written to one socket. */
export class Outbox {
  readonly socket: WebSocket;
  #pending: Frame[] = [];
  #held = true;

  constructor(socket: WebSocket) {
    this.socket = socket;
  }

  /** Says whether the outbox must be put on the list of those to flush. */
  push(frame: Frame): boolean {
    this.#pending.push(frame);
    return this.#pending.length === 1 && !this.#held;
  }

  /** Everything pushed before the welcome leaves after it. */
  open(welcome: Frame): void {
    this.#held = false;
    this.#pending.unshift(welcome);
  }

  flush(joined: Map<string, Buffer>): void {
    const frames = this.#pending;
    if (frames.length === 0) return;
    this.#pending = [];
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > UNSENT_BYTES_MAX) {
      this.socket.close(CLOSE_TOO_SLOW, 'too slow');
      this.socket.terminate();
      return;
    }
    this.socket.send(frames.length === 1 ? bytesOf(frames[0]!) : joinFrames(frames, joined), SEND_OPTIONS);
  }
}

const SEND_OPTIONS = { binary: false, compress: false } as const;

function bytesOf(frame: Frame): Buffer {
  return (frame.bytes ??= Buffer.from(frame.json));
}

/** Sockets that have the same frames waiting share one buffer. */
function joinFrames(frames: readonly Frame[], joined: Map<string, Buffer>): Buffer {
  const key = frames.map(frame => frame.number).join(',');
  let bytes = joined.get(key);
  if (!bytes) {
    bytes = Buffer.from(`[${frames.map(frame => frame.json).join(',')}]`);
    if (joined.size < JOINED_CACHE_MAX) joined.set(key, bytes);
  }
  return bytes;
}

/** Writes all outboxes that have something, at once when nothing was written lately, else when the 5 ms are over. */
export class Flusher {
  readonly #nowMs: () => number;
  #dirty: Outbox[] = [];
  #lastMs = -Infinity;
  #scheduled = false;

  /**
   * `nowMs` is a monotone clock of the process: joining frames is about this process's load, not about the world's
   * time.
   */
  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  add(outbox: Outbox): void {
    this.#dirty.push(outbox);
    if (this.#scheduled) return;
    this.#scheduled = true;
    const waitMs = this.#lastMs + JOIN_MS - this.#nowMs();
    if (waitMs <= 0) setImmediate(() => this.flush());
    else setTimeout(() => this.flush(), waitMs);
  }

  flush(): void {
    this.#scheduled = false;
    this.#lastMs = this.#nowMs();
    const dirty = this.#dirty;
    this.#dirty = [];
    const joined = new Map<string, Buffer>();
    for (const outbox of dirty) outbox.flush(joined);
  }
}
