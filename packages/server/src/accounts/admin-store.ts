import type { AccountId, Id } from '@carillon/kernel/ids.js';
import { sql as raw } from 'kysely';
import type { Sql } from '../platform/database/database.js';
import { escapeLike } from '../platform/database/like-pattern.js';
import type { AccountRow, AccountSummaryRow, DelegateRow } from './model.js';

/** SQL about accounts as administrators see them. Every read names the owner account that asks. */

function selectAccounts(sql: Sql, owner: string) {
  return selectAllAccounts(sql, owner).where('deleted_at', 'is', null);
}

/** Those that were deleted and not yet forgotten, too. */
function selectAllAccounts(sql: Sql, owner: string) {
  return sql
    .selectFrom('account')
    .select([
      'account.id', 'account.owner_account_id as ownerAccountId', 'account.name', 'account.type', 'account.created_at as createdAt', 'default_license as defaultLicense', 'supported_licenses as supportedLicenses',
      'disable_remote_control as disableRemoteControl', 'enable_dial_out as enableDialOut', 'room_retention as roomRetention', 'conversation_retention as conversationRetention',
      'signin_delegate_groups as signinDelegateGroups', 'meeting_regions as meetingRegions',
    ])
    .where(eb => eb.or([
      eb('account.owner_account_id', '=', owner),
      eb.exists(eb.selectFrom('delegate').select('delegate.id').whereRef('delegate.account_id', '=', 'account.id').where('delegate.owner_account_id', '=', owner).where('accepted_at', 'is not', null)),
    ]));
}

/** An account of this owner, or one that is shared with it. */
export async function readAccount(sql: Sql, owner: string, id: AccountId): Promise<AccountRow | undefined> {
  return selectAccounts(sql, owner).where('account.id', '=', id).executeTakeFirst();
}

