import { fork, type ChildProcess } from 'node:child_process';
import type { MediaCommand, MediaNodeConfig, MediaReport, StandingOrders } from '@carillon/wire/media.js';
import type { EntryPoint } from './database/pglite.js';
import type { Log } from './log.js';

/** A command without its number, which this end gives. */
export type MediaOrder = MediaCommand extends infer Command ? (Command extends MediaCommand ? Omit<Command, 'number'> : never) : never;

export interface MediaNodeEvents {
  report(report: MediaReport): void;
  /** The child died; it is started again. */
  down(): void;
  standingOrders(): Promise<StandingOrders[]>;
}

const RESTART_DELAY_MS = 250;
const RESTART_DELAY_MAX_MS = 5_000;
const READY_TIMEOUT_MS = 20_000;
const STOP_TIMEOUT_MS = 1_200;
const DEBUG_TIMEOUT_MS = 2_000;

/**
 * The media node as a child process: native code may take it down, and with it nothing else. It is back within two
 * seconds, gets the standing orders again, and clients rejoin by themselves.
 */
export class MediaNode {
  readonly #entry: EntryPoint;
  readonly #config: MediaNodeConfig;
  readonly #events: MediaNodeEvents;
  readonly #log: Log;
  readonly #signalPorts = new Map<number, number>();
  readonly #debugReplies = new Map<number, (snapshot: unknown) => void>();
  #child: ChildProcess | undefined;
  #nextNumber = 1;
  #stopping = false;
  #quickDeaths = 0;
  metrics: Readonly<Record<string, number>> = {};
  restarts = 0;

  constructor(entry: EntryPoint, config: MediaNodeConfig, events: MediaNodeEvents, log: Log) {
    this.#entry = entry;
    this.#config = config;
    this.#events = events;
    this.#log = log;
  }

  /** The child's process id, while there is one. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  get ready(): boolean {
    return this.#signalPorts.size > 0;
  }

  signalPort(worker: number): number | undefined {
    return this.#signalPorts.get(worker);
  }

  /** Resolves when all workers listen; rejects when the child cannot run here, with its own words. */
  start(): Promise<void> {
    const child = fork(this.#entry, [JSON.stringify(this.#config)], { stdio: ['ignore', 'inherit', 'pipe', 'ipc'], serialization: 'json' });
    this.#child = child;
    let words = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      process.stderr.write(chunk);
      words = (words + chunk.toString()).slice(-2_000);
    });
    return new Promise((done, fail) => {
      const timer = setTimeout(() => fail(new Error('The media node did not become ready in time.')), READY_TIMEOUT_MS);
      child.on('message', message => {
        // Our own child, built from the same tree, speaks the schema of wire/media.ts.
        const report = message as MediaReport;
        if (report.kind === 'ready') {
          clearTimeout(timer);
          void this.#welcome(report).then(done, fail);
        } else this.#take(report);
      });
      child.once('error', fail);
      child.once('exit', (code, signal) => {
        clearTimeout(timer);
        fail(new Error(words.trim() || `The media node ended (${signal ?? code}).`));
        this.#exited(child, code, signal);
      });
    });
  }

  order(order: MediaOrder): void {
    if (this.#child?.connected) this.#child.send({ ...order, number: this.#nextNumber++ } satisfies MediaCommand);
  }

  /** Undefined when the node does not answer in time. */
  debug(meetingId?: string): Promise<unknown> {
    const number = this.#nextNumber++;
    if (!this.#child?.connected) return Promise.resolve(undefined);
    return new Promise(done => {
      const timer = setTimeout(() => settle(undefined), DEBUG_TIMEOUT_MS);
      const settle = (snapshot: unknown) => {
        clearTimeout(timer);
        this.#debugReplies.delete(number);
        done(snapshot);
      };
      this.#debugReplies.set(number, settle);
      this.#child?.send({ kind: 'debug', number, ...(meetingId !== undefined && { meetingId }) } satisfies MediaCommand);
    });
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = new Promise<void>(done => child.once('exit', () => done()));
    this.order({ kind: 'stop' });
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await exited;
    clearTimeout(timer);
  }

  async #welcome(report: Extract<MediaReport, { kind: 'ready' }>): Promise<void> {
    report.signalPorts.forEach((port, worker) => this.#signalPorts.set(worker, port));
    this.#quickDeaths = 0;
    this.order({ kind: 'orders', orders: await this.#events.standingOrders() });
  }

  #take(report: MediaReport): void {
    if (report.kind === 'debug') return this.#debugReplies.get(report.inReplyTo)?.(report.snapshot);
    if (report.kind === 'metrics') this.metrics = report.values;
    if (report.kind === 'worker' && report.state === 'up') this.#signalPorts.set(report.worker, report.signalPort);
    if (report.kind === 'worker' && report.state === 'down') this.#signalPorts.delete(report.worker);
    this.#events.report(report);
  }

  #exited(child: ChildProcess, code: number | null, signal: NodeJS.Signals | null): void {
    if (this.#child !== child || this.#stopping) return;
    this.#signalPorts.clear();
    this.metrics = {};
    this.restarts += 1;
    this.#log.error({ code, signal }, 'the media node ended and is started again');
    this.#events.down();
    const delayMs = Math.min(RESTART_DELAY_MS * 2 ** this.#quickDeaths++, RESTART_DELAY_MAX_MS);
    setTimeout(() => {
      if (!this.#stopping) this.start().catch((error: unknown) => this.#log.error({ err: error }, 'the media node could not be started'));
    }, delayMs).unref();
  }
}
