/**
 * The service worker: opens the app without a network from what it has, and shows pushes. It is one file without imports. It never touches the API: what
 * belongs to a person is kept and forgotten by the page.
 */

/** Written in by the build: every file of the app, and a name that changes with them. */
declare const __SHELL__: { readonly version: string; readonly files: readonly string[] };

interface LastingEvent extends Event { waitUntil(work: Promise<unknown>): void }
interface FetchedEvent extends LastingEvent { readonly request: Request; respondWith(answer: Promise<Response>): void }
interface PushedEvent extends LastingEvent { readonly data: { json(): unknown } | null }
interface ClickedEvent extends LastingEvent { readonly notification: Notification }
interface MessagedEvent extends LastingEvent { readonly data: unknown }
interface PageClient { readonly url: string; focus(): Promise<unknown>; postMessage(message: unknown): void }
interface WorkerScope {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { matchAll(options: object): Promise<PageClient[]>; openWindow(path: string): Promise<unknown>; claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', work: (event: LastingEvent) => void): void;
  addEventListener(type: 'fetch', work: (event: FetchedEvent) => void): void;
  addEventListener(type: 'push', work: (event: PushedEvent) => void): void;
  addEventListener(type: 'notificationclick', work: (event: ClickedEvent) => void): void;
  addEventListener(type: 'message', work: (event: MessagedEvent) => void): void;
}

// The browser's own types for workers and for pages cannot stand in one program.
const worker = globalThis as unknown as WorkerScope;
const SHELL = `carillon-shell-${__SHELL__.version}`;
const PAGE = '/';
const files = new Set(__SHELL__.files);

worker.addEventListener('install', event => event.waitUntil(takeShell()));
worker.addEventListener('activate', event => event.waitUntil(dropOldShells()));
worker.addEventListener('message', event => {
  if (event.data === 'take-over') event.waitUntil(worker.skipWaiting());
});

worker.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (event.request.mode === 'navigate') {
    // Files of people and the other doors of the server are no pages.
    if (!/^\/(api|aws|console|media|metrics|healthz|readyz)(\/|$)/.test(url.pathname)) event.respondWith(answerPage(event.request));
  } else if (files.has(url.pathname)) event.respondWith(answerFile(event.request));
});

worker.addEventListener('push', event => event.waitUntil(showPush(event.data?.json())));

worker.addEventListener('notificationclick', event => {
  event.notification.close();
  const path = (event.notification.data as { path?: unknown } | null)?.path;
  event.waitUntil(openPath(typeof path === 'string' && /^\/(?!\/)/.test(path) ? path : '/'));
});

async function takeShell(): Promise<void> {
  const cache = await caches.open(SHELL);
  await cache.addAll([PAGE, ...files].map(path => new Request(path, { cache: path === PAGE ? 'reload' : 'default' })));
}

async function dropOldShells(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith('carillon-shell-') && name !== SHELL) await caches.delete(name);
  await worker.clients.claim();
}

/** The server's page; without a server the one at hand. */
async function answerPage(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(SHELL)).match(PAGE);
    if (kept) return kept;
    throw error;
  }
}

async function answerFile(request: Request): Promise<Response> {
  return (await (await caches.open(SHELL)).match(new URL(request.url).pathname)) ?? fetch(request);
}

async function showPush(push: unknown): Promise<void> {
  const { title, body, tag, path } = (push ?? {}) as Record<string, unknown>;
  await worker.registration.showNotification(String(title ?? 'Carillon'), { body: String(body ?? ''), tag: String(tag ?? 'carillon'), icon: '/icon-192.png', badge: '/icon-192.png', data: { path } });
}

async function openPath(path: string): Promise<void> {
  const [window] = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!window) return void (await worker.clients.openWindow(path));
  await window.focus();
  window.postMessage({ open: path });
}
