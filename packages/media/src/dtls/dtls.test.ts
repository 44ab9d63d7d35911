import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { systemChance } from '@carillon/kernel/chance.js';
import { systemTimers, type Timers } from '../net/timers.js';
import { SRTP_AEAD_AES_128_GCM } from '../srtp/keys.js';
import { createCertificate, formatFingerprint } from './certificate.js';
import { createDtlsContext } from './context.js';
import { DtlsEndpoint } from './endpoint.js';
import { HANDSHAKES_PER_ADDRESS_MAX, HandshakeLimits } from './handshake-limits.js';
import { beginsHandshake, packRecords } from './records.js';

const serverCertificate = createCertificate(systemChance);
const clientCertificate = createCertificate(systemChance);
const serverContext = createDtlsContext('server', serverCertificate);
const clientContext = createDtlsContext('client', clientCertificate);

interface Side { endpoint: DtlsEndpoint; sent: Buffer[]; keys: Buffer | undefined; profile: number; closed: string | undefined; settled: Promise<void> }

function open(role: 'server' | 'client', expected: Uint8Array, timers: Timers = systemTimers, deliver?: (datagram: Buffer) => void): Side {
  let settle: () => void = () => undefined;
  const sent: Buffer[] = [];
  const side: Omit<Side, 'endpoint'> = { sent, keys: undefined, profile: 0, closed: undefined, settled: new Promise(resolve => { settle = resolve; }) };
  const endpoint = new DtlsEndpoint({ context: role === 'server' ? serverContext : clientContext, role, fingerprintSha256: expected, timers }, {
    send: datagram => (deliver === undefined ? sent.push(datagram) : deliver(datagram)),
    connected: (profile, keys) => { Object.assign(side, { profile, keys }); settle(); },
    closed: reason => { side.closed = reason; settle(); },
  });
  return Object.assign(side, { endpoint });
}

/** Carries datagrams to and fro until nobody has anything to say. */
function exchange(a: Side, b: Side): void {
  for (let turns = 0; turns < 100 && a.sent.length + b.sent.length > 0; turns += 1) {
    for (const datagram of a.sent.splice(0)) b.endpoint.input(datagram);
    for (const datagram of b.sent.splice(0)) a.endpoint.input(datagram);
  }
}

function handshake(expectedClient: Uint8Array = clientCertificate.fingerprintSha256): { client: Side; server: Side } {
  const client = open('client', serverCertificate.fingerprintSha256);
  const server = open('server', expectedClient);
  client.endpoint.start();
  exchange(client, server);
  return { client, server };
}

test('the certificate is well-formed, self-signed, and its fingerprint is the one we announce', () => {
  const certificate = new X509Certificate(serverCertificate.certificateDer);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.fingerprint256).toBe(formatFingerprint(serverCertificate.fingerprintSha256));
});

test('both sides get the same keys for the GCM profile', () => {
  const { client, server } = handshake();
  expect(server.profile).toBe(SRTP_AEAD_AES_128_GCM);
  expect(server.keys).toHaveLength(56);
  expect(server.keys).toEqual(client.keys);
  client.endpoint.close();
  server.endpoint.close();
});

test('a client with another certificate than its offer says is refused inside the handshake, and is told', () => {
  const { client, server } = handshake(createCertificate(systemChance).fingerprintSha256);
  expect(server.keys).toBeUndefined();
  expect(server.closed).toContain('DTLS failed');
  expect(client.closed).toContain('alert');
  expect(client.keys).toBeUndefined();
});

test('a fingerprint of the wrong length lets nobody in', () => {
  expect(handshake(new Uint8Array(0)).server.keys).toBeUndefined();
  expect(handshake(clientCertificate.fingerprintSha256.subarray(0, 20)).server.keys).toBeUndefined();
});

test('when one side closes, the other hears it', () => {
  const { client, server } = handshake();
  client.endpoint.close();
  exchange(client, server);
  expect(server.closed).toBe('The other side closed the connection.');
});

test('an event may close the endpoint that tells it', () => {
  const client = open('client', serverCertificate.fingerprintSha256);
  const sent: Buffer[] = [];
  const server = new DtlsEndpoint({ context: serverContext, role: 'server', fingerprintSha256: clientCertificate.fingerprintSha256, timers: systemTimers }, {
    send: datagram => sent.push(datagram),
    connected: () => server.close(),
    closed: () => expect.unreachable('closed() after close()'),
  });
  client.endpoint.start();
  for (let i = 0; i < 10; i += 1) {
    for (const datagram of client.sent.splice(0)) server.input(datagram);
    for (const datagram of sent.splice(0)) client.endpoint.input(datagram);
  }
  expect(client.closed).toBe('The other side closed the connection.');
  server.close();
});

test('a handshake that stalls ends at its deadline', () => {
  const due: { delayMs: number; callback: () => void }[] = [];
  const timers: Timers = { after: (delayMs, callback) => { due.push({ delayMs, callback }); return () => undefined; } };
  const server = open('server', clientCertificate.fingerprintSha256, timers);
  due.find(({ delayMs }) => delayMs === 15_000)?.callback();
  expect(server.closed).toBe('The DTLS handshake took too long.');
});

test('ten handshakes over a path that loses a fifth of the datagrams and repeats another fifth all come through', async () => {
  let seed = 11;
  const next = () => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) >>> 16;
  const lossy = (receiver: () => Side) => (datagram: Buffer) => {
    const copies = [0, 2, 1, 1, 1][next() % 5] ?? 1;
    for (let i = 0; i < copies; i += 1) setImmediate(() => receiver().endpoint.input(datagram));
  };
  const pairs = Array.from({ length: 10 }, () => {
    const client: Side = open('client', serverCertificate.fingerprintSha256, systemTimers, lossy(() => server));
    const server: Side = open('server', clientCertificate.fingerprintSha256, systemTimers, lossy(() => client));
    client.endpoint.start();
    return { client, server };
  });
  await Promise.all(pairs.flatMap(({ client, server }) => [client.settled, server.settled]));
  for (const { client, server } of pairs) {
    expect(server.keys).toEqual(client.keys);
    expect(server.keys).toHaveLength(56);
    client.endpoint.close();
    server.endpoint.close();
  }
}, 30_000);

test('records are packed into datagrams without breaking one', () => {
  const record = (bytes: number) => { const r = Buffer.alloc(13 + bytes, 22); r.writeUInt16BE(bytes, 11); return r; };
  const stream = Buffer.concat([record(500), record(500), record(100), record(1_187), record(1)]);
  expect(packRecords(stream, 1_200).map(datagram => datagram.length)).toEqual([1_139, 1_200, 14]);
  expect(packRecords(stream.subarray(0, 600), 1_200).map(datagram => datagram.length)).toEqual([513]);
});

test('only the first flight of a client begins a handshake', () => {
  const client = open('client', serverCertificate.fingerprintSha256);
  client.endpoint.start();
  expect(client.sent.map(beginsHandshake)).toEqual([true]);
  expect(beginsHandshake(Buffer.from('15fefd000000000000000000020100', 'hex'))).toBe(false);
  client.endpoint.close();
});

test('one address cannot take all places for handshakes', () => {
  const limits = new HandshakeLimits();
  const frees = Array.from({ length: HANDSHAKES_PER_ADDRESS_MAX }, () => limits.take('192.0.2.1'));
  expect(limits.take('192.0.2.1')).toBeUndefined();
  expect(limits.take('192.0.2.2')).toBeDefined();
  frees[0]?.();
  frees[0]?.();
  expect(limits.take('192.0.2.1')).toBeDefined();
  expect(limits.take('192.0.2.1')).toBeUndefined();
});
