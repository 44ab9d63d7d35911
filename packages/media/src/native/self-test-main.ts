import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { systemChance } from '@carillon/kernel/chance.js';
import { createCertificate } from '../dtls/certificate.js';
import { createDtlsContext } from '../dtls/context.js';
import { DtlsEndpoint } from '../dtls/endpoint.js';
import { systemTimers } from '../net/timers.js';
import { SRTP_AEAD_AES_128_GCM, SRTP_AES128_CM_SHA1_80, saltBytes } from '../srtp/keys.js';
import { createSrtpSession } from '../srtp/session.js';
import { NativeMemory } from './memory.js';
import { loadOpenssl } from './openssl.js';
import type { NativeCapabilities } from './self-test.js';
import { createSocketAddress, DatagramBatch, socketDescriptor } from './sendmmsg.js';

/**
 * The child of `self-test.ts`: prints its findings as JSON and ends with 0, or ends otherwise. Segmentation may be
 * missing; the rest must work.
 */
const DELIVERY_MS_MAX = 2_000;
const SEGMENT_BYTES = 1_000;
const SEGMENTS = 5;

/** What other implementations make of these packets under a key of 16, and a salt of 12 or 14, rising bytes. */
const SEALED = {
  [SRTP_AEAD_AES_128_GCM]: '80601234000000010badcafe36c9ea9b4d3ef78aee0d8354a1b88a94e3e846528528fc1b4b',
  [SRTP_AES128_CM_SHA1_80]: '80601234000000010badcafe6d6a0b2f6d573b6171a8d2578b75327fa998df',
} as const;

function testHandshake(): void {
  const [server, client] = [createCertificate(systemChance), createCertificate(systemChance)];
  const toServer: Buffer[] = [];
  const toClient: Buffer[] = [];
  const keys: Buffer[] = [];
  const open = (role: 'server' | 'client', own: typeof server, peer: typeof server, out: Buffer[]) => new DtlsEndpoint(
    { context: createDtlsContext(role, own), role, fingerprintSha256: peer.fingerprintSha256, timers: systemTimers },
    { send: datagram => out.push(datagram), connected: (_profile, material) => keys.push(material), closed: reason => fail(reason) },
  );
  const serverEnd = open('server', server, client, toClient);
  const clientEnd = open('client', client, server, toServer);
  clientEnd.start();
  for (let turn = 0; turn < 10; turn += 1) {
    for (const datagram of toServer.splice(0)) serverEnd.input(datagram);
    for (const datagram of toClient.splice(0)) clientEnd.input(datagram);
  }
  if (keys.length !== 2 || keys[0]?.equals(keys[1] ?? Buffer.alloc(0)) !== true) fail('The handshake gave no common keys.');
  serverEnd.close();
  clientEnd.close();
}

function testVectors(): void {
  const memory = new NativeMemory(256);
  for (const profile of [SRTP_AEAD_AES_128_GCM, SRTP_AES128_CM_SHA1_80] as const) {
    const rising = (count: number) => Buffer.from(Array.from({ length: count }, (_, i) => i));
    const key = { key: rising(16), salt: rising(saltBytes(profile)) };
    const session = createSrtpSession(loadOpenssl(), profile, { local: key, remote: key });
    const packet = Buffer.from('80601234000000010badcafe7468652062656c6c73', 'hex');
    memory.bytes.set(packet, 0);
    const sealed = session.sender.sealRtp(memory, 0, 12, packet.length, 0x0badcafe, 0x1234);
    if (memory.bytes.toString('hex', 0, sealed) !== SEALED[profile]) fail(`SRTP profile ${profile} seals wrongly.`);
    const opened = session.receiver.openRtp(memory, 0, sealed);
    if (!memory.bytes.subarray(0, opened).equals(packet)) fail(`SRTP profile ${profile} opens wrongly.`);
    session.close();
  }
}

/** Several datagrams in one message must arrive as several. */
async function testSegmentation(): Promise<boolean> {
  const receiver = createSocket('udp4');
  const sender = createSocket('udp4');
  receiver.bind(0, '127.0.0.1');
  sender.bind(0, '127.0.0.1');
  await Promise.all([once(receiver, 'listening'), once(sender, 'listening')]);
  try {
    const descriptor = socketDescriptor(sender);
    if (descriptor === undefined) return false;
    const sizes: number[] = [];
    const arrived = new Promise<boolean>(resolve => {
      setTimeout(() => resolve(false), DELIVERY_MS_MAX).unref();
      receiver.on('message', datagram => {
        sizes.push(datagram.length);
        if (sizes.length === SEGMENTS) resolve(sizes.slice(0, -1).every(size => size === SEGMENT_BYTES) && sizes.at(-1) === SEGMENT_BYTES / 2);
      });
    });
    const batch = new DatagramBatch();
    const memory = new NativeMemory(SEGMENTS * SEGMENT_BYTES);
    const destination = createSocketAddress(Buffer.from([127, 0, 0, 1]), receiver.address().port);
    batch.open(destination);
    for (let i = 0; i < SEGMENTS; i += 1) {
      const length = i === SEGMENTS - 1 ? SEGMENT_BYTES / 2 : SEGMENT_BYTES;
      batch.add(memory.at(i * SEGMENT_BYTES, length), length);
    }
    batch.close(SEGMENT_BYTES);
    return batch.send(descriptor) === 0 && batch.segmentsMax > 1 && await arrived;
  } catch {
    // No sendmmsg here: Node's own send is used instead.
    return false;
  } finally {
    receiver.close();
    sender.close();
  }
}

function fail(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

testHandshake();
testVectors();
const version = loadOpenssl().OpenSSL_version_num();
const findings: NativeCapabilities = {
  opensslVersion: `${version >>> 28}.${(version >>> 20) & 0xff}.${(version >>> 4) & 0xff}`,
  segmentation: await testSegmentation(),
};
process.stdout.write(JSON.stringify(findings));
