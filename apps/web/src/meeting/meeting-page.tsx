import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Spinner } from '@carillon/ui/spinner.js';
import type { JoinReply } from '@carillon/wire/rest/meetings.js';
import { useWords } from '../i18n.js';
import { sessionQuery } from '../session/session-query.js';
import { SyncProvider } from '../session/sync-context.js';
import { BeforeJoining } from './before-joining.js';
import type { CallEnd } from './call-state.js';
import { EndScreen } from './end-screen.js';
import { MeetingRoom } from './meeting-room.js';
import { WaitingRoom } from './waiting-room.js';
import './meeting.css';

type Stage = { kind: 'door' } | { kind: 'waiting'; join: JoinReply } | { kind: 'inside'; join: JoinReply } | { kind: 'over'; join: JoinReply; end: CallEnd };

/** A meeting's one address: the door, the waiting, the meeting, its end. */
export function MeetingPage(): ReactNode {
  const { number } = useParams({ from: '/m/$number' });
  return <Meeting key={number} number={number} />;
}

function Meeting({ number }: { number: string }): ReactNode {
  const { t } = useWords();
  const session = useQuery(sessionQuery);
  const queries = useQueryClient();
  const [stage, setStage] = useState<Stage>({ kind: 'door' });
  const wait = <main className="page-wait meeting-dark"><Spinner label={t('act.loading')} /></main>;
  if (session.data === undefined) return wait;
  const joined = (join: JoinReply): void => {
    setStage({ kind: join.media === null ? 'waiting' : 'inside', join });
    // A guest is somebody from now on, with a cookie good for this meeting.
    if (session.data.kind !== 'person') void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
  const body = <Staged number={number} stage={stage} onStage={setStage} onJoined={joined} />;
  const signedOut = (): void => void session.refetch();
  if (session.data.kind === 'person') return <SyncProvider me={session.data.me} onSignedOut={signedOut} waiting={wait}>{body}</SyncProvider>;
  if (stage.kind !== 'waiting' && stage.kind !== 'inside') return body;
  if (session.data.kind !== 'guest') return wait;
  return <SyncProvider me={null} guest={{ id: session.data.guestId, name: session.data.name }} onSignedOut={signedOut} waiting={wait}>{body}</SyncProvider>;
}

function Staged({ number, stage, onStage, onJoined }: { number: string; stage: Stage; onStage: (stage: Stage) => void; onJoined: (join: JoinReply) => void }): ReactNode {
  switch (stage.kind) {
    case 'door': return <BeforeJoining number={number} onJoined={onJoined} />;
    case 'waiting': return <WaitingRoom join={stage.join} number={number} onJoined={onJoined} onLeave={() => onStage({ kind: 'door' })} />;
    case 'inside': return <MeetingRoom join={stage.join} onOver={end => onStage({ kind: 'over', join: stage.join, end })} />;
    case 'over': return <EndScreen meeting={stage.join.meeting} end={stage.end} onAgain={() => onStage({ kind: 'door' })} />;
  }
}
