import type { IncomingMessage, ServerResponse } from 'node:http';
import { MINUTE_MS } from '@carillon/kernel/clock.js';
import { ApiError } from '@carillon/kernel/errors.js';
import type { Contract, ContractOperation } from '@carillon/wire/aws/contract.js';
import { CONTRACTS } from '@carillon/wire/aws/contracts.js';
import type { Ctx, Deps } from '../../ctx.js';
import type { FoundKey } from '../../iam/find-access-key.js';
import type { Call, Operation } from '../../operation.js';
import { createCtx } from '../../platform/create-ctx.js';
import { translateSqlError } from '../../platform/database/errors.js';
import { createOriginReader, userAgentOf, type RequestOrigin } from '../request-origin.js';
import { splitUrl, type RawRequest } from './canonical-request.js';
import { encodeAnswer, encodeRefusal, type Answer } from './answers.js';
import { readBody } from './read-body.js';
import { AwsRefusal } from './refusals.js';
import { decodeRest } from './rest-json.js';
import { decodeForm, readForm } from './query-xml.js';
import { createRestRouter, type RestRouter } from './router.js';
import { decodeValue } from './decode.js';
import { checkPayload, checkSignature, readSignature } from './sigv4.js';

const SKEW_MS = 5 * MINUTE_MS;
const BODY_BYTES_MAX = 256 * 1024;

