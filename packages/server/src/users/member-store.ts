import { sql as raw } from 'kysely';
import type { AccountId, PersonId } from '@carillon/kernel/ids.js';
import type { License } from '@carillon/wire/aws/generated/chime-types.js';
import type { Registration } from '../migrations/tables.js';
import type { Sql } from '../platform/database/database.js';
import { escapeLike } from '../platform/database/like-pattern.js';
import { sortName, type MemberRow, type Telephony } from './model.js';

/** SQL about people as the administrators of their account see them. */

function selectMembers(sql: Sql, accountId: AccountId) {
  return sql
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select([
      'person.id', 'membership.account_id as accountId', 'person.email', 'person.display_name as displayName', 'membership.licence', 'membership.status', 'membership.invited_at as invitedAt',
      'membership.joined_at as joinedAt', 'person.registration', 'person.purge_after as purgeAfter',
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

export interface MemberSearch {
  readonly text: string | undefined;
  readonly licence: License | undefined;
  readonly registration: 'Unregistered' | Registration | undefined;
  readonly sortBy: 'Email' | 'DisplayName' | 'RegisteredOn' | 'InvitedOn';
  readonly descending: boolean;
  /** How many to pass over. */
  readonly offset: number;
  /** Trials end by this clock. */
  readonly now: Date;
}

const SORT_COLUMN = { Email: 'person.email', DisplayName: 'person.sort_name', RegisteredOn: 'membership.joined_at', InvitedOn: 'membership.invited_at' } as const;

/** A page of those whose address or name holds the text, and how many there are of them. */
export async function searchMembers(sql: Sql, accountId: AccountId, search: MemberSearch, limit: number): Promise<{ rows: MemberRow[]; total: number }> {
  let query = selectMembers(sql, accountId);
  if (search.text !== undefined && search.text !== '') {
    const pattern = `%${escapeLike(search.text.toLowerCase())}%`;
    query = query.where(eb => eb.or([eb('person.email', 'like', pattern), eb('person.sort_name', 'like', `%${escapeLike(sortName(search.text!))}%`)]));
  }
  if (search.licence !== undefined) query = query.where(shownLicence(search.now), '=', search.licence);
  if (search.registration === 'Unregistered') query = query.where('membership.status', '=', 'Invited');
  else if (search.registration !== undefined) query = query.where('membership.status', '=', 'Joined').where('person.registration', '=', search.registration);
  const { total } = await query.clearSelect().select(raw<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  const order = raw.raw(search.descending ? 'desc nulls last' : 'asc nulls last');
  const rows = await query.orderBy(eb => raw`${eb.ref(SORT_COLUMN[search.sortBy])} ${order}`).orderBy('person.id').offset(search.offset).limit(limit).execute();
  return { rows, total };
}

/** The licence that a user is shown with (`licenceOf`): who has a trial is found by it. */
function shownLicence(now: Date) {
  return raw<License>`case when membership.status = 'Invited' or membership.licence = 'Pro' then membership.licence when person.trial_ends_at > ${now} then 'ProTrial' else 'Basic' end`;
}

/** A licence that was given ends the trial: what the account says counts from now on (guide, PRO-02). */
export async function updateLicences(sql: Sql, accountId: AccountId, ids: readonly PersonId[], licence: 'Basic' | 'Pro'): Promise<void> {
  if (ids.length === 0) return;
  await sql.updateTable('membership').set({ licence }).where('account_id', '=', accountId).where('person_id', 'in', [...ids]).execute();
  await endTrials(sql, ids);
}

/** The trial of new people ends when an account gives a licence (guide, PRO-01). */
export async function endTrials(sql: Sql, ids: readonly PersonId[]): Promise<void> {
  if (ids.length === 0) return;
  await sql.updateTable('person').set({ trial_ends_at: null }).where('id', 'in', [...ids]).execute();
}

/** Members go on as people of no account, and are returned; whoever was only invited is forgotten. */
export async function deleteMemberships(sql: Sql, accountId: AccountId, ids: readonly PersonId[]): Promise<PersonId[]> {
  if (ids.length === 0) return [];
  const rows = await sql.deleteFrom('membership').where('account_id', '=', accountId).where('person_id', 'in', [...ids]).returning(['person_id as id', 'status']).execute();
  await deleteForgotten(sql, ids);
  const members = rows.filter(row => row.status === 'Joined').map(row => row.id);
  await endTrials(sql, members);
  return members;
}

/** Those of `ids` who were only ever named in invitations, and are in none any more. */
async function deleteForgotten(sql: Sql, ids: readonly PersonId[]): Promise<void> {
  await sql
    .deleteFrom('person')
    .where('id', 'in', [...ids])
    .where('registration', '=', 'Unregistered')
    .where(eb => eb.not(eb.exists(eb.selectFrom('membership').select('membership.person_id').whereRef('membership.person_id', '=', 'person.id'))))
    // Whoever was imported may have seats in rooms.
    .where(eb => eb.not(eb.exists(eb.selectFrom('channel_member').select('channel_member.member_id').whereRef('channel_member.member_id', '=', 'person.id'))))
    .execute();
}

/** Moves people from one registration to another; returns who was in it. Whom a removed domain let go stays so. */
export async function updateRegistration(sql: Sql, ids: readonly PersonId[], from: Registration, to: Registration): Promise<PersonId[]> {
  if (ids.length === 0) return [];
  const rows = await sql.updateTable('person').set({ registration: to }).where('id', 'in', [...ids]).where('registration', '=', from).where('purge_after', 'is', null).returning('id').execute();
  return rows.map(row => row.id);
}

/** The domain of a person's address, as the index has it. */
const DOMAIN = raw<string>`split_part(person.email, '@', 2)`;

/** Members of an account with addresses of a domain: registered ones are Released, suspended ones stay so; none signs in any more (requirements, X1, X2). */
export async function releaseMembers(sql: Sql, accountId: AccountId, domain: string, purgeAfter: Date): Promise<PersonId[]> {
  const rows = await sql
    .updateTable('person')
    .set(eb => ({ registration: eb.case().when('registration', '=', 'Registered').then(eb.val('Released' as Registration)).else(eb.ref('registration')).end(), purge_after: purgeAfter }))
    .where(DOMAIN, '=', domain)
    .where('registration', 'in', ['Registered', 'Suspended'])
    .where(eb => eb.exists(eb.selectFrom('membership').select('membership.person_id').whereRef('membership.person_id', '=', 'person.id').where('membership.account_id', '=', accountId).where('membership.status', '=', 'Joined')))
    .returning('id')
    .execute();
  return rows.map(row => row.id);
}

/** A registered person who is a member of no account; says whether they were. Invitations that they have not followed end. */
export async function releasePerson(sql: Sql, id: PersonId, purgeAfter: Date): Promise<boolean> {
  const { numUpdatedRows } = await sql
    .updateTable('person')
    .set({ registration: 'Released', purge_after: purgeAfter })
    .where('id', '=', id)
    .where('registration', '=', 'Registered')
    .where(eb => eb.not(eb.exists(eb.selectFrom('membership').select('membership.person_id').where('membership.person_id', '=', id).where('membership.status', '=', 'Joined'))))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await sql.deleteFrom('membership').where('person_id', '=', id).execute();
  return true;
}

/** People with addresses of a domain who are not in the account yet; at most `limit`. */
export async function readPeopleOfDomain(sql: Sql, accountId: AccountId, domain: string, limit: number): Promise<PersonId[]> {
  const rows = await sql
    .selectFrom('person')
    .select('person.id')
    .where(DOMAIN, '=', domain)
    .where('registration', 'in', ['Registered', 'Suspended'])
    .where('purge_after', 'is', null)
    .where(eb => eb.not(eb.exists(eb.selectFrom('membership').select('membership.person_id').whereRef('membership.person_id', '=', 'person.id').where('membership.account_id', '=', accountId).where('membership.status', '=', 'Joined'))))
    .orderBy('person.id')
    .limit(limit)
    .execute();
  return rows.map(row => row.id);
}

/** Members go over to another account with what they may, or with `licence` where that account does not support it; returns who went. */
export async function moveMemberships(sql: Sql, from: AccountId, to: AccountId, ids: readonly PersonId[], { supported, otherwise }: { supported: readonly License[]; otherwise: License }): Promise<PersonId[]> {
  if (ids.length === 0) return [];
  const rows = await sql
    .updateTable('membership')
    .set(eb => ({ account_id: to, licence: eb.case().when('licence', 'in', [...supported]).then(eb.ref('licence')).else(eb.val(otherwise)).end() }))
    .where('account_id', '=', from)
    .where('person_id', 'in', [...ids])
    .where('status', '=', 'Joined')
    .returning('person_id as id')
    .execute();
  return rows.map(row => row.id);
}

/** Takes people out of whatever account they are in. */
export async function deleteJoinedMemberships(sql: Sql, ids: readonly PersonId[]): Promise<void> {
  if (ids.length > 0) await sql.deleteFrom('membership').where('person_id', 'in', [...ids]).where('status', '=', 'Joined').execute();
}

/** Invitations of other accounts to addresses of a domain that is claimed now come to nothing (guide, DOM-06). */
export async function deleteForeignInvitations(sql: Sql, accountId: AccountId, domain: string): Promise<void> {
  const rows = await sql
    .deleteFrom('membership')
    .where('status', '=', 'Invited')
    .where('account_id', '!=', accountId)
    .where('person_id', 'in', sql.selectFrom('person').select('person.id').where(DOMAIN, '=', domain))
    .returning('person_id as id')
    .execute();
  if (rows.length > 0) await deleteForgotten(sql, rows.map(row => row.id));
}

/** Everybody in an account, invited, joined or let go. */
export async function readMemberIds(sql: Sql, accountId: AccountId): Promise<PersonId[]> {
  return (await sql.selectFrom('membership').innerJoin('person', 'person.id', 'membership.person_id').select('person.id').where('account_id', '=', accountId).where('person.purge_after', 'is', null).execute()).map(row => row.id);
}

/** People whose data is to be deleted by now, but for those under a legal hold; at most `limit`. */
export async function readPurgeable(sql: Sql, now: Date, limit: number): Promise<PersonId[]> {
  return (await sql.selectFrom('person').select('id').where('purge_after', '<=', now).where('registration', '!=', 'Deleted').where(eb => eb.not(eb.exists(eb.selectFrom('legal_hold').select('legal_hold.id').whereRef('legal_hold.target_id', '=', 'person.id')))).orderBy('purge_after').limit(limit).execute()).map(row => row.id);
}

/** What is left of a deleted person: an id that messages and records of meetings name. */
export async function blankPerson(sql: Sql, id: PersonId, blank: { email: string; displayName: string; personalMeetingNumber: string }): Promise<void> {
  // Conversations go on being judged by the account that the person was of last.
  await sql.updateTable('person').set(eb => ({ last_account_id: eb.selectFrom('membership').select('account_id').whereRef('membership.person_id', '=', 'person.id').where('status', '=', 'Joined').limit(1) })).where('id', '=', id).execute();
  await sql.deleteFrom('membership').where('person_id', '=', id).execute();
  await sql.deleteFrom('person_change').where('person_id', '=', id).execute();
  await sql
    .updateTable('person')
    .set({
      registration: 'Deleted', email: blank.email, display_name: blank.displayName, sort_name: blank.displayName.toLowerCase(), personal_meeting_number: blank.personalMeetingNumber, password_hash: null,
      totp_secret: null, totp_enabled: false, totp_last_step: null, locale: null, picture_version: null, trial_ends_at: null, telephony: null, verified_at: null, purge_after: null,
      presence_mode: 'automatic', status_message: null,
    })
    .where('id', '=', id)
    .execute();
}

export async function updatePersonalNumber(sql: Sql, id: PersonId, number: string): Promise<void> {
  await sql.updateTable('person').set({ personal_meeting_number: number }).where('id', '=', id).execute();
}

export async function updateTelephony(sql: Sql, id: PersonId, telephony: Telephony): Promise<void> {
  await sql.updateTable('person').set({ telephony: JSON.stringify(telephony) }).where('id', '=', id).execute();
}
