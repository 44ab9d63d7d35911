import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCertificate } from '@carillon/testkit/certificate.js';
import { startServer, type ServerProcess } from '@carillon/testkit/server-process.js';

const folder = mkdtempSync(join(tmpdir(), 'carillon-tls-'));
const { certFile, keyFile } = createCertificate(folder, 'first.example');
let server: ServerProcess;
let port: number;

beforeAll(async () => {
  server = await startServer(join(folder, 'data'), ['--roles', 'server', '--tls-cert', certFile, '--tls-key', keyFile]);
  port = Number(new URL(server.url).port);
});
afterAll(async () => {
  await server.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

function handshake(options: ConnectionOptions): Promise<TLSSocket> {
  return new Promise((done, fail) => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ...options }, () => done(socket));
    socket.once('error', fail);
  });
}

test('CMP-03 TLS 1.2 and 1.3 are spoken with forward secrecy, older versions and other key exchanges are refused', async () => {
  const newest = await handshake({});
  expect(newest.getProtocol()).toBe('TLSv1.3');
  newest.destroy();
  const older = await handshake({ maxVersion: 'TLSv1.2' });
  expect(older.getProtocol()).toBe('TLSv1.2');
  expect(older.getCipher().name).toMatch(/^ECDHE-/);
  older.destroy();
  await expect(handshake({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' })).rejects.toThrow();
  await expect(handshake({ maxVersion: 'TLSv1.2', ciphers: 'AES128-GCM-SHA256' })).rejects.toThrow();
});

test('links and cookies of an HTTPS server are secure', async () => {
  expect(server.words()).toMatch(/https:\/\/localhost:\d+\/setup\//);
});
