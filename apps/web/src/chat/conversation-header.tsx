import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, Ban, ChevronLeft, Ellipsis, Eye, EyeOff, Fingerprint, Link2, LogOut, PanelLeftOpen, PanelRight, Pencil, Search, Settings2, Star, StarOff, UserPlus, Video, Webhook } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Badge } from '@carillon/ui/badge.js';
import { Button } from '@carillon/ui/button.js';
import { IconButton } from '@carillon/ui/icon-button.js';
import { Menu, type MenuEntry } from '@carillon/ui/menu.js';
import { showToast } from '@carillon/ui/toast-list.js';
import { leaveRoom, type Channel } from '@carillon/wire/rest/chat.js';
import { startMeeting } from '@carillon/wire/rest/meetings.js';
import { api, channelUrl } from '../api.js';
import { isWithAssistant } from '../assistant/is-assistant.js';
import { useContactEntry } from '../contacts/contact-entry.js';
import { copyText } from '../copy-text.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { usePresenceText } from '../presence/presence-text.js';
import { useStore, useSync } from '../session/sync-context.js';
import { useNarrow } from '../use-narrow.js';
import { ProgramsDialog } from '../webhooks/programs-dialog.js';
import { AddMembersDialog } from './add-members-dialog.js';
import { ChannelAvatar } from './channel-row.js';
import { channelFace, channelTitle } from './channel-name.js';
import { ChannelSettingsDialog } from './channel-settings-dialog.js';
import { newestFirst } from './channel-list.js';
import { listSections, moveFavourite } from './list-sections.js';
import { setListCollapsed, useListCollapsed } from './list-collapsed.js';
import { RenameRoomDialog } from './new-room-dialog.js';
import { useBlock } from './use-block.js';
import { useChangeSettings, useOrderFavourites } from './use-change-settings.js';
import './conversation-header.css';

