import { createCipheriv } from 'node:crypto';

/** DTLS-SRTP protection profiles (RFC 5764 4.1.2, RFC 7714 14.2). The key is 128 bits in both. */
export const SRTP_AES128_CM_SHA1_80 = 1;
export const SRTP_AEAD_AES_128_GCM = 7;
export type SrtpProfile = typeof SRTP_AES128_CM_SHA1_80 | typeof SRTP_AEAD_AES_128_GCM;

const KEY_BYTES = 16;
const AUTHENTICATION_KEY_BYTES = 20;

export interface MasterKey {
  readonly key: Buffer;
  readonly salt: Buffer;
}

export interface SessionKeys {
  readonly rtpKey: Buffer;
  readonly rtpAuthenticationKey: Buffer;
  readonly rtpSalt: Buffer;
  readonly rtcpKey: Buffer;
  readonly rtcpAuthenticationKey: Buffer;
  readonly rtcpSalt: Buffer;
}

export function saltBytes(profile: SrtpProfile): number {
  return profile === SRTP_AEAD_AES_128_GCM ? 12 : 14;
}

/** How many bytes DTLS must export for both directions. */
export function keyingMaterialBytes(profile: SrtpProfile): number {
  return 2 * (KEY_BYTES + saltBytes(profile));
}

/** RFC 5764 4.2: client key, server key, client salt, server salt. */
export function splitKeyingMaterial(profile: SrtpProfile, material: Buffer): { client: MasterKey; server: MasterKey } {
  const salt = saltBytes(profile);
  const salts = 2 * KEY_BYTES;
  return {
    client: { key: material.subarray(0, KEY_BYTES), salt: material.subarray(salts, salts + salt) },
    server: { key: material.subarray(KEY_BYTES, salts), salt: material.subarray(salts + salt, salts + 2 * salt) },
  };
}

/** RFC 3711 4.3.1 with a key derivation rate of 0: the keys never change. */
export function deriveSessionKeys(profile: SrtpProfile, master: MasterKey): SessionKeys {
  const salt = saltBytes(profile);
  return {
    rtpKey: deriveKey(master, 0, KEY_BYTES),
    rtpAuthenticationKey: deriveKey(master, 1, AUTHENTICATION_KEY_BYTES),
    rtpSalt: deriveKey(master, 2, salt),
    rtcpKey: deriveKey(master, 3, KEY_BYTES),
    rtcpAuthenticationKey: deriveKey(master, 4, AUTHENTICATION_KEY_BYTES),
    rtcpSalt: deriveKey(master, 5, salt),
  };
}

/**
 * AES in counter mode over zeros, started at (salt XOR label · 2^48) · 2^16 (RFC 3711 4.3.3). RFC 7714 11 keeps this,
 * with the 96-bit salt padded on the right to 112 bits.
 */
function deriveKey(master: MasterKey, label: number, byteCount: number): Buffer {
  const start = Buffer.alloc(16);
  start.set(master.salt, 0);
  start.writeUInt8(start.readUInt8(7) ^ label, 7);
  return createCipheriv('aes-128-ctr', master.key, start).update(Buffer.alloc(byteCount));
}
