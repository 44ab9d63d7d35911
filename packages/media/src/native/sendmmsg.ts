import type { Socket } from 'node:dgram';
import { readlinkSync } from 'node:fs';
import koffi from 'koffi';
import { NativeMemory, type Address } from './memory.js';

/**
 * Many datagrams in one system call, and several of one destination in one pass through the kernel's stack (UDP generic
 * segmentation offload, Linux 4.18). Without that each datagram costs about 3 us there, whatever its size.
 *
 * ```
 * struct mmsghdr (64 bytes, LP64)                     struct iovec (16)    control message (24)
 *  0 name*  8 namelen  16 iov*  24 iovlen              0 base*  8 length    0 length = 18   8 SOL_UDP  12 UDP_SEGMENT
 * 32 control*  40 controllen  48 flags  56 msg_len                         16 segment size (16 bits)
 * ```
 * The structures are laid out once; message i always uses the same blocks, so that only what changes is written.
 */
const MESSAGES_MAX = 128;
/** A burst of more segments only fills the queue of the network card. */
export const SEGMENTS_MAX = 16;
const HEADER_BYTES = 64;
const IOVEC_BYTES = 16;
const CONTROL_BYTES = 24;
const CONTROL_LENGTH = 18;
const SOL_UDP = 17;
const UDP_SEGMENT = 103;
const MSG_DONTWAIT = 0x40;

const { EAGAIN = 11, EINTR = 4, EINVAL = 22, EIO = 5, EMSGSIZE = 90, ENOBUFS = 105 } = koffi.os.errno;
/**
 * So many refusals with EIO say that the network card cannot do it. EINVAL only speaks of one path, with a small MTU.
 */
const SEGMENTATION_FAILURES_MAX = 3;

type SendMmsg = (fd: number, messages: Address, count: number, flags: number) => number;

export class DatagramBatch {
  readonly #sendmmsg: SendMmsg;
  /** One message more than a batch holds: with it segments go out singly after a refusal. */
  readonly #headers = new NativeMemory((MESSAGES_MAX + 1) * HEADER_BYTES);
  readonly #vectors = new NativeMemory((MESSAGES_MAX + 1) * SEGMENTS_MAX * IOVEC_BYTES);
  readonly #controls = new NativeMemory((MESSAGES_MAX + 1) * CONTROL_BYTES);
  #count = 0;
  #segments = 0;
  #segmentationFailures = 0;

