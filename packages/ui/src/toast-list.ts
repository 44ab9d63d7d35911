export interface Toast {
  readonly id: number;
  readonly kind: 'ok' | 'error';
  readonly text: string;
  readonly action?: { readonly label: string; run(): void } | undefined;
}

export const TOAST_SHOWN_MS = 5_000;
export const TOASTS_MAX = 3;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** Shows a note for five seconds; one that offers something to do, or tells of a failure, stays twice as long. */
export function showToast(text: string, kind: Toast['kind'] = 'ok', action?: Toast['action']): void {
  const id = ++lastId;
  set([...toasts.filter(toast => toast.text !== text), { id, kind, text, action }].slice(-TOASTS_MAX));
  setTimeout(() => dismissToast(id), kind === 'ok' && action === undefined ? TOAST_SHOWN_MS : TOAST_SHOWN_MS * 2);
}

export function dismissToast(id: number): void {
  if (toasts.some(toast => toast.id === id)) set(toasts.filter(toast => toast.id !== id));
}

export function readToasts(): readonly Toast[] { return toasts; }

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
