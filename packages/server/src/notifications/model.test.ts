import { expect, test } from 'vitest';
import type { PersonId } from '@carillon/kernel/ids.js';
import { DEFAULT_SETTINGS, isMentioned, plainContent, wantsNews } from './model.js';

const ANNA = 'anna' as PersonId;
const target = { ...DEFAULT_SETTINGS, personId: ANNA, isMobile: false, presenceMode: 'automatic' as const, locale: null, channelLevel: 'always' };
const news = (content: string, kind: 'message' | 'call' = 'message') => ({ kind, content, mentions: content.includes('<@anna|') ? [ANNA] : [], channelId: 'c' as never, fromId: 'ben', fromName: 'Ben', path: '/' });

test('a message mentions whom it names, everybody when it says all, and of those who were present whom it kept', () => {
  expect([[ANNA], ['all' as const], ['present' as const, ANNA]].every(mentions => isMentioned(ANNA, { mentions }))).toBe(true);
  expect([[], ['annabel' as PersonId], ['present' as const]].some(mentions => isMentioned(ANNA, { mentions }))).toBe(false);
  expect(plainContent(' hi <@anna|Anna Able>, ')).toBe('hi @Anna Able,');
});

test('levels of the conversation and of the person both have to let a message through, and do not disturb lets nothing', () => {
  expect(wantsNews(target, news('hi'), 'room')).toBe(true);
  expect(wantsNews({ ...target, channelLevel: 'mentions' }, news('hi'), 'direct')).toBe(false);
  expect(wantsNews({ ...target, desktop: 'mentions' }, news('hi'), 'direct')).toBe(true);
  expect(wantsNews({ ...target, desktop: 'mentions' }, news('hi'), 'room')).toBe(false);
  expect(wantsNews({ ...target, desktop: 'mentions', channelLevel: 'mentions' }, news('<@anna|A>'), 'room')).toBe(true);
  expect(wantsNews({ ...target, mobile: 'never' }, news('hi'), 'room')).toBe(true);
  expect(wantsNews({ ...target, mobile: 'never', isMobile: true }, news('<@anna|A>'), 'room')).toBe(false);
  expect(wantsNews({ ...target, presenceMode: 'dnd' }, news('<@anna|A>'), 'direct')).toBe(false);
  expect(wantsNews({ ...target, desktop: 'never' }, news('', 'call'), 'group')).toBe(true);
  expect(wantsNews({ ...target, calls: false }, news('', 'call'), 'group')).toBe(false);
});
