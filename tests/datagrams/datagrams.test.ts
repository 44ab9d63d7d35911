import { fork, type ChildProcess } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { frame } from '@carillon/media/net/framing.js';
import { buildCompound, buildNack, buildReceiverReport, buildRemb, buildSdes, buildSenderReport } from '@carillon/media/rtp/build-rtcp.js';
import { rtpPayloadOffset } from '@carillon/media/rtp/packet.js';
import { buildTransportFeedback } from '@carillon/media/rtp/transport-feedback.js';
import { ClientPeer, type ClientPeerEvents, type ClientPeerOptions } from '@carillon/media/transport/client-peer.fixture.js';
import type { LocalParameters } from '@carillon/media/transport/types.js';
import type { HubAnswer, HubCommand } from './datagrams-hub.js';

/**
 * A hundred thousand changed datagrams against a live hub in a process of its own: from strangers, from addresses that
 * ICE knows before and within the handshake, and from connected clients, under their real keys. The process must live,
 * must not grow, and must serve the next client.
 */
const SEED = 20_261_124;
const DATAGRAMS = { strangers: 30_000, handshakes: 40_000, connected: 30_000 };
const RSS_GROWTH_BYTES_MAX = 48 * 2 ** 20;
/** So many between two checks of a quiet client, whose answer says that the hub has read what came before. */
const STRIDE = 200;
const DATAGRAM_BYTES_MAX = 1_400;

let state = SEED >>> 0;
/** A number in [0, below); xorshift, seeded. */
function draw(below: number): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  state >>>= 0;
  return state % below;
}

function mutate(original: Buffer): Buffer {
  let bytes = Buffer.from(original);
  for (let changes = 1 + draw(3); changes > 0; changes -= 1) {
    const at = bytes.length === 0 ? 0 : draw(bytes.length);
    switch (draw(8)) {
      case 0: bytes = bytes.subarray(0, at); break;
      case 1: bytes = Buffer.concat([bytes, Buffer.from(Array.from({ length: draw(64) }, () => draw(256)))]); break;
      case 2: if (bytes.length > 0) bytes[at] = draw(256); break;
      case 3: if (bytes.length > 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << draw(8)); break;
      // Lengths and counts are the fields that tempt a parser beyond its buffer.
      case 4: if (bytes.length >= at + 2) bytes.writeUInt16BE([0, 1, 0xffff, 0x7fff, bytes.length, draw(0x10000)][draw(6)] ?? 0, at); break;
      case 5: bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(draw(bytes.length + 1))]); break;
      case 6: bytes.fill(draw(256), at, Math.min(bytes.length, at + draw(32))); break;
      default: if (bytes.length > 0) bytes[draw(Math.min(bytes.length, 24))] = draw(256);
    }
  }
  return bytes.subarray(0, DATAGRAM_BYTES_MAX);
}

let hub: ChildProcess;
let quiet: ClientPeer;
let sent = 0;

async function ask(command: HubCommand): Promise<HubAnswer> {
  hub.send(command);
  const [answer] = await once(hub, 'message') as [HubAnswer];
  return answer;
}

async function openClient(events: ClientPeerEvents = {}, options: ClientPeerOptions = {}): Promise<{ client: ClientPeer; local: LocalParameters; end: () => Promise<void> }> {
  const client = await ClientPeer.open(events, options);
  const { iceUfrag, icePwd, fingerprintSha256 } = client.remoteParameters;
  const answer = await ask({ kind: 'open', iceUfrag, icePwd, fingerprintHex: Buffer.from(fingerprintSha256).toString('hex') });
  if (answer.kind !== 'opened') throw new Error('The hub gave another answer than asked for.');
  const end = async () => {
    await client.close();
    await ask({ kind: 'close', number: answer.number });
  };
  return { client, local: answer.local, end };
}

async function measure(): Promise<{ rssBytes: number; stats: Record<string, number | string> }> {
  const answer = await ask({ kind: 'measure' });
  if (answer.kind !== 'measured') throw new Error('The hub gave another answer than asked for.');
  return answer;
}

/** Counts, and waits for the hub now and then, so that the kernel's buffer never overflows. */
async function pace(): Promise<void> {
  sent += 1;
  if (sent % STRIDE === 0) await quiet.check();
}

/** A call whose packets come back. */
async function expectWorkingCall(): Promise<void> {
  let echoed: (payload: string) => void = () => undefined;
  const echo = new Promise<string>(resolve => { echoed = resolve; });
  const { client, local, end } = await openClient({ rtp: packet => echoed(packet.packet.toString('latin1', packet.payloadOffset, packet.payloadOffset + packet.payloadLength)) });
  await client.connect(local);
  client.sendRtp(5, { payloadType: 96, marker: true, sequenceNumber: 9, timestamp: 1, extensions: [] }, Buffer.from('still there'));
  expect(await echo).toBe('still there');
  await end();
}

/** One of each kind of datagram a client sends: a check, its flights of DTLS, sealed RTP and RTCP. */
async function capture(): Promise<Buffer[]> {
  const flights: Buffer[] = [];
  const { client, local, end } = await openClient({}, { outgoing: packet => { flights.push(packet); return [packet]; } });
  await client.connect(local);
  const corpus = [client.buildCheck(local), client.hello, ...flights];
  for (let i = 0; i < 3; i += 1) {
    const rtp = client.sealRtp(1, { payloadType: 96, marker: false, sequenceNumber: i, timestamp: 0, extensions: [{ id: 1, value: Buffer.from('mid') }] }, Buffer.alloc(400 * i, 3));
    const rtcp = client.sealRtcp(buildReceiverReport({ ssrc: 1, reports: [] }));
    corpus.push(...[rtp, rtcp].filter(packet => packet !== undefined));
  }
  await end();
  return corpus;
}

