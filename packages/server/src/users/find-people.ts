import type { PersonId } from '@carillon/kernel/ids.js';
import { ASSISTANT_EMAIL, ASSISTANT_ID } from '@carillon/wire/assistant.js';
import type { Person } from '@carillon/wire/rest/identity.js';
import type { Ctx } from '../ctx.js';
import { accessPeople, accessSelf } from './access.js';
import { PEOPLE_PAGE, presentPerson, sortName } from './model.js';
import { findColleagues, readColleagues, readMe } from './store.js';

/** What finds the Assistant, by the beginning of any word as people are found. */
const ASSISTANT_NAMES = ['carillon assistant', 'chime assistant', 'assistente', ASSISTANT_EMAIL];

/** ACC-02: one finds colleagues of one's own account and nobody else, and after them the Assistant. */
export async function findPeople(ctx: Ctx, words: string): Promise<Person[]> {
  const self = accessSelf(ctx);
  await ctx.limits.spend('find-person', self);
  const wanted = sortName(words);
  if (wanted === '') return [];
  const people = await findColleagues(ctx.sql, self, wanted);
  const isAssistant = ASSISTANT_NAMES.some(name => name.startsWith(wanted) || name.includes(` ${wanted}`));
  return [...people, ...(isAssistant ? await accessPeople(ctx, [ASSISTANT_ID]) : [])].map(presentPerson);
}

/**
 * A page of colleagues in order of name, after the given one; `next` asks for the page that follows. Who is of no account has none, and finds the
 * Assistant there, which is for them.
 */
export async function listPeople(ctx: Ctx, after: PersonId | undefined): Promise<{ people: Person[]; next: PersonId | null }> {
  const self = accessSelf(ctx);
  const rows = await readColleagues(ctx.sql, self, after);
  const alone = rows.length === 0 && after === undefined && (await readMe(ctx.sql, self))?.accountId === null;
  if (alone) return { people: (await accessPeople(ctx, [ASSISTANT_ID])).map(presentPerson), next: null };
  const page = rows.slice(0, PEOPLE_PAGE).map(presentPerson);
  return { people: page, next: rows.length > PEOPLE_PAGE ? (page.at(-1)?.id ?? null) : null };
}
