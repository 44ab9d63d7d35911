import { useEffect, useState, useSyncExternalStore, type RefObject } from 'react';

const LESS_MOTION = '(prefers-reduced-motion: reduce)';

export interface Motion {
  /** Whether the person wants it to move: their last press, or else what their system says. */
  readonly wanted: boolean;
  /** It is wanted, and on the screen. */
  readonly moves: boolean;
  toggle(): void;
}

/** A picture that moves does so while it is seen; for whoever asks for less motion it stands until it is pressed. */
export function useMotion(element: RefObject<Element | null>): Motion {
  const lessMotion = useSyncExternalStore(subscribe, () => matchMedia(LESS_MOTION).matches);
  const [pressed, setPressed] = useState<boolean | null>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new IntersectionObserver(entries => setSeen(entries.at(-1)?.isIntersecting ?? false));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  const wanted = pressed ?? !lessMotion;
  return { wanted, moves: wanted && seen, toggle: () => setPressed(!wanted) };
}

function subscribe(listener: () => void): () => void {
  const list = matchMedia(LESS_MOTION);
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
}
