import { expect, test } from 'vitest';
import { endOfPrefix } from './list-objects.js';

test('the end of a prefix is above all that begins with it, and below everything else that follows', () => {
  for (const [prefix, end] of [['a/', 'a0'], ['', undefined], ['a\u{10ffff}', 'b'], ['\u{10ffff}', undefined], ['\ud7ff', '\ue000'], ['é', 'ê'], ['\u007f', '\u0080'], ['\uffff', '\u{10000}']] as const) {
    expect([prefix, endOfPrefix(prefix)]).toEqual([prefix, end]);
    if (end === undefined) continue;
    for (const more of ['', 'x', '\u{10ffff}', '\u{10ffff}\u{10ffff}']) expect(Buffer.compare(Buffer.from(prefix + more), Buffer.from(end))).toBe(-1);
  }
});
