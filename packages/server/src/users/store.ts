import { sql as raw } from 'kysely';
import type { PersonId } from '@carillon/kernel/ids.js';
import type { PresenceMode, StatusMessage } from '@carillon/wire/rest/identity.js';
import type { PersonChange } from '@carillon/wire/socket/frames.js';
import type { Sql } from '../platform/database/database.js';
import { escapeLike } from '../platform/database/like-pattern.js';
import { FOUND_MAX, PEOPLE_PAGE, type MeRow, type NewChange, type PersonRow, type StatusRow } from './model.js';

export interface NewPerson {
  id: PersonId;
  email: string;
  displayName: string;
  sortName: string;
  passwordHash: string | null;
  locale: string | null;
  personalMeetingNumber: string;
  trialEndsAt: Date | null;
  isOwner: boolean;
  verifiedAt: Date | null;
  at: Date;
}

/** Fails on the unique keys of address and meeting number. */
export async function insertPerson(sql: Sql, person: NewPerson): Promise<void> {
  await sql.insertInto('person').values(rowOf(person, 'Registered')).execute();
}

/** Somebody who was named in an invitation and has not come; nothing when the address has its person. */
export async function insertPlaceholder(sql: Sql, person: NewPerson): Promise<void> {
  await sql.insertInto('person').values(rowOf(person, 'Unregistered')).onConflict(conflict => conflict.doNothing()).execute();
}

function rowOf(person: NewPerson, registration: 'Registered' | 'Unregistered') {
  return {
    id: person.id, email: person.email, display_name: person.displayName, sort_name: person.sortName, password_hash: person.passwordHash, totp_secret: null,
    totp_last_step: null, locale: person.locale, picture_version: null, personal_meeting_number: person.personalMeetingNumber, trial_ends_at: person.trialEndsAt,
    is_owner: person.isOwner, verified_at: person.verifiedAt, created_at: person.at, telephony: null, registration, purge_after: null, last_account_id: null, status_message: null,
  };
}

