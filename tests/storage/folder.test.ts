import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createLog } from '@carillon/server/platform/log.js';
import { openDatabase } from '@carillon/server/platform/database/database.js';
import { freePort, runServer, startServer } from '@carillon/testkit/server-process.js';

const folder = mkdtempSync(join(tmpdir(), 'carillon-folder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entry = (name: string) => new URL(`../../dist/server/${name}.js`, import.meta.url);

/** Runs one statement on a folder's database that no server uses. */
async function query(dataFolder: string, sql: string): Promise<void> {
  const { PGliteConnection } = await import('@carillon/server/platform/database/pglite.js');
  const connection = new PGliteConnection({ folder: join(dataFolder, 'db'), entry: entry('pglite-worker'), statementTimeoutMs: 10_000 });
  await connection.script(sql);
  await connection.close();
}

test('a first start creates the folder and prints a set-up link; a second prints a new one and is there within two seconds', async () => {
  const first = await startServer(folder, ['--roles', 'server']);
  expect(first.words()).toMatch(/Creating the database/);
  expect(first.words()).toMatch(/\/setup\/[\w-]{43}/);
  await first.kill('SIGTERM');
  const second = await startServer(folder, ['--roles', 'server']);
  expect(second.words()).not.toMatch(/Creating the database/);
  await second.kill('SIGTERM');
});

test('a second process on the same folder is refused with a sentence that says why', async () => {
  const server = await startServer(folder, ['--roles', 'server']);
  const { code, words } = await runServer(['--data', folder, '--port', String(await freePort())]);
  expect(code).toBe(1);
  expect(words).toContain(`Another Carillon process is using ${folder}`);
  await server.kill('SIGTERM');
});

test('a killed process leaves no lock behind', async () => {
  const server = await startServer(folder, ['--roles', 'server']);
  await server.kill('SIGKILL');
  await (await startServer(folder, ['--roles', 'server'])).kill('SIGTERM');
});

test('a folder that a newer version wrote is refused with a sentence, and left as it is', async () => {
  const newer = mkdtempSync(join(tmpdir(), 'carillon-newer-'));
  cpSync(join(folder, 'db'), join(newer, 'db'), { recursive: true });
  await query(newer, "insert into schema_migration values ('9999-from-the-future', '2030-01-01')");
  const { code, words } = await runServer(['--data', newer, '--port', String(await freePort())]);
  expect(code).toBe(1);
  expect(words).toContain('written by a newer Carillon');
  rmSync(newer, { recursive: true, force: true });
});

test('before a migration the embedded database is copied', async () => {
  const older = mkdtempSync(join(tmpdir(), 'carillon-older-'));
  cpSync(join(folder, 'db'), join(older, 'db'), { recursive: true });
  // As if the newest migration had not been applied: its tables are gone and its name is not in the list.
  await query(older, 'drop schema public cascade; create schema public');
  const options = { url: undefined, dataFolder: older, nowMs: 1_764_000_000_000, log: createLog('silent'), entries: { pgliteWorker: entry('pglite-worker'), pgliteCreate: entry('pglite-create') }, progress: () => {} };
  await (await openDatabase(options)).close();
  const [backup] = readdirSync(join(older, 'backups'));
  expect(backup).toMatch(/^db-2025-11-24T.*-before-0001-core$/);
  expect(existsSync(join(older, 'backups', backup!, 'PG_VERSION'))).toBe(true);
  rmSync(older, { recursive: true, force: true });
});

test('a port that is taken and a wrong option are told in a sentence', async () => {
  const server = await startServer(folder, ['--roles', 'server']);
  const other = mkdtempSync(join(tmpdir(), 'carillon-port-'));
  const port = new URL(server.url).port;
  expect(await runServer(['--data', other, '--host', '127.0.0.1', '--port', port, '--roles', 'server'])).toMatchObject({ code: 1, words: expect.stringContaining(`Port ${port} is in use`) });
  expect(await runServer(['--data', other, '--sign-up', 'everybody'])).toMatchObject({ code: 1, words: expect.stringContaining('--sign-up takes open, invited, domains') });
  expect(await runServer(['--nonsense'])).toMatchObject({ code: 1, words: expect.stringContaining('docs/configuration.md') });
  await server.kill('SIGTERM');
  rmSync(other, { recursive: true, force: true });
});

test('SIGTERM ends the server cleanly within two seconds, open sockets and all', async () => {
  const demo = mkdtempSync(join(tmpdir(), 'carillon-stop-'));
  const server = await startServer(demo, ['--demo', '--roles', 'server']);
  const started = performance.now();
  await server.kill('SIGTERM');
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(server.child.exitCode).toBe(0);
  rmSync(demo, { recursive: true, force: true });
});
