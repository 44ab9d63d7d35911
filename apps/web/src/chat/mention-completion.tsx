import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useState, type ReactNode, type RefObject } from 'react';
import { Avatar } from '@carillon/ui/avatar.js';
import type { Channel } from '@carillon/wire/rest/chat.js';
import type { Person } from '@carillon/wire/rest/identity.js';
import { pictureOf } from '../api.js';
import { isWithAssistant } from '../assistant/is-assistant.js';
import { useWords } from '../i18n.js';
import { useSync } from '../session/sync-context.js';
import { completionOf, useCompletionPlace, type Completion } from './completion.js';
import { setDraft, useDraft } from './draft.js';
import { membersQuery } from './members-query.js';
import { wordsOf } from './mention-draft.js';

const SHOWN_MAX = 8;
const LIST_ID = 'mention-completion';

/** What can be chosen: a member, or a word for everybody. */
type Offer = { readonly word: 'all' | 'present' } | { readonly person: Person };

export type MentionCompletion = Completion<Offer>;

/** `@an` offers the members whose names or addresses begin so; Tab or Enter takes one, Esc lets it be. */
export function useMentionCompletion(channel: Channel, field: RefObject<HTMLTextAreaElement | null>): MentionCompletion {
  const draft = useDraft(channel.id);
  const [caret, setCaret] = useState(0);
  const place = useCompletionPlace();
  const typed = /(?:^|[\s(])@([\p{L}\p{N}._'-]{0,40}(?: [\p{L}\p{N}._'-]{1,40})?)$/u.exec(draft.text.slice(0, caret))?.[1] ?? null;
  const people = useMentionable(channel, typed !== null);
  const found = typed === null || typed === place.closedFor ? [] : findOffers(channel, people, typed);
  const choose = (offer: Offer): void => {
    const name = 'word' in offer ? offer.word : offer.person.displayName;
    const start = caret - (typed?.length ?? 0) - 1;
    const mentions = 'word' in offer ? draft.mentions : [...draft.mentions.filter(one => one.name !== name), { id: offer.person.id, name }];
    setDraft(channel.id, { text: `${draft.text.slice(0, start)}@${name} ${draft.text.slice(caret)}`, mentions });
    place.setAt(0);
    const end = start + name.length + 2;
    setCaret(end);
    requestAnimationFrame(() => { field.current?.focus(); field.current?.setSelectionRange(end, end); });
  };
  return completionOf(place, { id: LIST_ID, typed, found, choose, look: () => setCaret(field.current?.selectionStart ?? 0) });
}

/** Everybody else in the channel; a room's members are asked for when somebody types the first `@`. */
function useMentionable(channel: Channel, wanted: boolean): readonly Person[] {
  const me = useSync(state => state.me);
  const asks = channel.kind === 'room' && me !== null;
  const members = useQuery({ ...membersQuery(channel.id), enabled: asks && wanted });
  return asks ? (members.data ?? []).map(member => member.person).filter(person => person.id !== me.id) : isWithAssistant(channel) ? [] : channel.people;
}

function findOffers(channel: Channel, people: readonly Person[], typed: string): Offer[] {
  const wanted = typed.toLocaleLowerCase();
  const begins = (text: string): boolean => text.toLocaleLowerCase().split(/[\s(]+/).some((_, i, parts) => parts.slice(i).join(' ').startsWith(wanted));
  const words = wordsOf(channel).filter(word => word.startsWith(wanted)).map(word => ({ word }));
  const named = people.filter(person => begins(person.displayName) || person.email.startsWith(wanted)).map(person => ({ person }));
  // A full name that stands there already, with the space after it, is no question any more.
  return typed !== '' && named.length === 1 && named[0]?.person.displayName === typed.trimEnd() && typed.endsWith(' ') ? [] : [...named, ...words].slice(0, SHOWN_MAX);
}

export function MentionCompletionList({ completion }: { completion: MentionCompletion }): ReactNode {
  const { t } = useWords();
  if (completion.found.length === 0) return null;
  return (
    <div className="completion" role="listbox" id={LIST_ID} aria-label={t('chat.mention')}>
      {completion.found.map((offer, index) => (
        <div key={'word' in offer ? offer.word : offer.person.id} id={`${LIST_ID}-${index}`} role="option" aria-selected={index === completion.at} onMouseDown={event => { event.preventDefault(); completion.choose(offer); }}>
          {'word' in offer ? (
            <><Users size={20} strokeWidth={1.75} aria-hidden /><span className="ellipsis">@{offer.word}</span><span className="quieter ellipsis">{t(offer.word === 'all' ? 'chat.mentionAll' : 'chat.mentionPresent')}</span></>
          ) : (
            <><Avatar id={offer.person.id} name={offer.person.displayName} size={24} picture={pictureOf(offer.person)} /><span className="ellipsis" dir="auto">{offer.person.displayName}</span><span className="quieter ellipsis">{offer.person.email}</span></>
          )}
        </div>
      ))}
    </div>
  );
}