let corpus: Buffer[] = [];
beforeAll(async () => {
  process.stdout.write(`Seed of the changed datagrams: ${SEED}\n`);
  hub = fork(fileURLToPath(new URL('./datagrams-hub.ts', import.meta.url)), {
    execArgv: ['--expose-gc', '--import', createRequire(import.meta.url).resolve('tsx')], stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(hub, 'message');
  const { client, local } = await openClient();
  quiet = client;
  await quiet.connect(local);
  corpus = await capture();
});
afterAll(async () => {
  await quiet.close();
  hub.kill();
});

async function fuzzStrangers(count: number): Promise<void> {
  const { local, end } = await openClient();
  const socket = createSocket('udp4');
  const port = local.candidates[0]?.port ?? 0;
  for (let i = 0; i < count; i += 1) {
    const bytes = mutate(corpus[draw(corpus.length)] ?? Buffer.alloc(0));
    if (i % 500 === 0) {
      const connection = createConnection(port, '127.0.0.1', () => connection.end(Buffer.concat([frame(bytes), mutate(frame(bytes))])));
      connection.on('error', () => undefined).resume();
    }
    socket.send(bytes, port, '127.0.0.1');
    await pace();
  }
  socket.close();
  await end();
}

/**
 * Clients whose address is known: changed first flights, then real handshakes whose flights are changed, repeated and
 * mixed.
 */
async function fuzzHandshakes(count: number): Promise<void> {
  for (let done = 0; done < count;) {
    const { client, local, end } = await openClient({}, {
      outgoing: packet => {
        const out = [mutate(packet), ...(draw(2) === 0 ? [packet] : []), mutate(corpus[draw(corpus.length)] ?? packet)];
        done += out.length;
        sent += out.length;
        return out;
      },
    });
    await client.reach(local);
    for (let i = 0; i < 100; i += 1, done += 1) {
      client.sendRaw(i % 25 === 0 ? client.hello : mutate(corpus[draw(corpus.length)] ?? Buffer.alloc(0)));
      await pace();
    }
    const hands = client.shakeHands().catch(() => undefined);
    await quiet.check();
    await quiet.check();
    await end();
    void hands;
  }
}

/** Under real keys: changed before sealing, so that they reach the parsers, and changed after it. */
async function fuzzConnected(count: number): Promise<void> {
  const feedback = buildTransportFeedback({ senderSsrc: 1, mediaSsrc: 2, baseSequenceNumber: 3, feedbackCount: 4, arrivalsMs: [1, undefined, 2, 3] }).packet;
  const block = { ssrc: 1, fractionLost: 0, cumulativeLost: 0, highestSequenceNumber: 1, jitter: 0, lastSenderReport: 0, delaySinceLastSenderReport: 0 };
  const reports = buildCompound([
    buildSenderReport({ ssrc: 1, ntpSeconds: 1, ntpFraction: 2, rtpTimestamp: 3, packetCount: 4, octetCount: 5, reports: [block] }), buildSdes(1, 'fuzz'),
    buildNack({ senderSsrc: 1, mediaSsrc: 2, sequenceNumbers: [1, 2, 30] }), buildRemb({ senderSsrc: 1, bitrateBps: 1e6, ssrcs: [1, 2] }), feedback,
  ]);
  const plain = Buffer.concat([Buffer.from('906000010000000200000003bede0002', 'hex'), Buffer.from([0x12, 1, 2, 3, 0x50, 9, 0, 0]), Buffer.alloc(100, 1)]);
  for (let done = 0; done < count;) {
    const { client, local, end } = await openClient();
    await client.connect(local);
    for (let i = 0; i < 500 && done < count; i += 1, done += 1) {
      const rtp = mutate(plain);
      const headerBytes = rtpPayloadOffset(rtp, rtp.length);
      const sealedRtp = headerBytes < 0 ? undefined : client.sealPlainRtp(rtp, headerBytes, rtp.readUInt32BE(8), rtp.readUInt16BE(2));
      const rtcp = mutate(reports);
      const sealed = [sealedRtp, rtcp.length < 8 ? undefined : client.sealRtcp(rtcp)].filter(packet => packet !== undefined);
      const packet = sealed[draw(2)] ?? sealed[0] ?? rtcp;
      client.sendRaw(draw(3) === 0 ? mutate(packet) : packet);
      await pace();
    }
    await end();
  }
}

test('a hundred thousand changed datagrams neither stop the hub nor make it grow, and the next call works', async () => {
  await fuzzStrangers(DATAGRAMS.strangers / 10);
  await fuzzHandshakes(DATAGRAMS.handshakes / 10);
  await fuzzConnected(DATAGRAMS.connected / 10);
  const before = await measure();
  await fuzzStrangers(DATAGRAMS.strangers * 0.9);
  await fuzzHandshakes(DATAGRAMS.handshakes * 0.9);
  await fuzzConnected(DATAGRAMS.connected * 0.9);
  await expectWorkingCall();
  const after = await measure();
  process.stdout.write(`${sent} datagrams, RSS ${(before.rssBytes / 2 ** 20).toFixed(1)} -> ${(after.rssBytes / 2 ** 20).toFixed(1)} MiB, ${JSON.stringify(after.stats)}\n`);
  expect(hub.exitCode).toBeNull();
  expect(sent).toBeGreaterThanOrEqual(100_000);
  expect(after.stats['datagramsIn']).toBeGreaterThan(95_000);
  expect(after.stats['handshakesFailed']).toBeGreaterThan(100);
  expect(after.rssBytes - before.rssBytes).toBeLessThan(RSS_GROWTH_BYTES_MAX);
});
