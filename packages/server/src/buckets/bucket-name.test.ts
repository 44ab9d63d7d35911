import { expect, test } from 'vitest';
import { isBucketName } from './bucket-name.js';

test('URP-04 names of buckets follow the printed rules', () => {
  for (const name of ['abc', 'my-bucket', 'a.b.c', '0reports', 'x'.repeat(63), '1.2.3', '1.2.3.4a']) expect([name, isBucketName(name)]).toEqual([name, true]);
  for (const name of ['ab', 'x'.repeat(64), '192.168.5.4', 'Upper', '-abc', '.abc', 'abc-', 'abc.', 'a..b', 'a.-b', 'a-.b', 'a_b', 'a b', 'è-bucket', '../etc']) expect([name, isBucketName(name)]).toEqual([name, false]);
});
