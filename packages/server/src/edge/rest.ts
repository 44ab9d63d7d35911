import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';
import type { TSchema } from 'typebox';
import type { Ctx } from '../ctx.js';
import type { Caller, FileDoor, RestDoor } from '../door.js';
import { clearedCookie, sessionCookie, type SessionCookie } from './cookies.js';
import { checkOwnPage, SAFE_METHODS } from './own-page.js';
import { userAgentOf, type RequestOrigin } from './request-origin.js';

/** Who asks, worked out once for each request (by `edge/http.ts`). */
export interface Asked {
  ctx: Ctx;
  from: RequestOrigin;
  /** Which cookie this session is kept in. */
  cookie: SessionCookie;
}

/**
 * The app's API. Routes that take bytes get them as a stream whatever the request says they are: a JSON file is a file
 * there.
 */
export function mountDoors(app: FastifyInstance, doors: readonly RestDoor[], ask: (request: FastifyRequest, reply: FastifyReply) => Promise<Asked>): void {
  for (const door of doors.filter(({ route }) => !route.rawBody)) mountDoor(app, door, ask);
  void app.register(async scope => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    for (const door of doors.filter(({ route }) => route.rawBody)) mountDoor(scope, door, ask);
  });
}

function mountDoor(app: FastifyInstance, { route, work }: RestDoor, ask: (request: FastifyRequest, reply: FastifyReply) => Promise<Asked>): void {
  app.route({
    method: route.method,
    url: route.path,
    validatorCompiler: ({ schema, httpPart }) => compileValidator(schema as TSchema, httpPart === 'querystring' || httpPart === 'params'),
    schema: { params: route.params, querystring: route.query, ...(!route.rawBody && !SAFE_METHODS.has(route.method) && { body: route.body }) },
    handler: async (request, reply) => {
      checkOwnPage(request);
      const { ctx, from, cookie } = await ask(request, reply);
      const result = await work(ctx, {
        params: request.params as never,
        query: request.query as never,
        body: request.body as never,
        // A request without a body and without a type was parsed by nobody.
        bytes: (route.rawBody ? (request.body ?? request.raw) : undefined) as Readable,
        caller: callerOf(request, reply, from, cookie),
      });
      return reply.header('cache-control', 'no-store').send(result);
    },
  });
}

function callerOf(request: FastifyRequest, reply: FastifyReply, from: RequestOrigin, cookie: SessionCookie): Caller {
  return {
    address: from.address,
    userAgent: userAgentOf(request),
    requestId: request.id,
    secure: from.secure,
    // One cookie an answer: fastify would add to the one that was set before.
    setSession: (secret, expiresAt) => void reply.removeHeader('set-cookie').header('set-cookie', sessionCookie(cookie, secret, expiresAt, from.secure)),
    clearSession: () => void reply.removeHeader('set-cookie').header('set-cookie', clearedCookie(cookie, from.secure)),
  };
}

/** Query strings and path parameters are text, so numbers in them are converted first; bodies are taken as they are. */
function compileValidator(schema: TSchema, convert: boolean) {
  const validator = Compile(schema);
  return (input: unknown) => {
    const value = convert ? Value.Convert(schema, input) : (input ?? {});
    if (validator.Check(value)) return { value };
    const [first] = validator.Errors(value);
    return { error: new Error(first ? `${first.instancePath || 'body'} ${first.message}` : 'unexpected value') };
  };
}

/** Whatever a file holds, nothing in it may run in our origin. */
const FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Files, each under a policy in which nothing of it runs. */
export function mountFiles(app: FastifyInstance, files: readonly FileDoor[], ask: (request: FastifyRequest, reply: FastifyReply) => Promise<Asked>): void {
  for (const { path, work } of files) {
    app.get(path, async (request, reply) => {
      const { ctx } = await ask(request, reply);
      const file = await work(ctx, (request.params as { id: string }).id);
      const name = encodeURIComponent(file.name).replaceAll("'", '%27');
      return reply
        .header('content-type', file.contentType)
        .header('content-length', file.bytes)
        .header('content-disposition', `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`)
        .header('content-security-policy', FILE_POLICY)
        .header('cache-control', `private, max-age=${file.cacheSeconds}, immutable`)
        .send(file.body);
    });
  }
}
