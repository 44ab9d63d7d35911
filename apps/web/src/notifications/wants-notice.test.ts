import { expect, test } from 'vitest';
import { wantsNotice, type Looking } from './wants-notice.js';

const me = { id: 'me', presenceMode: 'automatic' } as never;
const settings = { desktop: 'mentions', mobile: 'always', calls: true, pushContent: false, digest: true, digestContent: false } as const;
const channel = (kind: 'room' | 'direct', level = 'always') => ({ id: kind, kind, settings: { desktop: level, mobile: level } }) as never;
const [room, direct] = [channel('room'), channel('direct')];
const from = (content: string, sender = 'you') => ({ sender: { id: sender }, content, mentions: content.includes('<@me|') ? ['me'] : [] }) as never;
const elsewhere: Looking = { channelId: null, visible: true, narrow: false, pushed: true };

test('the page tells what the level asks for, of others, where one does not look', () => {
  expect(wantsNotice(me, settings, room, from('hi'), elsewhere)).toBe(false);
  expect(wantsNotice(me, settings, room, from('<@me|Me>'), elsewhere)).toBe(true);
  expect(wantsNotice(me, settings, direct, from('hi'), elsewhere)).toBe(true);
  expect(wantsNotice(me, settings, direct, from('hi', 'me'), elsewhere)).toBe(false);
  expect(wantsNotice(me, settings, direct, from('hi'), { ...elsewhere, channelId: 'direct' })).toBe(false);
  expect(wantsNotice(me, settings, channel('direct', 'mentions'), from('hi'), elsewhere)).toBe(false);
  expect(wantsNotice(me, settings, channel('room', 'mentions'), from('<@me|Me>'), elsewhere)).toBe(true);
  expect(wantsNotice(me, settings, channel('room', 'never'), from('<@me|Me>'), elsewhere)).toBe(false);
  expect(wantsNotice({ id: 'me', presenceMode: 'dnd' } as never, settings, direct, from('hi'), elsewhere)).toBe(false);
});

test('a hidden page leaves it to the push, or tells it itself when there is none', () => {
  expect(wantsNotice(me, settings, direct, from('hi'), { ...elsewhere, visible: false })).toBe(false);
  expect(wantsNotice(me, settings, direct, from('hi'), { ...elsewhere, visible: false, pushed: false })).toBe(true);
});
