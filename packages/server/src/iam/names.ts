import type { Chance } from '@carillon/kernel/chance.js';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const SECRET_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** What the first four letters of an id say it is of. */
export type IdKind = 'AIDA' | 'AGPA' | 'AROA' | 'ANPA' | 'AKIA' | 'ASIA';

/** `AIDA…`: 80 random bits in sixteen letters, 20 characters in all, as IAM's keys have. */
export function newIamId(chance: Chance, kind: IdKind): string {
  return kind + Array.from(chance.bytes(16), byte => LETTERS[byte & 31]).join('');
}

/** Forty characters with 240 random bits. */
export function newSecretKey(chance: Chance): string {
  return Array.from(chance.bytes(40), byte => SECRET_LETTERS[byte & 63]).join('');
}

/** `arn:aws:iam::<owner>:user/<path><name>` */
export function iamArn(ownerAccountId: string, kind: 'user' | 'group' | 'role' | 'policy' | 'mfa', path: string, name: string): string {
  return `arn:aws:iam::${ownerAccountId}:${kind}${path}${name}`;
}
