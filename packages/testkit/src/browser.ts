import { WebSocket } from 'ws';
import type { Route, RouteBody, RouteParams, RouteQuery, RouteReply } from '@carillon/wire/rest/route.js';
import type { ClientFrame, ServerPush } from '@carillon/wire/socket/frames.js';

/** What a refused request threw. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly reason: string | undefined;

  constructor(status: number, body: { code?: string; message?: string; reason?: string }) {
    super(`${status} ${body.code}: ${body.message}`);
    this.status = status;
    this.code = body.code ?? '';
    this.reason = body.reason;
  }
}

interface Input<R extends Route> {
  params?: RouteParams<R>;
  query?: RouteQuery<R>;
  body?: RouteBody<R>;
  bytes?: Uint8Array;
}

/** A browser as far as the server can tell: a cookie jar, the app's header, its own address and a push socket. */
export class Browser {
  readonly origin: string;
  readonly userAgent: string;
  cookie: string | undefined;

  constructor(origin: string, userAgent = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/153.0') {
    this.origin = origin;
    this.userAgent = userAgent;
  }

  async call<R extends Route>(route: R, input: Input<R> = {}): Promise<RouteReply<R>> {
    const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String((input.params as Record<string, unknown>)[name])));
    const query = new URLSearchParams(Object.entries((input.query ?? {}) as Record<string, unknown>).map(([name, value]): [string, string] => [name, String(value)]));
    const hasBody = route.method !== 'GET';
    const response = await this.fetch(`${path}${query.size > 0 ? `?${query}` : ''}`, {
      method: route.method,
      headers: hasBody ? { 'content-type': route.rawBody ? 'application/octet-stream' : 'application/json' } : {},
      ...(hasBody && { body: route.rawBody ? Buffer.from(input.bytes ?? []) : JSON.stringify(input.body ?? {}) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Refused(response.status, JSON.parse(text) as object);
    return JSON.parse(text) as RouteReply<R>;
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { 'x-carillon': '1', 'user-agent': this.userAgent, ...(this.cookie && { cookie: this.cookie }), ...(init.headers as Record<string, string>) };
    const response = await fetch(`${this.origin}${path}`, { ...init, headers, redirect: 'manual' });
    const set = response.headers.get('set-cookie');
    if (set) this.cookie = /Max-Age=0/.test(set) ? undefined : set.split(';')[0];
    return response;
  }

  /** Opens the push socket; resolves when the welcome is there. */
  async connect(after = 0): Promise<PushSocket> {
    const socket = new PushSocket(this.origin, this.cookie, this.userAgent, after);
    await socket.next(push => push.t === 'welcome');
    return socket;
  }
}

/** Remembers every push, and lets a test wait for one. */
export class PushSocket {
  readonly pushes: ServerPush[] = [];
  readonly closed: Promise<number>;
  readonly socket: WebSocket;
  readonly #waiting = new Set<() => void>();
  #seen = 0;

  constructor(origin: string, cookie: string | undefined, userAgent: string, after: number) {
    this.socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/api/socket?after=${after}`, { headers: { ...(cookie && { cookie }), 'user-agent': userAgent }, origin });
    this.socket.on('message', data => {
      const parsed = JSON.parse(String(data)) as ServerPush | ServerPush[];
      this.pushes.push(...(Array.isArray(parsed) ? parsed : [parsed]));
      for (const look of this.#waiting) look();
    });
    this.closed = new Promise(done => this.socket.on('close', code => {
      done(code);
      for (const look of this.#waiting) look();
    }));
    this.socket.on('error', () => {});
  }

  send(frame: ClientFrame): void {
    this.socket.send(JSON.stringify(frame));
  }

  /** The next push that fits, among those not yet asked for. */
  next(fits: (push: ServerPush) => boolean): Promise<ServerPush> {
    return new Promise((done, fail) => {
      const look = () => {
        const at = this.pushes.findIndex((push, i) => i >= this.#seen && fits(push));
        if (at >= 0) {
          this.#seen = at + 1;
          this.#waiting.delete(look);
          done(this.pushes[at]!);
        } else if (this.socket.readyState === this.socket.CLOSED) {
          this.#waiting.delete(look);
          fail(new Error('The socket closed before the push came.'));
        }
      };
      this.#waiting.add(look);
      look();
    });
  }

  close(): void {
    this.socket.close();
  }
}
