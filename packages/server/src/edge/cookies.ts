/**
 * The session's cookie (RFC 6265). httpOnly: scripts never see it; SameSite=Lax: other sites' requests that change
 * something come without it.
 */
const NAME = 'carillon_session';

/** The secret out of a Cookie header; at most 50 cookies are looked at. */
export function readSessionCookie(header: string | undefined): string | undefined {
  for (const part of header?.split(';', 50) ?? []) {
    const [name, value] = part.trim().split('=', 2);
    if (name === NAME && value) return value.slice(0, 200);
  }
  return undefined;
}

/** The Set-Cookie header that gives the secret, until the session’s end. */
export function sessionCookie(secret: string, expiresAt: Date, secure: boolean): string {
  return `${NAME}=${secret}; Path=/; HttpOnly; SameSite=Lax; Expires=${expiresAt.toUTCString()}${secure ? '; Secure' : ''}`;
}

/** The Set-Cookie header that takes it away. */
export function clearedCookie(secure: boolean): string {
  return `${NAME}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? '; Secure' : ''}`;
}
