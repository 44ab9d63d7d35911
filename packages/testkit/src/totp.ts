import { generate } from 'otplib';

/** The code that an authenticator app shows at this time (RFC 6238). */
export function totpCode(secret: string, atMs: number): Promise<string> {
  return generate({ secret, epoch: Math.floor(atMs / 1000) });
}
