import type { WebSocket } from 'ws';
import type { Clock } from '@carillon/kernel/clock.js';
import type { Timers } from '../net/timers.js';
import { FrameType, PingPongType, parseFrame, writeFrame, type OutgoingFrame, type SignalFrame } from './frame.js';
import { TokenBucket } from './token-bucket.js';

/** Close codes as the client understands them (signalling notes, section 8). */
export const CLOSE_MALFORMED = 4_400;
export const CLOSE_ENDED = 4_410;
/** The client comes back at once with a new connection. */
export const CLOSE_RECONNECT = 4_500;
export const CLOSE_NORMAL = 1_000;

/** A reader that is further behind than this will not catch up; a whole index for 250 people is about 100 kB. */
const BUFFERED_BYTES_MAX = 4 * 1_024 * 1_024;
/** A client sends a handful of frames a second. A SUBSCRIBE counts for twenty, because it costs as much. */
const FRAMES_PER_S_MAX = 100;
const FRAMES_BURST_MAX = 400;
const SUBSCRIBE_COST = 20;
/** For the peer's own closing handshake, before the connection is cut. */
const CLOSE_WAIT_MS = 2_000;

export interface SignalSocketDeps {
  readonly clock: Clock;
  readonly timers: Timers;
}

export interface SignalSocketEvents {
  /** Any frame but pings, which the socket answers itself. */
  frame(frame: SignalFrame): void;
  /** At most once, whoever closed. */
  closed(): void;
}

/**
 * One client's WebSocket: frames in and out, everything bounded. What is malformed closes this socket and nothing
 * else.
 */
export class SignalSocket {
  readonly #socket: WebSocket;
  readonly #deps: SignalSocketDeps;
  readonly #bucket = new TokenBucket(FRAMES_PER_S_MAX, FRAMES_BURST_MAX);
  #events: SignalSocketEvents | undefined;
  #closing = false;
  #closed = false;
  #lastFrameMs: number;

  constructor(socket: WebSocket, deps: SignalSocketDeps) {
    this.#socket = socket;
    this.#deps = deps;
    this.#lastFrameMs = deps.clock.now();
    socket.on('message', (data, binary) => this.#receive(data, binary));
    socket.on('close', () => this.#finish());
    // Too large a frame, bad UTF-8, a reset: ws closes by itself after this event.
    socket.on('error', () => undefined);
  }

  /** Wall clock of the last frame that came in. */
  get lastFrameMs(): number {
    return this.#lastFrameMs;
  }

  listen(events: SignalSocketEvents): void {
    this.#events = events;
  }

  send(frame: OutgoingFrame): void {
    this.sendBytes(writeFrame(frame, this.#deps.clock.now()));
  }

  /** For frames that many get: they are written once. */
  sendBytes(bytes: Uint8Array): void {
    if (this.#closing || this.#closed) return;
    if (this.#socket.bufferedAmount > BUFFERED_BYTES_MAX) return this.close(CLOSE_RECONNECT, 'too slow');
    this.#socket.send(bytes);
  }

  close(code: number, reason: string): void {
    if (this.#closing || this.#closed) return;
    this.#closing = true;
    this.#socket.close(code, reason);
    this.#deps.timers.after(CLOSE_WAIT_MS, () => this.#socket.terminate());
    this.#finish();
  }

  #receive(data: unknown, binary: boolean): void {
    if (this.#closing || this.#closed) return;
    const frame = binary && Buffer.isBuffer(data) ? parseFrame(data) : undefined;
    if (frame === undefined) return this.close(CLOSE_MALFORMED, 'malformed frame');
    const now = this.#deps.clock.now();
    this.#lastFrameMs = now;
    if (!this.#bucket.take(frame.type === FrameType.SUBSCRIBE ? SUBSCRIBE_COST : 1, now)) return this.close(CLOSE_MALFORMED, 'too many frames');
    // At any time, also before JOIN and after the end: without an answer the client takes the socket for broken.
    if (frame.type === FrameType.PING_PONG) this.#answerPing(frame);
    else this.#events?.frame(frame);
  }

  #answerPing({ pingPong }: SignalFrame): void {
    if (pingPong?.type === PingPongType.PING) this.send({ type: FrameType.PING_PONG, pingPong: { type: PingPongType.PONG, pingId: pingPong.pingId } });
  }

  #finish(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#events?.closed();
  }
}