  /** Throws on systems without sendmmsg. */
  constructor() {
    this.#sendmmsg = koffi.load(null).func('sendmmsg', 'int', ['int', 'uintptr_t', 'uint', 'int']) as unknown as SendMmsg;
    for (let i = 0; i <= MESSAGES_MAX; i += 1) {
      writePointer(this.#headers.words, (i * HEADER_BYTES + 16) / 4, this.#vectors.at(i * SEGMENTS_MAX * IOVEC_BYTES, SEGMENTS_MAX * IOVEC_BYTES));
      writePointer(this.#headers.words, (i * HEADER_BYTES + 32) / 4, this.#controls.at(i * CONTROL_BYTES, CONTROL_BYTES));
      const control = i * CONTROL_BYTES / 4;
      this.#controls.words[control] = CONTROL_LENGTH;
      this.#controls.words[control + 2] = SOL_UDP;
      this.#controls.words[control + 3] = UDP_SEGMENT;
    }
  }

  get full(): boolean {
    return this.#count === MESSAGES_MAX;
  }

  /** How many segments one message may have; 1 when segmentation does not work here. */
  get segmentsMax(): number {
    return this.#segmentationFailures < SEGMENTATION_FAILURES_MAX ? SEGMENTS_MAX : 1;
  }

  /** Begins a message; `full` was asked before. The caller keeps `destination` (a sockaddr) until `send` returns. */
  open(destination: NativeMemory): void {
    if (this.#count >= MESSAGES_MAX) throw new RangeError('The batch is full.');
    const header = this.#count * HEADER_BYTES / 4;
    writePointer(this.#headers.words, header, destination.at(0, destination.bytes.length));
    this.#headers.words[header + 2] = destination.bytes.length;
    this.#segments = 0;
  }

  /** Adds a datagram to the open message. The memory behind the address must stay as it is until `send` returns. */
  add(address: Address, length: number): void {
    if (this.#segments >= SEGMENTS_MAX) throw new RangeError('The message is full.');
    const vector = (this.#count * SEGMENTS_MAX + this.#segments) * IOVEC_BYTES / 4;
    writePointer(this.#vectors.words, vector, address);
    this.#vectors.words[vector + 2] = length;
    this.#segments += 1;
  }

  /** Ends the message. All its segments have `segmentBytes` bytes, but the last may be shorter. */
  close(segmentBytes: number): void {
    const header = this.#count * HEADER_BYTES / 4;
    this.#headers.words[header + 6] = this.#segments;
    this.#headers.words[header + 10] = this.#segments > 1 ? CONTROL_BYTES : 0;
    this.#controls.words[this.#count * CONTROL_BYTES / 4 + 4] = segmentBytes & 0xffff;
    this.#count += 1;
  }

  /** Sends all messages and empties the batch. Gives the number of datagrams the kernel refused. */
  send(fd: number): number {
    let refused = 0;
    let first = 0;
    // Each turn moves on by a message at least, or was interrupted.
    for (let turns = 0; first < this.#count && turns < 2 * MESSAGES_MAX; turns += 1) {
      const rest = this.#count - first;
      const sent = this.#sendmmsg(fd, this.#headers.at(first * HEADER_BYTES, rest * HEADER_BYTES), rest, MSG_DONTWAIT);
      if (sent > 0) {
        first += sent;
        continue;
      }
      const error = koffi.errno();
      if (error === EINTR) continue;
      if (error === EAGAIN || error === ENOBUFS) break;
      refused += this.#retrySingly(fd, first, error);
      first += 1;
    }
    for (; first < this.#count; first += 1) refused += this.#segmentCount(first);
    this.#count = 0;
    return refused;
  }

  /** Forgets all messages unsent. */
  clear(): void {
    this.#count = 0;
  }

  #segmentCount(message: number): number {
    return this.#headers.words[message * HEADER_BYTES / 4 + 6] ?? 0;
  }

  /** A path without segmentation, or with a small MTU, still takes the datagrams one by one. */
  #retrySingly(fd: number, message: number, error: number): number {
    const segments = this.#segmentCount(message);
    if (segments <= 1 || (error !== EIO && error !== EINVAL && error !== EMSGSIZE)) return segments;
    if (error === EIO) this.#segmentationFailures += 1;
    const spare = MESSAGES_MAX * HEADER_BYTES / 4;
    const spareVector = MESSAGES_MAX * SEGMENTS_MAX * IOVEC_BYTES / 4;
    this.#headers.words.copyWithin(spare, message * HEADER_BYTES / 4, message * HEADER_BYTES / 4 + 3);
    this.#headers.words[spare + 6] = 1;
    this.#headers.words[spare + 10] = 0;
    let refused = 0;
    for (let i = 0; i < segments; i += 1) {
      const vector = (message * SEGMENTS_MAX + i) * IOVEC_BYTES / 4;
      this.#vectors.words.copyWithin(spareVector, vector, vector + 4);
      if (this.#sendmmsg(fd, this.#headers.at(MESSAGES_MAX * HEADER_BYTES, HEADER_BYTES), 1, MSG_DONTWAIT) !== 1) refused += 1;
    }
    return refused;
  }
}

/** Little-endian, as on every system that has sendmmsg and that Node supports (x86-64, arm64, riscv64). */
function writePointer(words: Uint32Array, at: number, address: number): void {
  words[at] = address;
  words[at + 1] = address / 0x100000000;
}

/** A `sockaddr_in` (16 bytes) or `sockaddr_in6` (28) for `address`, which has 4 or 16 bytes. */
export function createSocketAddress(address: Buffer, port: number): NativeMemory {
  const ipv6 = address.length === 16;
  const memory = new NativeMemory(ipv6 ? 28 : 16);
  memory.bytes.writeUInt16LE(ipv6 ? 10 : 2, 0);
  memory.bytes.writeUInt16BE(port, 2);
  memory.bytes.set(address, ipv6 ? 8 : 4);
  return memory;
}

/**
 * The file descriptor of a bound socket. Node keeps it in an internal object, so it may vanish with any release:
 * undefined then, and the self-test has sent through it before anything relies on it.
 */
export function socketDescriptor(socket: Socket): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const key = Reflect.ownKeys(socket).find(candidate => typeof candidate === 'symbol' && candidate.description === 'state symbol');
  if (key === undefined) return undefined;
  const state: unknown = Reflect.get(socket, key);
  const fd = (state as { handle?: { fd?: unknown } } | null | undefined)?.handle?.fd;
  if (typeof fd !== 'number' || !Number.isInteger(fd) || fd <= 2) return undefined;
  try {
    return readlinkSync(`/proc/self/fd/${fd}`).startsWith('socket:') ? fd : undefined;
  } catch {
    // Without /proc there is no knowing what the number is: do without.
    return undefined;
  }
}
