import { BookUser, UserX } from 'lucide-react';
import type { PersonId } from '@carillon/kernel/ids.js';
import type { MenuItem } from '@carillon/ui/menu.js';
import { useWords } from '../i18n.js';
import { useContacts } from './use-contacts.js';

/** The entry of a person's menu that puts them into one's contacts, or takes them out. */
export function useContactEntry(): (personId: PersonId, name: string) => MenuItem {
  const { t } = useWords();
  const contacts = useContacts();
  return (personId, name) => {
    const contact = contacts.contactOf(personId);
    return contact === undefined
      ? { label: t('contacts.add'), icon: <BookUser size={18} strokeWidth={1.75} aria-hidden />, onSelect: () => contacts.add(personId, name) }
      : { label: t('contacts.remove'), icon: <UserX size={18} strokeWidth={1.75} aria-hidden />, onSelect: () => contacts.remove(contact) };
  };
}
