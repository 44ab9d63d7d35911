import { expect, test } from 'vitest';
import { RtpRewriter } from './rtp-rewriter.js';

test('numbers rise by one across a change of source, and time goes on as the clock did', () => {
  const rewriter = new RtpRewriter(65_533, 0xffff_ff00);
  rewriter.advance(1_000, 0, 0);
  expect(rewriter.sequenceNumber).toBe(65_534);
  const first = rewriter.timestamp;
  rewriter.advance(4_000, 33, 0);
  expect((rewriter.timestamp - first) >>> 0).toBe(3_000);
  const before = rewriter.timestamp;
  rewriter.switchSource();
  rewriter.advance(3_000_000_000, 133, 5);
  expect(rewriter.sequenceNumber).toBe(0);
  expect((rewriter.timestamp - before) >>> 0).toBe(9_000);
  expect(rewriter.translate(3_000_000_090)).toBe((rewriter.timestamp + 90) >>> 0);
});

test('a given-up packet leaves a gap of its size, within one source', () => {
  const rewriter = new RtpRewriter(0, 0);
  rewriter.advance(0, 0, 0);
  rewriter.advance(3_000, 33, 2);
  expect(rewriter.sequenceNumber).toBe(4);
});

test('two sources that arrive in the same instant still get different times', () => {
  const rewriter = new RtpRewriter(0, 0);
  rewriter.advance(500, 10, 0);
  const before = rewriter.timestamp;
  rewriter.switchSource();
  rewriter.advance(77, 10, 0);
  expect(rewriter.timestamp).toBeGreaterThan(before);
});
