import { ApiError } from '@carillon/kernel/errors.js';
import type { Ctx, Tx } from '../ctx.js';

/** Of one transaction: more would keep everybody else waiting for it. */
export const TOGETHER_MAX = 20;

interface Waiting {
  readonly ctx: Ctx;
  readonly work: (tx: Tx) => Promise<unknown>;
  done(value: unknown): void;
  fail(error: unknown): void;
}

/**
 * Works that would wait for each other anyway, as those on one channel's row lock do, share a transaction: what comes while one runs waits, and is
 * committed together. So a burst costs few commits, and its pushes leave at once, joined.
 */
export class Together {
  readonly #waiting = new Map<string, Waiting[]>();

  /**
   * Runs `work` in a transaction, alone or with others of the same key, in the order of asking. When one of them fails, each runs again in a
   * transaction of its own, so that it fails alone: `work` must do nothing outside its transaction.
   */
  run<T>(ctx: Ctx, key: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return new Promise((done, fail) => {
      const one: Waiting = { ctx, work, done: value => done(value as T), fail };
      const waiting = this.#waiting.get(key);
      if (waiting) return void waiting.push(one);
      this.#waiting.set(key, [one]);
      void this.#drain(key);
    });
  }

  async #drain(key: string): Promise<void> {
    for (let some = this.#take(key); some; some = this.#take(key)) await commit(some);
    this.#waiting.delete(key);
  }

  #take(key: string): Waiting[] | undefined {
    const some = this.#waiting.get(key)?.splice(0, TOGETHER_MAX);
    return some?.length ? some : undefined;
  }
}

async function commit(some: readonly Waiting[]): Promise<void> {
  const [first] = some;
  if (!first) return;
  try {
    const results = await first.ctx.tx(async tx => {
      const values: unknown[] = [];
      for (const one of some) values.push(await one.work(tx));
      return values;
    });
    some.forEach((one, i) => one.done(results[i]));
  } catch (error) {
    // Alone, or with a database that answers nobody: trying each again would only make them wait longer.
    if (some.length === 1 || (error instanceof ApiError && error.status >= 500)) return some.forEach(one => one.fail(error));
    for (const one of some) await commit([one]);
  }
}
