import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Avatar } from '@carillon/ui/avatar.js';
import { Field } from '@carillon/ui/field.js';
import { SEARCH_LENGTH_MAX } from '@carillon/wire/rest/chat.js';
import { pictureOf } from '../api.js';
import { newestFirst } from '../chat/channel-list.js';
import { channelTitle } from '../chat/channel-name.js';
import { ChannelAvatar } from '../chat/channel-row.js';
import { useOpenConversation } from '../chat/new-conversation-dialog.js';
import { useFoundPeople } from '../chat/people-picker.js';
import { useWords } from '../i18n.js';
import { useMe, useSync } from '../session/sync-context.js';
import { matchesAll } from './match-words.js';
import { wordsOfPerson } from './words-of-person.js';

const PER_KIND_MAX = 5;
/** A name is not longer; whatever is typed beyond it is no name. */
const NAME_LENGTH_MAX = 100;

interface Suggestion { readonly key: string; readonly label: string; readonly hint: string; readonly icon: ReactNode; open(): void }

/** As one types: people, rooms and conversations to go to. Enter searches all content, unless an arrow has chosen one of them. */
export function SearchField({ words, onSearch }: { words: string; onSearch: (words: string) => void }): ReactNode {
  const { t } = useWords();
  const listId = useId();
  const [typed, setTyped] = useState(words);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const suggestions = useSuggestions(typed);
  const shown = open && typed.trim() !== '' ? suggestions : [];
  const pressed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      setOpen(false);
      const chosen = shown[at];
      if (chosen === undefined) onSearch(typed.trim());
      else chosen.open();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && shown.length > 0) {
      event.preventDefault();
      setAt(Math.max(-1, Math.min(shown.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      document.querySelector<HTMLElement>('.search-results [data-row]')?.focus();
    } else if (event.key === 'Escape' && shown.length > 0) { event.stopPropagation(); setOpen(false); }
  };
  return (
    <div className="search-field" onBlur={event => { if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false); }}>
      <Field
        label={t('search.label')} hideLabel type="search" enterKeyHint="search" placeholder={t('search.label')} icon={<Search size={16} strokeWidth={1.75} aria-hidden />} value={typed} dir="auto" autoComplete="off" autoFocus maxLength={SEARCH_LENGTH_MAX}
        onChange={event => { setTyped(event.target.value); setOpen(true); setAt(-1); }} onKeyDown={pressed}
        role="combobox" aria-expanded={shown.length > 0} aria-controls={listId} aria-autocomplete="list" aria-activedescendant={shown[at] === undefined ? undefined : `${listId}-${at}`}
      />
      <div id={listId} role="listbox" aria-label={t('search.suggestions')} className="search-suggestions" hidden={shown.length === 0}>
        {shown.map((each, index) => (
          <div key={each.key} id={`${listId}-${index}`} role="option" aria-selected={index === at} className="picker-row" ref={index === at ? row => row?.scrollIntoView({ block: 'nearest' }) : undefined} onMouseDown={event => { event.preventDefault(); each.open(); }}>
            {each.icon}<span className="ellipsis" dir="auto">{each.label}</span><span className="quieter ellipsis">{each.hint}</span>
          </div>
        ))}
        <p className="search-enter quieter" aria-hidden><kbd>Enter</kbd> {t('search.enter')}</p>
      </div>
    </div>
  );
}

function useSuggestions(typed: string): readonly Suggestion[] {
  const { t } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const write = useOpenConversation();
  const channels = useSync(state => state.channels);
  const { people } = useFoundPeople(typed.slice(0, NAME_LENGTH_MAX));
  if (typed.trim() === '' || typed.length > NAME_LENGTH_MAX) return [];
  return [
    ...people.filter(person => person.id !== me.id && matchesAll(wordsOfPerson(person, t), typed)).slice(0, PER_KIND_MAX).map((person): Suggestion => ({
      key: person.id, label: person.displayName, hint: person.email, icon: <Avatar id={person.id} name={person.displayName} size={28} picture={pictureOf(person)} />, open: () => void write([person.id]),
    })),
    ...newestFirst(channels).filter(channel => channel.kind !== 'direct' && matchesAll(channelTitle(channel, t), typed)).slice(0, PER_KIND_MAX).map((channel): Suggestion => ({
      key: channel.id, label: channelTitle(channel, t), hint: t('chat.memberCount', { count: channel.memberCount }), icon: <ChannelAvatar channel={channel} size={28} />,
      open: () => void navigate({ to: '/chat/$channelId', params: { channelId: channel.id }, search: {} }),
    })),
  ];
}
