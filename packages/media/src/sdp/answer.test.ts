import { expect, test } from 'vitest';
import { parse } from 'sdp-transform';
import { writeAnswer } from './answer.js';
import { codecCapability, codecKey } from './codec.js';
import { OfferError, parseOffer } from './offer.js';
import { chromiumCameraOffer, chromiumFirstOffer, chromiumSimulcastOffer, firefoxCameraOffer, firefoxFirstOffer } from './offers.fixture.js';

const local = {
  iceUfrag: 'ufrag', icePwd: 'p'.repeat(24), fingerprintSha256: Array(32).fill('AB').join(':'),
  candidates: [
    { protocol: 'udp' as const, address: '192.0.2.2', port: 3478, priority: 2_130_706_431 },
    { protocol: 'tcp' as const, address: '192.0.2.2', port: 3478, priority: 1_518_280_447 },
  ],
};
const streams = new Map([
  ['0', { ssrc: 1_000, streamId: 'a_0' }],
  ['2', { ssrc: 1_002, streamId: 'v_2' }],
  ['3', { ssrc: 1_003, streamId: 'v_3' }],
]);

function answer(offer: string): string {
  return writeAnswer(parseOffer(offer), { local, version: 1, streams });
}

test.each([
  ['Chromium, before the camera', chromiumFirstOffer, ['sendrecv', 'inactive']],
  ['Chromium, camera and two videos', chromiumCameraOffer, ['sendrecv', 'sendrecv', 'sendonly', 'sendonly']],
  ['Firefox, before the camera', firefoxFirstOffer, ['sendrecv', 'inactive']],
  ['Firefox, camera and two videos', firefoxCameraOffer, ['sendrecv', 'sendrecv', 'sendonly', 'sendonly']],
])('every section is answered in order with a direction: %s', (_name, offer, directions) => {
  const offered = parse(offer);
  const answered = parse(answer(offer));
  expect(answered.media.map(media => media.direction)).toEqual(directions);
  expect(answered.media.map(media => media.mid)).toEqual(offered.media.map(media => media.mid));
  expect(answered.groups?.[0]?.mids).toBe(offered.groups?.[0]?.mids);
  expect(answered.media.every(media => media.port === 9 && media.setup === 'passive' && media.rtcpMux === 'rtcp-mux')).toBe(true);
  expect(answered.media[0]?.candidates?.map(candidate => candidate.transport)).toEqual(['udp', 'tcp']);
});

test('received videos carry v_<mid> as their stream and one SSRC, and every codec that we forward with its own payload type', () => {
  const media = parse(answer(firefoxCameraOffer)).media[2];
  expect(answer(firefoxCameraOffer)).toContain('a=msid:v_2 v_2_t\r\n');
  expect(media?.ssrcs?.filter(line => line.attribute === 'cname')).toEqual([{ id: 1_002, attribute: 'cname', value: 'carillon' }]);
  expect(media?.payloads).toBe('120 121 99');
  expect(media?.rtcpFb?.filter(line => line.payload === 120).map(line => [line.type, line.subtype].join(' ').trim()))
    .toEqual(['nack', 'nack pli', 'ccm fir', 'goog-remb']);
});

test('audio is answered with Opus alone, and the extensions that will be needed are kept from the first answer on', () => {
  const [audio, camera] = parse(answer(chromiumFirstOffer)).media;
  expect(String(audio?.payloads)).toBe('111');
  expect(audio?.ext?.map(extension => extension.uri)).toContain('urn:ietf:params:rtp-hdrext:ssrc-audio-level');
  expect(camera?.ext?.map(extension => extension.uri)).toEqual(expect.arrayContaining([
    'urn:ietf:params:rtp-hdrext:sdes:mid', 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id', 'urn:3gpp:video-orientation',
  ]));
  expect(camera?.ext?.map(extension => extension.uri).join(' ')).not.toContain('transport-wide-cc');
});

test('simulcast is answered with the offered layers, without the mark of a paused one', () => {
  const paused = chromiumSimulcastOffer.replace('a=simulcast:send low;mid;hi', 'a=simulcast:send ~low;mid;~hi');
  const camera = parse(answer(paused)).media[1];
  expect(camera?.rids?.map(rid => `${rid.id} ${rid.direction}`)).toEqual(['low recv', 'mid recv', 'hi recv']);
  expect(camera?.simulcast).toMatchObject({ dir1: 'recv', list1: 'low;mid;hi' });
});

test('a stopped section is refused and left out of the bundle, one that is only bundled is not', () => {
  // The third section is the one with mid 2.
  let section = 0;
  const stopped = chromiumCameraOffer.replaceAll(/m=(audio|video) 9/g, (line, kind: string) => {
    section += 1;
    return section === 3 ? `m=${kind} 0` : line;
  });
  const answered = parse(answer(stopped));
  expect(answered.media.map(media => media.port)).toEqual([9, 9, 0, 9]);
  expect(answered.media[2]?.direction).toBe('inactive');
  expect(answered.groups?.[0]?.mids).toBe('0 1 3');
});

test('a start bitrate that the client wrote for itself is not sent back', () => {
  const hinted = chromiumFirstOffer.replace('a=fmtp:98 profile-id=0', 'a=fmtp:98 profile-id=0;x-google-start-bitrate=1000');
  expect(answer(hinted)).not.toContain('x-google');
  expect(answer(hinted)).toContain('a=fmtp:98 profile-id=0\r\n');
});

test('payload types are matched by codec, profile and packetization mode, not by number', () => {
  const chromium = parseOffer(chromiumFirstOffer).sections[1]?.codecs ?? [];
  expect(chromium.map(codecKey)).toEqual([
    'VP8', 'H264/1/baseline', 'H264/0/baseline', 'H264/1/constrained-baseline', 'H264/0/constrained-baseline', 'H264/1/main', 'H264/0/main',
    'AV1/0', 'VP9/0', 'VP9/2',
  ]);
  expect(chromium.map(codecKey).map(codecCapability)).toEqual([1, 2, 2, 3, 3, 4, 4, 11, 8, undefined]);
});

test('an offer that cannot be answered is refused before it costs anything', () => {
  const section = chromiumFirstOffer.slice(chromiumFirstOffer.indexOf('m=video'));
  const many = chromiumFirstOffer + Array.from({ length: 1_000 }, (_, i) => section.replace('a=mid:1', `a=mid:${i + 2}`)).join('');
  const bad = [
    many, '', 'v=0\r\n', 'nonsense', chromiumFirstOffer.replaceAll('a=fingerprint:sha-256', 'a=fingerprint:sha-1'),
    chromiumFirstOffer.replaceAll(/a=ice-ufrag:.*\r\n/g, ''), chromiumFirstOffer.replace('a=mid:1', 'a=mid:0'), chromiumFirstOffer.replace('a=mid:1\r\n', ''),
    chromiumFirstOffer.replaceAll(/a=ice-pwd:.*\r\n/g, 'a=ice-pwd:short\r\n'), 'm='.repeat(300_000), '\n'.repeat(100_000),
  ];
  for (const text of bad) expect(() => parseOffer(text)).toThrow(OfferError);
});
