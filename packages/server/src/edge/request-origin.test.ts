import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { createOriginReader } from './request-origin.js';

const asked = (remoteAddress: string | undefined, headers: Record<string, string> = {}, config: { trustedProxies?: string[]; publicUrl?: string; tls?: boolean } = {}) => {
  const reader = createOriginReader({ trustedProxies: config.trustedProxies ?? [], publicUrl: config.publicUrl, tls: config.tls ? { certFile: 'a', keyFile: 'b' } : undefined });
  // The reader looks at the socket's address and the headers alone.
  return reader({ socket: { remoteAddress }, headers } as unknown as IncomingMessage);
};
const PROXY = { trustedProxies: ['10.0.0.0/8'] };

test('without trusted proxies the address is the socket’s, whatever X-Forwarded-For claims', () => {
  expect(asked('203.0.113.9', { 'x-forwarded-for': '198.51.100.1', 'x-forwarded-proto': 'https' })).toMatchObject({ address: '203.0.113.9', secure: false });
});

test('behind a trusted proxy the address is the last one that no trusted proxy wrote for itself', () => {
  expect(asked('10.0.0.1', { 'x-forwarded-for': '198.51.100.1, 203.0.113.9, 10.0.0.2' }, PROXY).address).toBe('203.0.113.9');
});

test('what a client writes before it, however much, is not believed', () => {
  const invented = Array.from({ length: 60 }, (_, i) => `198.51.100.${i}`).join(', ');
  expect(asked('10.0.0.1', { 'x-forwarded-for': `${invented}, 203.0.113.9` }, PROXY).address).toBe('203.0.113.9');
});

test('a chain of nonsense, of proxies alone or none at all leaves the proxy’s address', () => {
  for (const chain of ['nonsense, <script>', '10.0.0.2, 10.0.0.3', '']) expect(asked('10.0.0.1', { 'x-forwarded-for': chain }, PROXY).address).toBe('10.0.0.1');
  expect(asked('10.0.0.1', {}, PROXY).address).toBe('10.0.0.1');
  expect(asked(undefined, { 'x-forwarded-for': '198.51.100.1' }, PROXY).address).toBe('');
});

test('an IPv4 address inside IPv6 is the same client and the same proxy; a zone is dropped', () => {
  expect(asked('::ffff:10.0.0.1', { 'x-forwarded-for': '::FFFF:203.0.113.9' }, PROXY).address).toBe('203.0.113.9');
  expect(asked('fe80::1%eth0').address).toBe('fe80::1');
  expect(asked('2001:db8::1', { 'x-forwarded-for': '2001:db8:1::7' }, { trustedProxies: ['2001:db8::/64'] }).address).toBe('2001:db8:1::7');
});

test('HTTPS is known from our own certificate, a trusted proxy’s word or the public address, and from nobody else', () => {
  expect(asked('203.0.113.9', { host: 'a.example' }, { tls: true })).toMatchObject({ secure: true, origin: 'https://a.example' });
  expect(asked('10.0.0.1', { host: 'a.example', 'x-forwarded-proto': 'https' }, PROXY)).toMatchObject({ secure: true, origin: 'https://a.example' });
  expect(asked('203.0.113.9', { host: 'a.example', 'x-forwarded-proto': 'https' }, PROXY)).toMatchObject({ secure: false, origin: 'http://a.example' });
  expect(asked('203.0.113.9', { host: 'evil.example' }, { publicUrl: 'https://meet.example.com' })).toMatchObject({ secure: true, origin: 'https://meet.example.com' });
});

test('a Host header that is none does not get into links', () => {
  for (const host of ['evil.example/path', 'a b', '"><script>', 'user@evil.example']) expect(asked('203.0.113.9', { host }).origin).toBe('http://localhost');
  expect(asked('203.0.113.9', { host: '[::1]:8080' }).origin).toBe('http://[::1]:8080');
});
