import { Type, type Static, type TObject, type TSchema } from 'typebox';

/**
 * A route of the app's own HTTP API, defined once: the server's door and the browser's client are both typed by it. Bodies are
 * JSON unless `rawBody` says that the body is bytes (an upload).
 */
export interface Route<Params extends TObject = TObject, Query extends TObject = TObject, Body extends TSchema = TSchema, Reply extends TSchema = TSchema> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` for each of `params`. */
  readonly path: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly reply: Reply;
  readonly rawBody: boolean;
}

export type RouteParams<R extends Route> = Static<R['params']>;
export type RouteQuery<R extends Route> = Static<R['query']>;
export type RouteBody<R extends Route> = Static<R['body']>;
export type RouteReply<R extends Route> = Static<R['reply']>;

const NONE = Type.Object({});
type None = typeof NONE;

export function route<Params extends TObject = None, Query extends TObject = None, Body extends TSchema = None, Reply extends TSchema = None>(
  method: Route['method'],
  path: string,
  parts: { params?: Params; query?: Query; body?: Body; reply?: Reply; rawBody?: boolean } = {},
): Route<Params, Query, Body, Reply> {
  return {
    method,
    path,
    // The defaults are `None` exactly when the part is left out, which TypeScript cannot see.
    params: (parts.params ?? NONE) as Params,
    query: (parts.query ?? NONE) as Query,
    body: (parts.body ?? NONE) as Body,
    reply: (parts.reply ?? NONE) as Reply,
    rawBody: parts.rawBody ?? false,
  };
}

/** The body of every refusal. `reason` is a stable word for programs; `message` may be shown to people. */
export const ErrorReply = Type.Object({
  code: Type.String(),
  message: Type.String(),
  reason: Type.Optional(Type.String()),
  requestId: Type.String(),
});
export type ErrorReply = Static<typeof ErrorReply>;
