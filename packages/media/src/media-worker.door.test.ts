import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { systemChance } from '@carillon/kernel/chance.js';
import { systemClock } from '@carillon/kernel/clock.js';
import { MediaWorker } from './media-worker.js';
import { loadOpusLibrary } from './mixer/opus-library.js';
import { TonePeer } from './mixer/tone.fixture.js';
import { systemTimers } from './net/timers.js';
import { buildNack, buildPli } from './rtp/build-rtcp.js';
import { parseRtcp } from './rtp/rtcp.js';
import { chromiumFirstOffer } from './sdp/offers.fixture.js';
import { ChimeClient } from './sfu/chime-client.fixture.js';
import type { MeetingEvent } from './sfu/meeting-event.js';
import { FrameType, PingPongType, writeFrame, type SignalFrame } from './signalling/frame.js';
import { createTokenSigner } from './signalling/join-token.fixture.js';
import { SUBPROTOCOL } from './signalling/signal-door.js';

const signer = createTokenSigner();
let worker: MediaWorker;
let events: MeetingEvent[];
let problems: string[];
let clients: ChimeClient[];
/** Added to the monotone clock, so that a test can let time pass. */
let aheadMs: number;

beforeEach(async () => {
  [events, problems, clients, aheadMs] = [[], [], [], 0];
  worker = await MediaWorker.start({
    worker: 0, mediaPort: 0, announcedAddresses: [], tokenPublicKey: signer.publicKeyBase64, clock: systemClock,
    nowMs: () => performance.now() + aheadMs, chance: systemChance, timers: systemTimers, report: event => { events.push(event); },
    log: (level, message, fields) => { if (level === 'error') problems.push(`${message} ${JSON.stringify(fields)}`); },
  });
});

afterEach(async () => {
  await Promise.all(clients.map(client => client.close()));
  await worker.close();
  expect(problems).toEqual([]);
});

function url(meetingId = 'm1'): string {
  return `ws://localhost:${worker.signalPort}/media/0/${meetingId}?X-Chime-Control-Protocol-Version=3`;
}

function token(attendeeId: string, options: { meetingId?: string; inSeconds?: number } = {}): string {
  return signer.sign({ m: options.meetingId ?? 'm1', a: attendeeId, u: `user-${attendeeId}`, x: Math.floor(systemClock.now() / 1_000) + (options.inSeconds ?? 60) });
}

async function join(attendeeId: string, audioSessionId = 1): Promise<ChimeClient> {
  const content = attendeeId.endsWith('#content');
  const client = await ChimeClient.join(url(), content ? `${token(attendeeId.replace('#content', ''))}#content` : token(attendeeId), audioSessionId);
  clients.push(client);
  return client;
}

async function refusalStatus(token: string): Promise<number | null | undefined> {
  const client = await ChimeClient.join(url(), token);
  clients.push(client);
  return (await client.frame(FrameType.JOIN_ACK)).error?.status;
}

async function handshakeStatus(address: string, protocols: string[]): Promise<number | undefined> {
  const socket = new WebSocket(address, protocols);
  socket.on('error', () => undefined);
  return new Promise(resolve => {
    socket.on('unexpected-response', (_request, response) => { resolve(response.statusCode); socket.terminate(); });
    socket.on('open', () => { resolve(101); socket.terminate(); });
  });
}

function sources(frame: SignalFrame) {
  return frame.index?.sources ?? [];
}

/** The stream ids that a client sees in an index with so many streams. */
async function streamIds(client: ChimeClient, count: number): Promise<number[]> {
  const frame = await client.frame(FrameType.INDEX, candidate => sources(candidate).length === count);
  return sources(frame).map(source => source.streamId ?? 0);
}

test('a forged, expired or foreign token, and one that is none, are answered with 403', async () => {
  expect(await refusalStatus(createTokenSigner().sign({ m: 'm1', a: 'ann', u: 'u', x: 9_999_999_999 }))).toBe(403);
  expect(await refusalStatus(token('ann', { inSeconds: -1 }))).toBe(403);
  expect(await refusalStatus(token('ann', { meetingId: 'm2' }))).toBe(403);
  expect(await refusalStatus('letmein')).toBe(403);
  expect(worker.metrics()['meetings']).toBe(0);
});