/** Whoever was only named in an invitation comes: the same person, from now on registered. Undefined when there is none. */
export async function registerPlaceholder(sql: Sql, person: Omit<NewPerson, 'id' | 'personalMeetingNumber'>): Promise<PersonId | undefined> {
  const row = await sql
    .updateTable('person')
    .set({
      display_name: person.displayName, sort_name: person.sortName, password_hash: person.passwordHash, locale: person.locale, trial_ends_at: person.trialEndsAt, is_owner: person.isOwner,
      verified_at: person.verifiedAt, created_at: person.at, registration: 'Registered',
    })
    .where('email', '=', person.email)
    .where('registration', '=', 'Unregistered')
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Whose address it is now: a person, or somebody who was only invited. */
export async function readPersonIdByEmail(sql: Sql, email: string): Promise<PersonId | undefined> {
  return (await sql.selectFrom('person').select('id').where('email', '=', email).where('registration', 'not in', ['Released', 'Deleted']).executeTakeFirst())?.id;
}

/** By a person or a meeting, ended ones included. */
export async function isMeetingNumberTaken(sql: Sql, number: string): Promise<boolean> {
  const { rows } = await raw<{ taken: boolean }>`
    select exists (select 1 from person where personal_meeting_number = ${number}) or exists (select 1 from meeting where number = ${number}) as taken`.execute(sql);
  return rows[0]?.taken ?? false;
}

/** A person with account and licence. */
export async function readMe(sql: Sql, id: PersonId): Promise<MeRow | undefined> {
  return sql
    .selectFrom('person')
    .leftJoin('membership', join => join.onRef('membership.person_id', '=', 'person.id').on('membership.status', '=', 'Joined'))
    .leftJoin('account', 'account.id', 'membership.account_id')
    .select([
      'person.id', 'person.email', 'person.display_name as displayName', 'person.picture_version as pictureVersion', 'account.id as accountId', 'account.name as accountName',
      'membership.licence', 'person.trial_ends_at as trialEndsAt', 'person.personal_meeting_number as personalMeetingNumber', 'person.locale',
      'person.totp_enabled as totpEnabled', 'person.is_owner as isOwner', 'person.presence_mode as presenceMode', 'person.status_message as statusMessage',
    ])
    .where('person.id', '=', id)
    .executeTakeFirst();
}

const PERSON_COLUMNS = ['person.id', 'person.email', 'person.display_name as displayName', 'person.picture_version as pictureVersion'] as const;

/**
 * Those of `ids` whom `viewer` may know of: colleagues, people in a channel with the viewer, and the Assistant. Subqueries for one value each: an `exists` may be answered
 * by hashing the whole account, which made a watch cost more with every colleague.
 */
export async function readVisiblePeople(sql: Sql, viewer: PersonId, ids: readonly PersonId[]): Promise<(PersonRow & StatusRow)[]> {
  if (ids.length === 0) return [];
  const { rows } = await raw<PersonRow & StatusRow>`
    select p.id, p.email, p.display_name as "displayName", p.picture_version as "pictureVersion", p.presence_mode as "presenceMode", p.status_message as "statusMessage"
    from person p
    where p.id in (${raw.join(ids)}) and (
      p.id = ${viewer} or p.registration = 'Assistant'
      or p.registration = 'Registered' and (select account_id from membership theirs where theirs.person_id = p.id and theirs.status = 'Joined')
        = (select account_id from membership mine where mine.person_id = ${viewer} and mine.status = 'Joined')
      or (select 1 from channel_member mine join channel_member theirs on theirs.channel_id = mine.channel_id where mine.member_id = ${viewer} and theirs.member_id = p.id limit 1) is not null
    )`.execute(sql);
  return rows;
}

/** The others of the viewer's account who can sign in: nobody who was only invited, is suspended or released. */
function selectColleagues(sql: Sql, viewer: PersonId) {
  return sql
    .selectFrom('membership as mine')
    .innerJoin('membership as theirs', 'theirs.account_id', 'mine.account_id')
    .innerJoin('person', 'person.id', 'theirs.person_id')
    .select(PERSON_COLUMNS)
    .where('mine.person_id', '=', viewer)
    .where('mine.status', '=', 'Joined')
    .where('theirs.status', '=', 'Joined')
    .where('person.registration', '=', 'Registered')
    .where('person.id', '!=', viewer);
}

/** Colleagues in order of name, a page after the given one. */
export async function readColleagues(sql: Sql, viewer: PersonId, after: PersonId | undefined): Promise<PersonRow[]> {
  return selectColleagues(sql, viewer)
    .$if(after !== undefined, query =>
      query.where(({ eb, refTuple, selectFrom }) =>
        eb(refTuple('person.sort_name', 'person.id'), '>', selectFrom('person as last').select(['last.sort_name', 'last.id']).where('last.id', '=', after!).$asTuple('sort_name', 'id')),
      ),
    )
    .orderBy('person.sort_name')
    .orderBy('person.id')
    .limit(PEOPLE_PAGE + 1)
    .execute();
}

/** By the beginning of any word of the name, or of the address. */
export async function findColleagues(sql: Sql, viewer: PersonId, words: string): Promise<PersonRow[]> {
  const pattern = escapeLike(words);
  return selectColleagues(sql, viewer)
    .where(eb => eb.or([eb('person.sort_name', 'like', `${pattern}%`), eb('person.sort_name', 'like', `% ${pattern}%`), eb('person.email', 'like', `${pattern}%`)]))
    .orderBy('person.sort_name')
    .limit(FOUND_MAX)
    .execute();
}

/** Sets what is given. */
export async function updatePerson(sql: Sql, id: PersonId, set: { displayName?: string; sortName?: string; locale?: string; pictureVersion?: number | null }): Promise<void> {
  await sql
    .updateTable('person')
    .set({
      ...(set.displayName !== undefined && { display_name: set.displayName, sort_name: set.sortName ?? '' }),
      ...(set.locale !== undefined && { locale: set.locale }),
      ...(set.pictureVersion !== undefined && { picture_version: set.pictureVersion }),
    })
    .where('id', '=', id)
    .execute();
}

/**
 * Numbers the change under each person's row lock, so that the numbers of one person commit in order. Locks are taken
 * in the order of ids.
 */
export async function insertChanges(sql: Sql, people: readonly PersonId[], change: NewChange, at: Date): Promise<{ personId: PersonId; seq: number }[]> {
  if (people.length === 0) return [];
  const { kind, ...payload } = change;
  const { rows } = await raw<{ personId: PersonId; seq: number }>`
    with locked as (
      select id from person where id in (${raw.join(people)}) order by id for no key update
    ), numbered as (
      update person p set last_change_seq = p.last_change_seq + 1 from locked where p.id = locked.id returning p.id, p.last_change_seq
    )
    insert into person_change (person_id, seq, kind, payload, created_at)
    select id, last_change_seq, ${kind}, ${JSON.stringify(payload)}::jsonb, ${at}::timestamptz from numbered
    returning person_id as "personId", seq`.execute(sql);
  return rows.map(row => ({ personId: row.personId, seq: Number(row.seq) }));
}

/** A person’s changes above a number, in their order. */
export async function readChanges(sql: Sql, personId: PersonId, after: number, limit: number): Promise<PersonChange[]> {
  const rows = await sql.selectFrom('person_change').select(['seq', 'kind', 'payload']).where('person_id', '=', personId).where('seq', '>', after).orderBy('seq').limit(limit).execute();
  return rows.map(row => ({ ...row.payload, seq: Number(row.seq), kind: row.kind }) as unknown as PersonChange);
}

/** The number of a person’s last change. */
export async function readLastChangeSeq(sql: Sql, personId: PersonId): Promise<number> {
  const row = await sql.selectFrom('person').select('last_change_seq').where('id', '=', personId).executeTakeFirst();
  return Number(row?.last_change_seq ?? 0);
}

/** Old changes are dropped: whoever lacks them fetches everything anew. */
export async function deleteChangesBefore(sql: Sql, before: Date): Promise<void> {
  await sql.deleteFrom('person_change').where('created_at', '<', before).execute();
}

/** How a person chose to be shown. */
export async function readPresenceMode(sql: Sql, id: PersonId): Promise<PresenceMode> {
  return (await sql.selectFrom('person').select('presence_mode').where('id', '=', id).executeTakeFirst())?.presence_mode ?? 'automatic';
}

/** Sets what is given. */
export async function updateStatus(sql: Sql, id: PersonId, set: { mode?: PresenceMode | undefined; message?: StatusMessage | null | undefined }): Promise<void> {
  await sql
    .updateTable('person')
    .set({
      ...(set.mode !== undefined && { presence_mode: set.mode }),
      ...(set.message !== undefined && { status_message: set.message && JSON.stringify(set.message) }),
    })
    .where('id', '=', id)
    .execute();
}
