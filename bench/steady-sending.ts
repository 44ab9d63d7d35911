import { ask, endProcesses, startProcess } from './processes.js';
import type { SenderAnswer, SenderCommand, SenderOrder } from './steady-sender.js';

/** People who write at a steady pace, in a process of their own. */
export class SteadySender {
  readonly #child = startProcess('./steady-sender.ts');

  start(order: SenderOrder): void {
    this.#child.send({ kind: 'start', ...order } satisfies SenderCommand);
  }

  /** How long each message since `start` took, ms. Throws when one was not taken. */
  async stop(): Promise<number[]> {
    const { latenciesMs, failed } = await ask<SenderAnswer>(this.#child, { kind: 'stop' } satisfies SenderCommand);
    if (failed > 0) throw new Error(`${failed} messages were not taken.`);
    return latenciesMs;
  }

  end(): Promise<void> {
    return endProcesses(this.#child);
  }
}
