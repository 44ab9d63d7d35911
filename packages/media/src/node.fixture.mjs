import { parentPort, workerData } from 'node:worker_threads';

/**
 * Stands in for a media worker in `node.door.test.ts`: it says what it was told, claims one attendee, and dies or hangs
 * when the test orders the end of the meeting `die` or `hang`.
 */
let hangs = false;
parentPort.on('message', order => {
  if (order.kind === 'stop') {
    if (!hangs) parentPort.close();
    return;
  }
  parentPort.postMessage({ kind: 'log', level: 'info', message: 'told', fields: { order } });
  if (order.kind === 'debug') parentPort.postMessage({ kind: 'debug', inReplyTo: order.number, snapshot: { worker: workerData.worker } });
  if (order.kind === 'end' && order.meetingId === 'die') throw new Error('as ordered');
  if (order.kind === 'end' && order.meetingId === 'hang') hangs = true;
  if (order.kind === 'end' && order.meetingId === 'busy') for (;;) { /* Until it is terminated. */ }
});
parentPort.postMessage({ kind: 'ready', signalPort: 1_000 + workerData.worker, mediaPort: workerData.mediaPort });
parentPort.postMessage({ kind: 'event', event: { kind: 'joined', meetingId: 'm', attendeeId: `a${workerData.worker}`, externalUserId: 'u', at: 1 } });
parentPort.postMessage({ kind: 'metrics', values: { sessions: 1 } });
