import { describe, expect, it } from 'vitest';
import { findJsonFault } from './json-fault.js';

describe('the place where a text stops being JSON', () => {
  it('is nowhere in what is JSON', () => {
    for (const text of ['{}', '[]', ' {"a": [1, -2.5e3, true, null, "x\\n\\u00e8"]} ', '"x"', '[{"a":{}},[]]']) expect(findJsonFault(text), text).toBeUndefined();
  });

  it('is told by line and column', () => {
    expect(findJsonFault('')).toEqual({ line: 1, column: 1 });
    expect(findJsonFault('{\n  "a": 1,\n}')).toEqual({ line: 3, column: 1 });
    expect(findJsonFault('{\n  "a": 1\n  "b": 2\n}')).toEqual({ line: 3, column: 3 });
    expect(findJsonFault('{"a" 1}')).toEqual({ line: 1, column: 6 });
    expect(findJsonFault('[1 2]')).toEqual({ line: 1, column: 4 });
    expect(findJsonFault('[1}')).toEqual({ line: 1, column: 3 });
    expect(findJsonFault('{a: 1}')).toEqual({ line: 1, column: 2 });
    expect(findJsonFault('[01]')).toEqual({ line: 1, column: 2 });
    expect(findJsonFault('[1,]')).toEqual({ line: 1, column: 4 });
    expect(findJsonFault('{"a": "x\ny"}')).toEqual({ line: 1, column: 7 });
    expect(findJsonFault('{"a": 1')).toEqual({ line: 1, column: 8 });
    expect(findJsonFault('{} {}')).toEqual({ line: 1, column: 4 });
  });
});
