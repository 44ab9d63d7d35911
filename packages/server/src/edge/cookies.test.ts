import { expect, test } from 'vitest';
import { APP_COOKIE, clearedCookie, CONSOLE_COOKIE, readSessionCookie, sessionCookie } from './cookies.js';

test('the session’s cookie is found among others, and not under a name that ends alike', () => {
  expect(readSessionCookie(APP_COOKIE, 'a=1; carillon_session=secret; b=2')).toBe('secret');
  expect(readSessionCookie(APP_COOKIE, 'carillon_session=secret')).toBe('secret');
  for (const header of [undefined, '', 'xcarillon_session=secret', 'carillon_session', 'carillon_session=', 'other=carillon_session']) expect(readSessionCookie(APP_COOKIE, header)).toBeUndefined();
});

test('an oversized cookie is read as far as a secret could be, and a thousand cookies are not all looked at', () => {
  expect(readSessionCookie(APP_COOKIE, `carillon_session=${'x'.repeat(5_000)}`)).toHaveLength(200);
  expect(readSessionCookie(APP_COOKIE, `${'a=1; '.repeat(1_000)}carillon_session=secret`)).toBeUndefined();
});

test('no script reads the cookie and no other site sends it; over HTTPS it goes nowhere else', () => {
  const cookie = sessionCookie(APP_COOKIE, 'secret', new Date('2027-01-23T09:00:00Z'), true);
  expect(cookie).toBe('carillon_session=secret; Path=/; HttpOnly; SameSite=Lax; Expires=Sat, 23 Jan 2027 09:00:00 GMT; Secure');
  expect(sessionCookie(APP_COOKIE, 'secret', new Date(0), false)).not.toContain('Secure');
});

test('a cleared cookie is gone at once', () => {
  expect(clearedCookie(APP_COOKIE, false)).toBe('carillon_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0');
  expect(clearedCookie(APP_COOKIE, true)).toMatch(/Max-Age=0; Secure$/);
});

test('the console’s cookie goes to the console alone, never with a request that another site began, and is not kept', () => {
  expect(sessionCookie(CONSOLE_COOKIE, 'secret', new Date('2027-01-23T09:00:00Z'), true)).toBe('carillon_console=secret; Path=/console; HttpOnly; SameSite=Strict; Secure');
  expect(readSessionCookie(CONSOLE_COOKIE, 'carillon_session=a; carillon_console=b')).toBe('b');
});
