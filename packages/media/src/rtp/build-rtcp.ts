import {
  FEEDBACK_APPLICATION_LAYER, FEEDBACK_FIR, FEEDBACK_NACK, FEEDBACK_PLI, REMB_IDENTIFIER, RTCP_BYE, RTCP_PAYLOAD_SPECIFIC_FEEDBACK,
  RTCP_RECEIVER_REPORT, RTCP_SENDER_REPORT, RTCP_SOURCE_DESCRIPTION, RTCP_TRANSPORT_LAYER_FEEDBACK, SDES_CNAME,
  type Bye, type Fir, type Nack, type Pli, type ReceiverReport, type Remb, type ReportBlock, type SenderReport,
} from './rtcp.js';

/**
 * RTCP packets from values; the layout of each stands in `rtcp.ts`. All numbers are written modulo their field's width.
 */

/** More report blocks do not fit the five bits of RC; the caller sends a second report. */
const REPORT_BLOCKS_MAX = 31;
const REMB_SSRCS_MAX = 255;
const CNAME_BYTES_MAX = 255;

/**
 * Several packets as one compound. RFC 3550 6.1 wants a report first, then SDES, unless reduced size was agreed (RFC
 * 5506).
 */
export function buildCompound(packets: readonly Uint8Array[]): Buffer {
  return Buffer.concat(packets);
}

export function buildSenderReport(report: Omit<SenderReport, 'type'>): Buffer {
  const reports = report.reports.slice(0, REPORT_BLOCKS_MAX);
  const packet = allocate(reports.length, RTCP_SENDER_REPORT, 28 + reports.length * 24);
  packet.writeUInt32BE(report.ssrc >>> 0, 4);
  packet.writeUInt32BE(report.ntpSeconds >>> 0, 8);
  packet.writeUInt32BE(report.ntpFraction >>> 0, 12);
  packet.writeUInt32BE(report.rtpTimestamp >>> 0, 16);
  packet.writeUInt32BE(report.packetCount >>> 0, 20);
  packet.writeUInt32BE(report.octetCount >>> 0, 24);
  reports.forEach((block, i) => writeReportBlock(packet, 28 + i * 24, block));
  return packet;
}

export function buildReceiverReport(report: Omit<ReceiverReport, 'type'>): Buffer {
  const reports = report.reports.slice(0, REPORT_BLOCKS_MAX);
  const packet = allocate(reports.length, RTCP_RECEIVER_REPORT, 8 + reports.length * 24);
  packet.writeUInt32BE(report.ssrc >>> 0, 4);
  reports.forEach((block, i) => writeReportBlock(packet, 8 + i * 24, block));
  return packet;
}

function writeReportBlock(packet: Buffer, offset: number, block: ReportBlock): void {
  packet.writeUInt32BE(block.ssrc >>> 0, offset);
  packet.writeUInt8(block.fractionLost & 0xff, offset + 4);
  packet.writeIntBE(Math.max(-0x800000, Math.min(0x7fffff, block.cumulativeLost)), offset + 5, 3);
  packet.writeUInt32BE(block.highestSequenceNumber >>> 0, offset + 8);
  packet.writeUInt32BE(block.jitter >>> 0, offset + 12);
  packet.writeUInt32BE(block.lastSenderReport >>> 0, offset + 16);
  packet.writeUInt32BE(block.delaySinceLastSenderReport >>> 0, offset + 20);
}

/** One chunk with the CNAME, which a sender's streams of one participant share. */
export function buildSdes(ssrc: number, cname: string): Buffer {
  const text = Buffer.from(cname, 'utf8').subarray(0, CNAME_BYTES_MAX);
  const itemBytes = 2 + text.length;
  // At least one null byte ends the items.
  const packet = allocate(1, RTCP_SOURCE_DESCRIPTION, 8 + (Math.floor(itemBytes / 4) + 1) * 4);
  packet.writeUInt32BE(ssrc >>> 0, 4);
  packet.writeUInt8(SDES_CNAME, 8);
  packet.writeUInt8(text.length, 9);
  packet.set(text, 10);
  return packet;
}

