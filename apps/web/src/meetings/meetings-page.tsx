import { useNavigate } from '@tanstack/react-router';
import { Copy, Video } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { EmptyState } from '@carillon/ui/empty-state.js';
import { Field } from '@carillon/ui/field.js';
import { IconButton } from '@carillon/ui/icon-button.js';
import { meetingUrl } from '../api.js';
import { copyText } from '../copy-text.js';
import { OnNowCard } from '../home/on-now-card.js';
import { useWords } from '../i18n.js';
import { useMe } from '../session/sync-context.js';
import { numberOf, spacedNumber } from './meeting-number.js';
import { useMeetings, useMeetNow } from './use-meetings.js';
import '../contacts/contacts-page.css';
import './meetings-page.css';

export function MeetingsPage(): ReactNode {
  const { t } = useWords();
  const { meetings, waiting } = useMeetings();
  const { start, busy } = useMeetNow();
  return (
    <main className="page">
      <header className="page-head">
        <h1>{t('rail.meetings')}</h1>
        <Button look={meetings.length === 0 ? 'accent' : 'edge'} icon={<Video size={18} strokeWidth={1.75} aria-hidden />} busy={busy} onClick={() => start()}>{t('meeting.now')}</Button>
      </header>
      <div className="page-scroll">
        <div className="page-column">
          <OnNowCard />
          {meetings.length === 0 && !waiting ? <EmptyState icon={<Video size={24} strokeWidth={1.75} />} title={t('meetings.noneTitle')}>{t('meetings.noneText')}</EmptyState> : null}
          <div className="meetings-cards"><JoinByNumber /><PersonalNumber /></div>
        </div>
      </div>
    </main>
  );
}

function JoinByNumber(): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const join = (event: FormEvent): void => {
    event.preventDefault();
    const number = numberOf(typed);
    if (number === null) setWrong(true);
    else void navigate({ to: '/m/$number', params: { number } });
  };
  return (
    <form className="card form" onSubmit={join}>
      <h2>{t('meetings.byNumber')}</h2>
      <Field label={t('meetings.number')} hint={t('meetings.numberHint')} error={wrong ? t('meetings.numberWrong') : null} value={typed} onChange={event => { setTyped(event.target.value); setWrong(false); }} autoComplete="off" />
      <div className="form-actions"><Button type="submit" look="tint">{t('meeting.join')}</Button></div>
    </form>
  );
}

function PersonalNumber(): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  return (
    <section className="card form">
      <h2>{t('meetings.personal')}</h2>
      <p className="quiet">{t('meetings.personalText')}</p>
      <p className="meetings-number"><span className="tabular">{spacedNumber(me.personalMeetingNumber)}</span>
        <IconButton label={t('meeting.copyLink')} onClick={() => void copyText(meetingUrl(me.personalMeetingNumber), t)}><Copy size={18} strokeWidth={1.75} /></IconButton>
      </p>
      <div className="form-actions"><Button onClick={() => void navigate({ to: '/m/$number', params: { number: me.personalMeetingNumber } })}>{t('meetings.open')}</Button></div>
    </section>
  );
}