/** The same, locked until the transaction ends. */
export async function lockAccount(sql: Sql, owner: string, id: AccountId): Promise<AccountRow | undefined> {
  return selectAccounts(sql, owner).where('account.id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

/** In order of ids, and one more than `limit`. By the beginning of the name, or with this member. */
export async function readAccounts(sql: Sql, owner: string, filter: { name?: string | undefined; email?: string | undefined; after: AccountId | undefined }, limit: number): Promise<AccountRow[]> {
  let query = selectAccounts(sql, owner);
  if (filter.name !== undefined) query = query.where('account.name', 'ilike', `${escapeLike(filter.name)}%`);
  if (filter.email !== undefined) {
    query = query.where(eb => eb.exists(eb.selectFrom('membership').innerJoin('person', 'person.id', 'membership.person_id').select('person.id').whereRef('membership.account_id', '=', 'account.id').where('person.email', '=', filter.email!)));
  }
  if (filter.after !== undefined) query = query.where('account.id', '>', filter.after);
  return query.orderBy('account.id').limit(limit + 1).execute();
}

/** For the console: with how many users each has. In order of names. One more than `limit`. */
export async function readAccountSummaries(sql: Sql, owner: string, filter: { disabled: boolean; name: string | undefined; after: { name: string; id: AccountId } | undefined }, limit: number): Promise<AccountSummaryRow[]> {
  let query = selectAllAccounts(sql, owner)
    .select(eb => [
      'account.deleted_at as deletedAt',
      eb.selectFrom('membership').innerJoin('person', 'person.id', 'membership.person_id').select(raw<number>`count(*)::int`.as('count')).whereRef('membership.account_id', '=', 'account.id').where('person.purge_after', 'is', null).as('userCount'),
    ])
    .where('deleted_at', filter.disabled ? 'is not' : 'is', null);
  if (filter.name !== undefined) query = query.where('account.name', 'ilike', `%${escapeLike(filter.name)}%`);
  if (filter.after !== undefined) query = query.where(raw<boolean>`(lower(account.name), account.id) > (${filter.after.name}, ${filter.after.id}::uuid)`);
  const rows = await query.orderBy(raw`lower(account.name)`).orderBy('account.id').limit(limit + 1).execute();
  return rows.map(row => ({ ...row, userCount: row.userCount ?? 0 }));
}

export async function updateAccount(
  sql: Sql,
  id: AccountId,
  set: Partial<Pick<AccountRow, 'name' | 'defaultLicense' | 'supportedLicenses' | 'disableRemoteControl' | 'enableDialOut' | 'roomRetention' | 'conversationRetention' | 'signinDelegateGroups' | 'meetingRegions'>>,
): Promise<void> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  await sql
    .updateTable('account')
    .set({
      ...(set.name !== undefined && { name: set.name }),
      ...(set.defaultLicense !== undefined && { default_license: set.defaultLicense }),
      ...(set.supportedLicenses !== undefined && { supported_licenses: JSON.stringify(set.supportedLicenses) }),
      ...(set.disableRemoteControl !== undefined && { disable_remote_control: set.disableRemoteControl }),
      ...(set.enableDialOut !== undefined && { enable_dial_out: set.enableDialOut }),
      ...(set.roomRetention !== undefined && { room_retention: json(set.roomRetention) }),
      ...(set.conversationRetention !== undefined && { conversation_retention: json(set.conversationRetention) }),
      ...(set.meetingRegions !== undefined && { meeting_regions: json(set.meetingRegions) }),
      ...(set.signinDelegateGroups !== undefined && { signin_delegate_groups: JSON.stringify(set.signinDelegateGroups) }),
    })
    .where('id', '=', id)
    .execute();
}

export async function markAccountDeleted(sql: Sql, id: AccountId, at: Date): Promise<void> {
  await sql.updateTable('account').set({ deleted_at: at }).where('id', '=', id).execute();
}

/** Members who can sign in, or could if they were not suspended; nobody who was only invited, or whom a removed domain let go. */
export async function countMembers(sql: Sql, id: AccountId): Promise<number> {
  const row = await sql
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(raw<number>`count(*)::int`.as('count'))
    .where('account_id', '=', id)
    .where('status', '=', 'Joined')
    .where('purge_after', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Claimed domains, verified or not. */
export async function countDomains(sql: Sql, id: AccountId): Promise<number> {
  return (await sql.selectFrom('domain').select(raw<number>`count(*)::int`.as('count')).where('account_id', '=', id).executeTakeFirstOrThrow()).count;
}

/** Accounts that were deleted before `before`; at most `limit`. */
export async function readPurgeableAccounts(sql: Sql, before: Date, limit: number): Promise<AccountId[]> {
  return (await sql.selectFrom('account').select('id').where('deleted_at', '<=', before).orderBy('deleted_at').limit(limit).execute()).map(row => row.id);
}

/** The account's own row and what hangs on it alone. */
export async function deleteAccountRow(sql: Sql, id: AccountId): Promise<void> {
  for (const table of ['delegate', 'domain', 'membership', 'legal_hold'] as const) await sql.deleteFrom(table).where('account_id', '=', id).execute();
  await sql.deleteFrom('account').where('id', '=', id).execute();
}

export interface GlobalSettings {
  BusinessCalling?: { CdrBucket?: string | undefined } | undefined;
  VoiceConnector?: { CdrBucket?: string | undefined } | undefined;
}

export async function readGlobalSettings(sql: Sql, owner: string): Promise<GlobalSettings> {
  return (await sql.selectFrom('owner_account').select('global_settings as settings').where('id', '=', owner).executeTakeFirst())?.settings ?? {};
}

export async function updateGlobalSettings(sql: Sql, owner: string, settings: GlobalSettings): Promise<void> {
  await sql.updateTable('owner_account').set({ global_settings: JSON.stringify(settings) }).where('id', '=', owner).execute();
}

const DELEGATE = ['id', 'account_id as accountId', 'owner_account_id as ownerAccountId', 'invited_by as invitedBy', 'created_at as createdAt', 'expires_at as expiresAt', 'accepted_at as acceptedAt'] as const;

/** False when this owner account is a delegate, or invited, already. */
export async function insertDelegate(sql: Sql, delegate: DelegateRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await sql
    .insertInto('delegate')
    .values({ id: delegate.id, account_id: delegate.accountId, owner_account_id: delegate.ownerAccountId, invited_by: delegate.invitedBy, created_at: delegate.createdAt, expires_at: delegate.expiresAt, accepted_at: null })
    .onConflict(conflict => conflict.columns(['account_id', 'owner_account_id']).doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function readDelegate(sql: Sql, id: Id<'Delegate'>): Promise<DelegateRow | undefined> {
  return sql.selectFrom('delegate').select(DELEGATE).where('id', '=', id).executeTakeFirst();
}

export async function readDelegates(sql: Sql, accountId: AccountId, after: Id<'Delegate'> | undefined, limit: number): Promise<DelegateRow[]> {
  return sql.selectFrom('delegate').select(DELEGATE).where('account_id', '=', accountId).$if(after !== undefined, query => query.where('id', '>', after!)).orderBy('id').limit(limit + 1).execute();
}

export async function updateDelegate(sql: Sql, id: Id<'Delegate'>, set: { acceptedAt: Date } | { expiresAt: Date }): Promise<void> {
  await sql.updateTable('delegate').set('acceptedAt' in set ? { accepted_at: set.acceptedAt } : { expires_at: set.expiresAt }).where('id', '=', id).execute();
}

export async function deleteDelegate(sql: Sql, id: Id<'Delegate'>): Promise<void> {
  await sql.deleteFrom('delegate').where('id', '=', id).execute();
}
