import type { NativeMemory } from '../native/memory.js';
import type { PacketIndex, PacketProtection } from './protection.js';

/** RFC 3711 9.2: after 2^48 RTP or 2^31 RTCP packets a key is used up. */
const RTCP_INDEX_MAX = 0x7fffffff;
const ROLLOVER_COUNTER_MAX = 0xffffffff;
/** More streams in one call than any client can bear; each leaves a few bytes here until the key is dropped. */
const SSRCS_MAX = 65_536;

/**
 * The sending side of one key, and **the only place that hands out packet indices**. With GCM a second packet under one
 * index gives away the key, therefore indices of an SSRC only rise, for as long as the key lives: also over the end of
 * a stream and its return. What must go out again goes out as the sealed bytes it was.
 */
export class SrtpSender {
  readonly #protection: PacketProtection;
  readonly #indices = new Map<number, PacketIndex>();
  #rtcpIndex = 0;

  constructor(protection: PacketProtection) {
    this.#protection = protection;
  }

  /**
   * Seals the RTP packet at `memory[offset, offset + length)` in place and gives its new length; 0 when its sequence
   * number does not lie within the 32,767 that follow the last one, or the key is used up.
   */
  sealRtp(memory: NativeMemory, offset: number, headerBytes: number, length: number, ssrc: number, sequenceNumber: number): number {
    const index = this.#claimIndex(ssrc, sequenceNumber);
    if (index === undefined) return 0;
    return this.#protection.sealRtp(memory, offset, headerBytes, length, index);
  }

  #claimIndex(ssrc: number, sequenceNumber: number): PacketIndex | undefined {
    const last = this.#indices.get(ssrc);
    if (last === undefined) {
      if (this.#indices.size >= SSRCS_MAX) return undefined;
      const first = { ssrc, rolloverCounter: 0, sequenceNumber };
      this.#indices.set(ssrc, first);
      return first;
    }
    const step = (sequenceNumber - last.sequenceNumber) & 0xffff;
    if (step === 0 || step >= 0x8000) return undefined;
    if (sequenceNumber < last.sequenceNumber) {
      if (last.rolloverCounter === ROLLOVER_COUNTER_MAX) return undefined;
      last.rolloverCounter += 1;
    }
    last.sequenceNumber = sequenceNumber;
    return last;
  }

  /** Seals a compound in place; 0 when it is too short or the key is used up. */
  sealRtcp(memory: NativeMemory, offset: number, length: number): number {
    if (length < 8 || this.#rtcpIndex >= RTCP_INDEX_MAX) return 0;
    this.#rtcpIndex += 1;
    return this.#protection.sealRtcp(memory, offset, length, memory.bytes.readUInt32BE(offset + 4), this.#rtcpIndex);
  }

  close(): void {
    this.#protection.close();
  }
}
