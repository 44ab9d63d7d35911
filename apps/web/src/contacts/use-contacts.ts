import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PersonId } from '@carillon/kernel/ids.js';
import { showToast } from '@carillon/ui/toast-list.js';
import { addContact, listContacts, removeContact, type Contact } from '@carillon/wire/rest/contacts.js';
import { api } from '../api.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';

const KEY = ['contacts'];

export interface Contacts {
  readonly list: readonly Contact[];
  readonly waiting: boolean;
  contactOf(personId: string): Contact | undefined;
  add(personId: PersonId, name: string): void;
  remove(contact: Contact): void;
  refresh(): void;
}

/** One's own contacts, and what can be done with them from anywhere. */
export function useContacts(): Contacts {
  const { t } = useWords();
  const queries = useQueryClient();
  const contacts = useQuery({ queryKey: KEY, queryFn: async () => (await api.call(listContacts, {})).contacts });
  const list = contacts.data ?? [];
  const refresh = (): void => void queries.invalidateQueries({ queryKey: KEY });
  const told = (work: Promise<unknown>, text: string): void => {
    work.then(() => { showToast(text); refresh(); }, (error: unknown) => showToast(failureText(error, t), 'error'));
  };
  return {
    list, waiting: contacts.isPending, refresh,
    contactOf: personId => list.find(contact => contact.person?.id === personId),
    add: (personId, name) => told(api.call(addContact, { body: { personId } }), t('contacts.added', { name })),
    remove: contact => told(api.call(removeContact, { query: { email: contact.email } }), t('contacts.removed', { name: contact.name })),
  };
}
