import { Link } from '@tanstack/react-router';
import { Link2, Paperclip } from 'lucide-react';
import type { ReactNode } from 'react';
import { senderLabel, type Message } from '@carillon/wire/rest/chat.js';
import { pictureOf } from '../api.js';
import { channelTitle } from '../chat/channel-name.js';
import { plainText } from '../chat/plain-text.js';
import { SenderAvatar } from '../chat/sender-avatar.js';
import { useNow } from '../clock.js';
import { fullTimeOf, listTime } from '../format-time.js';
import { useWords } from '../i18n.js';
import { useSync } from '../session/sync-context.js';
import { foundParts } from './found-words.js';

const TEXT_LENGTH_MAX = 4_000;

/** A hit: who, where, when, and the words around it. It opens where it stands. */
export function FoundMessage({ message, typed }: { message: Message; typed: string }): ReactNode {
  const { t, locale } = useWords();
  const now = useNow(60_000);
  const channel = useSync(state => state.channels[message.channelId]?.channel);
  const me = useSync(state => state.self);
  const ms = Date.parse(message.createdAt);
  const sender = message.sender.id === me?.id ? me : channel?.people.find(person => person.id === message.sender.id);
  return (
    <li>
      <Link to="/chat/$channelId" params={{ channelId: message.channelId }} search={{ m: message.seq }} className="found" data-row>
        <SenderAvatar sender={message.sender} size={36} picture={sender === undefined ? null : pictureOf(sender)} />
        <span className="found-body">
          <span className="found-head">
            <b className="ellipsis" dir="auto">{senderLabel(message.sender)}</b>
            <span className="quieter ellipsis" dir="auto">{channel === undefined ? '' : channel.kind === 'direct' ? t('search.with', { name: channelTitle(channel, t) }) : channelTitle(channel, t)}</span>
            <time className="quieter tabular" title={fullTimeOf(ms, locale)}>{listTime(ms, now, locale)}</time>
          </span>
          <span className="found-text" dir="auto">{foundParts(plainText(message.content.slice(0, TEXT_LENGTH_MAX)) || message.content, typed).map((part, index) => part.found ? <mark key={index}>{part.text}</mark> : part.text)}</span>
          {typeof message.preview?.title !== 'string' ? null : <span className="found-files quieter ellipsis" dir="auto"><Link2 size={14} strokeWidth={1.75} aria-hidden />{message.preview.title}</span>}
          {message.attachments.length === 0 ? null : <span className="found-files quieter ellipsis"><Paperclip size={14} strokeWidth={1.75} aria-hidden />{message.attachments.map(file => file.name).join(', ')}</span>}
        </span>
      </Link>
    </li>
  );
}
