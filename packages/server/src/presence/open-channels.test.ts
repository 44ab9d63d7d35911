import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import { OpenChannels, TOLD_AFTER_MS } from './open-channels.js';

const [ANNA, BEN] = ['anna', 'ben'] as unknown as [PersonId, PersonId];
const [HALL, ATTIC] = ['hall', 'attic'] as unknown as [ChannelId, ChannelId];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watch() {
  const told: [number, ChannelId, PersonId[]][] = [];
  return { told, channels: new OpenChannels<object>((devices, channelId, people) => told.push([[...devices].length, channelId, people])) };
}

test('a person with two devices in a room is there once, until the last one shows another', () => {
  const { channels } = watch();
  const [laptop, phone, desk] = [{}, {}, {}];
  channels.show(laptop, ANNA, HALL);
  channels.show(phone, ANNA, HALL);
  channels.show(desk, BEN, HALL);
  expect(channels.listPeople(HALL)).toEqual([ANNA, BEN]);
  channels.show(laptop, ANNA, ATTIC);
  expect(channels.listPeople(HALL)).toEqual([ANNA, BEN]);
  channels.hide(phone);
  expect(channels.listPeople(HALL)).toEqual([BEN]);
  expect(channels.listPeople(ATTIC)).toEqual([ANNA]);
  channels.show(laptop, ANNA, null);
  expect(channels.listPeople(ATTIC)).toEqual([]);
});

test('what changes in one moment is told once, to the devices that show the room', () => {
  const { told, channels } = watch();
  const [laptop, desk] = [{}, {}];
  channels.show(laptop, ANNA, HALL);
  channels.show(desk, BEN, HALL);
  channels.hide(desk, ATTIC);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(TOLD_AFTER_MS);
  expect(told).toEqual([[2, HALL, [ANNA, BEN]]]);
  channels.hide(desk, HALL);
  vi.advanceTimersByTime(TOLD_AFTER_MS);
  expect(told.at(-1)).toEqual([1, HALL, [ANNA]]);
});
