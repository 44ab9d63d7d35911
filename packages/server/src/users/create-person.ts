import { assert } from '@carillon/kernel/errors.js';
import { randomDigits } from '@carillon/kernel/chance.js';
import type { PersonId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';
import type { Sql } from '../platform/database/database.js';
import { canonicalEmail, sortName, TRIAL_MS } from './model.js';
import { insertPerson, isMeetingNumberTaken } from './store.js';

const MEETING_NUMBER_DIGITS = 10;
const DRAWS_MAX = 20;

/** GST-02: a new person has Pro for 30 days. PIN-01: and a personal meeting number of ten digits. */
export async function createPerson(
  ctx: Ctx,
  sql: Sql,
  person: { email: string; displayName: string; passwordHash: string | null; locale: string | null; isOwner?: boolean; verified: boolean },
): Promise<PersonId> {
  const at = ctx.now();
  const id = ctx.ids.next<'Person'>();
  await insertPerson(sql, {
    id,
    email: canonicalEmail(person.email),
    displayName: person.displayName.trim(),
    sortName: sortName(person.displayName),
    passwordHash: person.passwordHash,
    locale: person.locale,
    personalMeetingNumber: await pickMeetingNumber(ctx, sql),
    trialEndsAt: new Date(at.getTime() + TRIAL_MS),
    isOwner: person.isOwner ?? false,
    verifiedAt: person.verified ? at : null,
    at,
  });
  return id;
}

/** A number that no person and no meeting has. */
export async function pickMeetingNumber(ctx: Ctx, sql: Sql): Promise<string> {
  for (let draw = 0; draw < DRAWS_MAX; draw++) {
    const number = randomDigits(ctx.chance, MEETING_NUMBER_DIGITS);
    if (!(await isMeetingNumberTaken(sql, number))) return number;
  }
  assert(false, 'no free meeting number was drawn; the source of chance repeats itself');
}