export interface AwsDoorParts {
  readonly operations: readonly Operation[];
  findKey(ctx: Ctx, accessKeyId: string, sessionToken: string | undefined): Promise<FoundKey>;
  /** Decides, runs, records. `decode` throws BadRequest; it is called after the decision where that does not need it. */
  perform(ctx: Ctx, operation: Operation, decode: () => unknown, call: Call): Promise<unknown>;
  /** Takes `/aws/s3`. */
  s3?(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

interface Service {
  readonly contract: Contract;
  /** What its requests are signed for. */
  readonly signedAs: string;
  readonly route: RestRouter | undefined;
}

/** An operation that a request asks for, and how to read its input. */
interface Asked {
  readonly name: string;
  readonly shape: ContractOperation;
  readonly decode: () => unknown;
}

export type AwsDoor = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The AWS endpoint (architecture, section 4): `chime` at the root, the others below `/aws/<service>`. */
export function createAwsDoor(deps: Deps, parts: AwsDoorParts): AwsDoor {
  const services = new Map<string, Service>(Object.values(CONTRACTS).map((contract: Contract) => [
    contract.service,
    { contract, signedAs: contract.service === 'chime-sdk-meetings' ? 'chime' : contract.service, route: contract.protocol === 'rest-json' ? createRestRouter(contract) : undefined },
  ]));
  const operations = new Map(parts.operations.map(operation => [`${operation.service}.${operation.name}`, operation]));
  const readOrigin = createOriginReader(deps.config);

  return async (request, response) => {
    const { service: serviceName, path } = splitService(request.url ?? '/');
    if (serviceName === 's3' && parts.s3) return parts.s3(request, response);
    const requestId: string = deps.ids.next();
    const log = deps.log.child({ requestId });
    // SDKs set their clocks by it.
    const about = { requestId, date: new Date(deps.clock.now()).toUTCString() };
    const service = services.get(serviceName);
    const { contract } = service ?? { contract: CONTRACTS.chime };
    try {
      if (!service) throw new AwsRefusal('unknown-service', 'There is no such service here.');
      send(response, about, await answer(service, request, path, { requestId, log, from: readOrigin(request) }));
    } catch (error) {
      const refusal = encodeRefusal(contract, translateSqlError(error), requestId);
      if (refusal.fault) log.error({ err: error, service: serviceName, method: request.method }, 'a request of the AWS endpoint failed');
      // Whatever the client still sends of a refused body is not read.
      if (!request.complete) response.setHeader('connection', 'close');
      send(response, about, refusal);
    }
  };

  async function answer(service: Service, request: IncomingMessage, path: string, about: { requestId: string; log: Deps['log']; from: RequestOrigin }): Promise<Answer> {
    const raw: RawRequest = { method: request.method ?? 'GET', url: request.url ?? '/', rawHeaders: request.rawHeaders };
    const claim = readSignature(raw, { service: service.signedAs, nowMs: deps.clock.now(), skewMs: SKEW_MS });
    const body = await readBody(request, BODY_BYTES_MAX);
    const nobody = createCtx({ ...deps, log: about.log }, { kind: 'nobody' }, about.from.origin);
    const found = await parts.findKey(nobody, claim.accessKeyId, claim.sessionToken);
    const payloadHash = checkPayload(claim, body);
    if ('refused' in found) throw refusalOfKey(found.refused);
    checkSignature(raw, claim, found.secretAccessKey, payloadHash);
    const asked = ask(service, request, path, body);
    const operation = operations.get(`${service.contract.service}.${asked.name}`);
    if (!operation) throw new ApiError('ServiceUnavailable', 'This operation is not available on this server yet.');
    const ctx = createCtx(nobody, { kind: 'principal', principal: found.principal }, about.from.origin);
    const output = await parts.perform(ctx, operation, asked.decode, {
      requestId: about.requestId, sourceAddress: about.from.address, userAgent: userAgentOf(request), secure: about.from.secure, region: claim.scope.region,
      path: splitUrl(path).rawPath,
    });
    return encodeAnswer(service.contract, asked.name, asked.shape, output, about.requestId);
  }
}

/** What to say of a key with which nobody may sign. */
export function refusalOfKey(why: 'unknown' | 'inactive' | 'bad-token' | 'expired-token'): AwsRefusal {
  if (why === 'expired-token') return new AwsRefusal('expired-token', 'The security token included in the request is expired');
  return new AwsRefusal('unknown-key', 'The security token included in the request is invalid.');
}

/** `/aws/iam/…` is IAM's, everything else the root's, which is `chime`'s. */
function splitService(url: string): { service: string; path: string } {
  const match = /^\/aws\/([a-z0-9-]+)(\/[^]*|\?[^]*)?$/.exec(url);
  if (!match) return { service: url.startsWith('/aws/') ? '' : 'chime', path: url };
  const rest = match[2] ?? '/';
  return { service: match[1]!, path: rest.startsWith('?') ? `/${rest}` : rest };
}

function ask({ contract, route }: Service, request: IncomingMessage, path: string, body: Buffer): Asked {
  if (route) {
    const { rawPath, rawQuery } = splitUrl(path);
    const match = route(request.method ?? 'GET', rawPath, rawQuery);
    if (!match) throw new AwsRefusal('unknown-operation', 'There is no such operation.');
    return { name: match.name, shape: match.operation, decode: () => decodeRest(contract, match, name => textOf(request.headers[name]), body) };
  }
  if (contract.protocol === 'query') {
    const form = readForm(body.length > 0 ? body.toString('utf8') : splitUrl(path).rawQuery);
    const { name, shape } = operationOf(contract, form.get('Action'));
    return { name, shape, decode: () => decodeForm(contract, shape, form) };
  }
  const { name, shape } = operationOf(contract, textOf(request.headers['x-amz-target'])?.split('.').at(-1));
  return { name, shape, decode: () => (shape.input === undefined ? {} : decodeValue(contract, shape.input, parseJson(body), '')) };
}

function operationOf(contract: Contract, name: string | undefined): { name: string; shape: ContractOperation } {
  const shape = name !== undefined && Object.hasOwn(contract.operations, name) ? contract.operations[name] : undefined;
  if (name === undefined || !shape) throw new AwsRefusal('unknown-operation', 'There is no such operation.');
  return { name, shape };
}

function parseJson(body: Buffer): unknown {
  try {
    return body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
  } catch {
    throw new ApiError('BadRequest', 'The body is no JSON.', { reason: 'SerializationException' });
  }
}

function textOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

function send(response: ServerResponse, { requestId, date }: { requestId: string; date: string }, { status, headers, body }: Answer): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { date, 'x-amzn-requestid': requestId, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers, ...(status !== 204 && { 'content-length': Buffer.byteLength(body) }) });
  response.end(status === 204 ? undefined : body);
}
