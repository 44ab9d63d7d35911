import type { AccountId, PersonId } from '@carillon/kernel/ids.js';
import type { Sql } from '../platform/database/database.js';

/** SQL about people as the administrators of their account see them. */

export interface MemberRow {
  id: PersonId;
  accountId: AccountId;
  email: string;
  displayName: string;
  licence: string;
  status: string;
  joinedAt: Date;
  trialEndsAt: Date | null;
  personalMeetingNumber: string;
  telephony: Telephony | null;
}

export interface Telephony {
  InboundCalling: boolean;
  OutboundCalling: boolean;
  SMS: boolean;
}

function selectMembers(sql: Sql, accountId: AccountId) {
  return sql
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select([
      'person.id', 'membership.account_id as accountId', 'person.email', 'person.display_name as displayName', 'membership.licence', 'membership.status', 'membership.joined_at as joinedAt',
      'person.trial_ends_at as trialEndsAt', 'person.personal_meeting_number as personalMeetingNumber', 'person.telephony',
    ])
    .where('membership.account_id', '=', accountId);
}

/** A user of an account that this owner account has, or that is shared with it: access and reading in one statement. */
export async function readReachableMember(sql: Sql, owner: string, accountId: AccountId, id: PersonId): Promise<MemberRow | undefined> {
  return selectMembers(sql, accountId)
    .innerJoin('account', 'account.id', 'membership.account_id')
    .where('person.id', '=', id)
    .where('account.deleted_at', 'is', null)
    .where(eb => eb.or([
      eb('account.owner_account_id', '=', owner),
      eb.exists(eb.selectFrom('delegate').select('delegate.id').whereRef('delegate.account_id', '=', 'account.id').where('delegate.owner_account_id', '=', owner).where('accepted_at', 'is not', null)),
    ]))
    .executeTakeFirst();
}

export async function readAccountMemberByEmail(sql: Sql, accountId: AccountId, email: string): Promise<MemberRow | undefined> {
  return selectMembers(sql, accountId).where('person.email', '=', email).executeTakeFirst();
}

/** Those of `ids` who are in the account. */
export async function readAccountMembersById(sql: Sql, accountId: AccountId, ids: readonly PersonId[]): Promise<MemberRow[]> {
  return ids.length === 0 ? [] : selectMembers(sql, accountId).where('person.id', 'in', [...ids]).execute();
}

/** In order of ids, and one more than `limit`. */
export async function readAccountMembers(sql: Sql, accountId: AccountId, filter: { email: string | undefined; after: PersonId | undefined }, limit: number): Promise<MemberRow[]> {
  let query = selectMembers(sql, accountId);
  if (filter.email !== undefined) query = query.where('person.email', '=', filter.email);
  if (filter.after !== undefined) query = query.where('person.id', '>', filter.after);
  return query.orderBy('person.id').limit(limit + 1).execute();
}

/** A licence that was given ends the trial: what the account says counts from now on (guide, PRO-02). */
export async function updateLicences(sql: Sql, accountId: AccountId, ids: readonly PersonId[], licence: 'Basic' | 'Pro'): Promise<void> {
  if (ids.length === 0) return;
  await sql.updateTable('membership').set({ licence }).where('account_id', '=', accountId).where('person_id', 'in', [...ids]).execute();
  await endTrials(sql, ids);
}

export async function endTrials(sql: Sql, ids: readonly PersonId[]): Promise<void> {
  await sql.updateTable('person').set({ trial_ends_at: null }).where('id', 'in', [...ids]).execute();
}

/** They go on as people of no account. */
export async function deleteMemberships(sql: Sql, accountId: AccountId, ids: readonly PersonId[]): Promise<void> {
  if (ids.length === 0) return;
  await sql.deleteFrom('membership').where('account_id', '=', accountId).where('person_id', 'in', [...ids]).execute();
  await endTrials(sql, ids);
}

export async function updatePersonalNumber(sql: Sql, id: PersonId, number: string): Promise<void> {
  await sql.updateTable('person').set({ personal_meeting_number: number }).where('id', '=', id).execute();
}

export async function updateTelephony(sql: Sql, id: PersonId, telephony: Telephony): Promise<void> {
  await sql.updateTable('person').set({ telephony: JSON.stringify(telephony) }).where('id', '=', id).execute();
}
