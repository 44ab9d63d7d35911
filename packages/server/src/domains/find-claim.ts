import type { AccountId } from '@carillon/kernel/ids.js';
import type { Sql } from '../platform/database/database.js';
import { domainOf } from './model.js';
import { readVerified } from './store.js';

/** The accounts that own the addresses' domains, by address; addresses of nobody's domain are not among them. */
export async function findClaims(sql: Sql, emails: readonly string[]): Promise<Map<string, AccountId>> {
  const owners = new Map((await readVerified(sql, [...new Set(emails.map(domainOf))])).map(row => [row.name, row.accountId]));
  return new Map(emails.flatMap(email => {
    const owner = owners.get(domainOf(email));
    return owner ? [[email, owner] as const] : [];
  }));
}

/** Whether the account has proved to own this domain. */
export async function isClaimed(sql: Sql, accountId: AccountId, domain: string): Promise<boolean> {
  return (await readVerified(sql, [domain])).some(row => row.accountId === accountId);
}

/** The account that owns an address's domain. */
export async function findClaim(sql: Sql, email: string): Promise<AccountId | undefined> {
  return (await findClaims(sql, [email])).get(email);
}
