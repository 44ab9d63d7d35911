import { expect, test } from 'vitest';
import { systemChance } from './chance.js';
import { createIds, isId } from './ids.js';

test('ids made within one millisecond sort in the order they were made, also past 4,096 of them', () => {
  const ids = createIds({ now: () => 1_764_000_000_000 }, systemChance);
  const made = Array.from({ length: 10_000 }, () => ids.next());
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(10_000);
});

test('an id is a lower-case UUID of version 7 that carries its time', () => {
  const id = createIds({ now: () => 0x0192_3456_789a }, systemChance).next();
  expect(isId(id)).toBe(true);
  expect(id).toMatch(/^01923456-789a-7000-[89ab]/);
});

test('a clock that runs back does not make an id sort before an earlier one', () => {
  let now = 2_000;
  const ids = createIds({ now: () => now }, systemChance);
  const first = ids.next();
  now = 1_000;
  expect(ids.next() > first).toBe(true);
});
