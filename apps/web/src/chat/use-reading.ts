import { useEffect, useState } from 'react';
import type { Channel } from '@carillon/wire/rest/chat.js';
import { useStore } from '../session/sync-context.js';

/** What stands at the end of the list, in a window that is looked at, counts as read. */
export function useReading(channel: Channel, atEnd: boolean): void {
  const store = useStore();
  const [looked, setLooked] = useState(() => document.visibilityState === 'visible' && document.hasFocus());
  useEffect(() => {
    const look = (): void => setLooked(document.visibilityState === 'visible' && document.hasFocus());
    window.addEventListener('focus', look);
    window.addEventListener('blur', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      window.removeEventListener('blur', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  useEffect(() => {
    if (looked && atEnd) store.markRead(channel.id, channel.messageCount);
  }, [store, channel.id, channel.messageCount, looked, atEnd]);
}
