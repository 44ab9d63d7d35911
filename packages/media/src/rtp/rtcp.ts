import { parseTransportFeedback, type TransportFeedback } from './transport-feedback.js';

/**
 * RTCP packets as values: RFC 3550 6 (SR, RR, SDES, BYE), RFC 4585 6 (NACK, PLI), RFC 5104 4.3.1 (FIR),
 * draft-alvestrand-rmcat-remb-03 (REMB), transport-wide feedback. `build-rtcp.ts` is the way back.
 *
 * ```
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |V=2|P| RC/FMT  |   packet type |     length in words, minus 1  |
 * |                     SSRC of packet sender                     |
 * |                  what the packet type says …                  |
 * ```
 * A datagram holds several, one behind the other (a compound).
 */

export const RTCP_SENDER_REPORT = 200;
export const RTCP_RECEIVER_REPORT = 201;
export const RTCP_SOURCE_DESCRIPTION = 202;
export const RTCP_BYE = 203;
export const RTCP_TRANSPORT_LAYER_FEEDBACK = 205;
export const RTCP_PAYLOAD_SPECIFIC_FEEDBACK = 206;
export const FEEDBACK_NACK = 1;
export const FEEDBACK_TRANSPORT_WIDE = 15;
export const FEEDBACK_PLI = 1;
export const FEEDBACK_FIR = 4;
export const FEEDBACK_APPLICATION_LAYER = 15;
export const SDES_CNAME = 1;
export const REMB_IDENTIFIER = 0x52454d42;

/** More in one datagram is somebody's game: browsers send two to four. */
const PACKETS_PER_COMPOUND_MAX = 64;

export interface ReportBlock {
  readonly ssrc: number;
  /** 0–255: lost of 256 since the last report. */
  readonly fractionLost: number;
  /** Signed 24 bits: negative after duplicates. */
  readonly cumulativeLost: number;
  readonly highestSequenceNumber: number;
  /** In units of the stream's RTP clock. */
  readonly jitter: number;
  /** Middle 32 bits of the NTP time of the last SR seen, or 0. */
  readonly lastSenderReport: number;
  /** In 1/65,536 s; 0 without an SR. */
  readonly delaySinceLastSenderReport: number;
}

export interface SenderReport {
  readonly type: 'senderReport';
  readonly ssrc: number;
  readonly ntpSeconds: number;
  readonly ntpFraction: number;
  readonly rtpTimestamp: number;
  readonly packetCount: number;
  readonly octetCount: number;
  readonly reports: readonly ReportBlock[];
}
export interface ReceiverReport {
  readonly type: 'receiverReport';
  readonly ssrc: number;
  readonly reports: readonly ReportBlock[];
}
export interface SourceDescription {
  readonly type: 'sourceDescription';
  readonly chunks: readonly { readonly ssrc: number; readonly cname: string | undefined }[];
}
export interface Bye {
  readonly type: 'bye';
  readonly ssrcs: readonly number[];
}
export interface Nack {
  readonly type: 'nack';
  readonly senderSsrc: number;
  readonly mediaSsrc: number;
  readonly sequenceNumbers: readonly number[];
}
export interface Pli {
  readonly type: 'pli';
  readonly senderSsrc: number;
  readonly mediaSsrc: number;
}
export interface Fir {
  readonly type: 'fir';
  readonly senderSsrc: number;
  readonly requests: readonly { readonly ssrc: number; readonly commandNumber: number }[];
}
export interface Remb {
  readonly type: 'remb';
  readonly senderSsrc: number;
  readonly bitrateBps: number;
  readonly ssrcs: readonly number[];
}

export type RtcpPacket = SenderReport | ReceiverReport | SourceDescription | Bye | Nack | Pli | Fir | Remb | TransportFeedback;

/**
 * The packets of a plaintext compound, in order. Types not in the union are skipped; at the first packet whose length
 * contradicts the datagram the reading ends. Reduced-size compounds (RFC 5506) are allowed.
 */
export function parseRtcp(compound: Buffer): RtcpPacket[] {
  const packets: RtcpPacket[] = [];
  let offset = 0;
  for (let count = 0; count < PACKETS_PER_COMPOUND_MAX && offset + 4 <= compound.length; count += 1) {
    const first = compound.readUInt8(offset);
    const end = offset + 4 + 4 * compound.readUInt16BE(offset + 2);
    if (first >> 6 !== 2 || end > compound.length) break;
    const packet = withoutPadding(compound.subarray(offset, end));
    const parsed = packet === undefined ? undefined : parseOne(packet, first & 0x1f);
    if (parsed !== undefined) packets.push(parsed);
    offset = end;
  }
  return packets;
}

function withoutPadding(packet: Buffer): Buffer | undefined {
  if ((packet.readUInt8(0) & 0x20) === 0) return packet;
  const paddingBytes = packet.readUInt8(packet.length - 1);
  return paddingBytes === 0 || paddingBytes > packet.length - 4 ? undefined : packet.subarray(0, packet.length - paddingBytes);
}

function parseOne(packet: Buffer, count: number): RtcpPacket | undefined {
  switch (packet.readUInt8(1)) {
    case RTCP_SENDER_REPORT: return parseSenderReport(packet, count);
    case RTCP_RECEIVER_REPORT: return parseReceiverReport(packet, count);
    case RTCP_SOURCE_DESCRIPTION: return parseSourceDescription(packet, count);
    case RTCP_BYE: return parseBye(packet, count);
    case RTCP_TRANSPORT_LAYER_FEEDBACK:
      if (count === FEEDBACK_NACK) return parseNack(packet);
      return count === FEEDBACK_TRANSPORT_WIDE ? parseTransportFeedback(packet) : undefined;
    case RTCP_PAYLOAD_SPECIFIC_FEEDBACK:
      if (count === FEEDBACK_PLI) return parsePli(packet);
      if (count === FEEDBACK_FIR) return parseFir(packet);
      return count === FEEDBACK_APPLICATION_LAYER ? parseRemb(packet) : undefined;
    default: return undefined;
  }
}

