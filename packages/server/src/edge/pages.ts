import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export interface PageFolders {
  /** The app people use. */
  readonly web: string;
  /** The administrators’. */
  readonly console: string;
}

/** What is no page but nothing: programs ask there. */
const NO_PAGES = ['/api/', '/assets/', '/console/api/', '/console/op/', '/console/assets/', '/console/s3/'];

/** Hashed files for ever, everything else the page itself: the router in it reads the path. */
export async function mountPages(app: FastifyInstance, folders: PageFolders): Promise<void> {
  await mountFolder(app, folders.web, '/', true);
  await mountFolder(app, folders.console, '/console/', false);
  app.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' || NO_PAGES.some(start => request.url.startsWith(start))) {
      return reply.code(404).send({ code: 'NotFound', message: 'There is nothing at this address.', requestId: request.id });
    }
    return sendPage(request, reply, folders);
  });
}

function sendPage(request: FastifyRequest, reply: FastifyReply, folders: PageFolders): FastifyReply {
  const isConsole = /^\/console(\/|\?|$)/.test(request.url);
  return reply.header('cache-control', 'no-cache').sendFile('index.html', isConsole ? folders.console : folders.web, { maxAge: 0, immutable: false });
}

async function mountFolder(app: FastifyInstance, root: string, prefix: string, decorateReply: boolean): Promise<void> {
  await app.register(fastifyStatic, { root, prefix, decorateReply, preCompressed: true, wildcard: false, index: false, maxAge: '1h', setHeaders: (reply, path) => {
    if (path.includes('/assets/')) void reply.header('cache-control', 'public, max-age=31536000, immutable');
  } });
}
