import { expect, test } from 'vitest';
import { startsKeyFrame } from './key-frame.js';

test.each([
  ['VP8, bare descriptor', 'VP8', [0x10, 0x00], true],
  ['VP8, with picture id, layer index and temporal id', 'VP8', [0x90, 0xe0, 0x81, 0x23, 0x05, 0x20, 0x10], true],
  ['VP8, delta frame', 'VP8', [0x90, 0x80, 0x11, 0x01], false],
  ['VP8, in the middle of a frame', 'VP8', [0x80, 0x80, 0x11, 0x00], false],
  ['VP8, cut off behind the descriptor', 'VP8', [0x90, 0x80, 0x91], false],
  ['VP9, key frame without layers', 'VP9', [0x88, 0x11, 0x00], true],
  ['VP9, key frame of the lowest layer', 'VP9', [0xa8, 0x91, 0x22, 0x00, 0x00], true],
  ['VP9, predicted from the layer below', 'VP9', [0xa8, 0x11, 0x02, 0x00], false],
  ['VP9, predicted from another picture', 'VP9', [0xc8, 0x11, 0x00], false],
  ['H264, parameter set alone', 'H264', [0x67, 0x42], true],
  ['H264, parameter set in an aggregate', 'H264', [0x78, 0, 2, 0x09, 0xf0, 0, 1, 0x67], true],
  ['H264, aggregate whose length lies', 'H264', [0x78, 0xff, 0xff, 0x09, 0xf0], false],
  ['H264, slice', 'H264', [0x61, 0x00], false],
  ['H264, middle of a fragmented picture', 'H264', [0x7c, 0x05], false],
  ['AV1, new coded video sequence', 'AV1', [0x18, 0x0a], true],
  ['AV1, any other packet', 'AV1', [0x10, 0x32], false],
] as const)('the start of a key frame is told from the rest: %s', (_name, codec, payload, expected) => {
  expect(startsKeyFrame(codec, Uint8Array.from(payload))).toBe(expected);
});

test('an empty payload is no key frame in any codec', () => {
  for (const codec of ['VP8', 'VP9', 'H264', 'AV1'] as const) expect(startsKeyFrame(codec, new Uint8Array(0))).toBe(false);
});
