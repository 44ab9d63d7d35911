import type { NativeMemory } from '../native/memory.js';

/** What makes a packet of one key unique (RFC 3711 3.3.1): its stream, and 48 bits that only rise. */
export interface PacketIndex {
  ssrc: number;
  rolloverCounter: number;
  sequenceNumber: number;
}

/**
 * The cryptography of one direction under one key: what RFC 7714 (`gcm-protection.ts`) and RFC 3711
 * (`counter-mode-protection.ts`) do differently. It trusts the caller with indices: `SrtpSender` never passes one
 * twice.
 *
 * All four work in place on `memory[offset …]`. Sealing needs `SRTP_TRAILER_BYTES_MAX` bytes of room behind the packet.
 * They give the new length of the packet, or 0 when it was refused or could not be processed.
 */
export interface PacketProtection {
  sealRtp(memory: NativeMemory, offset: number, headerBytes: number, length: number, index: PacketIndex): number;
  openRtp(memory: NativeMemory, offset: number, headerBytes: number, length: number, index: PacketIndex): number;
  sealRtcp(memory: NativeMemory, offset: number, length: number, ssrc: number, rtcpIndex: number): number;
  openRtcp(memory: NativeMemory, offset: number, length: number, ssrc: number, rtcpIndex: number): number;
  close(): void;
}

/** The 16-byte tag of GCM and the 4-byte word with the index of SRTCP. */
export const SRTP_TRAILER_BYTES_MAX = 20;
export const RTCP_HEADER_BYTES = 8;
/** The E flag and the 31-bit index, behind an SRTCP packet. */
export const SRTCP_INDEX_BYTES = 4;
export const SRTCP_ENCRYPTED = 0x80000000;
