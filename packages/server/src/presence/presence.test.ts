import { expect, test } from 'vitest';
import type { PersonId } from '@carillon/kernel/ids.js';
import { Presence } from './presence.js';

const ANNA = 'anna' as PersonId;

const DESK = { idle: false, mobile: false };
const IDLE_DESK = { idle: true, mobile: false };
const PHONE = { idle: false, mobile: true };

function watchAnna() {
  const told: string[] = [];
  const clock = { ms: 1_000_000_000 };
  return { told, clock, presence: new Presence((_person, state) => told.push(state), () => clock.ms) };
}

test('a person is available while any device is in use, idle when all are idle, offline when none is left', () => {
  const { told, presence } = watchAnna();
  const laptop = {};
  const phone = {};
  presence.hold(ANNA, laptop, DESK);
  presence.hold(ANNA, phone, IDLE_DESK);
  presence.hold(ANNA, laptop, IDLE_DESK);
  presence.release(ANNA, laptop);
  presence.release(ANNA, phone);
  expect(told).toEqual(['available', 'idle', 'offline']);
});

test('a person in a meeting is busy, whatever the devices do, and available again afterwards', () => {
  const { told, presence } = watchAnna();
  const laptop = {};
  presence.hold(ANNA, laptop, DESK);
  presence.countMeeting(ANNA, 1);
  presence.hold(ANNA, laptop, IDLE_DESK);
  presence.hold(ANNA, laptop, DESK);
  presence.countMeeting(ANNA, -1);
  expect(told).toEqual(['available', 'busy', 'available']);
});

test('a reconnect that overlaps the old socket tells nobody anything', () => {
  const { told, presence } = watchAnna();
  const before = {};
  const after = {};
  presence.hold(ANNA, before, DESK);
  presence.hold(ANNA, after, DESK);
  presence.release(ANNA, before);
  expect(told).toEqual(['available']);
  expect(presence.onlineCount).toBe(1);
});

test('a person at hand on a phone alone is mobile, and available once a desk is used', () => {
  const { told, presence } = watchAnna();
  const laptop = {};
  presence.hold(ANNA, {}, PHONE);
  presence.hold(ANNA, laptop, DESK);
  presence.hold(ANNA, laptop, IDLE_DESK);
  expect(told).toEqual(['mobile', 'available', 'mobile']);
});

test('what a person chose goes before devices and meetings, and private is offline to all', () => {
  const { told, presence } = watchAnna();
  const laptop = {};
  presence.hold(ANNA, laptop, IDLE_DESK, 'available');
  presence.countMeeting(ANNA, 1);
  presence.setMode(ANNA, 'dnd');
  presence.setMode(ANNA, 'private');
  presence.setMode(ANNA, 'automatic');
  presence.release(ANNA, laptop);
  expect(told).toEqual(['available', 'dnd', 'offline', 'busy', 'offline']);
});

test('a person is away a quarter of an hour after the last device left, and nobody is so right after a start', () => {
  const { clock, presence } = watchAnna();
  const laptop = {};
  expect(presence.isAway(ANNA)).toBe(false);
  presence.hold(ANNA, laptop, DESK);
  clock.ms += 60 * 60_000;
  expect(presence.isAway(ANNA)).toBe(false);
  presence.release(ANNA, laptop);
  clock.ms += 14 * 60_000;
  expect(presence.isAway(ANNA)).toBe(false);
  clock.ms += 60_000;
  expect(presence.isAway(ANNA)).toBe(true);
});
