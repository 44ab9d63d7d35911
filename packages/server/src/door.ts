import type { Readable } from 'node:stream';
import type { Route, RouteBody, RouteParams, RouteQuery, RouteReply } from '@carillon/wire/rest/route.js';
import type { Ctx } from './ctx.js';

/** What a door knows of HTTP, so that features need not. */
export interface Caller {
  /** The client's address as the trusted proxies tell it. */
  readonly address: string;
  readonly userAgent: string;
  readonly requestId: string;
  /** Over TLS. */
  readonly secure: boolean;
  /** Puts the session's secret into the cookie. */
  setSession(secret: string, expiresAt: Date): void;
  clearSession(): void;
}

export interface RestRequest<R extends Route> {
  readonly params: RouteParams<R>;
  readonly query: RouteQuery<R>;
  readonly body: RouteBody<R>;
  /** The bytes of a route with `rawBody`, not yet read. */
  readonly bytes: Readable;
  readonly caller: Caller;
}

export interface RestDoor {
  readonly route: Route;
  readonly work: (ctx: Ctx, request: RestRequest<Route>) => Promise<unknown>;
}

/** One route and what answers it; a feature's `rest.ts` is a list of these. */
export function handle<R extends Route>(route: R, work: (ctx: Ctx, request: RestRequest<R>) => Promise<RouteReply<R>>): RestDoor {
  // The edge has checked the request against this very route's schemas.
  return { route, work: work as unknown as RestDoor['work'] };
}

/** A file to be served: always with `nosniff` and a policy under which nothing in it runs. */
export interface FileReply {
  readonly contentType: string;
  /** Shown in the page only when our own worker made it or it is of a harmless kind; else it is a download. */
  readonly inline: boolean;
  readonly name: string;
  readonly bytes: number;
  readonly body: Readable;
  readonly cacheSeconds: number;
}

export interface FileDoor {
  /** With `:id`. */
  readonly path: string;
  readonly work: (ctx: Ctx, id: string) => Promise<FileReply>;
}
