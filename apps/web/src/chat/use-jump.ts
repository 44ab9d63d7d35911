import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useState } from 'react';
import type { ChannelId } from '@carillon/kernel/ids.js';
import { useStore } from '../session/sync-context.js';
import type { Row } from './timeline-rows.js';

const LIT_MS = 2_500;
const SLOW_MS = 400;

/** Goes to the message that the address names (`?m=`), loading history until it is there. Gives the number to light up, and whether it is still sought. */
export function useJump(channelId: ChannelId, target: number | undefined, rows: readonly Row[], scroller: Virtualizer<HTMLDivElement, Element>): { lit: number | null; seeking: boolean } {
  const store = useStore();
  const [lit, setLit] = useState<number | null>(null);
  const [seeking, setSeeking] = useState(false);
  const [loaded, setLoaded] = useState<number | null>(null);
  useEffect(() => {
    if (target === undefined) return;
    let current = true;
    const slow = setTimeout(() => setSeeking(true), SLOW_MS);
    store.loadUntil(channelId, target).then(() => { if (current) { setLoaded(target); setLit(target); } }, () => undefined).finally(() => { clearTimeout(slow); setSeeking(false); });
    return () => { current = false; };
  }, [store, channelId, target]);
  useEffect(() => {
    if (loaded === null) return;
    const index = rows.findIndex(row => row.kind === 'message' && row.message.seq >= loaded);
    if (index >= 0) scroller.scrollToIndex(index, { align: 'center' });
    const timer = setTimeout(() => setLit(null), LIT_MS);
    return () => clearTimeout(timer);
    // Only a new target moves the list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [loaded]);
  return { lit, seeking };
}
