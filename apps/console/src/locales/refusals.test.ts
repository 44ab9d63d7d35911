import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { REFUSALS } from './it-refusals.js';
import { matchSentence, tellRefusal } from './tell-refusal.js';

const SERVER = join(import.meta.dirname, '../../../../packages/server/src');
/** The rooms whose operations the console's pages call. */
const ROOMS = ['accounts', 'bots', 'console', 'domains', 'exports', 'iam', 'imports', 'users', 'trails'];
/** Asked for by programs alone, or by people in the app, which has words of its own (`apps/web/src/session/failure-text.ts`). */
const ELSEWHERE = /^(users\/(set-status|access|import-contacts|contacts|rest|update-me)|iam\/(sts|session-token|access-principal)|trails\/(create-trail|event-selectors|trail-name))\.ts$/;
const NOT_ON_PAGES = new Set([
  // Told by `again in …`, whose two forms stand in the table.
  'Attachments can be requested once in seven days, again in ${again}.',
  'This is for signed requests.', 'Must specify userName when calling with non-User credentials', 'A role without its issuer.', 'The file’s letters cannot be read. Save it as “CSV UTF-8”.',
]);

const sources = ROOMS.flatMap(room => readdirSync(join(SERVER, room), { recursive: true, encoding: 'utf8' }).map(path => `${room}/${path}`))
  .filter(path => path.endsWith('.ts') && !path.endsWith('.test.ts') && !ELSEWHERE.test(path));

/** What a refusal of the server's says, as it stands in the source: `${…}` is what is filled in. */
function sentencesOf(path: string): string[] {
  const source = readFileSync(join(SERVER, path), 'utf8');
  return [...source.matchAll(/(?:(?:badRequest|forbidden)\(|new ApiError\('\w+', )(?:'((?:[^'\\]|\\.)+)'|`((?:[^`\\]|\\.)+)`)/g)].map(match => (match[1] ?? match[2] ?? '').replaceAll('\\\'', '\''));
}

it('every refusal that a page of the console can meet has words in Italian', () => {
  const told = sources.flatMap(sentencesOf).filter(sentence => !NOT_ON_PAGES.has(sentence));
  expect(told.length).toBeGreaterThan(60);
  expect(told.filter(sentence => tellRefusal(REFUSALS, sentence) === undefined)).toEqual([]);
});

it('what is filled in stands in the Italian sentence too', () => {
  expect(tellRefusal(REFUSALS, 'An account has at most 10 bots. They cannot be deleted, only stopped.')).toBe('Un account ha al massimo 10 bot. Non si eliminano: si possono solo interrompere.');
  expect(tellRefusal(REFUSALS, 'The endpoint could not be verified. It answered 404 instead of 200.')).toBe('L’endpoint non è stato verificato. Ha risposto 404 invece di 200.');
  expect(['a day', '3 days'].map(again => tellRefusal(REFUSALS, `Attachments can be requested once in seven days, again in ${again}.`))).toEqual([expect.stringMatching(/tra un giorno\.$/), expect.stringMatching(/tra 3 giorni\.$/)]);
  const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();
  for (const [sentence, italian] of REFUSALS) expect(blanks(sentence), italian).toEqual(expect.arrayContaining(blanks(italian)));
});

it('a sentence is matched whole, and its own signs are no pattern', () => {
  expect(matchSentence('At most {max} (and no more).', 'At most 3 (and no more).')?.get('max')).toBe('3');
  expect(matchSentence('At most {max} (and no more).', 'At most 3 (and no more). Or?')).toBeUndefined();
  expect(tellRefusal(REFUSALS, 'A sentence that nobody knows.')).toBeUndefined();
});

it('no sentence of the table is hidden behind one before it', () => {
  const hidden = REFUSALS.filter(([sentence], i) => REFUSALS.slice(0, i).some(([before]) => matchSentence(before, sentence)));
  expect(hidden).toEqual([]);
});
