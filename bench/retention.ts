import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql as raw } from 'kysely';
import { DAY_MS } from '@carillon/kernel/clock.js';
import * as wire from '@carillon/wire/rest/chat.js';
import { fillRoom, tidyUp } from './fill-room.js';
import { machine, quantile, round } from './figures.js';
import { seedPeople } from './seed-people.js';
import { SteadySender } from './steady-sending.js';

/**
 * How long people who send wait while 1,000,000 messages whose time is over are deleted, beside how long they wait otherwise: they send at a steady
 * pace, by turns into the room that is emptied and into another, first with nothing else going on, then until the job is done.
 *
 *     npm run bench -- retention [--messages 1000000] [--json] [--postgres]
 */
const { values } = parseArgs({ options: { messages: { type: 'string', default: '1000000' }, json: { type: 'boolean', default: false }, postgres: { type: 'boolean', default: false } } });
const MESSAGES = Number(values.messages);
const EVERY_MS = 50;
const IDLE_S = 30;
const WARM_UP_S = 15;
/** Each may send 120 messages a minute. */
const SENDERS = 40;
const DAYS = 10;
const say = (line: string) => void process.stderr.write(`${line}\n`);

const url = process.env['CARILLON_BENCH_DATABASE_URL'];
// The world reads it when it is loaded.
if (url !== undefined) process.env['CARILLON_TEST_DATABASE_URL'] = url;
const { createWorld, makeEnterprise, setUpOwner } = await import('@carillon/testkit/world.js');
const { insertJob } = await import('@carillon/server/platform/jobs.js');
const { insertMembers } = await import('@carillon/server/chat/store.js');
const world = await createWorld();
const { system } = world.app;
const olga = await setUpOwner(world);
await makeEnterprise(world, olga);
const { people, cookies } = await seedPeople(system, olga.me.account!.id, SENDERS);
const room = async (name: string) => {
  const { id } = (await olga.call(wire.createRoom, { body: { name, personIds: [] } })).channel;
  await system.tx(tx => insertMembers(tx.sql, id, people.map(person => ({ id: person, kind: 'person', role: 'Member' })), system.now()));
  return id;
};
const [emptied, other] = [await room('Emptied'), await room('Other')];

let began = performance.now();
await fillRoom(system.sql, { channelId: emptied, senderId: olga.me.id, count: MESSAGES, words: 5, newestAt: new Date(system.clock.now() - 2 * DAYS * DAY_MS), say });
// A period whose grace is over.
const policy = JSON.stringify({ days: DAYS, setAt: new Date(system.clock.now() - 60 * DAY_MS).toISOString(), deletesFrom: new Date(system.clock.now() - 30 * DAY_MS).toISOString() });
await raw`update account set room_retention = ${policy}::jsonb where id = ${olga.me.account!.id}`.execute(system.sql);
say(`Filled in ${Math.round((performance.now() - began) / 1000)} s; analyze …`);
await tidyUp(system.database);

const sender = new SteadySender();
/** Latencies of what was sent while `work` ran. */
async function sendDuring(work: () => Promise<unknown>): Promise<number[]> {
  sender.start({ url: world.url, cookies, channelIds: [emptied, other], everyMs: EVERY_MS });
  await work();
  return sender.stop();
}

const stored = async () => Number((await raw<{ count: number }>`select count(*)::int as count from message where channel_id = ${emptied} and created_at < ${new Date(system.clock.now() - DAYS * DAY_MS)}`.execute(system.sql)).rows[0]?.count);
await sendDuring(() => sleep(WARM_UP_S * 1000));
say('Sending with nothing else going on …');
const idle = await sendDuring(() => sleep(IDLE_S * 1000));
say(`p50 ${round(quantile(idle, 0.5), 1)} ms, p99 ${round(quantile(idle, 0.99), 1)} ms; deleting …`);
began = performance.now();
// What is cheap to read tells how far it is: counting a million rows would keep the senders waiting.
const reached = async () => Number((await raw<{ ordinal: number }>`select expired_ordinal as ordinal from channel where id = ${emptied}`.execute(system.sql)).rows[0]?.ordinal);
const progress = setInterval(() => void reached().then(ordinal => say(`${ordinal} after ${Math.round((performance.now() - began) / 1000)} s`)), 30_000);
const deleting = await sendDuring(async () => {
  await insertJob(system, system.sql, 'chat.retention', {});
  await system.jobs.runDue(system);
});
clearInterval(progress);
const seconds = round((performance.now() - began) / 1000, 1);
const deleted = MESSAGES - (await stored());
await sender.end();
await world.stop();
const figures = {
  bench: 'retention', db: url === undefined ? 'pglite' : 'postgresql', idleP50Ms: round(quantile(idle, 0.5), 1), idleP99Ms: round(quantile(idle, 0.99), 1), deletingP50Ms: round(quantile(deleting, 0.5), 1),
  deletingP99Ms: round(quantile(deleting, 0.99), 1), ratio: round(quantile(deleting, 0.99) / quantile(idle, 0.99), 2), deleted, seconds, sent: deleting.length, ...machine(),
};
say(`${deleted} deleted in ${seconds} s; meanwhile p50 ${figures.deletingP50Ms} ms, p99 ${figures.deletingP99Ms} ms (${figures.ratio} times the idle p99)`);
if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
process.exit(0);
