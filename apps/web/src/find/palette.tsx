import { useNavigate } from '@tanstack/react-router';
import { ContactRound, Hash, House, Keyboard, MessageSquare, Moon, Search, Settings2, SquarePen, Sun, TextSearch, Users, Video } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useMemo, useState, useSyncExternalStore, type KeyboardEvent, type ReactNode } from 'react';
import { Avatar } from '@carillon/ui/avatar.js';
import { pictureOf } from '../api.js';
import { ChannelAvatar } from '../chat/channel-row.js';
import { channelTitle } from '../chat/channel-name.js';
import { newestFirst } from '../chat/channel-list.js';
import { useOpenConversation } from '../chat/new-conversation-dialog.js';
import { useFoundPeople } from '../chat/people-picker.js';
import { useWords } from '../i18n.js';
import { numberOf } from '../meetings/meeting-number.js';
import { useMeetNow } from '../meetings/use-meetings.js';
import { useMe, useSync } from '../session/sync-context.js';
import { applyTheme } from '../theme.js';
import { matchesAll } from './match-words.js';
import { wordsOfPerson } from './words-of-person.js';
import { keysOf } from './shortcuts-dialog.js';
import { closeOverlay, openDialog, openShortcuts, readOverlay, subscribeOverlay } from './shortcuts-state.js';
import './palette.css';

interface Entry { readonly key: string; readonly group: 'channels' | 'people' | 'actions' | 'content'; readonly label: string; readonly hint?: string; readonly icon: ReactNode; run(): void }

const PER_GROUP_MAX = 8;

/** Ctrl-K: people, rooms and conversations, and what can be done, in one list under one field. */
export function Palette(): ReactNode {
  const { t } = useWords();
  const open = useSyncExternalStore(subscribeOverlay, readOverlay) === 'palette';
  return (
    <Dialog.Root open={open} onOpenChange={next => { if (!next) closeOverlay(); }}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-shade" />
        <Dialog.Content className="palette" aria-describedby={undefined}>
          <Dialog.Title className="sr-only">{t('palette.title')}</Dialog.Title>
          <PaletteBody />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteBody(): ReactNode {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const entries = useEntries(typed);
  const current = entries[Math.min(at, entries.length - 1)];
  const content = entries.find(entry => entry.group === 'content');
  const run = (entry: Entry): void => { closeOverlay(); entry.run(); };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt((Math.min(at, entries.length - 1) + (event.key === 'ArrowDown' ? 1 : entries.length - 1)) % Math.max(1, entries.length));
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && content !== undefined) { event.preventDefault(); run(content); } else if (event.key === 'Enter' && current !== undefined) { event.preventDefault(); run(current); }
  };
  return (
    <>
      <div className="palette-field">
        <Search size={20} strokeWidth={1.75} aria-hidden />
        <input value={typed} onChange={event => { setTyped(event.target.value); setAt(0); }} onKeyDown={pressed} placeholder={t('palette.placeholder')} aria-label={t('palette.title')} role="combobox" aria-expanded aria-controls="palette-list" aria-activedescendant={current === undefined ? undefined : `palette-${current.key}`} autoComplete="off" maxLength={100} dir="auto" />
        <kbd>Esc</kbd>
      </div>
      <div id="palette-list" className="palette-list" role="listbox" aria-label={t('palette.title')}>
        {entries.map((entry, index) => <PaletteRow key={entry.key} entry={entry} head={entries[index - 1]?.group !== entry.group} active={entry === current} onRun={() => run(entry)} />)}
      </div>
    </>
  );
}

function PaletteRow({ entry, head, active, onRun }: { entry: Entry; head: boolean; active: boolean; onRun: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <>
      {head ? <div className="palette-head" role="presentation">{t(`palette.${entry.group}`)}</div> : null}
      <div id={`palette-${entry.key}`} role="option" aria-selected={active} className="palette-row" ref={active ? row => row?.scrollIntoView({ block: 'nearest' }) : undefined} onClick={onRun}>
        {entry.icon}
        <span className="ellipsis" dir="auto">{entry.label}</span>
        {entry.hint === undefined ? null : <span className="quieter ellipsis">{entry.hint}</span>}
      </div>
    </>
  );
}

