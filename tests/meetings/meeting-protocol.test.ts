import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { LossyRelay } from './meeting-protocol.lossy-relay.js';
import { CHROMIUM_PATH, MEDIA_PORT, Stage, type Guest } from './meeting-protocol.stage.js';

/** The client's own numbers for why a meeting stopped (`MeetingSessionStatusCode`). */
const JOINED_FROM_ANOTHER_DEVICE = 2;
const AUTHENTICATION_REJECTED = 3;
const MEETING_ENDED = 5;
const ATTENDEE_REMOVED = 22;

const ANN_HERTZ = 440;
const BEN_HERTZ = 1_000;
/** Decibels of the analyser: a tone at 0.3 of full scale is about -20, what is not there below -80. */
const HEARD_DB = -40;
const UNHEARD_DB = -60;

let stage: Stage;

/** Waits until the page says so; the test fails with the page's state when it never does. */
async function until(guest: Guest, what: string, condition: (argument: string) => boolean | Promise<boolean>, argument = '', timeoutMs = 20_000): Promise<void> {
  const deadlineMs = performance.now() + timeoutMs;
  while (!(await guest.page.evaluate(condition, argument))) {
    if (performance.now() > deadlineMs) {
      const videos = await guest.page.evaluate(() => participant.receivedVideos());
      throw new Error(`${guest.attendeeId}: ${what} did not come. ${JSON.stringify([await state(guest.page), videos])} ${guest.errors.join('\n')} ${stage.logs.join('\n')}`);
    }
    await guest.page.evaluate(() => new Promise(resolve => { setTimeout(resolve, 50); }));
  }
}

function state(page: Page) {
  return page.evaluate(() => participant.state());
}

function started(guest: Guest, times = 1): Promise<void> {
  return until(guest, 'the start', count => participant.state().startCount >= Number(count), String(times));
}

function present(guest: Guest, ...attendeeIds: string[]): Promise<void> {
  return until(guest, `the presence of ${attendeeIds.join()}`, ids => participant.state().present.join() === ids, attendeeIds.sort().join());
}

function watches(guest: Guest, count: number, frames = 30): Promise<void> {
  return until(guest, `${count} moving videos`, async wanted => {
    const [videoCount, frameCount] = wanted.split(' ').map(Number);
    const videos = await participant.receivedVideos();
    return videos.filter(video => video.decoded >= (frameCount ?? 0)).length === videoCount;
  }, `${count} ${frames}`);
}

function hears(guest: Guest, hertz: number, yes: boolean): Promise<void> {
  return until(guest, `${yes ? '' : 'no '}tone of ${hertz} Hz`, async argument => {
    const [tone, limit, wanted] = argument.split(' ');
    const loudness = await participant.hears(Number(tone));
    return wanted === 'true' ? loudness > Number(limit) : loudness > -1_000 && loudness < Number(limit);
  }, `${hertz} ${yes ? HEARD_DB : UNHEARD_DB} ${yes}`);
}

async function pair(meetingId: string): Promise<[Guest, Guest]> {
  const guests = await Promise.all([stage.enter(meetingId, 'ann', { toneHertz: ANN_HERTZ }), stage.enter(meetingId, 'ben', { toneHertz: BEN_HERTZ })]);
  await Promise.all(guests.map(guest => started(guest)));
  await Promise.all(guests.map(guest => present(guest, 'ann', 'ben')));
  return guests;
}

