import { Link } from '@tanstack/react-router';
import { Video } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { unreadOf } from '@carillon/client/state.js';
import { Badge } from '@carillon/ui/badge.js';
import { Button } from '@carillon/ui/button.js';
import { SkeletonRows } from '@carillon/ui/skeleton.js';
import type { Channel } from '@carillon/wire/rest/chat.js';
import { ChannelRow } from '../chat/channel-row.js';
import { newestFirst, SearchButton } from '../chat/channel-list.js';
import { localHour, useNow } from '../clock.js';
import { dayOf } from '../format-time.js';
import { useWords } from '../i18n.js';
import { useMeetNow, useMeetings } from '../meetings/use-meetings.js';
import { useMe, useSync } from '../session/sync-context.js';
import { FirstSteps } from './first-steps.js';
import { OnNowCard } from './on-now-card.js';
import './home-page.css';

const RECENT_SHOWN = 6;

export function HomePage(): ReactNode {
  const channels = useSync(state => state.channels);
  const ready = useSync(state => state.ready);
  const sorted = useMemo(() => newestFirst(channels), [channels]);
  const used = sorted.some(channel => channel.messageCount > 0);
  return (
    <main className="home">
      <div className="home-inner">
        <HomeHead />
        <OnNowCard />
        {!ready ? <div className="home-panel"><SkeletonRows count={5} /></div> : used ? <HomePanels channels={sorted.filter(channel => !channel.settings.hidden)} /> : <FirstSteps />}
      </div>
    </main>
  );
}

function HomeHead(): ReactNode {
  const { t, locale } = useWords();
  const me = useMe();
  const now = useNow(60_000);
  const { start, busy } = useMeetNow();
  const { meetings } = useMeetings();
  const hour = localHour(now);
  const greeting = hour < 5 || hour >= 18 ? 'home.evening' : hour < 13 ? 'home.morning' : 'home.afternoon';
  return (
    <header className="home-head">
      <div>
        <h1 dir="auto">{t(greeting, { name: me.displayName.split(/\s+/)[0] ?? '' })}</h1>
        <p className="quiet">{dayOf(now, locale)}</p>
      </div>
      <div className="home-actions">
        <SearchButton label={t('home.search')} />
        <Button look={meetings.length === 0 ? 'accent' : 'edge'} icon={<Video size={18} strokeWidth={1.75} aria-hidden />} busy={busy} onClick={() => start()}>{t('meeting.now')}</Button>
      </div>
    </header>
  );
}

function HomePanels({ channels }: { channels: readonly Channel[] }): ReactNode {
  const { t } = useWords();
  const unread = channels.filter(channel => unreadOf(channel) > 0);
  const rest = channels.filter(channel => unreadOf(channel) === 0).slice(0, RECENT_SHOWN);
  return (
    <div className="home-panels" data-single={rest.length === 0 ? '' : undefined}>
      <section className="home-panel" aria-labelledby="home-unread">
        <header><h2 id="home-unread">{t('home.unread')}</h2><Badge count={unread.length} label={t('home.unreadCount', { count: unread.length })} /></header>
        {unread.length === 0 ? <p className="home-none">{t('home.allRead')}</p> : <Rows channels={unread.slice(0, RECENT_SHOWN * 2)} />}
      </section>
      {rest.length === 0 ? null : (
        <section className="home-panel" aria-labelledby="home-recent">
          <header><h2 id="home-recent">{t('home.recent')}</h2><Link to="/chat" className="link-button quiet">{t('home.openChat')}</Link></header>
          <Rows channels={rest} />
        </section>
      )}
    </div>
  );
}

function Rows({ channels }: { channels: readonly Channel[] }): ReactNode {
  return <ul>{channels.map(channel => <li key={channel.id}><ChannelRow channel={channel} /></li>)}</ul>;
}
