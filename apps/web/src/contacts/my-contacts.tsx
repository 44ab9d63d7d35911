import { ContactRound, Ellipsis, MessageSquare, UserX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from '@carillon/ui/avatar.js';
import { Button } from '@carillon/ui/button.js';
import { EmptyState } from '@carillon/ui/empty-state.js';
import { Menu, type MenuEntry } from '@carillon/ui/menu.js';
import { SkeletonRows } from '@carillon/ui/skeleton.js';
import type { Contact } from '@carillon/wire/rest/contacts.js';
import { pictureOf } from '../api.js';
import { moveByArrows } from '../chat/channel-list.js';
import { useOpenConversation } from '../chat/new-conversation-dialog.js';
import { matchesAll } from '../find/match-words.js';
import { useWords } from '../i18n.js';
import { usePresence, useWatch } from '../session/sync-context.js';
import { useContacts } from './use-contacts.js';

/** One's own list: at most a hundred, so it is all in the page. */
export function MyContacts({ typed, onSeeAll }: { typed: string; onSeeAll: () => void }): ReactNode {
  const { t } = useWords();
  const contacts = useContacts();
  const shown = contacts.list.filter(contact => matchesAll(`${contact.name} ${contact.email}`, typed));
  useWatch(shown.flatMap(contact => contact.person?.id ?? []));
  if (contacts.waiting) return <SkeletonRows count={6} />;
  if (shown.length === 0) {
    return (
      <EmptyState icon={<ContactRound size={24} strokeWidth={1.75} />} title={t(typed === '' ? 'contacts.mineEmptyTitle' : 'people.noneFound')} actions={<Button look="accent" onClick={onSeeAll}>{t('contacts.seeAll')}</Button>}>
        {t(typed === '' ? 'contacts.mineEmptyText' : 'contacts.noneText')}
      </EmptyState>
    );
  }
  return (
    <div className="people-scroll" onKeyDown={moveByArrows}>
      <ul>{shown.map(contact => <ContactLine key={contact.email} contact={contact} onRemove={() => contacts.remove(contact)} />)}</ul>
    </div>
  );
}

function ContactLine({ contact, onRemove }: { contact: Contact; onRemove: () => void }): ReactNode {
  const { t } = useWords();
  const { person } = contact;
  const presence = usePresence(person?.id);
  const write = useOpenConversation();
  const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;
  const entries: MenuEntry[] = [
    ...(person === null ? [] : [{ label: t('people.write'), icon: <MessageSquare {...icon} />, onSelect: () => void write([person.id]) }, null]),
    { label: t('contacts.remove'), icon: <UserX {...icon} />, danger: true, onSelect: onRemove },
  ];
  const words = <span className="person-words"><span className="ellipsis" dir="auto">{contact.name}</span><span className="quieter ellipsis">{contact.email}</span></span>;
  return (
    <li className="contact-line">
      {person === null ? (
        <a className="person-open" data-row href={`mailto:${contact.email}`}>
          <Avatar id={contact.email} name={contact.name} size={40} />{words}<span className="person-state quieter">{t('contacts.addressOnly')}</span>
        </a>
      ) : (
        <button type="button" data-row className="person-open" onClick={() => void write([person.id])}>
          <Avatar id={person.id} name={person.displayName} size={40} picture={pictureOf(person)} presence={presence} />{words}
          <span className="person-state quieter">{presence === undefined ? t('assistant.about') : t(`presence.${presence}`)}</span><span className="sr-only">{t('people.write')}</span>
        </button>
      )}
      <Menu trigger={<button type="button" className="icon-button" data-size="36" aria-label={t('people.actions', { name: contact.name })}><Ellipsis {...icon} /></button>} entries={entries} />
    </li>
  );
}
