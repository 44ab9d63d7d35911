import { useSyncExternalStore } from 'react';

/** A page of docs/admin; each is there in both languages. */
export type GuideTopic = 'overview' | 'signing-in' | 'accounts' | 'users' | 'domains' | 'bots' | 'meetings' | 'retention' | 'attachments' | 'moving-in' | 'legal-holds' | 'iam' | 'event-history' | 'buckets' | 'support';

let topic: GuideTopic = 'overview';
let open = false;
const listeners = new Set<() => void>();
const tell = (): void => { for (const listener of listeners) listener(); };
const subscribe = (listener: () => void): (() => void) => { listeners.add(listener); return () => listeners.delete(listener); };

export function openGuide(wanted: GuideTopic): void {
  topic = wanted;
  open = true;
  tell();
}

export function setGuideOpen(wanted: boolean): void {
  open = wanted;
  tell();
}

export function useGuide(): { topic: GuideTopic; open: boolean } {
  return { topic: useSyncExternalStore(subscribe, () => topic), open: useSyncExternalStore(subscribe, () => open) };
}
