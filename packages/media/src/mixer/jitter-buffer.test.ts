import { expect, test } from 'vitest';
import { JitterBuffer } from './jitter-buffer.js';

const packet = (n: number) => Uint8Array.of(n);
const byte = (pulled: ReturnType<JitterBuffer['pull']>) => (pulled.kind === 'packet' ? pulled.payload[0] : pulled.kind);

test('packets come out in order, whatever the order they came in, also where the numbers wrap', () => {
  const buffer = new JitterBuffer();
  for (const [i, number] of [65_534, 0, 65_535, 1].entries()) buffer.push(number, packet(i), 0, true);
  expect([0, 1, 2, 3].map(i => byte(buffer.pull(i * 20)))).toEqual([0, 2, 1, 3]);
});

test('playing begins when two packets are there', () => {
  const buffer = new JitterBuffer();
  buffer.push(1, packet(1), 0, true);
  expect(buffer.pull(0).kind).toBe('silence');
  buffer.push(2, packet(2), 20, true);
  expect(byte(buffer.pull(20))).toBe(1);
});

test('for a missing packet the one behind it is handed out too, for its redundancy', () => {
  const buffer = new JitterBuffer();
  for (const number of [1, 2, 4]) buffer.push(number, packet(number), 0, true);
  buffer.pull(0);
  buffer.pull(20);
  const lost = buffer.pull(40);
  expect(lost).toEqual({ kind: 'lost', next: packet(4) });
  expect(byte(buffer.pull(60))).toBe(4);
});

test('late packets make it deeper, and calm makes it shallow again', () => {
  const buffer = new JitterBuffer();
  let nowMs = 0;
  for (let number = 0; number < 4; number += 1) buffer.push(number, packet(number), nowMs, true);
  for (let i = 0; i < 4; i += 1) buffer.pull(nowMs);
  buffer.push(2, packet(2), nowMs, true);
  expect(buffer.depth).toBe(3);
  for (let number = 4; number < 300; number += 1) {
    buffer.push(number, packet(number), nowMs, true);
    buffer.pull(nowMs);
    nowMs += 20;
  }
  expect(buffer.depth).toBe(2);
});

test('a flood does not fill the memory, and while nobody listens only the last three are kept', () => {
  const buffer = new JitterBuffer();
  for (let number = 0; number < 1_000; number += 1) buffer.push(number, packet(number & 0xff), 0, false);
  expect([0, 1, 2].map(i => byte(buffer.pull(i)))).toEqual([997 & 0xff, 998 & 0xff, 999 & 0xff]);
});

test('a sender that begins again with other numbers is followed', () => {
  const buffer = new JitterBuffer();
  for (let number = 0; number < 4; number += 1) buffer.push(number, packet(number), 0, true);
  buffer.pull(0);
  for (let number = 30_000; number < 30_003; number += 1) buffer.push(number, packet(number & 0xff), 20, true);
  expect(byte(buffer.pull(20))).toBe(30_000 & 0xff);
});
