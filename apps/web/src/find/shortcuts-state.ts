/** Dialogs that open from anywhere, by key or by menu. */
type Opened = 'palette' | 'shortcuts' | null;

let opened: Opened = null;
const listeners = new Set<() => void>();

function set(next: Opened): void {
  opened = next;
  for (const listener of listeners) listener();
}

export function openShortcuts(): void { set('shortcuts'); }
export function openPalette(): void { set('palette'); }
export function closeOverlay(): void { set(null); }
export function readOverlay(): Opened { return opened; }
export function subscribeOverlay(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
