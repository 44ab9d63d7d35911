import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { MINUTE_MS } from '@carillon/kernel/clock.js';
import type { Ctx, Deps } from '../../../ctx.js';
import type { Call, Operation } from '../../../operation.js';
import { createCtx } from '../../../platform/create-ctx.js';
import { translateSqlError } from '../../../platform/database/errors.js';
import { createOriginReader, type RequestOrigin } from '../../request-origin.js';
import { splitUrl } from '../canonical-request.js';
import type { AwsDoorParts } from '../door.js';
import { nameRefusal } from './name-refusal.js';
import type { Body } from './payload.js';
import { routeS3 } from './route.js';
import { createHeaderReader, readAddress, type S3Answer } from './s3-request.js';
import { errorDocument } from './write-xml.js';

/** A reader that takes nothing for so long is let go, with the file. */
const IDLE_MS = 2 * MINUTE_MS;

/** A request of which it is not known yet who sends it. */
export interface UnknownRequest {
  readonly request: IncomingMessage;
  readonly from: RequestOrigin;
  readonly requestId: string;
  /** The path below the door's root, as it was sent. */
  readonly path: string;
  readonly nobody: Ctx;
}

/** Who sends it, and what of the body they answer for. */
export interface KnownRequest extends Pick<Body, 'stated' | 'chunkSigning'> {
  readonly ctx: Ctx;
  readonly call: Call;
}

/** One of the doors to S3: they differ in how it is known who asks, and in nothing that is asked. */
export interface S3DoorParts extends Pick<AwsDoorParts, 'perform'> {
  /** What its paths begin with. */
  readonly root: string;
  /** Throws for whoever may not come in. */
  readonly whoAsks: (asked: UnknownRequest) => Promise<KnownRequest>;
  /** Headers of an answer, as this door gives them; the answer's own without it. */
  readonly headersOf?: (request: IncomingMessage, root: string, answer: S3Answer) => Readonly<Record<string, string>>;
}

/**
 * A door to S3, path style. First who asks, with the hash that the body is stated to have, then the decision, then the body, and last the change:
 * nobody's bytes are taken before it is known who sends them and that they may.
 */
export function createS3Door(deps: Deps, parts: S3DoorParts): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const readOrigin = createOriginReader(deps.config);
  return async (request, response) => {
    const requestId: string = deps.ids.next();
    const log = deps.log.child({ requestId });
    const common = { 'x-amz-request-id': requestId, 'date': new Date(deps.clock.now()).toUTCString(), 'x-content-type-options': 'nosniff' };
    const path = splitUrl(request.url ?? '/').rawPath.slice(parts.root.length);
    const give = (answer: S3Answer): Promise<void> => send(request, response, common, { ...answer, headers: parts.headersOf?.(request, parts.root, answer) ?? answer.headers ?? {} });
    try {
      await give(await answer(request, response, { requestId, path, from: readOrigin(request), log }));
    } catch (error) {
      const refusal = nameRefusal(translateSqlError(error));
      if (refusal.status === 500) log.error({ err: error, service: 's3', method: request.method }, 'a request of the AWS endpoint failed');
      await give({ status: refusal.status, xml: errorDocument({ ...refusal, resource: path || '/', requestId }) });
    }
  };

  async function answer(request: IncomingMessage, response: ServerResponse, { log, ...about }: { requestId: string; path: string; from: RequestOrigin; log: Deps['log'] }): Promise<S3Answer> {
    const method = request.method ?? 'GET';
    const nobody = createCtx({ ...deps, log }, { kind: 'nobody' }, about.from.origin);
    const { ctx, call, stated, chunkSigning } = await parts.whoAsks({ ...about, request, nobody });
    const address = readAddress(request.url ?? '/', parts.root);
    const header = createHeaderReader(request, address.query);
    return routeS3(method, address, header('x-amz-copy-source') !== undefined)({
      ...address, method, header, ctx, body: { stated, chunkSigning, header, request, response },
      // Each operation gives what its route expects of it.
      perform: <T>(operation: Operation, decode: () => unknown) => parts.perform(ctx, operation, decode, call) as Promise<T>,
    });
  }
}

/** With back-pressure; a client that goes closes the file. */
async function send(request: IncomingMessage, response: ServerResponse, common: Record<string, string>, answer: S3Answer): Promise<void> {
  const { status, headers = {}, xml, text, stream } = answer;
  if (response.headersSent || response.destroyed) {
    stream?.destroy();
    response.destroy();
    return;
  }
  const body = xml ?? text;
  const bodyless = request.method === 'HEAD' || status === 204 || status === 304;
  // Whatever the client still sends of a refused body is not read.
  const closes = !request.complete && status >= 400 ? { connection: 'close' } : {};
  const length = body === undefined ? (status === 204 || status === 304 ? {} : { 'content-length': '0' }) : bodyless ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  response.writeHead(status, { ...common, ...closes, ...(xml !== undefined && { 'content-type': 'application/xml' }), ...length, ...headers });
  if (bodyless || !stream) {
    stream?.destroy();
    response.end(bodyless ? undefined : body);
    return;
  }
  response.setTimeout(IDLE_MS, () => response.destroy());
  // Gone in the middle: the client sees that by the length, and nobody is left to be told.
  await pipeline(stream, response).catch(() => response.destroy());
}
