import { DAY_MS, HOUR_MS, MINUTE_MS } from '@carillon/kernel/clock.js';
import type { AccountId } from '@carillon/kernel/ids.js';
import type * as wire from '@carillon/wire/aws/generated/chime-types.js';

export const DOMAINS_PAGE = 50;
export const DOMAINS_MAX = 100;
/** How long the record is looked for (guide, DOM-04). */
export const CHECKED_FOR_MS = DAY_MS;
/** The job that takes people with addresses of a verified domain into its account; works in the room of users. */
export const PULL_IN_PEOPLE = 'users.pull-in';

export interface DomainRow {
  accountId: AccountId;
  name: string;
  status: wire.DomainStatus;
  challenge: string;
  createdAt: Date;
  verifiedAt: Date | null;
  checkedUntil: Date;
}

/** Where the proof is looked for, and what must stand there (guide, DOM-02). */
export function txtRecordOf(domain: Pick<DomainRow, 'name' | 'challenge'>): { name: string; value: string } {
  return { name: `_carillon.${domain.name}`, value: `carillon-domain-verification=${domain.challenge}` };
}

/** As the API gives a domain. */
export function presentDomain(row: DomainRow): wire.Domain {
  const record = txtRecordOf(row);
  return {
    DomainName: row.name, AccountId: row.accountId, DomainStatus: row.status, TxtRecordName: record.name, TxtRecordValue: record.value, CreatedTimestamp: row.createdAt,
    VerifiedTimestamp: row.verifiedAt ?? undefined,
  };
}

/** The pause before the next look: a minute at first, a quarter of an hour in the end. */
export function nextPauseMs(sinceClaimMs: number): number {
  if (sinceClaimMs < 10 * MINUTE_MS) return MINUTE_MS;
  return sinceClaimMs < HOUR_MS ? 5 * MINUTE_MS : 15 * MINUTE_MS;
}

/** The domain of a canonical address. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}
