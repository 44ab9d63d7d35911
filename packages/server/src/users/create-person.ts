import { assert } from '@carillon/kernel/errors.js';
import { randomDigits } from '@carillon/kernel/chance.js';
import type { PersonId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';
import type { Sql } from '../platform/database/database.js';
import { checkAddress, sortName, TRIAL_MS } from './model.js';
import { insertPerson, insertPlaceholder, isMeetingNumberTaken, readPersonIdByEmail, registerPlaceholder } from './store.js';

const MEETING_NUMBER_DIGITS = 10;
const DRAWS_MAX = 20;

/** GST-02: a new person has Pro for 30 days. PIN-01: and a personal meeting number of ten digits. Whoever was invited is the person that the invitation named. */
export async function createPerson(
  ctx: Ctx,
  sql: Sql,
  person: { email: string; displayName: string; passwordHash: string | null; locale: string | null; isOwner?: boolean; verified: boolean },
): Promise<PersonId> {
  const at = ctx.now();
  const { displayName, ...given } = describe(person.email, person.displayName);
  const wanted = {
    ...given, displayName, passwordHash: person.passwordHash, locale: person.locale, trialEndsAt: new Date(at.getTime() + TRIAL_MS), isOwner: person.isOwner ?? false,
    verifiedAt: person.verified ? at : null, at,
  };
  const invited = await registerPlaceholder(sql, wanted);
  if (invited) return invited;
  const id = ctx.ids.next<'Person'>();
  await insertPerson(sql, { ...wanted, id, personalMeetingNumber: await pickMeetingNumber(ctx, sql) });
  return id;
}

/** The person of an address; somebody new stands for it until they come, and cannot sign in. */
export async function findOrNamePerson(ctx: Ctx, sql: Sql, email: string, displayName = ''): Promise<PersonId> {
  const given = describe(email, displayName);
  const known = await readPersonIdByEmail(sql, given.email);
  if (known) return known;
  const personalMeetingNumber = await pickMeetingNumber(ctx, sql);
  await insertPlaceholder(sql, { ...given, id: ctx.ids.next<'Person'>(), passwordHash: null, locale: null, personalMeetingNumber, trialEndsAt: null, isOwner: false, verifiedAt: null, at: ctx.now() });
  const named = await readPersonIdByEmail(sql, given.email);
  assert(named, 'an invited address has no person');
  return named;
}

function describe(email: string, displayName: string) {
  return { email: checkAddress(email), displayName: displayName.trim(), sortName: sortName(displayName) };
}

/** A number that no person and no meeting has. */
export async function pickMeetingNumber(ctx: Ctx, sql: Sql): Promise<string> {
  for (let draw = 0; draw < DRAWS_MAX; draw++) {
    const number = randomDigits(ctx.chance, MEETING_NUMBER_DIGITS);
    if (!(await isMeetingNumberTaken(sql, number))) return number;
  }
  assert(false, 'no free meeting number was drawn; the source of chance repeats itself');
}
