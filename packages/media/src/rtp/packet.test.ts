import { expect, test } from 'vitest';
import { isRtcp, RtpPacket, rtpPayloadOffset, writeRtpHeader } from './packet.js';

function build(extensions: { id: number; value: Uint8Array }[], payload: string): Buffer {
  const into = Buffer.alloc(1_500);
  const headerBytes = writeRtpHeader(into, 0, 0xdeadbeef, { payloadType: 111, marker: true, sequenceNumber: 65_535, timestamp: 0xfffffff0, extensions });
  return Buffer.concat([into.subarray(0, headerBytes), Buffer.from(payload)]);
}

test('a written header is read back with all its fields and extensions', () => {
  const bytes = build([{ id: 1, value: Buffer.from([0x85]) }, { id: 14, value: Buffer.alloc(16, 7) }, { id: 3, value: Buffer.from('abc') }], 'hello');
  const packet = new RtpPacket();
  expect(packet.parse(bytes, 12)).toBe(true);
  expect(packet).toMatchObject({ ssrc: 0xdeadbeef, payloadType: 111, marker: true, sequenceNumber: 65_535, timestamp: 0xfffffff0, payloadLength: 5, arrivalMs: 12 });
  expect(bytes.toString('latin1', packet.payloadOffset)).toBe('hello');
  expect(packet.extension(1)).toEqual(Buffer.from([0x85]));
  expect(packet.extension(14)).toEqual(Buffer.alloc(16, 7));
  expect(packet.extension(3)?.toString()).toBe('abc');
  expect(packet.extension(2)).toBeUndefined();
});

test('extensions in the two-byte form are found, padding between them is skipped, and empty values are values', () => {
  const elements = Buffer.from([5, 2, 0xaa, 0xbb, 0, 0, 16, 1, 0xcc, 200, 0, 0]);
  const bytes = Buffer.concat([Buffer.from('90600001000000020000000310000003', 'hex'), elements, Buffer.from('x')]);
  const packet = new RtpPacket();
  expect(packet.parse(bytes, 0)).toBe(true);
  expect(packet.extension(5)).toEqual(Buffer.from([0xaa, 0xbb]));
  expect(packet.extension(16)).toEqual(Buffer.from([0xcc]));
  expect(packet.extension(200)).toEqual(Buffer.alloc(0));
  expect(packet.payloadLength).toBe(1);
});

test('a padding-only packet has a payload of length 0', () => {
  const packet = new RtpPacket();
  expect(packet.parse(Buffer.concat([Buffer.from('a06000010000000200000003', 'hex'), Buffer.from([0, 0, 0, 4])]), 0)).toBe(true);
  expect(packet.payloadLength).toBe(0);
});

test('a packet that claims more than it holds is refused, and an element that does is not found', () => {
  const packet = new RtpPacket();
  expect(packet.parse(Buffer.alloc(0), 0)).toBe(false);
  expect(packet.parse(Buffer.from('8f6000010000000200000003', 'hex'), 0)).toBe(false);
  expect(packet.parse(Buffer.from('9060000100000002000000030001ffff', 'hex'), 0)).toBe(false);
  expect(packet.parse(Buffer.from('a0600001000000020000000301', 'hex'), 0)).toBe(true);
  expect(packet.parse(Buffer.from('a0600001000000020000000302', 'hex'), 0)).toBe(false);
  expect(packet.parse(Buffer.from('a0600001000000020000000300', 'hex'), 0)).toBe(false);
  expect(packet.parse(Buffer.from('906000010000000200000003bede00011f000000', 'hex'), 0)).toBe(true);
  expect(packet.extension(1)).toBeUndefined();
  expect(rtpPayloadOffset(Buffer.from('406000010000000200000003', 'hex'), 12)).toBe(-1);
});

test('RTCP is told from RTP by its packet type', () => {
  expect(isRtcp(Buffer.from([0x80, 200]))).toBe(true);
  expect(isRtcp(Buffer.from([0x80, 0x80 | 96]))).toBe(false);
  expect(isRtcp(Buffer.from([0x80, 111]))).toBe(false);
});

test('an extension that the one-byte form cannot hold is not written', () => {
  const header = { payloadType: 0, marker: false, sequenceNumber: 0, timestamp: 0 };
  const into = Buffer.alloc(64);
  expect(writeRtpHeader(into, 0, 1, { ...header, extensions: [{ id: 15, value: Buffer.alloc(1) }] })).toBe(-1);
  expect(writeRtpHeader(into, 0, 1, { ...header, extensions: [{ id: 1, value: Buffer.alloc(17) }] })).toBe(-1);
  expect(writeRtpHeader(into, 60, 1, { ...header, extensions: [] })).toBe(-1);
});
