import { parseArgs } from 'node:util';
import { ChatRooms } from './chat-room.js';
import { machine, median, quantile, round } from './figures.js';

/**
 * What delivering one chat message costs: sent through the public door, permission checked and stored, to the N sockets of a room; beside a bare `ws`
 * send of the same frame in the same process and run, in rounds that take turns. CPU time of all threads of the server process for each delivery,
 * median of the rounds; for the smallest N also with 20 messages sent at once, which leave as joined frames.
 *
 *     npm run bench -- chat [--n 1000,5000] [--json]
 */
const { values } = parseArgs({ options: { n: { type: 'string', default: '1000,5000' }, json: { type: 'boolean', default: false } } });
const sizes = values.n.split(',').map(Number).sort((a, b) => a - b);
/** The larger the room, the fewer messages make a figure. */
const DELIVERIES_A_ROUND = 12_000;
const MESSAGES_MIN = 4;
const ROUNDS = 7;

const say = (line: string) => void process.stderr.write(`${line}\n`);

async function measureRoom(chat: ChatRooms, n: number) {
  const messages = Math.max(MESSAGES_MIN, Math.round(DELIVERIES_A_ROUND / n));
  const figures = { us: [] as number[], bareUs: [] as number[], burstUs: [] as number[], latenciesMs: [] as number[] };
  await chat.oneByOne(n, MESSAGES_MIN);
  await chat.bare(n, MESSAGES_MIN);
  for (let turn = 0; turn < ROUNDS; turn++) {
    const one = await chat.oneByOne(n, messages);
    figures.us.push(one.us);
    figures.latenciesMs.push(...one.latenciesMs);
    figures.bareUs.push((await chat.bare(n, messages)).us);
    if (n === sizes[0]) figures.burstUs.push((await chat.atOnce(n)).us);
  }
  const us = round(median(figures.us), 2);
  const bareUs = round(median(figures.bareUs), 2);
  const latency = { p50Ms: round(quantile(figures.latenciesMs, 0.5), 2), p99Ms: round(quantile(figures.latenciesMs, 0.99), 2) };
  return { us, bareUs, ratio: round(us / bareUs, 2), burstUs: round(median(figures.burstUs), 2), ...latency };
}

say(`Making and warming up a server with rooms of ${sizes.join(' and ')} people …`);
const chat = await ChatRooms.start(sizes);
const figures: Record<string, unknown> = { bench: 'chat', n: sizes[0], db: 'pglite' };
for (const n of sizes) {
  say(`Connecting up to ${n} sockets and as many bare ones …`);
  await chat.connect(n);
  const { us, bareUs, ratio, burstUs, p50Ms, p99Ms } = await measureRoom(chat, n);
  say(`N = ${n}: ${us} µs a delivery; a bare ws send ${bareUs} µs (ratio ${ratio}); p50 ${p50Ms} ms, p99 ${p99Ms} ms`);
  if (n === sizes[0]) {
    say(`N = ${n}, 20 at once: ${burstUs} µs a delivery`);
    Object.assign(figures, { usPerDelivery: us, bareUs, ratio, burstUsPerDelivery: burstUs, p50Ms, p99Ms });
  } else Object.assign(figures, { [`usPerDelivery${n}`]: us, [`bareUs${n}`]: bareUs, [`ratio${n}`]: ratio, [`p50Ms${n}`]: p50Ms, [`p99Ms${n}`]: p99Ms });
}
await chat.stop();
if (values.json) process.stdout.write(`${JSON.stringify({ ...figures, ...machine() })}\n`);
