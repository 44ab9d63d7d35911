import { useEffect } from 'react';
import { useSync } from '../session/sync-context.js';
import { unreadTotal } from './rail.js';

/** The tab tells how much is unread, so that one sees it from another window. */
export function useTitle(): void {
  const unread = useSync(unreadTotal);
  useEffect(() => {
    document.title = unread === 0 ? 'Carillon' : `(${unread > 99 ? '99+' : unread}) Carillon`;
    return () => { document.title = 'Carillon'; };
  }, [unread]);
}
