import { expect, test } from 'vitest';
import { contentTypeOf, isPicture, safeFileName } from './content-type.js';
import { excerptOf, peopleKey } from '../model.js';
import type { PersonId } from '@carillon/kernel/ids.js';

test('a file is what its first bytes say; what could run has no kind of its own', () => {
  expect(contentTypeOf(Buffer.from('89504e470d0a1a0a', 'hex'))).toBe('image/png');
  expect(contentTypeOf(Buffer.from('RIFF....WEBPVP8 '))).toBe('image/webp');
  for (const text of ['<!doctype html><script>', '<svg xmlns="http://www.w3.org/2000/svg">', '#!/bin/sh', '', 'GIF']) {
    expect(contentTypeOf(Buffer.from(text))).toBe('application/octet-stream');
  }
  expect(isPicture('image/svg+xml')).toBe(true);
  expect(isPicture(contentTypeOf(Buffer.from('<svg>')))).toBe(false);
});

test('a name keeps nothing of a path and nothing that turns its reading around', () => {
  expect(safeFileName('../../../etc/passwd')).toBe('passwd');
  expect(safeFileName('C:\\temp\\plan.pdf')).toBe('plan.pdf');
  expect(safeFileName('invoice\u202efdp.exe')).toBe('invoicefdp.exe');
  expect(safeFileName('..hidden\u0000')).toBe('hidden');
  for (const nothing of ['', '...', '/', '\u0007']) expect(safeFileName(nothing)).toBe('file');
  expect(safeFileName('x'.repeat(500))).toHaveLength(200);
});

test('an excerpt is one line of whole characters', () => {
  expect(excerptOf('  two\n\nlines ')).toBe('two lines');
  const long = excerptOf('😀'.repeat(300));
  expect(Array.from(long)).toHaveLength(200);
  expect(long.endsWith('😀…')).toBe(true);
});

test('the same people are the same conversation in whatever order', () => {
  const [a, b, c] = ['a', 'b', 'c'] as PersonId[];
  expect(peopleKey([a!, b!, c!])).toBe(peopleKey([c!, a!, b!]));
  expect(peopleKey([a!, b!])).not.toBe(peopleKey([a!, c!]));
});
