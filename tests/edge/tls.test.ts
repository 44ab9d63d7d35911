import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type ServerProcess } from '@carillon/testkit/server-process.js';

const folder = mkdtempSync(join(tmpdir(), 'carillon-tls-'));
const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
let server: ServerProcess;
let port: number;

function makeCertificate(name: string): void {
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', key, '-out', cert, '-days', '2', '-subj', `/CN=${name}`], { stdio: 'ignore' });
}

beforeAll(async () => {
  makeCertificate('first.example');
  server = await startServer(join(folder, 'data'), ['--roles', 'server', '--tls-cert', cert, '--tls-key', key]);
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
