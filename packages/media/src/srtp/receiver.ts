import type { NativeMemory } from '../native/memory.js';
import { RTP_HEADER_BYTES, rtpPayloadOffset } from '../rtp/packet.js';
import { RTCP_HEADER_BYTES, SRTCP_INDEX_BYTES, type PacketProtection } from './protection.js';
import { ReplayWindow } from './replay-window.js';

/**
 * A client has a dozen streams; each renegotiation may bring new ones. State is never dropped: it guards against
 * replay.
 */
const SSRCS_MAX = 1_024;
const SEQUENCE_NUMBERS = 0x10000;

/** Where the SRTCP index stands: last with GCM, before the tag with counter mode. */
export type RtcpIndexPlace = 'last' | 'before-tag';
const COUNTER_MODE_TAG_BYTES = 10;

/** The receiving side of one key: estimates the rollover counter, refuses replays, opens (RFC 3711 3.3). */
export class SrtpReceiver {
  readonly #protection: PacketProtection;
  readonly #rtcpTrailerBytes: number;
  readonly #rtpWindows = new Map<number, ReplayWindow>();
  readonly #rtcpWindows = new Map<number, ReplayWindow>();

  constructor(protection: PacketProtection, rtcpIndexPlace: RtcpIndexPlace) {
    this.#protection = protection;
    this.#rtcpTrailerBytes = SRTCP_INDEX_BYTES + (rtcpIndexPlace === 'last' ? 0 : COUNTER_MODE_TAG_BYTES);
  }

  /**
   * Opens the SRTP packet at `memory[offset, offset + length)` in place; its plaintext length, or 0 when it is refused.
   */
  openRtp(memory: NativeMemory, offset: number, length: number): number {
    const packet = memory.bytes.subarray(offset, offset + length);
    if (length < RTP_HEADER_BYTES) return 0;
    const headerBytes = rtpPayloadOffset(packet, length);
    if (headerBytes < 0) return 0;
    const sequenceNumber = packet.readUInt16BE(2);
    const ssrc = packet.readUInt32BE(8);
    const known = this.#rtpWindows.get(ssrc);
    if (known === undefined && this.#rtpWindows.size >= SSRCS_MAX) return 0;

    const index = known === undefined ? sequenceNumber : estimateIndex(known.highest, sequenceNumber);
    if (index < 0 || (known !== undefined && !known.isNew(index))) return 0;
    const opened = this.#protection.openRtp(memory, offset, headerBytes, length, {
      ssrc, rolloverCounter: Math.floor(index / SEQUENCE_NUMBERS), sequenceNumber,
    });
    if (opened !== 0) takeIndex(this.#rtpWindows, ssrc, known, index);
    return opened;
  }

  /** Opens an SRTCP packet in place; unencrypted ones (E = 0) are refused, nobody sends them. */
  openRtcp(memory: NativeMemory, offset: number, length: number): number {
    if (length < RTCP_HEADER_BYTES + this.#rtcpTrailerBytes) return 0;
    const word = memory.bytes.readUInt32BE(offset + length - this.#rtcpTrailerBytes);
    if (word < 0x80000000) return 0;
    const index = word - 0x80000000;
    const ssrc = memory.bytes.readUInt32BE(offset + 4);
    const known = this.#rtcpWindows.get(ssrc);
    if (known === undefined ? this.#rtcpWindows.size >= SSRCS_MAX : !known.isNew(index)) return 0;
    const opened = this.#protection.openRtcp(memory, offset, length, ssrc, index);
    if (opened !== 0) takeIndex(this.#rtcpWindows, ssrc, known, index);
    return opened;
  }

  close(): void {
    this.#protection.close();
  }
}

function takeIndex(windows: Map<number, ReplayWindow>, ssrc: number, known: ReplayWindow | undefined, index: number): void {
  const window = known ?? new ReplayWindow();
  if (known === undefined) windows.set(ssrc, window);
  window.take(index);
}

/**
 * RFC 3711 3.3.1: the index nearest to the highest so far that ends in this sequence number. May be negative: then
 * refuse.
 */
export function estimateIndex(highest: number, sequenceNumber: number): number {
  const rollovers = Math.floor(highest / SEQUENCE_NUMBERS);
  const last = highest % SEQUENCE_NUMBERS;
  let estimate = rollovers;
  if (last < 0x8000) {
    if (sequenceNumber - last > 0x8000) estimate -= 1;
  } else if (last - 0x8000 > sequenceNumber) {
    estimate += 1;
  }
  return estimate * SEQUENCE_NUMBERS + sequenceNumber;
}
