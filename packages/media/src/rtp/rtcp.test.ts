import { expect, test } from 'vitest';
import { buildBye, buildCompound, buildFir, buildNack, buildPli, buildReceiverReport, buildRemb, buildSdes, buildSenderReport } from './build-rtcp.js';
import { parseRtcp } from './rtcp.js';
import { buildTransportFeedback } from './transport-feedback.js';

const BLOCK = {
  ssrc: 7, fractionLost: 255, cumulativeLost: -3, highestSequenceNumber: 0x0001fffe, jitter: 9, lastSenderReport: 0xffffffff, delaySinceLastSenderReport: 65_536,
};
const SENDER_REPORT = { ssrc: 1, ntpSeconds: 0xe0000000, ntpFraction: 2, rtpTimestamp: 0xfffffff0, packetCount: 3, octetCount: 4, reports: [BLOCK] };

test('a compound of everything is read back as it was built', () => {
  const compound = buildCompound([
    buildSenderReport(SENDER_REPORT), buildReceiverReport({ ssrc: 2, reports: [BLOCK, BLOCK] }), buildSdes(1, 'carillon'), buildSdes(2, 'ab'),
    buildNack({ senderSsrc: 1, mediaSsrc: 7, sequenceNumbers: [65_534, 65_535, 0, 14, 15, 40] }), buildPli({ senderSsrc: 1, mediaSsrc: 7 }),
    buildFir({ senderSsrc: 1, requests: [{ ssrc: 7, commandNumber: 255 }] }), buildRemb({ senderSsrc: 1, bitrateBps: 2_500_000, ssrcs: [7, 8] }), buildBye({ ssrcs: [1, 2] }),
  ]);
  expect(parseRtcp(compound)).toEqual([
    { type: 'senderReport', ...SENDER_REPORT },
    { type: 'receiverReport', ssrc: 2, reports: [BLOCK, BLOCK] },
    { type: 'sourceDescription', chunks: [{ ssrc: 1, cname: 'carillon' }] },
    { type: 'sourceDescription', chunks: [{ ssrc: 2, cname: 'ab' }] },
    { type: 'nack', senderSsrc: 1, mediaSsrc: 7, sequenceNumbers: [65_534, 65_535, 0, 14, 15, 40] },
    { type: 'pli', senderSsrc: 1, mediaSsrc: 7 },
    { type: 'fir', senderSsrc: 1, requests: [{ ssrc: 7, commandNumber: 255 }] },
    { type: 'remb', senderSsrc: 1, bitrateBps: 2_500_000, ssrcs: [7, 8] },
    { type: 'bye', ssrcs: [1, 2] },
  ]);
});

test('a bitrate with more than 18 significant bits is rounded down', () => {
  const [remb] = parseRtcp(buildRemb({ senderSsrc: 1, bitrateBps: 123_456_789, ssrcs: [] }));
  expect(remb).toMatchObject({ type: 'remb' });
  if (remb?.type !== 'remb') return;
  expect(remb.bitrateBps).toBeLessThanOrEqual(123_456_789);
  expect(remb.bitrateBps).toBeGreaterThan(123_456_000);
});

test('transport-wide feedback keeps losses, runs, reordering and quarter milliseconds', () => {
  const arrivalsMs: (number | undefined)[] = [1_000.25, undefined, 1_001, 1_000.75, 1_100, ...new Array<undefined>(20).fill(undefined), ...Array.from({ length: 30 }, (_, i) => 1_100 + i), 1_200];
  const { packet, statusCount } = buildTransportFeedback({ senderSsrc: 1, mediaSsrc: 2, baseSequenceNumber: 65_530, feedbackCount: 255, arrivalsMs });
  expect(statusCount).toBe(arrivalsMs.length);
  expect(parseRtcp(packet)).toEqual([{ type: 'transportFeedback', senderSsrc: 1, mediaSsrc: 2, baseSequenceNumber: 65_530, feedbackCount: 255, arrivalsMs }]);
});

test('feedback ends before a pause that a delta cannot hold', () => {
  const { packet, statusCount } = buildTransportFeedback({ senderSsrc: 1, mediaSsrc: 2, baseSequenceNumber: 0, feedbackCount: 0, arrivalsMs: [0, 1, 10_000] });
  expect(statusCount).toBe(2);
  expect(parseRtcp(packet)).toMatchObject([{ arrivalsMs: [0, 1] }]);
});

test('a one-bit status vector is understood', () => {
  const packet = Buffer.from('8fcd00060000000100000002000500040000010088000408100000000000', 'hex').subarray(0, 28);
  packet.writeUInt16BE(6, 2);
  packet.writeUInt16BE(0x8000 | (0b1101 << 10), 20);
  expect(parseRtcp(packet)).toMatchObject([{ baseSequenceNumber: 5, arrivalsMs: [65, 67, undefined, 71] }]);
});

test('feedback that claims endless runs or more deltas than it holds is dropped', () => {
  const claim = Buffer.from('8fcd0005000000010000000200000fff000001002fff0000', 'hex');
  expect(parseRtcp(claim)).toEqual([]);
  claim.writeUInt16BE(0, 20);
  expect(parseRtcp(claim)).toEqual([]);
  claim.writeUInt16BE(0xffff, 14);
  expect(parseRtcp(claim)).toEqual([]);
});

test('reading ends at the first packet that is longer than the datagram, and keeps those before it', () => {
  const compound = buildCompound([buildPli({ senderSsrc: 1, mediaSsrc: 7 }), buildReceiverReport({ ssrc: 2, reports: [BLOCK] })]);
  expect(parseRtcp(compound.subarray(0, compound.length - 4))).toEqual([{ type: 'pli', senderSsrc: 1, mediaSsrc: 7 }]);
  expect(parseRtcp(Buffer.from('81c9', 'hex'))).toEqual([]);
});

test('counts that exceed a packet drop that packet only', () => {
  const report = buildReceiverReport({ ssrc: 2, reports: [] });
  report.writeUInt8(0x9f, 0);
  const description = buildSdes(1, 'carillon');
  description.writeUInt8(200, 9);
  const remb = buildRemb({ senderSsrc: 1, bitrateBps: 1, ssrcs: [1] });
  remb.writeUInt8(9, 16);
  expect(parseRtcp(buildCompound([report, description, remb, buildPli({ senderSsrc: 1, mediaSsrc: 7 })]))).toEqual([{ type: 'pli', senderSsrc: 1, mediaSsrc: 7 }]);
});

test('any bytes whatever are read without a throw', () => {
  let seed = 42;
  const next = () => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) >>> 16;
  for (let i = 0; i < 20_000; i += 1) {
    const bytes = Buffer.from(Array.from({ length: next() % 80 }, () => next() & 0xff));
    if (bytes.length >= 4) {
      bytes[0] = 0x80 | (next() & 0x3f);
      bytes[1] = 200 + (next() % 8);
      bytes.writeUInt16BE(next() % 20, 2);
    }
    parseRtcp(bytes);
  }
});
