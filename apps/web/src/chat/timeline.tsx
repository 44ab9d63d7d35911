import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { ArrowDown } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { unreadOf } from '@carillon/client/state.js';
import { senderLabel, type Channel } from '@carillon/wire/rest/chat.js';
import { useNow } from '../clock.js';
import { dayTitle } from '../format-time.js';
import { useWords } from '../i18n.js';
import { useStore, useSync } from '../session/sync-context.js';
import { TimelineRow } from './timeline-row.js';
import { timelineRows, type Row } from './timeline-rows.js';
import { useJump } from './use-jump.js';
import { useReading } from './use-reading.js';
import './timeline.css';

const AT_END_PX = 80;
const LOAD_OLDER_WITHIN_PX = 600;
const SETTLE_MS = 300;
type Scroller = Virtualizer<HTMLDivElement, Element>;

/** A channel's history: only what is near the screen is in the page, and what is read stays where it is while things come above or below. */
export function Timeline({ channel, target }: { channel: Channel; target?: number | undefined }): ReactNode {
  const { t } = useWords();
  const store = useStore();
  const hasNewer = useSync(state => state.channels[channel.id]?.hasNewer ?? false);
  const { rows, firstUnread, clearLine } = useRows(channel);
  const frame = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  // The compiler leaves this component alone, which is right: the scroller changes in place.
  // eslint-disable-next-line react-hooks/incompatible-library
  const scroller = useVirtualizer({
    count: rows.length, getScrollElement: () => frame.current, estimateSize: index => estimateOf(rows[index]), getItemKey: index => rows[index]?.key ?? index,
    anchorTo: 'end', followOnAppend: !hasNewer, scrollEndThreshold: AT_END_PX, overscan: 8, paddingStart: 16, paddingEnd: 8,
    onChange: instance => setAtEnd(instance.isAtEnd(AT_END_PX)),
  });
  useFirstPosition(scroller, rows, firstUnread, target);
  const { lit, seeking, placed } = useJump(channel.id, target, rows, scroller);
  useLoadOlder(channel, scroller, frame, placed);
  useLoadNewer(channel, scroller, placed && hasNewer && atEnd);
  useStayAtEnd(frame, scroller, !hasNewer);
  useReading(channel, atEnd && !hasNewer);
  useOwnMessages(rows, scroller, clearLine);
  const items = scroller.getVirtualItems();
  return (
    <div className="timeline-wrap">
      {seeking ? <div className="timeline-sticky" role="status"><span className="pill">{t('act.loading')}</span></div> : <StickyDay rows={rows} scroller={scroller} />}
      <div ref={frame} className="timeline" role="log" aria-live="off" tabIndex={0} aria-label={t('chat.history')}>
        <div className="timeline-inner" style={{ height: scroller.getTotalSize() }}>
          {items.map(item => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <div key={item.key} ref={scroller.measureElement} data-index={item.index} className="timeline-row" style={{ transform: `translateY(${item.start}px)` }}>
                <TimelineRow row={row} channel={channel} lit={row.kind === 'message' && row.message.seq === lit} />
              </div>
            );
          })}
        </div>
      </div>
      <JumpToNewest channel={channel} atEnd={atEnd && !hasNewer} onJump={() => void store.history.toNewest(channel.id).then(() => requestAnimationFrame(() => scroller.scrollToEnd()), () => undefined)} />
      <Announcer channel={channel} />
    </div>
  );
}

function useRows(channel: Channel): { rows: readonly Row[]; firstUnread: number; clearLine: () => void } {
  const view = useSync(state => state.channels[channel.id]);
  const allWaiting = useSync(state => state.waiting);
  const myId = useSync(state => state.self?.id) ?? '';
  // The line stays where reading had ended when the conversation was opened, although everything counts as read a moment later.
  const [line, setLine] = useState(() => (unreadOf(channel) > 0 ? { readUpTo: channel.lastReadOrdinal, unreadCount: unreadOf(channel) } : null));
  const unread = unreadOf(channel);
  // What comes while one looks elsewhere gets a line too, and as long as it is unread the line counts on.
  if (unread > 0 && line === null && !document.hasFocus()) setLine({ readUpTo: channel.lastReadOrdinal, unreadCount: unread });
  else if (unread > 0 && line !== null && line.readUpTo === channel.lastReadOrdinal && line.unreadCount !== unread) setLine({ ...line, unreadCount: unread });
  const rows = useMemo(() => timelineRows({
    messages: view?.messages ?? [], waiting: allWaiting.filter(entry => entry.channelId === channel.id), hasOlder: view?.hasOlder ?? false, myId,
    readUpTo: line?.readUpTo ?? null, unreadCount: line?.unreadCount ?? 0,
  }), [view, allWaiting, channel.id, myId, line]);
  const clearLine = useCallback(() => setLine(null), []);
  return { rows, firstUnread: rows.findIndex(row => row.kind === 'unread'), clearLine };
}

/** A message's preview does not count: it may come while one reads below, and a row that is not drawn must not grow then. */
function estimateOf(row: Row | undefined): number {
  switch (row?.kind) {
    case 'message': return (row.head ? 57 : 25) + row.message.attachments.length * 76 + 21 * Math.floor(row.message.content.length / 76);
    case 'waiting': return row.head ? 57 : 25;
    case 'start': return 96;
    case 'day': return 44;
    case 'unread': return 36;
    case undefined: return 40;
  }
}

