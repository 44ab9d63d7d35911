import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { MINUTE_MS } from '@carillon/kernel/clock.js';
import type { Deps } from '../../../ctx.js';
import type { Operation } from '../../../operation.js';
import { createCtx } from '../../../platform/create-ctx.js';
import { translateSqlError } from '../../../platform/database/errors.js';
import { createOriginReader } from '../../request-origin.js';
import { splitUrl, type RawRequest } from '../canonical-request.js';
import { refusalOfKey, type AwsDoorParts } from '../door.js';
import { checkSignature, readSignature } from '../sigv4.js';
import { nameRefusal } from './name-refusal.js';
import { statedPayload } from './payload.js';
import { routeS3 } from './route.js';
import { createHeaderReader, isPresigned, readAddress, type S3Answer } from './s3-request.js';
import { errorDocument } from './write-xml.js';

const SKEW_MS = 15 * MINUTE_MS;
/** A reader that takes nothing for so long is let go, with the file. */
const IDLE_MS = 2 * MINUTE_MS;

/**
 * S3's door at `/aws/s3`, path style. First the signature with the hash that the body is stated to have, then the decision, then the
 * body, and last the change: nobody's bytes are taken before it is known who sends them and that they may.
 */
export function createS3Door(deps: Deps, parts: Pick<AwsDoorParts, 'findKey' | 'perform'>): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const readOrigin = createOriginReader(deps.config);
  return async (request, response) => {
    const requestId: string = deps.ids.next();
    const log = deps.log.child({ requestId });
    const common = { 'x-amz-request-id': requestId, 'date': new Date(deps.clock.now()).toUTCString(), 'x-content-type-options': 'nosniff' };
    try {
      await send(request, response, common, await answer(request, response, requestId, log));
    } catch (error) {
      const refusal = nameRefusal(translateSqlError(error));
      if (refusal.status === 500) log.error({ err: error, service: 's3', method: request.method }, 'a request of the AWS endpoint failed');
      await send(request, response, common, { status: refusal.status, xml: errorDocument({ ...refusal, resource: splitUrl(request.url ?? '/').rawPath.replace(/^\/aws\/s3/, '') || '/', requestId }) });
    }
  };

  async function answer(request: IncomingMessage, response: ServerResponse, requestId: string, log: Deps['log']): Promise<S3Answer> {
    const from = readOrigin(request);
    const raw: RawRequest = { method: request.method ?? 'GET', url: request.url ?? '/', rawHeaders: request.rawHeaders };
    const claim = readSignature(raw, { service: 's3', nowMs: deps.clock.now(), skewMs: SKEW_MS });
    const address = readAddress(raw.url);
    const stated = statedPayload(claim, isPresigned(address.query));
    const nobody = createCtx({ ...deps, log }, { kind: 'nobody' }, from.origin);
    const found = await parts.findKey(nobody, claim.accessKeyId, claim.sessionToken);
    if ('refused' in found) throw refusalOfKey(found.refused);
    checkSignature(raw, claim, found.secretAccessKey, stated);
    const header = createHeaderReader(request, address.query);
    const ctx = createCtx(nobody, { kind: 'principal', principal: found.principal }, from.origin);
    const call = {
      requestId, sourceAddress: from.address, userAgent: String(request.headers['user-agent'] ?? '').slice(0, 400), secure: from.secure, region: claim.scope.region, path: splitUrl(raw.url).rawPath.replace(/^\/aws\/s3/, ''),
    };
    return routeS3(raw.method, address, header('x-amz-copy-source') !== undefined)({
      ...address, method: raw.method, header, ctx, body: { stated, claim, secret: found.secretAccessKey, header, request, response },
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
