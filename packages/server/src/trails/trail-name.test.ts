import { expect, test } from 'vitest';
import { isTrailName } from './trail-name.js';

test('CTR-01 names of trails follow CloudTrail’s rule', () => {
  for (const name of ['abc', 'My-Trail_1.x', '0ab', 'x'.repeat(128), '1.2.3', 'a.b_c-d']) expect([name, isTrailName(name)]).toEqual([name, true]);
  for (const name of ['', 'ab', 'x'.repeat(129), '-abc', 'abc-', '.abc', 'a..b', 'a._b', 'a--b', 'a b', '192.168.5.4', 'è-trail', 'a/b', '{self}', 'a\0b']) expect([name, isTrailName(name)]).toEqual([name, false]);
});
