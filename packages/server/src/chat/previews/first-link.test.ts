import { expect, test } from 'vitest';
import { firstLink } from './first-link.js';

test('the first link counts, without what belongs to the sentence around it', () => {
  const cases: [string, string | undefined][] = [
    ['see https://example.com/a?b=c#part and https://other.example/', 'https://example.com/a?b=c'],
    ['(see https://example.com/a).', 'https://example.com/a'],
    ['[words](https://example.com/a "title")', 'https://example.com/a'],
    ['<https://example.com/a>', 'https://example.com/a'],
    ['**https://example.com/a**, yes', 'https://example.com/a'],
    ['https://en.wikipedia.org/wiki/Bell_(instrument)', 'https://en.wikipedia.org/wiki/Bell_(instrument)'],
    ['HTTP://EXAMPLE.COM', 'http://example.com/'],
    ['https://bücher.example/ü', 'https://xn--bcher-kva.example/%C3%BC'],
    ['vedi https://esempio.example/…\nanche qui', 'https://esempio.example/%E2%80%A6'],
    ['http:// https://example.com/', 'https://example.com/'],
    ['ftp://example.com file:///etc/passwd javascript:alert(1) example.com', undefined],
    ['', undefined],
  ];
  for (const [content, link] of cases) expect(firstLink(content), content).toBe(link);
});

test('code is no link', () => {
  expect(firstLink('`https://one.example/` then https://two.example/')).toBe('https://two.example/');
  expect(firstLink('``a ` https://one.example/`` then https://two.example/')).toBe('https://two.example/');
  expect(firstLink('```sh\ncurl https://one.example/\n```\nhttps://two.example/')).toBe('https://two.example/');
  expect(firstLink('~~~\nhttps://one.example/\n```\n~~~')).toBeUndefined();
  expect(firstLink('```\nhttps://one.example/ never closed')).toBeUndefined();
  expect(firstLink('a ` alone https://two.example/')).toBe('https://two.example/');
});

test('a text of ten thousand strange characters is read in no time, and too long a link is none', () => {
  const started = performance.now();
  for (const part of ['http://', '`', '` ``', 'https://(', 'https://a.', '~~~\n', 'http://]']) firstLink(part.repeat(10_000 / part.length));
  expect(performance.now() - started).toBeLessThan(1_000);
  expect(firstLink(`https://example.com/${'ü'.repeat(1_000)}`)).toBeUndefined();
});
