import {
  CompiledQuery, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type DatabaseConnection, type Dialect, type Driver, type Kysely, type QueryResult,
} from 'kysely';
import { DatabaseUnavailable, SqlError } from './errors.js';
import type { PGliteConnection, QueryRows } from './pglite.js';
import { assertOutsideTransaction } from './transaction-guard.js';

/** Longer than a statement may take: whoever waits beyond it waits for something that does not end. */
export const CONNECTION_WAIT_MS = 30_000;

/**
 * Kysely over the embedded database. It has one connection, so whoever runs a transaction holds a first-come lock; a
 * plain statement takes its turn in the same queue. `waitMs` bounds the turn's wait; then DatabaseUnavailable.
 */
export function pgliteDialect(connection: PGliteConnection, waitMs = CONNECTION_WAIT_MS): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PGliteDriver(connection, waitMs),
    createIntrospector: (database: Kysely<unknown>) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class PGliteDriver implements Driver {
  readonly #pglite: PGliteConnection;
  readonly #connection: DatabaseConnection;
  readonly #waitMs: number;
  readonly #queue = new Set<() => void>();
  #held = false;
  /** The life of the worker in which the open transaction began. */
  #life: number | undefined;
  /** A transaction begins with its first statement: each message to the worker costs as much as a short statement. */
  #begins = false;

  constructor(pglite: PGliteConnection, waitMs: number) {
    this.#pglite = pglite;
    this.#waitMs = waitMs;
    this.#connection = {
      executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
        const { rows, affected } = await (this.#begins ? this.#beginWith(query) : pglite.query(query.sql, query.parameters, this.#life));
        return { rows: rows as R[], numAffectedRows: BigInt(affected) };
      },
      async *streamQuery(): AsyncIterableIterator<never> {
        throw new Error('The embedded database does not stream.');
      },
    };
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    assertOutsideTransaction();
    if (this.#held) await this.#waitTurn();
    this.#held = true;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#life = undefined;
    const [next] = this.#queue;
    // The lock passes on without opening, so that nobody slips in between.
    if (next) next();
    else this.#held = false;
  }

  async beginTransaction(): Promise<void> {
    this.#begins = true;
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#isEmpty()) return;
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#isEmpty()) return;
    // With its worker the transaction is gone already.
    if (this.#life === this.#pglite.life) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {}

  /** The first statement of a transaction. It belongs to the worker that answered it, if only with a refusal. */
  async #beginWith({ sql, parameters }: CompiledQuery): Promise<QueryRows> {
    this.#begins = false;
    this.#life = this.#pglite.life;
    try {
      const result = await this.#pglite.query(sql, parameters, undefined, true);
      this.#life = this.#pglite.life;
      return result;
    } catch (error) {
      if (error instanceof SqlError) this.#life = this.#pglite.life;
      throw error;
    }
  }

  /** Whether a transaction ends in which no statement ran. */
  #isEmpty(): boolean {
    const empty = this.#begins;
    this.#begins = false;
    return empty;
  }

  #waitTurn(): Promise<void> {
    return new Promise((done, fail) => {
      const turn = () => {
        clearTimeout(timer);
        this.#queue.delete(turn);
        done();
      };
      const timer = setTimeout(() => {
        this.#queue.delete(turn);
        fail(new DatabaseUnavailable(`A connection was not free within ${this.#waitMs} ms.`));
      }, this.#waitMs);
      this.#queue.add(turn);
    });
  }
}
