import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { leaveMeeting, type JoinReply, type Meeting } from '@carillon/wire/rest/meetings.js';
import { Spinner } from '@carillon/ui/spinner.js';
import { api } from '../api.js';
import { useWords } from '../i18n.js';
import { useStore, useSync } from '../session/sync-context.js';
import { CallContext } from './call-context.js';
import type { CallEnd, CallState } from './call-state.js';
import { CallNotices } from './call-notices.js';
import { keepChoices, readChoices } from './kept-choices.js';
import type { MeetingClient } from './meeting-client.js';
import { MeetingBar } from './meeting-bar.js';
import { MeetingChat } from './meeting-chat.js';
import { PeoplePanel } from './people-panel.js';
import { PhoneHead } from './phone-head.js';
import { Stage } from './stage.js';
import { useIdle } from './use-idle.js';

export type Panel = 'chat' | 'people' | null;
export type View = 'gallery' | 'speaker';

/** Inside: the stage, the bar below, a panel at the side. The library comes with the first meeting and stays. */
export function MeetingRoom({ join, onOver }: { join: JoinReply; onOver: (end: CallEnd) => void }): ReactNode {
  const { t } = useWords();
  const store = useStore();
  const sound = useRef<HTMLAudioElement>(null);
  const [client, setClient] = useState<MeetingClient | null>(null);
  useEffect(() => {
    store.putMeetings([join.meeting]);
    store.putAttendees(join.meeting.id, [...join.attendees, join.me]);
    let made: MeetingClient | null = null;
    let gone = false;
    const { media } = join;
    if (media !== null) {
      void import('./meeting-client.js').then(async module => {
        if (gone) return;
        made = new module.MeetingClient(media, readChoices());
        setClient(made);
        if (sound.current !== null) await made.start(sound.current);
      });
    }
    return () => {
      gone = true;
      if (made === null) return;
      made.close();
      // Closing the page does without: the media node notices that one is gone.
      api.call(leaveMeeting, { params: { meetingId: join.meeting.id } }).catch(() => undefined);
    };
  }, [join, store]);
  return (
    <main className="meeting" data-theme="dark">
      <audio ref={sound} autoPlay hidden />
      {client === null ? <div className="meeting-wait"><Spinner label={t('call.connecting')} /></div> : <Call client={client} join={join} onOver={onOver} sound={sound} />}
    </main>
  );
}

function Call({ client, join, onOver, sound }: { client: MeetingClient; join: JoinReply; onOver: (end: CallEnd) => void; sound: React.RefObject<HTMLAudioElement | null> }): ReactNode {
  const call = useSyncExternalStore(client.subscribe, client.getState);
  const meeting = useSync(state => state.meetings[join.meeting.id]) ?? join.meeting;
  const [panel, setPanel] = useState<Panel>(null);
  const [view, setView] = useState<View>('gallery');
  const [menuOpen, setMenuOpen] = useState(false);
  const idle = useIdle(panel !== null || menuOpen || call.phase !== 'connected');
  useKeys(client, panel, setPanel);
  useKeptChoices(call);
  useLeftOver(call, meeting, onOver);
  return (
    <CallContext value={{ client, call, meeting, me: join.me }}>
      <div className="call" data-panel={panel ?? undefined} data-idle={idle ? '' : undefined}>
        <PhoneHead onOpen={() => setPanel('people')} />
        <Stage view={view} />
        <CallNotices sound={sound} />
        {panel === 'chat' ? <MeetingChat onClose={() => setPanel(null)} /> : null}
        {panel === 'people' ? <PeoplePanel onClose={() => setPanel(null)} /> : null}
        <MeetingBar panel={panel} onPanel={setPanel} view={view} onView={setView} onMenu={setMenuOpen} />
      </div>
    </CallContext>
  );
}

/** Ctrl or Cmd-Y mutes wherever the focus is; Esc closes the panel. */
function useKeys(client: MeetingClient, panel: Panel, setPanel: (panel: Panel) => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'y') { event.preventDefault(); client.toggleMute(); }
      else if (event.key === 'Escape' && panel !== null && !event.defaultPrevented && document.querySelector('[role=dialog], [role=menu], [role=listbox]') === null) setPanel(null);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [client, panel, setPanel]);
}

/** The next meeting begins as this one was left: muted stays muted. */
function useKeptChoices(call: CallState): void {
  const { muted, cameraOn, phase } = call;
  useEffect(() => { if (phase === 'connected') keepChoices({ microphoneOn: !muted, cameraOn }); }, [muted, cameraOn, phase]);
}

function useLeftOver(call: CallState, meeting: Meeting, onOver: (end: CallEnd) => void): void {
  useEffect(() => {
    if (call.phase === 'over') onOver(meeting.state === 'ended' && call.end === 'failed' ? 'ended' : call.end ?? 'failed');
    // The stage above changes once; its callback is made anew at every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [call.phase, call.end]);
}
