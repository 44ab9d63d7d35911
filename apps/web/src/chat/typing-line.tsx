import { useMemo, type ReactNode } from 'react';
import type { Channel } from '@carillon/wire/rest/chat.js';
import { listOf } from '../format-time.js';
import { useWords } from '../i18n.js';
import { useSync } from '../session/sync-context.js';
import './typing-line.css';

const NAMED_MAX = 3;

/** Always takes its 24 px, so that nothing moves when somebody starts to write. */
export function TypingLine({ channel }: { channel: Channel }): ReactNode {
  const { t, locale } = useWords();
  const typing = useSync(state => state.typing[channel.id]);
  const myId = useSync(state => state.self?.id);
  const messages = useSync(state => state.channels[channel.id]?.messages);
  const names = useMemo(() => {
    const ids = Object.keys(typing ?? {}).filter(id => id !== myId);
    if (ids.length === 0) return [];
    const known = new Map(channel.people.map(person => [person.id as string, person.displayName]));
    for (const message of messages?.slice(-200) ?? []) known.set(message.sender.id, message.sender.name);
    return ids.map(id => known.get(id) ?? t('typing.somebody'));
  }, [typing, myId, channel.people, messages, t]);
  return (
    <p className="typing" aria-live="polite">
      {names.length === 0 ? null : (
        <>
          <span className="typing-dots" aria-hidden><i /><i /><i /></span>
          <span className="ellipsis">{names.length > NAMED_MAX ? t('typing.many') : t('typing.some', { count: names.length, names: listOf(names, locale) })}</span>
        </>
      )}
    </p>
  );
}
