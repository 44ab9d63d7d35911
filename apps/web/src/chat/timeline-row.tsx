import { Clock, TriangleAlert } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { ApiFailure } from '@carillon/client/api.js';
import type { KeptFailure, Waiting } from '@carillon/client/state.js';
import type { PersonId } from '@carillon/kernel/ids.js';
import { readCommand } from '@carillon/wire/commands.js';
import { mentionsPerson } from '@carillon/wire/mentions.js';
import { senderLabel, type Channel, type Message, type Sender } from '@carillon/wire/rest/chat.js';
import { pictureOf } from '../api.js';
import { AssistantStart } from '../assistant/assistant-replies.js';
import { isWithAssistant } from '../assistant/is-assistant.js';
import { useNow } from '../clock.js';
import { dayTitle, fullTimeOf, timeOf } from '../format-time.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { useStore, useSync } from '../session/sync-context.js';
import { Attachments } from './attachments.js';
import { channelTitle } from './channel-name.js';
import { LinkPreviewCard } from './link-preview.js';
import { MessageText } from './message-text.js';
import { MessageTools } from './message-tools.js';
import { Quote } from './quote.js';
import { SenderAvatar } from './sender-avatar.js';
import type { Row } from './timeline-rows.js';
import { useSenderPicture } from './use-sender-picture.js';

export const TimelineRow = memo(function TimelineRow({ row, channel, lit }: { row: Row; channel: Channel; lit: boolean }): ReactNode {
  const { t } = useWords();
  switch (row.kind) {
    case 'start':
      return <div className="timeline-start"><h2 dir="auto">{channelTitle(channel, t)}</h2><p className="quiet">{isWithAssistant(channel) ? <AssistantStart /> : t(channel.kind === 'room' ? 'chat.startRoom' : channel.kind === 'meeting' ? 'chat.startMeeting' : 'chat.startConversation')}</p></div>;
    case 'day': return <DayRow ms={row.ms} />;
    case 'unread': return <div className="timeline-unread" role="separator">{t('chat.unreadLine', { count: row.count })}</div>;
    case 'message': return <MessageRow message={row.message} ms={row.ms} head={row.head} channel={channel} lit={lit} />;
    case 'waiting': return <WaitingRow entry={row.entry} ms={row.ms} head={row.head} />;
  }
});

function DayRow({ ms }: { ms: number }): ReactNode {
  const { locale } = useWords();
  const now = useNow(60_000);
  return <div className="timeline-day"><span className="pill">{dayTitle(ms, now, locale)}</span></div>;
}

function Head({ name, ms }: { name: string; ms: number }): ReactNode {
  const { locale } = useWords();
  return (
    <div className="message-head">
      <span className="message-name ellipsis" dir="auto">{name}</span>
      <time className="message-time tabular" title={fullTimeOf(ms, locale)}>{timeOf(ms, locale)}</time>
    </div>
  );
}

function Side({ head, sender, picture, ms }: { head: boolean; sender: Sender; picture: string | null; ms: number }): ReactNode {
  const { locale } = useWords();
  if (head) return <SenderAvatar sender={sender} size={36} picture={picture} />;
  return <time className="message-side tabular" title={fullTimeOf(ms, locale)}>{timeOf(ms, locale).replace(/\s?[AP]M$/i, '')}</time>;
}

function MessageRow({ message, ms, head, channel, lit }: { message: Message; ms: number; head: boolean; channel: Channel; lit: boolean }): ReactNode {
  const { t } = useWords();
  const picture = useSenderPicture(message.sender.id, channel);
  const redacted = message.redactedAt !== null;
  const myId = useSync(state => state.self?.id ?? null);
  const mentioned = message.sender.id !== myId && mentionsPerson(message.mentions, myId);
  return (
    <article className="message" tabIndex={-1} data-head={head ? '' : undefined} data-lit={lit ? '' : undefined} data-mentioned={mentioned ? '' : undefined} aria-label={head ? undefined : senderLabel(message.sender)}>
      <Side head={head} sender={message.sender} picture={picture} ms={ms} />
      <div className="message-body">
        {head ? <Head name={senderLabel(message.sender)} ms={ms} /> : null}
        {message.quoted === null ? null : <Quote quoted={message.quoted} channelId={channel.id} />}
        {redacted ? <p className="message-redacted">{t('chat.redacted')}</p> : <MessageText content={message.content} mentions={message.mentions} />}
        <Attachments attachments={message.attachments} />
        {message.preview === undefined ? null : <LinkPreviewCard messageId={message.id} preview={message.preview} />}
      </div>
      {redacted ? null : <MessageTools message={message} kind={channel.kind} />}
    </article>
  );
}

function WaitingRow({ entry, ms, head }: { entry: Waiting; ms: number; head: boolean }): ReactNode {
  const self = useSync(state => state.self);
  const name = self?.name ?? '';
  return (
    <article className="message" data-head={head ? '' : undefined} data-waiting>
      <Side head={head} sender={{ kind: 'person', id: (self?.id ?? '') as PersonId, name }} picture={self === null ? null : pictureOf(self)} ms={ms} />
      <div className="message-body">
        {head ? <Head name={name} ms={ms} /> : null}
        {entry.quoted === null ? null : <Quote quoted={entry.quoted} channelId={entry.channelId} />}
        <MessageText content={readCommand(entry.content).content} mentions={null} />
        <Attachments attachments={entry.attachments} />
        <WaitingState entry={entry} />
      </div>
    </article>
  );
}

const asFailure = ({ code, status, message, reason }: KeptFailure): ApiFailure => new ApiFailure(code, status, message, { reason: reason ?? undefined });

function WaitingState({ entry }: { entry: Waiting }): ReactNode {
  const { t } = useWords();
  const store = useStore();
  const online = useSync(state => state.online);
  if (entry.state !== 'failed') {
    return <p className="message-state"><Clock size={14} strokeWidth={1.75} aria-hidden />{t(online ? 'chat.sending' : 'chat.waitingOffline')}</p>;
  }
  return (
    <p className="message-state" data-failed role="alert">
      <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />
      <span>{t('chat.notSent', { why: entry.failure === null ? '' : failureText(asFailure(entry.failure), t) })}</span>
      <button type="button" onClick={() => store.retry(entry.clientToken)}>{t('act.retry')}</button>
      <button type="button" onClick={() => store.discard(entry.clientToken)}>{t('act.discard')}</button>
    </p>
  );
}
