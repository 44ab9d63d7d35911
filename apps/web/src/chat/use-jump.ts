import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useState } from 'react';
import type { ChannelId } from '@carillon/kernel/ids.js';
import { useStore } from '../session/sync-context.js';
import type { Row } from './timeline-rows.js';

const LIT_MS = 2_500;
const SLOW_MS = 400;
type Scroller = Virtualizer<HTMLDivElement, Element>;

/** How far the way to one message is: its part of history is loaded, it is in view and lit up, it was shown long enough. */
interface Jump { readonly target: number; readonly at: 'loaded' | 'lit' | 'done' }

/**
 * Goes to the message that the address names (`?m=`), loading history until it is there. Gives the number to light up, whether it is sought for so
 * long that one should be told, and whether the list stands where it should: until then nothing may be loaded because of where it stands.
 */
export function useJump(channelId: ChannelId, target: number | undefined, rows: readonly Row[], scroller: Scroller): { lit: number | null; seeking: boolean; placed: boolean } {
  const store = useStore();
  const [jump, setJump] = useState<Jump | null>(null);
  const [seeking, setSeeking] = useState(false);
  useEffect(() => {
    if (target === undefined) return;
    let current = true;
    const slow = setTimeout(() => setSeeking(true), SLOW_MS);
    store.openAt(channelId, target)
      .then(() => { if (current) setJump({ target, at: 'loaded' }); }, () => { if (current) setJump({ target, at: 'done' }); })
      .finally(() => { clearTimeout(slow); setSeeking(false); });
    return () => { current = false; };
  }, [store, channelId, target]);
  const at = jump?.target === target ? jump?.at : undefined;
  // Rows that are measured, or that come above, move it away again on a slow machine: it is looked for by its number until it is seen.
  // The list tells of a new layout by drawing anew, so this looks after every drawing until it is done.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useLayoutEffect(() => {
    if (target === undefined || at !== 'loaded') return;
    const index = rows.findIndex(row => row.kind === 'message' && row.message.seq >= target);
    // What is in view is known only once the list has been laid out.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    if (index < 0 || isInView(scroller, index)) setJump({ target, at: index < 0 ? 'done' : 'lit' });
    else scroller.scrollToIndex(index, { align: 'center' });
  });
  useEffect(() => {
    if (target === undefined || at !== 'lit') return;
    // A slow machine may need longer than that to paint it at all.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => { timer = setTimeout(() => setJump({ target, at: 'done' }), LIT_MS); });
    return () => { cancelAnimationFrame(frame); clearTimeout(timer); };
  }, [target, at]);
  return { lit: at === 'lit' && target !== undefined ? target : null, seeking, placed: target === undefined || at === 'lit' || at === 'done' };
}

/** Whether the row is drawn between the list's edges, or over the whole of it when it is higher. */
function isInView(scroller: Scroller, index: number): boolean {
  const item = scroller.getVirtualItems().find(each => each.index === index);
  const top = scroller.scrollOffset ?? 0;
  const bottom = top + (scroller.scrollRect?.height ?? 0);
  if (item === undefined || bottom === top) return false;
  return (item.start >= top && item.end <= bottom) || (item.start <= top && item.end >= bottom);
}
