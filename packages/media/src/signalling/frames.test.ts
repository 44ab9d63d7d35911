import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { AudioMetadata } from './audio-metadata.js';
import { DataMessages } from './data-messages.js';
import { FrameType, parseFrame, plainNumber, writeFrame } from './frame.js';
import { indexFrame, intersectCodecs } from './index-frame.js';
import { rosterFrame } from './roster-frame.js';
import { deflateAnswer, inflateOffer } from './sdp-compression.js';

/** As the client reads it: what is not on the wire is not there. */
function roundTrip(frame: Parameters<typeof writeFrame>[0]) {
  const parsed = parseFrame(writeFrame(frame, 5));
  if (parsed === undefined) throw new Error('The frame could not be read back.');
  return parsed;
}

test('a frame begins with 0x05 and carries its time', () => {
  const bytes = writeFrame({ type: FrameType.LEAVE_ACK, leaveAck: {} }, 1_800_000_000_123);
  expect(bytes[0]).toBe(5);
  expect(plainNumber(parseFrame(bytes)?.timestampMs)).toBe(1_800_000_000_123);
});

test('what is no frame is told apart, and nothing throws', () => {
  for (const bytes of [[], [5], [4, 8, 1], [5, 0xff, 0xff, 0xff], [5, 8], [5, 16, 1], Array(1_000).fill(5), Array(1_000).fill(255)]) {
    expect(parseFrame(Uint8Array.from(bytes))).toBeUndefined();
  }
});

test('an index leaves out the streams of its receiver, those of his share included', () => {
  const stream = (streamId: number, attendeeId: string, owner: string) => ({ streamId, groupId: streamId, attendeeId, owner, content: attendeeId.endsWith('#content'), externalUserId: 'x', maxBitrateKbps: 600, averageBps: 0, framerate: 15 });
  const index = { streams: [stream(1, 'ann', 'ann'), stream(2, 'ann#content', 'ann'), stream(3, 'ben', 'ben')], atCapacity: false, participantCount: 2, codecIntersection: [1, 3] };
  expect(roundTrip(indexFrame(index, 'ann')).index?.sources?.map(source => source.streamId)).toEqual([3]);
  const forBen = roundTrip(indexFrame(index, 'ben')).index;
  expect(forBen?.sources?.map(source => source.attendeeId)).toEqual(['ann', 'ann#content']);
  expect(forBen?.supportedReceiveCodecIntersection).toEqual([1, 3]);
});

test('the codecs of a meeting are those that everybody can decode', () => {
  expect(intersectCodecs([[1, 3, 8, 11], [11, 1, 8], [1, 8]])).toEqual([1, 8]);
  expect(intersectCodecs([])).toEqual([]);
});

test('a change of mute has no attendee on the wire, a leave has neither attendee nor mute', () => {
  const frame = roundTrip(rosterFrame([
    { kind: 'joined', entry: { audioStreamId: 7, attendeeId: 'ann', externalUserId: 'Ann', muted: false } },
    { kind: 'muted', audioStreamId: 7, muted: false },
    { kind: 'left', audioStreamId: 7, dropped: true },
    { kind: 'left', audioStreamId: 8, dropped: false },
  ]));
  const streams = frame.audioStreamIdInfo?.streams ?? [];
  expect(streams.map(stream => Object.keys(stream).sort().join())).toEqual([
    'attendeeId,audioStreamId,externalUserId,muted', 'audioStreamId,muted', 'audioStreamId,dropped', 'audioStreamId',
  ]);
});

test('volumes are sent while somebody is heard, once more when it is quiet again, and then no more', () => {
  const metadata = new AudioMetadata();
  const sounds = (ann: number, ben: number) => [{ audioStreamId: 1, level: ann, signalStrength: 2 }, { audioStreamId: 2, level: ben, signalStrength: 2 }];
  expect(metadata.update(sounds(127, 127))).toBeUndefined();
  expect(metadata.update(sounds(127, 20))?.audioMetadata?.attendeeStates).toEqual([{ audioStreamId: 2, volume: 20 }]);
  expect(metadata.update(sounds(127, 127))?.audioMetadata?.attendeeStates).toEqual([{ audioStreamId: 1, volume: 127 }]);
  expect(metadata.update(sounds(127, 127))).toBeUndefined();
});

test('only weak connections are told, and that they are good again', () => {
  const metadata = new AudioMetadata();
  const sounds = (strength: number) => [{ audioStreamId: 1, level: 127, signalStrength: 2 }, { audioStreamId: 2, level: 127, signalStrength: strength }];
  expect(metadata.update(sounds(0))?.audioMetadata?.attendeeStates).toEqual([{ audioStreamId: 2, signalStrength: 0 }]);
  expect(metadata.update(sounds(2))?.audioMetadata?.attendeeStates).toEqual([{ audioStreamId: 1, signalStrength: 2 }]);
  expect(metadata.update(sounds(2))).toBeUndefined();
});

test('data messages keep the limits, are throttled, and live as long as their sender asked', () => {
  const messages = new DataMessages();
  const ann = { attendeeId: 'ann', externalUserId: 'Ann' };
  const data = Buffer.from('hello');
  for (const bad of [{ topic: 'no space', data }, { topic: '', data }, { topic: 't'.repeat(37), data }, { topic: 't', data: new Uint8Array(2_049) }]) {
    expect(messages.accept(ann, bad, 0)).toBe('refused');
  }
  const frame = messages.accept(ann, { topic: 'chat', data, lifetimeMs: 10_000 }, 1_000);
  expect(typeof frame === 'string' ? frame : roundTrip(frame).dataMessage?.messages?.[0]).toMatchObject({ topic: 'chat', senderAttendeeId: 'ann', lifetimeMs: 10_000 });
  expect(messages.replay(10_999)).toHaveLength(1);
  expect(messages.replay(11_000)).toHaveLength(0);
  const results = Array.from({ length: 300 }, () => messages.accept(ann, { topic: 'chat', data }, 2_000));
  expect(results.filter(result => result === 'throttled')).toHaveLength(100);
  for (let i = 0; i < 5_000; i += 1) messages.accept(ann, { topic: 'chat', data, lifetimeMs: 300_000 }, 3_000 + i * 10);
  expect(messages.replay(53_000).length).toBeLessThanOrEqual(1_024);
});

test('a compressed offer is bounded, and an answer uses the one before it as its dictionary', () => {
  expect(inflateOffer(Uint8Array.of(1, 2, 3))).toBeUndefined();
  expect(inflateOffer(deflateAnswer('a'.repeat(600_000), ''))).toBeUndefined();
  expect(inflateOffer(deflateAnswer('v=0', ''))).toBe('v=0');
  const previous = Array.from({ length: 300 }, (_, i) => `a=rtpmap:${i} codec${i * 7}/90000`).join('\r\n');
  const compressed = deflateAnswer(`${previous}x`, previous);
  expect(compressed.length).toBeLessThan(200);
  expect(inflateRawSync(compressed, { dictionary: Buffer.from(previous) }).toString()).toBe(`${previous}x`);
});
