import { expect, test } from 'vitest';
import { encryptPush } from './push-message.js';

const bytes = (text: string) => Buffer.from(text, 'base64url');

/** RFC 8291, section 5 and appendix A. */
const EXAMPLE = {
  text: 'When I grow up, I want to be a watermelon',
  privateKey: bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
  salt: bytes('DGv6ra1nlYgDCS1FRnbzlw'),
  p256dh: bytes('BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'),
  auth: bytes('BTBZMqHH6r4Tts7J_aSIgg'),
  body: 'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
};

test('the example of RFC 8291 comes out byte for byte', () => {
  expect(encryptPush(EXAMPLE.text, EXAMPLE, EXAMPLE).toString('base64url')).toBe(EXAMPLE.body);
});

test('a key that is no point of the curve and a text that is too long are refused', () => {
  expect(() => encryptPush('x', { ...EXAMPLE, p256dh: Buffer.alloc(65, 4) }, EXAMPLE)).toThrow();
  expect(() => encryptPush('x'.repeat(3_994), EXAMPLE, EXAMPLE)).toThrow(/too long/);
  expect(encryptPush('x'.repeat(3_993), EXAMPLE, EXAMPLE)).toHaveLength(4_096);
});
