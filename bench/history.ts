import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { sql as raw } from 'kysely';
import type { ChannelId } from '@carillon/kernel/ids.js';
import * as wire from '@carillon/wire/rest/chat.js';
import type { Sql } from '@carillon/server/platform/database/database.js';
import { fillRoom, tidyUp } from './fill-room.js';
import { machine, median, round as rounded } from './figures.js';

/**
 * What a page of history and a search cost in a room of 1,000,000 messages beside a room of 1,000, through the public door, one request after
 * another: milliseconds, medians of requests that take turns.
 *
 *     npm run bench -- history [--messages 1000000] [--json] [--postgres]
 */
const { values } = parseArgs({ options: { messages: { type: 'string', default: '1000000' }, json: { type: 'boolean', default: false }, postgres: { type: 'boolean', default: false } } });
const LARGE = Number(values.messages);
const SMALL = 1_000;
const ROUNDS = 150;
const WARM_UP = 20;
const say = (line: string) => void process.stderr.write(`${line}\n`);

const url = process.env['CARILLON_BENCH_DATABASE_URL'];
// The world reads it when it is loaded.
if (url !== undefined) process.env['CARILLON_TEST_DATABASE_URL'] = url;
const { createWorld, setUpOwner } = await import('@carillon/testkit/world.js');
const world = await createWorld();
const sql: Sql = world.app.system.database.sql;
const olga = await setUpOwner(world);

const room = async (name: string) => (await olga.call(wire.createRoom, { body: { name, personIds: [] } })).channel.id;
const [small, large] = [await room('Small'), await room('Large')];
const began = performance.now();
const newestAt = world.app.system.now();
for (const [channelId, count] of [[small, SMALL], [large, LARGE]] as const) await fillRoom(sql, { channelId, senderId: olga.me.id, count, words: 12, newestAt, say });
const fillS = (performance.now() - began) / 1_000;
say(`Filled in ${fillS.toFixed(0)} s; analyze …`);
await tidyUp(world.app.system.database);

const search = (q: string, found: number | 'page') => async (channelId: ChannelId) => {
  const { messages } = await olga.call(wire.searchMessages, { body: { q, in: channelId } });
  if (found === 'page' ? messages.length === 0 : messages.length !== found) throw new Error(`${q}: ${messages.length}`);
};
const CASES: Record<string, (channelId: ChannelId, count: number) => Promise<unknown>> = {
  newest: channelId => olga.call(wire.listMessages, { params: { channelId }, query: { limit: 50 } }),
  middle: (channelId, count) => olga.call(wire.listMessages, { params: { channelId }, query: { around: Math.floor(count / 2), limit: 50 } }),
  rare: search('ornitorinco', 1),
  common: search('riunioni', 'page'),
  absent: search('dodo', 0),
  'common and rare': search('riunioni ornitorinco', 1),
  'common and absent': search('riunioni dodo', 0),
};
const figures: Record<string, { smallMs: number; largeMs: number; ratio: number }> = {};
for (const [name, ask] of Object.entries(CASES)) {
  const times = { small: [] as number[], large: [] as number[] };
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [which, id, count] of [['small', small, SMALL], ['large', large, LARGE]] as const) {
      const before = performance.now();
      await ask(id, count);
      if (round >= 0) times[which].push(performance.now() - before);
    }
  }
  const [smallMs, largeMs] = [median(times.small), median(times.large)];
  figures[name] = { smallMs: rounded(smallMs, 2), largeMs: rounded(largeMs, 2), ratio: rounded(largeMs / smallMs, 2) };
  say(`${name}: ${figures[name].smallMs} ms in a room of ${SMALL}, ${figures[name].largeMs} ms in one of ${LARGE} (ratio ${figures[name].ratio})`);
}
const { rows: [size] } = await raw<{ words: number; messages: number }>`
  select pg_total_relation_size('message_word') / 1048576 as words, pg_total_relation_size('message') / 1048576 as messages`.execute(sql);
await world.stop();
if (values.json) {
  process.stdout.write(`${JSON.stringify({
    bench: 'history', db: url === undefined ? 'pglite' : 'postgresql', messages: LARGE, fillS: Math.round(fillS), wordsMB: Number(size?.words), messagesMB: Number(size?.messages), ...figures,
    ...machine(),
  })}\n`);
}
process.exit(0);
