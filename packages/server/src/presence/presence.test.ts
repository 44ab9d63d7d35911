import { expect, test } from 'vitest';
import type { PersonId } from '@carillon/kernel/ids.js';
import { Presence } from './presence.js';

const ANNA = 'anna' as PersonId;

function watchAnna() {
  const told: string[] = [];
  return { told, presence: new Presence((_person, state) => told.push(state)) };
}

test('a person is available while any device is in use, idle when all are idle, offline when none is left', () => {
  const { told, presence } = watchAnna();
  const laptop = {};
  const phone = {};
  presence.hold(ANNA, laptop, false);
  presence.hold(ANNA, phone, true);
  presence.hold(ANNA, laptop, true);
  presence.release(ANNA, laptop);
  presence.release(ANNA, phone);
  expect(told).toEqual(['available', 'idle', 'offline']);
});

test('a person in a meeting is busy, whatever the devices do, and available again afterwards', () => {
  const { told, presence } = watchAnna();
  const laptop = {};
  presence.hold(ANNA, laptop, false);
  presence.countMeeting(ANNA, 1);
  presence.hold(ANNA, laptop, true);
  presence.hold(ANNA, laptop, false);
  presence.countMeeting(ANNA, -1);
  expect(told).toEqual(['available', 'busy', 'available']);
});

test('a reconnect that overlaps the old socket tells nobody anything', () => {
  const { told, presence } = watchAnna();
  const before = {};
  const after = {};
  presence.hold(ANNA, before, false);
  presence.hold(ANNA, after, false);
  presence.release(ANNA, before);
  expect(told).toEqual(['available']);
  expect(presence.onlineCount).toBe(1);
});
