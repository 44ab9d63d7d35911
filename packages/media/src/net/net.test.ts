import { expect, test } from 'vitest';
import { gatherCandidates, type CandidateSources } from './candidates.js';
import { classifyDatagram } from './demultiplex.js';
import { FRAME_BYTES_MAX, frame, FrameReader } from './framing.js';

function address(text: string, internal = false) {
  const family = text.includes(':') ? { family: 'IPv6' as const, scopeid: 0 } : { family: 'IPv4' as const };
  return { address: text, internal, netmask: '', mac: '', cidr: null, ...family };
}

const SOURCES: CandidateSources = {
  announcedAddresses: [], includeLoopback: false, port: 3_478, ipv6: true,
  interfaces: { lo: [address('127.0.0.1', true), address('::1', true)], eth0: [address('192.0.2.2'), address('2001:db8::2'), address('fe80::2')] },
};
const addresses = (changes: Partial<CandidateSources>) => gatherCandidates({ ...SOURCES, ...changes }).map(candidate => `${candidate.protocol} ${candidate.address}`);

test('every address of the host is offered for UDP and TCP, but neither loopback nor link-local ones', () => {
  expect(addresses({})).toEqual(['udp 192.0.2.2', 'udp 2001:db8::2', 'tcp 192.0.2.2', 'tcp 2001:db8::2']);
  expect(addresses({ ipv6: false })).toEqual(['udp 192.0.2.2', 'tcp 192.0.2.2']);
});

test('announced addresses replace those of the host, and what is no address is left out', () => {
  expect(addresses({ announcedAddresses: ['203.0.113.1', 'carillon.example', '203.0.113.1'] })).toEqual(['udp 203.0.113.1', 'tcp 203.0.113.1']);
});

test('a page from this very host is also offered loopback', () => {
  expect(addresses({ includeLoopback: true, announcedAddresses: ['203.0.113.1'] })).toEqual(expect.arrayContaining(['udp 127.0.0.1', 'udp ::1', 'tcp ::1', 'udp 203.0.113.1']));
});

test('priorities fall along the list and differ from each other', () => {
  const priorities = gatherCandidates({ ...SOURCES, includeLoopback: true }).map(({ priority }) => priority);
  expect(priorities).toEqual([...new Set(priorities)].sort((a, b) => b - a));
});

test('the first byte tells STUN, DTLS and RTP apart, and anything else from them', () => {
  expect([0, 3, 4, 19, 20, 63, 64, 79, 127, 128, 191, 192, 255].map(classifyDatagram)).toEqual([
    'stun', 'stun', 'unknown', 'unknown', 'dtls', 'dtls', 'unknown', 'unknown', 'unknown', 'rtp', 'rtp', 'unknown', 'unknown',
  ]);
});

test('packets come out of a stream whole, however it is cut', () => {
  const packets = [Buffer.from('a'), Buffer.alloc(FRAME_BYTES_MAX, 7), Buffer.from('third')];
  const stream = Buffer.concat([frame(packets[0] ?? Buffer.alloc(0)), Buffer.from([0, 0]), ...packets.slice(1).map(frame)]);
  for (const step of [1, 2, 3, 1_000, stream.length]) {
    const reader = new FrameReader();
    const read: Buffer[] = [];
    for (let at = 0; at < stream.length; at += step) read.push(...(reader.read(stream.subarray(at, at + step)) ?? []).map(packet => Buffer.from(packet)));
    expect(read).toEqual(packets);
  }
});

test('a stream that announces a frame too long is no stream of packets', () => {
  expect(new FrameReader().read(Buffer.from([0xff, 0xff]))).toBeUndefined();
});
