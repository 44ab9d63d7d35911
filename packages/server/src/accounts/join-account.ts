import type { AccountId, PersonId } from '@carillon/kernel/ids.js';
import type { License } from '@carillon/wire/aws/generated/chime-types.js';
import type { Ctx } from '../ctx.js';
import type { Sql } from '../platform/database/database.js';
import { insertInvited, insertMembership, readDefaultLicence } from './store.js';

export interface NewMember {
  personId: PersonId;
  accountId: AccountId;
  licence: License;
}

/** Makes a person a member. Fails on the unique key when the person is in an account already. */
export async function joinAccount(ctx: Ctx, sql: Sql, member: NewMember): Promise<void> {
  await insertMembership(sql, { ...member, at: ctx.now() });
}

/** Makes a person a member with what the account gives to whoever comes by its domain. */
export async function joinWithDefaultLicence(ctx: Ctx, sql: Sql, member: Omit<NewMember, 'licence'>): Promise<void> {
  await joinAccount(ctx, sql, { ...member, licence: await readDefaultLicence(sql, member.accountId) });
}

/** Puts somebody who was invited among the users of an account, as pending until they come. */
export async function inviteIntoAccount(ctx: Ctx, sql: Sql, invited: NewMember): Promise<void> {
  await insertInvited(sql, { ...invited, at: ctx.now() });
}
