import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { JoinClaims } from '@carillon/wire/media.js';

/** A signer of join tokens for tests; the product's own signer is the control plane's. */
export interface TokenSigner {
  /** For `MediaNodeConfig.tokenPublicKey`. */
  readonly publicKeyBase64: string;
  readonly publicKey: KeyObject;
  sign(claims: JoinClaims): string;
}

export function createTokenSigner(): TokenSigner {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey,
    publicKeyBase64: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign(claims) {
      const body = Buffer.from(JSON.stringify(claims), 'utf8');
      return body.toString('hex') + sign(null, body, privateKey).toString('hex');
    },
  };
}