test('other paths, other workers and other protocols end before the handshake', async () => {
  expect(await handshakeStatus(`ws://localhost:${worker.signalPort}/media/1/m1`, [SUBPROTOCOL, token('ann')])).toBe(404);
  expect(await handshakeStatus(`ws://localhost:${worker.signalPort}/media/0/../../etc`, [SUBPROTOCOL, token('ann')])).toBe(404);
  expect(await handshakeStatus(url(), [SUBPROTOCOL])).toBe(400);
  expect(await handshakeStatus(url(), ['chat', token('ann')])).toBe(400);
});

test('what is malformed closes that socket with 4400, and nobody else notices', async () => {
  const ann = await join('ann');
  await ann.subscribe();
  for (const [i, data] of [Uint8Array.of(1, 2, 3), Uint8Array.of(5, 255, 255), 'text', new Uint8Array(1_000).fill(8)].entries()) {
    const bad = await join(`bad${i}`);
    bad.sendRaw(data);
    await bad.closed();
    expect(bad.closeCode).toBe(4_400);
  }
  await ann.subscribe();
  expect(ann.closeCode).toBeUndefined();
});

test('an offer with a thousand sections, or one that is no offer, closes the socket with 4400', async () => {
  const section = chromiumFirstOffer.slice(chromiumFirstOffer.indexOf('m=video'));
  const many = chromiumFirstOffer + Array.from({ length: 1_000 }, (_, i) => section.replace(/a=mid:1\r\n[^]*/, `a=mid:${i + 2}\r\n`)).join('');
  for (const offer of [many, 'v=0', '', chromiumFirstOffer.replaceAll(/a=fingerprint.*\r\n/g, '')]) {
    const bad = await join('bad');
    bad.send({ type: FrameType.SUBSCRIBE, sub: { sdpOffer: offer, receiveStreamIds: Array(2_000).fill(7) } });
    await bad.closed();
    expect(bad.closeCode).toBe(4_400);
  }
});

test('a frame of more than 512 KiB ends the connection, as do a flood of frames and a first frame that is no JOIN', async () => {
  const large = await join('large');
  large.sendRaw(new Uint8Array(600 * 1_024));
  await large.closed();
  expect(large.closeCode).toBe(1_009);
  const flood = await join('flood');
  for (let i = 0; i < 1_000; i += 1) flood.send({ type: FrameType.PING_PONG, pingPong: { type: PingPongType.PING, pingId: i } });
  await flood.closed();
  expect(flood.closeCode).toBe(4_400);
  const early = await ChimeClient.open(url(), token('early'));
  clients.push(early);
  early.send({ type: FrameType.LEAVE, leave: {} });
  await early.closed();
  expect(early.closeCode).toBe(4_400);
});

test('a join is acknowledged with what the client needs, and pings are answered before it', async () => {
  const client = await ChimeClient.open(url(), token('ann'));
  clients.push(client);
  client.send({ type: FrameType.PING_PONG, pingPong: { type: PingPongType.PING, pingId: 7 } });
  expect((await client.frame(FrameType.PING_PONG)).pingPong).toMatchObject({ type: PingPongType.PONG, pingId: 7 });
  client.send({ type: FrameType.JOIN, join: { audioSessionId: 5, wantsCompressedSdp: true } });
  expect((await client.frame(FrameType.JOIN_ACK)).joinack).toMatchObject({ videoSubscriptionLimit: 25, wantsCompressedSdp: true, defaultServerSideNetworkAdaption: 2, turnCredentials: { uris: [] } });
  expect((await client.frame(FrameType.INDEX)).index?.sources).toEqual([]);
});

