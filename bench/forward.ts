import type { ChildProcess } from 'node:child_process';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { ClientPeer } from '@carillon/media/transport/client-peer.fixture.js';
import type { ForwardReceiverMessage, ForwardWorkerCommand, ForwardWorkerMessage } from './forward-messages.js';
import { toWire } from './forward-messages.js';
import { ask, hear, startProcess } from './processes.js';

/**
 * What forwarding one packet costs: a publisher sends bursts of 1,100-byte packets to a media worker (a process of its
 * own, DTLS-SRTP in and out), which forwards each to N receivers (sockets of a third process, which count). The figure
 * is the CPU time of the worker, user and system, for each packet forwarded: median of several short runs. Loopback
 * only.
 *
 *     node --import tsx bench/forward.ts [--n 50] [--burst 8] [--egress dgram] [--json]
 */
const PACKET_BYTES = 1_100;
const HEADER_BYTES = 12;
const PACKETS_PER_S = 800;
const WARM_UP_MS = 1_500;
const RUN_MS = 1_500;
const RUNS = 7;
const SSRC = 0x10203040;

const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '50' }, burst: { type: 'string', default: '8' }, egress: { type: 'string', default: '' }, json: { type: 'boolean', default: false },
  },
});
const receiverCount = Number(values.n);
const burst = Number(values.burst);

async function usage(worker: ChildProcess): Promise<{ cpuUs: number; forwarded: number }> {
  const answer = await ask<ForwardWorkerMessage>(worker, { kind: 'usage' } satisfies ForwardWorkerCommand);
  if (answer.kind !== 'usage') throw new Error('The worker gave another answer than asked for.');
  return answer;
}

/** Sends bursts at the wanted rate for `durationMs`, late bursts included. */
async function publish(publisher: ClientPeer, from: number, durationMs: number): Promise<number> {
  const payload = Buffer.alloc(PACKET_BYTES - HEADER_BYTES, 0x5a);
  const header = { payloadType: 96, marker: false, sequenceNumber: 0, timestamp: 0, extensions: [] };
  const startMs = performance.now();
  let sent = 0;
  while (performance.now() - startMs < durationMs) {
    const due = Math.floor((performance.now() - startMs) * PACKETS_PER_S / 1_000 / burst) * burst;
    for (let i = 0; sent < due && i < 4 * burst; i += 1, sent += 1) {
      publisher.sendRtp(SSRC, { ...header, sequenceNumber: (from + sent) & 0xffff, timestamp: from + sent }, payload);
    }
    await new Promise(resolve => { setTimeout(resolve, 1); });
  }
  return sent;
}

async function main(): Promise<void> {
  const worker = startProcess('./forward-worker.ts');
  const receivers = startProcess('./forward-receivers.ts');
  const opened = await ask<ForwardWorkerMessage>(worker, { kind: 'open', receivers: receiverCount, egress: values.egress === 'dgram' ? 'dgram' : 'best' } satisfies ForwardWorkerCommand);
  if (opened.kind !== 'opened') throw new Error('The worker did not open.');
  const publisher = await ClientPeer.open();
  receivers.send({ kind: 'connect', locals: opened.receivers });
  const connections = (async () => {
    for (;;) {
      const message = await hear<ForwardReceiverMessage>(receivers);
      if (message.kind === 'remote') worker.send({ kind: 'start', index: message.index, remote: message.remote } satisfies ForwardWorkerCommand);
      else return;
    }
  })();
  worker.send({ kind: 'start', index: -1, remote: toWire(publisher.remoteParameters) } satisfies ForwardWorkerCommand);
  await publisher.connect(opened.publisher);
  await connections;
  process.stderr.write(`${receiverCount} receivers connected, egress ${opened.egress}, bursts of ${burst}.\n`);

  let sent = await publish(publisher, 0, WARM_UP_MS);
  const figures: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const before = await usage(worker);
    sent += await publish(publisher, sent, RUN_MS);
    const after = await usage(worker);
    const usPerPacket = (after.cpuUs - before.cpuUs) / Math.max(1, after.forwarded - before.forwarded);
    figures.push(usPerPacket);
    process.stderr.write(`run ${run + 1}: ${after.forwarded - before.forwarded} packets, ${usPerPacket.toFixed(2)} us each\n`);
  }
  receivers.send({ kind: 'count' });
  const counted = await hear<ForwardReceiverMessage>(receivers);
  const forwarded = (await usage(worker)).forwarded;
  if (counted.kind === 'counted') {
    process.stderr.write(`forwarded ${forwarded}, received ${counted.packets} (${(100 * counted.packets / forwarded).toFixed(2)} %)\n`);
  }
  await publisher.close();
  for (const child of [worker, receivers]) child.kill();

  const usPerPacket = Number((figures.sort((a, b) => a - b)[RUNS >> 1] ?? 0).toFixed(2));
  process.stderr.write(`median ${usPerPacket} us of CPU for each forwarded packet\n`);
  const result = { bench: 'forward', n: receiverCount, usPerPacket, machine: cpus()[0]?.model ?? 'unknown', node: process.version };
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
}

await main();
process.exit(0);
