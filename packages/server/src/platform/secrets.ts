import { createCipheriv, createDecipheriv, createECDH, createHash, createPrivateKey, createPublicKey, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Chance } from '@carillon/kernel/chance.js';

/** The server's own secrets: in a file of mode 0600, never in the database. */
export interface ServerSecrets {
  /** Ed25519; signs join tokens. Media nodes hold the public half. */
  readonly tokenKey: KeyObject;
  /** SPKI DER in base64. */
  readonly tokenPublicKey: string;
  /** P-256; signs what goes to push services (VAPID, RFC 8292). Derived from the file, so that a file of an earlier version has one too. */
  readonly pushKey: KeyObject;
  /** Its public half as an uncompressed point, base64url. */
  readonly pushPublicKey: string;
  /** Encrypts what the database must keep but nobody may read there (AES-256-GCM). */
  seal(plain: string): Buffer;
  open(sealed: Buffer): string;
}

interface SecretsFile {
  version: 1;
  tokenKey: string;
  sealKey: string;
}

/** Reads the secrets, or makes them at the first start. */
export function loadSecrets(path: string, chance: Chance): ServerSecrets {
  const file = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as SecretsFile) : createFile(path, chance);
  const tokenKey = createPrivateKey({ key: Buffer.from(file.tokenKey, 'base64'), format: 'der', type: 'pkcs8' });
  const sealKey = Buffer.from(file.sealKey, 'base64');
  const pushKey = derivePushKey(sealKey);
  return {
    tokenKey,
    ...pushKey,
    tokenPublicKey: createPublicKey(tokenKey).export({ format: 'der', type: 'spki' }).toString('base64'),
    seal(plain) {
      const nonce = chance.bytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce);
      return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', sealKey, sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8');
    },
  };
}

/** A number below the curve's order but for one in four thousand million, and then OpenSSL refuses it at the start. */
function derivePushKey(sealKey: Buffer): Pick<ServerSecrets, 'pushKey' | 'pushPublicKey'> {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(Buffer.from(hkdfSync('sha256', sealKey, '', 'carillon web push', 32)));
  const point = ecdh.getPublicKey();
  const part = (bytes: Buffer) => bytes.toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', d: part(ecdh.getPrivateKey()), x: part(point.subarray(1, 33)), y: part(point.subarray(33)) };
  return { pushKey: createPrivateKey({ key: jwk, format: 'jwk' }), pushPublicKey: part(point) };
}

function createFile(path: string, chance: Chance): SecretsFile {
  const { privateKey } = generateKeyPairSync('ed25519');
  const file: SecretsFile = {
    version: 1,
    tokenKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    sealKey: Buffer.from(chance.bytes(32)).toString('base64'),
  };
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, JSON.stringify(file), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return file;
}

/** What is stored of a link's or cookie's secret: it has 256 random bits, so a plain hash is enough. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
