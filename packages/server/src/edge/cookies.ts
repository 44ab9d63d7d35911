/** The session's cookie (RFC 6265). httpOnly: scripts never see it; SameSite=Lax: other sites' requests that change something come without it. */
const NAME = 'carillon_session';

export function readSessionCookie(header: string | undefined): string | undefined {
  for (const part of header?.split(';', 50) ?? []) {
    const [name, value] = part.trim().split('=', 2);
    if (name === NAME && value) return value.slice(0, 200);
  }
  return undefined;
}

export function sessionCookie(secret: string, expiresAt: Date, secure: boolean): string {
  return `${NAME}=${secret}; Path=/; HttpOnly; SameSite=Lax; Expires=${expiresAt.toUTCString()}${secure ? '; Secure' : ''}`;
}

export function clearedCookie(secure: boolean): string {
  return `${NAME}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? '; Secure' : ''}`;
}
