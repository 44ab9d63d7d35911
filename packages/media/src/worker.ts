import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { systemChance } from '@carillon/kernel/chance.js';
import { systemClock } from '@carillon/kernel/clock.js';
import { MediaWorker } from './media-worker.js';
import { systemTimers } from './net/timers.js';
import type { WorkerMessage, WorkerOrder, WorkerSettings } from './worker-messages.js';

/** Entry of a worker thread. An uncaught error ends the thread; the node starts another one. */
const METRICS_MS = 5_000;

async function main(port: NonNullable<typeof parentPort>): Promise<void> {
  const tell = (message: WorkerMessage) => port.postMessage(message);
  // The node starts this thread with `WorkerSettings` and nothing else.
  const settings = workerData as WorkerSettings;
  const worker = await MediaWorker.start({
    ...settings,
    clock: systemClock,
    nowMs: () => performance.now(),
    chance: systemChance,
    timers: systemTimers,
    log: (level, message, fields = {}) => tell({ kind: 'log', level, message, fields }),
    report: event => tell({ kind: 'event', event }),
  });
  const metrics = setInterval(() => tell({ kind: 'metrics', values: worker.metrics() }), METRICS_MS);
  port.on('message', (order: WorkerOrder) => {
    if (order.kind === 'debug') return tell({ kind: 'debug', inReplyTo: order.number, snapshot: worker.snapshot(order.meetingId) });
    if (order.kind !== 'stop') return worker.obey(order);
    clearInterval(metrics);
    void worker.close().finally(() => port.close());
  });
  tell({ kind: 'ready', signalPort: worker.signalPort, mediaPort: worker.mediaPort });
}

if (!isMainThread && parentPort !== null) await main(parentPort);
