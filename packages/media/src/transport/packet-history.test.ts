import { expect, test } from 'vitest';
import { PacketHistory } from './packet-history.js';

function packet(sequenceNumber: number, bytes: number): Buffer {
  return Buffer.alloc(bytes, sequenceNumber & 0xff);
}

test('the last packets are found with their bytes, also over the end of the sequence numbers', () => {
  const history = new PacketHistory(1_000);
  for (let i = 0; i < 5_000; i += 1) history.keep((64_000 + i) & 0xffff, packet(i, 100 + (i % 1_000)), 0, 100 + (i % 1_000), i / 10);
  for (let i = 4_000; i < 5_000; i += 1) expect(history.find((64_000 + i) & 0xffff)).toEqual(packet(i, 100 + (i % 1_000)));
  expect(history.find((64_000 + 3_000) & 0xffff)).toBeUndefined();
  expect(history.find((64_000 + 5_000) & 0xffff)).toBeUndefined();
});

test('the largest packets, a thousand of them within a second, are all kept', () => {
  const history = new PacketHistory(1_000);
  for (let i = 0; i < 1_500; i += 1) history.keep(i, packet(i, 1_460), 0, 1_460, i / 2);
  for (let i = 500; i < 1_500; i += 1) expect(history.find(i)).toEqual(packet(i, 1_460));
});

test('packets older than any request for them give their memory to newer ones', () => {
  const history = new PacketHistory(1_000);
  for (let i = 0; i < 200; i += 1) history.keep(i, packet(i, 400), 0, 400, i * 50);
  expect(history.find(0)).toBeUndefined();
  for (let i = 160; i < 200; i += 1) expect(history.find(i)).toEqual(packet(i, 400));
});

test('numbers that were left out are not found', () => {
  const history = new PacketHistory(10);
  history.keep(1, packet(1, 10), 0, 10, 0);
  history.keep(3, packet(3, 10), 0, 10, 0);
  expect(history.find(2)).toBeUndefined();
  expect(history.find(17)).toBeUndefined();
});
