import { Duplex } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { encodeFrame, encodeText, Flusher, JOIN_MS, Outbox } from './outbox.js';

afterEach(() => void vi.useRealTimers());

/** A stream that keeps what is written to it, which may take time; nothing is read. */
function openOutbox(writing: () => void = () => {}): { outbox: Outbox; texts: string[] } {
  const texts: string[] = [];
  const stream = new Duplex({ read() {}, write(chunk: Buffer, _encoding, done) { writing(); texts.push(readText(chunk)); done(); } });
  const outbox = new Outbox({ readyState: 1, OPEN: 1 } as WebSocket, stream);
  outbox.open(encodeFrame({ t: 'pong' }));
  return { outbox, texts };
}

/** Of a text frame whose length stands where RFC 6455, section 5.2, wants it. */
function readText(frame: Buffer): string {
  expect(frame[0]).toBe(0x81);
  const short = frame[1]!;
  const [length, first] = short < 126 ? [short, 2] : short === 126 ? [frame.readUInt16BE(2), 4] : [Number(frame.readBigUInt64BE(2)), 10];
  expect(frame.length).toBe(first + length);
  return frame.subarray(first).toString();
}

test('a text frame holds its bytes and their number, short, longer and very long', () => {
  for (const text of ['', 'é', 'x'.repeat(125), 'x'.repeat(126), '漢'.repeat(30_000), 'x'.repeat(65_535), 'x'.repeat(65_536)]) expect(readText(encodeText(text))).toBe(text);
});

test('one push leaves as it is, several as one frame that sockets share, each socket what is its own', () => {
  const flusher = new Flusher(() => 0);
  const [one, two, three] = [openOutbox(), openOutbox(), openOutbox()];
  for (const { outbox } of [one, two, three]) flusher.add(outbox);
  flusher.flush();
  expect(one.texts).toEqual(['{"t":"pong"}']);
  const typing = encodeFrame({ t: 'typing', channelId: 'c' as never, personId: 'p' as never });
  const pong = encodeFrame({ t: 'pong' });
  for (const frame of [typing, pong]) for (const { outbox } of [one, two]) if (outbox.push(frame)) flusher.add(outbox);
  if (three.outbox.push(pong)) flusher.add(three.outbox);
  flusher.flush();
  expect(one.texts[1]).toBe(`[${typing.json},${pong.json}]`);
  expect(two.texts[1]).toBe(one.texts[1]);
  expect(three.texts[1]).toBe('{"t":"pong"}');
});

test('the 5 ms begin when the last socket was written, so that what comes while thousands are written leaves together', () => {
  vi.useFakeTimers();
  let nowMs = 0;
  const flusher = new Flusher(() => nowMs);
  const { outbox, texts } = openOutbox(() => (nowMs += 20));
  flusher.add(outbox);
  vi.advanceTimersByTime(0);
  expect(texts).toHaveLength(1);
  for (const frame of [encodeFrame({ t: 'pong' }), encodeFrame({ t: 'pong' })]) if (outbox.push(frame)) flusher.add(outbox);
  vi.advanceTimersByTime(JOIN_MS - 1);
  expect(texts).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(texts[1]).toBe('[{"t":"pong"},{"t":"pong"}]');
});
