import { ApiError, badRequest } from '@carillon/kernel/errors.js';
import type { PersonId } from '@carillon/kernel/ids.js';
import { CONTACTS_MAX, type Contact } from '@carillon/wire/rest/contacts.js';
import { NAME_LENGTH_MAX } from '@carillon/wire/values.js';
import type { Ctx, Tx } from '../ctx.js';
import { accessPeople, accessSelf, accessVisiblePeople } from './access.js';
import { deleteContact, deleteContactsOfPerson, insertContacts, lockContacts, readContacts, readPersonIdsByEmail, type ContactRow } from './contact-store.js';
import { presentPerson, sortName, type PersonRow } from './model.js';

/** Somebody to be added: as a person whom the caller may know of, or as a mere address. */
export interface NewContact {
  email: string;
  name: string;
  personId: PersonId | null;
}

/** The caller's own list in order of name. Whoever the caller may not know of any more is an address. */
export async function listContacts(ctx: Ctx): Promise<Contact[]> {
  const rows = await readContacts(ctx.sql, accessSelf(ctx));
  const people = await accessVisiblePeople(ctx, rows.flatMap(row => row.personId ?? []));
  const byId = new Map(people.map(person => [person.id, person]));
  return rows.map(row => presentContact(row, row.personId === null ? undefined : byId.get(row.personId))).sort((a, b) => (sortName(a.name) < sortName(b.name) ? -1 : 1));
}

function presentContact(row: Omit<ContactRow, 'personId'>, person: PersonRow | undefined): Contact {
  return { email: person?.email ?? row.email, name: person?.displayName ?? row.name, person: person === undefined ? null : presentPerson(person), createdAt: row.createdAt.toISOString() };
}

/** Somebody whom the caller may know of (NotFound otherwise), or any address; at most 100 (guide, TRN-14). Once more is no error. */
export async function addContact(ctx: Ctx, wanted: { personId: PersonId } | { email: string; name?: string | undefined }): Promise<Contact> {
  const self = accessSelf(ctx);
  const [contact] = 'personId' in wanted
    ? (await accessPeople(ctx, [wanted.personId])).map(newContactOf)
    : await resolveAddresses(ctx, [{ email: wanted.email.toLowerCase(), name: wanted.name ?? '' }]);
  if (contact!.personId === self) throw badRequest('You are not in your own contacts.', 'contact-self');
  await ctx.tx(async tx => {
    await lockContacts(tx.sql, self);
    const known = await readContacts(tx.sql, self);
    if (isIn(known, contact!)) return;
    if (known.length >= CONTACTS_MAX) throw new ApiError('Conflict', `Your list holds ${CONTACTS_MAX} contacts and is full. Remove somebody first.`, { reason: 'contacts-full' });
    await insertContacts(tx.sql, self, [contact!], ctx.now());
  });
  const [person] = contact!.personId === null ? [] : await accessVisiblePeople(ctx, [contact!.personId]);
  return presentContact({ ...contact!, createdAt: ctx.now() }, person);
}

function newContactOf(person: PersonRow): NewContact {
  return { email: person.email, name: person.displayName, personId: person.id };
}

/** An address or a person that is in the list already. */
export function isIn(known: readonly ContactRow[], contact: NewContact): boolean {
  return known.some(row => row.email === contact.email || (contact.personId !== null && row.personId === contact.personId));
}

/** Addresses, in lower case, with the people whom the caller may know of; an address is its own name when none is given. */
export async function resolveAddresses(ctx: Ctx, wanted: readonly { email: string; name: string }[]): Promise<NewContact[]> {
  const people = await accessVisiblePeople(ctx, await readPersonIdsByEmail(ctx.sql, wanted.map(each => each.email)));
  const byEmail = new Map(people.map(person => [person.email, person]));
  return wanted.map(({ email, name }) => {
    const person = byEmail.get(email);
    return person === undefined ? { email, name: cleanName(name) || email, personId: null } : newContactOf(person);
  });
}

/** Signs that turn a line round or cannot be stored are taken out. */
function cleanName(name: string): string {
  return Array.from(name.replaceAll(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()).slice(0, NAME_LENGTH_MAX).join('');
}

/** No error for whoever is not in the list. */
export async function removeContact(ctx: Ctx, email: string): Promise<void> {
  await deleteContact(ctx.sql, accessSelf(ctx), email.toLowerCase());
}

/** The list of somebody who is gone for good, and the person in those of others. */
export async function purgeContacts(_ctx: Ctx, tx: Tx, personId: PersonId): Promise<void> {
  await deleteContactsOfPerson(tx.sql, personId);
}
