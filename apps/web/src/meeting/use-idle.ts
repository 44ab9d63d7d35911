import { useEffect, useState } from 'react';

export const IDLE_MS = 4_000;

/** True when nothing moved for four seconds. Never while `held`, while the keyboard's focus is in the bar, or on a touch screen. */
export function useIdle(held: boolean): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (held || !matchMedia('(hover: hover)').matches) return;
    let timer: ReturnType<typeof setTimeout>;
    const rest = (): void => {
      if (document.querySelector('.bar :focus-visible') === null) setIdle(true);
      else timer = setTimeout(rest, IDLE_MS);
    };
    const moved = (): void => {
      setIdle(false);
      clearTimeout(timer);
      timer = setTimeout(rest, IDLE_MS);
    };
    const events = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;
    for (const event of events) window.addEventListener(event, moved, { passive: true });
    moved();
    return () => {
      clearTimeout(timer);
      setIdle(false);
      for (const event of events) window.removeEventListener(event, moved);
    };
  }, [held]);
  return idle && !held;
}
