import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql as raw } from 'kysely';
import type { Deps } from '../ctx.js';
import type { Telemetry } from '../telemetry.js';

export interface Readiness {
  /** Undefined when this process has no media role. */
  mediaReady(): boolean | undefined;
}

/** `/healthz`: the process answers. `/readyz`: it can serve. `/metrics`: for loopback, or with the bearer token. */
export function mountOps(app: FastifyInstance, deps: Deps, telemetry: Telemetry, readiness: Readiness): void {
  app.addHook('onResponse', async (request, reply) => {
    telemetry.countRequest(request.method, request.routeOptions.url ?? 'page', reply.statusCode, reply.elapsedTime / 1000);
  });
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const database = await raw`select 1`.execute(deps.database.sql).then(() => true, () => false);
    const media = readiness.mediaReady();
    const ready = database && media !== false;
    return reply.code(ready ? 200 : 503).send({ ready, database, ...(media !== undefined && { media }) });
  });
  app.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(request, deps.config.metricsToken)) return reply.code(404).send({ code: 'NotFound', message: 'There is nothing at this address.', requestId: request.id });
    return reply.type(telemetry.registry.contentType).send(await telemetry.registry.metrics());
  });
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** With a token only who shows it; without one only loopback, and not through a proxy on it. */
function mayReadMetrics(request: FastifyRequest, token: string | undefined): boolean {
  if (token === undefined) return LOOPBACK.has(request.raw.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined;
  const shown = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(shown), digest(token));
}
