import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { ServerPush } from '@carillon/wire/socket/frames.js';
import { CLOSE_TOO_SLOW } from '@carillon/wire/socket/frames.js';

/** A push encoded once, however many sockets it goes to. */
export interface Frame {
  readonly json: string;
  bytes: Buffer | undefined;
}

/** Within this time pushes to one socket leave as one frame (a JSON array). */
export const JOIN_MS = 5;
/** A socket that has so much unsent is cut: its client comes back and asks for what it lacks by number. */
const UNSENT_BYTES_MAX = 1024 * 1024;

/** Encodes a push; called once, however many sockets it goes to. */
export function encodeFrame(push: ServerPush): Frame {
  return { json: JSON.stringify(push), bytes: undefined };
}

/**
 * What waits to be written to one socket. Frames go straight to the stream below the socket: the same bytes for all sockets in one write each,
 * where `ws` would make a header and two writes for each. Without compression and masks, which servers do not use, a frame is the same
 * for everybody; what `ws` itself writes (pings, the close) are whole frames too.
 */
export class Outbox {
  readonly socket: WebSocket;
  readonly #stream: Duplex;
  #pending: Frame[] = [];
  #held = true;

  /** `stream` is the connection that was upgraded to `socket`. */
  constructor(socket: WebSocket, stream: Duplex) {
    this.socket = socket;
    this.#stream = stream;
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

  flush(encoder: FrameEncoder): void {
    const frames = this.#pending;
    if (frames.length === 0) return;
    this.#pending = [];
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.#stream.writableLength > UNSENT_BYTES_MAX) {
      this.socket.close(CLOSE_TOO_SLOW, 'too slow');
      this.socket.terminate();
      return;
    }
    this.#stream.write(encoder.encode(frames));
  }
}

/** Makes the bytes of one flush. Sockets that have the same frames waiting follow one another and share one buffer. */
class FrameEncoder {
  #frames: readonly Frame[] = [];
  #bytes: Buffer = Buffer.alloc(0);

  encode(frames: readonly Frame[]): Buffer {
    const [only] = frames;
    if (only && frames.length === 1) return (only.bytes ??= encodeText(only.json));
    if (!isSame(frames, this.#frames)) {
      this.#frames = frames;
      this.#bytes = encodeText(`[${frames.map(frame => frame.json).join(',')}]`);
    }
    return this.#bytes;
  }
}

function isSame(some: readonly Frame[], others: readonly Frame[]): boolean {
  return some.length === others.length && some.every((frame, i) => frame === others[i]);
}

/** A final, unmasked text frame (RFC 6455, section 5.2). */
export function encodeText(text: string): Buffer {
  const bytes = Buffer.byteLength(text);
  const headerBytes = bytes < 126 ? 2 : bytes < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headerBytes + bytes);
  frame[0] = 0x81;
  if (headerBytes === 2) frame[1] = bytes;
  else if (headerBytes === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(bytes, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(bytes), 2);
  }
  frame.write(text, headerBytes);
  return frame;
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
    const dirty = this.#dirty;
    this.#dirty = [];
    const encoder = new FrameEncoder();
    for (const outbox of dirty) outbox.flush(encoder);
    // From here: writing to thousands takes longer than the 5 ms, and what came meanwhile would otherwise be joined with nothing.
    this.#lastMs = this.#nowMs();
  }
}
