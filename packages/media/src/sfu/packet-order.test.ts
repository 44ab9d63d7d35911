import { expect, test } from 'vitest';
import { PacketOrder, type OrderedPacket } from './packet-order.js';

function order(): { order: PacketOrder; out: string[] } {
  const out: string[] = [];
  return { out, order: new PacketOrder((packet, lostBefore) => out.push(`${packet.payload[0]}${lostBefore === 0 ? '' : `(-${lostBefore})`}`)) };
}

function packet(n: number): OrderedPacket {
  return { payloadType: 96, marker: false, timestamp: n * 90, payload: Uint8Array.of(n), arrivalMs: 0, orientation: undefined };
}

test('packets in order pass at once', () => {
  const { order: o, out } = order();
  for (const n of [10, 11, 12]) o.push(n, packet(n), 0);
  expect(out).toEqual(['10', '11', '12']);
  expect(o.takeRequests(0)).toEqual([]);
});

test('behind a gap packets wait; the missing ones are asked for at once, then every 40 ms, eight times at most', () => {
  const { order: o, out } = order();
  for (const n of [10, 13, 12]) o.push(n, packet(n), 0);
  expect(out).toEqual(['10']);
  expect(o.takeRequests(0)).toEqual([11]);
  expect(o.takeRequests(20)).toEqual([]);
  const asked = Array.from({ length: 20 }, (_, i) => o.takeRequests(40 * (i + 1)).length);
  expect(asked.reduce((sum, n) => sum + n)).toBe(7);
  o.push(11, packet(11), 100);
  expect(out).toEqual(['10', '11', '12', '13']);
});

test('what does not come within 400 ms is given up, and the gap is told', () => {
  const { order: o, out } = order();
  for (const n of [10, 13, 14]) o.push(n, packet(n), 0);
  expect(o.giveUpOverdue(399)).toBe(false);
  expect(o.giveUpOverdue(400)).toBe(true);
  expect(out).toEqual(['10', '13(-2)', '14']);
  o.push(11, packet(11), 410);
  expect(out).toHaveLength(3);
  expect(o.givenUp).toBe(2);
});

test('duplicates pass once, and a packet is copied while it waits', () => {
  const { order: o, out } = order();
  o.push(10, packet(10), 0);
  const reused = packet(12);
  o.push(12, reused, 0);
  o.push(12, reused, 0);
  reused.payload.fill(99);
  for (const n of [10, 11, 11]) o.push(n, packet(n), 0);
  expect(out).toEqual(['10', '11', '12']);
});

test('a sender that begins again with far numbers is followed, and a flood behind a gap is bounded', () => {
  const { order: o, out } = order();
  o.push(10, packet(10), 0);
  o.push(50_000, packet(50), 0);
  expect(out).toEqual(['10', '50(-1)']);
  for (let n = 50_002; n < 50_900; n += 1) o.push(n, packet(n & 0x7f), 0);
  expect(o.heldCount).toBeLessThanOrEqual(257);
  expect(out.length).toBeGreaterThan(500);
});
