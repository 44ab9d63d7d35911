import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError, badRequest } from '@carillon/kernel/errors.js';
import type { FailureCause } from '@carillon/wire/rest/webhooks.js';
import { PROGRAM_CONTENT_BYTES_MAX } from '../chat/programs/post-by-program.js';
import { checkPace, takeIncoming, type IncomingTarget, type ResolveIncoming } from '../chat/programs/take-incoming.js';
import type { Ctx } from '../ctx.js';
import { translateSqlError } from '../platform/database/errors.js';
import { readBody } from './aws/read-body.js';

/** Six bytes of JSON may stand for one (`\u0061`), and the form around them. */
const BODY_BYTES_MAX = 6 * PROGRAM_CONTENT_BYTES_MAX + 8 * 1024;

/** What the program that posts is told. */
interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The way in for programs (guide, pages 96 to 98): `POST /incomingwebhooks/<id>?token=…` with `{"Content":"…"}`. No cookie counts here, and no page of another site
 * is let in (WHK-06).
 */
export function mountIncoming(app: FastifyInstance, resolvers: readonly ResolveIncoming[], ctxOf: (request: FastifyRequest) => Ctx): void {
  void app.register(async scope => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    for (const path of ['/incomingwebhooks', '/incomingwebhooks/*']) {
      scope.all(path, async (request, reply) => send(request, reply, await answer(ctxOf(request), request, resolvers)));
    }
  });
}

async function answer(ctx: Ctx, request: FastifyRequest, resolvers: readonly ResolveIncoming[]): Promise<Answer> {
  if (request.method !== 'POST') return { ...refusal(405, 'MethodNotAllowed', 'Messages come by POST.'), headers: { allow: 'POST' } };
  try {
    const target = await resolve(ctx, request, resolvers);
    if (target === 'gone') return refusal(404, 'NotFound', 'This webhook was removed, or has another URL now. Ask the room’s administrators.');
    if (target === 'invalid') return refusal(403, 'Forbidden', 'This is not the URL of a webhook. Ask the room’s administrators for it.');
    return await answerFor(ctx, target, request);
  } catch (error) {
    return answerFailure(ctx, error);
  }
}

async function resolve(ctx: Ctx, request: FastifyRequest, resolvers: readonly ResolveIncoming[]): Promise<IncomingTarget | 'gone' | 'invalid'> {
  const id = ((request.params as { '*'?: string })['*'] ?? '').toLowerCase();
  const { token } = request.query as { token?: string | string[] };
  for (const one of resolvers) {
    const found = await one(ctx, id, typeof token === 'string' ? token : undefined);
    if (found) return found;
  }
  return 'invalid';
}

async function answerFor(ctx: Ctx, target: IncomingTarget, request: FastifyRequest): Promise<Answer> {
  const refused = async (cause: FailureCause, told: Answer): Promise<Answer> => {
    await target.onRefused(ctx, cause);
    return told;
  };
  if (!isJson(request.headers['content-type'])) return refused('wrong-type', refusal(415, 'UnsupportedMediaType', 'Send JSON in UTF-8, with Content-Type: application/json.'));
  try {
    await checkPace(ctx, target);
    const message = await takeIncoming(ctx, target, readContent(await readBody(request.raw, BODY_BYTES_MAX)));
    return { status: 200, body: { MessageId: message.id, RoomId: message.channelId } };
  } catch (error) {
    const told = answerFailure(ctx, error);
    // Removed at this very moment.
    return told.status === 404 ? told : refused(causeOf(told.status, error), told);
  }
}

function causeOf(status: number, error: unknown): FailureCause {
  if (status === 413) return 'too-large';
  if (status === 429) return 'too-fast';
  if (status >= 500) return 'unavailable';
  return error instanceof ApiError && error.reason === 'room-too-large' ? 'room-too-large' : 'malformed';
}

/** `application/json`, in any case; of character sets UTF-8 alone (RFC 8259, section 8.1). */
function isJson(contentType: string | undefined): boolean {
  const [type = '', ...parameters] = (contentType ?? '').split(';').map(part => part.trim().toLowerCase());
  return type === 'application/json' && parameters.every(one => !one.startsWith('charset') || /^charset\s*=\s*"?utf-?8"?$/.test(one));
}

/** The one key's words. A byte order mark before them is passed over (RFC 8259, section 8.1). */
function readContent(body: Buffer): string {
  const value = parseJson(body);
  const keys = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  const content = keys.length === 1 && keys[0] === 'Content' ? (value as { Content: unknown }).Content : undefined;
  if (typeof content !== 'string') throw badRequest('The body has one key: {"Content":"…"}, with text.', 'malformed');
  return content;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw badRequest('The body is no JSON in UTF-8.', 'malformed');
  }
}

function answerFailure(ctx: Ctx, error: unknown): Answer {
  const api = translateSqlError(error);
  if (!(api instanceof ApiError)) {
    ctx.log.error({ err: error }, 'what a program posted could not be taken');
    return refusal(500, 'ServiceFailure', 'Something went wrong on the server. Send it again later.');
  }
  if (api.status >= 500) {
    ctx.log.error({ err: error }, 'what a program posted could not be taken');
    return { ...refusal(503, 'ServiceUnavailable', 'The server cannot take messages now. Send it again later.'), headers: { 'retry-after': String(api.retryAfterS ?? 30) } };
  }
  return { ...refusal(api.status, api.code, api.message), ...(api.retryAfterS !== undefined && { headers: { 'retry-after': String(api.retryAfterS) } }) };
}

function refusal(status: number, code: string, message: string): Answer {
  return { status, body: { Code: code, Message: message } };
}

function send(request: FastifyRequest, reply: FastifyReply, { status, body, headers }: Answer): FastifyReply {
  // Whatever the program still sends of a refused body is not read.
  if (!request.raw.complete) void reply.header('connection', 'close');
  return reply.code(status).headers({ ...headers, 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' }).send(JSON.stringify(body));
}
