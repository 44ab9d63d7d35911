import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { Chance } from '@carillon/kernel/chance.js';

/** What one side of DTLS shows: made anew at every start, never stored. */
export interface DtlsCertificate {
  readonly certificateDer: Buffer;
  /** SEC 1 ECPrivateKey (RFC 5915). */
  readonly privateKeyDer: Buffer;
  readonly fingerprintSha256: Buffer;
}

const ECDSA_WITH_SHA256 = Buffer.from('300a06082a8648ce3d040302', 'hex');
const COMMON_NAME = Buffer.from('0603550403', 'hex');
const SUBJECT = 'carillon';
const SEQUENCE = 0x30;
const SET = 0x31;

/**
 * A self-signed certificate for a fresh P-256 key (RFC 5280 4.1). Its dates cover every clock there is: what makes it
 * trusted is the fingerprint in the signalling (RFC 8122 5), and no browser looks at the dates.
 */
export function createCertificate(chance: Chance): DtlsCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(0x0c, Buffer.from(SUBJECT)))));
  const serial = Buffer.from(chance.bytes(16));
  // A positive number without a leading zero byte.
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const signed = der(
    SEQUENCE,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    ECDSA_WITH_SHA256,
    name,
    der(SEQUENCE, der(0x17, Buffer.from('000101000000Z')), der(0x17, Buffer.from('491231235959Z'))),
    name,
    publicKey.export({ format: 'der', type: 'spki' }),
  );
  const signature = sign('sha256', signed, privateKey);
  const certificateDer = der(SEQUENCE, signed, ECDSA_WITH_SHA256, der(0x03, Buffer.from([0]), signature));
  return {
    certificateDer,
    privateKeyDer: privateKey.export({ format: 'der', type: 'sec1' }),
    fingerprintSha256: createHash('sha256').update(certificateDer).digest(),
  };
}

/** Tag, length in the shortest form, content (X.690 8.1). */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const length = content.length;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  if (length < 0x100) return Buffer.concat([Buffer.from([tag, 0x81, length]), content]);
  return Buffer.concat([Buffer.from([tag, 0x82, length >> 8, length & 0xff]), content]);
}

/** As `a=fingerprint:sha-256` writes it: `AB:CD:…`. */
export function formatFingerprint(sha256: Uint8Array): string {
  return Array.from(sha256, byte => byte.toString(16).padStart(2, '0').toUpperCase()).join(':');
}
