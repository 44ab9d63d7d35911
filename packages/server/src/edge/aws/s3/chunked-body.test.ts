import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256Hex } from '../canonical-request.js';
import { decodeChunks, type ChunkSigning } from './chunked-body.js';

const signing: ChunkSigning = { seed: 'seed', sign: (kind, before, hashes) => createHmac('sha256', 'key').update(`${kind}\n${before}\n${hashes}`).digest('hex') };

function chunks(pieces: string[], trailers: Record<string, string> | undefined, signed: boolean): string {
  let before = 'seed';
  const parts = [...pieces, ''].map(piece => {
    before = signing.sign('PAYLOAD', before, `${sha256Hex('')}\n${sha256Hex(piece)}`);
    return `${Buffer.byteLength(piece).toString(16)}${signed ? `;chunk-signature=${before}` : ''}\r\n${piece === '' ? '' : `${piece}\r\n`}`;
  });
  const lines = Object.entries(trailers ?? {}).map(([name, value]) => `${name}:${value}\r\n`);
  const canonical = Object.entries(trailers ?? {}).map(([name, value]) => `${name}:${value}\n`).join('');
  return `${parts.join('')}${lines.join('')}${trailers && signed ? `x-amz-trailer-signature:${signing.sign('TRAILER', before, sha256Hex(canonical))}\r\n` : ''}\r\n`;
}

async function decode(text: string, signed: boolean, trailed: boolean, pieceBytes = 1_000_000): Promise<[string, Record<string, string>]> {
  const bytes = Buffer.from(text);
  async function* source() {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  }
  const { content, trailers } = decodeChunks(source(), signed ? signing : undefined, trailed);
  const read: Uint8Array[] = [];
  for await (const piece of content) read.push(piece);
  return [Buffer.concat(read).toString(), Object.fromEntries(trailers)];
}

async function problem(...args: Parameters<typeof decode>): Promise<string> {
  try {
    await decode(...args);
    return 'accepted';
  } catch (error) {
    return (error as { reason?: string }).reason ?? String(error);
  }
}

test('chunks are taken apart however the bytes arrive, signed or not, with trailers or without', async () => {
  const trailers = { 'x-amz-checksum-crc32': 'AAAAAA==' };
  for (const pieceBytes of [1, 2, 7, 1_000]) {
    for (const signed of [true, false]) {
      expect(await decode(chunks(['hello ', 'wörld\r\n'], undefined, signed), signed, false, pieceBytes)).toEqual(['hello wörld\r\n', {}]);
      expect(await decode(chunks(['hello'], trailers, signed), signed, true, pieceBytes)).toEqual(['hello', trailers]);
      expect(await decode(chunks([], trailers, signed), signed, true, pieceBytes)).toEqual(['', trailers]);
    }
  }
});

test('a chunk that is changed, left out, moved, cut or unsigned is refused', async () => {
  const whole = chunks(['first', 'second'], undefined, true);
  const [first = '', second = '', last = ''] = whole.split(/(?<=(?:first|second)\r\n)/);
  for (const text of [whole.replace('first', 'fixst'), second + last, second + first + last, first + first + second + last, whole.replace(/chunk-signature=./, match => (match.endsWith('0') ? match.replace(/0$/, '1') : match.replace(/.$/, '0')))]) expect(await problem(text, true, false)).toBe('SignatureDoesNotMatch');
  for (const text of ['', whole.slice(0, 20), first + second, first.slice(0, -4), `${whole}x`, whole.replace('5;', '4;'), whole.replace('5;', '6;'), whole.replace('5;', 'zz;'), whole.replace('5;', '-5;'), whole.replace('5;', 'fffffffffff;'), 'x'.repeat(5_000), chunks(['first'], undefined, false)]) {
    expect([text.slice(0, 20), await problem(text, true, false)]).toEqual([text.slice(0, 20), expect.stringMatching(/^(IncompleteBody|SignatureDoesNotMatch)$/)]);
  }
  expect(await problem(whole, false, false)).toBe('IncompleteBody');
});

test('trailers that were changed, doubled, unsigned or are none are refused', async () => {
  const whole = chunks(['x'], { 'x-amz-checksum-crc32': 'AAAAAA==' }, true);
  expect(await problem(whole.replace('AAAAAA', 'AAAAAB'), true, true)).toBe('SignatureDoesNotMatch');
  expect(await problem(whole.replace(/x-amz-trailer-signature:\w+\r\n/, ''), true, true)).toBe('SignatureDoesNotMatch');
  expect(await problem(whole.replace(/(x-amz-trailer-signature:\w+\r\n)/, '$1x-amz-other:1\r\n'), true, true)).toBe('MalformedTrailerError');
  for (const lines of ['no colon\r\n', ':x\r\n', 'a:1\r\na:2\r\n', 'abcdefghijk'.split('').map(name => `${name}:1\r\n`).join('')]) expect(await problem(`0\r\n${lines}\r\n`, false, true)).toBe('MalformedTrailerError');
  expect(await problem('0\r\na:1\r\n', false, true)).toBe('IncompleteBody');
  expect(await problem('0\r\n\r\nmore', false, true)).toBe('IncompleteBody');
});
