import type { IncomingRtp, OutgoingHeader } from '../transport/types.js';

/**
 * RTP packets (RFC 3550 5.1) and their header extensions (RFC 8285).
 *
 * ```
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |V=2|P|X|  CC   |M|     PT      |       sequence number         |
 * |                           timestamp                           |
 * |           synchronization source (SSRC) identifier            |
 * |            contributing source (CSRC) identifiers …           |
 * |  0xBEDE: one-byte, 0x100x: two-byte   | length in 32-bit words|
 * |  one-byte:  ID(4) len-1(4) value …  ;  two-byte:  ID(8) len(8) value …
 * |                           payload …                           |
 * |                                   padding … | padding count   |
 * ```
 */

export const RTP_HEADER_BYTES = 12;
/** The largest packet sent or accepted: what fits an Ethernet frame with IPv6, UDP and the SRTP trailer. */
export const RTP_PACKET_BYTES_MAX = 1_440;
const ONE_BYTE_PROFILE = 0xbede;
const TWO_BYTE_PROFILE = 0x1000;
const ONE_BYTE_STOP_ID = 15;

/**
 * RFC 5761 4: RTP and RTCP share a port; the second byte of RTCP is 192–223, which as an RTP payload type (without the
 * marker) is 64–95 and is therefore never negotiated.
 */
export function isRtcp(packet: Uint8Array): boolean {
  const second = packet[1] ?? 0;
  return second >= 192 && second <= 223;
}

/**
 * Where the payload of the RTP packet `packet[0, length)` begins: after header, CSRCs and extension block. -1 when the
 * packet is no RTP packet, or its header reaches beyond `length`.
 */
export function rtpPayloadOffset(packet: Uint8Array, length: number): number {
  const first = packet[0] ?? 0;
  if (length < RTP_HEADER_BYTES || first >> 6 !== 2) return -1;
  let offset = RTP_HEADER_BYTES + (first & 0x0f) * 4;
  if ((first & 0x10) !== 0) {
    if (offset + 4 > length) return -1;
    offset += 4 + 4 * (((packet[offset + 2] ?? 0) << 8) | (packet[offset + 3] ?? 0));
  }
  return offset > length ? -1 : offset;
}

/** A parsed packet. One object serves all packets of a transport: `parse` overwrites what the last one left. */
export class RtpPacket implements IncomingRtp {
  packet: Buffer = Buffer.alloc(0);
  ssrc = 0;
  payloadType = 0;
  marker = false;
  sequenceNumber = 0;
  timestamp = 0;
  payloadOffset = 0;
  payloadLength = 0;
  arrivalMs = 0;

  /** Takes in a plaintext packet; false when it is malformed, and then the fields mean nothing. */
  parse(packet: Buffer, arrivalMs: number): boolean {
    const payloadOffset = rtpPayloadOffset(packet, packet.length);
    if (payloadOffset < 0) return false;
    let paddingBytes = 0;
    if ((packet.readUInt8(0) & 0x20) !== 0) {
      paddingBytes = packet.readUInt8(packet.length - 1);
      if (paddingBytes === 0 || payloadOffset + paddingBytes > packet.length) return false;
    }
    const second = packet.readUInt8(1);
    this.packet = packet;
    this.marker = (second & 0x80) !== 0;
    this.payloadType = second & 0x7f;
    this.sequenceNumber = packet.readUInt16BE(2);
    this.timestamp = packet.readUInt32BE(4);
    this.ssrc = packet.readUInt32BE(8);
    this.payloadOffset = payloadOffset;
    this.payloadLength = packet.length - payloadOffset - paddingBytes;
    this.arrivalMs = arrivalMs;
    return true;
  }

  extension(id: number): Buffer | undefined {
    const packet = this.packet;
    if (packet.length === 0 || (packet.readUInt8(0) & 0x10) === 0) return undefined;
    const blockOffset = RTP_HEADER_BYTES + (packet.readUInt8(0) & 0x0f) * 4;
    const profile = packet.readUInt16BE(blockOffset);
    const elements = packet.subarray(blockOffset + 4, this.payloadOffset);
    if (profile === ONE_BYTE_PROFILE) return findOneByteElement(elements, id);
    if ((profile & 0xfff0) === TWO_BYTE_PROFILE) return findTwoByteElement(elements, id);
    return undefined;
  }
}

/** RFC 8285 4.2. An id of 0 is padding and 15 ends the block. */
function findOneByteElement(elements: Buffer, wantedId: number): Buffer | undefined {
  let offset = 0;
  while (offset < elements.length) {
    const head = elements.readUInt8(offset);
    offset += 1;
    if (head === 0) continue;
    const id = head >> 4;
    if (id === ONE_BYTE_STOP_ID) return undefined;
    const end = offset + (head & 0x0f) + 1;
    if (end > elements.length) return undefined;
    if (id === wantedId) return elements.subarray(offset, end);
    offset = end;
  }
  return undefined;
}

/** RFC 8285 4.3. An id of 0 is padding without a length. */
function findTwoByteElement(elements: Buffer, wantedId: number): Buffer | undefined {
  let offset = 0;
  while (offset < elements.length) {
    const id = elements.readUInt8(offset);
    offset += 1;
    if (id === 0) continue;
    if (offset >= elements.length) return undefined;
    const end = offset + 1 + elements.readUInt8(offset);
    if (end > elements.length) return undefined;
    if (id === wantedId) return elements.subarray(offset + 1, end);
    offset = end;
  }
  return undefined;
}

/**
 * Writes header and one-byte extensions at `into[offset…]` and gives the number of bytes written; -1 when an extension
 * cannot be written in the one-byte form or the room does not suffice. There are no CSRCs and no padding.
 */
export function writeRtpHeader(into: Buffer, offset: number, ssrc: number, header: OutgoingHeader): number {
  const extensions = header.extensions;
  if (offset + RTP_HEADER_BYTES > into.length) return -1;
  into[offset] = extensions.length === 0 ? 0x80 : 0x90;
  into[offset + 1] = (header.marker ? 0x80 : 0) | (header.payloadType & 0x7f);
  into.writeUInt16BE(header.sequenceNumber & 0xffff, offset + 2);
  into.writeUInt32BE(header.timestamp >>> 0, offset + 4);
  into.writeUInt32BE(ssrc >>> 0, offset + 8);
  if (extensions.length === 0) return RTP_HEADER_BYTES;

  const blockOffset = offset + RTP_HEADER_BYTES;
  let at = blockOffset + 4;
  for (let i = 0; i < extensions.length; i += 1) {
    const extension = extensions[i];
    if (extension === undefined) continue;
    const { id, value } = extension;
    if (id < 1 || id > 14 || value.length < 1 || value.length > 16 || at + 4 + value.length > into.length) return -1;
    into[at] = (id << 4) | (value.length - 1);
    into.set(value, at + 1);
    at += 1 + value.length;
  }
  while ((at - blockOffset) % 4 !== 0) {
    into[at] = 0;
    at += 1;
  }
  into.writeUInt16BE(ONE_BYTE_PROFILE, blockOffset);
  into.writeUInt16BE((at - blockOffset - 4) / 4, blockOffset + 2);
  return at - offset;
}
