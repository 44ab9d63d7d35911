import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MediaCommand, MediaReport } from '@carillon/wire/media.js';
import { systemClock } from '@carillon/kernel/clock.js';
import { startMediaNode, type MediaNode } from './node.js';
import { systemTimers, type Timers } from './net/timers.js';

let node: MediaNode;
let reports: MediaReport[];
let told: { worker: unknown; order: MediaCommand }[];
let command: (command: MediaCommand) => void;
let closeLink: () => void;
let wake: () => void;

/** Metrics are due at once, so that no test waits five seconds. */
const timers: Timers = { after: (delayMs, callback) => systemTimers.after(delayMs === 5_000 ? 20 : delayMs, callback) };

beforeEach(async () => {
  [reports, told, wake] = [[], [], () => undefined];
  node = await startMediaNode(
    { mediaPort: 40_000, workerCount: 2, announcedAddresses: [], tokenPublicKey: '', logLevel: 'info' },
    {
      report: report => { reports.push(report); wake(); },
      onCommand: listener => { command = listener; },
      onClose: listener => { closeLink = listener; },
    },
    {
      workerEntry: new URL('./node.fixture.mjs', import.meta.url), clock: systemClock, timers,
      log: (_level, message, fields) => {
        if (message === 'told') told.push({ worker: fields?.['worker'], order: fields?.['order'] as MediaCommand });
        wake();
      },
    },
  );
});

afterEach(() => node.stop());

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise<void>(resolve => { wake = resolve; });
}

function kinds(kind: MediaReport['kind']): MediaReport[] {
  return reports.filter(report => report.kind === kind);
}

test('a node is ready when all its workers listen, and its reports are numbered without a gap', async () => {
  expect(kinds('ready')).toMatchObject([{ signalPorts: [1_000, 1_001], mediaPorts: [40_000, 40_001] }]);
  await until(() => kinds('joined').length === 2 && kinds('metrics').length > 0);
  expect(reports.map(report => report.number)).toEqual(reports.map((_, i) => i + 1));
  await until(() => kinds('metrics').some(report => report.kind === 'metrics' && report.values['sessions'] === 2));
});

test('every worker gets every order once, however often it is repeated', async () => {
  for (const number of [1, 1, 2, 1]) command({ kind: 'remove', number, meetingId: 'm', attendeeId: `a${number}` });
  command({ kind: 'debug', number: 3 });
  await until(() => kinds('debug').length === 1);
  expect(told.filter(entry => entry.order.kind === 'remove').map(entry => `${entry.worker} ${entry.order.number}`).sort()).toEqual(['0 1', '0 2', '1 1', '1 2']);
  expect(kinds('debug')).toMatchObject([{ inReplyTo: 3, snapshot: expect.arrayContaining([{ worker: 0 }, { worker: 1 }]) }]);
});

test('a worker that dies is replaced, its attendees are reported as dropped, and the new one is told what was ordered', async () => {
  await until(() => kinds('joined').length === 2);
  command({ kind: 'orders', number: 1, orders: [{ meetingId: 'old', ended: true, removedAttendeeIds: ['x'] }] });
  command({ kind: 'remove', number: 2, meetingId: 'm', attendeeId: 'ben' });
  command({ kind: 'end', number: 3, meetingId: 'die' });
  await until(() => kinds('worker').filter(report => report.kind === 'worker' && report.state === 'up').length === 2);
  const replayed = () => told.filter(entry => entry.order.kind === 'orders' && entry.order.number === 3);
  await until(() => replayed().length === 2);
  expect(kinds('worker')).toHaveLength(4);
  expect(kinds('left').map(report => report.kind === 'left' && `${report.attendeeId} ${report.reason}`).sort()).toEqual(['a0 dropped', 'a1 dropped']);
  expect(replayed()[0]?.order).toEqual({
    kind: 'orders', number: 3,
    orders: [
      { meetingId: 'old', ended: true, removedAttendeeIds: ['x'] },
      { meetingId: 'm', ended: false, removedAttendeeIds: ['ben'] },
      { meetingId: 'die', ended: true, removedAttendeeIds: [] },
    ],
  });
});

test.each(['m', 'hang', 'busy'])('a node stops within about a second, also with workers that do not (%s)', async meetingId => {
  command({ kind: 'end', number: 1, meetingId });
  await until(() => told.length >= 1);
  const startedMs = performance.now();
  closeLink();
  await node.stop();
  expect(performance.now() - startedMs).toBeLessThan(1_500);
  expect(kinds('worker')).toEqual([]);
});

test('a node whose worker cannot start does not start', async () => {
  const broken = startMediaNode(
    { mediaPort: 40_000, workerCount: 1, announcedAddresses: [], tokenPublicKey: '', logLevel: 'info' },
    { report: () => undefined, onCommand: () => undefined, onClose: () => undefined },
    { workerEntry: new URL('./no-such-worker.mjs', import.meta.url), clock: systemClock, timers, log: () => undefined },
  );
  await expect(broken).rejects.toThrow();
});
