import { Link } from '@tanstack/react-router';
import { ContactRound, House, MessageSquare, Settings2, Video } from 'lucide-react';
import type { ReactNode } from 'react';
import { unreadOf, type ChannelView, type SyncState } from '@carillon/client/state.js';
import { Badge } from '@carillon/ui/badge.js';
import { Tooltip } from '@carillon/ui/tooltip.js';
import { useWords } from '../i18n.js';
import { useSync } from '../session/sync-context.js';
import { Mark } from './mark.js';
import { MyMenu } from './my-menu.js';

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
