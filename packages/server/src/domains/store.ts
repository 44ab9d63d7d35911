import { sql as raw } from 'kysely';
import type { AccountId } from '@carillon/kernel/ids.js';
import type { Sql } from '../platform/database/database.js';
import type { DomainRow } from './model.js';

const COLUMNS = ['account_id as accountId', 'name', 'status', 'challenge', 'created_at as createdAt', 'verified_at as verifiedAt', 'checked_until as checkedUntil'] as const;

/** A claim; over an earlier one of the account that failed. False when there is one that has not. */
export async function writeClaim(sql: Sql, claim: { accountId: AccountId; name: string; challenge: string; at: Date; checkedUntil: Date }): Promise<boolean> {
  const values = { status: 'PendingVerification' as const, challenge: claim.challenge, created_at: claim.at, verified_at: null, checked_until: claim.checkedUntil, next_check_at: claim.at };
  const { numInsertedOrUpdatedRows } = await sql
    .insertInto('domain')
    .values({ account_id: claim.accountId, name: claim.name, ...values })
    .onConflict(conflict => conflict.columns(['account_id', 'name']).doUpdateSet(values).where('domain.status', '=', 'Failed'))
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function countClaims(sql: Sql, accountId: AccountId): Promise<number> {
  return (await sql.selectFrom('domain').select(raw<number>`count(*)::int`.as('count')).where('account_id', '=', accountId).executeTakeFirstOrThrow()).count;
}

export async function readDomain(sql: Sql, accountId: AccountId, name: string): Promise<DomainRow | undefined> {
  return sql.selectFrom('domain').select(COLUMNS).where('account_id', '=', accountId).where('name', '=', name).executeTakeFirst();
}

/** In order of names, and one more than `limit`. */
export async function readDomains(sql: Sql, accountId: AccountId, after: string | undefined, limit: number): Promise<DomainRow[]> {
  return sql.selectFrom('domain').select(COLUMNS).where('account_id', '=', accountId).$if(after !== undefined, query => query.where('name', '>', after!)).orderBy('name').limit(limit + 1).execute();
}

/** Who has proved to own each of the names. */
export async function readVerified(sql: Sql, names: readonly string[]): Promise<{ name: string; accountId: AccountId }[]> {
  if (names.length === 0) return [];
  return sql.selectFrom('domain').select(['name', 'account_id as accountId']).where('status', '=', 'Verified').where('name', 'in', [...names]).execute();
}

/** Claims whose record is to be looked for now, the longest waiting first. */
export async function readDueClaims(sql: Sql, now: Date, limit: number): Promise<DomainRow[]> {
  return sql.selectFrom('domain').select(COLUMNS).where('status', '=', 'PendingVerification').where('next_check_at', '<=', now).orderBy('next_check_at').limit(limit).execute();
}

/** Moves on only a claim that is still the one that was looked at. */
export async function updateClaim(sql: Sql, claim: DomainRow, set: { nextCheckAt: Date } | { status: 'Verified'; at: Date } | { status: 'Failed' }): Promise<boolean> {
  const { numUpdatedRows } = await sql
    .updateTable('domain')
    .set('nextCheckAt' in set ? { next_check_at: set.nextCheckAt } : set.status === 'Verified' ? { status: set.status, verified_at: set.at } : { status: set.status })
    .where('account_id', '=', claim.accountId)
    .where('name', '=', claim.name)
    .where('challenge', '=', claim.challenge)
    .where('status', '=', 'PendingVerification')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The other accounts that wait for the same name wait in vain. */
export async function failOtherClaims(sql: Sql, claim: DomainRow): Promise<void> {
  await sql.updateTable('domain').set({ status: 'Failed' }).where('name', '=', claim.name).where('account_id', '!=', claim.accountId).where('status', '=', 'PendingVerification').execute();
}

export async function deleteDomainRow(sql: Sql, accountId: AccountId, name: string): Promise<void> {
  await sql.deleteFrom('domain').where('account_id', '=', accountId).where('name', '=', name).execute();
}

export async function deleteDomainsOf(sql: Sql, accountId: AccountId): Promise<void> {
  await sql.deleteFrom('domain').where('account_id', '=', accountId).execute();
}