function useEntries(typed: string): readonly Entry[] {
  const { t } = useWords();
  const navigate = useNavigate();
  const me = useMe();
  const write = useOpenConversation();
  const channels = useSync(state => state.channels);
  const { people } = useFoundPeople(typed);
  const actions = useActions(typed);
  return useMemo(() => {
    const rooms = newestFirst(channels).filter(channel => matchesAll(`${channelTitle(channel, t)} ${channel.people.map(person => person.email).join(' ')}`, typed)).slice(0, PER_GROUP_MAX);
    // Whoever has a conversation stands above already.
    const shown = new Set(rooms.filter(channel => channel.kind === 'direct').map(channel => channel.people[0]?.id));
    return [
      ...rooms.map((channel): Entry => ({
        key: channel.id, group: 'channels', label: channelTitle(channel, t), icon: <ChannelAvatar channel={channel} size={28} />, ...(channel.kind === 'room' ? { hint: t('chat.memberCount', { count: channel.memberCount }) } : {}),
        run: () => void navigate({ to: '/chat/$channelId', params: { channelId: channel.id }, search: {} }),
      })),
      // Until the answer to the last letter is here, those found before stand in for it.
      ...people.filter(person => person.id !== me.id && !shown.has(person.id) && matchesAll(wordsOfPerson(person, t), typed)).slice(0, PER_GROUP_MAX).map((person): Entry => ({
        key: person.id, group: 'people', label: person.displayName, hint: person.email, icon: <Avatar id={person.id} name={person.displayName} size={28} picture={pictureOf(person)} />, run: () => void write([person.id]),
      })),
      ...actions.filter(action => matchesAll(action.label, typed)),
      ...(typed.trim() === '' ? [] : [{
        key: 'content', group: 'content' as const, label: t('palette.messagesWith', { typed: typed.trim() }), hint: keysOf('Enter'), icon: <span className="palette-icon"><TextSearch size={20} strokeWidth={1.75} aria-hidden /></span>,
        run: () => void navigate({ to: '/search', search: { q: typed.trim() } }),
      }]),
    ];
  // `write` is made anew at each render and always does the same.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [channels, people, actions, typed, t, navigate, me.id]);
}

function useActions(typed: string): readonly Entry[] {
  const { t } = useWords();
  const navigate = useNavigate();
  const { start } = useMeetNow();
  const icon = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;
  const number = numberOf(typed);
  const action = (key: string, label: string, shape: ReactNode, run: () => void): Entry => ({ key, group: 'actions', label, icon: <span className="palette-icon">{shape}</span>, run });
  return [
    ...(number === null ? [] : [{ ...action('number', `${t('palette.join')} ${typed}`, <Hash {...icon} />, () => void navigate({ to: '/m/$number', params: { number } })) }]),
    action('write', t('chat.newMessage'), <SquarePen {...icon} />, () => openDialog('conversation')),
    action('room', t('chat.newRoom'), <Users {...icon} />, () => openDialog('room')),
    action('now', t('meeting.now'), <Video {...icon} />, () => start()),
    action('home', t('rail.home'), <House {...icon} />, () => void navigate({ to: '/' })),
    action('search', t('search.title'), <TextSearch {...icon} />, () => void navigate({ to: '/search', search: {} })),
    action('chat', t('rail.chat'), <MessageSquare {...icon} />, () => void navigate({ to: '/chat' })),
    action('meetings', t('rail.meetings'), <Video {...icon} />, () => void navigate({ to: '/meetings' })),
    action('contacts', t('rail.contacts'), <ContactRound {...icon} />, () => void navigate({ to: '/contacts' })),
    action('settings', t('rail.settings'), <Settings2 {...icon} />, () => void navigate({ to: '/settings' })),
    action('light', t('theme.light'), <Sun {...icon} />, () => applyTheme('light')),
    action('dark', t('theme.dark'), <Moon {...icon} />, () => applyTheme('dark')),
    action('keys', t('shortcuts.title'), <Keyboard {...icon} />, openShortcuts),
  ];
}
