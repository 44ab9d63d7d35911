import type { ErrorReply, Route, RouteBody, RouteParams, RouteQuery, RouteReply } from '@carillon/wire/rest/route.js';

/** The server answered with a refusal, or did not answer at all (`code` is then `Unreachable`). `message` may be shown. */
export class ApiFailure extends Error {
  readonly code: string;
  readonly reason: string | undefined;
  readonly status: number;
  readonly retryAfterS: number | undefined;

  constructor(code: string, status: number, message: string, options: { reason?: string | undefined; retryAfterS?: number | undefined; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ApiFailure';
    this.code = code;
    this.status = status;
    this.reason = options.reason;
    this.retryAfterS = options.retryAfterS;
  }

  /** Asking again later may help: nothing was refused, the server was away, busy or in trouble. */
  get transient(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export const UNREACHABLE = 'Unreachable';

export function isFailure(error: unknown, codeOrReason?: string): error is ApiFailure {
  return error instanceof ApiFailure && (codeOrReason === undefined || error.code === codeOrReason || error.reason === codeOrReason);
}

// A part that has only optional members may be left out altogether.
type Part<Name extends string, Value> = object extends Value ? { readonly [K in Name]?: Value } : { readonly [K in Name]: Value };
export type CallInput<R extends Route> = Part<'params', RouteParams<R>> & Part<'query', RouteQuery<R>> & Part<'body', RouteBody<R>>;

export interface Api {
  /** Calls one route of the app's API; `rawBody` is for the routes that take bytes. Throws `ApiFailure` and nothing else. */
  call<R extends Route>(route: R, input: CallInput<R>, options?: { signal?: AbortSignal; rawBody?: Blob }): Promise<RouteReply<R>>;
  /** The address of a route, for whatever fetches by itself (uploads with progress). */
  url<R extends Route>(route: R, input: { params?: unknown; query?: unknown }): string;
}

interface LooseInput { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }

/** The header tells the server that a script of its own origin speaks: a form on another site cannot send it. */
export const API_HEADERS: Readonly<Record<string, string>> = { 'x-carillon': '1' };

/** An API at `origin` ('' is the page's own). `fetchLike` is replaced where there is no browser. */
export function createApi(origin = '', fetchLike: typeof fetch = (...args) => globalThis.fetch(...args)): Api {
  return {
    url: (route, input) => origin + pathOf(route, input as LooseInput),
    async call(route, input, options = {}) {
      const loose = input as LooseInput;
      const headers: Record<string, string> = { ...API_HEADERS };
      let body: Blob | string | undefined = options.rawBody;
      if (body === undefined && route.method !== 'GET') {
        headers['content-type'] = 'application/json';
        body = JSON.stringify(loose.body ?? {});
      }
      const response = await reach(() =>
        fetchLike(origin + pathOf(route, loose), {
          method: route.method, headers, credentials: 'same-origin',
          ...(body === undefined ? {} : { body }), ...(options.signal ? { signal: options.signal } : {}),
        }));
      return readReply(response);
    },
  };
}

async function reach<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    throw new ApiFailure(UNREACHABLE, 0, 'The server could not be reached.', { cause });
  }
}

async function readReply<Reply>(response: Response): Promise<Reply> {
  const text = await reach(() => response.text());
  if (response.ok) return (text === '' ? {} : parseJson(text)) as Reply;
  throw parseFailure(response.status, text, response.headers.get('retry-after'));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ApiFailure('ServiceFailure', 502, 'The answer could not be read.', { cause });
  }
}

/** A refusal's body to a failure; also when something between us and the server answered with a page of its own. */
export function parseFailure(status: number, text: string, retryAfter: string | null = null): ApiFailure {
  let reply: Partial<ErrorReply> = {};
  try {
    reply = JSON.parse(text) as Partial<ErrorReply>;
  } catch {
    // A proxy's error page has no words of ours; the status says enough.
  }
  const seconds = Number(retryAfter);
  return new ApiFailure(reply.code ?? 'ServiceFailure', status, reply.message ?? `The server answered with ${status}.`, {
    reason: reply.reason, retryAfterS: Number.isFinite(seconds) && seconds > 0 ? seconds : undefined,
  });
}

function pathOf(route: Route, input: LooseInput): string {
  const path = route.path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(input.params?.[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined) query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
