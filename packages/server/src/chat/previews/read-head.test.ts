import { expect, test } from 'vitest';
import { cleanText } from './clean-text.js';
import { decodePage } from './decode-page.js';
import { readHead } from './read-head.js';

const PAGE = new URL('https://www.example.com/news/today?from=chat');
const read = (head: string) => readHead(`<!doctype html><html><head>${head}</head><body><title>not this</title><meta property="og:title" content="nor this"></body>`, PAGE);

test('a page says what it is: Open Graph first, then the cards of Twitter, then HTML', () => {
  expect(read('<title>Plain</title>').title).toBe('Plain');
  expect(read('<title>Plain</title><meta name="twitter:title" content="Card">').title).toBe('Card');
  const whole = read(`<TITLE>Plain</TITLE><meta content='Bells &amp; &quot;towers&quot; &#8212; &egrave;' property=og:title><meta property="og:description" content="Two
    lines"><meta property="og:site_name" content="Example"><meta property="og:image" content="/a.jpg"><link rel="shortcut icon" href="i.png"><link rel="canonical" href="/news/today">`);
  expect(whole).toEqual({ address: 'https://www.example.com/news/today', title: 'Bells & "towers" — è', description: 'Two lines', siteName: 'Example', picture: 'https://www.example.com/a.jpg', icon: 'https://www.example.com/news/i.png' });
  expect(read('<meta property="og:title" content=" "><title>Plain</title>').title).toBe('Plain');
  expect(read('<title>A &lt;b&gt; &amp; c</title>').title).toBe('A <b> & c');
});

test('addresses start from the base of the page, and lead nowhere but the web', () => {
  expect(read('<base href="https://cdn.example.com/x/"><meta property="og:image" content="a.png">').picture).toBe('https://cdn.example.com/x/a.png');
  for (const address of ['javascript:alert(1)', 'data:image/png;base64,AAAA', 'file:///etc/passwd', 'http://[', `https://example.com/${'a'.repeat(3_000)}`]) expect(read(`<meta property="og:image" content="${address}">`).picture, address).toBeUndefined();
  for (const icon of ['/favicon.ico', '/favicon.svg?x', '/favicon.ICO#y']) expect(read(`<link rel=icon href="${icon}"><link rel="apple-touch-icon" href="/touch.png">`).icon).toBe('https://www.example.com/touch.png');
});

test('a page cannot pass for one of another server', () => {
  expect(read('<link rel="canonical" href="https://bank.example/"><meta property="og:url" content="https://bank.example/login">').address).toBe(PAGE.href);
  expect(read('<link rel="canonical" href="http://www.example.com/">').address).toBe(PAGE.href);
});

test('what is in the body, in scripts and in comments is not read', () => {
  expect(read('<script>"<title>script</title>"</script><!-- <title>comment</title> --><style><title>style</title></style>').title).toBeNull();
  expect(readHead('<body><title>body</title>', PAGE).title).toBeNull();
  expect(readHead('', PAGE).title).toBeNull();
});

test('half a megabyte of garbage is read in linear time', () => {
  const garbage = ['<meta ', '<', '<meta content="', '<meta property=og:title content=', '<title>', '&', '&#', '<!--', '<a b=', '</', '<meta a="b" ', '<link rel="icon icon icon ', '<svg><title>', '<a>', '<p>', '<title></title>', '<svg></svg>', '</p>', '<![CDATA[', '<base href=', '\0', '"\'>'];
  for (const part of garbage) {
    const started = performance.now();
    readHead(part.repeat(Math.ceil((512 * 1024) / part.length)), PAGE);
    expect(performance.now() - started, part).toBeLessThan(2_000);
  }
  expect(read(`<meta __proto__="x" constructor="y" property="og:title" content="z">`).title).toBe('z');
});

test('text keeps no controls, no marks of direction, nothing without width, and ends where it must', () => {
  expect(cleanText('a\u202eb\u0000c\u200bd\u2066e\ufeff\n\tf\ud800', 200)).toBe('ab cde f');
  expect(cleanText('\u200b \u202e\u00ad', 200)).toBeNull();
  expect(cleanText('\u0301\u0301', 200)).toBeNull();
  expect(cleanText(undefined, 200)).toBeNull();
  const long = cleanText('😀'.repeat(1_000), 200)!;
  expect(Array.from(long)).toHaveLength(200);
  expect(long.endsWith('😀…')).toBe(true);
  const head = read(`<title>${'t'.repeat(500_000)}</title><meta name=description content="${'d'.repeat(1_000)}">`);
  expect([head.title?.length, head.description?.length]).toEqual([200, 300]);
});

test('letters are read in the encoding that the answer, the page or its first bytes name', () => {
  const latin = Buffer.from('<title>caffè</title>', 'latin1');
  expect(decodePage(latin, 'iso-8859-1')).toContain('caffè');
  expect(decodePage(Buffer.concat([Buffer.from('<meta charset="windows-1252">'), latin]), undefined)).toContain('caffè');
  expect(decodePage(Buffer.concat([Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">'), latin]), 'no-such-charset')).toContain('caffè');
  expect(decodePage(Buffer.from([0x82, 0xb1, 0x82, 0xf1]), 'Shift_JIS')).toBe('こん');
  expect(decodePage(Buffer.from('\ufeffcaffè', 'utf16le'), 'iso-8859-1')).toBe('caffè');
  expect(decodePage(Buffer.from('caffè'), undefined)).toBe('caffè');
  expect(decodePage(latin, undefined)).toContain('\ufffd');
});