test('alone in a meeting one gets fifty packets of sound a second, on the announced SSRC, with rising numbers', async () => {
  const ann = await join('ann');
  const ack = await ann.subscribe();
  await ann.until('fifty packets', () => ann.rtp.length >= 50);
  const [first] = ann.rtp;
  expect(ack.sdpAnswer).toContain(`a=ssrc:${first?.ssrc} cname`);
  ann.rtp.slice(0, 50).forEach((packet, i) => {
    expect((packet.sequenceNumber - (first?.sequenceNumber ?? 0)) & 0xffff).toBe(i);
    expect((packet.timestamp - (first?.timestamp ?? 0)) >>> 0).toBe(i * 960);
    expect(packet.payloadType).toBe(111);
  });
});

test('sound reaches the other, and a client that muted itself is silent although it goes on sending', async () => {
  const library = loadOpusLibrary();
  const [ann, ben] = [await join('ann'), await join('ben')];
  await ann.subscribe();
  await ben.subscribe();
  const [speaker, listener] = [new TonePeer(library, 440), new TonePeer(library, 1)];
  const speak = (count: number) => {
    for (let i = 0; i < count; i += 1) {
      const { sequenceNumber, payload } = speaker.speak();
      ann.sendAudio(sequenceNumber, payload, 15);
    }
  };
  const hear = async (packets: number) => {
    ben.rtp.length = 0;
    for (let i = 0; i < packets; i += 1) {
      speak(1);
      await ben.until('sound', () => ben.rtp.length > i);
      listener.hear(ben.rtp[i]?.payload ?? new Uint8Array(0));
    }
  };
  speak(3);
  await hear(40);
  expect(listener.strengthOf(440)).toBeGreaterThan(3_000);
  ann.send({ type: FrameType.AUDIO_CONTROL, audioControl: { muted: true } });
  const muted = await ben.frame(FrameType.AUDIO_STREAM_ID_INFO, frame => frame.audioStreamIdInfo?.streams?.[0]?.muted === true);
  expect(Object.keys(muted.audioStreamIdInfo?.streams?.[0] ?? {}).sort()).toEqual(['audioStreamId', 'muted']);
  await hear(30);
  expect(listener.strengthOf(440)).toBeLessThan(50);
});

test('video goes to its receiver from a key frame on, losses are asked for on both ways, and the sender is asked for key frames', async () => {
  const [ann, ben] = [await join('ann'), await join('ben')];
  await ann.subscribe({ sends: [1_500] });
  await ben.subscribe();
  const [streamId = 0] = await streamIds(ben, 1);
  const ack = await ben.subscribe({ receives: [streamId] });
  const ssrc = ack.tracks?.[0]?.ssrc ?? 0;
  expect(ack.tracks).toEqual([{ streamId, ssrc, trackLabel: 'v_2' }]);
  const video = () => ben.rtp.filter(packet => packet.ssrc === ssrc);

  ann.sendVideo(2_222, 10);
  await ann.until('the wish for a key frame', () => ann.rtcp.flatMap(parseRtcp).some(packet => packet.type === 'pli' && packet.mediaSsrc === 2_222));
  ann.sendVideo(2_222, 11, { key: true });
  ann.sendVideo(2_222, 12);
  const late = ann.sealVideo(2_222, 13);
  ann.sendVideo(2_222, 14);
  await ann.until('the request for 13', () => ann.rtcp.flatMap(parseRtcp).some(packet => packet.type === 'nack' && packet.sequenceNumbers.includes(13)));
  ann.peer.sendRaw(late ?? new Uint8Array(0));
  await ben.until('four packets', () => video().length === 4);
  expect(video().map(packet => packet.payload.at(-1))).toEqual([11, 12, 13, 14]);
  const numbers = video().map(packet => packet.sequenceNumber);
  expect(numbers.map(number => (number - (numbers[0] ?? 0)) & 0xffff)).toEqual([0, 1, 2, 3]);

  const before = ann.rtcp.length;
  ben.peer.sendRtcp(Buffer.concat([buildNack({ senderSsrc: 1, mediaSsrc: ssrc, sequenceNumbers: [numbers[2] ?? 0] }), buildPli({ senderSsrc: 1, mediaSsrc: ssrc })]));
  await ann.until('the passed-on wish', () => ann.rtcp.slice(before).flatMap(parseRtcp).some(packet => packet.type === 'pli'));
  await ann.until('reports', () => ann.rtcp.flatMap(parseRtcp).some(packet => packet.type === 'remb') && ann.rtcp.flatMap(parseRtcp).some(packet => packet.type === 'receiverReport' && packet.reports.some(block => block.ssrc === 2_222)));
});

