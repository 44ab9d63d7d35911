import { createCipheriv, createECDH, hkdfSync, sign, type KeyObject } from 'node:crypto';

/** A browser's keys as its subscription gives them (RFC 8291, section 3.1 and 3.2). */
export interface PushKeys {
  /** Uncompressed point on P-256, 65 bytes. */
  readonly p256dh: Buffer;
  /** 16 bytes. */
  readonly auth: Buffer;
}

/** Push services take 4,096 bytes; header, padding mark and tag take 103 of them. */
export const PUSH_TEXT_BYTES_MAX = 3_993;
const RECORD_BYTES = 4096;
const LAST_RECORD = 2;

/** What only chance gives: a one-time private key (32 bytes) and a salt (16 bytes). */
export interface PushChance {
  readonly privateKey: Uint8Array;
  readonly salt: Uint8Array;
}

/** The body of a push, `aes128gcm` in one record (RFC 8291, section 4; RFC 8188). Throws when the browser's key is no point or the text is too long. */
export function encryptPush(text: string, keys: PushKeys, chance: PushChance): Buffer {
  const plain = Buffer.concat([Buffer.from(text), Buffer.from([LAST_RECORD])]);
  if (plain.length > PUSH_TEXT_BYTES_MAX + 1) throw new Error('The text is too long for a push.');
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(chance.privateKey);
  const ours = ecdh.getPublicKey();
  const keyInfo = Buffer.concat([Buffer.from('WebPush: info\0'), keys.p256dh, ours]);
  const input = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(keys.p256dh), keys.auth, keyInfo, 32));
  const key = Buffer.from(hkdfSync('sha256', input, chance.salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', input, chance.salt, 'Content-Encoding: nonce\0', 12));
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const head = Buffer.alloc(21);
  head.set(chance.salt, 0);
  head.writeUInt32BE(RECORD_BYTES, 16);
  head.writeUInt8(ours.length, 20);
  return Buffer.concat([head, ours, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * The `Authorization` header by which a push service knows the sender (RFC 8292): a token signed with ES256 for the service's origin. `subject` is a
 * `mailto:` or `https:` address of whoever runs the server; `expiresAtS` lies at most a day ahead, in seconds since 1970.
 */
export function vapidHeader(endpoint: string, subject: string, expiresAtS: number, key: KeyObject, publicKey: string): string {
  const signed = `${part({ typ: 'JWT', alg: 'ES256' })}.${part({ aud: new URL(endpoint).origin, exp: expiresAtS, sub: subject })}`;
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  return `vapid t=${signed}.${signature}, k=${publicKey}`;
}
