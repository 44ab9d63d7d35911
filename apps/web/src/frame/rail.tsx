import { Link, useNavigate } from '@tanstack/react-router';
import { ContactRound, House, Keyboard, LogOut, MessageSquare, Monitor, Moon, Settings2, Sun, UserRound, Video } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { unreadOf, type ChannelView, type SyncState } from '@carillon/client/state.js';
import { Avatar } from '@carillon/ui/avatar.js';
import { Badge } from '@carillon/ui/badge.js';
import { Menu } from '@carillon/ui/menu.js';
import { Tooltip } from '@carillon/ui/tooltip.js';
import { showToast } from '@carillon/ui/toast-list.js';
import { signOut } from '@carillon/wire/rest/identity.js';
import { api, pictureOf } from '../api.js';
import { openShortcuts } from '../find/shortcuts-state.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { useMe, useSync } from '../session/sync-context.js';
import { applyTheme, readTheme, type Theme } from '../theme.js';
import { Mark } from './mark.js';

export function unreadTotal(state: SyncState): number {
  return Object.values<ChannelView>(state.channels).reduce((sum, { channel }) => sum + (channel.kind === 'meeting' || channel.settings.hidden ? 0 : unreadOf(channel)), 0);
}

export function Rail(): ReactNode {
  const { t } = useWords();
  const unread = useSync(unreadTotal);
  const icon = { size: 22, strokeWidth: 1.75, 'aria-hidden': true } as const;
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      <Link to="/" className="rail-mark" aria-label="Carillon"><Mark size={36} /></Link>
      <RailItem to="/" icon={<House {...icon} />} label={t('rail.home')} />
      <RailItem to="/chat" icon={<><MessageSquare {...icon} /><Badge count={unread} label={t('rail.unread', { count: unread })} /></>} label={t('rail.chat')} />
      <RailItem to="/meetings" icon={<Video {...icon} />} label={t('rail.meetings')} />
      <RailItem to="/contacts" icon={<ContactRound {...icon} />} label={t('rail.contacts')} />
      <div className="rail-foot">
        <Tooltip text={t('rail.settings')} side="right">
          <Link to="/settings" className="icon-button rail-settings" aria-label={t('rail.settings')}><Settings2 size={20} strokeWidth={1.75} aria-hidden /></Link>
        </Tooltip>
        <MyMenu />
      </div>
    </nav>
  );
}

function RailItem({ to, icon, label }: { to: '/' | '/chat' | '/meetings' | '/contacts'; icon: ReactNode; label: string }): ReactNode {
  return (
    <Link to={to} className="rail-item" activeOptions={{ exact: to === '/' }}>
      <span>{label} </span>
      <span className="rail-icon">{icon}</span>
    </Link>
  );
}

function MyMenu(): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const online = useSync(state => state.online);
  const navigate = useNavigate();
  const leave = useSignOut();
  const [theme, setTheme] = useState(readTheme);
  const choose = (next: Theme) => () => { applyTheme(next); setTheme(next); };
  const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;
  return (
    <Menu
      side="right"
      trigger={<button type="button" className="rail-me" aria-label={t('rail.me', { name: me.displayName })}><Avatar id={me.id} name={me.displayName} size={36} picture={pictureOf(me)} presence={online ? 'available' : 'offline'} /></button>}
      entries={[
        me.displayName,
        { label: t('rail.profile'), icon: <UserRound {...icon} />, onSelect: () => void navigate({ to: '/settings' }) },
        { label: t('shortcuts.title'), icon: <Keyboard {...icon} />, hint: '?', onSelect: openShortcuts },
        null,
        { label: t('theme.system'), icon: <Monitor {...icon} />, checked: theme === 'system', onSelect: choose('system') },
        { label: t('theme.light'), icon: <Sun {...icon} />, checked: theme === 'light', onSelect: choose('light') },
        { label: t('theme.dark'), icon: <Moon {...icon} />, checked: theme === 'dark', onSelect: choose('dark') },
        null,
        { label: t('rail.signOut'), icon: <LogOut {...icon} />, danger: true, onSelect: leave },
      ]}
    />
  );
}

/** Ends this device's session. The page is loaded anew, so that nothing of the person stays in its memory. */
function useSignOut(): () => void {
  const { t } = useWords();
  return () => { api.call(signOut, {}).then(() => location.assign('/sign-in'), (error: unknown) => showToast(failureText(error, t), 'error')); };
}
