import { Link } from '@tanstack/react-router';
import { Link2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@carillon/ui/icon-button.js';
import type { Meeting } from '@carillon/wire/rest/meetings.js';
import { meetingUrl } from '../api.js';
import { useNow } from '../clock.js';
import { copyText } from '../copy-text.js';
import { useWords } from '../i18n.js';
import { useMeetings } from '../meetings/use-meetings.js';
import './on-now-card.css';

/** What is on now, with the one button that matters then. `compact` is the form above the chat list, seen on phones. */
export function OnNowCard({ compact = false }: { compact?: boolean }): ReactNode {
  const { meetings } = useMeetings();
  const shown = compact ? meetings.slice(0, 1) : meetings;
  return <>{shown.map((meeting, index) => <Card key={meeting.id} meeting={meeting} compact={compact} first={index === 0} />)}</>;
}

export function useSince(startedAt: string | null): string {
  const { t } = useWords();
  const now = useNow(20_000);
  const minutes = startedAt === null ? 0 : Math.max(0, Math.floor((now - Date.parse(startedAt)) / 60_000));
  return startedAt === null ? t('meeting.notBegun') : minutes === 0 ? t('meeting.justStarted') : t('meeting.since', { count: minutes });
}

function Card({ meeting, compact, first }: { meeting: Meeting; compact: boolean; first: boolean }): ReactNode {
  const { t } = useWords();
  const since = useSince(meeting.startedAt);
  return (
    <section className={compact ? 'on-now on-now-compact' : 'on-now'} aria-label={t('home.onNow')}>
      <div className="on-now-words">
        <p className="on-now-since">{compact ? null : <i aria-hidden />}{since}</p>
        <h2 className="ellipsis" dir="auto">{meeting.title}</h2>
        {compact ? null : <p className="quiet">{meeting.attendeeCount === 0 ? t('meeting.nobodyIn') : t('meeting.peopleIn', { count: meeting.attendeeCount })}</p>}
      </div>
      {compact ? null : <IconButton label={t('meeting.copyLink')} look="edge" onClick={() => void copyText(meetingUrl(meeting.number), t)}><Link2 size={18} strokeWidth={1.75} /></IconButton>}
      <Link to="/m/$number" params={{ number: meeting.number }} className="button" data-look={first ? 'accent' : 'tint'} data-size={compact ? 36 : 44}>{t('meeting.join')}</Link>
    </section>
  );
}
