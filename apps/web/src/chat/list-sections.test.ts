import { expect, test } from 'vitest';
import { DAY_MS } from '@carillon/kernel/clock.js';
import type { Channel } from '@carillon/wire/rest/chat.js';
import { listSections, moveFavourite, RECENT_MAX } from './list-sections.js';

const channel = (id: string, ageDays: number, settings: Partial<Channel['settings']> = {}, unread = 0): Channel =>
  ({ id, messageCount: unread, lastReadOrdinal: 0, settings: { favourite: false, hidden: false, desktop: 'always', mobile: 'always', position: null, ...settings }, ageDays }) as unknown as Channel;
const sections = (channels: Channel[], openId?: string) => {
  const found = listSections(channels, 0, openId, one => -(one as unknown as { ageDays: number }).ageDays * DAY_MS);
  return Object.fromEntries(Object.entries(found).map(([name, list]) => [name, (list as Channel[]).map(one => one.id)]));
};

test('favourites in their own order, the week’s others, and everything with what is hidden at the end', () => {
  const channels = [channel('new', 0), channel('fav-unplaced', 1, { favourite: true }), channel('hidden', 2, { hidden: true }), channel('old', 8), channel('fav-second', 9, { favourite: true, position: 1 }), channel('fav-first', 10, { favourite: true, position: 0 })];
  expect(sections(channels)).toEqual({
    favourites: ['fav-first', 'fav-second', 'fav-unplaced'], recent: ['new'], all: ['new', 'fav-unplaced', 'old', 'fav-second', 'fav-first', 'hidden'],
  });
});

test('recent holds 25 at most, and beside them what is unread or open', () => {
  const many = Array.from({ length: 40 }, (_, i) => channel(`c${i}`, 0));
  const { recent } = sections([...many, channel('unread', 30, {}, 1), channel('open', 31), channel('neither', 32)], 'open');
  expect(recent).toHaveLength(RECENT_MAX + 2);
  expect(recent?.slice(-2)).toEqual(['unread', 'open']);
});

test('a favourite moves by one place, and not past the end', () => {
  const favourites = ['a', 'b', 'c'].map(id => channel(id, 0));
  expect(moveFavourite(favourites, 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(moveFavourite(favourites, 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(moveFavourite(favourites, 'a', -1)).toBeNull();
  expect(moveFavourite(favourites, 'z', 1)).toBeNull();
});
