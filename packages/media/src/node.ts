import type { MediaCommand, MediaNodeConfig, MediaReport } from '@carillon/wire/media.js';
import type { Clock } from '@carillon/kernel/clock.js';
import type { Timers } from './net/timers.js';
import type { UnnumberedReport } from './sfu/meeting-event.js';
import { StandingBook } from './standing-book.js';
import type { Log } from './transport/transport-hub.js';
import { WorkerSlot } from './worker-slot.js';

const METRICS_MS = 5_000;
/** Workers get so long to close; then the process ends anyway. */
const STOP_MS_MAX = 800;

/** The way to the control plane: IPC of a forked child, or a test. */
export interface MediaLink {
  report(report: MediaReport): void;
  onCommand(listener: (command: MediaCommand) => void): void;
  /** The other side is gone; the node stops. */
  onClose(listener: () => void): void;
}

export interface MediaNodeDeps {
  /** The worker thread's entry: the bundle in production, `worker.ts` with a loader in tests. */
  readonly workerEntry: URL;
  readonly workerExecArgv?: readonly string[];
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
}

/** The media child: its workers, the numbering of what goes up, and the memory of what was ordered. */
export class MediaNode {
  readonly #link: MediaLink;
  readonly #deps: MediaNodeDeps;
  readonly #slots: WorkerSlot[];
  readonly #book = new StandingBook();
  readonly #debugs = new Map<number, { left: number; snapshots: unknown[] }>();
  #reportNumber = 0;
  #commandNumber = 0;
  #cancelMetrics: () => void = () => undefined;
  #stopped: Promise<void> | undefined;

  private constructor(config: MediaNodeConfig, link: MediaLink, deps: MediaNodeDeps) {
    this.#link = link;
    this.#deps = deps;
    this.#slots = Array.from({ length: config.workerCount }, (_, worker) => new WorkerSlot({
      settings: { worker, mediaPort: config.mediaPort + worker, announcedAddresses: config.announcedAddresses, tokenPublicKey: config.tokenPublicKey },
      entry: deps.workerEntry,
      execArgv: deps.workerExecArgv ?? [],
      clock: deps.clock,
      timers: deps.timers,
      log: deps.log,
      standingOrders: () => this.#book.orders(this.#commandNumber),
      report: report => this.#report(report),
      debug: (inReplyTo, snapshot) => this.#takeSnapshot(inReplyTo, snapshot),
      worker: (state, signalPort) => this.#report({ kind: 'worker', worker, state, signalPort }),
    }));
  }

  /** Resolves when all workers listen; the `ready` report has been sent by then. */
  static async start(config: MediaNodeConfig, link: MediaLink, deps: MediaNodeDeps): Promise<MediaNode> {
    const node = new MediaNode(config, link, deps);
    await Promise.all(node.#slots.map(slot => slot.start()));
    link.onCommand(command => node.#obey(command));
    link.onClose(() => void node.stop());
    node.#report({ kind: 'ready', signalPorts: node.#slots.map(slot => slot.signalPort), mediaPorts: node.#slots.map(slot => slot.mediaPort) });
    node.#scheduleMetrics();
    return node;
  }

  /** Idempotent; at most a second. */
  stop(): Promise<void> {
    this.#cancelMetrics();
    this.#stopped ??= Promise.all(this.#slots.map(slot => slot.stop(STOP_MS_MAX))).then(() => undefined);
    return this.#stopped;
  }

  #obey(command: MediaCommand): void {
    // Commands may be repeated; what was obeyed is not obeyed again.
    if (command.number <= this.#commandNumber) return;
    this.#commandNumber = command.number;
    this.#book.note(command);
    switch (command.kind) {
      case 'stop':
        void this.stop();
        break;
      case 'debug':
        this.#debugs.set(command.number, { left: this.#slots.length, snapshots: [] });
        for (const slot of this.#slots) slot.tell(command);
        break;
      case 'orders': case 'end': case 'remove': case 'capabilities':
        // A meeting may be on any worker, so all of them are told.
        for (const slot of this.#slots) slot.tell(command);
        break;
    }
  }

  #takeSnapshot(inReplyTo: number, snapshot: unknown): void {
    const debug = this.#debugs.get(inReplyTo);
    if (debug === undefined) return;
    debug.left -= 1;
    if (snapshot !== undefined) debug.snapshots.push(snapshot);
    if (debug.left > 0) return;
    this.#debugs.delete(inReplyTo);
    this.#report({ kind: 'debug', inReplyTo, snapshot: debug.snapshots });
  }

  #report(report: UnnumberedReport): void {
    this.#reportNumber += 1;
    this.#link.report({ ...report, number: this.#reportNumber });
  }

  #scheduleMetrics(): void {
    this.#cancelMetrics = this.#deps.timers.after(METRICS_MS, () => {
      const values: Record<string, number> = {};
      for (const slot of this.#slots) {
        for (const [name, value] of Object.entries(slot.metrics)) values[name] = (values[name] ?? 0) + value;
      }
      values['worker_restarts'] = this.#slots.reduce((sum, slot) => sum + slot.restarts, 0);
      this.#report({ kind: 'metrics', values });
      this.#scheduleMetrics();
    });
  }
}

export function startMediaNode(config: MediaNodeConfig, link: MediaLink, deps: MediaNodeDeps): Promise<MediaNode> {
  return MediaNode.start(config, link, deps);
}
