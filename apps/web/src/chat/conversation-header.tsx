import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ChevronLeft, Ellipsis, Link2, LogOut, PanelLeftOpen, PanelRight, Pencil, UserPlus, Video } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { IconButton } from '@carillon/ui/icon-button.js';
import { Menu, type MenuEntry } from '@carillon/ui/menu.js';
import { showToast } from '@carillon/ui/toast-list.js';
import { leaveRoom, type Channel } from '@carillon/wire/rest/chat.js';
import { startMeeting } from '@carillon/wire/rest/meetings.js';
import { api, channelUrl } from '../api.js';
import { copyText } from '../copy-text.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { usePresenceText } from '../presence/presence-text.js';
import { useStore, useSync } from '../session/sync-context.js';
import { useNarrow } from '../use-narrow.js';
import { AddMembersDialog } from './add-members-dialog.js';
import { ChannelAvatar } from './channel-row.js';
import { channelFace, channelTitle } from './channel-name.js';
import { setListCollapsed, useListCollapsed } from './list-collapsed.js';
import { RenameRoomDialog } from './new-room-dialog.js';
import './conversation-header.css';

export function ConversationHeader({ channel, panel, onPanel }: { channel: Channel; panel: boolean; onPanel: () => void }): ReactNode {
  const { t } = useWords();
  const title = channelTitle(channel, t);
  const narrow = useNarrow();
  const collapsed = useListCollapsed();
  return (
    <header className="conversation-head">
      <Link to="/chat" className="icon-button conversation-back" aria-label={t('chat.back')}><ChevronLeft size={22} strokeWidth={1.75} aria-hidden /></Link>
      {collapsed && !narrow ? <IconButton label={t('chat.showList')} onClick={() => setListCollapsed(false)}><PanelLeftOpen size={20} strokeWidth={1.75} /></IconButton> : null}
      <ChannelAvatar channel={channel} size={32} />
      <div className="conversation-title">
        <h1 className="ellipsis" dir="auto">{title}</h1>
        <p className="ellipsis"><Subtitle channel={channel} /></p>
      </div>
      <MeetButton channel={channel} />
      {narrow ? null : <IconButton label={t('chat.panel')} aria-pressed={panel} onClick={onPanel}><PanelRight size={20} strokeWidth={1.75} /></IconButton>}
      <MoreMenu channel={channel} onPanel={narrow ? onPanel : undefined} />
    </header>
  );
}

function Subtitle({ channel }: { channel: Channel }): ReactNode {
  const { t } = useWords();
  const presence = usePresenceText(channelFace(channel).personId);
  if (channel.kind === 'direct') return presence;
  return t('chat.memberCount', { count: channel.memberCount });
}

/** Starts a meeting here, or joins the one that runs. */
function MeetButton({ channel }: { channel: Channel }): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const running = useSync(state => (channel.meetingId === null ? undefined : state.meetings[channel.meetingId]));
  const start = useMutation({
    mutationFn: () => api.call(startMeeting, { body: { channelId: channel.id } }),
    onSuccess: ({ meeting }) => void navigate({ to: '/m/$number', params: { number: meeting.number } }),
    onError: error => showToast(failureText(error, t), 'error'),
  });
  const runs = channel.meetingId !== null && running?.state !== 'ended';
  return (
    <Button
      className="conversation-meet" size={32} look={runs ? 'accent' : 'edge'} icon={<Video size={18} strokeWidth={1.75} aria-hidden />} busy={start.isPending} aria-label={t(runs ? 'meeting.join' : 'meeting.now')}
      onClick={() => (running?.state === 'running' ? void navigate({ to: '/m/$number', params: { number: running.number } }) : start.mutate())}
    >
      <span>{t(runs ? 'meeting.join' : 'meeting.now')}</span>
    </Button>
  );
}

function MoreMenu({ channel, onPanel }: { channel: Channel; onPanel: (() => void) | undefined }): ReactNode {
  const { t } = useWords();
  const store = useStore();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'rename' | 'add' | null>(null);
  const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;
  const leave = (): void => {
    api.call(leaveRoom, { params: { channelId: channel.id } }).then(
      () => { store.drop(channel.id); void navigate({ to: '/chat' }); showToast(t('chat.left', { name: channelTitle(channel, t) })); },
      (error: unknown) => showToast(failureText(error, t), 'error'));
  };
  const mayManage = channel.kind === 'room' && channel.role === 'Administrator';
  const entries: MenuEntry[] = [
    ...(onPanel === undefined ? [] : [{ label: t('chat.panel'), icon: <PanelRight {...icon} />, onSelect: onPanel }]),
    ...(mayManage || channel.kind !== 'room' ? [{ label: t('chat.addPeople'), icon: <UserPlus {...icon} />, onSelect: () => setDialog('add') }] : []),
    { label: t('chat.copyLink'), icon: <Link2 {...icon} />, onSelect: () => void copyText(channelUrl(channel.id), t) },
    ...(mayManage ? [{ label: t('chat.rename'), icon: <Pencil {...icon} />, onSelect: () => setDialog('rename') }] : []),
    ...(channel.kind === 'room' ? [null, { label: t('chat.leave'), icon: <LogOut {...icon} />, danger: true, onSelect: leave }] : []),
  ];
  return (
    <>
      <Menu trigger={<button type="button" className="icon-button" data-size="36" aria-label={t('act.more')}><Ellipsis size={20} strokeWidth={1.75} aria-hidden /></button>} entries={entries} />
      {dialog === 'rename' ? <RenameRoomDialog channel={channel} onClose={() => setDialog(null)} /> : null}
      {dialog === 'add' ? <AddMembersDialog channel={channel} onClose={() => setDialog(null)} /> : null}
    </>
  );
}
