import { expect, test } from 'vitest';
import { chooseRecords, fileKey } from './deliver-trails.js';

test('CTR-01 a file of records has the key that CloudTrail gives it', () => {
  const key = fileKey({ ownerAccountId: '123456789012', prefix: 'logs' }, 'us-east-1', new Date('2026-11-24T09:05:59Z'), { bytes: count => Uint8Array.from({ length: count }, (_, i) => i * 37) });
  expect(key).toMatch(/^logs\/AWSLogs\/123456789012\/CloudTrail\/us-east-1\/2026\/11\/24\/123456789012_CloudTrail_us-east-1_20261124T0905Z_[A-Za-z]{16}\.json\.gz$/);
});

test('a file holds records of one region, the oldest first, as many as fit and at least one', () => {
  const record = (eventId: string, region: string, bytes: number) => ({ eventId, region, bytes });
  const waiting = [record('a', 'us-east-1', 60), record('b', 'eu-south-1', 10), record('c', 'us-east-1', 30), record('d', 'us-east-1', 30), record('e', 'us-east-1', 1)];
  const ids = (bytesMax: number) => chooseRecords(waiting, bytesMax).map(one => one.eventId);
  expect([ids(1_000), ids(90), ids(10), chooseRecords([], 10)]).toEqual([['a', 'c', 'd', 'e'], ['a', 'c'], ['a'], []]);
});