function parseSenderReport(packet: Buffer, count: number): SenderReport | undefined {
  if (packet.length < 28) return undefined;
  const reports = parseReportBlocks(packet, 28, count);
  if (reports === undefined) return undefined;
  return {
    type: 'senderReport', ssrc: packet.readUInt32BE(4), ntpSeconds: packet.readUInt32BE(8), ntpFraction: packet.readUInt32BE(12),
    rtpTimestamp: packet.readUInt32BE(16), packetCount: packet.readUInt32BE(20), octetCount: packet.readUInt32BE(24), reports,
  };
}

function parseReceiverReport(packet: Buffer, count: number): ReceiverReport | undefined {
  if (packet.length < 8) return undefined;
  const reports = parseReportBlocks(packet, 8, count);
  return reports === undefined ? undefined : { type: 'receiverReport', ssrc: packet.readUInt32BE(4), reports };
}

function parseReportBlocks(packet: Buffer, start: number, count: number): ReportBlock[] | undefined {
  if (start + count * 24 > packet.length) return undefined;
  const reports: ReportBlock[] = [];
  for (let i = 0; i < count; i += 1) {
    const offset = start + i * 24;
    reports.push({
      ssrc: packet.readUInt32BE(offset),
      fractionLost: packet.readUInt8(offset + 4),
      cumulativeLost: packet.readIntBE(offset + 5, 3),
      highestSequenceNumber: packet.readUInt32BE(offset + 8),
      jitter: packet.readUInt32BE(offset + 12),
      lastSenderReport: packet.readUInt32BE(offset + 16),
      delaySinceLastSenderReport: packet.readUInt32BE(offset + 20),
    });
  }
  return reports;
}

/** RFC 3550 6.5: chunks of items that end with a null item and are filled up to a word. */
function parseSourceDescription(packet: Buffer, count: number): SourceDescription | undefined {
  const chunks: { ssrc: number; cname: string | undefined }[] = [];
  let offset = 4;
  for (let i = 0; i < count; i += 1) {
    if (offset + 4 > packet.length) return undefined;
    const ssrc = packet.readUInt32BE(offset);
    let cname: string | undefined;
    offset += 4;
    while (offset < packet.length && packet.readUInt8(offset) !== 0) {
      if (offset + 2 > packet.length) return undefined;
      const end = offset + 2 + packet.readUInt8(offset + 1);
      if (end > packet.length) return undefined;
      if (packet.readUInt8(offset) === SDES_CNAME) cname = packet.toString('utf8', offset + 2, end);
      offset = end;
    }
    offset = (Math.floor(offset / 4) + 1) * 4;
    chunks.push({ ssrc, cname });
  }
  return { type: 'sourceDescription', chunks };
}

function parseBye(packet: Buffer, count: number): Bye | undefined {
  if (4 + count * 4 > packet.length) return undefined;
  return { type: 'bye', ssrcs: Array.from({ length: count }, (_, i) => packet.readUInt32BE(4 + i * 4)) };
}

/** RFC 4585 6.2.1: a packet id and a bit mask of the sixteen that follow it. */
function parseNack(packet: Buffer): Nack | undefined {
  if (packet.length < 16) return undefined;
  const sequenceNumbers: number[] = [];
  for (let offset = 12; offset + 4 <= packet.length; offset += 4) {
    const first = packet.readUInt16BE(offset);
    const following = packet.readUInt16BE(offset + 2);
    sequenceNumbers.push(first);
    for (let bit = 0; bit < 16; bit += 1) {
      if ((following & (1 << bit)) !== 0) sequenceNumbers.push((first + bit + 1) & 0xffff);
    }
  }
  return { type: 'nack', senderSsrc: packet.readUInt32BE(4), mediaSsrc: packet.readUInt32BE(8), sequenceNumbers };
}

function parsePli(packet: Buffer): Pli | undefined {
  if (packet.length < 12) return undefined;
  return { type: 'pli', senderSsrc: packet.readUInt32BE(4), mediaSsrc: packet.readUInt32BE(8) };
}

function parseFir(packet: Buffer): Fir | undefined {
  if (packet.length < 20) return undefined;
  const requests: { ssrc: number; commandNumber: number }[] = [];
  for (let offset = 12; offset + 8 <= packet.length; offset += 8) {
    requests.push({ ssrc: packet.readUInt32BE(offset), commandNumber: packet.readUInt8(offset + 4) });
  }
  return { type: 'fir', senderSsrc: packet.readUInt32BE(4), requests };
}

function parseRemb(packet: Buffer): Remb | undefined {
  if (packet.length < 20 || packet.readUInt32BE(12) !== REMB_IDENTIFIER) return undefined;
  const ssrcCount = packet.readUInt8(16);
  if (20 + ssrcCount * 4 > packet.length) return undefined;
  const exponent = packet.readUInt8(17) >> 2;
  const mantissa = packet.readUIntBE(17, 3) & 0x3ffff;
  return {
    type: 'remb', senderSsrc: packet.readUInt32BE(4), bitrateBps: mantissa * 2 ** exponent,
    ssrcs: Array.from({ length: ssrcCount }, (_, i) => packet.readUInt32BE(20 + i * 4)),
  };
}
