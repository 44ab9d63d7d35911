import { router } from '../router.js';

type Told = (waiting: boolean) => void;
const told = new Set<Told>();
let waiting: ServiceWorker | null = null;

/** Starts the service worker where there may be one: a built app, a secure address. A press on a notification leads where it says. */
export function startWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.addEventListener('message', event => {
    const open: unknown = (event.data as { open?: unknown } | null)?.open;
    if (typeof open === 'string' && /^\/(?!\/)/.test(open)) router.history.push(open);
  });
  navigator.serviceWorker.register('/service-worker.js').then(registration => {
    watch(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const found = registration.installing;
      found?.addEventListener('statechange', () => { if (found.state === 'installed') watch(found); });
    });
  }, () => undefined); // Without a worker the app is what it was: no pushes, nothing offline.
}

/** The first worker of all waits for nobody. */
function watch(found: ServiceWorker | null): void {
  waiting = navigator.serviceWorker.controller === null ? null : found;
  for (const tell of told) tell(waiting !== null);
}

/** Tells whether a new version waits, now and whenever that changes. */
export function watchUpdate(tell: Told): () => void {
  told.add(tell);
  tell(waiting !== null);
  return () => told.delete(tell);
}

/** Changes to the new version: its worker takes over, then the page is loaded anew. */
export function takeUpdate(): void {
  if (waiting === null) return location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage('take-over');
}
