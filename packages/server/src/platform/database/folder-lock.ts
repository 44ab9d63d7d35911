import { mkdirSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * An exclusive lock on a data folder. The embedded database takes none itself: two processes on one folder lose rows
 * without a word. The lock is a listening Unix socket, because the kernel ends it with its process, however that dies.
 */
export interface FolderLock {
  release(): Promise<void>;
}

export class FolderInUse extends Error {
  constructor(folder: string) {
    super(`Another Carillon process is using ${folder}. Stop it first, or start this one with another --data folder.`);
    this.name = 'FolderInUse';
  }
}

/** Unix socket paths hold about 100 bytes, so a long folder is stood for by its hash in the temporary folder. */
function socketPath(folder: string): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\carillon-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`;
  const inside = join(folder, '.lock');
  return Buffer.byteLength(inside) <= 90 ? inside : join(tmpdir(), `carillon-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}.lock`);
}

/** Takes the lock, making the folder where it is missing; FolderInUse when another process has it. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const absolute = resolve(folder);
  mkdirSync(absolute, { recursive: true, mode: 0o700 });
  const path = socketPath(absolute);
  // Twice at most: a socket file left behind by a killed process is removed once.
  for (let attempt = 0; attempt < 2; attempt++) {
    const server = await listen(path);
    if (server) return { release: () => new Promise(done => server.close(() => done())) };
    if (await answers(path)) throw new FolderInUse(absolute);
    await rm(path, { force: true });
  }
  throw new FolderInUse(absolute);
}

function listen(path: string): Promise<Server | undefined> {
  return new Promise((done, fail) => {
    const server = createServer(socket => socket.end());
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? done(undefined) : fail(error)));
    server.listen(path, () => {
      server.unref();
      done(server);
    });
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise(done => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}
