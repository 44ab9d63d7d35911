import { writeCsv } from '@carillon/kernel/csv.js';
import type { Contact } from '@carillon/wire/rest/contacts.js';

/** The list as a CSV file into the folder of downloads (TRN-15). */
export function saveContacts(contacts: readonly Contact[], heads: { name: string; email: string; file: string }): void {
  const rows = [[heads.name, heads.email], ...contacts.map(contact => [contact.name, contact.email])];
  const url = URL.createObjectURL(new Blob([writeCsv(rows)], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: heads.file });
  link.click();
  // The download has begun with the press; the address is not needed any longer.
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
