import type { PersonId } from '@carillon/kernel/ids.js';
import type { Person } from '@carillon/wire/rest/identity.js';
import type { Ctx } from '../ctx.js';
import { accessSelf } from './access.js';
import { PEOPLE_PAGE, presentPerson, sortName } from './model.js';
import { findColleagues, readColleagues } from './store.js';

/** ACC-02: one finds colleagues of one's own account and nobody else. */
export async function findPeople(ctx: Ctx, words: string): Promise<Person[]> {
  const self = accessSelf(ctx);
  await ctx.limits.spend('find-person', self);
  const wanted = sortName(words);
  if (wanted === '') return [];
  return (await findColleagues(ctx.sql, self, wanted)).map(presentPerson);
}

/** A page of colleagues in order of name, after the given one; `next` asks for the page that follows. */
export async function listPeople(ctx: Ctx, after: PersonId | undefined): Promise<{ people: Person[]; next: PersonId | null }> {
  const rows = await readColleagues(ctx.sql, accessSelf(ctx), after);
  const page = rows.slice(0, PEOPLE_PAGE).map(presentPerson);
  return { people: page, next: rows.length > PEOPLE_PAGE ? (page.at(-1)?.id ?? null) : null };
}
