import { Smile } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Field } from '@carillon/ui/field.js';
import { useWords } from '../i18n.js';
import { findEmoji, loadEmoji, useEmojiReady } from './emoji.js';

const SHOWN_MAX = 240;
const COLUMNS = 8;

export function EmojiPicker({ onChoose }: { onChoose: (emoji: string) => void }): ReactNode {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={next => { setOpen(next); if (next) void loadEmoji(); }}>
      <Popover.Trigger asChild>
        <button type="button" className="icon-button" data-size="36" aria-label={t('emoji.title')} title={t('emoji.title')}><Smile size={20} strokeWidth={1.75} aria-hidden /></button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="emoji-picker" side="top" align="start" sideOffset={8} collisionPadding={8} aria-label={t('emoji.title')} onCloseAutoFocus={event => event.preventDefault()}>
          <EmojiGrid onChoose={emoji => { setOpen(false); onChoose(emoji); }} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function EmojiGrid({ onChoose }: { onChoose: (emoji: string) => void }): ReactNode {
  const { t, language } = useWords();
  const [typed, setTyped] = useState('');
  useEmojiReady(true);
  const found = findEmoji(typed.trim(), language, SHOWN_MAX);
  const first = found[0];
  return (
    <>
      <Field label={t('emoji.search')} hideLabel placeholder={t('emoji.search')} value={typed} onChange={event => setTyped(event.target.value)} autoFocus autoComplete="off" onKeyDown={event => { if (event.key === 'Enter' && first !== undefined) { event.preventDefault(); onChoose(first.text); } }} />
      <div className="emoji-grid" role="group" aria-label={t('emoji.title')} onKeyDown={moveInGrid}>
        {found.map((emoji, index) => (
          <button key={emoji.text} type="button" tabIndex={index === 0 ? 0 : -1} aria-label={emoji.names[language]} title={`${emoji.names[language]} :${emoji.codes[0]}:`} onClick={() => onChoose(emoji.text)}>{emoji.text}</button>
        ))}
      </div>
    </>
  );
}

function moveInGrid(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
  if (step === undefined) return;
  const cells = [...event.currentTarget.querySelectorAll('button')];
  event.preventDefault();
  cells[cells.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus();
}
