import { useSyncExternalStore } from 'react';

/** Whether the list column makes room for the conversation; remembered on this device. */
const KEPT = 'carillon.list-collapsed';
const listeners = new Set<() => void>();

export function useListCollapsed(): boolean {
  return useSyncExternalStore(subscribe, () => localStorage.getItem(KEPT) === '1');
}

export function setListCollapsed(collapsed: boolean): void {
  if (collapsed) localStorage.setItem(KEPT, '1');
  else localStorage.removeItem(KEPT);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
