import { Worker } from 'node:worker_threads';
import type { Clock } from '@carillon/kernel/clock.js';
import type { MediaCommand } from '@carillon/wire/media.js';
import type { Timers } from './net/timers.js';
import { PresenceBook } from './presence-book.js';
import type { MeetingEvent } from './sfu/meeting-event.js';
import type { Log } from './transport/transport-hub.js';
import type { WorkerMessage, WorkerSettings } from './worker-messages.js';

/** A worker that dies at once again and again is started ever more slowly. */
const RESTART_MS_MIN = 50;
const RESTART_MS_MAX = 10_000;
/** A worker that lived so long died of something new. */
const STABLE_MS = 60_000;

export interface WorkerSlotOptions {
  readonly settings: WorkerSettings;
  readonly entry: URL;
  readonly execArgv: readonly string[];
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  /** What a fresh worker must be told first. */
  readonly standingOrders: () => MediaCommand;
  readonly report: (event: MeetingEvent) => void;
  readonly debug: (inReplyTo: number, snapshot: unknown) => void;
  readonly worker: (state: 'up' | 'down', signalPort: number) => void;
}

/** A worker's place in the node: the thread in it may die, and another takes over its ports. */
export class WorkerSlot {
  signalPort = 0;
  mediaPort = 0;
  metrics: Readonly<Record<string, number>> = {};
  restarts = 0;
  readonly #options: WorkerSlotOptions;
  readonly #present = new PresenceBook();
  #thread: Worker | undefined;
  #restartMs = RESTART_MS_MIN;
  #stopping = false;
  #cancelRestart: () => void = () => undefined;

  constructor(options: WorkerSlotOptions) {
    this.#options = options;
  }

  /** The first start: it must succeed, or the node does not start. */
  start(): Promise<void> {
    return new Promise((resolve, reject) => this.#launch(resolve, reject));
  }

  tell(command: MediaCommand): void {
    this.#thread?.postMessage(command);
  }

  async stop(withinMs: number): Promise<void> {
    this.#stopping = true;
    this.#cancelRestart();
    const thread = this.#thread;
    if (thread === undefined) return;
    const ended = new Promise<void>(resolve => { thread.once('exit', () => resolve()); });
    const cancel = this.#options.timers.after(withinMs, () => void thread.terminate());
    thread.postMessage({ kind: 'stop', number: 0 } satisfies MediaCommand);
    await ended;
    cancel();
  }

  #launch(ready: () => void, failed: (error: Error) => void): void {
    const { entry, execArgv, settings, log, timers } = this.#options;
    const thread = new Worker(entry, { workerData: settings, execArgv: [...execArgv] });
    this.#thread = thread;
    let up = false;
    let lastError: Error | undefined;
    const cancelStable = timers.after(STABLE_MS, () => { this.#restartMs = RESTART_MS_MIN; });
    thread.on('message', (message: WorkerMessage) => {
      if (message.kind !== 'ready') return this.#receive(message);
      up = true;
      this.signalPort = message.signalPort;
      this.mediaPort = message.mediaPort;
      thread.postMessage(this.#options.standingOrders());
      ready();
    });
    thread.on('error', error => {
      lastError = error instanceof Error ? error : new Error(String(error));
      log('error', 'A media worker died.', { worker: settings.worker, error: String(error), stack: lastError.stack });
    });
    thread.once('exit', () => {
      cancelStable();
      this.#thread = undefined;
      this.metrics = {};
      if (!up) failed(lastError ?? new Error('The media worker ended before it listened.'));
      if (up && !this.#stopping) this.#options.worker('down', this.signalPort);
      // Clients come back within seconds, but as far as anybody knows now these are gone.
      for (const event of this.#present.takeAll(this.#options.clock.now())) this.#options.report(event);
      if (up || this.restarts > 0) this.#restart();
    });
  }

  #restart(): void {
    if (this.#stopping) return;
    this.restarts += 1;
    this.#cancelRestart = this.#options.timers.after(this.#restartMs, () => {
      this.#launch(() => this.#options.worker('up', this.signalPort), () => undefined);
    });
    this.#restartMs = Math.min(RESTART_MS_MAX, this.#restartMs * 2);
  }

  #receive(message: Exclude<WorkerMessage, { kind: 'ready' }>): void {
    switch (message.kind) {
      case 'event':
        this.#present.note(message.event);
        return this.#options.report(message.event);
      case 'metrics': this.metrics = message.values; return;
      case 'debug': return this.#options.debug(message.inReplyTo, message.snapshot);
      case 'log': return this.#options.log(message.level, message.message, { worker: this.#options.settings.worker, ...message.fields });
    }
  }
}
