import { expect, test } from 'vitest';
import type { IncomingRtp, OutgoingHeader, OutgoingStream } from '../transport/types.js';
import { RtpRewriter } from './rtp-rewriter.js';
import { VideoForwarder } from './video-forwarder.js';
import { passVideoPacket, takeVideoPacket } from './video-path.js';
import { VideoSource, type CameraDescription } from './video-source.js';

interface Sent { payloadType: number; sequenceNumber: number; timestamp: number; byte: number | undefined }

class Wire implements OutgoingStream {
  readonly ssrc = 77;
  readonly sent: Sent[] = [];
  readonly resent: number[] = [];
  sendRtp(header: OutgoingHeader, payload: Uint8Array): boolean {
    this.sent.push({ payloadType: header.payloadType, sequenceNumber: header.sequenceNumber, timestamp: header.timestamp, byte: payload.at(-1) });
    return true;
  }
  resend(sequenceNumber: number): boolean { this.resent.push(sequenceNumber); return true; }
  close(): void { /* Nothing is held. */ }
}

const RID = 10;
const camera: CameraDescription = {
  layers: [
    { streamId: 1, groupId: 9, maxBitrateKbps: 150, framerate: 15, rid: 'low' },
    { streamId: 2, groupId: 9, maxBitrateKbps: 1_500, framerate: 15, rid: 'hi' },
  ],
  codecs: new Map([[96, 'VP8']]), ssrcs: [], ridExtension: RID, orientationExtension: undefined,
};

function packet(ssrc: number, sequenceNumber: number, options: { key?: boolean; byte?: number; padding?: boolean; rid?: string; timestamp?: number; atMs?: number } = {}): IncomingRtp {
  const body = Buffer.from([0x10, options.key === true ? 0 : 1, options.byte ?? sequenceNumber & 0xff]);
  return {
    packet: Buffer.concat([Buffer.alloc(12), body]), ssrc, payloadType: 96, marker: true, sequenceNumber: sequenceNumber & 0xffff,
    timestamp: options.timestamp ?? sequenceNumber * 3_000, payloadOffset: 12, payloadLength: options.padding === true ? 0 : body.length,
    arrivalMs: options.atMs ?? sequenceNumber * 33,
    extension: id => (id === RID && options.rid !== undefined ? Buffer.from(options.rid) : undefined),
  };
}

function setUp(): { source: VideoSource; wire: Wire; forwarder: VideoForwarder } {
  const source = new VideoSource('ann', 9, camera, passVideoPacket);
  const wire = new Wire();
  const forwarder = new VideoForwarder('2', wire, new RtpRewriter(999, 5_000), { payloadTypes: new Map([['VP8', 120]]), orientationExtension: undefined, sendTimeExtension: undefined }, { nowMs: () => 0, onSent: () => undefined });
  return { source, wire, forwarder };
}

function want(source: VideoSource, forwarder: VideoForwarder, index: number): void {
  forwarder.setTarget(source.layers[index], source.layers[index]);
}

test('a receiver begins on a key frame, with its own payload type and rising numbers', () => {
  const { source, wire, forwarder } = setUp();
  want(source, forwarder, 0);
  takeVideoPacket(source, packet(11, 5, { rid: 'low' }));
  expect(source.layers[0]?.keyFrame.takeDue(1_000)).toBe(true);
  expect(wire.sent).toEqual([]);
  takeVideoPacket(source, packet(11, 6, { key: true }));
  takeVideoPacket(source, packet(11, 7));
  expect(wire.sent.map(sent => [sent.payloadType, sent.sequenceNumber, sent.byte])).toEqual([[120, 1_000, 6], [120, 1_001, 7]]);
  expect(source.layers[0]?.keyFrame.takeDue(5_000)).toBe(false);
});

test('probes are left out together with their numbers, also when they come late', () => {
  const { source, wire, forwarder } = setUp();
  want(source, forwarder, 0);
  takeVideoPacket(source, packet(11, 5, { rid: 'low', key: true }));
  takeVideoPacket(source, packet(11, 6, { padding: true }));
  takeVideoPacket(source, packet(11, 8));
  takeVideoPacket(source, packet(11, 9));
  takeVideoPacket(source, packet(11, 7, { padding: true }));
  expect(wire.sent.map(sent => [sent.sequenceNumber, sent.byte])).toEqual([[1_000, 5], [1_001, 8], [1_002, 9]]);
});

