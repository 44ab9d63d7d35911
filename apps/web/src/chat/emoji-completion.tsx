import { useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useWords } from '../i18n.js';
import { findEmoji, loadEmoji, type Emoji } from './emoji.js';

const SHOWN_MAX = 6;
const LIST_ID = 'emoji-completion';

interface Completion {
  readonly found: readonly Emoji[];
  readonly at: number;
  /** True when the key was the list's. */
  pressed(event: KeyboardEvent): boolean;
  look(): void;
  choose(emoji: Emoji): void;
  readonly field: Record<string, unknown>;
}

/** `:smi` offers what begins so; Tab or Enter takes it, Esc lets it be. */
export function useEmojiCompletion(text: string, field: RefObject<HTMLTextAreaElement | null>, onChange: (text: string) => void): Completion {
  const { language } = useWords();
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [closedFor, setClosedFor] = useState<string | null>(null);
  const typed = /(?:^|\s):([\p{L}0-9_+-]{2,24})$/u.exec(text.slice(0, caret))?.[1] ?? null;
  const found = typed === null || typed === closedFor ? [] : findEmoji(typed, language, SHOWN_MAX);
  const choose = (emoji: Emoji): void => {
    const start = caret - (typed?.length ?? 0) - 1;
    onChange(`${text.slice(0, start)}${emoji.text} ${text.slice(caret)}`);
    setAt(0);
    requestAnimationFrame(() => { field.current?.focus(); field.current?.setSelectionRange(start + emoji.text.length + 1, start + emoji.text.length + 1); });
  };
  const pressed = (event: KeyboardEvent): boolean => {
    const current = found[Math.min(at, found.length - 1)];
    if (current === undefined) return false;
    if (event.key === 'ArrowDown') setAt((at + 1) % found.length);
    else if (event.key === 'ArrowUp') setAt((at + found.length - 1) % found.length);
    else if (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey)) choose(current);
    else if (event.key === 'Escape') { event.stopPropagation(); setClosedFor(typed); }
    else return false;
    event.preventDefault();
    return true;
  };
  const look = (): void => {
    const next = field.current?.selectionStart ?? 0;
    setCaret(next);
    if (text.slice(Math.max(0, next - 2), next + 1).includes(':')) void loadEmoji();
  };
  const open = found.length > 0;
  return {
    found, at: Math.min(at, Math.max(0, found.length - 1)), pressed, look, choose,
    field: open ? { 'aria-autocomplete': 'list', 'aria-controls': LIST_ID, 'aria-activedescendant': `${LIST_ID}-${at}` } : {},
  };
}

export function EmojiCompletion({ completion }: { completion: Completion }): ReactNode {
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
