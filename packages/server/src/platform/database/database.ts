import { fork } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { isoTime } from '@carillon/kernel/clock.js';
import { MIGRATIONS } from '../../migrations/list.js';
import type { Tables } from '../../migrations/tables.js';
import { applyMigrations, checkPending, readApplied, type MigrationConnection } from './migrate.js';
import { pgliteDialect } from './kysely-pglite.js';
import { assertOutsideTransaction } from './transaction-guard.js';
import { PGliteConnection, type EntryPoint } from './pglite.js';

/** What stores take: the database itself or a transaction. */
export type Sql = Kysely<Tables>;

export interface Database {
  readonly kind: 'pglite' | 'postgres';
  readonly sql: Sql;
  /** `analyze` and `vacuum` on the embedded database, which does neither by itself; nothing on PostgreSQL. */
  tidyUp(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** PostgreSQL's URL; the embedded database without one. */
  url: string | undefined;
  /** The data folder; the embedded database lies in `<data>/db`. */
  dataFolder: string;
  nowMs: number;
  log: { info(fields: object, message: string): void; error(fields: object, message: string): void };
  entries: { pgliteWorker: EntryPoint; pgliteCreate: EntryPoint };
  /** Called when a step will take seconds: what a person reads while they wait. */
  progress(step: string): void;
  statementTimeoutMs?: number;
  /** How long whoever needs the embedded database's one connection waits for it. */
  connectionWaitMs?: number;
  /** Backups of the embedded database kept from before migrations. */
  backupsKept?: number;
}

const STATEMENT_TIMEOUT_MS = 15_000;
/** A large table takes longer than anybody would wait for a page. */
const TIDY_TIMEOUT_MS = 10 * 60_000;
const BACKUPS_KEPT = 3;
const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 10_000;

/** Opens the database and brings it to the newest schema. Fails with a sentence for data of a newer version. */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url === undefined ? openEmbedded(options) : openPostgres(options, options.url);
}

async function openEmbedded(options: DatabaseOptions): Promise<Database> {
  const folder = join(options.dataFolder, 'db');
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    options.progress('Creating the database (a few seconds, once)');
    await createEmbedded(options, folder);
  }
  const connection = new PGliteConnection({ folder, entry: options.entries.pgliteWorker, statementTimeoutMs: options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS });
  await connection.open();
  const migration: MigrationConnection = {
    // A step may have to go through everything that is stored.
    script: sql => connection.script(sql, TIDY_TIMEOUT_MS),
    query: async (sql, parameters) => (await connection.query(sql, parameters)).rows as Record<string, unknown>[],
  };
  try {
    const pending = checkPending(await readApplied(migration), MIGRATIONS);
    if (pending.length > 0) {
      options.progress('Updating the database');
      await connection.script('checkpoint');
      backUp(options, folder, pending[0]!.name);
      await applyMigrations(migration, MIGRATIONS, options.nowMs);
    }
  } catch (error) {
    await connection.close();
    throw error;
  }
  const sql = new Kysely<Tables>({ dialect: pgliteDialect(connection, options.connectionWaitMs) });
  return {
    kind: 'pglite',
    sql,
    tidyUp: () => tidyTables(sql, connection),
    close: () => connection.close(),
  };
}

/** Table by table, each in its turn: it must not fall into somebody's transaction, and others come in between. */
async function tidyTables(sql: Sql, connection: PGliteConnection): Promise<void> {
  const { rows } = await connection.query("select tablename as name from pg_tables where schemaname = 'public'");
  for (const { name } of rows as { name: string }[]) {
    // Holding Kysely's one connection is holding the turn.
    await sql.connection().execute(() => connection.script(`vacuum (analyze) ${name}`, TIDY_TIMEOUT_MS));
  }
}

/**
 * A half-made database is thrown away: it is made in a folder beside and renamed by the file system only when whole.
 */
async function createEmbedded(options: DatabaseOptions, folder: string): Promise<void> {
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  await new Promise<void>((done, fail) => {
    const child = fork(options.entries.pgliteCreate, [unfinished, String(options.nowMs)], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    let words = '';
    child.stderr?.on('data', (chunk: Buffer) => (words = (words + chunk.toString()).slice(-2_000)));
    child.once('error', fail);
    child.once('exit', code => (code === 0 ? done() : fail(new Error(`The database could not be created: ${words || `exit code ${code}`}`))));
  });
  renameSync(unfinished, folder);
}

function backUp(options: DatabaseOptions, folder: string, before: string): void {
  const backups = join(options.dataFolder, 'backups');
  mkdirSync(backups, { recursive: true, mode: 0o700 });
  const target = join(backups, `db-${isoTime(options.nowMs).replaceAll(/[:.]/g, '-')}-before-${before}`);
  cpSync(folder, target, { recursive: true });
  options.log.info({ target }, 'the database was copied before its update');
  const old = readdirSync(backups).filter(name => name.startsWith('db-')).sort().slice(0, -(options.backupsKept ?? BACKUPS_KEPT));
  for (const name of old) rmSync(join(backups, name), { recursive: true, force: true });
}

async function openPostgres(options: DatabaseOptions, url: string): Promise<Database> {
  // int8 and numeric sums come as numbers from both drivers; ours stay far below 2^53.
  const types = { getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === 20 ? Number : pg.types.getTypeParser(oid, format as 'text')) };
  const pool = new pg.Pool({
    connectionString: url, max: POOL_SIZE, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, statement_timeout: options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS, application_name: 'carillon', types: types as pg.CustomTypesConfig,
  });
  // Without a listener an idle connection's end, as when the server restarts, ends this process too.
  pool.on('error', error => options.log.error({ err: error }, 'a database connection was lost'));
  const client = await pool.connect();
  try {
    const migration: MigrationConnection = {
      script: async sql => void (await client.query(sql)),
      query: async (sql, parameters) => (await client.query<Record<string, unknown>>(sql, parameters)).rows,
    };
    // Several nodes may start at once; the first migrates, the others wait, as long as it takes.
    await client.query('set statement_timeout = 0');
    await client.query('select pg_advisory_lock(727361)');
    await applyMigrations(migration, MIGRATIONS, options.nowMs);
    await client.query('select pg_advisory_unlock(727361)');
    await client.query('reset statement_timeout');
  } catch (error) {
    client.release(true);
    await pool.end();
    throw error;
  }
  client.release();
  const connect = () => {
    assertOutsideTransaction();
    return pool.connect();
  };
  const sql = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: { connect, end: () => pool.end() } }) });
  return { kind: 'postgres', sql, tidyUp: async () => {}, close: () => sql.destroy() };
}
