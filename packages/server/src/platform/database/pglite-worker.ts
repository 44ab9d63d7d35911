import { parentPort, workerData } from 'node:worker_threads';
import { openPGlite } from './durable-fs.js';
import type { WorkerReply, WorkerRequest } from './pglite.js';
import { PreparedStatements } from './prepared-statements.js';

/**
 * PGlite in a thread of its own: on the main thread its statements resolve in microtasks and no timer or socket runs
 * between them (measured: 2.5 s of silence). One request is one statement; the connection is one, so requests run in
 * order.
 */
async function serve(folder: string): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('pglite-worker runs as a worker thread.');
  const database = await openPGlite(folder);
  const statements = new PreparedStatements(database);
  port.on('message', (request: WorkerRequest) => {
    void answer(request).then(reply => port.postMessage(reply));
  });
  port.postMessage({ kind: 'ready' } satisfies WorkerReply);

  async function answer(request: WorkerRequest): Promise<WorkerReply> {
    if (request.kind === 'close') {
      await database.close();
      return { kind: 'closed' };
    }
    try {
      if (request.script) {
        await database.exec(request.sql);
        return { kind: 'rows', id: request.id, rows: [], affected: 0 };
      }
      if (request.begins) await statements.query('begin', []);
      return { kind: 'rows', id: request.id, ...(await statements.query(request.sql, request.parameters)) };
    } catch (error) {
      const { message, code, constraint } = error as { message: string; code?: string; constraint?: string };
      return { kind: 'error', id: request.id, message, code, constraint };
    }
  }
}

await serve((workerData as { folder: string }).folder);