test('layers that are switched on and off are told, own streams are not, and a layer is changed without an offer', async () => {
  const [ann, ben] = [await join('ann'), await join('ben')];
  const ack = await ann.subscribe({ sends: [150, 0, 1_500] });
  expect(ack.allocations).toHaveLength(3);
  await ben.subscribe();
  const [low = 0, hi = 0] = await streamIds(ben, 2);
  const tracks = (await ben.subscribe({ receives: [low] })).tracks ?? [];
  ann.sendVideo(1, 10, { rid: 'low', key: true });
  ann.sendVideo(3, 10, { rid: 'hi', key: true, mark: 100 });
  await ben.until('the low layer', () => ben.rtp.some(packet => packet.ssrc === tracks[0]?.ssrc));
  ben.send({ type: FrameType.REMOTE_VIDEO_UPDATE, remoteVideoUpdate: { addedOrUpdatedVideoSubscriptions: [{ mid: '2', streamId: hi }], removedVideoSubscriptionMids: [] } });
  await ann.until('the wish for a key frame', () => ann.rtcp.flatMap(parseRtcp).some(packet => packet.type === 'pli' && packet.mediaSsrc === 3));
  ann.sendVideo(3, 11, { key: true, mark: 101 });
  await ben.until('the high layer', () => ben.rtp.some(packet => packet.payload.at(-1) === 101));
  expect(ben.rtp.filter(packet => packet.ssrc === tracks[0]?.ssrc).map(packet => packet.payload.at(-1))).toEqual([10, 101]);
  expect((await ann.subscribe({ sends: [150, 600, 1_500] })).allocations).toEqual(ack.allocations);
  expect(await streamIds(ben, 3)).toHaveLength(3);
  expect(ann.frames.filter(frame => frame.type === FrameType.INDEX).every(frame => sources(frame).length === 0)).toBe(true);
});

test('a single stream whose client says 0 kbit/s is listed all the same', async () => {
  const [ann, ben] = [await join('ann'), await join('ben')];
  await ann.subscribe({ sends: [0] });
  await ben.subscribe();
  expect(await streamIds(ben, 1)).toHaveLength(1);
});

test('twenty-five cameras are allowed, the next one is told, and nobody gets more than twenty-five videos', async () => {
  const senders = await Promise.all(Array.from({ length: 26 }, (_, i) => join(`sender${i}`)));
  for (const sender of senders.slice(0, 25)) await sender.subscribe({ sends: [600] });
  const last = senders[25];
  if (last === undefined) throw new Error('twenty-six joined');
  expect((await last.subscribe({ sends: [600] })).allocations).toEqual([]);
  expect((await last.frame(FrameType.BITRATES, frame => frame.error?.status === 206)).error?.status).toBe(206);
  const ids = await streamIds(last, 25);
  expect((await last.frame(FrameType.INDEX, frame => sources(frame).length === 25)).index?.atCapacity).toBe(true);
  expect((await last.subscribe({ receives: [...ids, ...ids.slice(0, 10)] })).tracks).toHaveLength(25);
});

test('two shares are allowed in a meeting, a third gets 409, and shares are reported', async () => {
  for (const sharer of ['ann', 'ben']) await (await join(`${sharer}#content`)).subscribe();
  expect(await refusalStatus(`${token('cem')}#content`)).toBe(409);
  expect(events.map(event => [event.kind, event.attendeeId])).toEqual([['sharing', 'ann'], ['sharing', 'ben']]);
});

