import { statfsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import type { ApiError } from '@carillon/kernel/errors.js';
import { DatabaseUnavailable, SqlError, storageFull } from './errors.js';

/** One statement to the worker, and what comes back. */
export type WorkerRequest =
  | { kind: 'query'; id: number; sql: string; parameters: readonly unknown[]; script: boolean; /** A transaction begins before it. */ begins: boolean }
  | { kind: 'close' };
export type WorkerReply =
  | { kind: 'ready' }
  | { kind: 'closed' }
  | { kind: 'rows'; id: number; rows: unknown[]; affected: number }
  | { kind: 'error'; id: number; message: string; code: string | undefined; constraint: string | undefined };

export interface QueryRows {
  rows: unknown[];
  affected: number;
}

/** A built file that runs as a worker or child: Node starts no TypeScript. `tools/build.mjs` lists them. */
export type EntryPoint = URL;

export interface PGliteOptions {
  folder: string;
  entry: EntryPoint;
  /** A statement that runs longer takes the worker with it: WebAssembly cannot be interrupted. */
  statementTimeoutMs: number;
}

/** A worker that is not ready by then is given up; recovery after a hard end takes a second or two. */
const OPEN_TIMEOUT_MS = 60_000;
/** After a worker that did not start nobody tries again for this long: on a full disk every request would. */
const REOPEN_AFTER_MS = 1_000;
/** With less than one log segment free the database cannot go on writing. */
const FREE_BYTES_MIN = 16 * 1024 * 1024;

interface Waiting {
  done(rows: QueryRows): void;
  fail(error: Error): void;
  timer: NodeJS.Timeout;
}

/**
 * The embedded database seen from the main thread. After a statement's timeout the worker is replaced; what was
 * acknowledged is on disk.
 */
export class PGliteConnection {
  readonly #options: PGliteOptions;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #opening: Promise<Worker> | undefined;
  #nextId = 1;
  #life = 0;
  #shutUntilMs = -Infinity;
  #closed = false;

  constructor(options: PGliteOptions) {
    this.#options = options;
  }

  /** Counts the workers there have been: a transaction ends with the worker it began on. */
  get life(): number {
    return this.#life;
  }

  /** Starts the worker. Fails with the worker's own words. */
  async open(): Promise<void> {
    try {
      await this.#ready();
    } catch (error) {
      const { cause } = error as ApiError;
      throw cause instanceof Error ? cause : error;
    }
  }

  /**
   * One statement. With `life` only on that worker: a statement of a transaction must not run outside it on a new one. With `begins` it is the
   * first of a transaction.
   * Fails with SqlError (the database refused), DatabaseUnavailable (no answer) or StorageFull (no answer, and the disk
   * has no room).
   */
  async query(sql: string, parameters: readonly unknown[] = [], life?: number, begins = false): Promise<QueryRows> {
    return this.#send({ sql, parameters, script: false, begins }, this.#options.statementTimeoutMs, life);
  }

  /** Several statements without parameters; they may take `timeoutMs`. */
  async script(sql: string, timeoutMs = this.#options.statementTimeoutMs): Promise<void> {
    await this.#send({ sql, parameters: [], script: true, begins: false }, timeoutMs, undefined);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const worker = this.#worker ?? (await this.#opening?.catch(() => undefined));
    if (!worker) return;
    const exited = new Promise<void>(done => worker.once('exit', () => done()));
    const closed = new Promise<void>(done => worker.on('message', (reply: WorkerReply) => reply.kind === 'closed' && done()));
    worker.postMessage({ kind: 'close' } satisfies WorkerRequest);
    await Promise.race([closed, exited]);
    await worker.terminate();
  }

  async #send(statement: Pick<Extract<WorkerRequest, { kind: 'query' }>, 'sql' | 'parameters' | 'script' | 'begins'>, timeoutMs: number, life: number | undefined): Promise<QueryRows> {
    const worker = await this.#ready();
    if (life !== undefined && life !== this.#life) throw this.#unavailable('The database worker was replaced in the middle of a transaction.');
    const id = this.#nextId++;
    return new Promise((done, fail) => {
      const timer = setTimeout(() => this.#replaceWorker(worker, `A statement took longer than ${timeoutMs} ms.`), timeoutMs);
      this.#waiting.set(id, { done, fail, timer });
      worker.postMessage({ kind: 'query', id, ...statement } satisfies WorkerRequest);
    });
  }

  #ready(): Promise<Worker> {
    if (this.#closed) return Promise.reject(new DatabaseUnavailable('The database is closed.'));
    if (this.#worker) return Promise.resolve(this.#worker);
    if (!this.#opening && performance.now() < this.#shutUntilMs) return Promise.reject(this.#unavailable('The database worker could not be started a moment ago.'));
    this.#opening ??= this.#start().finally(() => (this.#opening = undefined));
    return this.#opening;
  }

  #start(): Promise<Worker> {
    const worker = new Worker(this.#options.entry, { workerData: { folder: this.#options.folder } });
    return new Promise((done, fail) => {
      const lost = (why: unknown) => {
        clearTimeout(timer);
        if (this.#worker === worker) return this.#replaceWorker(worker, why);
        this.#shutUntilMs = performance.now() + REOPEN_AFTER_MS;
        fail(this.#unavailable(why));
        void worker.terminate();
      };
      const timer = setTimeout(() => lost(`The database was not open after ${OPEN_TIMEOUT_MS} ms.`), OPEN_TIMEOUT_MS);
      worker.on('error', lost);
      worker.on('exit', () => lost('The database worker ended.'));
      worker.on('message', (reply: WorkerReply) => {
        if (reply.kind === 'ready') {
          clearTimeout(timer);
          this.#worker = worker;
          this.#life += 1;
          done(worker);
        } else if (reply.kind !== 'closed') this.#settle(reply);
      });
    });
  }

  #settle(reply: Extract<WorkerReply, { kind: 'rows' | 'error' }>): void {
    const waiting = this.#waiting.get(reply.id);
    if (!waiting) return;
    this.#waiting.delete(reply.id);
    clearTimeout(waiting.timer);
    if (reply.kind === 'rows') waiting.done({ rows: reply.rows, affected: reply.affected });
    else waiting.fail(new SqlError(reply.message, reply.code, reply.constraint));
  }

  /** The waiting are answered; the next statement starts a new worker. */
  #replaceWorker(worker: Worker, why: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    this.#life += 1;
    const failure = this.#unavailable(why);
    for (const waiting of this.#waiting.values()) {
      clearTimeout(waiting.timer);
      waiting.fail(failure);
    }
    this.#waiting.clear();
    void worker.terminate();
  }

  /** A database without room for its log dies rather than answers: the disk tells whether that was it. */
  #unavailable(why: unknown): ApiError {
    const failure = new DatabaseUnavailable(why);
    return isDiskFull(this.#options.folder) ? storageFull(failure) : failure;
  }
}

function isDiskFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < FREE_BYTES_MIN;
  } catch {
    // A folder that cannot be asked tells nothing; the other answer stands.
    return false;
  }
}
