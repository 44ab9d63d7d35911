import { expect, test } from 'vitest';
import { clearedCookie, readSessionCookie, sessionCookie } from './cookies.js';

test('the session’s cookie is found among others, and not under a name that ends alike', () => {
  expect(readSessionCookie('a=1; carillon_session=secret; b=2')).toBe('secret');
  expect(readSessionCookie('carillon_session=secret')).toBe('secret');
  for (const header of [undefined, '', 'xcarillon_session=secret', 'carillon_session', 'carillon_session=', 'other=carillon_session']) expect(readSessionCookie(header)).toBeUndefined();
});

test('an oversized cookie is read as far as a secret could be, and a thousand cookies are not all looked at', () => {
  expect(readSessionCookie(`carillon_session=${'x'.repeat(5_000)}`)).toHaveLength(200);
  expect(readSessionCookie(`${'a=1; '.repeat(1_000)}carillon_session=secret`)).toBeUndefined();
});

test('no script reads the cookie and no other site sends it; over HTTPS it goes nowhere else', () => {
  const cookie = sessionCookie('secret', new Date('2027-01-23T09:00:00Z'), true);
  expect(cookie).toBe('carillon_session=secret; Path=/; HttpOnly; SameSite=Lax; Expires=Sat, 23 Jan 2027 09:00:00 GMT; Secure');
  expect(sessionCookie('secret', new Date(0), false)).not.toContain('Secure');
});

test('a cleared cookie is gone at once', () => {
  expect(clearedCookie(false)).toBe('carillon_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0');
  expect(clearedCookie(true)).toMatch(/Max-Age=0; Secure$/);
});
