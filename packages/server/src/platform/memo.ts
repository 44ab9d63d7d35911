import type { Clock } from '@carillon/kernel/clock.js';

const ENTRIES_MAX = 10_000;

interface Entry {
  readonly value: Promise<unknown>;
  readonly untilMs: number;
}

/**
 * What may be a second old: keys, policies and who somebody is, so that a request needs no statement for them. Whoever
 * changes them drops the entries after the commit. (Other nodes are told over the bus; that comes with the operations issue.)
 */
export class Memo {
  readonly #entries = new Map<string, Entry>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The value of `key`, loaded when there is none or it is older than `ttlMs`. A failure is not remembered. */
  get<T>(key: string, ttlMs: number, load: () => Promise<T>): Promise<T> {
    const now = this.#clock.now();
    const known = this.#entries.get(key);
    // Whoever writes under a key writes one kind of value.
    if (known && known.untilMs > now) return known.value as Promise<T>;
    const value = load();
    this.#entries.set(key, { value, untilMs: now + ttlMs });
    if (this.#entries.size > ENTRIES_MAX) this.#entries.delete(this.#entries.keys().next().value!);
    value.catch(() => {
      if (this.#entries.get(key)?.value === value) this.#entries.delete(key);
    });
    return value;
  }

  /** Forgets every entry whose key begins so. */
  drop(prefix: string): void {
    for (const key of this.#entries.keys()) if (key.startsWith(prefix)) this.#entries.delete(key);
  }
}