test('a layer is changed on a key frame of the new one, without a jump; until then the old one goes on', () => {
  const { source, wire, forwarder } = setUp();
  want(source, forwarder, 0);
  takeVideoPacket(source, packet(11, 5, { rid: 'low', key: true, atMs: 0 }));
  takeVideoPacket(source, packet(22, 900, { rid: 'hi', timestamp: 0x8000_0000, atMs: 1 }));
  want(source, forwarder, 1);
  takeVideoPacket(source, packet(11, 6, { atMs: 33, timestamp: 5 * 3_000 + 2_970 }));
  takeVideoPacket(source, packet(22, 901, { timestamp: 0x8000_0bb8, atMs: 50 }));
  takeVideoPacket(source, packet(22, 902, { key: true, timestamp: 0x8000_1770, atMs: 83, byte: 1 }));
  takeVideoPacket(source, packet(11, 7, { atMs: 85 }));
  takeVideoPacket(source, packet(22, 903, { timestamp: 0x8000_2328, atMs: 116, byte: 2 }));
  expect(wire.sent.map(sent => sent.byte)).toEqual([5, 6, 1, 2]);
  expect(wire.sent.map(sent => sent.sequenceNumber)).toEqual([1_000, 1_001, 1_002, 1_003]);
  const times = wire.sent.map(sent => sent.timestamp - (wire.sent[0]?.timestamp ?? 0));
  expect(times).toEqual([0, 2_970, 2_970 + 4_500, 2_970 + 7_500]);
  expect(source.layers[0]?.forwarders.size).toBe(0);
});

test('after a pause the numbers go on without counting what was left out, from a key frame on', () => {
  const { source, wire, forwarder } = setUp();
  want(source, forwarder, 0);
  takeVideoPacket(source, packet(11, 5, { rid: 'low', key: true }));
  forwarder.pause();
  for (let n = 6; n < 100; n += 1) takeVideoPacket(source, packet(11, n));
  forwarder.resume();
  expect(source.layers[0]?.keyFrame.takeDue(10_000)).toBe(true);
  takeVideoPacket(source, packet(11, 100));
  takeVideoPacket(source, packet(11, 101, { key: true }));
  expect(wire.sent.map(sent => [sent.sequenceNumber, sent.byte])).toEqual([[1_000, 5], [1_001, 101]]);
});

test('the layers that were learned stay known when the sender describes its camera anew', () => {
  const { source, wire, forwarder } = setUp();
  want(source, forwarder, 1);
  takeVideoPacket(source, packet(22, 5, { rid: 'hi', key: true }));
  const { added, removed } = source.update({ ...camera, layers: camera.layers.map(layer => ({ ...layer, maxBitrateKbps: 700 })) });
  expect([added, removed]).toEqual([[], []]);
  takeVideoPacket(source, packet(22, 6));
  expect(wire.sent).toHaveLength(2);
});

test('while a layer is off its receivers get the next smaller one that is on', () => {
  const { source } = setUp();
  const [low, hi] = source.layers;
  source.update({ ...camera, layers: camera.layers.map(layer => (layer.rid === 'hi' ? { ...layer, maxBitrateKbps: 0 } : layer)) });
  expect(hi === undefined ? undefined : source.substituteFor(hi)).toBe(low);
});

test('a codec the receiver has not offered is not sent to it', () => {
  const { source, wire, forwarder } = setUp();
  forwarder.update({ payloadTypes: new Map([['VP9/0', 98]]), orientationExtension: undefined, sendTimeExtension: undefined });
  want(source, forwarder, 0);
  takeVideoPacket(source, packet(11, 5, { rid: 'low', key: true }));
  expect(wire.sent).toEqual([]);
});

test('packets of an SSRC nobody announced are ignored', () => {
  const { source, wire, forwarder } = setUp();
  want(source, forwarder, 0);
  takeVideoPacket(source, packet(66, 5, { key: true }));
  takeVideoPacket(source, packet(66, 6, { key: true, rid: 'other' }));
  expect(wire.sent).toEqual([]);
  expect(source.layerBySsrc(66)).toBeUndefined();
});

test('a receiver that asks for everything again and again is given 500 packets a second', () => {
  const { wire, forwarder } = setUp();
  for (let i = 0; i < 100; i += 1) forwarder.resend(Array.from({ length: 100 }, (_, n) => n));
  expect(wire.resent).toHaveLength(500);
  forwarder.allowResends();
  forwarder.resend([1]);
  expect(wire.resent).toHaveLength(501);
});
