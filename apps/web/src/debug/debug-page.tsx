import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MeetingId } from '@carillon/kernel/ids.js';
import { SkeletonRows } from '@carillon/ui/skeleton.js';
import { getMeetingDebug } from '@carillon/wire/rest/meetings.js';
import { api } from '../api.js';
import { LostPage } from '../frame/lost-page.js';
import { useWords } from '../i18n.js';
import './debug-page.css';

const READ_EVERY_MS = 2_000;

/** The machinery of one meeting, for the server's owner alone: what the control plane and the media node hold about it, read anew every two seconds. */
export function DebugPage(): ReactNode {
  const { t } = useWords();
  const { meetingId } = useParams({ from: '/frame/debug/meetings/$meetingId' });
  const debug = useQuery({
    queryKey: ['debug', meetingId], refetchInterval: READ_EVERY_MS, retry: false,
    // Whatever stands in the address, the server answers "not found" to what is no meeting of ours.
    queryFn: () => api.call(getMeetingDebug, { params: { meetingId: meetingId as MeetingId } }),
  });
  if (debug.error !== null && debug.data === undefined) return <LostPage />;
  return (
    <main className="page debug">
      <header className="page-head"><h1>{t('debug.title')}</h1></header>
      <p className="quiet">{t('debug.text')}</p>
      {debug.data === undefined ? <SkeletonRows count={6} /> : <pre tabIndex={0} aria-label={t('debug.title')}>{JSON.stringify(debug.data.snapshot, null, 2)}</pre>}
    </main>
  );
}