export function buildBye(bye: Omit<Bye, 'type'>): Buffer {
  const ssrcs = bye.ssrcs.slice(0, 31);
  const packet = allocate(ssrcs.length, RTCP_BYE, 4 + ssrcs.length * 4);
  ssrcs.forEach((ssrc, i) => packet.writeUInt32BE(ssrc >>> 0, 4 + i * 4));
  return packet;
}

/** Sequence numbers in rising order (modulo 2^16) pack best: up to 17 of them share one word. */
export function buildNack(nack: Omit<Nack, 'type'>): Buffer {
  const words: { first: number; following: number }[] = [];
  for (const sequenceNumber of nack.sequenceNumbers) {
    const last = words.at(-1);
    const distance = last === undefined ? 0 : (sequenceNumber - last.first) & 0xffff;
    if (last !== undefined && distance >= 1 && distance <= 16) last.following |= 1 << (distance - 1);
    else if (last === undefined || distance !== 0) words.push({ first: sequenceNumber, following: 0 });
  }
  const packet = allocateFeedback(FEEDBACK_NACK, RTCP_TRANSPORT_LAYER_FEEDBACK, 12 + words.length * 4, nack.senderSsrc, nack.mediaSsrc);
  words.forEach(({ first, following }, i) => {
    packet.writeUInt16BE(first & 0xffff, 12 + i * 4);
    packet.writeUInt16BE(following, 14 + i * 4);
  });
  return packet;
}

export function buildPli(pli: Omit<Pli, 'type'>): Buffer {
  return allocateFeedback(FEEDBACK_PLI, RTCP_PAYLOAD_SPECIFIC_FEEDBACK, 12, pli.senderSsrc, pli.mediaSsrc);
}

/** RFC 5104 4.3.1: the media SSRC of the common header is 0; a new request has a new command number. */
export function buildFir(fir: Omit<Fir, 'type'>): Buffer {
  const packet = allocateFeedback(FEEDBACK_FIR, RTCP_PAYLOAD_SPECIFIC_FEEDBACK, 12 + fir.requests.length * 8, fir.senderSsrc, 0);
  fir.requests.forEach(({ ssrc, commandNumber }, i) => {
    packet.writeUInt32BE(ssrc >>> 0, 12 + i * 8);
    packet.writeUInt8(commandNumber & 0xff, 16 + i * 8);
  });
  return packet;
}

/** The bitrate is written with 18 significant bits, rounded down. */
export function buildRemb(remb: Omit<Remb, 'type'>): Buffer {
  const ssrcs = remb.ssrcs.slice(0, REMB_SSRCS_MAX);
  const packet = allocateFeedback(FEEDBACK_APPLICATION_LAYER, RTCP_PAYLOAD_SPECIFIC_FEEDBACK, 20 + ssrcs.length * 4, remb.senderSsrc, 0);
  let exponent = 0;
  let mantissa = Math.max(0, Math.floor(remb.bitrateBps));
  while (mantissa > 0x3ffff && exponent < 63) {
    mantissa = Math.floor(mantissa / 2);
    exponent += 1;
  }
  packet.writeUInt32BE(REMB_IDENTIFIER, 12);
  packet.writeUInt8(ssrcs.length, 16);
  packet.writeUIntBE((exponent << 18) | Math.min(mantissa, 0x3ffff), 17, 3);
  ssrcs.forEach((ssrc, i) => packet.writeUInt32BE(ssrc >>> 0, 20 + i * 4));
  return packet;
}

function allocate(count: number, packetType: number, bytes: number): Buffer {
  const packet = Buffer.alloc(bytes);
  packet.writeUInt8(0x80 | count, 0);
  packet.writeUInt8(packetType, 1);
  packet.writeUInt16BE(bytes / 4 - 1, 2);
  return packet;
}

function allocateFeedback(format: number, packetType: number, bytes: number, senderSsrc: number, mediaSsrc: number): Buffer {
  const packet = allocate(format, packetType, bytes);
  packet.writeUInt32BE(senderSsrc >>> 0, 4);
  packet.writeUInt32BE(mediaSsrc >>> 0, 8);
  return packet;
}
