import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { ServerAnswer, ServerCommand, SocketsAnswer, SocketsCommand } from './chat-messages.js';

/**
 * What delivering one chat message costs: sent through the public door, permission checked and stored, to N sockets of a room; beside a bare `ws`
 * send of the same frame in the same process and run. CPU time of all threads of the server process for each delivery, median of the rounds.
 *
 *     npm run bench -- chat [--n 1000] [--json]
 */
const { values } = parseArgs({ options: { n: { type: 'string', default: '1000' }, json: { type: 'boolean', default: false } } });
const n = Number(values.n);
const ROUNDS = 7;
const MESSAGES = 12;
const WARM_UP = 6;
const TOGETHER = 20;

const say = (line: string) => void process.stderr.write(`${line}\n`);
const start = (file: string) => fork(fileURLToPath(new URL(file, import.meta.url)), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });

async function ask<Answer>(child: ChildProcess, command: ServerCommand | SocketsCommand): Promise<Answer> {
  const answer = once(child, 'message') as Promise<[Answer]>;
  child.send(command);
  return (await answer)[0];
}

const server = start('./chat-server.ts');
const sockets = start('./chat-sockets.ts');
const [listening] = (await once(server, 'message')) as [Extract<ServerAnswer, { kind: 'listening' }>];
say(`Making a room of ${n} people …`);
const seeded = await ask<Extract<ServerAnswer, { kind: 'seeded' }>>(server, { kind: 'seed', count: n });
say(`Connecting ${n} sockets and ${n} bare ones …`);
await ask<SocketsAnswer>(sockets, { kind: 'connect', url: listening.url, cookies: seeded.cookies, barePort: listening.barePort });

let sent = 0;
async function post(): Promise<string> {
  const cookie = seeded.cookies[sent++ % seeded.cookies.length]!;
  const content = `A message of an ordinary length, as people write them all day long. sent-at-${(performance.timeOrigin + performance.now()).toFixed(3)}`;
  const response = await fetch(`${listening.url}/api/channels/${seeded.channelId}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-carillon': '1', cookie },
    body: JSON.stringify({ clientToken: `bench-${String(sent).padStart(8, '0')}`, content }),
  });
  if (!response.ok) throw new Error(await response.text());
  return JSON.stringify(await response.json());
}

async function usage(): Promise<number> {
  return (await ask<Extract<ServerAnswer, { kind: 'usage' }>>(server, { kind: 'usage' })).cpuUs;
}

/** `deliver` makes `pushes` deliveries; CPU µs of the server for each. */
async function measure(which: 'chat' | 'bare', pushes: number, deliver: () => Promise<unknown>): Promise<{ us: number; latenciesMs: number[] }> {
  const all = once(sockets, 'message') as Promise<[Extract<SocketsAnswer, { kind: 'all' }>]>;
  sockets.send({ kind: 'expect', which, pushes } satisfies SocketsCommand);
  const before = await usage();
  await deliver();
  const [{ latenciesMs }] = await all;
  return { us: ((await usage()) - before) / pushes, latenciesMs };
}

const oneByOne = (messages: number) => measure('chat', messages * n, async () => {
  for (let i = 0; i < messages; i++) await post();
});
const atOnce = () => measure('chat', TOGETHER * n, () => Promise.all(Array.from({ length: TOGETHER }, post)));

say('Measuring …');
await oneByOne(WARM_UP);
const frame = JSON.stringify({ t: 'event', event: { kind: 'message', seq: 1, channelId: seeded.channelId, at: '2026-11-24T09:00:00.000Z', message: (JSON.parse(await post()) as { message: unknown }).message } });
const bareRound = () => measure('bare', MESSAGES * n, () => ask<ServerAnswer>(server, { kind: 'bare', text: frame, frames: MESSAGES }));
await bareRound();
const chat: number[] = [];
const bare: number[] = [];
const burst: number[] = [];
const latencies: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const one = await oneByOne(MESSAGES);
  chat.push(one.us);
  latencies.push(...one.latenciesMs);
  bare.push((await bareRound()).us);
  burst.push((await atOnce()).us);
}
server.disconnect();
sockets.disconnect();

const median = (list: readonly number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const quantile = (list: readonly number[], q: number) => list.toSorted((a, b) => a - b)[Math.floor(list.length * q)] ?? 0;
const round2 = (value: number) => Math.round(value * 100) / 100;
const figures = {
  bench: 'chat', n, db: 'pglite', usPerDelivery: round2(median(chat)), bareUs: round2(median(bare)), ratio: round2(median(chat) / median(bare)), burstUsPerDelivery: round2(median(burst)),
  p50Ms: round2(quantile(latencies, 0.5)), p99Ms: round2(quantile(latencies, 0.99)), machine: `${cpus().length} × ${cpus()[0]?.model ?? ''}`, node: process.version,
};
say(`${figures.usPerDelivery} µs a delivery; a bare ws send ${figures.bareUs} µs (ratio ${figures.ratio}); ${TOGETHER} at once ${figures.burstUsPerDelivery} µs; p50 ${figures.p50Ms} ms, p99 ${figures.p99Ms} ms`);
if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
