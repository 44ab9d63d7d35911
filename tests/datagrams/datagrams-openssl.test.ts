import { spawn } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { systemChance } from '@carillon/kernel/chance.js';
import { createCertificate } from '@carillon/media/dtls/certificate.js';
import { createDtlsContext } from '@carillon/media/dtls/context.js';
import { DtlsEndpoint } from '@carillon/media/dtls/endpoint.js';
import { systemTimers } from '@carillon/media/net/timers.js';

/** Our DTLS endpoint against `openssl s_client`, a program that shares no line of glue with it. */
const folder = mkdtempSync(join(tmpdir(), 'carillon-dtls-'));
const client = createCertificate(systemChance);
const certificateFile = join(folder, 'client.pem');
writeFileSync(certificateFile, `-----BEGIN CERTIFICATE-----\n${client.certificateDer.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n${
  createPrivateKey({ key: client.privateKeyDer, format: 'der', type: 'sec1' }).export({ format: 'pem', type: 'pkcs8' }).toString()}`);
const context = createDtlsContext('server', createCertificate(systemChance));
afterAll(() => rmSync(folder, { recursive: true }));

const sockets: Socket[] = [];
afterEach(() => { for (const socket of sockets.splice(0)) socket.close(); });

interface Outcome { server: { profile: number; keys: string } | undefined; closed: string | undefined; output: string }

const IDENTITY = ['-cert', certificateFile, '-key', certificateFile];
const PROFILES = ['-use_srtp', 'SRTP_AES128_CM_SHA1_80:SRTP_AEAD_AES_128_GCM'];

async function shakeHands(options: readonly string[], fingerprintSha256: Uint8Array = client.fingerprintSha256): Promise<Outcome> {
  const socket = createSocket('udp4');
  sockets.push(socket);
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const outcome: Outcome = { server: undefined, closed: undefined, output: '' };
  let clientPort = 0;
  let ended: () => void = () => undefined;
  const serverEnded = new Promise<void>(resolve => { ended = resolve; });
  const endpoint = new DtlsEndpoint({ context, role: 'server', fingerprintSha256, timers: systemTimers }, {
    send: datagram => {
      expect(datagram.length).toBeLessThanOrEqual(1_200);
      socket.send(datagram, clientPort, '127.0.0.1');
    },
    connected: (profile, material) => { outcome.server = { profile, keys: material.toString('hex').toUpperCase() }; },
    closed: reason => { outcome.closed = reason; ended(); },
  });
  socket.on('message', (datagram, from) => { clientPort = from.port; endpoint.input(datagram); });
  const program = spawn('openssl', ['s_client', '-dtls1_2', '-connect', `127.0.0.1:${socket.address().port}`, '-keymatexport', 'EXTRACTOR-dtls_srtp', ...options]);
  program.on('error', () => undefined);
  program.stdin.on('error', () => undefined);
  for (const stream of [program.stdout, program.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      outcome.output += text;
      // What is printed last, after the keys; "Q" makes it say goodbye.
      if (outcome.output.includes('Keying material:') && outcome.output.includes('---\n')) program.stdin.end('Q\n');
    });
  }
  await once(program, 'close');
  await serverEnded;
  return outcome;
}

function exported(output: string): string | undefined {
  return /Keying material: ([0-9A-F]+)/.exec(output)?.[1];
}

test('both programs export the same keys, GCM is chosen though the client listed it last, and its goodbye is heard', async () => {
  const { server, closed, output } = await shakeHands([...IDENTITY, ...PROFILES, '-keymatexportlen', '56']);
  expect(server?.profile).toBe(7);
  expect(exported(output)).toBe(server?.keys);
  expect(output).toContain('Extended master secret: yes');
  expect(closed).toBe('The other side closed the connection.');
});

test('a client that only has the counter mode profile gets that one', async () => {
  const { server, output } = await shakeHands([...IDENTITY, '-use_srtp', 'SRTP_AES128_CM_SHA1_80', '-keymatexportlen', '60']);
  expect(server?.profile).toBe(1);
  expect(exported(output)).toBe(server?.keys);
});

test('flights in many small fragments are put together', async () => {
  const { server, output } = await shakeHands([...IDENTITY, ...PROFILES, '-keymatexportlen', '56', '-mtu', '300']);
  expect(server?.keys).toBeDefined();
  expect(exported(output)).toBe(server?.keys);
});

test('a client with another fingerprint, without a certificate, without SRTP or without a common cipher is refused in the handshake', async () => {
  for (const [options, fingerprint] of [
    [[...IDENTITY, ...PROFILES], createCertificate(systemChance).fingerprintSha256], [PROFILES, undefined], [IDENTITY, undefined], [[...IDENTITY, ...PROFILES, '-cipher', 'ECDHE-ECDSA-AES128-SHA'], undefined],
  ] as const) {
    const { server, closed } = await shakeHands(options, fingerprint);
    expect(server).toBeUndefined();
    expect(closed).toBeDefined();
  }
});
