import { Resolver } from 'node:dns/promises';
import { SECOND_MS } from '@carillon/kernel/clock.js';
import type { Log } from './log.js';

const TIMEOUT_MS = 3 * SECOND_MS;
const TRIES = 2;
const RECORDS_MAX = 100;

/** TXT records, asked of the configured DNS servers or of the system's. */
export class TxtRecords {
  readonly #resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
  readonly #log: Log;

  constructor(servers: readonly string[], log: Log) {
    this.#log = log;
    if (servers.length > 0) this.#resolver.setServers(servers);
  }

  /** The records of a name, each joined from its strings (RFC 7208, section 3.3); none when there is no answer. */
  async lookUp(name: string): Promise<string[]> {
    try {
      return (await this.#resolver.resolveTxt(name)).slice(0, RECORDS_MAX).map(strings => strings.join(''));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (code !== 'ENOTFOUND' && code !== 'ENODATA') this.#log.warn({ name, code }, 'a TXT record could not be asked for');
      return [];
    }
  }
}