test('a reconnect within five seconds is not seen by others; without one the attendee is dropped', async () => {
  const [ann, ben] = [await join('ann', 10), await join('ben')];
  await ann.subscribe();
  await ben.subscribe();
  const leaves = () => ben.frames.flatMap(frame => frame.audioStreamIdInfo?.streams ?? []).filter(stream => !stream.attendeeId);
  ann.cut();
  await ann.closed();
  const again = await join('ann', 10);
  await again.subscribe();
  expect(events.filter(event => event.kind !== 'joined')).toEqual([]);
  again.cut();
  await again.closed();
  await ben.until('the socket to be missed', () => worker.metrics()['sockets'] === 1);
  aheadMs += 6_000;
  await ben.until('the leave', () => leaves().length === 1);
  expect(leaves()[0]?.dropped).toBe(true);
  expect(events.map(event => event.kind === 'left' && event.reason).filter(Boolean)).toEqual(['dropped']);
});

test('a second device takes the place of the first, which is told, and the meeting goes on for long', async () => {
  const first = await join('ann', 10);
  await first.subscribe();
  const second = await join('ann', 11);
  expect((await first.frame(FrameType.AUDIO_STATUS)).audioStatus?.audioStatus).toBe(301);
  await second.subscribe();
  aheadMs += 600_000;
  second.rtp.length = 0;
  await second.until('sound', () => second.rtp.length > 10);
  expect(events.map(event => event.kind)).toEqual(['joined', 'left', 'joined']);
});

test('a reconnect while the old socket still stands replaces it at once', async () => {
  const first = await join('ann', 10);
  await first.subscribe({ sends: [1_500] });
  const second = await join('ann', 10);
  await first.closed();
  expect(first.closeCode).toBe(1_000);
  await second.subscribe({ sends: [1_500] });
  expect(events.map(event => event.kind)).toEqual(['joined']);
  const roster = await second.frame(FrameType.AUDIO_STREAM_ID_INFO);
  expect(roster.audioStreamIdInfo?.streams?.map(stream => stream.attendeeId)).toEqual(['ann']);
});

test('whoever leaves gets an answer, is gone at once, and comes back with a higher number', async () => {
  const [ann, ben] = [await join('ann'), await join('ben')];
  await ann.subscribe();
  await ben.subscribe();
  ann.send({ type: FrameType.LEAVE, leave: {} });
  await ann.frame(FrameType.LEAVE_ACK);
  await ben.frame(FrameType.AUDIO_STREAM_ID_INFO, frame => frame.audioStreamIdInfo?.streams?.some(stream => !stream.attendeeId) ?? false);
  await (await join('ann')).subscribe();
  const entries = () => ben.frames.flatMap(frame => frame.audioStreamIdInfo?.streams ?? []).filter(stream => stream.attendeeId === 'ann').map(stream => stream.audioStreamId ?? 0);
  await ben.until('the second join', () => new Set(entries()).size === 2);
  expect(Math.max(...entries())).toBe(entries().at(-1));
});

test('an end and a removal reach those inside and those who come later', async () => {
  const [ann, ben] = [await join('ann'), await join('ben')];
  await ann.subscribe();
  await ben.subscribe();
  worker.obey({ kind: 'remove', number: 1, meetingId: 'm1', attendeeId: 'ben' });
  expect((await ben.frame(FrameType.AUDIO_STATUS)).audioStatus?.audioStatus).toBe(411);
  expect(await refusalStatus(token('ben'))).toBe(403);
  worker.obey({ kind: 'end', number: 2, meetingId: 'm1' });
  expect((await ann.frame(FrameType.AUDIO_STATUS)).audioStatus?.audioStatus).toBe(410);
  const late = await join('late');
  await late.closed();
  expect(late.closeCode).toBe(4_410);
  expect(events.map(event => event.kind === 'left' && event.reason).filter(Boolean)).toEqual(['removed', 'ended']);
});

