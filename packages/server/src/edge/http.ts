import { readFileSync, watchFile, unwatchFile } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import type { ResolveIncoming } from '../chat/programs/take-incoming.js';
import type { Ctx, Deps } from '../ctx.js';
import type { FileDoor, RestDoor } from '../door.js';
import { createCtx } from '../platform/create-ctx.js';
import { findConsoleSession } from '../console/sessions.js';
import { findSession } from '../identity/sessions.js';
import { actorOf } from './actor.js';
import { APP_COOKIE, CONSOLE_COOKIE, readSessionCookie, sessionCookie } from './cookies.js';
import { refusalOf } from './errors.js';
import { mountIncoming } from './incoming.js';
import { mountPages, type PageFolders } from './pages.js';
import { createOriginReader, type RequestOrigin } from './request-origin.js';
import { mountDoors, mountFiles, type Asked } from './rest.js';

export interface HttpParts {
  doors: readonly RestDoor[];
  /** Of the console: they are asked with its own cookie. */
  consoleDoors: readonly RestDoor[];
  files: readonly FileDoor[];
  /** Whose addresses below `/incomingwebhooks/` lead somewhere; the first that knows one takes it. */
  incoming: readonly ResolveIncoming[];
  /** Routes that are not the app's API: health, metrics. */
  mountOps(app: FastifyInstance): void;
  /** Takes requests for the AWS endpoint, and says whether it was one; everything else is the app's. */
  aws(request: IncomingMessage, response: ServerResponse): boolean;
  /** Takes WebSocket upgrades by path; says whether it was one of its own. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** The built web app and console, or undefined when they are served elsewhere. */
  pages: PageFolders | undefined;
}

const BODY_BYTES_MAX = 256 * 1024;
/** 50 MB at half a megabit a second; headers have their own, shorter, time. */
const REQUEST_TIMEOUT_MS = 15 * 60_000;
const URL_LENGTH_MAX = 8 * 1024;
/** Longer than a proxy keeps a connection to us, so that it never sends into one that closes. */
const KEEP_ALIVE_MS = 72_000;
/** TLS 1.2 with forward secrecy, TLS 1.3 (guide, CMP-03). */
const CIPHERS = 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305';
const CERTIFICATE_POLL_MS = 30_000;

const PAGE_POLICY = [
  "default-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "media-src 'self' blob:", "connect-src 'self' ws: wss:",
  "worker-src 'self' blob:", "font-src 'self' data:", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ');

/** The HTTP server: headers, sessions, errors, the app's API and the web app. Listening is the caller's. */
export async function createHttp(deps: Deps, parts: HttpParts): Promise<FastifyInstance> {
  const { config, log } = deps;
  const app = createServer(config, deps, parts.aws);
  const readOrigin = createOriginReader(config);
  const ask = async (request: FastifyRequest, reply: FastifyReply): Promise<Asked> => {
    const { from, nobody } = begin(deps, readOrigin(request.raw), request);
    const secret = readSessionCookie(APP_COOKIE, request.headers.cookie);
    const session = secret === undefined ? undefined : await findSession(nobody, secret);
    // The browser keeps the cookie as long as the server keeps the session.
    if (secret !== undefined && session?.renewed) void reply.header('set-cookie', sessionCookie(APP_COOKIE, secret, session.expiresAt, from.secure));
    return { from, cookie: APP_COOKIE, ctx: createCtx(nobody, actorOf(session), from.origin) };
  };
  const askConsole = async (request: FastifyRequest): Promise<Asked> => {
    const { from, nobody } = begin(deps, readOrigin(request.raw), request);
    const secret = readSessionCookie(CONSOLE_COOKIE, request.headers.cookie);
    const found = secret === undefined ? undefined : await findConsoleSession(nobody, secret);
    return { from, cookie: CONSOLE_COOKIE, ctx: found ? createCtx(nobody, { kind: 'principal', principal: found.principal, consoleSession: found }, from.origin) : nobody };
  };
  app.addHook('onRequest', async (_request, reply) => {
    void reply.headers({
      'content-security-policy': PAGE_POLICY, 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(self), microphone=(self), display-capture=(self), geolocation=()',
    });
    if (config.tls) void reply.header('strict-transport-security', 'max-age=31536000');
  });
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error, request.id);
    if (refusal.fault) log.error({ err: error, requestId: request.id, method: request.method, route: request.routeOptions.url }, 'a request failed');
    if (refusal.retryAfterS !== undefined) void reply.header('retry-after', refusal.retryAfterS);
    return reply.code(refusal.status).header('cache-control', 'no-store').send(refusal.body);
  });
  mountDoors(app, parts.doors, ask);
  mountDoors(app, parts.consoleDoors, askConsole);
  mountFiles(app, parts.files, ask);
  mountIncoming(app, parts.incoming, request => begin(deps, readOrigin(request.raw), request).nobody);
  parts.mountOps(app);
  if (parts.pages) await mountPages(app, parts.pages);
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    if (!parts.upgrade(request, socket, head)) socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
  });
  return app;
}

function begin(deps: Deps, from: RequestOrigin, request: FastifyRequest): { from: RequestOrigin; nobody: Ctx } {
  return { from, nobody: createCtx({ ...deps, log: deps.log.child({ requestId: request.id }) }, { kind: 'nobody' }, from.origin) };
}

function createServer(config: Config, deps: Deps, aws: HttpParts['aws']): FastifyInstance {
  const limits = { requestTimeout: REQUEST_TIMEOUT_MS, maxHeaderSize: URL_LENGTH_MAX, keepAliveTimeout: KEEP_ALIVE_MS };
  const listener = (handler: RequestListener): RequestListener => (request, response) => {
    if (!aws(request, response)) handler(request, response);
  };
  const common = { bodyLimit: BODY_BYTES_MAX, genReqId: () => deps.ids.next().slice(-12), routerOptions: { maxParamLength: 300 }, forceCloseConnections: true } as const;
  if (!config.tls) return fastify({ ...common, serverFactory: handler => decideFirst(createHttpServer(limits, listener(handler))) }) as FastifyInstance;
  const { certFile, keyFile } = config.tls;
  const material = () => ({ cert: readFileSync(certFile), key: readFileSync(keyFile), minVersion: 'TLSv1.2' as const, ciphers: CIPHERS, honorCipherOrder: true });
  // fastify names its server by its options; made by us, it is the same one.
  const app = fastify({ ...common, serverFactory: handler => decideFirst(createHttpsServer({ ...material(), ...limits }, listener(handler)) as unknown as Server) });
  const server = app.server as unknown as HttpsServer;
  // A renewed certificate is taken up without a restart; a half-written one is left for the next look.
  watchFile(certFile, { interval: CERTIFICATE_POLL_MS, persistent: false }, () => {
    try {
      server.setSecureContext(material());
      deps.log.info({}, 'the TLS certificate was read again');
    } catch (error) {
      deps.log.warn({ err: error }, 'the new TLS certificate could not be read; the old one stays');
    }
  });
  app.addHook('onClose', async () => unwatchFile(certFile));
  return app;
}

/**
 * `Expect: 100-continue` (RFC 9110, section 10.1.1): whoever asks S3 sends no body before it is decided that it may. Everybody else is told to go on
 * at once, as Node does by itself.
 */
function decideFirst(server: Server): Server {
  server.on('checkContinue', (request, response) => {
    if (!/^\/aws\/s3(\/|\?|$)/.test(request.url ?? '')) response.writeContinue();
    server.emit('request', request, response);
  });
  return server;
}
