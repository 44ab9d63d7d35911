import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createConnection, type Socket as TcpSocket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { systemChance } from '@carillon/kernel/chance.js';
import { createCertificate } from '../dtls/certificate.js';
import { frame } from '../net/framing.js';
import { buildPli, buildReceiverReport } from '../rtp/build-rtcp.js';
import { parseRtcp } from '../rtp/rtcp.js';
import { ClientPeer, type ClientPeerEvents, type ClientPeerOptions } from './client-peer.fixture.js';
import { createTransportHub, type TransportHub, type TransportHubOptions } from './transport-hub.js';
import type { OutgoingHeader, PeerTransport, PeerTransportEvents } from './types.js';

interface Received { ssrc: number; sequenceNumber: number; marker: boolean; payload: Buffer; extension: Buffer | undefined }

const hubs: TransportHub[] = [];
const clients: ClientPeer[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
  for (const hub of hubs.splice(0)) await hub.close();
});

async function openHub(options: Partial<TransportHubOptions> = {}): Promise<TransportHub> {
  const hub = await createTransportHub({ port: 0, announcedAddresses: [], nowMs: () => performance.now(), chance: systemChance, log: () => undefined, ...options });
  hubs.push(hub);
  return hub;
}

function header(sequenceNumber: number, changes: Partial<OutgoingHeader> = {}): OutgoingHeader {
  return { payloadType: 96, marker: false, sequenceNumber, timestamp: 90_000, extensions: [], ...changes };
}

/** A list that can be waited on until it has `count` entries. */
class Arrivals<T> {
  readonly items: T[] = [];
  #waiting: { count: number; resolve: () => void } | undefined;

