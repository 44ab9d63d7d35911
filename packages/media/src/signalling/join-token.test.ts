import { expect, test } from 'vitest';
import { createTokenSigner } from './join-token.fixture.js';
import { readTokenPublicKey, verifyJoinToken } from './join-token.js';

const NOW = 1_800_000_000_000;
const claims = { m: 'meeting-1', a: 'attendee-1', u: 'Ünal', x: NOW / 1_000 + 60 };

test('a signed token lets its attendee in, and with #content its screen share', () => {
  const signer = createTokenSigner();
  const token = signer.sign(claims);
  expect(token).toMatch(/^[0-9a-f]+$/);
  const key = readTokenPublicKey(signer.publicKeyBase64);
  expect(verifyJoinToken(token, key, NOW)).toEqual({ claims, content: false });
  expect(verifyJoinToken(`${token}#content`, key, NOW)).toEqual({ claims, content: true });
});

test('a token is refused when it has expired, was changed, cut, lengthened or signed by somebody else', () => {
  const signer = createTokenSigner();
  const token = signer.sign(claims);
  const other = createTokenSigner().sign(claims);
  expect(verifyJoinToken(token, signer.publicKey, claims.x * 1_000)).toBeUndefined();
  for (const bad of [other, token.slice(2), token.slice(0, -2), `00${token}`, `${token}00`, token.toUpperCase(), token.replace('7b', '5b'), '', 'zz', `${token}#other`]) {
    expect(verifyJoinToken(bad, signer.publicKey, NOW)).toBeUndefined();
  }
});

test('a token that is signed but says something else than claims is refused', () => {
  const signer = createTokenSigner();
  const odd = [{ ...claims, a: 'x#content' }, { ...claims, m: '' }, { ...claims, x: 'later' }, { ...claims, u: 'u'.repeat(65) }, null];
  for (const value of odd) expect(verifyJoinToken(signer.sign(value as never), signer.publicKey, NOW)).toBeUndefined();
});

test('a key of another kind is refused when the node starts', () => {
  expect(() => readTokenPublicKey('bm9uc2Vuc2U=')).toThrow();
});
