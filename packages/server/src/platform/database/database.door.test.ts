import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql as raw } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@carillon/testkit/database.js';
import { createWorld, type World } from '@carillon/testkit/world.js';
import { createLog } from '../log.js';
import { insertJob } from '../jobs.js';
import type { Database, Sql } from './database.js';
import { runGuarded } from './transaction-guard.js';

/** Short enough for a test, long enough for a slow machine. */
const TIMEOUT_MS = 1_500;

let folder: string;
let stored: TestDatabase;
let database: Database;
let world: World;

beforeAll(async () => {
  world = await createWorld();
  folder = mkdtempSync(join(tmpdir(), 'carillon-database-'));
  stored = await createTestDatabase(folder, world.clock.now(), createLog('silent'), { statementTimeoutMs: TIMEOUT_MS });
  ({ database } = stored);
});
afterAll(async () => {
  await database.close();
  await stored.remove();
  await world.stop();
});

/** Runs for minutes. */
const endless = (sql: Sql) => raw`select count(*) from generate_series(1, 2000000000) a, generate_series(1, 1000) b`.execute(sql);
const embedded = () => database.kind === 'pglite';
const enqueue = (sql: Sql, kind: string) => insertJob(world.app.system, sql, kind, {});
const kinds = async () => (await database.sql.selectFrom('job').select('kind').orderBy('kind').execute()).map(row => row.kind);

test('a statement that takes too long is ended and answered, and so is everybody who waited; the service goes on', async () => {
  const answers = await Promise.allSettled([endless(database.sql), ...[1, 2, 3].map(n => raw`select ${n}::int as n`.execute(database.sql))]);
  expect(answers[0]).toMatchObject({ status: 'rejected' });
  expect(answers.slice(1).map(answer => answer.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  expect((await raw<{ n: number }>`select 1 as n`.execute(database.sql)).rows).toEqual([{ n: 1 }]);
});

test('what was committed before survives the end of a statement that took too long, and its transaction leaves nothing', async () => {
  await database.sql.deleteFrom('job').execute();
  await enqueue(database.sql, 'kept');
  const work = database.sql.transaction().execute(async sql => {
    await enqueue(sql, 'lost');
    await endless(sql);
  });
  await expect(work).rejects.toThrow();
  expect(await kinds()).toEqual(['kept']);
});

test('a transaction whose database was replaced under it does not go on beside it', async () => {
  await database.sql.deleteFrom('job').execute();
  const work = database.sql.transaction().execute(async sql => {
    await enqueue(sql, 'first');
    // The mistake is caught by the work itself: the rest must not be written all the same.
    await endless(sql).catch(() => undefined);
    await enqueue(sql, 'second');
  });
  await expect(work).rejects.toThrow();
  expect(await kinds()).toEqual([]);
});

test('whoever asks for another connection inside a transaction fails at once with a sentence that says what to write', async () => {
  await expect(world.app.system.tx(() => world.app.system.sql.selectFrom('job').selectAll().execute())).rejects.toThrow('use tx.sql');
  await expect(runGuarded(() => world.app.system.tx(async () => 'a transaction in a transaction'))).rejects.toThrow('use tx.sql');
  expect(await world.app.system.tx(tx => tx.sql.selectFrom('job').selectAll().limit(0).execute())).toEqual([]);
});

test('after a transaction the same request uses the database again', async () => {
  const { system } = world.app;
  await system.tx(async tx => void (await enqueue(tx.sql, 'afterwards')));
  expect(await system.sql.selectFrom('job').select('kind').where('kind', '=', 'afterwards').execute()).toHaveLength(1);
});

test('whoever waits for the one connection waits for a bounded time', async context => {
  if (!embedded()) return context.skip('PostgreSQL has connections enough');
  const own = await createTestDatabase(mkdtempSync(join(tmpdir(), 'carillon-database-')), world.clock.now(), createLog('silent'), { connectionWaitMs: TIMEOUT_MS });
  const { sql } = own.database;
  let free = () => {};
  const held = sql.transaction().execute(() => new Promise<void>(done => (free = done)));
  await expect(raw`select 1`.execute(sql)).rejects.toMatchObject({ code: 'ServiceUnavailable', cause: { message: expect.stringContaining('was not free') } });
  free();
  await held;
  expect((await raw`select 1 as n`.execute(sql)).rows).toEqual([{ n: 1 }]);
  await own.database.close();
  await own.remove();
});

test('tidying up waits for its turn and does not fall into a transaction', async () => {
  await database.sql.deleteFrom('job').execute();
  const work = database.sql.transaction().execute(async sql => {
    await enqueue(sql, 'one');
    void tidying.catch(() => undefined);
    await enqueue(sql, 'two');
  });
  const tidying = database.tidyUp();
  await work;
  await tidying;
  expect(await kinds()).toEqual(['one', 'two']);
});

test('a statement answers the same the first and the thousandth time, after a refusal, after many others and after its table has grown a column', async () => {
  const { sql } = database;
  await raw`create table tried (n integer primary key, words text[])`.execute(sql);
  for (let n = 0; n < 600; n++) await raw`insert into tried (n, words) values (${n}::int, ${[`w${n}`]}::text[])`.execute(sql);
  await expect(raw`insert into tried (n, words) values (${7}::int, ${['again']}::text[])`.execute(sql)).rejects.toMatchObject({ code: '23505' });
  await expect(raw`select n / ${0}::int from tried`.execute(sql)).rejects.toMatchObject({ code: '22012' });
  await expect(raw`select missing from tried`.execute(sql)).rejects.toMatchObject({ code: '42703' });
  const find = (n: number) => raw`select * from tried where n = ${n}`.execute(sql);
  for (let n = 0; n < 600; n++) expect((await find(n)).rows).toEqual([{ n, words: [`w${n}`] }]);
  for (let i = 0; i < 300; i++) expect((await raw`select ${raw.lit(i)} as one, ${null}::text as nothing`.execute(sql)).rows).toEqual([{ one: i, nothing: null }]);
  const { numAffectedRows } = await raw`delete from tried where n >= ${590}`.execute(sql);
  expect(Number(numAffectedRows)).toBe(10);
  await raw`alter table tried add column more text default 'x'`.execute(sql);
  const grown = await find(3).catch(() => find(3));
  expect(grown.rows).toEqual([{ n: 3, words: ['w3'], more: 'x' }]);
  await raw`drop table tried`.execute(sql);
});

test('a refused first statement leaves no transaction open, and an empty transaction is none', async () => {
  const { sql } = database;
  await expect(sql.transaction().execute(tx => raw`select 1 / 0`.execute(tx))).rejects.toMatchObject({ code: '22012' });
  expect((await raw`select 1 as n`.execute(sql)).rows).toEqual([{ n: 1 }]);
  expect(await sql.transaction().execute(async () => 'nothing was asked')).toBe('nothing was asked');
  await sql.deleteFrom('job').execute();
  await enqueue(sql, 'outside');
  await expect(sql.transaction().execute(async tx => {
    await enqueue(tx, 'taken back');
    throw new Error('no');
  })).rejects.toThrow('no');
  expect(await kinds()).toEqual(['outside']);
});