test('an attendee without the capability to send is not heard nor seen, and both come back with it', async () => {
  const library = loadOpusLibrary();
  const allowed = { attendeeId: 'ann', audio: 'SendReceive', video: 'SendReceive', content: 'SendReceive' } as const;
  worker.obey({ kind: 'capabilities', number: 1, meetingId: 'm1', capabilities: [{ ...allowed, audio: 'Receive', video: 'None' }] });
  const [ann, ben] = [await join('ann'), await join('ben')];
  await ann.subscribe({ sends: [1_500] });
  await ben.subscribe();
  const [speaker, listener] = [new TonePeer(library, 440), new TonePeer(library, 1)];
  const hear = async (packets: number) => {
    ben.rtp.length = 0;
    for (let i = 0; i < packets; i += 1) {
      const { sequenceNumber, payload } = speaker.speak();
      ann.sendAudio(sequenceNumber, payload, 15);
      await ben.until('sound', () => ben.rtp.length > i);
      listener.hear(ben.rtp[i]?.payload ?? new Uint8Array(0));
    }
  };
  await hear(30);
  expect(listener.strengthOf(440)).toBeLessThan(50);
  expect(ben.frames.filter(frame => frame.type === FrameType.INDEX).every(frame => sources(frame).length === 0)).toBe(true);
  worker.obey({ kind: 'capabilities', number: 2, meetingId: 'm1', capabilities: [allowed] });
  expect(await streamIds(ben, 1)).toHaveLength(1);
  await hear(40);
  expect(listener.strengthOf(440)).toBeGreaterThan(3_000);
});

test('an attendee without the capability to receive gets silence and no video, and a video that runs stops when it is taken away', async () => {
  const library = loadOpusLibrary();
  const [ann, ben] = [await join('ann'), await join('ben')];
  await ann.subscribe({ sends: [1_500] });
  await ben.subscribe();
  const [streamId = 0] = await streamIds(ben, 1);
  const tracks = (await ben.subscribe({ receives: [streamId] })).tracks ?? [];
  ann.sendVideo(1, 10, { key: true, mark: 1 });
  await ben.until('the video', () => ben.rtp.some(packet => packet.ssrc === tracks[0]?.ssrc));
  worker.obey({ kind: 'capabilities', number: 1, meetingId: 'm1', capabilities: [{ attendeeId: 'ben', audio: 'Send', video: 'Send', content: 'Send' }] });
  await streamIds(ben, 0);
  const [speaker, listener] = [new TonePeer(library, 440), new TonePeer(library, 1)];
  ben.rtp.length = 0;
  for (let i = 0; i < 30; i += 1) {
    const { sequenceNumber, payload } = speaker.speak();
    ann.sendAudio(sequenceNumber, payload, 15);
    ann.sendVideo(1, 11 + i, { key: true, mark: 2 });
    await ben.until('silence, fifty times a second', () => ben.rtp.length > i);
    listener.hear(ben.rtp[i]?.payload ?? new Uint8Array(0));
  }
  expect(listener.strengthOf(440)).toBeLessThan(50);
  expect(ben.rtp.filter(packet => packet.ssrc === tracks[0]?.ssrc)).toEqual([]);
  expect((await ben.subscribe({ receives: [streamId] })).tracks?.map(track => track.streamId)).toEqual([streamId]);
  ann.sendVideo(1, 60, { key: true, mark: 3 });
  await ben.until('more sound', () => ben.rtp.length > 35);
  expect(ben.rtp.filter(packet => packet.payload.at(-1) === 3)).toEqual([]);
});

test('a share ends when its attendee may no longer send content, and none begins', async () => {
  const ann = await join('ann');
  await ann.subscribe();
  const share = await join('ann#content');
  await share.subscribe();
  const limits = { attendeeId: 'ann', audio: 'SendReceive', video: 'SendReceive', content: 'Receive' } as const;
  worker.obey({ kind: 'orders', number: 1, orders: [{ meetingId: 'm1', ended: false, removedAttendeeIds: [], capabilities: [limits] }] });
  expect((await share.frame(FrameType.AUDIO_STATUS)).audioStatus?.audioStatus).toBe(411);
  expect(await refusalStatus(`${token('ann')}#content`)).toBe(403);
  await ann.subscribe();
  expect(ann.closeCode).toBeUndefined();
});

