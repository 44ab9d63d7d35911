import { generateSecret, generateURI, verify } from 'otplib';
import { toBuffer, toString } from 'qrcode';

/** One step of a code, in seconds. */
export const TOTP_STEP_S = 30;

/** A new secret in base 32 for an authenticator app (RFC 6238). */
export function newTotpSecret(): string {
  return generateSecret();
}

/** What an authenticator app reads from a QR code. */
export function totpUri(label: string, secret: string): string {
  return generateURI({ issuer: 'Carillon', label, secret });
}

/** What `totpUri` made, as a QR code: an SVG for pages. */
export function totpQrSvg(uri: string): Promise<string> {
  return toString(uri, { type: 'svg', margin: 1 });
}

/** The same as a PNG. */
export function totpQrPng(uri: string): Promise<Buffer> {
  return toBuffer(uri, { type: 'png', margin: 1 });
}

/** The step whose code this is, now or one step around it; undefined when it is none (RFC 6238, section 5.2). */
export async function matchTotp(secret: string, code: string, nowMs: number): Promise<number | undefined> {
  const epoch = Math.floor(nowMs / 1000);
  const result = await verify({ secret, token: code, epoch, epochTolerance: TOTP_STEP_S });
  return result.valid ? Math.floor(epoch / TOTP_STEP_S) + result.delta : undefined;
}
