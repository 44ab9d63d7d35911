import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronLeft, DoorClosed } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { isFailure } from '@carillon/client/api.js';
import { Button } from '@carillon/ui/button.js';
import { EmptyState } from '@carillon/ui/empty-state.js';
import { Field } from '@carillon/ui/field.js';
import { Notice } from '@carillon/ui/notice.js';
import { Spinner } from '@carillon/ui/spinner.js';
import { getMeetingDoor, joinMeeting, type JoinReply, type MeetingDoor } from '@carillon/wire/rest/meetings.js';
import type { Session } from '@carillon/wire/rest/identity.js';
import { NAME_LENGTH_MAX } from '@carillon/wire/values.js';
import { api } from '../api.js';
import { Mark } from '../frame/mark.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { sessionQuery } from '../session/session-query.js';
import { DeviceMenus } from './device-menus.js';
import { DevicePreview } from './device-preview.js';
import { DoorPeople } from './door-people.js';
import { keepChoices, readChoices } from './kept-choices.js';
import { SelfView } from './self-view.js';

const DOOR_ASKED_EVERY_MS = 30_000;

/** One screen, one button: see and hear oneself, choose devices and a name, go in. */
export function BeforeJoining({ number, onJoined }: { number: string; onJoined: (join: JoinReply) => void }): ReactNode {
  const { t } = useWords();
  const door = useQuery({ queryKey: ['door', number], queryFn: async () => (await api.call(getMeetingDoor, { params: { number } })).door, refetchInterval: DOOR_ASKED_EVERY_MS, enabled: /^\d{10}$/.test(number) });
  const { data: session } = useQuery(sessionQuery);
  // The library is large; it comes while one arranges one's hair.
  useEffect(() => { void import('./meeting-client.js'); }, []);
  const ended = door.data?.state === 'ended';
  const closedToGuests = door.data?.guestsAllowed === false && session?.kind !== 'person';
  return (
    <main className="door">
      <DoorBar session={session} />
      {door.data !== undefined && !ended && !closedToGuests && session !== undefined ? <Inner door={door.data} session={session} onJoined={onJoined} />
        : door.isPending && door.error === null && /^\d{10}$/.test(number) ? <div className="page-wait"><Spinner label={t('act.loading')} /></div>
          : <Closed title={t(ended ? 'door.ended' : closedToGuests ? 'door.noGuests' : isFailure(door.error) && !isFailure(door.error, 'NotFound') ? 'failure.title' : 'door.lost')} text={ended ? t('door.endedText') : closedToGuests ? t('door.noGuestsText') : isFailure(door.error) && !isFailure(door.error, 'NotFound') ? failureText(door.error, t) : t('door.lostText')} signIn={closedToGuests} number={number} />}
    </main>
  );
}

function DoorBar({ session }: { session: Session | undefined }): ReactNode {
  const { t } = useWords();
  return (
    <header className="door-bar">
      <Mark size={28} /><b>Carillon</b>
      {session?.kind === 'person' ? <Link to="/" className="door-back"><ChevronLeft size={16} strokeWidth={1.75} aria-hidden />{t('door.home')}</Link> : <Link to="/sign-in" search={{ next: location.pathname }} className="door-back">{t('signIn.do')}</Link>}
    </header>
  );
}

function Closed({ title, text, signIn, number }: { title: string; text: string; signIn: boolean; number: string }): ReactNode {
  const { t } = useWords();
  const action = signIn ? <Link to="/sign-in" search={{ next: `/m/${number}` }} className="button" data-look="accent" data-size="36">{t('signIn.do')}</Link> : <Link to="/" className="button" data-look="accent" data-size="36">{t('lost.home')}</Link>;
  return <EmptyState heading="h1" icon={<DoorClosed size={24} strokeWidth={1.75} />} title={title} actions={action}>{text}</EmptyState>;
}

/** Keeps the devices open while one stands here. */
function usePreview(): DevicePreview | null {
  const [preview, setPreview] = useState<DevicePreview | null>(null);
  useEffect(() => {
    const made = new DevicePreview();
    // Devices are opened once one stands here, not while React considers it.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setPreview(made);
    return () => made.close();
  }, []);
  return preview;
}

function Inner({ door, session, onJoined }: { door: MeetingDoor; session: Session; onJoined: (join: JoinReply) => void }): ReactNode {
  const preview = usePreview();
  if (preview === null) return null;
  return <Prepared door={door} session={session} preview={preview} onJoined={onJoined} />;
}

function Prepared({ door, session, preview, onJoined }: { door: MeetingDoor; session: Session; preview: DevicePreview; onJoined: (join: JoinReply) => void }): ReactNode {
  const { t } = useWords();
  const state = useSyncExternalStore(preview.subscribe, preview.getState);
  const mine = session.kind === 'person' ? session.me.displayName : session.kind === 'guest' ? session.name : null;
  const [name, setName] = useState(() => mine ?? readChoices().name);
  const join = useMutation({
    mutationFn: () => api.call(joinMeeting, { params: { number: door.number }, body: session.kind === 'person' ? {} : { guestName: name.trim() } }),
    onSuccess: reply => { preview.close(); onJoined(reply); },
  });
  const go = (): void => {
    if (session.kind !== 'person') keepChoices({ name: name.trim() });
    join.mutate();
  };
  return (
    <div className="door-column">
      <h1 dir="auto">{door.title}</h1>
      <DoorPeople door={door} />
      <SelfView preview={preview} state={state} name={name} me={session.kind === 'person' ? session.me : null} />
      {state.microphoneRefusal === null ? null : <Refused refusal={state.microphoneRefusal} />}
      <DeviceMenus preview={preview} state={state} />
      <form className="door-join" onSubmit={event => { event.preventDefault(); go(); }}>
        <Field label={t('door.name')} large value={name} onChange={event => setName(event.target.value)} readOnly={session.kind === 'person'} maxLength={NAME_LENGTH_MAX} required autoComplete="name" dir="auto" autoFocus={mine === null && !matchMedia('(pointer: coarse)').matches} />
        <Button type="submit" look="accent" size={48} busy={join.isPending} disabled={name.trim() === ''}>{t(session.kind !== 'person' && door.state === 'waiting' ? 'door.ask' : 'meeting.join')}</Button>
      </form>
      {join.error === null ? null : <Notice>{failureText(join.error, t)}</Notice>}
    </div>
  );
}

function Refused({ refusal }: { refusal: 'insecure' | 'denied' | 'missing' | 'busy' }): ReactNode {
  const { t } = useWords();
  return <Notice kind="warn" title={t(`refusal.${refusal}.title`)}>{t(`refusal.${refusal}.text`)}</Notice>;
}
