import { DAY_MS } from '@carillon/kernel/clock.js';
import type { AccountId, PersonId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';
import { releaseMembers, updateRegistration } from './member-store.js';
import type { MemberRow } from './model.js';

/** From a domain's removal until its people's data is deleted (requirements, X2). */
const RELEASED_FOR_MS = 90 * DAY_MS;

/** Those of the members who could sign in until now (guide, USR-24). */
export function suspendMembers(ctx: Ctx, members: readonly MemberRow[]): Promise<PersonId[]> {
  return updateRegistration(ctx.sql, joined(members), 'Registered', 'Suspended');
}

/** Whoever is not suspended is passed over, and so is whom a removed domain let go (TRN-09). */
export async function unsuspendMembers(ctx: Ctx, members: readonly MemberRow[]): Promise<void> {
  await updateRegistration(ctx.sql, joined(members), 'Suspended', 'Registered');
}

/** The members with addresses of a domain that is given up: registered ones are Released, suspended ones stay so, and all are deleted in the end (X1, X2). */
export function releasePeople(ctx: Ctx, accountId: AccountId, domain: string): Promise<PersonId[]> {
  return releaseMembers(ctx.sql, accountId, domain, new Date(ctx.clock.now() + RELEASED_FOR_MS));
}

function joined(members: readonly MemberRow[]): PersonId[] {
  return members.filter(member => member.status === 'Joined').map(member => member.id);
}
