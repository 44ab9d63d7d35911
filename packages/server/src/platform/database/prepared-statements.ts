import { performance } from 'node:perf_hooks';
import { parse, protocol, type PGlite } from '@electric-sql/pglite';
import type { messages } from '@electric-sql/pglite';
import type { QueryRows } from './pglite.js';

/** Stores have some hundreds of texts; lists of various lengths make more, and the ones not asked for longest go. */
const KEPT_MAX = 400;
/**
 * A plan without values is made for the sizes that tables had then. A table that fills quickly would keep the plan of an empty one until the next
 * `analyze`; prepared anew, a statement is planned for what is there.
 */
const KEPT_MS = 10_000;
/** One that took so long may have the wrong plan for its values: the next five times are planned for theirs. */
const SLOW_MS = 50;
/** Longer texts are lists of one length, which hardly come twice. */
const TEXT_LENGTH_MAX = 4_000;
/** SQLSTATE 0A000, with which PostgreSQL refuses a plan whose columns changed. */
const FEATURE_NOT_SUPPORTED = '0A000';

interface Prepared {
  readonly name: string;
  /** Types of the parameters (OIDs), and the columns of the answer. */
  readonly types: readonly number[];
  readonly columns: messages.BackendMessage | undefined;
  /** By `performance.now()`. */
  freshUntilMs: number;
}

/**
 * Statements of the embedded database by the extended protocol (PostgreSQL's documentation, 55.2.3): each text is parsed once, and from the sixth time
 * on PostgreSQL may keep its plan. In WebAssembly parsing and planning are most of a short statement (docs/decisions/0006).
 */
export class PreparedStatements {
  readonly #database: PGlite;
  /** By text, least recently used first. */
  readonly #kept = new Map<string, Prepared>();
  #count = 0;

  constructor(database: PGlite) {
    this.#database = database;
  }

  /** Fails with the database's own error, which has `message`, `code` and `constraint`. */
  query(sql: string, parameters: readonly unknown[]): Promise<QueryRows> {
    return this.#database.runExclusive(async () => {
      const prepared = this.#find(sql) ?? (await this.#prepare(sql));
      const begunMs = performance.now();
      try {
        return await this.#execute(prepared, parameters);
      } catch (error) {
        // The table has other columns now, or something else that it stands for is not what it was.
        if ((error as { code?: string }).code === FEATURE_NOT_SUPPORTED) prepared.freshUntilMs = -Infinity;
        throw error;
      } finally {
        if (sql.length > TEXT_LENGTH_MAX || performance.now() - begunMs > SLOW_MS) prepared.freshUntilMs = -Infinity;
      }
    });
  }

  async #execute(prepared: Prepared, parameters: readonly unknown[]): Promise<QueryRows> {
    const values = parameters.map((value, i) => this.#serialize(value, prepared.types[i]));
    const answers = await this.#send([protocol.serialize.bind({ statement: prepared.name, values }), protocol.serialize.execute({}), protocol.serialize.sync()]);
    const [result] = parse.parseResults(prepared.columns ? [prepared.columns, ...answers] : answers, this.#database.parsers);
    return { rows: result?.rows ?? [], affected: result?.affectedRows ?? 0 };
  }

  #find(sql: string): Prepared | undefined {
    const prepared = this.#kept.get(sql);
    if (!prepared || performance.now() > prepared.freshUntilMs) return undefined;
    this.#kept.delete(sql);
    this.#kept.set(sql, prepared);
    return prepared;
  }

  async #prepare(sql: string): Promise<Prepared> {
    const name = `s${++this.#count}`;
    const { serialize } = protocol;
    const answers = await this.#send([...this.#closeOne(sql), serialize.parse({ name, text: sql }), serialize.describe({ type: 'S', name }), serialize.sync()]);
    const prepared: Prepared = { name, types: parse.parseDescribeStatementResults(answers), columns: answers.find(answer => answer.name === 'rowDescription'), freshUntilMs: performance.now() + KEPT_MS };
    this.#kept.set(sql, prepared);
    return prepared;
  }

  /** The old one of this text, or the one not asked for longest when there are too many. */
  #closeOne(sql: string): Uint8Array[] {
    const gone = this.#kept.has(sql) ? sql : this.#kept.size >= KEPT_MAX ? this.#kept.keys().next().value : undefined;
    if (gone === undefined) return [];
    const { name } = this.#kept.get(gone)!;
    this.#kept.delete(gone);
    return [protocol.serialize.close({ type: 'S', name })];
  }

  #send(parts: readonly Uint8Array[]): Promise<messages.BackendMessage[]> {
    return this.#database.execProtocolStream(Buffer.concat(parts));
  }

  #serialize(value: unknown, type: number | undefined): string | null {
    if (value === null || value === undefined) return null;
    const serializer = type === undefined ? undefined : this.#database.serializers[type];
    return serializer ? serializer(value) : String(value);
  }
}
