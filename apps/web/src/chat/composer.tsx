import { Code, Plus, SendHorizontal, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, type ClipboardEvent, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { IconButton } from '@carillon/ui/icon-button.js';
import { MESSAGE_LENGTH_MAX, type Channel } from '@carillon/wire/rest/chat.js';
import { useWords } from '../i18n.js';
import { useStore } from '../session/sync-context.js';
import { channelTitle } from './channel-name.js';
import { setDraft, useDraft } from './draft.js';
import { takeDropped } from './dropped-files.js';
import { EmojiCompletion, useEmojiCompletion } from './emoji-completion.js';
import { EmojiPicker } from './emoji-picker.js';
import { MentionCompletionList, useMentionCompletion } from './mention-completion.js';
import { wordsOf, writeMentions } from './mention-draft.js';
import { UploadList } from './upload-list.js';
import { useUploads, type Uploads } from './use-uploads.js';
import './composer.css';

const HEIGHT_MAX_PX = 240;
/** From here on the number of characters that are left is told. */
const LEFT_TOLD = 500;

export function Composer({ channel }: { channel: Channel }): ReactNode {
  const { t } = useWords();
  const store = useStore();
  const draft = useDraft(channel.id);
  const field = useRef<HTMLTextAreaElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const uploads = useUploads(channel.id);
  const completion = useEmojiCompletion(draft.text, field, text => setDraft(channel.id, { text }));
  const mentions = useMentionCompletion(channel, field);
  useField(field, draft.text, draft.quoted?.messageId);
  useEffect(() => takeDropped(channel.id, uploads.add));
  const label = channel.kind === 'meeting' ? t('chat.writeAll') : t('chat.writeTo', { name: channelTitle(channel, t) });
  const empty = draft.text.trim() === '' && uploads.items.length === 0;
  const blocked = empty || uploads.busy || draft.text.length > MESSAGE_LENGTH_MAX;
  const send = (): void => {
    if (blocked) return;
    store.send(channel.id, writeMentions(draft.text.trim(), draft.mentions, wordsOf(channel)), uploads.take(), draft.quoted);
    setDraft(channel.id, { text: '', quoted: null, mentions: [] });
    field.current?.focus();
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || mentions.pressed(event) || completion.pressed(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); send(); }
    else if (event.key === 'Escape' && draft.quoted !== null) { event.stopPropagation(); setDraft(channel.id, { quoted: null }); }
  };
  const choose = (): void => files.current?.click();
  return (
    <div className="composer-wrap">
      <MentionCompletionList completion={mentions} />
      <EmojiCompletion completion={completion} />
      <div className="composer" data-empty={empty ? '' : undefined}>
        <QuotedDraft channel={channel} />
        <UploadList uploads={uploads} onChoose={choose} />
        <textarea
          ref={field} rows={1} dir="auto" value={draft.text} placeholder={label} aria-label={label}
          onChange={event => { setDraft(channel.id, { text: event.target.value }); if (event.target.value !== '') store.tellTyping(channel.id); }}
          onKeyDown={pressed} onPaste={event => pasteFiles(event, uploads)} onSelect={() => { completion.look(); mentions.look(); }} enterKeyHint="send" {...completion.field} {...mentions.field}
        />
        <ComposerTools field={field} channel={channel} text={draft.text} blocked={blocked} onSend={send} onChoose={choose} />
        <input ref={files} type="file" multiple hidden tabIndex={-1} aria-hidden onChange={event => { uploads.add([...event.target.files ?? []]); event.target.value = ''; }} />
      </div>
    </div>
  );
}

/** Grows with its text up to a bound; has the focus when a conversation is opened or something is quoted, except on touch, where it would raise the keyboard. */
function useField(field: RefObject<HTMLTextAreaElement | null>, text: string, quotedId: string | undefined): void {
  useLayoutEffect(() => {
    if (field.current !== null) fitToText(field.current);
  }, [field, text]);
  useEffect(() => {
    if (quotedId !== undefined || !matchMedia('(pointer: coarse)').matches) field.current?.focus({ preventScroll: true });
  }, [field, quotedId]);
}

function fitToText(element: HTMLTextAreaElement): void {
  element.style.height = '0';
  element.style.height = `${Math.min(HEIGHT_MAX_PX, element.scrollHeight)}px`;
}

function pasteFiles(event: ClipboardEvent, uploads: Uploads): void {
  const files = [...event.clipboardData.files];
  if (files.length === 0) return;
  event.preventDefault();
  uploads.add(files);
}

function ComposerTools({ field, channel, text, blocked, onSend, onChoose }: {
  field: RefObject<HTMLTextAreaElement | null>; channel: Channel; text: string; blocked: boolean; onSend: () => void; onChoose: () => void;
}): ReactNode {
  const { t } = useWords();
  const left = MESSAGE_LENGTH_MAX - text.length;
  const insert = (before: string, after = ''): void => {
    const element = field.current;
    const [from, to] = [element?.selectionStart ?? text.length, element?.selectionEnd ?? text.length];
    setDraft(channel.id, { text: text.slice(0, from) + before + text.slice(from, to) + after + text.slice(to) });
    requestAnimationFrame(() => { element?.focus(); element?.setSelectionRange(from + before.length, to + before.length); });
  };
  const selected = (): string => text.slice(field.current?.selectionStart ?? 0, field.current?.selectionEnd ?? 0);
  return (
    <div className="composer-tools">
      <IconButton label={t('chat.attach')} onClick={onChoose}><Plus size={20} strokeWidth={1.75} /></IconButton>
      <EmojiPicker onChoose={emoji => insert(emoji)} />
      <IconButton label={t('chat.code')} onClick={() => (selected().includes('\n') ? insert('```\n', '\n```') : insert('`', '`'))}><Code size={20} strokeWidth={1.75} /></IconButton>
      <span className="composer-hint" data-over={left < 0 ? '' : undefined} role={left < 0 ? 'alert' : undefined}>
        {left < 0 ? t('chat.tooLong', { count: -left }) : left < LEFT_TOLD ? t('chat.charactersLeft', { count: left }) : blocked ? '' : t('chat.enterSends')}
      </span>
      <IconButton label={t('chat.send')} look={blocked ? 'tint' : 'accent'} aria-disabled={blocked} onClick={onSend}><SendHorizontal size={18} strokeWidth={1.75} /></IconButton>
    </div>
  );
}

function QuotedDraft({ channel }: { channel: Channel }): ReactNode {
  const { t } = useWords();
  const { quoted } = useDraft(channel.id);
  if (quoted === null) return null;
  return (
    <div className="composer-quote">
      <div className="quote"><b dir="auto">{quoted.sender}</b><span className="ellipsis" dir="auto">{quoted.excerpt}</span></div>
      <IconButton label={t('chat.unquote')} size={28} onClick={() => setDraft(channel.id, { quoted: null })}><X size={16} strokeWidth={1.75} /></IconButton>
    </div>
  );
}
