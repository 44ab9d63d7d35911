import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { JoinClaims } from '@carillon/wire/media.js';

/**
 * Join tokens, as `JoinClaims` in `@carillon/wire` describes them. The control plane signs, a media node only verifies:
 * whoever breaks into a media node cannot let anybody in elsewhere.
 */
const TOKEN_CHARACTERS_MAX = 1_024;
/** 64 bytes of Ed25519 (RFC 8032) in hex. */
const SIGNATURE_CHARACTERS = 128;
const CONTENT_SUFFIX = '#content';
const FIELD_CHARACTERS_MAX = 64;

export interface JoinTicket {
  readonly claims: JoinClaims;
  /** The token came with `#content`: a second session of the same attendee that shares a screen. */
  readonly content: boolean;
}

/** `spkiBase64` as in `MediaNodeConfig.tokenPublicKey`. */
export function readTokenPublicKey(spkiBase64: string): KeyObject {
  const key = createPublicKey({ key: Buffer.from(spkiBase64, 'base64'), format: 'der', type: 'spki' });
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('The public key for join tokens must be an Ed25519 key.');
  return key;
}

/**
 * What a token allows, or undefined when it is forged, malformed or expired. The signature is checked before anything
 * in the token is read, and over at most 1,024 characters.
 */
export function verifyJoinToken(protocolName: string, publicKey: KeyObject, nowMs: number): JoinTicket | undefined {
  const content = protocolName.endsWith(CONTENT_SUFFIX);
  const token = content ? protocolName.slice(0, -CONTENT_SUFFIX.length) : protocolName;
  if (token.length > TOKEN_CHARACTERS_MAX || token.length <= SIGNATURE_CHARACTERS || token.length % 2 !== 0) return undefined;
  if (!/^[0-9a-f]+$/.test(token)) return undefined;
  const body = Buffer.from(token.slice(0, -SIGNATURE_CHARACTERS), 'hex');
  const signature = Buffer.from(token.slice(-SIGNATURE_CHARACTERS), 'hex');
  if (!verify(null, body, publicKey, signature)) return undefined;
  const claims = parseClaims(body);
  if (claims === undefined || claims.x * 1_000 <= nowMs) return undefined;
  return { claims, content };
}

function parseClaims(body: Buffer): JoinClaims | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    // Signed, yet no JSON: another use of the same key. Nobody is let in by it.
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { m, a, u, x } = value as Record<string, unknown>;
  if (!isField(m) || !isField(a) || a.includes('#') || !isField(u) || typeof x !== 'number' || !Number.isInteger(x)) return undefined;
  return { m, a, u, x };
}

function isField(value: unknown): value is string {
  return typeof value === 'string' && value.length >= 1 && value.length <= FIELD_CHARACTERS_MAX;
}
