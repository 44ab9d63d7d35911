import type { PersonId } from '@carillon/kernel/ids.js';
import type { Sql } from '../platform/database/database.js';

/** SQL about people's own lists of contacts. */

export interface ContactRow {
  email: string;
  name: string;
  /** Whoever has the address, known to the list's owner or not. */
  personId: PersonId | null;
  createdAt: Date;
}

/** Holds the owner's list until the transaction ends, so that it cannot outgrow its bound. */
export async function lockContacts(sql: Sql, owner: PersonId): Promise<void> {
  await sql.selectFrom('person').select('id').where('id', '=', owner).forNoKeyUpdate().execute();
}

/** All of a list, in no order. */
export async function readContacts(sql: Sql, owner: PersonId): Promise<ContactRow[]> {
  return sql
    .selectFrom('contact')
    .leftJoin('person', join => join.on(eb => eb.or([
      eb('person.id', '=', eb.ref('contact.person_id')),
      eb.and([eb('contact.person_id', 'is', null), eb('person.email', '=', eb.ref('contact.email')), eb('person.registration', 'not in', ['Released', 'Deleted'])]),
    ])))
    .select(['contact.email', 'contact.name', 'person.id as personId', 'contact.created_at as createdAt'])
    .where('owner_id', '=', owner)
    .execute();
}

/** Who has these addresses, for whoever may know of them. */
export async function readPersonIdsByEmail(sql: Sql, emails: readonly string[]): Promise<PersonId[]> {
  if (emails.length === 0) return [];
  const rows = await sql.selectFrom('person').select('id').where('email', 'in', [...emails]).where('registration', 'not in', ['Released', 'Deleted']).execute();
  return rows.map(row => row.id);
}

/** Those that are not in the list yet; an address or a person stands there once. */
export async function insertContacts(sql: Sql, owner: PersonId, contacts: readonly { email: string; name: string; personId: PersonId | null }[], at: Date): Promise<void> {
  if (contacts.length === 0) return;
  await sql
    .insertInto('contact')
    .values(contacts.map(contact => ({ owner_id: owner, email: contact.email, name: contact.name, person_id: contact.personId, created_at: at })))
    .onConflict(conflict => conflict.doNothing())
    .execute();
}

/** By the address that was added, or the one its person has now. */
export async function deleteContact(sql: Sql, owner: PersonId, email: string): Promise<void> {
  await sql
    .deleteFrom('contact')
    .where('owner_id', '=', owner)
    .where(eb => eb.or([eb('email', '=', email), eb('person_id', 'in', eb.selectFrom('person').select('id').where('person.email', '=', email))]))
    .execute();
}

/** A purged person's own list, and the person in those of others. */
export async function deleteContactsOfPerson(sql: Sql, personId: PersonId): Promise<void> {
  await sql.deleteFrom('contact').where(eb => eb.or([eb('owner_id', '=', personId), eb('person_id', '=', personId)])).execute();
}