function useFirstPosition(scroller: Scroller, rows: readonly Row[], firstUnread: number, target: number | undefined): void {
  const placed = useRef(false);
  useLayoutEffect(() => {
    if (placed.current || rows.length === 0 || target !== undefined) return;
    placed.current = true;
    // A few unread messages fit below what was read; many are read from their beginning.
    if (firstUnread > 0 && rows.length - firstUnread > 6) scroller.scrollToIndex(firstUnread, { align: 'start' });
    else scroller.scrollToEnd();
  }, [scroller, rows, firstUnread, target]);
}

function useLoadOlder(channel: Channel, scroller: Scroller, frame: React.RefObject<HTMLDivElement | null>, placed: boolean): void {
  const store = useStore();
  const hasOlder = useSync(state => state.channels[channel.id]?.hasOlder ?? false);
  const offset = scroller.scrollOffset ?? 0;
  // At first the list stands at its top for a moment, before it is put where reading begins.
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLE_MS);
    return () => clearTimeout(timer);
  }, []);
  const near = placed && settled && hasOlder && offset < LOAD_OLDER_WITHIN_PX;
  const count = scroller.options.count;
  const zone = near ? Math.floor(offset / 200) : -1;
  useEffect(() => {
    if (!near || frame.current === null) return;
    // Nothing is shown when it fails: scrolling on asks again.
    store.history.loadOlder(channel.id).catch(() => undefined);
  }, [near, zone, count, store, channel.id, frame]);
}

/** Below a part of history its continuation comes when its end is seen. */
function useLoadNewer(channel: Channel, scroller: Scroller, wanted: boolean): void {
  const store = useStore();
  const count = scroller.options.count;
  useEffect(() => {
    if (!wanted) return;
    // The list stands at its end for a moment when it is new, before it is put where reading begins.
    const timer = setTimeout(() => { store.history.loadNewer(channel.id).catch(() => undefined); }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [wanted, count, store, channel.id]);
}

/** A composer that grows takes room from the list; whoever was at the end stays there. */
function useStayAtEnd(frame: React.RefObject<HTMLDivElement | null>, scroller: Scroller, isNewest: boolean): void {
  useEffect(() => {
    const element = frame.current;
    if (element === null || !isNewest) return;
    // Only scrolling moves one away from the end; a change of size does not.
    let stays = true;
    const scrolled = (): void => { stays = element.scrollHeight - element.scrollTop - element.clientHeight < AT_END_PX; };
    const observer = new ResizeObserver(() => { if (stays) scroller.scrollToEnd(); });
    const timer = setTimeout(() => { scrolled(); observer.observe(element); }, SETTLE_MS);
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => { clearTimeout(timer); observer.disconnect(); element.removeEventListener('scroll', scrolled); };
  }, [frame, scroller, isNewest]);
}

/** Whoever writes wants to see it, wherever they were reading; and their unread line is done with. */
function useOwnMessages(rows: readonly Row[], scroller: Scroller, clearLine: () => void): void {
  const last = rows.at(-1);
  const key = last?.kind === 'waiting' ? last.key : null;
  useEffect(() => {
    if (key === null) return;
    clearLine();
    scroller.scrollToEnd();
  }, [key, scroller, clearLine]);
}

/** The day of what is at the top, over the messages; its own row takes over when it is in view. */
function StickyDay({ rows, scroller }: { rows: readonly Row[]; scroller: Scroller }): ReactNode {
  const { locale } = useWords();
  const now = useNow(60_000);
  const first = scroller.getVirtualItemForOffset((scroller.scrollOffset ?? 0) + 12)?.index ?? 0;
  const row = rows[first];
  if (row === undefined || !('ms' in row) || row.kind === 'day' || rows[first + 1]?.kind === 'day' || (scroller.scrollOffset ?? 0) < 24) return null;
  return <div className="timeline-sticky" aria-hidden><span className="pill">{dayTitle(row.ms, now, locale)}</span></div>;
}

function JumpToNewest({ channel, atEnd, onJump }: { channel: Channel; atEnd: boolean; onJump: () => void }): ReactNode {
  const { t } = useWords();
  const unread = unreadOf(channel);
  if (atEnd) return null;
  return (
    <button type="button" className="jump" onClick={onJump}>
      <ArrowDown size={16} strokeWidth={2} aria-hidden />
      {unread > 0 ? t('chat.newBelow', { count: unread }) : t('chat.jump')}
    </button>
  );
}

/** Reads the newest message of others aloud; the list itself is silent, because scrolling moves whole pages of it. */
function Announcer({ channel }: { channel: Channel }): ReactNode {
  const { t } = useWords();
  const myId = useSync(state => state.self?.id);
  const [firstSeq] = useState(channel.lastSeq);
  const message = channel.lastMessage;
  const told = message !== null && message.seq > firstSeq && message.sender.id !== myId ? t('chat.said', { name: senderLabel(message.sender), text: message.content.slice(0, 300) }) : '';
  return <div className="sr-only" aria-live="polite">{told}</div>;
}
