/**
 * The only source of randomness. It works in browsers and in Node, because both have the Web Crypto API's
 * `getRandomValues`. Tests that need a repeatable run pass a seeded one.
 */
export interface Chance {
  /** `count` cryptographically strong random bytes. */
  bytes(count: number): Uint8Array;
}

export const systemChance: Chance = {
  bytes: count => globalThis.crypto.getRandomValues(new Uint8Array(count)),
};

/** A random decimal number of `length` digits as text; the first digit is never 0, so that nobody drops it. */
export function randomDigits(chance: Chance, length: number): string {
  let digits = '';
  while (digits.length < length) {
    for (const byte of chance.bytes(length * 2)) {
      // Bytes from 250 on would favour the digits 0 to 5.
      if (byte >= 250 || digits.length === length) continue;
      const digit = byte % 10;
      if (digits.length === 0 && digit === 0) continue;
      digits += String(digit);
    }
  }
  return digits;
}

/** `length` random letters from a to z, each as likely as the others. */
export function randomLetters(chance: Chance, length: number): string {
  let letters = '';
  while (letters.length < length) {
    // Bytes from 234 on would favour the letters a to v.
    for (const byte of chance.bytes(length * 2)) if (byte < 234 && letters.length < length) letters += String.fromCharCode(97 + (byte % 26));
  }
  return letters;
}

/** A secret of `byteCount` random bytes in base64url, for links and cookies; the receiver stores only its hash. */
export function randomSecret(chance: Chance, byteCount = 32): string {
  let binary = '';
  for (const byte of chance.bytes(byteCount)) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
