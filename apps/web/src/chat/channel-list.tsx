import { ChevronDown, ListFilter, MessageSquarePlus, PanelLeftClose, Plus, Search, SquarePen, Users } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { unreadOf, type ChannelView } from '@carillon/client/state.js';
import { IconButton } from '@carillon/ui/icon-button.js';
import { Menu } from '@carillon/ui/menu.js';
import { SkeletonRows } from '@carillon/ui/skeleton.js';
import type { Channel } from '@carillon/wire/rest/chat.js';
import { keysOf } from '../find/shortcuts-dialog.js';
import { openPalette } from '../find/shortcuts-state.js';
import { OnNowCard } from '../home/on-now-card.js';
import { useWords } from '../i18n.js';
import { useSync } from '../session/sync-context.js';
import { useNow } from '../clock.js';
import { useNarrow } from '../use-narrow.js';
import { ChannelRow } from './channel-row.js';
import { listSections } from './list-sections.js';
import { ChatDialogs, type ChatDialog } from './chat-page.js';
import { setListCollapsed } from './list-collapsed.js';
import './channel-list.css';

/** When something last happened in a channel; text of one form sorts as time does. */
export function activityOf(channel: Channel): string { return channel.lastMessage?.createdAt ?? channel.createdAt; }

export function newestFirst(channels: Record<string, ChannelView>): Channel[] {
  return Object.values(channels).map(view => view.channel).filter(channel => channel.kind !== 'meeting')
    .sort((a, b) => (activityOf(a) < activityOf(b) ? 1 : -1));
}

export function ChannelList({ openId }: { openId: string | undefined }): ReactNode {
  const { t } = useWords();
  const channels = useSync(state => state.channels);
  const ready = useSync(state => state.ready);
  const narrow = useNarrow();
  const [dialog, setDialog] = useState<ChatDialog>(null);
  const [unreadOnly, setUnreadOnly] = useState(false);
  // On a phone the list is the page.
  const Frame = narrow && openId === undefined ? 'main' : 'aside';
  const sorted = useMemo(() => newestFirst(channels), [channels]);
  const now = useNow(60_000);
  const shown = unreadOnly ? sorted.filter(channel => unreadOf(channel) > 0 || channel.id === openId) : sorted;
  const { favourites, recent, all } = listSections(shown, now, openId, channel => Date.parse(activityOf(channel)));
  return (
    <Frame className="list" aria-label={t('chat.list')}>
      <ListHead collapsible={!narrow && openId !== undefined} unreadOnly={unreadOnly} onUnreadOnly={() => setUnreadOnly(!unreadOnly)} onNew={setDialog} />
      <div className="list-scroll" onKeyDown={moveByArrows}>
        {narrow ? <OnNowCard compact /> : null}
        {ready ? (
          <>
            {favourites.length > 0 ? <Section title={t('chat.favourites')} channels={favourites} empty="" /> : null}
            <Section title={t('chat.recent')} addLabel={t('chat.newMessage')} onAdd={() => setDialog('conversation')} channels={recent} empty={t(unreadOnly ? 'chat.allRead' : sorted.length === 0 ? 'chat.noConversations' : 'chat.nothingRecent')} />
            {unreadOnly || sorted.length === 0 ? null : <Section title={t('chat.all')} addLabel={t('chat.newRoom')} onAdd={() => setDialog('room')} channels={all} empty="" folded={recent.length + favourites.length > 0} />}
          </>
        ) : <SkeletonRows count={7} />}
      </div>
      <ChatDialogs open={dialog} onClose={() => setDialog(null)} />
    </Frame>
  );
}

function ListHead({ collapsible, unreadOnly, onUnreadOnly, onNew }: { collapsible: boolean; unreadOnly: boolean; onUnreadOnly: () => void; onNew: (dialog: ChatDialog) => void }): ReactNode {
  const { t } = useWords();
  const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;
  return (
    <>
      <header className="list-head">
        <h1>{t('rail.chat')}</h1>
        {collapsible ? <IconButton label={t('chat.hideList')} onClick={() => setListCollapsed(true)}><PanelLeftClose size={20} strokeWidth={1.75} /></IconButton> : null}
        <IconButton label={t('chat.unreadOnly')} aria-pressed={unreadOnly} onClick={onUnreadOnly}><ListFilter size={20} strokeWidth={1.75} /></IconButton>
        <Menu
          trigger={<button type="button" className="icon-button" data-size="36" aria-label={t('chat.new')} title={t('chat.new')}><SquarePen size={20} strokeWidth={1.75} aria-hidden /></button>}
          entries={[
            { label: t('chat.newMessage'), icon: <MessageSquarePlus {...icon} />, onSelect: () => onNew('conversation') },
            { label: t('chat.newRoom'), icon: <Users {...icon} />, onSelect: () => onNew('room') },
          ]}
        />
      </header>
      <SearchButton label={t('chat.search')} />
    </>
  );
}

/** Looks like a field and opens the palette, which is the one place where everything is found. */
export function SearchButton({ label }: { label: string }): ReactNode {
  return (
    <button type="button" className="search-button" onClick={openPalette}>
      <Search size={16} strokeWidth={1.75} aria-hidden />
      <span className="ellipsis">{label}</span>
      <kbd>{keysOf('K')}</kbd>
    </button>
  );
}

function Section({ title, addLabel, onAdd, channels, empty, folded = false }: { title: string; addLabel?: string; onAdd?: () => void; channels: readonly Channel[]; empty: string; folded?: boolean }): ReactNode {
  const [chosen, setClosed] = useState<boolean | null>(null);
  const closed = chosen ?? folded;
  return (
    <section className="list-section">
      <header>
        <h2><button type="button" aria-expanded={!closed} onClick={() => setClosed(!closed)}><ChevronDown size={14} strokeWidth={2} aria-hidden />{title}</button></h2>
        {addLabel === undefined ? null : <IconButton label={addLabel} size={28} onClick={onAdd}><Plus size={16} strokeWidth={1.75} /></IconButton>}
      </header>
      {closed ? null : channels.length === 0 ? <p className="list-empty">{empty}</p> : <ul>{channels.map(channel => <li key={channel.id}><ChannelRow channel={channel} /></li>)}</ul>}
    </section>
  );
}

/** Up and down go from row to row; a list of hundreds is no place for Tab alone. */
export function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = rows[Math.max(0, Math.min(rows.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
