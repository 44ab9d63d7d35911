import { DAY_MS } from '@carillon/kernel/clock.js';
import type { AccountId, PersonId } from '@carillon/kernel/ids.js';
import type { Ctx, Tx } from '../ctx.js';
import { releaseMembers, releasePerson, updateRegistration } from './member-store.js';
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

/**
 * Somebody of no account leaves for good: they sign in no more and the address is free at once, and the next purge deletes their data, unless a legal
 * hold keeps it for now. False for members of an account and for whoever cannot sign in.
 */
export async function releaseForGood(ctx: Ctx, tx: Tx, id: PersonId): Promise<boolean> {
  return releasePerson(tx.sql, id, ctx.now());
}

function joined(members: readonly MemberRow[]): PersonId[] {
  return members.filter(member => member.status === 'Joined').map(member => member.id);
}
