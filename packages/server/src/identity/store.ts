import { sql as raw } from 'kysely';
import type { AccountId, GuestId, PersonId, SessionId } from '@carillon/kernel/ids.js';
import type { Sql } from '../platform/database/database.js';
import type { LinkKind, SessionRow } from './model.js';

/** A session of a person or a guest, by the hash of its secret. */
export async function insertSession(
  sql: Sql,
  session: { id: SessionId; tokenHash: Buffer; personId?: PersonId; guestId?: GuestId; label: string; at: Date; expiresAt: Date },
): Promise<void> {
  await sql
    .with('opened', db => db.insertInto('session').values({
      id: session.id, kind: session.personId ? 'person' : 'guest', token_hash: session.tokenHash, person_id: session.personId ?? null, guest_id: session.guestId ?? null,
      label: session.label, created_at: session.at, last_seen_at: session.at, expires_at: session.expiresAt,
    }).returning('person_id'))
    .updateTable('person')
    .from('opened')
    .set({ last_active_at: session.at })
    .whereRef('person.id', '=', 'opened.person_id')
    .execute();
}

/** A session that is not over, by the hash of its secret; a guest’s with the meeting they may go to. */
export async function readSession(sql: Sql, tokenHash: Buffer, now: Date): Promise<SessionRow | undefined> {
  return sql
    .selectFrom('session')
    .leftJoin('attendee', 'attendee.guest_id', 'session.guest_id')
    .leftJoin('person', 'person.id', 'session.person_id')
    .select([
      'session.id', 'session.kind', 'session.person_id as personId', 'session.guest_id as guestId', 'attendee.meeting_id as meetingId', 'session.label',
      'session.created_at as createdAt', 'session.last_seen_at as lastSeenAt', 'session.expires_at as expiresAt',
    ])
    .where('token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    // Whoever was shut out in the moment of signing in stays out.
    .where(eb => eb.or([eb('person.id', 'is', null), eb('person.registration', '=', 'Registered')]))
    .executeTakeFirst();
}

/** Those of the sessions that are there and not yet over, each with its end. */
export async function readLiveSessions(sql: Sql, ids: readonly SessionId[], now: Date): Promise<{ id: SessionId; expiresAt: Date }[]> {
  if (ids.length === 0) return [];
  return sql.selectFrom('session').select(['id', 'expires_at as expiresAt']).where('id', 'in', [...ids]).where('expires_at', '>', now).execute();
}

/** Moves a session’s last use and its end. */
export async function updateSessionSeen(sql: Sql, id: SessionId, at: Date, expiresAt: Date): Promise<void> {
  await sql
    .with('seen', db => db.updateTable('session').set({ last_seen_at: at, expires_at: expiresAt }).where('id', '=', id).returning('person_id'))
    .updateTable('person')
    .from('seen')
    .set({ last_active_at: at })
    .whereRef('person.id', '=', 'seen.person_id')
    .execute();
}

/** A person’s sessions that are not over, the last used first; at most 100. */
export async function readSessions(sql: Sql, personId: PersonId, now: Date): Promise<Pick<SessionRow, 'id' | 'label' | 'createdAt' | 'lastSeenAt'>[]> {
  return sql
    .selectFrom('session')
    .select(['id', 'label', 'created_at as createdAt', 'last_seen_at as lastSeenAt'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .limit(100)
    .execute();
}

/** One's own only. Says whether there was one. */
export async function deleteSession(sql: Sql, personId: PersonId, id: SessionId): Promise<boolean> {
  const { numDeletedRows } = await sql.deleteFrom('session').where('id', '=', id).where('person_id', '=', personId).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Harmless when it is gone. */
export async function deleteSessionById(sql: Sql, id: SessionId): Promise<void> {
  await sql.deleteFrom('session').where('id', '=', id).execute();
}

/** All of a person’s sessions, or all but one. */
export async function deleteSessionsOf(sql: Sql, personId: PersonId, except: SessionId | undefined): Promise<void> {
  await sql.deleteFrom('session').where('person_id', '=', personId).$if(except !== undefined, query => query.where('id', '!=', except!)).execute();
}

/** All sessions of these people. */
export async function deleteSessionsOfAll(sql: Sql, ids: readonly PersonId[]): Promise<void> {
  if (ids.length > 0) await sql.deleteFrom('session').where('person_id', '=', raw<PersonId>`any(${[...ids]}::uuid[])`).execute();
}

/** Links that were made for a person, and the name on those the person made. */
export async function deleteLinksOf(sql: Sql, personId: PersonId): Promise<void> {
  await sql.deleteFrom('link').where('person_id', '=', personId).execute();
  await sql.updateTable('link').set({ invited_by: null }).where('invited_by', '=', personId).execute();
}

/** Sessions and links that are over. */
export async function deleteExpired(sql: Sql, now: Date): Promise<void> {
  await sql.deleteFrom('session').where('expires_at', '<=', now).execute();
  await sql.deleteFrom('link').where('expires_at', '<=', now).execute();
}

export interface Credentials {
  id: PersonId;
  passwordHash: string | null;
  totpEnabled: boolean;
  totpSecret: Buffer | null;
  totpLastStep: number | null;
  verified: boolean;
  suspended: boolean;
  locale: string | null;
}

function selectCredentials(sql: Sql) {
  return sql
    .selectFrom('person')
    .select([
      'id', 'password_hash as passwordHash', 'totp_enabled as totpEnabled', 'totp_secret as totpSecret', 'totp_last_step as totpLastStep', 'locale',
      raw<boolean>`verified_at is not null`.as('verified'), raw<boolean>`registration = 'Suspended'`.as('suspended'),
    ])
    .where('registration', 'in', ['Registered', 'Suspended']);
}

/** What sign-in checks, by canonical address; nobody who was only invited, or gave the address up. */
export async function readCredentials(sql: Sql, email: string): Promise<Credentials | undefined> {
  return selectCredentials(sql).where('email', '=', email).executeTakeFirst();
}

/** What sign-in checks, by person. */
export async function readCredentialsOf(sql: Sql, id: PersonId): Promise<Credentials | undefined> {
  return selectCredentials(sql).where('id', '=', id).executeTakeFirst();
}

/** Sets the argon2id hash. */
export async function updatePassword(sql: Sql, id: PersonId, passwordHash: string): Promise<void> {
  await sql.updateTable('person').set({ password_hash: passwordHash }).where('id', '=', id).execute();
}

/** Marks the address as proved, once. */
export async function updateVerified(sql: Sql, id: PersonId, at: Date): Promise<void> {
  await sql.updateTable('person').set({ verified_at: at }).where('id', '=', id).where('verified_at', 'is', null).execute();
}

/** Sets or clears the sealed secret of the second factor; codes spent before count no more. */
export async function updateTotp(sql: Sql, id: PersonId, set: { secret: Buffer | null; enabled: boolean }): Promise<void> {
  await sql.updateTable('person').set({ totp_secret: set.secret, totp_enabled: set.enabled, totp_last_step: null }).where('id', '=', id).execute();
}

/** Spends a code's time step; false when it, or a later one, was spent before. */
export async function spendTotpStep(sql: Sql, id: PersonId, step: number): Promise<boolean> {
  const { numUpdatedRows } = await sql
    .updateTable('person')
    .set({ totp_last_step: step })
    .where('id', '=', id)
    .where(eb => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface LinkRow {
  kind: LinkKind;
  email: string | null;
  personId: PersonId | null;
  accountId: AccountId | null;
  invitedBy: PersonId | null;
  payload: Record<string, unknown> | null;
}

/** A one-time link by the hash of its secret. */
export async function insertLink(sql: Sql, link: LinkRow & { secretHash: Buffer; at: Date; expiresAt: Date }): Promise<void> {
  await sql
    .insertInto('link')
    .values({
      secret_hash: link.secretHash, kind: link.kind, email: link.email, person_id: link.personId, account_id: link.accountId, invited_by: link.invitedBy,
      payload: link.payload && JSON.stringify(link.payload), created_at: link.at, expires_at: link.expiresAt, used_at: null,
    })
    .execute();
}

const LINK_COLUMNS = ['kind', 'email', 'person_id as personId', 'account_id as accountId', 'invited_by as invitedBy', 'payload'] as const;

/** A link that was not used and is not too old. */
export async function readLink(sql: Sql, kind: LinkKind, secretHash: Buffer, now: Date): Promise<LinkRow | undefined> {
  const row = await sql.selectFrom('link').select(LINK_COLUMNS).where('secret_hash', '=', secretHash).where('kind', '=', kind).where('used_at', 'is', null).where('expires_at', '>', now).executeTakeFirst();
  return row as LinkRow | undefined;
}

/** Marks the link as used and returns it; undefined when it is unknown, used or too old. Two who race get it once. */
export async function spendLink(sql: Sql, kind: LinkKind, secretHash: Buffer, now: Date): Promise<LinkRow | undefined> {
  const row = await sql
    .updateTable('link')
    .set({ used_at: now })
    .where('secret_hash', '=', secretHash)
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(LINK_COLUMNS)
    .executeTakeFirst();
  return row as LinkRow | undefined;
}

/** Older links of the same kind for the same address stop working. */
export async function deleteLinks(sql: Sql, kind: 'verify' | 'reset' | 'root-reset', email: string): Promise<void> {
  await sql.deleteFrom('link').where('kind', '=', kind).where('email', '=', email).where('used_at', 'is', null).execute();
}

/** Invitations of these addresses into an account stop working. */
export async function deleteInvitations(sql: Sql, accountId: AccountId, emails: readonly string[]): Promise<void> {
  if (emails.length === 0) return;
  await sql.deleteFrom('link').where('kind', '=', 'invite').where('account_id', '=', accountId).where('email', 'in', [...emails]).where('used_at', 'is', null).execute();
}

/** All invitations into an account, used ones too. */
export async function deleteInvitationsInto(sql: Sql, accountId: AccountId): Promise<void> {
  await sql.deleteFrom('link').where('account_id', '=', accountId).execute();
}

/** Earlier set-up links stop working. */
export async function deleteSetupLinks(sql: Sql): Promise<void> {
  await sql.deleteFrom('link').where('kind', '=', 'setup').execute();
}

export interface InvitationRow {
  email: string;
  accountName: string;
  invitedBy: string;
}

/** What the page of an invitation shows; undefined when it is unknown, used or too old. */
export async function readInvitation(sql: Sql, secretHash: Buffer, now: Date): Promise<InvitationRow | undefined> {
  return sql
    .selectFrom('link')
    .innerJoin('account', 'account.id', 'link.account_id')
    .leftJoin('person', 'person.id', 'link.invited_by')
    .select(['link.email', 'account.name as accountName', raw<string>`coalesce(person.display_name, '')`.as('invitedBy')])
    .where('secret_hash', '=', secretHash)
    .where('kind', '=', 'invite')
    .where('link.email', 'is not', null)
    .where('account.deleted_at', 'is', null)
    .where('used_at', 'is', null)
    .where('link.expires_at', '>', now)
    .$narrowType<{ email: string }>()
    .executeTakeFirst();
}

export interface InviteeRow {
  email: string;
  personId: PersonId;
  accountId: AccountId | null;
}

/** Those of the addresses that are people, with their accounts. */
export async function readInvitees(sql: Sql, emails: readonly string[]): Promise<InviteeRow[]> {
  return sql
    .selectFrom('person')
    .leftJoin('membership', join => join.onRef('membership.person_id', '=', 'person.id').on('membership.status', '=', 'Joined'))
    .select(['person.email', 'person.id as personId', 'membership.account_id as accountId'])
    .where('person.email', 'in', [...emails])
    .where('person.registration', 'in', ['Registered', 'Suspended'])
    .execute();
}

/** Who a guest is: the name given at the door, and the seat. */
export async function readGuest(sql: Sql, guestId: GuestId) {
  return sql.selectFrom('attendee').select(['guest_id as guestId', 'name', 'meeting_id as meetingId', 'id as attendeeId']).where('guest_id', '=', guestId).$narrowType<{ guestId: GuestId }>().executeTakeFirst();
}