test('messages reach the others only, and too many of them come back as throttled', async () => {
  const [ann, ben] = [await join('ann'), await join('ben')];
  await ann.subscribe();
  await ben.subscribe();
  const say = (text: string) => ann.send({ type: FrameType.DATA_MESSAGE, dataMessage: { messages: [{ topic: 'chat', data: Buffer.from(text), lifetimeMs: 0 }] } });
  for (let i = 0; i < 150; i += 1) say(`message ${i}`);
  await ann.frame(FrameType.DATA_MESSAGE, frame => Number(frame.dataMessage?.messages?.[0]?.ingestTimeNs) === 0);
  const received = () => ben.frames.filter(frame => frame.type === FrameType.DATA_MESSAGE).map(frame => Buffer.from(frame.dataMessage?.messages?.[0]?.data ?? []).toString());
  await ben.until('a hundred messages', () => received().length >= 100);
  expect(received().slice(0, 3)).toEqual(['message 0', 'message 1', 'message 2']);
  expect(received().length).toBeLessThan(120);
});

test('ten thousand mutated frames and packets end nothing but their own sessions', async () => {
  const witness = await join('witness');
  await witness.subscribe({ sends: [1_500] });
  // A generator with a seed (mulberry32), so that a failure can be repeated.
  let seed = 20_261_124;
  const random = (below: number) => {
    seed = (seed + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  const frames = [
    { type: FrameType.SUBSCRIBE, sub: { duplex: 3, sendStreams: [{ mediaType: 2, maxBitrateKbps: 5 }], receiveStreamIds: [0, 1, 2], sdpOffer: chromiumFirstOffer } },
    { type: FrameType.REMOTE_VIDEO_UPDATE, remoteVideoUpdate: { addedOrUpdatedVideoSubscriptions: [{ mid: '2', streamId: 1 }], removedVideoSubscriptionMids: ['3'] } },
    { type: FrameType.DATA_MESSAGE, dataMessage: { messages: [{ topic: 'chat', data: Buffer.from('hello'), lifetimeMs: 9 }] } },
    { type: FrameType.PAUSE, pause: { streamIds: [1, 2, 3] } },
    { type: FrameType.AUDIO_CONTROL, audioControl: { muted: true } },
  ];
  for (let visit = 0; visit < 40; visit += 1) {
    const client = await join(`fuzz${visit}`);
    await client.subscribe({ sends: [1_500] });
    for (let i = 0; i < 250; i += 1) {
      if (i % 5 !== 0) {
        const packet = Buffer.alloc(12 + random(60), random(256));
        packet[0] = 0x80 | random(64);
        packet[1] = [96, 111, 200, 205, 206][random(5)] ?? 0;
        packet.writeUInt16BE(i, 2);
        packet.writeUInt32BE([1_111, 2_222][random(2)] ?? 0, 8);
        const sealed = (packet[1] ?? 0) >= 192 ? client.peer.sealRtcp(packet) : client.peer.sealPlainRtp(packet, 12, packet.readUInt32BE(8), i);
        if (sealed !== undefined) client.peer.sendRaw(sealed);
        continue;
      }
      const bytes = Buffer.from(writeFrame(frames[random(frames.length)] ?? { type: FrameType.LEAVE }, 0));
      for (let flips = random(4); flips > 0; flips -= 1) bytes[1 + random(bytes.length - 1)] = random(256);
      if (client.closeCode === undefined) client.sendRaw(bytes);
    }
    await client.close();
  }
  witness.rtp.length = 0;
  await witness.until('sound', () => witness.rtp.length > 10);
  expect(witness.closeCode).toBeUndefined();
});
