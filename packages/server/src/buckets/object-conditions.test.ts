import { expect, test } from 'vitest';
import { checkConditions, fitsEtag, readRange } from './object-conditions.js';

test('a range is read as RFC 9110 has it, and what is none asks for everything', () => {
  const cases: [string | undefined, number, unknown][] = [
    ['bytes=0-0', 10, { start: 0, end: 0 }], ['bytes=5-', 10, { start: 5, end: 9 }], ['bytes=-3', 10, { start: 7, end: 9 }], ['bytes=-99', 10, { start: 0, end: 9 }], ['bytes=2-99999999999999999', 10, { start: 2, end: 9 }],
    [undefined, 10, undefined], ['', 10, undefined], ['bytes=-', 10, undefined], ['bytes=4-2', 10, undefined], ['bytes=0-1,3-4', 10, undefined], ['items=0-1', 10, undefined], ['bytes=a-b', 10, undefined], ['bytes=--1', 10, undefined],
    [`bytes=${'9'.repeat(40)}-`, 10, undefined],
  ];
  for (const [header, bytes, range] of cases) expect([header, readRange(header, bytes)]).toEqual([header, range]);
});

test('a range outside the object is refused', () => {
  for (const [header, bytes] of [['bytes=10-', 10], ['bytes=10-20', 10], ['bytes=-0', 10], ['bytes=0-0', 0], ['bytes=-5', 0], ['bytes=9999999999999999999-', 10]] as const) {
    expect(() => readRange(header, bytes)).toThrowError(expect.objectContaining({ reason: 'InvalidRange' }));
  }
});

const object = { etag: 'abc', writtenAt: new Date('2026-11-24T09:00:00.700Z') };

test('conditions on reading: the tag goes before the time, and a broken time says nothing', () => {
  const sent = [
    {}, { ifMatch: '"abc"' }, { ifMatch: '*' }, { ifMatch: '"x", "abc"', ifUnmodifiedSince: 'Tue, 24 Nov 2026 08:00:00 GMT' }, { ifNoneMatch: '"x"', ifModifiedSince: 'Tue, 24 Nov 2026 10:00:00 GMT' }, { ifModifiedSince: 'never' },
    { ifUnmodifiedSince: 'Tue, 24 Nov 2026 09:00:00 GMT' }, { ifUnmodifiedSince: 'nonsense' }, { ifModifiedSince: 'Tue, 24 Nov 2026 08:59:59 GMT' },
  ];
  for (const one of sent) expect([one, checkConditions(object, one)]).toEqual([one, 'send']);
  for (const one of [{ ifNoneMatch: '"abc"' }, { ifNoneMatch: 'W/"abc"' }, { ifNoneMatch: '*' }, { ifModifiedSince: 'Tue, 24 Nov 2026 09:00:00 GMT' }]) expect([one, checkConditions(object, one)]).toEqual([one, 'not-modified']);
  for (const one of [{ ifMatch: '"x"' }, { ifUnmodifiedSince: 'Tue, 24 Nov 2026 08:59:59 GMT' }]) expect(() => checkConditions(object, one)).toThrowError(expect.objectContaining({ reason: 'PreconditionFailed' }));
  expect(fitsEtag('abc', 'abc')).toBe(true);
  expect(fitsEtag('"ab"', 'abc')).toBe(false);
});
