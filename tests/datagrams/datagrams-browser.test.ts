import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemChance } from '@carillon/kernel/chance.js';
import { createTransportHub, type TransportHub } from '@carillon/media/transport/transport-hub.js';
import { Firefox } from './datagrams-firefox.js';
import type { LocalParameters, OutgoingStream, RemoteParameters } from '@carillon/media/transport/types.js';

/** A real browser against the transport alone: it gets its own voice back. */
const CHROMIUM = '/usr/bin/chromium';
const FIREFOX = '/usr/bin/firefox';
const PAGE = fileURLToPath(new URL('./datagrams-page.js', import.meta.url));
const OUR_SSRC = 4_711;
const PACKETS = 50;

let browser: Browser;
let hub: TransportHub;
beforeAll(async () => {
  if (existsSync(CHROMIUM)) browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'] });
  hub = await createTransportHub({ port: 0, announcedAddresses: [], nowMs: () => performance.now(), chance: systemChance, log: () => undefined });
});
afterAll(async () => {
  await (browser as Browser | undefined)?.close();
  await (hub as TransportHub | undefined)?.close();
});

function field(sdp: string, pattern: RegExp): string {
  return pattern.exec(sdp)?.[1] ?? '';
}

function readOffer(sdp: string): RemoteParameters {
  return {
    iceUfrag: field(sdp, /a=ice-ufrag:(\S+)/), icePwd: field(sdp, /a=ice-pwd:(\S+)/),
    fingerprintSha256: Buffer.from(field(sdp, /a=fingerprint:sha-256 (\S+)/).replaceAll(':', ''), 'hex'),
  };
}

function writeAnswer(offer: string, local: LocalParameters, protocol: 'udp' | 'tcp'): string {
  const opus = field(offer, /a=rtpmap:(\d+) opus/);
  const candidates = local.candidates.filter(candidate => candidate.protocol === protocol).map(({ priority, address, port }, i) =>
    `a=candidate:${i + 1} 1 ${protocol} ${priority} ${address} ${port} typ host${protocol === 'tcp' ? ' tcptype passive' : ''} generation 0`);
  return ['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 't=0 0', 'a=ice-lite', 'a=group:BUNDLE 0', `m=audio 9 UDP/TLS/RTP/SAVPF ${opus}`, 'c=IN IP4 0.0.0.0', ...candidates,
    `a=ice-ufrag:${local.iceUfrag}`, `a=ice-pwd:${local.icePwd}`, `a=fingerprint:sha-256 ${local.fingerprintSha256}`, 'a=setup:passive', 'a=mid:0', 'a=sendrecv', 'a=msid:a t',
    'a=rtcp-mux', `a=rtpmap:${opus} opus/48000/2`, `a=ssrc:${OUR_SSRC} cname:carillon`, ''].join('\r\n');
}

interface EchoStats { received: number; lost: number; srtp: string; tls: string; cipher: string }

/** Either browser, as far as this test needs it. */
interface Script { evaluate<T>(expression: string): Promise<T> }

async function call(protocol: 'udp' | 'tcp', forge: (remote: RemoteParameters) => RemoteParameters = remote => remote): Promise<{ page: Page; state: string; failed: Promise<string> }> {
  const page = await browser.newPage();
  await page.addScriptTag({ path: PAGE });
  return { page, ...await callFrom(page, protocol, forge) };
}

async function callFrom(
  page: Script, protocol: 'udp' | 'tcp', forge: (remote: RemoteParameters) => RemoteParameters = remote => remote,
): Promise<{ state: string; failed: Promise<string> }> {
  const offer = await page.evaluate<string>('offerCall()');
  let stream: OutgoingStream | undefined;
  let fail: (reason: string) => void = () => undefined;
  const failed = new Promise<string>(resolve => { fail = resolve; });
  const transport = hub.openTransport({
    connected: () => { stream = transport.addStream(OUR_SSRC, 0); },
    rtp: packet => {
      const { payloadType, marker, sequenceNumber, timestamp, payloadOffset, payloadLength } = packet;
      stream?.sendRtp({ payloadType, marker, sequenceNumber, timestamp, extensions: [] }, packet.packet.subarray(payloadOffset, payloadOffset + payloadLength));
    },
    rtcp: () => undefined,
    failed: reason => fail(reason),
  }, { includeLoopback: true });
  transport.start(forge(readOffer(offer)));
  const state = await page.evaluate<string>(`answerCall(${JSON.stringify(writeAnswer(offer, transport.local, protocol))})`);
  return { state, failed };
}

for (const protocol of ['udp', 'tcp'] as const) {
  test.skipIf(!existsSync(CHROMIUM))(`Chromium connects over ${protocol} with GCM keys and gets back what it says`, async () => {
    const { page, state } = await call(protocol);
    expect(state).toBe('connected');
    const stats = await page.evaluate<EchoStats>(`awaitEcho(${PACKETS})`);
    expect(stats).toMatchObject({ lost: 0, srtp: expect.stringContaining('AEAD_AES_128_GCM'), tls: 'FEFD', cipher: 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256' });
    expect(stats.received).toBeGreaterThanOrEqual(PACKETS);
    await page.close();
  });
}

test.skipIf(!existsSync(CHROMIUM))('Chromium with another certificate than its offer said is refused, and both sides know', async () => {
  const { page, state, failed } = await call('udp', remote => ({ ...remote, fingerprintSha256: new Uint8Array(32) }));
  expect(state).toBe('failed');
  expect(await failed).toContain('DTLS failed');
  await page.close();
});

test.skipIf(!existsSync(CHROMIUM))('when Chromium hangs up, the transport hears it', async () => {
  const { page, failed } = await call('udp');
  await page.evaluate('call.close()');
  expect(await failed).toBe('The other side closed the connection.');
  await page.close();
});

test.skipIf(!existsSync(FIREFOX))('Firefox connects and gets back what it says, and the transport hears it hang up', async () => {
  const firefox = await Firefox.launch(FIREFOX);
  try {
    await firefox.evaluate(`(() => { ${readFileSync(PAGE, 'utf8')} })()`);
    const { state, failed } = await callFrom(firefox, 'udp');
    expect(state).toBe('connected');
    const stats = await firefox.evaluate<EchoStats>(`awaitEcho(${PACKETS})`);
    expect(stats.lost).toBe(0);
    expect(stats.received).toBeGreaterThanOrEqual(PACKETS);
    await firefox.evaluate('call.close()');
    expect(await failed).toBe('The other side closed the connection.');
  } finally {
    await firefox.close();
  }
});
