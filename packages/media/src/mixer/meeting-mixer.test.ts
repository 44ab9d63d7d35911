import { beforeAll, expect, test } from 'vitest';
import { AudioInput } from './audio-input.js';
import { encodeSilence, MeetingMixer, type AudioOutput } from './meeting-mixer.js';
import { loadOpusLibrary, type OpusLibrary } from './opus-library.js';
import { TonePeer } from './tone.fixture.js';

let library: OpusLibrary;
let silence: Uint8Array;
beforeAll(() => {
  library = loadOpusLibrary();
  silence = encodeSilence(library);
});

interface Member {
  readonly peer: TonePeer;
  readonly input: AudioInput;
  readonly packets: Uint8Array[];
  readonly output: AudioOutput;
}

class Room {
  readonly mixer = new MeetingMixer(library, silence);
  readonly members: Member[] = [];
  nowMs = 1_000;

  join(owner: string, hertz: number, silent = false): Member {
    const peer = new TonePeer(library, hertz);
    const input = new AudioInput(owner);
    const packets: Uint8Array[] = [];
    const output = { owner, silent, sendAudio: (payload: Uint8Array) => { packets.push(Uint8Array.from(payload)); peer.hear(payload); } };
    this.mixer.addInput(input);
    this.mixer.outputs.add(output);
    const member = { peer, input, packets, output };
    this.members.push(member);
    return member;
  }

  /** `ticks` times 20 ms in which `speaking` send their tone with the level they claim. */
  run(ticks: number, speaking: readonly { member: Member; level?: number; amplitude?: number; lost?: boolean }[] = []): void {
    for (let i = 0; i < ticks; i += 1) {
      for (const { member, level = 15, amplitude, lost } of speaking) {
        const { sequenceNumber, payload } = member.peer.speak(amplitude);
        if (lost === true && i % 10 === 5) continue;
        member.input.push(sequenceNumber, payload, level, this.nowMs);
      }
      this.mixer.tick(this.nowMs);
      this.nowMs += 20;
    }
  }
}

test('two speakers hear each other and not themselves, a listener hears both', () => {
  const room = new Room();
  const ann = room.join('ann', 440);
  const ben = room.join('ben', 1_000);
  const cem = room.join('cem', 300);
  room.run(50, [{ member: ann }, { member: ben }]);
  expect(ann.peer.strengthOf(1_000)).toBeGreaterThan(4_000);
  expect(ann.peer.strengthOf(440)).toBeLessThan(200);
  expect(ben.peer.strengthOf(440)).toBeGreaterThan(4_000);
  expect(ben.peer.strengthOf(1_000)).toBeLessThan(200);
  expect(cem.peer.strengthOf(440)).toBeGreaterThan(4_000);
  expect(cem.peer.strengthOf(1_000)).toBeGreaterThan(4_000);
});

test('a sharer hears neither his own voice nor the sound of his own share', () => {
  const room = new Room();
  const ann = room.join('ann', 440);
  const share = room.join('ann', 700, true);
  const ben = room.join('ben', 1_000);
  room.run(50, [{ member: ann }, { member: share }]);
  expect(ben.peer.strengthOf(440)).toBeGreaterThan(4_000);
  expect(ben.peer.strengthOf(700)).toBeGreaterThan(4_000);
  expect(ann.peer.strengthOf(440) + ann.peer.strengthOf(700)).toBeLessThan(300);
  expect(share.packets.every(packet => Buffer.from(packet).equals(Buffer.from(silence)))).toBe(true);
});

test('everyone gets one packet every 20 ms, alone and in silence too, and silence costs no encoding', () => {
  const room = new Room();
  const ann = room.join('ann', 440);
  room.run(100);
  expect(ann.packets).toHaveLength(100);
  expect(Buffer.from(ann.packets.at(-1) ?? [])).toEqual(Buffer.from(silence));
  expect(ann.peer.strengthOf(440, 50)).toBeLessThan(5);
});

test('who has muted himself is not heard from that moment on', () => {
  const room = new Room();
  const ann = room.join('ann', 440);
  const ben = room.join('ben', 1_000);
  room.run(50, [{ member: ann }]);
  expect(ben.peer.strengthOf(440)).toBeGreaterThan(4_000);
  ann.input.setMuted(true);
  room.run(20, [{ member: ann }]);
  expect(ben.peer.strengthOf(440, 5)).toBeLessThan(50);
  expect(ann.input.level(room.nowMs)).toBe(127);
});

