import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { fileURLToPath } from 'node:url';
import type { Log } from '@carillon/server/platform/log.js';
import { openDatabase, type Database } from '@carillon/server/platform/database/database.js';

/**
 * A fresh database for one world: a copy of a ready embedded one, or a new database on the PostgreSQL that the test run
 * started.
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
