import { forbidden, notFound } from '@carillon/kernel/errors.js';
import type { PersonId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';
import type { Sql } from '../platform/database/database.js';
import type { PersonRow, StatusRow } from './model.js';
import { readVisiblePeople } from './store.js';

/** The signed-in person, or a refusal. Guests and nobody are not people. */
export function accessSelf(ctx: Ctx): PersonId {
  if (ctx.actor.kind !== 'person') throw forbidden('Sign in to do this.', 'sign-in-required');
  return ctx.actor.personId;
}

/** All of them, or the same refusal for a missing person and one the caller may not know of. */
export async function accessPeople(ctx: Ctx, ids: readonly PersonId[], sql: Sql = ctx.sql): Promise<PersonRow[]> {
  const self = accessSelf(ctx);
  const people = await readVisiblePeople(sql, self, ids);
  if (people.length !== new Set(ids).size) throw notFound('person');
  return people;
}

/** Those of `ids` whom the caller may know of; the others are passed over in silence. */
export async function accessVisiblePeople(ctx: Ctx, ids: readonly PersonId[]): Promise<(PersonRow & StatusRow)[]> {
  return readVisiblePeople(ctx.sql, accessSelf(ctx), ids);
}