test('a slightly louder sixth person does not push a speaker out, a much louder one does, after the hold', () => {
  const room = new Room();
  const five = ['a', 'b', 'c', 'd', 'e'].map((owner, i) => room.join(owner, 300 + i * 100));
  const [late] = five.splice(4, 1);
  if (late === undefined) throw new Error('five joined');
  room.run(100, five.map(member => ({ member, level: 30 })));
  expect([...room.mixer.speakers].map(input => input.owner).sort()).toEqual(['a', 'b', 'c', 'd']);
  room.run(100, [...five.map(member => ({ member, level: 30 })), { member: late, level: 26 }]);
  expect([...room.mixer.speakers].map(input => input.owner)).not.toContain('e');
  room.run(40, [...five.map(member => ({ member, level: 30 })), { member: late, level: 15 }]);
  expect([...room.mixer.speakers].map(input => input.owner)).toContain('e');
  expect(room.mixer.speakers.size).toBe(4);
});

test('a place is held for a second and a half after the last word, then given back', () => {
  const room = new Room();
  const ann = room.join('ann', 440);
  room.join('ben', 1_000);
  room.run(50, [{ member: ann }]);
  room.run(60);
  expect(room.mixer.speakers.has(ann.input)).toBe(true);
  room.run(40);
  expect(room.mixer.speakers.size).toBe(0);
});

test('a header that claims speech over silence loses its place to people who speak', () => {
  const room = new Room();
  const liars = ['l1', 'l2', 'l3', 'l4'].map((owner, i) => room.join(owner, 300 + i * 100));
  const honest = room.join('honest', 1_000);
  const listener = room.join('listener', 200);
  const talk = [...liars.map(member => ({ member, level: 0, amplitude: 0 })), { member: honest, level: 20 }];
  room.run(200, talk);
  expect([...room.mixer.speakers].map(input => input.owner)).toContain('honest');
  expect(listener.peer.strengthOf(1_000)).toBeGreaterThan(4_000);
  expect(liars[0]?.input.level(room.nowMs)).toBeGreaterThan(60);
});

test.each([400, 1_000, 5_000])('a speaker whose network stood still for %d ms is heard and shown again at once', stallMs => {
  const room = new Room();
  const ann = room.join('ann', 440);
  const ben = room.join('ben', 1_000);
  room.run(50, [{ member: ann }]);
  room.run(stallMs / 20);
  room.run(25, [{ member: ann }]);
  expect(ben.peer.strengthOf(440, 5)).toBeGreaterThan(4_000);
  expect(ann.input.level(room.nowMs)).toBe(15);
});

test('one lost packet in ten is bridged without a hole', () => {
  const room = new Room();
  const ann = room.join('ann', 440);
  const ben = room.join('ben', 1_000);
  room.run(150, [{ member: ann, lost: true }]);
  const quiet = ben.peer.heard.slice(20).filter(frame => frame.every(sample => Math.abs(sample) < 500));
  expect(quiet).toHaveLength(0);
});

test('what is no Opus is played as silence or a guess and harms nobody', () => {
  const room = new Room();
  const ann = room.join('ann', 440);
  const ben = room.join('ben', 1_000);
  for (let i = 0; i < 100; i += 1) {
    ann.input.push(i, Uint8Array.from({ length: (i * 37) % 1_400 }, (_, k) => (k * i) & 0xff), 10, room.nowMs);
    room.run(1);
  }
  expect(ben.packets).toHaveLength(100);
});

test('four people who all shout do not crackle: the sum stays within full scale', () => {
  const room = new Room();
  const loud = ['a', 'b', 'c', 'd'].map((owner, i) => room.join(owner, 300 + i * 170));
  const listener = room.join('listener', 100);
  room.run(60, loud.map(member => ({ member, level: 3, amplitude: 30_000 })));
  const clipped = listener.peer.heard.slice(-20).flatMap(frame => [...frame]).filter(sample => Math.abs(sample) >= 32_767).length;
  expect(clipped / (20 * 960)).toBeLessThan(0.02);
});
