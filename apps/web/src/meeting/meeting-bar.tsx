import { ChevronUp, Ellipsis, MessageSquare, Mic, MicOff, MonitorUp, MonitorX, Phone, Users, Video, VideoOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { unreadOf } from '@carillon/client/state.js';
import { Badge } from '@carillon/ui/badge.js';
import { Menu, type MenuEntry } from '@carillon/ui/menu.js';
import { showToast } from '@carillon/ui/toast-list.js';
import { endMeeting } from '@carillon/wire/rest/meetings.js';
import { api } from '../api.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { useSync } from '../session/sync-context.js';
import { useCall } from './call-context.js';
import { useDeviceEntries } from './device-entries.js';
import type { Panel, View } from './meeting-room.js';
import { useMoreEntries } from './more-entries.js';
import { useCallTime } from './phone-head.js';

interface Props { panel: Panel; onPanel: (panel: Panel) => void; view: View; onView: (view: View) => void; onMenu: (open: boolean) => void }

/** What I send in the middle, what I see on the right, Leave last and alone in red. */
export function MeetingBar({ panel, onPanel, view, onView, onMenu }: Props): ReactNode {
  const { t } = useWords();
  return (
    <footer className="bar">
      <Title />
      <div className="bar-mine" role="toolbar" aria-label={t('bar.mine')}>
        <MicrophoneControl onMenu={onMenu} />
        <CameraControl onMenu={onMenu} />
        <ShareControl />
      </div>
      <div className="bar-view">
        <ChatControl open={panel === 'chat'} onToggle={() => onPanel(panel === 'chat' ? null : 'chat')} />
        <PeopleControl open={panel === 'people'} onToggle={() => onPanel(panel === 'people' ? null : 'people')} />
        <MoreControl panel={panel} onPanel={onPanel} view={view} onView={onView} onMenu={onMenu} />
        <LeaveControl onMenu={onMenu} />
      </div>
    </footer>
  );
}

function Title(): ReactNode {
  const { t } = useWords();
  const { meeting, call } = useCall();
  const time = useCallTime();
  return (
    <div className="bar-title">
      <h1 className="ellipsis" dir="auto">{meeting.title}</h1>
      <p className="tabular">{time} <span>{t('chat.people', { count: Object.keys(call.people).length })}</span></p>
    </div>
  );
}

/** The name comes first for those who hear it, the icon first for those who see it. */
function Control({ label, icon, state, pressed, expanded, onClick, keys }: { label: string; icon: ReactNode; state?: 'off' | 'on' | undefined; pressed?: boolean; expanded?: boolean; onClick: () => void; keys?: string }): ReactNode {
  return (
    <button type="button" className="control" data-state={state} aria-pressed={pressed} aria-expanded={expanded} onClick={onClick} title={keys} aria-keyshortcuts={keys === undefined ? undefined : 'Control+Y Meta+Y'}>
      <span>{label} </span><span className="control-icon">{icon}</span>
    </button>
  );
}

function Caret({ label, entries, onMenu }: { label: string; entries: readonly MenuEntry[]; onMenu: (open: boolean) => void }): ReactNode {
  return <Menu theme="dark" side="top" align="center" onOpenChange={onMenu} entries={entries} trigger={<button type="button" className="control-caret" aria-label={label} title={label}><ChevronUp size={16} strokeWidth={1.75} aria-hidden /></button>} />;
}

const ICON = { size: 22, strokeWidth: 1.75, 'aria-hidden': true } as const;

function MicrophoneControl({ onMenu }: { onMenu: (open: boolean) => void }): ReactNode {
  const { t } = useWords();
  const { call, client } = useCall();
  const { sound } = useDeviceEntries();
  return (
    <div className="control-pair" data-state={call.muted ? 'off' : undefined}>
      <Control label={t(call.muted ? 'bar.unmute' : 'bar.mute')} icon={call.muted ? <MicOff {...ICON} /> : <Mic {...ICON} />} state={call.muted ? 'off' : undefined} onClick={() => client.toggleMute()} keys="Ctrl/Cmd Y" />
      <Caret label={t('bar.soundDevices')} entries={sound} onMenu={onMenu} />
    </div>
  );
}

function CameraControl({ onMenu }: { onMenu: (open: boolean) => void }): ReactNode {
  const { t } = useWords();
  const { call, client } = useCall();
  const { cameras } = useDeviceEntries();
  return (
    <div className="control-pair" data-state={call.cameraOn ? undefined : 'off'}>
      <Control label={t(call.cameraOn ? 'bar.stopVideo' : 'bar.startVideo')} icon={call.cameraOn ? <Video {...ICON} /> : <VideoOff {...ICON} />} state={call.cameraOn ? undefined : 'off'} onClick={() => void client.setCamera(!call.cameraOn)} />
      <Caret label={t('bar.cameras')} entries={cameras} onMenu={onMenu} />
    </div>
  );
}

export function canShare(): boolean { return typeof navigator.mediaDevices?.getDisplayMedia === 'function'; }

function ShareControl(): ReactNode {
  const { t } = useWords();
  const { call, client } = useCall();
  if (!canShare()) return null;
  return <Control label={t(call.sharing ? 'bar.stopShare' : 'bar.share')} icon={call.sharing ? <MonitorX {...ICON} /> : <MonitorUp {...ICON} />} state={call.sharing ? 'on' : undefined} pressed={call.sharing} onClick={() => void client.setSharing(!call.sharing)} />;
}

function ChatControl({ open, onToggle }: { open: boolean; onToggle: () => void }): ReactNode {
  const { t } = useWords();
  const { meeting } = useCall();
  const channel = useSync(state => state.channels[meeting.chatChannelId]?.channel);
  const unread = channel === undefined || open ? 0 : unreadOf(channel);
  return <Control label={t('bar.chat')} icon={<><MessageSquare {...ICON} /><Badge count={unread} label={t('rail.unread', { count: unread })} /></>} state={open ? 'on' : undefined} expanded={open} onClick={onToggle} />;
}

function PeopleControl({ open, onToggle }: { open: boolean; onToggle: () => void }): ReactNode {
  const { t } = useWords();
  const { call } = useCall();
  const count = Object.keys(call.people).length;
  return <Control label={t('bar.people')} icon={<><Users {...ICON} /><Badge count={count} label={t('chat.people', { count })} /></>} state={open ? 'on' : undefined} expanded={open} onClick={onToggle} />;
}

function MoreControl(props: Props): ReactNode {
  const { t } = useWords();
  const entries = useMoreEntries(props);
  return (
    <Menu
      theme="dark" side="top" align="end" onOpenChange={props.onMenu} entries={entries}
      trigger={<button type="button" className="control"><span>{t('bar.more')}</span><span className="control-icon"><Ellipsis {...ICON} /></span></button>}
    />
  );
}

function LeaveControl({ onMenu }: { onMenu: (open: boolean) => void }): ReactNode {
  const { t } = useWords();
  const { client, meeting, me } = useCall();
  const endForAll = (): void => { api.call(endMeeting, { params: { meetingId: meeting.id } }).catch((error: unknown) => showToast(failureText(error, t), 'error')); };
  const phone = <i className="hang-up" aria-hidden><Phone size={22} strokeWidth={1.75} /></i>;
  return (
    <div className="leave">
      <button type="button" className="leave-button" onClick={() => client.leave()}>{phone}<span>{t('bar.leave')}</span></button>
      {me.isHost ? (
        <Menu
          theme="dark" side="top" align="end" onOpenChange={onMenu}
          trigger={<button type="button" className="leave-caret" aria-label={t('bar.leaveMenu')}><ChevronUp size={16} strokeWidth={1.75} aria-hidden /></button>}
          entries={[{ label: t('bar.leave'), onSelect: () => client.leave() }, { label: t('bar.endForAll'), danger: true, onSelect: endForAll }]}
        />
      ) : null}
    </div>
  );
}
