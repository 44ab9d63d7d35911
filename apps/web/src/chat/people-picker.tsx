import { useQuery } from '@tanstack/react-query';
import { Search, X } from 'lucide-react';
import { useDeferredValue, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Avatar } from '@carillon/ui/avatar.js';
import { find, listPeople } from '@carillon/wire/rest/chat.js';
import type { Person } from '@carillon/wire/rest/identity.js';
import { api, pictureOf } from '../api.js';
import { useWords } from '../i18n.js';
import { usePresenceText } from '../presence/presence-text.js';
import { useMe, usePresence, useWatch } from '../session/sync-context.js';
import './people-picker.css';

interface Props {
  chosen: readonly Person[];
  onChange: (people: readonly Person[]) => void;
  /** Those who are in already. */
  without?: ReadonlySet<string> | undefined;
  max: number;
  label: string;
  autoFocus?: boolean;
}

/** Everybody who can be found by what is typed; without a word, whoever comes first by name. */
export function useFoundPeople(typed: string): { people: readonly Person[]; waiting: boolean } {
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['find-people', q], placeholderData: previous => previous,
    queryFn: async () => (q === '' ? (await api.call(listPeople, {})).people.slice(0, 50) : (await api.call(find, { query: { q: q.slice(0, 100) } })).people),
  });
  return { people: found.data ?? [], waiting: found.isPending };
}

export function PeoplePicker({ chosen, onChange, without, max, label, autoFocus = false }: Props): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const { people, waiting } = useFoundPeople(typed);
  const taken = new Set(chosen.map(person => person.id as string));
  const shown = people.filter(person => person.id !== me.id && !taken.has(person.id) && without?.has(person.id) !== true);
  useWatch(shown.slice(0, 30).map(person => person.id));
  const choose = (person: Person): void => { if (chosen.length < max) { onChange([...chosen, person]); setTyped(''); setAt(0); } };
  const pressed = (event: KeyboardEvent): void => {
    const current = shown[at];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); setAt(Math.max(0, Math.min(shown.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))); }
    else if (event.key === 'Enter' && current !== undefined) { event.preventDefault(); choose(current); }
    else if (event.key === 'Backspace' && typed === '' && chosen.length > 0) onChange(chosen.slice(0, -1));
  };
  return (
    <div className="picker">
      <label htmlFor={`${listId}-field`} className="field-label">{label}</label>
      <div className="picker-box">
        {chosen.map(person => <Chip key={person.id} person={person} onRemove={() => onChange(chosen.filter(each => each.id !== person.id))} />)}
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <input
          id={`${listId}-field`} value={typed} onChange={event => { setTyped(event.target.value); setAt(0); }} onKeyDown={pressed} placeholder={t('people.search')} autoFocus={autoFocus}
          role="combobox" aria-expanded aria-controls={listId} aria-activedescendant={shown[at] === undefined ? undefined : `${listId}-${at}`} autoComplete="off" maxLength={100}
        />
      </div>
      <div id={listId} role="listbox" aria-label={label} className="picker-list">
        {shown.map((person, index) => <PickerRow key={person.id} id={`${listId}-${index}`} person={person} active={index === at} onChoose={() => choose(person)} />)}
      </div>
      {shown.length === 0 && !waiting ? <p className="picker-none">{t(typed === '' ? 'people.nobodyElse' : 'people.noneFound')}</p> : null}
    </div>
  );
}

function Chip({ person, onRemove }: { person: Person; onRemove: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <span className="chip">
      <Avatar id={person.id} name={person.displayName} size={20} picture={pictureOf(person)} />
      <span className="ellipsis" dir="auto">{person.displayName}</span>
      <button type="button" aria-label={t('people.takeOut', { name: person.displayName })} onClick={onRemove}><X size={14} strokeWidth={2} aria-hidden /></button>
    </span>
  );
}

function PickerRow({ id, person, active, onChoose }: { id: string; person: Person; active: boolean; onChoose: () => void }): ReactNode {
  const presence = usePresence(person.id);
  const presenceText = usePresenceText(person.id);
  return (
    <div id={id} role="option" aria-selected={active} className="picker-row" ref={active ? row => row?.scrollIntoView({ block: 'nearest' }) : undefined} onMouseDown={event => { event.preventDefault(); onChoose(); }}>
      <Avatar id={person.id} name={person.displayName} size={32} picture={pictureOf(person)} presence={presence} />
      <span className="ellipsis"><span dir="auto">{person.displayName}</span><span className="quieter ellipsis">{person.email}<span className="sr-only"> {presenceText}</span></span></span>
    </div>
  );
}
