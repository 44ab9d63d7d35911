import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Browser } from './browser.js';

/** The built server as a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** All it has printed so far. */
  words(): string;
  browser(): Browser;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

const main = fileURLToPath(new URL('../../../dist/server/main.js', import.meta.url));

/** Starts the built server on a folder and waits until it serves. */
export async function startServer(dataFolder: string, flags: readonly string[] = [], port?: number): Promise<ServerProcess> {
  const chosen = port ?? (await freePort());
  const mediaPort = await freePort();
  const started = launch(['--data', dataFolder, '--host', '127.0.0.1', '--port', String(chosen), '--media-port', String(mediaPort), '--media-workers', '1', ...flags]);
  const url = `http://127.0.0.1:${chosen}`;
  await started.until(/ is at http/);
  return { url, child: started.child, words: started.words, browser: () => new Browser(url), kill: started.kill };
}

/** Runs it to its end: for what it should refuse. */
export async function runServer(flags: readonly string[]): Promise<{ code: number | null; words: string }> {
  const started = launch(flags);
  const code = await new Promise<number | null>(done => started.child.once('close', done));
  return { code, words: started.words() };
}

function launch(flags: readonly string[]) {
  const child = spawn(process.execPath, [main, '--log-level', process.env['CARILLON_TEST_LOG'] ?? 'warn', ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  const looks = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    words += chunk.toString();
    for (const look of looks) look();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const closed = new Promise<void>(done => child.once('close', () => done()));
  return {
    child,
    words: () => words,
    until: (pattern: RegExp) =>
      new Promise<void>((done, fail) => {
        const look = () => pattern.test(words) && done();
        looks.add(look);
        void closed.then(() => fail(new Error(`The server ended: ${words}`)));
        look();
      }),
    kill: async (signal: 'SIGKILL' | 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await closed;
    },
  };
}

/** A port of loopback that nobody has at this moment. */
export function freePort(): Promise<number> {
  return new Promise(done => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Logins of a demo that has started. */
export function readDemo(dataFolder: string): { people: { name: string; email: string; password: string }[]; meetingUrl: string; url: string; ownerAccountId: string; accessKeyId: string; secretAccessKey: string } | undefined {
  const path = join(dataFolder, 'demo.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ReturnType<typeof readDemo>) : undefined;
}
