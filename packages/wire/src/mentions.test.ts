import { expect, test } from 'vitest';
import type { PersonId } from '@carillon/kernel/ids.js';
import { mentionsAsText, mentionsPerson, readMentionAt, readMentions, writeMention } from './mentions.js';

const ANNA = '01923456-789a-7000-8000-00000000000a' as PersonId;

test('a mention is read where it stands, and nothing that only looks like one', () => {
  const text = `Hello <@${ANNA}|Anna Able>, and <@all|All members>`;
  expect([...readMentions(text)]).toEqual([ANNA, 'all']);
  expect(readMentionAt(text, 6)).toEqual({ mention: ANNA, name: 'Anna Able', length: `<@${ANNA}|Anna Able>`.length });
  expect(readMentionAt(text, 5)).toBeNull();
  for (const other of ['<@nobody|X>', `<@${ANNA}>`, `<@${ANNA}|>`, `<@${ANNA}|a\nb>`, `<@${ANNA.toUpperCase()}|X>`, '<@all|', `<@all|${'x'.repeat(300)}>`]) expect(readMentions(other).size).toBe(0);
});

test('a long text of beginnings is read in a moment', () => {
  expect(readMentions('<@all|'.repeat(20_000)).size).toBe(0);
});

test('a name keeps neither the marks of the form nor marks of direction', () => {
  expect(writeMention(ANNA, 'A|n<n>a\u202e\u2066 Able\u200f')).toBe(`<@${ANNA}|A n n a Able>`);
  expect(writeMention(ANNA, '\u202e')).toBe(`<@${ANNA}|?>`);
  expect(writeMention('all', 'whatever')).toBe('<@all|All members>');
});

test('in plain text a mention is an at sign and the name', () => {
  expect(mentionsAsText(`<@${ANNA}|Anna \u202eAble>: <@present|Present members>`)).toBe('@Anna Able: @present');
});

test('everybody is mentioned by all, nobody by another’s name', () => {
  expect(mentionsPerson(['all'], ANNA)).toBe(true);
  expect(mentionsPerson([ANNA], ANNA)).toBe(true);
  expect(mentionsPerson(['present'], ANNA)).toBe(false);
  expect(mentionsPerson([ANNA], null)).toBe(false);
});
