/**
 * Cookies of sessions (RFC 6265). httpOnly: scripts never see them; SameSite: other sites' requests that change something come without them.
 */
export interface SessionCookie {
  readonly name: string;
  readonly path: string;
  readonly sameSite: 'Lax' | 'Strict';
  /** Kept when the browser is closed, until the session’s end. */
  readonly kept: boolean;
}

/** Of people and guests. */
export const APP_COOKIE: SessionCookie = { name: 'carillon_session', path: '/', sameSite: 'Lax', kept: true };
/** Of administrators: it goes nowhere but to the console, and is gone with the browser. */
export const CONSOLE_COOKIE: SessionCookie = { name: 'carillon_console', path: '/console', sameSite: 'Strict', kept: false };

/** The secret out of a Cookie header; at most 50 cookies are looked at. */
export function readSessionCookie(cookie: SessionCookie, header: string | undefined): string | undefined {
  for (const part of header?.split(';', 50) ?? []) {
    const [name, value] = part.trim().split('=', 2);
    if (name === cookie.name && value) return value.slice(0, 200);
  }
  return undefined;
}

/** The Set-Cookie header that gives the secret. */
export function sessionCookie(cookie: SessionCookie, secret: string, expiresAt: Date, secure: boolean): string {
  return `${cookie.name}=${secret}; Path=${cookie.path}; HttpOnly; SameSite=${cookie.sameSite}${cookie.kept ? `; Expires=${expiresAt.toUTCString()}` : ''}${secure ? '; Secure' : ''}`;
}

/** The Set-Cookie header that takes it away. */
export function clearedCookie(cookie: SessionCookie, secure: boolean): string {
  return `${cookie.name}=; Path=${cookie.path}; HttpOnly; SameSite=${cookie.sameSite}; Max-Age=0${secure ? '; Secure' : ''}`;
}
