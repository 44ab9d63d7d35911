import { Type, type Static } from 'typebox';
import { DisplayName, EmailAddress, PersonIdValue, Time } from '../values.js';
import { Person } from './identity.js';
import { route } from './route.js';

/** A person's own list (guide, TRN-14 and TRN-15). */

export const CONTACTS_MAX = 100;
export const IMPORT_BYTES_MAX = 256 * 1024;
export const IMPORT_ROWS_MAX = 1_000;

export const Contact = Type.Object({
  email: Type.String(),
  /** The person's own where there is one; else what the list's owner called the address. */
  name: Type.String(),
  /** Null for an address whose person one may not know of, or that is nobody's. */
  person: Type.Union([Person, Type.Null()]),
  createdAt: Time,
});
export type Contact = Static<typeof Contact>;

/** In order of name. */
export const listContacts = route('GET', '/api/contacts', { reply: Type.Object({ contacts: Type.Array(Contact) }) });

/** By id: a colleague or somebody one shares a conversation or room with. By address: anybody. Whoever is in the list already stays there once. */
export const addContact = route('POST', '/api/contacts', {
  body: Type.Union([
    Type.Object({ personId: PersonIdValue }, { additionalProperties: false }),
    Type.Object({ email: EmailAddress, name: Type.Optional(DisplayName) }, { additionalProperties: false }),
  ]),
  reply: Type.Object({ contact: Contact }),
});
/** No error when the address is not in the list. */
export const removeContact = route('DELETE', '/api/contacts', { query: Type.Object({ email: EmailAddress }) });

/** The body is a CSV file with a name and an e-mail address in each row, as the export writes it. */
export const importContacts = route('POST', '/api/contacts/import', {
  rawBody: true,
  reply: Type.Object({
    added: Type.Integer(),
    already: Type.Integer(),
    /** Added as addresses only: nobody one may know of has them. */
    unknown: Type.Array(Type.String()),
    refused: Type.Array(Type.Object({ line: Type.Integer(), reason: Type.Union([Type.Literal('no-address'), Type.Literal('self'), Type.Literal('list-full')]) })),
  }),
});
