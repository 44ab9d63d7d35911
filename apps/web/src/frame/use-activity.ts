import { useEffect } from 'react';
import { MINUTE_MS } from '@carillon/kernel/clock.js';
import { useStore } from '../session/sync-context.js';

export const IDLE_AFTER_MS = 10 * MINUTE_MS;

/** Tells the server when nobody has touched this device for ten minutes, and when somebody does again. */
export function useActivity(): void {
  const store = useStore();
  useEffect(() => {
    let idle = false;
    let timer: ReturnType<typeof setTimeout>;
    const touched = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => { idle = true; store.tellActivity(true); }, IDLE_AFTER_MS);
      if (idle) { idle = false; store.tellActivity(false); }
    };
    const events = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
    for (const event of events) window.addEventListener(event, touched, { passive: true });
    touched();
    return () => {
      clearTimeout(timer);
      for (const event of events) window.removeEventListener(event, touched);
    };
  }, [store]);
}
