import { expect, test } from 'vitest';
import { CHECKSUM_ALGORITHMS, compositeChecksum, isChecksum, startChecksum } from './checksums.js';
import type { ChecksumAlgorithm } from './model.js';

function checksum(algorithm: ChecksumAlgorithm, ...pieces: string[]): Buffer {
  const running = startChecksum(algorithm);
  for (const piece of pieces) running.update(Buffer.from(piece));
  return running.digest();
}

test('checksums give the published check values, in whatever pieces the bytes come', () => {
  const published: Record<ChecksumAlgorithm, string> = {
    CRC32: 'cbf43926', CRC32C: 'e3069283', CRC64NVME: 'ae8b14860a799888', SHA1: 'f7c3bc1d808e04732adf679965ccc34ca7ae3441', SHA256: '15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225',
  };
  for (const algorithm of CHECKSUM_ALGORITHMS) {
    expect([algorithm, checksum(algorithm, '123456789').toString('hex')]).toEqual([algorithm, published[algorithm]]);
    expect(checksum(algorithm, '', '1', '2345', '6789')).toEqual(checksum(algorithm, '123456789'));
  }
  // RFC 3720, B.4: 32 bytes of zeroes, in its byte order.
  expect(checksum('CRC32C', '\0'.repeat(32)).toString('hex')).toBe('8a9136aa');
});

test('a checksum has the length of its algorithm, and nothing else is one', () => {
  for (const algorithm of CHECKSUM_ALGORITHMS) expect(isChecksum(algorithm, checksum(algorithm, 'x').toString('base64'))).toBe(true);
  for (const text of ['', 'AAAA', '!!!!', 'AAAAAA==x', 'AAAAAAAAAAA=']) expect([text, isChecksum('CRC32', text)]).toEqual([text, false]);
});

test('parts are summed up by their own checksums', () => {
  const part = (text: string) => ({ checksum: { algorithm: 'SHA256', type: 'FULL_OBJECT', value: checksum('SHA256', text).toString('base64') } as const });
  const whole = startChecksum('SHA256');
  whole.update(Buffer.concat([checksum('SHA256', 'a'), checksum('SHA256', 'b')]));
  expect(compositeChecksum('SHA256', [part('a'), part('b')])).toEqual({ algorithm: 'SHA256', type: 'COMPOSITE', value: `${whole.digest().toString('base64')}-2` });
  expect(compositeChecksum('CRC32', [part('a')])).toBeNull();
});
