import { useEffect, type ReactNode } from 'react';
import { Hourglass } from 'lucide-react';
import { Button } from '@carillon/ui/button.js';
import { EmptyState } from '@carillon/ui/empty-state.js';
import { showToast } from '@carillon/ui/toast-list.js';
import { joinMeeting, leaveMeeting, type JoinReply } from '@carillon/wire/rest/meetings.js';
import { api } from '../api.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { useStore, useSync } from '../session/sync-context.js';

const ASKED_EVERY_MS = 30_000;

/** At the door until somebody of the host's side is in. A push says so; asking now and then covers a push that got lost. */
export function WaitingRoom({ join, number, onJoined, onLeave }: { join: JoinReply; number: string; onJoined: (join: JoinReply) => void; onLeave: () => void }): ReactNode {
  const { t } = useWords();
  const store = useStore();
  const meetingId = join.meeting.id;
  const seat = useSync(state => state.seats[meetingId] ?? (state.attendees[meetingId]?.[join.me.id]?.state === 'admitted' ? 'admitted' : undefined));
  useEffect(() => {
    const again = (): void => {
      api.call(joinMeeting, { params: { number }, body: { guestName: join.me.name } }).then(
        reply => { if (reply.media !== null) { store.forgetSeat(meetingId); onJoined(reply); } },
        (error: unknown) => { showToast(failureText(error, t), 'error'); onLeave(); });
    };
    if (seat === 'admitted') again();
    if (seat === 'removed') { showToast(t('reason.removed'), 'error'); onLeave(); }
    const timer = setInterval(again, ASKED_EVERY_MS);
    return () => clearInterval(timer);
    // The callbacks belong to this stage and do not change what is asked.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [seat, number, meetingId, store]);
  const leave = (): void => { api.call(leaveMeeting, { params: { meetingId } }).catch(() => undefined); onLeave(); };
  return (
    <main className="door">
      <EmptyState heading="h1" icon={<Hourglass size={24} strokeWidth={1.75} />} title={t('waiting.title')} actions={<Button onClick={leave}>{t('waiting.leave')}</Button>}>
        {t('waiting.text', { title: join.meeting.title })}
      </EmptyState>
      <p className="sr-only" role="status">{t('waiting.title')}</p>
    </main>
  );
}
