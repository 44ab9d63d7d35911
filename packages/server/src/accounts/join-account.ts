import type { AccountId, PersonId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';
import type { Sql } from '../platform/database/database.js';
import { insertMembership } from './store.js';

/** Makes a person a member. Fails on the unique key when the person is in an account already. */
export async function joinAccount(ctx: Ctx, sql: Sql, member: { personId: PersonId; accountId: AccountId; licence: 'Basic' | 'Pro' }): Promise<void> {
  await insertMembership(sql, { ...member, at: ctx.now() });
}
