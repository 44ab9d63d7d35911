import { fastify } from 'fastify';

/** The peer of the API's bench: one route, an answer of so many bytes, nothing else. */
const body = JSON.stringify({ text: 'x'.repeat(Number(process.argv[2])) });
const app = fastify();
app.get('/', (_request, reply) => reply.header('content-type', 'application/json').send(body));
await app.listen({ host: '127.0.0.1', port: 0 });
process.send(app.server.address().port);
