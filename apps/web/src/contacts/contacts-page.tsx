import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ContactRound, Download, Ellipsis, MessageSquare, Search, Upload, UserPlus } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { PersonId } from '@carillon/kernel/ids.js';
import { Avatar } from '@carillon/ui/avatar.js';
import { Button } from '@carillon/ui/button.js';
import { EmptyState } from '@carillon/ui/empty-state.js';
import { Field } from '@carillon/ui/field.js';
import { Menu } from '@carillon/ui/menu.js';
import { SkeletonRows } from '@carillon/ui/skeleton.js';
import { Tabs } from '@carillon/ui/tabs.js';
import { listPeople } from '@carillon/wire/rest/chat.js';
import type { Person } from '@carillon/wire/rest/identity.js';
import { api, pictureOf } from '../api.js';
import { moveByArrows } from '../chat/channel-list.js';
import { useOpenConversation } from '../chat/new-conversation-dialog.js';
import { useFoundPeople } from '../chat/people-picker.js';
import { useWords } from '../i18n.js';
import { usePresenceText } from '../presence/presence-text.js';
import { useMe, usePresence, useWatch } from '../session/sync-context.js';
import { useContactEntry } from './contact-entry.js';
import { saveContacts } from './contact-file.js';
import { ImportDialog } from './import-dialog.js';
import { InviteDialog } from './invite-dialog.js';
import { MyContacts } from './my-contacts.js';
import { useContacts } from './use-contacts.js';
import './contacts-page.css';

interface PeoplePage { people: Person[]; next: PersonId | null }

export function ContactsPage(): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const [typed, setTyped] = useState('');
  const [tab, setTab] = useState('all');
  const [importing, setImporting] = useState(false);
  const contacts = useContacts();
  const [inviting, setInviting] = useState(false);
  const all = useInfiniteQuery({
    queryKey: ['people'], initialPageParam: null as PersonId | null, getNextPageParam: (page: PeoplePage) => page.next,
    queryFn: ({ pageParam }): Promise<PeoplePage> => api.call(listPeople, { query: pageParam === null ? {} : { after: pageParam } }),
  });
  const found = useFoundPeople(typed);
  const people = (typed.trim() === '' ? all.data?.pages.flatMap(page => page.people) ?? [] : found.people).filter(person => person.id !== me.id);
  const none = !all.isPending && people.length === 0;
  const everybody = all.isPending ? <SkeletonRows count={8} /> : none ? (
    <EmptyState icon={<ContactRound size={24} strokeWidth={1.75} />} title={t(typed === '' ? 'contacts.emptyTitle' : 'people.noneFound')} actions={typed === '' ? <Button look="accent" onClick={() => setInviting(true)}>{t('invite.do')}</Button> : undefined}>
      {t(typed === '' ? 'contacts.emptyText' : 'contacts.noneText')}
    </EmptyState>
  ) : <PeopleList people={people} onEnd={() => { if (typed === '' && all.hasNextPage && !all.isFetchingNextPage) void all.fetchNextPage(); }} />;
  return (
    <main className="page contacts">
      <header className="page-head">
        <h1>{t('rail.contacts')}</h1>
        <Button icon={<UserPlus size={18} strokeWidth={1.75} aria-hidden />} onClick={() => setInviting(true)}>{t('invite.do')}</Button>
        <Menu
          trigger={<button type="button" className="icon-button" data-size="36" aria-label={t('act.more')}><Ellipsis size={20} strokeWidth={1.75} aria-hidden /></button>}
          entries={[
            { label: t('contacts.export'), icon: <Download size={18} strokeWidth={1.75} aria-hidden />, disabled: contacts.list.length === 0, onSelect: () => saveContacts(contacts.list, { name: t('contacts.csvName'), email: t('contacts.csvEmail'), file: t('contacts.csvFile') }) },
            { label: t('contacts.import'), icon: <Upload size={18} strokeWidth={1.75} aria-hidden />, onSelect: () => setImporting(true) },
          ]}
        />
      </header>
      <div className="page-search"><Field label={t('people.search')} hideLabel type="search" placeholder={t('people.search')} icon={<Search size={16} strokeWidth={1.75} aria-hidden />} value={typed} onChange={event => setTyped(event.target.value)} autoComplete="off" /></div>
      <Tabs label={t('rail.contacts')} value={tab} onChange={setTab} tabs={[{ id: 'all', label: t('contacts.all'), content: everybody }, { id: 'mine', label: t('contacts.mine', { count: contacts.list.length }), content: <MyContacts typed={typed} onSeeAll={() => setTab('all')} /> }]} />
      {importing ? <ImportDialog onClose={() => setImporting(false)} /> : null}
      {inviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
    </main>
  );
}

/** Thousands of people are a list of those on screen. */
function PeopleList({ people, onEnd }: { people: readonly Person[]; onEnd: () => void }): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  // The compiler leaves this component alone, which is right: the scroller changes in place.
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer({ count: people.length, getScrollElement: () => frame.current, estimateSize: () => 60, overscan: 8, getItemKey: index => people[index]?.id ?? index });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => { if (last >= people.length - 10) onEnd(); });
  useWatch(items.map(item => people[item.index]?.id).filter(id => id !== undefined));
  return (
    <div ref={frame} className="people-scroll" onKeyDown={moveByArrows}>
      <ul style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {items.map(item => {
          const person = people[item.index];
          return person === undefined ? null : <PersonLine key={item.key} person={person} top={item.start} />;
        })}
      </ul>
    </div>
  );
}

function PersonLine({ person, top }: { person: Person; top: number }): ReactNode {
  const { t } = useWords();
  const presence = usePresence(person.id);
  const presenceText = usePresenceText(person.id);
  const write = useOpenConversation();
  const entry = useContactEntry();
  return (
    <li className="person-line contact-line" style={{ transform: `translateY(${top}px)` }}>
      <button type="button" data-row className="person-open" onClick={() => void write([person.id])}>
        <Avatar id={person.id} name={person.displayName} size={40} picture={pictureOf(person)} presence={presence} />
        <span className="person-words"><span className="ellipsis" dir="auto">{person.displayName}</span><span className="quieter ellipsis">{person.email}</span></span>
        <span className="person-state quieter ellipsis" dir="auto">{presenceText}</span>
        <span className="sr-only">{t('people.write')}</span>
      </button>
      <Menu trigger={<button type="button" className="icon-button" data-size="36" aria-label={t('people.actions', { name: person.displayName })}><Ellipsis size={18} strokeWidth={1.75} aria-hidden /></button>} entries={[{ label: t('people.write'), icon: <MessageSquare size={18} strokeWidth={1.75} aria-hidden />, onSelect: () => void write([person.id]) }, entry(person.id, person.displayName)]} />
    </li>
  );
}
