import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@carillon/ui/icon-button.js';
import { Notice } from '@carillon/ui/notice.js';
import { SkeletonRows } from '@carillon/ui/skeleton.js';
import { Composer } from '../chat/composer.js';
import { useOpened } from '../chat/conversation-page.js';
import { DropZone } from '../chat/drop-zone.js';
import { Timeline } from '../chat/timeline.js';
import { TypingLine } from '../chat/typing-line.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { useCall } from './call-context.js';
import '../chat/chat-page.css';
import '../chat/side-panel.css';

/** The meeting's own conversation: the same parts as everywhere, for as long as the meeting lasts. */
export function MeetingChat({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const { meeting } = useCall();
  const { channel, opened, error, retry } = useOpened(meeting.chatChannelId);
  return (
    <aside className="call-panel panel meeting-chat" aria-label={t('meeting.chat')}>
      <header className="panel-head"><h2>{t('meeting.chat')}</h2><IconButton label={t('act.close')} onClick={onClose}><X size={20} strokeWidth={1.75} /></IconButton></header>
      <p className="meeting-chat-note">{t('meeting.chatNote')}</p>
      {error !== null ? <div className="panel-search"><Notice action={<button type="button" className="link-button" onClick={retry}>{t('act.retry')}</button>}>{failureText(error, t)}</Notice></div> : null}
      {channel !== undefined && opened ? (
        <DropZone channelId={channel.id} element="div">
          <Timeline channel={channel} />
          <div className="conversation-foot"><TypingLine channel={channel} /><Composer channel={channel} /></div>
        </DropZone>
      ) : error === null ? <SkeletonRows count={4} picture={32} /> : null}
    </aside>
  );
}
