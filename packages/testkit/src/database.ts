import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql as raw, type KyselyPlugin } from 'kysely';
import pg from 'pg';
import { fileURLToPath } from 'node:url';
import type { Log } from '@carillon/server/platform/log.js';
import { openDatabase, type Database, type Sql } from '@carillon/server/platform/database/database.js';

/**
 * A fresh database: a copy of a ready embedded one, or a new database on the PostgreSQL that the test run started. Opening one takes more than a
 * second, most of a door test, so worlds of one test file hand theirs on, emptied.
 */

const entry = (name: string) => new URL(`../../../dist/server/${name}.js`, import.meta.url);
/** Given by tools/test.mjs for the run on PostgreSQL. */
export const POSTGRES_URL = process.env['CARILLON_TEST_DATABASE_URL'];

export interface TestDatabase {
  database: Database;
  /** Opens the same data again, as a restart would. */
  reopen(): Promise<Database>;
  remove(): Promise<void>;
}

/** `limits` are shorter times than a server's, for tests of what happens when they are over. */
export async function createTestDatabase(
  dataFolder: string,
  nowMs: number,
  log: Log,
  limits: { statementTimeoutMs?: number; connectionWaitMs?: number } = {},
): Promise<TestDatabase> {
  const url = POSTGRES_URL === undefined ? undefined : await createPostgresDatabase(POSTGRES_URL);
  if (url === undefined) await copyTemplate(dataFolder, nowMs, log);
  const reopen = () => openDatabase({ url, dataFolder, nowMs, log, entries: { pgliteWorker: entry('pglite-worker'), pgliteCreate: entry('pglite-create') }, progress: () => {}, ...limits });
  return { database: await reopen(), reopen, remove: async () => rmSync(dataFolder, { recursive: true, force: true }) };
}

/** Made once for all test files; whoever comes first makes it, and a race ends with one of two equal ones. */
async function copyTemplate(dataFolder: string, nowMs: number, log: Log): Promise<void> {
  const template = fileURLToPath(new URL('../../../.cache/test-database', import.meta.url));
  if (!existsSync(join(template, 'db'))) {
    const making = mkdtempSync(join(tmpdir(), 'carillon-template-'));
    const database = await openDatabase({ url: undefined, dataFolder: making, nowMs, log, entries: { pgliteWorker: entry('pglite-worker'), pgliteCreate: entry('pglite-create') }, progress: () => {} });
    await database.close();
    try {
      cpSync(making, `${template}.${process.pid}`, { recursive: true });
      renameSync(`${template}.${process.pid}`, template);
    } catch {
      // Another worker was first; its template is as good.
      rmSync(`${template}.${process.pid}`, { recursive: true, force: true });
    }
    rmSync(making, { recursive: true, force: true });
  }
  cpSync(join(template, 'db'), join(dataFolder, 'db'), { recursive: true });
}

async function createPostgresDatabase(url: string): Promise<string> {
  const name = `carillon_${process.pid}_${counter++}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`drop database if exists ${name}`);
  await client.query(`create database ${name}`);
  await client.end();
  return Object.assign(new URL(url), { pathname: `/${name}` }).toString();
}

let counter = 0;

interface Kept {
  readonly database: Database;
  end(): Promise<void>;
  /** What the migrations wrote, by table. */
  readonly seeds: ReadonlyMap<string, string>;
  readonly tables: readonly string[];
}

/** Open and in nobody's hands. Outside a test run nothing is kept: it would keep the process from ending. */
const kept: Kept[] = [];
const inTestRun = process.env['VITEST'] !== undefined;
// Registered before any hook of the file that imports this, so it runs after all of them.
if (inTestRun) (await import('vitest')).afterAll(async () => void (await Promise.all(kept.splice(0).map(one => one.end()))));

/** A database for one world. Closing it hands it on; whatever still asks it then gets an error, as from a closed one. */
export async function borrowTestDatabase(nowMs: number, log: Log): Promise<Database> {
  const one = kept.pop() ?? (await open(nowMs, log));
  await empty(one);
  let closed = false;
  const guard: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (closed) throw new Error('The database is closed.');
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return {
    kind: one.database.kind,
    sql: one.database.sql.withPlugin(guard),
    tidyUp: () => one.database.tidyUp(),
    close: async () => {
      if (closed) return;
      closed = true;
      if (inTestRun) kept.push(one);
      else await one.end();
    },
  };
}

async function open(nowMs: number, log: Log): Promise<Kept> {
  const folder = mkdtempSync(join(tmpdir(), 'carillon-database-'));
  const { database, remove } = await createTestDatabase(folder, nowMs, log);
  const { rows } = await raw<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(database.sql);
  const tables = rows.map(row => row.name);
  const seeds = new Map<string, string>();
  for (const table of await filledTables(database.sql, tables)) {
    const { rows: [all] } = await raw<{ rows: string }>`select json_agg(t)::text as rows from ${raw.table(table)} t`.execute(database.sql);
    seeds.set(table, all!.rows);
  }
  const end = async () => {
    await database.close();
    await remove();
  };
  return { database, end, seeds, tables };
}

/** Back to what the migrations made. Deleting from the few filled tables takes milliseconds, truncating eighty a second. */
async function empty({ database, seeds, tables }: Kept): Promise<void> {
  await database.sql.transaction().execute(async tx => {
    // Foreign keys have no say for the length of this transaction.
    await raw`set local session_replication_role = replica`.execute(tx);
    for (const table of await filledTables(tx, tables)) await raw`delete from ${raw.table(table)}`.execute(tx);
    for (const [table, rows] of seeds) await raw`insert into ${raw.table(table)} select * from json_populate_recordset(null::${raw.table(table)}, ${rows}::json)`.execute(tx);
  });
}

async function filledTables(sql: Sql, tables: readonly string[]): Promise<string[]> {
  const { rows } = await raw<{ name: string }>`${raw.join(tables.map(table => raw`select ${table}::text as name where exists (select 1 from ${raw.table(table)})`), raw` union all `)}`.execute(sql);
  return rows.map(row => row.name);
}
