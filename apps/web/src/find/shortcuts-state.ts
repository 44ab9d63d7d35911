/** Dialogs that open from anywhere, by key or by menu. */
type Opened = 'palette' | 'shortcuts' | 'conversation' | 'room' | null;

let opened: Opened = null;
const listeners = new Set<() => void>();

function set(next: Opened): void {
  opened = next;
  for (const listener of listeners) listener();
}

export function openShortcuts(): void { set('shortcuts'); }
export function openPalette(): void { set('palette'); }
/** The dialogs in which a conversation or a room begins. */
export function openDialog(which: 'conversation' | 'room'): void { set(which); }
export function closeOverlay(): void { set(null); }
export function readOverlay(): Opened { return opened; }
export function subscribeOverlay(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
