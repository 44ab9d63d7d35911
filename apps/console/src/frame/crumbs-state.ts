import { useSyncExternalStore } from 'react';

/** `href` without `/console`; `#` for the page itself. */
export interface Crumb { readonly text: string; readonly href: string }

let crumbs: readonly Crumb[] = [];
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => { listeners.add(listener); return () => listeners.delete(listener); };

/** The way to the page that is shown: the frame draws it. */
export function showCrumbs(wanted: readonly Crumb[]): void {
  crumbs = wanted;
  for (const listener of listeners) listener();
}

export function useCrumbs(): readonly Crumb[] {
  return useSyncExternalStore(subscribe, () => crumbs);
}