  add(item: T): void {
    this.items.push(item);
    if (this.#waiting !== undefined && this.items.length >= this.#waiting.count) this.#waiting.resolve();
  }

  reach(count: number): Promise<void> {
    return this.items.length >= count ? Promise.resolve() : new Promise(resolve => { this.#waiting = { count, resolve }; });
  }
}

interface Call { client: ClientPeer; transport: PeerTransport; atServer: Arrivals<Received>; atClient: Arrivals<Received>; rtcpAtServer: Arrivals<Buffer>; rtcpAtClient: Arrivals<Buffer>; failed: Promise<string> }

async function openCall(hub: TransportHub, options: ClientPeerOptions = {}, connect = true): Promise<Call> {
  const atServer = new Arrivals<Received>();
  const atClient = new Arrivals<Received>();
  const rtcpAtServer = new Arrivals<Buffer>();
  const rtcpAtClient = new Arrivals<Buffer>();
  const take = (into: Arrivals<Received>): NonNullable<ClientPeerEvents['rtp']> => packet => into.add({
    ssrc: packet.ssrc, sequenceNumber: packet.sequenceNumber, marker: packet.marker, extension: packet.extension(3) && Buffer.from(packet.extension(3) ?? []),
    payload: Buffer.from(packet.packet.subarray(packet.payloadOffset, packet.payloadOffset + packet.payloadLength)),
  });
  const client = await ClientPeer.open({ rtp: take(atClient), rtcp: packet => rtcpAtClient.add(Buffer.from(packet)) }, options);
  clients.push(client);
  let tellConnected: () => void = () => undefined;
  let tellFailed: (reason: string) => void = () => undefined;
  const connected = new Promise<void>(resolve => { tellConnected = resolve; });
  const failed = new Promise<string>(resolve => { tellFailed = resolve; });
  const events: PeerTransportEvents = { connected: () => tellConnected(), failed: reason => tellFailed(reason), rtp: take(atServer), rtcp: packet => rtcpAtServer.add(Buffer.from(packet)) };
  const transport = hub.openTransport(events, { includeLoopback: true });
  transport.start(client.remoteParameters);
  if (connect) await Promise.all([client.connect(transport.local), connected]);
  return { client, transport, atServer, atClient, rtcpAtServer, rtcpAtClient, failed };
}

for (const [name, options, egress] of [
  ['UDP over IPv4 with segmentation', {}, undefined], ['UDP over IPv4 without segmentation', {}, 'dgram'], ['UDP over IPv6', { serverAddress: '::1' }, undefined], ['TCP', { protocol: 'tcp' }, undefined],
] as const) {
  test(`media and reports flow both ways over ${name}, with header extensions and resends of identical bytes`, async () => {
    const hub = await openHub(egress === undefined ? {} : { egress });
    const call = await openCall(hub, options);
    const sizes = [1_100, 1_100, 1_100, 900, 1_100, 40, 0, 1_200, 1_200, 7];
    const payloads = sizes.map(size => randomBytes(size));
    const extensions = [{ id: 3, value: Buffer.from('abc') }];
    const video = call.transport.addStream(0x1111, 1_000);
    payloads.forEach((payload, i) => {
      expect(call.client.sendRtp(0x2222, header(65_530 + i & 0xffff, { extensions }), payload)).toBe(true);
      expect(video.sendRtp(header(65_530 + i & 0xffff, { marker: i === 3, extensions }), payload)).toBe(true);
    });
    call.transport.sendRtcp(buildPli({ senderSsrc: 1, mediaSsrc: 0x2222 }));
    call.client.sendRtcp(buildReceiverReport({ ssrc: 5, reports: [] }));
    await Promise.all([call.atServer.reach(sizes.length), call.atClient.reach(sizes.length), call.rtcpAtServer.reach(1), call.rtcpAtClient.reach(1)]);
    expect(call.atClient.items.map(({ payload }) => payload)).toEqual(payloads);
    expect(call.atServer.items.map(({ payload }) => payload)).toEqual(payloads);
    expect(call.atClient.items.map(({ marker }) => marker)).toEqual(sizes.map((_, i) => i === 3));
    expect(call.atClient.items.every(({ ssrc, extension }) => ssrc === 0x1111 && extension?.toString() === 'abc')).toBe(true);
    expect(parseRtcp(call.rtcpAtClient.items[0] ?? Buffer.alloc(0))).toEqual([{ type: 'pli', senderSsrc: 1, mediaSsrc: 0x2222 }]);
    expect(parseRtcp(call.rtcpAtServer.items[0] ?? Buffer.alloc(0))).toEqual([{ type: 'receiverReport', ssrc: 5, reports: [] }]);

    // A resend is the packet the client already has: its replay window refuses the identical bytes.
    expect(video.resend(65_533)).toBe(true);
    expect(video.resend(65_000)).toBe(false);
    expect(video.sendRtp(header(65_533), Buffer.from('again'))).toBe(false);
    expect(video.sendRtp(header(4), Buffer.from('last'))).toBe(true);
    await call.atClient.reach(sizes.length + 1);
    expect(call.client.refused).toBe(1);
    expect(call.atClient.items).toHaveLength(sizes.length + 1);
    expect(hub.stats()).toMatchObject({ connected: 1, handshakesDone: 1, handshakesFailed: 0, sendsRefused: 0 });
    expect(call.transport.stats()).toMatchObject({ connected: true, selectedProtocol: options && 'protocol' in options ? 'tcp' : 'udp', dropped: 1, refused: 0 });
  });
}

test('fifty clients each get exactly their own copy of three hundred packets sent in bursts', async () => {
  const hub = await openHub();
  const calls = await Promise.all(Array.from({ length: 50 }, () => openCall(hub)));
  const streams = calls.map(({ transport }, i) => transport.addStream(100 + i, 0));
  for (let packet = 0; packet < 300; packet += 1) {
    const payload = Buffer.alloc(200 + (packet % 7) * 100, packet);
    for (const stream of streams) expect(stream.sendRtp(header(packet), payload)).toBe(true);
    if (packet % 10 === 9) await new Promise(resolve => { setImmediate(resolve); });
  }
  await Promise.all(calls.map(({ atClient }) => atClient.reach(300)));
  calls.forEach(({ atClient, client }, i) => {
    expect(atClient.items.map(({ sequenceNumber }) => sequenceNumber)).toEqual(Array.from({ length: 300 }, (_, n) => n));
    expect(atClient.items.every(({ ssrc, payload, sequenceNumber }) => ssrc === 100 + i && payload.length === 200 + (sequenceNumber % 7) * 100 && payload.every(byte => byte === (sequenceNumber & 0xff)))).toBe(true);
    expect(client.refused).toBe(0);
  });
});

test('a client that shows another certificate than its offer says never gets a connection, and the layer above hears it', async () => {
  const hub = await openHub();
  const client = await ClientPeer.open();
  clients.push(client);
  const failed = new Promise<string>(resolve => {
    const transport = hub.openTransport({ connected: () => expect.unreachable(), rtp: () => undefined, rtcp: () => undefined, failed: resolve }, { includeLoopback: true });
    transport.start({ ...client.remoteParameters, fingerprintSha256: createCertificate(systemChance).fingerprintSha256 });
    client.connect(transport.local).catch(() => undefined);
  });
  expect(await failed).toContain('DTLS failed');
  expect(hub.stats()).toMatchObject({ transports: 0, connected: 0, handshakesDone: 0, handshakesFailed: 1 });
});

test('a client that moves to another address goes on with the same call', async () => {
  const hub = await openHub();
  const call = await openCall(hub);
  const stream = call.transport.addStream(7, 0);
  await call.client.move();
  expect(stream.sendRtp(header(1), Buffer.from('there'))).toBe(true);
  call.client.sendRtp(8, header(1), Buffer.from('here'));
  await Promise.all([call.atClient.reach(1), call.atServer.reach(1)]);
  expect(hub.stats().handshakesDone).toBe(1);
});

test('when the client says goodbye the transport fails with that reason, once, and nothing can be sent any more', async () => {
  const hub = await openHub();
  const call = await openCall(hub);
  const stream = call.transport.addStream(7, 0);
  await call.client.close();
  expect(await call.failed).toBe('The other side closed the connection.');
  expect(stream.sendRtp(header(1), Buffer.from('x'))).toBe(false);
  expect(hub.stats()).toMatchObject({ transports: 0, connected: 0 });
});

test('a client that falls silent for thirty seconds is given up, and one that never comes as well', async () => {
  const due: { delayMs: number; callback: () => void }[] = [];
  let lateMs = 0;
  const hub = await openHub({
    nowMs: () => performance.now() + lateMs,
    timers: {
      after: (delayMs, callback) => {
        const timer = { delayMs, callback };
        due.push(timer);
        return () => { due.splice(due.indexOf(timer), 1); };
      },
    },
  });
  const silent = await openCall(hub);
  const absent = await openCall(hub, {}, false);
  lateMs = 31_000;
  // Not the 20 s after which DTLS retires: that is no news to anybody.
  for (const timer of [...due]) if (timer.delayMs > 25_000) timer.callback();
  expect(await silent.failed).toBe('The client sent no sign of life for 30 seconds.');
  expect(await absent.failed).toMatch(/30 seconds/);
  expect(hub.stats()).toMatchObject({ transports: 0, connected: 0 });
});

test('a client on TCP that does not read costs a bounded buffer: packets are dropped, and flow again when it reads', async () => {
  const hub = await openHub();
  const call = await openCall(hub, { protocol: 'tcp' });
  const stream = call.transport.addStream(7, 0);
  const socket = call.client.socket as TcpSocket;
  socket.pause();
  let accepted = 0;
  // The kernel's own buffers take some megabytes before Node's begin to fill; that needs turns of the event loop.
  for (let refused = 0; refused === 0 && accepted < 20_000; accepted += 1) {
    if (!stream.sendRtp(header(accepted), Buffer.alloc(1_100))) refused += 1;
    if (accepted % 50 === 49) await new Promise(resolve => { setImmediate(resolve); });
  }
  expect(accepted).toBeLessThan(20_000);
  expect(call.transport.stats().dropped).toBe(1);
  socket.resume();
  await call.atClient.reach(accepted - 1);
  expect(stream.sendRtp(header(20_001), Buffer.from('again'))).toBe(true);
  await call.atClient.reach(accepted);
});

test('under load packets wait three milliseconds for company, and no longer when it is calm again', async () => {
  const due: { delayMs: number; callback: () => void }[] = [];
  let nowMs = 0;
  const hub = await openHub({ nowMs: () => nowMs, timers: { after: (delayMs, callback) => { due.push({ delayMs, callback }); return () => undefined; } } });
  if (hub.stats().egress !== 'sendmmsg') return;
  const call = await openCall(hub);
  const stream = call.transport.addStream(7, 0);
  let sent = 0;
  const send = async (count: number) => {
    for (let i = 0; i < count; i += 1, sent += 1) {
      stream.sendRtp(header(sent), Buffer.from('x'));
      await new Promise(resolve => { setImmediate(resolve); });
    }
  };
  const gathers = () => due.splice(0).filter(({ delayMs }) => delayMs === 3);
  await send(999);
  nowMs += 60;
  await send(2);
  const gathered = gathers();
  expect(gathered).toHaveLength(1);
  nowMs += 1_000;
  gathered[0]?.callback();
  await send(1);
  expect(gathers()).toHaveLength(0);
  await call.atClient.reach(sent);
});

test('after DTLS has retired, media still flows', async () => {
  const due: { delayMs: number; callback: () => void }[] = [];
  const hub = await openHub({ timers: { after: (delayMs, callback) => { due.push({ delayMs, callback }); return () => undefined; } } });
  const call = await openCall(hub);
  for (const timer of [...due]) if (timer.delayMs === 20_000) timer.callback();
  call.client.sendRaw(call.client.hello);
  call.client.sendRtp(8, header(1), Buffer.from('here'));
  await call.atServer.reach(1);
  expect(hub.stats()).toMatchObject({ connected: 1, handshakesDone: 1, handshakesFailed: 0 });
});

test('when the server closes, the client hears it', async () => {
  const hub = await openHub();
  let told: (reason: string) => void = () => undefined;
  const closed = new Promise<string>(resolve => { told = resolve; });
  const client = await ClientPeer.open({ closed: reason => told(reason) });
  clients.push(client);
  const transport = hub.openTransport({ connected: () => undefined, rtp: () => undefined, rtcp: () => undefined, failed: () => expect.unreachable() }, { includeLoopback: true });
  transport.start(client.remoteParameters);
  await client.connect(transport.local);
  transport.close();
  transport.close();
  expect(await closed).toBe('The other side closed the connection.');
});

test('a forged plain record breaks a handshake, and the client may begin again, but not without end', async () => {
  const hub = await openHub();
  const call = await openCall(hub, {}, false);
  await call.client.reach(call.transport.local);
  const fatalAlert = Buffer.from('15fefd000000000000000100020228', 'hex');
  for (let i = 0; i < 3; i += 1) {
    call.client.sendRaw(call.client.hello);
    call.client.sendRaw(fatalAlert);
  }
  // The answers to the forged flights are through when the next check is answered.
  await call.client.check();
  await call.client.shakeHands();
  expect(hub.stats()).toMatchObject({ connected: 1, handshakesFailed: 3 });

  const other = await openCall(hub, {}, false);
  await other.client.reach(other.transport.local);
  for (let i = 0; i < 4; i += 1) {
    other.client.sendRaw(other.client.hello);
    other.client.sendRaw(fatalAlert);
  }
  expect(await other.failed).toContain('DTLS failed');
});

test('packets from an address without a valid check are ignored, whatever they are', async () => {
  const hub = await openHub();
  const call = await openCall(hub);
  const stranger = await openCall(hub, {}, false);
  const candidate = call.transport.local.candidates.find(({ address, protocol }) => address === '127.0.0.1' && protocol === 'udp');
  const before = hub.stats().datagramsIgnored;
  const { createSocket } = await import('node:dgram');
  const socket = createSocket('udp4');
  for (const first of [0, 22, 128, 255]) socket.send(Buffer.alloc(40, first), candidate?.port ?? 0, '127.0.0.1');
  await call.client.check();
  await call.client.check();
  expect(hub.stats().datagramsIgnored - before).toBe(4);
  socket.close();
  stranger.transport.close();
});

test('strangers on TCP are limited in number and lose their connection after ten seconds or a frame too long', async () => {
  const due: { delayMs: number; callback: () => void }[] = [];
  const hub = await openHub({ timers: { after: (delayMs, callback) => { due.push({ delayMs, callback }); return () => undefined; } } });
  const sockets: TcpSocket[] = [];
  const open = async () => {
    const socket = createConnection(hub.port, '127.0.0.1');
    socket.on('error', () => undefined);
    sockets.push(socket);
    await once(socket, 'connect');
    return socket;
  };
  // A reset is as good an end as any.
  const end = (socket: TcpSocket) => new Promise(resolve => { socket.once('close', resolve); });
  const first = await open();
  first.write(Buffer.from([0xff, 0xff, 1]));
  await end(first);
  for (let i = 0; i < 32; i += 1) await open();
  await end(await open());
  const second = sockets[1] as TcpSocket;
  second.write(frame(Buffer.from('garbage')));
  const closed = end(second);
  for (const timer of due.splice(0)) if (timer.delayMs === 10_000) timer.callback();
  await closed;
  for (const socket of sockets) socket.destroy();
});

test('a port that is taken is refused with the system\'s reason, and nothing stays open', async () => {
  const hub = await openHub();
  await expect(openHub({ port: hub.port })).rejects.toThrow('EADDRINUSE');
});

test('the log says what was chosen, and that an announced name is no address', async () => {
  const lines: string[] = [];
  await openHub({ announcedAddresses: ['media.example'], log: (level, message) => lines.push(`${level} ${message}`) });
  expect(lines).toContain('info Media transport is open.');
  expect(lines).toContain('warn An announced address is no IP address and is left out.');
});

test('announced addresses replace those of the host; loopback is offered only when asked for', async () => {
  const hub = await openHub({ announcedAddresses: ['203.0.113.5'] });
  const events: PeerTransportEvents = { connected: () => undefined, rtp: () => undefined, rtcp: () => undefined, failed: () => undefined };
  const outside = hub.openTransport(events, { includeLoopback: false });
  expect(outside.local.candidates).toEqual([
    { protocol: 'udp', address: '203.0.113.5', port: hub.port, priority: 2_130_706_431 }, { protocol: 'tcp', address: '203.0.113.5', port: hub.port, priority: 1_520_435_199 },
  ]);
  const inside = hub.openTransport(events, { includeLoopback: true });
  expect(inside.local.candidates.map(({ address }) => address)).toEqual(expect.arrayContaining(['127.0.0.1', '203.0.113.5']));
  expect(inside.local.iceUfrag).not.toBe(outside.local.iceUfrag);
});
