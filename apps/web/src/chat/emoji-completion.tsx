import { useState, type ReactNode, type RefObject } from 'react';
import { useWords } from '../i18n.js';
import { completionOf, useCompletionPlace, type Completion } from './completion.js';
import { findEmoji, loadEmoji, type Emoji } from './emoji.js';

const SHOWN_MAX = 6;
const LIST_ID = 'emoji-completion';

/** `:smi` offers what begins so; Tab or Enter takes it, Esc lets it be. */
export function useEmojiCompletion(text: string, field: RefObject<HTMLTextAreaElement | null>, onChange: (text: string) => void): Completion<Emoji> {
  const { language } = useWords();
  const [caret, setCaret] = useState(0);
  const place = useCompletionPlace();
  const typed = /(?:^|\s):([\p{L}0-9_+-]{2,24})$/u.exec(text.slice(0, caret))?.[1] ?? null;
  const found = typed === null || typed === place.closedFor ? [] : findEmoji(typed, language, SHOWN_MAX);
  const choose = (emoji: Emoji): void => {
    const start = caret - (typed?.length ?? 0) - 1;
    onChange(`${text.slice(0, start)}${emoji.text} ${text.slice(caret)}`);
    place.setAt(0);
    requestAnimationFrame(() => { field.current?.focus(); field.current?.setSelectionRange(start + emoji.text.length + 1, start + emoji.text.length + 1); });
  };
  const look = (): void => {
    const next = field.current?.selectionStart ?? 0;
    setCaret(next);
    if (text.slice(Math.max(0, next - 2), next + 1).includes(':')) void loadEmoji();
  };
  return completionOf(place, { id: LIST_ID, typed, found, choose, look });
}

export function EmojiCompletion({ completion }: { completion: Completion<Emoji> }): ReactNode {
  const { t, language } = useWords();
  if (completion.found.length === 0) return null;
  return (
    <div className="completion" role="listbox" id={LIST_ID} aria-label={t('emoji.title')}>
      {completion.found.map((emoji, index) => (
        <div key={emoji.text} id={`${LIST_ID}-${index}`} role="option" aria-selected={index === completion.at} onMouseDown={event => { event.preventDefault(); completion.choose(emoji); }}>
          <span>{emoji.text}</span><span className="ellipsis">:{emoji.codes[0]}:</span><span className="quieter ellipsis">{emoji.names[language]}</span>
        </div>
      ))}
    </div>
  );
}