export function ConversationHeader({ channel, panel, onPanel }: { channel: Channel; panel: boolean; onPanel: () => void }): ReactNode {
  const { t } = useWords();
  const title = channelTitle(channel, t);
  const narrow = useNarrow();
  const collapsed = useListCollapsed();
  const asking = channel.role === 'Administrator' ? channel.accessRequestCount : 0;
  // Nobody comes into a conversation with the Assistant, and there is nobody to see in it.
  const alone = isWithAssistant(channel);
  return (
    <header className="conversation-head">
      <Link to="/chat" className="icon-button conversation-back" aria-label={t('chat.back')}><ChevronLeft size={22} strokeWidth={1.75} aria-hidden /></Link>
      {collapsed && !narrow ? <IconButton label={t('chat.showList')} onClick={() => setListCollapsed(false)}><PanelLeftOpen size={20} strokeWidth={1.75} /></IconButton> : null}
      <ChannelAvatar channel={channel} size={32} />
      <div className="conversation-title">
        <h1 className="ellipsis" dir="auto">{title}</h1>
        <p className="ellipsis"><Subtitle channel={channel} /></p>
      </div>
      {alone ? null : <MeetButton channel={channel} />}
      {narrow || alone ? null : (
        <span className="conversation-asking">
          <IconButton label={t('chat.panel')} aria-pressed={panel} onClick={onPanel}><PanelRight size={20} strokeWidth={1.75} /></IconButton>
          <Badge count={asking} label={t('rooms.askingCount', { count: asking })} />
        </span>
      )}
      <MoreMenu channel={channel} onPanel={narrow && !alone ? onPanel : undefined} asking={asking} />
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

function MoreMenu({ channel, onPanel, asking }: { channel: Channel; onPanel: (() => void) | undefined; asking: number }): ReactNode {
  const { t } = useWords();
  const store = useStore();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'rename' | 'add' | 'settings' | 'programs' | null>(null);
  const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;
  const leave = (): void => {
    api.call(leaveRoom, { params: { channelId: channel.id } }).then(
      () => { store.drop(channel.id); void navigate({ to: '/chat' }); showToast(t('chat.left', { name: channelTitle(channel, t) })); },
      (error: unknown) => showToast(failureText(error, t), 'error'));
  };
  const contactEntry = useContactEntry();
  const [other] = channel.people;
  const mayManage = channel.kind === 'room' && channel.role === 'Administrator';
  const own = useOwnEntries(channel, () => setDialog('settings'));
  const setBlock = useBlock();
  const alone = isWithAssistant(channel);
  const partner = channel.kind === 'direct' && !alone ? channel.people[0] : undefined;
  const entries: MenuEntry[] = [
    ...(onPanel === undefined ? [] : [{ label: t('chat.panel'), icon: <PanelRight {...icon} />, onSelect: onPanel, ...(asking > 0 ? { hint: t('rooms.askingCount', { count: asking }) } : {}) }]),
    ...(!alone && (mayManage || channel.kind !== 'room' || channel.invitePolicy === 'members') ? [{ label: t('chat.addPeople'), icon: <UserPlus {...icon} />, onSelect: () => setDialog('add') }] : []),
    ...(channel.kind === 'direct' && other !== undefined ? [contactEntry(other.id, other.displayName)] : []),
    { label: t('search.here'), icon: <Search {...icon} />, onSelect: () => void navigate({ to: '/search', search: { in: channel.id } }) },
    { label: t('chat.copyLink'), icon: <Link2 {...icon} />, onSelect: () => void copyText(channelUrl(channel.id), t) },
    { label: t(channel.kind === 'room' ? 'chat.copyRoomId' : 'chat.copyConversationId'), icon: <Fingerprint {...icon} />, onSelect: () => void copyText(channel.id, t) },
    ...(mayManage ? [{ label: t('chat.rename'), icon: <Pencil {...icon} />, onSelect: () => setDialog('rename') }, { label: t('webhooks.manage'), icon: <Webhook {...icon} />, onSelect: () => setDialog('programs') }] : []),
    ...(channel.kind === 'meeting' ? [] : own),
    ...(partner === undefined ? [] : [null, { label: t('block.block'), icon: <Ban {...icon} />, danger: true, onSelect: () => void setBlock(partner, true) }]),
    ...(channel.kind === 'room' ? [null, { label: t('chat.leave'), icon: <LogOut {...icon} />, danger: true, onSelect: leave }] : []),
  ];
  return (
    <>
      <Menu trigger={<button type="button" className="icon-button" data-size="36" aria-label={t('act.more')}><Ellipsis size={20} strokeWidth={1.75} aria-hidden /></button>} entries={entries} />
      {dialog === 'rename' ? <RenameRoomDialog channel={channel} onClose={() => setDialog(null)} /> : null}
      {dialog === 'settings' ? <ChannelSettingsDialog channel={channel} onClose={() => setDialog(null)} /> : null}
      {dialog === 'programs' ? <ProgramsDialog channel={channel} onClose={() => setDialog(null)} /> : null}
      {dialog === 'add' ? <AddMembersDialog channel={channel} onClose={() => setDialog(null)} /> : null}
    </>
  );
}

/** What one sets for oneself: favourite and its place, hidden, and the rest in a dialog. */
function useOwnEntries(channel: Channel, onSettings: () => void): MenuEntry[] {
  const { t } = useWords();
  const store = useStore();
  const change = useChangeSettings(channel);
  const order = useOrderFavourites();
  const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;
  const { favourite, hidden } = channel.settings;
  const move = (by: -1 | 1): void => {
    const { favourites } = listSections(newestFirst(store.getState().channels), 0, undefined, () => 0);
    const ids = moveFavourite(favourites, channel.id, by);
    if (ids !== null) order(ids);
  };
  return [
    null,
    favourite
      ? { label: t('rooms.unfavourite'), icon: <StarOff {...icon} />, onSelect: () => change({ favourite: false }) }
      : { label: t('rooms.favourite'), icon: <Star {...icon} />, onSelect: () => change({ favourite: true }) },
    ...(favourite ? [{ label: t('rooms.moveUp'), icon: <ArrowUp {...icon} />, onSelect: () => move(-1) }, { label: t('rooms.moveDown'), icon: <ArrowDown {...icon} />, onSelect: () => move(1) }] : []),
    hidden
      ? { label: t('rooms.show'), icon: <Eye {...icon} />, onSelect: () => change({ hidden: false }) }
      : { label: t('rooms.hide'), icon: <EyeOff {...icon} />, onSelect: () => change({ hidden: true }) },
    { label: t(channel.kind === 'room' ? 'rooms.settings' : 'rooms.conversationSettings'), icon: <Settings2 {...icon} />, onSelect: onSettings },
  ];
}
