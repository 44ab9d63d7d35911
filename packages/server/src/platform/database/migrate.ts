import type { Migration } from '../../migrations/list.js';

/** What the migrator needs of a connection. */
export interface MigrationConnection {
  /** Several statements, no parameters. */
  script(sql: string): Promise<void>;
  query(sql: string, parameters: unknown[]): Promise<Record<string, unknown>[]>;
}

export class DatabaseIsNewer extends Error {
  constructor(name: string) {
    super(`This data was written by a newer Carillon (it knows "${name}", this version does not). Start that version, or restore a backup.`);
    this.name = 'DatabaseIsNewer';
  }
}

const CREATE_LIST = 'create table if not exists schema_migration (name text primary key, applied_at timestamptz not null)';

/** Names of the migrations that have been applied, oldest first. */
export async function readApplied(connection: MigrationConnection): Promise<string[]> {
  await connection.script(CREATE_LIST);
  const rows = await connection.query('select name from schema_migration order by name', []);
  return rows.map(row => String(row['name']));
}

/** Those not yet applied. Refuses a database that knows migrations this program does not. */
export function checkPending(applied: readonly string[], known: readonly Migration[]): Migration[] {
  const names = new Set(known.map(migration => migration.name));
  const unknown = applied.find(name => !names.has(name));
  if (unknown !== undefined) throw new DatabaseIsNewer(unknown);
  return known.filter(migration => !applied.includes(migration.name));
}

/** Each migration commits with its own row in the list, so that a process killed between two goes on where it was. */
export async function applyMigrations(connection: MigrationConnection, known: readonly Migration[], nowMs: number): Promise<Migration[]> {
  const pending = checkPending(await readApplied(connection), known);
  for (const migration of pending) {
    await connection.script('begin');
    try {
      await connection.script(migration.sql);
      await connection.query('insert into schema_migration (name, applied_at) values ($1, $2)', [migration.name, new Date(nowMs)]);
      await connection.script('commit');
    } catch (error) {
      await connection.script('rollback');
      throw error;
    }
  }
  if (pending.length > 0) await connection.script('analyze');
  return pending;
}
