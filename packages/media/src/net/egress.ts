import { NativeMemory } from '../native/memory.js';
import { DatagramBatch } from '../native/sendmmsg.js';
import type { Remote } from './remote.js';
import type { Timers } from './timers.js';
import { UdpRemote, type UdpSocket } from './udp-socket.js';

/**
 * Where sealed packets leave. Packets are written straight into the arena, sealed there, queued for their remote, and
 * sent together at the end of the tick: of one remote up to 16 in one segmented message, of all remotes up to 128
 * messages in one system call. When the arena or the list is full, it is sent at once: the queue cannot grow, and the
 * kernel's own buffer decides what is too much.
 */
const ARENA_BYTES = 4 * 2 ** 20;
const PACKETS_MAX = 4_096;
const NOTHING = -1;
/**
 * A worker that sends much, but little to each remote in one turn of the event loop, gathers for some milliseconds:
 * then most packets have company on their way through the kernel, which is where the time goes. It ends when there is
 * less to send.
 */
const BUSY_PACKETS_PER_MS = 10;
const CALM_PACKETS_PER_MS = 5;
const COMPANY = 4;
const GATHER_MS = 3;
const WINDOW_MS = 50;

export interface EgressOptions {
  /** Whether sendmmsg with segmentation works here, which the self-test has tried; else Node's own send is used. */
  readonly segmentation: boolean;
  readonly nowMs: () => number;
  readonly timers: Timers;
}

export class Egress {
  readonly memory = new NativeMemory(ARENA_BYTES);
  readonly #batch: DatagramBatch | undefined;
  readonly #offsets = new Uint32Array(PACKETS_MAX);
  readonly #lengths = new Uint16Array(PACKETS_MAX);
  readonly #next = new Int16Array(PACKETS_MAX);
  readonly #waiting = new Map<UdpSocket, UdpRemote[]>();
  #packets = 0;
  #used = 0;
  #scheduled = false;
  #gathering = false;
  /** Of the window in which the rate is judged. */
  readonly #window = { startMs: 0, packets: 0, turns: 0 };
  readonly #options: EgressOptions;
  datagramsOut = 0;
  sendsRefused = 0;

  constructor(options: EgressOptions) {
    this.#options = options;
    this.#batch = options.segmentation ? new DatagramBatch() : undefined;
    this.#window.startMs = options.nowMs();
  }

  get kind(): 'sendmmsg' | 'dgram' {
    return this.#batch === undefined ? 'dgram' : 'sendmmsg';
  }

  /**
   * Where in `memory` the next packet of at most `byteCount` bytes is to be written. It is valid until `push` or the
   * tick's end.
   */
  reserve(byteCount: number): number {
    if (this.#used + byteCount > ARENA_BYTES || this.#packets === PACKETS_MAX) this.flush();
    return this.#used;
  }

  /** Queues the packet at `memory[offset, offset + length)`, which `reserve` gave. */
  push(remote: Remote, offset: number, length: number): void {
    this.datagramsOut += 1;
    if (this.#batch === undefined || !(remote instanceof UdpRemote) || remote.socket.descriptor === undefined || remote.sockaddr() === undefined) {
      remote.send(this.memory.bytes.subarray(offset, offset + length));
      return;
    }
    const packet = this.#packets;
    this.#offsets[packet] = offset;
    this.#lengths[packet] = length;
    this.#next[packet] = NOTHING;
    if (remote.lastQueued === NOTHING) {
      remote.firstQueued = packet;
      this.#waitingOn(remote.socket).push(remote);
    } else {
      this.#next[remote.lastQueued] = packet;
    }
    remote.lastQueued = packet;
    this.#packets += 1;
    // Addresses of packets are multiples of 16, which AES likes.
    this.#used = (offset + length + 15) & ~15;
    if (!this.#scheduled) this.#schedule();
  }

  #schedule(): void {
    this.#scheduled = true;
    const flush = () => {
      this.#scheduled = false;
      this.flush();
      this.#judgeRate();
    };
    if (this.#gathering) this.#options.timers.after(GATHER_MS, flush);
    else setImmediate(flush);
  }

  #judgeRate(): void {
    const window = this.#window;
    const elapsedMs = this.#options.nowMs() - window.startMs;
    if (elapsedMs < WINDOW_MS) return;
    const packetsPerMs = window.packets / elapsedMs;
    if (this.#gathering) this.#gathering = packetsPerMs > CALM_PACKETS_PER_MS;
    else this.#gathering = packetsPerMs > BUSY_PACKETS_PER_MS && window.packets < COMPANY * window.turns;
    window.startMs += elapsedMs;
    window.packets = 0;
    window.turns = 0;
  }

  #waitingOn(socket: UdpSocket): UdpRemote[] {
    let waiting = this.#waiting.get(socket);
    if (waiting === undefined) {
      waiting = [];
      this.#waiting.set(socket, waiting);
    }
    return waiting;
  }

  /** Sends all that is queued. */
  flush(): void {
    const batch = this.#batch;
    if (batch === undefined || this.#packets === 0) return;
    for (const [socket, remotes] of this.#waiting) {
      for (const remote of remotes) {
        this.#compose(batch, socket, remote);
        remote.firstQueued = NOTHING;
        remote.lastQueued = NOTHING;
      }
      this.#send(batch, socket);
      this.#window.turns += remotes.length;
      remotes.length = 0;
    }
    this.#window.packets += this.#packets;
    this.#packets = 0;
    this.#used = 0;
  }

  /** Turns the packets of one remote into messages: runs of equal size, of which the last may be smaller. */
  #compose(batch: DatagramBatch, socket: UdpSocket, remote: UdpRemote): void {
    const sockaddr = remote.sockaddr();
    let packet = remote.firstQueued;
    while (packet !== NOTHING && sockaddr !== undefined) {
      if (batch.full) this.#send(batch, socket);
      batch.open(sockaddr);
      const segmentBytes = this.#lengths[packet] ?? 0;
      const segmentsMax = batch.segmentsMax;
      let segments = 0;
      let length = segmentBytes;
      while (packet !== NOTHING && segments < segmentsMax && length === segmentBytes) {
        length = this.#lengths[packet] ?? 0;
        if (length > segmentBytes) break;
        batch.add(this.memory.at(this.#offsets[packet] ?? 0, length), length);
        packet = this.#next[packet] ?? NOTHING;
        segments += 1;
      }
      batch.close(segmentBytes);
    }
  }

  #send(batch: DatagramBatch, socket: UdpSocket): void {
    // The socket may have been closed within this tick; its number may already belong to another file.
    if (socket.closed || socket.descriptor === undefined) batch.clear();
    else this.sendsRefused += batch.send(socket.descriptor);
  }
}
