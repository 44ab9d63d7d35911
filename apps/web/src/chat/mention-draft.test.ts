import { expect, test } from 'vitest';
import type { PersonId } from '@carillon/kernel/ids.js';
import { writeMentions } from './mention-draft.js';

const ANNA = { id: '01923456-789a-7000-8000-00000000000a' as PersonId, name: 'Anna' };
const ABLE = { id: '01923456-789a-7000-8000-00000000000b' as PersonId, name: 'Anna Able (x)' };

test('chosen names become mentions, the longer before the shorter', () => {
  expect(writeMentions('Hi @Anna Able (x), @Anna!', [ANNA, ABLE], [])).toBe(`Hi <@${ABLE.id}|Anna Able (x)>, <@${ANNA.id}|Anna>!`);
});

test('an address, a longer name and a name nobody chose stay words', () => {
  for (const text of ['me@Anna', '@Annabel', '@Ben', '@@Anna', 'x @ Anna']) expect(writeMentions(text, [ANNA], [])).toBe(text);
});

test('the words for everybody count where they mean something, and never in code', () => {
  expect(writeMentions('@all and @present', [], ['all', 'present'])).toBe('<@all|All members> and <@present|Present members>');
  expect(writeMentions('@present', [], ['all'])).toBe('@present');
  expect(writeMentions('/code @all', [], ['all'])).toBe('/code @all');
});