describe.skipIf(!existsSync(CHROMIUM_PATH))('the unmodified Chime SDK client in Chromium', () => {
  beforeAll(async () => { stage = await Stage.open(); });
  afterEach(async () => { await stage.clear(); });
  afterAll(async () => { await stage.close(); });

  test('two people see each other in the roster, hear each other but not themselves, and watch each other without loss', async () => {
    const [ann, ben] = await pair('talk');
    await Promise.all([ann, ben].map(guest => guest.page.evaluate(() => participant.startVideo())));
    await Promise.all([watches(ann, 1), watches(ben, 1)]);
    await Promise.all([hears(ann, BEN_HERTZ, true), hears(ann, ANN_HERTZ, false), hears(ben, ANN_HERTZ, true), hears(ben, BEN_HERTZ, false)]);
    for (const guest of [ann, ben]) {
      const [video] = await guest.page.evaluate(() => participant.receivedVideos());
      const audio = await guest.page.evaluate(() => participant.receivedAudio());
      expect(video?.lost).toBe(0);
      expect(audio.lost).toBe(0);
      expect(audio.energy).toBeGreaterThan(0);
      expect((await state(guest.page)).presences.map(presence => presence.externalUserId).sort()).toEqual(['user-ann', 'user-ben']);
      expect(guest.errors).toEqual([]);
    }
    expect(stage.reports.filter(report => report.kind === 'joined').map(report => report.attendeeId).sort()).toEqual(['ann', 'ben']);
  });

  test('the camera may be switched off and on again, and the tile goes and comes', async () => {
    const [ann, ben] = await pair('camera');
    for (let round = 0; round < 3; round += 1) {
      await ann.page.evaluate(() => participant.startVideo());
      await watches(ben, 1, 10);
      await ann.page.evaluate(() => participant.stopVideo());
      await until(ben, 'the end of the tile', () => participant.state().tiles.length === 0);
    }
    expect(ben.errors).toEqual([]);
  });

  test('every codec arrives: VP8, VP9, H.264 and AV1', async () => {
    const [ann, ben] = await pair('codecs');
    for (const codec of ['VP8', 'VP9', 'H264', 'AV1'] as const) {
      await ann.page.evaluate(name => participant.preferCodec(name), codec);
      await ann.page.evaluate(() => participant.startVideo());
      await until(ben, `moving ${codec}`, async name => (await participant.receivedVideos()).some(video => video.codec === `video/${name}` && video.decoded >= 20), codec);
      await ann.page.evaluate(() => participant.stopVideo());
      await until(ben, 'the end of the tile', () => participant.state().tiles.length === 0);
    }
    expect(ben.errors).toEqual([]);
  });

  test('a mute is seen and works within a second', async () => {
    const [ann, ben] = await pair('mute');
    await hears(ben, ANN_HERTZ, true);
    await ann.page.evaluate(() => participant.setMuted(true));
    await until(ben, 'the mute', () => participant.state().muted['ann'] === true, '', 1_000);
    await hears(ben, ANN_HERTZ, false);
    await until(ben, 'the fall of the volume', () => participant.state().volumes['ann'] === 0);
    await ann.page.evaluate(() => participant.setMuted(false));
    await until(ben, 'the end of the mute', () => participant.state().muted['ann'] === false, '', 1_000);
    await hears(ben, ANN_HERTZ, true);
  });

  test('a shared screen arrives, is told to the sharer, ends, and may begin again', async () => {
    const [ann, ben] = await pair('share');
    for (let round = 1; round <= 2; round += 1) {
      await ann.page.evaluate(() => participant.shareCanvas());
      await until(ann, 'the start of the share', count => participant.state().contentStarted === Number(count), String(round));
      await present(ben, 'ann', 'ann#content', 'ben');
      await watches(ben, 1, 15);
      expect((await state(ben.page)).tiles).toEqual([{ attendeeId: 'ann#content', local: false, content: true }]);
      await ann.page.evaluate(() => participant.stopShare());
      // The library ends a share in steps; one that begins before the last of them is its own race, not ours.
      await until(ann, 'the end of the share', count => participant.state().contentStopped === Number(count), String(round));
      await present(ben, 'ann', 'ben');
    }
    expect(stage.reports.filter(report => report.kind === 'sharing' && report.meetingId === 'share').map(report => report.kind === 'sharing' && report.sharing)).toEqual([true, false, true, false]);
  });

  test('a message reaches the others and, while it lives, those who come later', async () => {
    const [ann, ben] = await pair('chat');
    await ann.page.evaluate(() => participant.say('for now'));
    await ann.page.evaluate(() => participant.say('for later', 60_000));
    await until(ben, 'both messages', () => participant.state().messages.length === 2);
    const cem = await stage.enter('chat', 'cem');
    await until(cem, 'the living message', () => participant.state().messages.length === 1);
    expect((await state(cem.page)).messages).toEqual([{ topic: 'chat', text: 'for later', sender: 'user-ann', throttled: false }]);
    expect((await state(ann.page)).messages).toEqual([]);
  });

  test('when the signalling breaks, media comes back and nobody has seen anybody leave', async () => {
    const [ann, ben] = await pair('cut');
    await Promise.all([ann, ben].map(guest => guest.page.evaluate(() => participant.startVideo())));
    await Promise.all([watches(ann, 1), watches(ben, 1)]);
    stage.cutSockets();
    await Promise.all([started(ann, 2), started(ben, 2)]);
    await Promise.all([watches(ann, 1), watches(ben, 1), hears(ann, BEN_HERTZ, true), hears(ben, ANN_HERTZ, true)]);
    const states = await Promise.all([state(ann.page), state(ben.page)]);
    expect(states.map(one => one.presences.filter(presence => !presence.present))).toEqual([[], []]);
  });

  test('who leaves is gone for the others at once; who vanishes, after five seconds and as dropped', async () => {
    const [ann, ben] = await pair('leave');
    const cem = await stage.enter('leave', 'cem');
    await present(ann, 'ann', 'ben', 'cem');
    await ben.page.evaluate(() => participant.leave());
    await present(ann, 'ann', 'cem');
    await cem.page.close();
    await present(ann, 'ann');
    const left = (await state(ann.page)).presences.filter(presence => !presence.present);
    expect(left.map(presence => [presence.attendeeId, presence.dropped])).toEqual([['ben', false], ['cem', true]]);
    expect(stage.reports.filter(report => report.kind === 'left' && report.meetingId === 'leave').map(report => report.kind === 'left' && report.reason)).toEqual(['left', 'dropped']);
  });

  test('a removed attendee is out with its share, and its token lets nobody in again', async () => {
    const [ann, ben] = await pair('kick');
    await ben.page.evaluate(() => participant.shareCanvas());
    await present(ann, 'ann', 'ben', 'ben#content');
    stage.order({ kind: 'remove', meetingId: 'kick', attendeeId: 'ben' });
    await until(ben, 'the end', status => participant.state().stoppedWith === Number(status), String(ATTENDEE_REMOVED));
    await present(ann, 'ann');
    const again = await stage.enter('kick', 'ben');
    await until(again, 'the refusal', () => participant.state().stoppedWith !== undefined);
    expect([ATTENDEE_REMOVED, AUTHENTICATION_REJECTED]).toContain((await state(again.page)).stoppedWith);
  });

  test('when a meeting ends everybody is told, and later joins learn the same', async () => {
    const [ann, ben] = await pair('end');
    stage.order({ kind: 'end', meetingId: 'end' });
    for (const guest of [ann, ben]) await until(guest, 'the end', status => participant.state().stoppedWith === Number(status), String(MEETING_ENDED));
    const late = await stage.enter('end', 'late');
    await until(late, 'the refusal', status => participant.state().stoppedWith === Number(status), String(MEETING_ENDED));
  });

  test('a person who joins from a second device leaves the first', async () => {
    const [ann] = await pair('device');
    const second = await stage.enter('device', 'ann', { toneHertz: ANN_HERTZ });
    await until(ann, 'the end', status => participant.state().stoppedWith === Number(status), String(JOINED_FROM_ANOTHER_DEVICE));
    await started(second);
    await present(second, 'ann', 'ben');
  });

  test('when every twentieth packet is lost on every way, pictures go on moving and the sound is heard', async () => {
    const relay = await LossyRelay.open(MEDIA_PORT, 5);
    const guests = await Promise.all([['ann', ANN_HERTZ], ['ben', BEN_HERTZ]].map(([attendeeId, toneHertz]) => (
      stage.enter('loss', String(attendeeId), { toneHertz: Number(toneHertz), relayPort: relay.port })
    )));
    await Promise.all(guests.map(guest => started(guest)));
    await Promise.all(guests.map(guest => guest.page.evaluate(() => participant.startVideo())));
    // Ten seconds of 15 frames a second, with some patience for a busy machine.
    const startMs = performance.now();
    await Promise.all(guests.map(guest => watches(guest, 1, 150)));
    expect(performance.now() - startMs).toBeLessThan(15_000);
    for (const guest of guests) {
      const [video] = await guest.page.evaluate(() => participant.receivedVideos());
      expect(video?.frozenMs).toBeLessThan(2_500);
    }
    await Promise.all([[0, BEN_HERTZ], [1, ANN_HERTZ]].map(([i, hertz]) => hears(guests[i ?? 0] as Guest, hertz ?? 0, true)));
    expect(relay.lostCount).toBeGreaterThan(100);
    relay.close();
  });

  test('with three people and simulcast everybody watches two videos, and the large layer is chosen', async () => {
    const guests = await Promise.all(['ann', 'ben', 'cem'].map(attendeeId => stage.enter('simulcast', attendeeId, { simulcast: true })));
    await Promise.all(guests.map(guest => started(guest)));
    await Promise.all(guests.map(guest => guest.page.evaluate(() => participant.startVideo())));
    await Promise.all(guests.map(guest => watches(guest, 2)));
    const [first] = guests;
    if (first === undefined) throw new Error('three joined');
    await until(first, 'two large pictures', async () => (await participant.receivedVideos()).every(video => video.width >= 640));
    for (const guest of guests) {
      const videos = await guest.page.evaluate(() => participant.receivedVideos());
      expect(videos.map(video => video.lost)).toEqual([0, 0]);
      expect(guest.errors).toEqual([]);
    }
  });
});
