import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { sql as raw } from 'kysely';
import type { ChannelId } from '@carillon/kernel/ids.js';
import * as wire from '@carillon/wire/rest/chat.js';
import type { Sql } from '@carillon/server/platform/database/database.js';

/**
 * What a page of history and a search cost in a room of 1,000,000 messages beside a room of 1,000, through the public door, one request after
 * another: milliseconds, medians of requests that take turns.
 *
 *     npm run bench -- history [--messages 1000000] [--json] [--postgres]
 */
const { values } = parseArgs({ options: { messages: { type: 'string', default: '1000000' }, json: { type: 'boolean', default: false }, postgres: { type: 'boolean', default: false } } });
const LARGE = Number(values.messages);
const SMALL = 1_000;
/** Whole blocks of the table of words, so that each is written once. */
const BATCH = 4_096;
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

/** Twelve words of a vocabulary in which some are a thousand times as frequent as others, `riunione` in each, `ornitorinco` in one message in the middle. */
async function fill(channelId: ChannelId, count: number): Promise<void> {
  for (let first = 1, last = 0; last < count; first = last + 1) {
    last = Math.min(count, first - (first % BATCH) + BATCH - 1);
    await raw`
      insert into message (channel_id, seq, ordinal, id, sender_id, sender_kind, sender_name, content, client_token, created_at)
      select ${channelId}::uuid, n, n, gen_random_uuid(), ${olga.me.id}::uuid, 'person', 'Olga',
        'riunione ' || case when n = ${Math.floor(count / 2)}::bigint then 'ornitorinco ' else '' end
          || (select string_agg('parola' || floor(20000 * power(random(), 3))::int, ' ') from generate_series(1, 12) k where n > 0),
        'bench-' || n, ${world.app.system.now()}::timestamptz - make_interval(secs => ${count}::bigint - n)
      from generate_series(${first}::bigint, ${last}::bigint) n`.execute(sql);
    await raw`update channel set last_seq = ${last}, message_count = ${last} where id = ${channelId}`.execute(sql);
    if (first % (BATCH * 25) === 0) say(`${last} messages`);
  }
}

const room = async (name: string) => (await olga.call(wire.createRoom, { body: { name, personIds: [] } })).channel.id;
const [small, large] = [await room('Small'), await room('Large')];
const began = performance.now();
await fill(small, SMALL);
await fill(large, LARGE);
const fillS = (performance.now() - began) / 1_000;
say(`Filled in ${fillS.toFixed(0)} s; analyze …`);
if (url === undefined) await world.app.system.database.tidyUp();
else for (const table of ['message', 'message_word', 'channel', 'channel_member', 'person', 'session']) await raw.raw(`vacuum (analyze) ${table}`).execute(sql);

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
const median = (list: readonly number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
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
  figures[name] = { smallMs: Math.round(smallMs * 100) / 100, largeMs: Math.round(largeMs * 100) / 100, ratio: Math.round((largeMs / smallMs) * 100) / 100 };
  say(`${name}: ${figures[name].smallMs} ms in a room of ${SMALL}, ${figures[name].largeMs} ms in one of ${LARGE} (ratio ${figures[name].ratio})`);
}
const { rows: [size] } = await raw<{ words: number; messages: number }>`
  select pg_total_relation_size('message_word') / 1048576 as words, pg_total_relation_size('message') / 1048576 as messages`.execute(sql);
await world.stop();
if (values.json) {
  process.stdout.write(`${JSON.stringify({
    bench: 'history', db: url === undefined ? 'pglite' : 'postgresql', messages: LARGE, fillS: Math.round(fillS), wordsMB: Number(size?.words), messagesMB: Number(size?.messages), ...figures,
    machine: `${cpus().length} × ${cpus()[0]?.model ?? ''}`, node: process.version,
  })}\n`);
}
process.exit(0);
