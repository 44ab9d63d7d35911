import { createHmac, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { parseAddress } from '../net/address.js';

/**
 * STUN as ICE uses it (RFC 8489, RFC 8445 7.1): binding requests, their answers and indications.
 *
 * ```
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |0 0|     STUN message type     |  length without this header   |
 * |                   magic cookie 0x2112A442                     |
 * |                   transaction id (96 bits)                    |
 * |       attribute type          |  length without padding       |
 * |                 value, padded to 32 bits …                    |
 * ```
 * MESSAGE-INTEGRITY covers all before it, with the length as if it were the last attribute; FINGERPRINT comes last.
 */

export const BINDING_REQUEST = 0x0001;
export const BINDING_SUCCESS = 0x0101;
export const BINDING_ERROR = 0x0111;
const HEADER_BYTES = 20;
const MAGIC_COOKIE = 0x2112a442;
const TRANSACTION_AT = 8;
const TRANSACTION_BYTES = 12;
const INTEGRITY_BYTES = 20;
const FINGERPRINT_XOR = 0x5354554e;
/** A check of a browser has about 120 bytes. */
const MESSAGE_BYTES_MAX = 1_280;

const USERNAME = 0x0006;
const MESSAGE_INTEGRITY = 0x0008;
const ERROR_CODE = 0x0009;
const XOR_MAPPED_ADDRESS = 0x0020;
const PRIORITY = 0x0024;
const USE_CANDIDATE = 0x0025;
const FINGERPRINT = 0x8028;
const ICE_CONTROLLED = 0x8029;
const ICE_CONTROLLING = 0x802a;
const COMPREHENSION_OPTIONAL = 0x8000;
/** Known, but nothing follows from them here. */
const KNOWN_UNREAD: ReadonlySet<number> = new Set([PRIORITY, XOR_MAPPED_ADDRESS, ERROR_CODE, MESSAGE_INTEGRITY]);

export interface StunMessage {
  readonly type: number;
  readonly transactionId: Buffer;
  readonly username: string | undefined;
  readonly useCandidate: boolean;
  readonly controlled: boolean;
  readonly controlling: boolean;
  readonly errorCode: number | undefined;
  /** Attributes below 0x8000 that we do not know; a request with one is answered with 420. */
  readonly unknownAttributes: readonly number[];
  /** Where MESSAGE-INTEGRITY begins; undefined without one. */
  readonly integrityOffset: number | undefined;
}

/** Undefined for anything that is no well-formed message with a right FINGERPRINT, which ICE demands (RFC 8445 7.1). */
export function parseStun(datagram: Buffer): StunMessage | undefined {
  if (datagram.length < HEADER_BYTES || datagram.length > MESSAGE_BYTES_MAX || datagram.length % 4 !== 0) return undefined;
  if (datagram.readUInt16BE(0) > 0x3fff || datagram.readUInt32BE(4) !== MAGIC_COOKIE) return undefined;
  if (datagram.readUInt16BE(2) !== datagram.length - HEADER_BYTES || !hasRightFingerprint(datagram)) return undefined;
  const message = {
    type: datagram.readUInt16BE(0), transactionId: datagram.subarray(TRANSACTION_AT, HEADER_BYTES), username: undefined as string | undefined,
    useCandidate: false, controlled: false, controlling: false, errorCode: undefined as number | undefined,
    unknownAttributes: [] as number[], integrityOffset: undefined as number | undefined,
  };
  for (let offset = HEADER_BYTES; offset + 4 <= datagram.length;) {
    const type = datagram.readUInt16BE(offset);
    const length = datagram.readUInt16BE(offset + 2);
    const end = offset + 4 + length;
    if (end > datagram.length) return undefined;
    // RFC 8489 14.5: what follows MESSAGE-INTEGRITY is not protected and counts for nothing.
    if (message.integrityOffset === undefined) readAttribute(message, type, datagram.subarray(offset + 4, end), offset);
    offset = end + ((4 - (length & 3)) & 3);
  }
  return message;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function readAttribute(message: Mutable<StunMessage> & { unknownAttributes: number[] }, type: number, value: Buffer, offset: number): void {
  if (type === USERNAME) message.username = value.toString('utf8');
  else if (type === USE_CANDIDATE) message.useCandidate = true;
  else if (type === ICE_CONTROLLED) message.controlled = true;
  else if (type === ICE_CONTROLLING) message.controlling = true;
  else if (type === ERROR_CODE && value.length >= 4) message.errorCode = (value.readUInt8(2) & 7) * 100 + value.readUInt8(3);
  else if (type === MESSAGE_INTEGRITY && value.length === INTEGRITY_BYTES) message.integrityOffset = offset;
  else if (type < COMPREHENSION_OPTIONAL && !KNOWN_UNREAD.has(type)) message.unknownAttributes.push(type);
}

function hasRightFingerprint(datagram: Buffer): boolean {
  const at = datagram.length - 8;
  if (at < HEADER_BYTES || datagram.readUInt16BE(at) !== FINGERPRINT || datagram.readUInt16BE(at + 2) !== 4) return false;
  return datagram.readUInt32BE(at + 4) === fingerprint(datagram.subarray(0, at));
}

function fingerprint(covered: Buffer): number {
  return (crc32(covered) ^ FINGERPRINT_XOR) >>> 0;
}

/** Whether `datagram` was made by somebody who knows `password` (short-term credentials, RFC 8489 9.1). */
export function hasRightIntegrity(datagram: Buffer, message: StunMessage, password: string): boolean {
  const offset = message.integrityOffset;
  if (offset === undefined) return false;
  return timingSafeEqual(integrity(datagram.subarray(0, offset), password), datagram.subarray(offset + 4, offset + 4 + INTEGRITY_BYTES));
}

function integrity(covered: Buffer, password: string): Buffer {
  const copy = Buffer.from(covered);
  copy.writeUInt16BE(covered.length - HEADER_BYTES + 4 + INTEGRITY_BYTES, 2);
  return createHmac('sha1', password).update(copy).digest();
}

/** The answer to a valid check: the address it came from, signed with our password. */
export function buildBindingSuccess(transactionId: Buffer, from: { address: string; port: number }, password: string): Buffer {
  return buildMessage(BINDING_SUCCESS, transactionId, [[XOR_MAPPED_ADDRESS, xorAddress(from, transactionId)]], password);
}

export function buildBindingError(transactionId: Buffer, code: number, reason: string, password: string, unknownAttributes: readonly number[] = []): Buffer {
  const value = Buffer.concat([Buffer.from([0, 0, Math.floor(code / 100), code % 100]), Buffer.from(reason)]);
  const attributes: [number, Buffer][] = [[ERROR_CODE, value]];
  if (unknownAttributes.length > 0) attributes.push([0x000a, Buffer.from(unknownAttributes.flatMap(type => [type >> 8, type & 0xff]))]);
  return buildMessage(BINDING_ERROR, transactionId, attributes, password);
}

/** What a browser sends; used by the peer that plays one in tests. */
export function buildBindingRequest(
  transactionId: Buffer,
  check: { username: string; priority: number; role: 'controlling' | 'controlled'; tieBreaker: Buffer; useCandidate: boolean },
  password: string,
): Buffer {
  const priority = Buffer.alloc(4);
  priority.writeUInt32BE(check.priority);
  const attributes: [number, Buffer][] = [
    [USERNAME, Buffer.from(check.username)], [check.role === 'controlling' ? ICE_CONTROLLING : ICE_CONTROLLED, check.tieBreaker], [PRIORITY, priority],
  ];
  if (check.useCandidate) attributes.push([USE_CANDIDATE, Buffer.alloc(0)]);
  return buildMessage(BINDING_REQUEST, transactionId, attributes, password);
}

function buildMessage(type: number, transactionId: Buffer, attributes: readonly (readonly [number, Buffer])[], password: string): Buffer {
  const parts: Buffer[] = [Buffer.alloc(HEADER_BYTES)];
  for (const [attributeType, value] of attributes) parts.push(buildAttribute(attributeType, value));
  const unsigned = Buffer.concat(parts);
  unsigned.writeUInt16BE(type, 0);
  unsigned.writeUInt32BE(MAGIC_COOKIE, 4);
  unsigned.set(transactionId.subarray(0, TRANSACTION_BYTES), TRANSACTION_AT);
  const signed = Buffer.concat([unsigned, buildAttribute(MESSAGE_INTEGRITY, integrity(unsigned, password))]);
  signed.writeUInt16BE(signed.length - HEADER_BYTES + 8, 2);
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(fingerprint(signed));
  return Buffer.concat([signed, buildAttribute(FINGERPRINT, crc)]);
}

function buildAttribute(type: number, value: Buffer): Buffer {
  const attribute = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4);
  attribute.writeUInt16BE(type, 0);
  attribute.writeUInt16BE(value.length, 2);
  attribute.set(value, 4);
  return attribute;
}

/** RFC 8489 14.2: port and address XORed with the cookie and, for IPv6, the transaction id. */
function xorAddress(from: { address: string; port: number }, transactionId: Buffer): Buffer {
  const address = parseAddress(from.address) ?? Buffer.alloc(4);
  const value = Buffer.alloc(4 + address.length);
  value.writeUInt8(address.length === 4 ? 1 : 2, 1);
  value.writeUInt16BE(from.port ^ (MAGIC_COOKIE >>> 16), 2);
  const mask = Buffer.concat([Buffer.from([0x21, 0x12, 0xa4, 0x42]), transactionId]);
  address.forEach((byte, i) => value.writeUInt8(byte ^ (mask[i] ?? 0), 4 + i));
  return value;
}
