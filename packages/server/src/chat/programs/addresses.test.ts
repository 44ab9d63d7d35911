import { expect, test } from 'vitest';
import type { PersonId } from '@carillon/kernel/ids.js';
import { ADDRESSES_MAX, mentionAddressed, readAddresses } from './addresses.js';

const person = (n: number, email: string, displayName: string) => ({ id: `01923456-789a-7000-8000-00000000000${n}` as PersonId, email, displayName });
const mary = person(1, 'mary.major@example.com', 'Mary Major');
const at = (who: typeof mary) => `<@${who.id}|${who.displayName}>`;

test('WHK-04 an alias or a whole address names the member, whatever its case and what stands after it', () => {
  expect(mentionAddressed('@mary.major, ask @Mary.Major@Example.COM.', [mary])).toBe(`${at(mary)}, ask ${at(mary)}.`);
  expect(mentionAddressed('(@mary.major)\n@mary.major', [mary])).toBe(`(${at(mary)})\n${at(mary)}`);
});

test('WHK-04 @All and @Present are everybody and those who are there, in any case', () => {
  expect(mentionAddressed('@All and @PRESENT, not @allan', [])).toBe('<@all|All members> and <@present|Present members>, not @allan');
});

test('an alias that two members have names neither, and their addresses name each', () => {
  const other = person(2, 'mary.major@other.example', 'Mary Other');
  expect(mentionAddressed('@mary.major @mary.major@other.example', [mary, other])).toBe(`@mary.major ${at(other)}`);
});

test('addresses of mail, links, code and mentions written out are left as they are', () => {
  for (const text of ['write to mary.major@example.com', 'https://sample.example/@mary.major/@all', '`@all @mary.major`', '```\n@all\n```', '```\n@all', '<@all|All>', 'a@all', '@', '@@all', '@ all']) {
    expect(mentionAddressed(text, [mary])).toBe(text);
  }
});

test('each is looked for once, in lower case, and everybody is not looked for', () => {
  expect(readAddresses('@Mary @mary @all @Present @Zoë@Example.com')).toEqual({ aliases: ['mary'], addresses: ['zoë@example.com'] });
});

test('only so many become mentions, and a text of nothing but @ is read in no time', () => {
  expect(mentionAddressed('@all '.repeat(ADDRESSES_MAX + 3), []).match(/<@all/g)).toHaveLength(ADDRESSES_MAX);
  const began = performance.now();
  for (const text of ['@'.repeat(4_096), '@a'.repeat(2_048), `@${'a.'.repeat(2_047)}`, '`'.repeat(4_096), '<@'.repeat(2_048), `@a@${'a-'.repeat(2_046)}`]) readAddresses(text);
  expect(performance.now() - began).toBeLessThan(1_000);
});
