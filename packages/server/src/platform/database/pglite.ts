import { Worker } from 'node:worker_threads';
import { DatabaseUnavailable, SqlError } from './errors.js';

/** One statement to the worker, and what comes back. */
export type WorkerRequest =
  | { kind: 'query'; id: number; sql: string; parameters: readonly unknown[]; script: boolean }
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

interface Waiting {
  done(rows: QueryRows): void;
  fail(error: Error): void;
  timer: NodeJS.Timeout;
}

/** The embedded database seen from the main thread. After a statement's timeout the worker is replaced; what was acknowledged is on disk. */
export class PGliteConnection {
  readonly #options: PGliteOptions;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #opening: Promise<Worker> | undefined;
  #nextId = 1;
  #closed = false;

  constructor(options: PGliteOptions) {
    this.#options = options;
  }

  async open(): Promise<void> {
    await this.#ready();
  }

  async query(sql: string, parameters: readonly unknown[] = []): Promise<QueryRows> {
    return this.#send(sql, parameters, false);
  }

  async script(sql: string): Promise<void> {
    await this.#send(sql, [], true);
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

  async #send(sql: string, parameters: readonly unknown[], script: boolean): Promise<QueryRows> {
    const worker = await this.#ready();
    const id = this.#nextId++;
    return new Promise((done, fail) => {
      const timer = setTimeout(() => this.#replaceWorker(worker, `A statement took longer than ${this.#options.statementTimeoutMs} ms.`), this.#options.statementTimeoutMs);
      this.#waiting.set(id, { done, fail, timer });
      worker.postMessage({ kind: 'query', id, sql, parameters, script } satisfies WorkerRequest);
    });
  }

  #ready(): Promise<Worker> {
    if (this.#closed) return Promise.reject(new DatabaseUnavailable('The database is closed.'));
    if (this.#worker) return Promise.resolve(this.#worker);
    this.#opening ??= this.#start().finally(() => (this.#opening = undefined));
    return this.#opening;
  }

  #start(): Promise<Worker> {
    const worker = new Worker(this.#options.entry, { workerData: { folder: this.#options.folder } });
    return new Promise((done, fail) => {
      worker.once('error', error => {
        fail(error);
        this.#replaceWorker(worker, error instanceof Error ? error.message : 'The database worker failed.');
      });
      worker.on('exit', () => this.#replaceWorker(worker, 'The database worker ended.'));
      worker.on('message', (reply: WorkerReply) => {
        if (reply.kind === 'ready') {
          this.#worker = worker;
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

  #replaceWorker(worker: Worker, why: string): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const waiting of this.#waiting.values()) {
      clearTimeout(waiting.timer);
      waiting.fail(new DatabaseUnavailable(why));
    }
    this.#waiting.clear();
    void worker.terminate();
  }
}
