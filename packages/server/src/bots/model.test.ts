import { expect, test } from 'vitest';
import { botLocalPart, checkBotName, pauseAfter } from './model.js';

test('BOT-07 a bot’s address begins with its name, made fit for an address, and two of one name have two addresses', () => {
  expect(botLocalPart('exampleBot')).toBe('exampleBot-chimebot');
  expect(botLocalPart('Héllo Wörld + 100%', 2)).toBe('Hello-World-+-100%-2-chimebot');
  expect(botLocalPart('.a..b.')).toBe('a.b-chimebot');
  expect(botLocalPart('助手')).toBe('bot-chimebot');
  expect(botLocalPart('x'.repeat(55), 10)).toHaveLength(64);
});

test.each(['', '   ', 'a\r\nb', 'a\u200bb', '\u200b', 'a\u202eb', '\ud800', 'x'.repeat(56)])('BOT-06 a name that shows nothing, hides something or is too long is refused: %j', name => {
  expect(() => checkBotName(name)).toThrow(/1 to 55 visible characters/);
});

test('BOT-06 letters, digits and signs may be 55 characters, counted as people count them', () => {
  expect(checkBotName(` ${'🤖'.repeat(55)} `)).toBe('🤖'.repeat(55));
  expect(checkBotName('Q&A + 100% -bot')).toBe('Q&A + 100% -bot');
});

test('an endpoint that fails again and again is left alone for longer each time, an hour at most', () => {
  expect([1, 4, 5, 6, 7, 500].map(pauseAfter)).toEqual([0, 0, 30_000, 60_000, 120_000, 3_600_000]);
});
