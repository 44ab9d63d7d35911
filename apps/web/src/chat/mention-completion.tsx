import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useState, type ReactNode, type RefObject } from 'react';
import { Avatar } from '@carillon/ui/avatar.js';
import type { Channel } from '@carillon/wire/rest/chat.js';
import type { PersonId } from '@carillon/kernel/ids.js';
import type { RoomBot } from '@carillon/wire/rest/bots.js';
import type { Person } from '@carillon/wire/rest/identity.js';
import { pictureOf } from '../api.js';
import { isWithAssistant } from '../assistant/is-assistant.js';
import { useWords } from '../i18n.js';
import { useSync } from '../session/sync-context.js';
import { botsQuery } from './bots-query.js';
import { completionOf, useCompletionPlace, type Completion } from './completion.js';
import { setDraft, useDraft } from './draft.js';
import { membersQuery } from './members-query.js';
import { wordsOf } from './mention-draft.js';
import { SenderAvatar } from './sender-avatar.js';

const SHOWN_MAX = 8;
const LIST_ID = 'mention-completion';

/** What can be chosen: a member, a bot, or a word for everybody. */
type Offer = { readonly word: 'all' | 'present' } | { readonly person: Person } | { readonly bot: RoomBot };

export type MentionCompletion = Completion<Offer>;

/** `@an` offers the members whose names or addresses begin so; Tab or Enter takes one, Esc lets it be. */
export function useMentionCompletion(channel: Channel, field: RefObject<HTMLTextAreaElement | null>): MentionCompletion {
  const draft = useDraft(channel.id);
  const [caret, setCaret] = useState(0);
  const place = useCompletionPlace();
  const typed = /(?:^|[\s(])@([\p{L}\p{N}._'-]{0,40}(?: [\p{L}\p{N}._'-]{1,40})?)$/u.exec(draft.text.slice(0, caret))?.[1] ?? null;
  const people = useMentionable(channel, typed !== null);
  const bots = useBots(channel, typed !== null);
  const found = typed === null || typed === place.closedFor ? [] : findOffers(channel, people, bots, typed);
  const choose = (offer: Offer): void => {
    const name = nameOf(offer);
    const start = caret - (typed?.length ?? 0) - 1;
    const mentions = 'word' in offer ? draft.mentions : [...draft.mentions.filter(one => one.name !== name), { id: idOf(offer), name }];
    setDraft(channel.id, { text: `${draft.text.slice(0, start)}@${name} ${draft.text.slice(caret)}`, mentions });
    place.setAt(0);
    const end = start + name.length + 2;
    setCaret(end);
    requestAnimationFrame(() => { field.current?.focus(); field.current?.setSelectionRange(end, end); });
  };
  return completionOf(place, { id: LIST_ID, typed, found, choose, look: () => setCaret(field.current?.selectionStart ?? 0) });
}

/** A room's bots; a stopped one can be chosen too, and the server says so when the message is sent (guide, BOT-03). */
function useBots(channel: Channel, wanted: boolean): readonly RoomBot[] {
  return useQuery({ ...botsQuery(channel.id), staleTime: 60_000, enabled: channel.kind === 'room' && wanted }).data ?? [];
}

const nameOf = (offer: Offer): string => ('word' in offer ? offer.word : 'bot' in offer ? offer.bot.name : offer.person.displayName);
/** A mention is of whoever sits in the channel, a bot's id among people's. */
const idOf = (offer: Exclude<Offer, { word: unknown }>): PersonId => ('bot' in offer ? offer.bot.id as string as PersonId : offer.person.id);

/** Everybody else in the channel; a room's members are asked for when somebody types the first `@`. */
function useMentionable(channel: Channel, wanted: boolean): readonly Person[] {
  const me = useSync(state => state.me);
  const asks = channel.kind === 'room' && me !== null;
  const members = useQuery({ ...membersQuery(channel.id), enabled: asks && wanted });
  return asks ? (members.data ?? []).map(member => member.person).filter(person => person.id !== me.id) : isWithAssistant(channel) ? [] : channel.people;
}

function findOffers(channel: Channel, people: readonly Person[], bots: readonly RoomBot[], typed: string): Offer[] {
  const wanted = typed.toLocaleLowerCase();
  const begins = (text: string): boolean => text.toLocaleLowerCase().split(/[\s(]+/).some((_, i, parts) => parts.slice(i).join(' ').startsWith(wanted));
  const words = wordsOf(channel).filter(word => word.startsWith(wanted)).map(word => ({ word }));
  const named: Offer[] = [...people.filter(person => begins(person.displayName) || person.email.startsWith(wanted)).map(person => ({ person })), ...bots.filter(bot => begins(bot.name)).map(bot => ({ bot }))];
  // A full name that stands there already, with the space after it, is no question any more.
  return typed !== '' && named[0] !== undefined && named.length === 1 && nameOf(named[0]) === typed.trimEnd() && typed.endsWith(' ') ? [] : [...named, ...words].slice(0, SHOWN_MAX);
}

export function MentionCompletionList({ completion }: { completion: MentionCompletion }): ReactNode {
  const { t } = useWords();
  if (completion.found.length === 0) return null;
  return (
    <div className="completion" role="listbox" id={LIST_ID} aria-label={t('chat.mention')}>
      {completion.found.map((offer, index) => (
        <div key={'word' in offer ? offer.word : idOf(offer)} id={`${LIST_ID}-${index}`} role="option" aria-selected={index === completion.at} onMouseDown={event => { event.preventDefault(); completion.choose(offer); }}>
          {'word' in offer ? (
            <><Users size={20} strokeWidth={1.75} aria-hidden /><span className="ellipsis">@{offer.word}</span><span className="quieter ellipsis">{t(offer.word === 'all' ? 'chat.mentionAll' : 'chat.mentionPresent')}</span></>
          ) : 'bot' in offer ? (
            <><SenderAvatar sender={{ kind: 'bot', id: offer.bot.id, name: offer.bot.name }} size={24} /><span className="ellipsis" dir="auto">{offer.bot.name}</span><span className="quieter ellipsis">{offer.bot.state === 'ready' ? t('webhooks.bot') : t(`bots.state.${offer.bot.state}`)}</span></>
          ) : (
            <><Avatar id={offer.person.id} name={offer.person.displayName} size={24} picture={pictureOf(offer.person)} /><span className="ellipsis" dir="auto">{offer.person.displayName}</span><span className="quieter ellipsis">{offer.person.email}</span></>
          )}
        </div>
      ))}
    </div>
  );
}
