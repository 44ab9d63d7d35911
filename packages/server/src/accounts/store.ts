import type { AccountId, PersonId } from '@carillon/kernel/ids.js';
import type { License } from '@carillon/wire/aws/generated/chime-types.js';
import type { Sql } from '../platform/database/database.js';

/** Whether there is an owner account. */
export async function hasOwner(sql: Sql): Promise<boolean> {
  return (await sql.selectFrom('owner_account').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** The owner account and its root user. Fails on the unique key of the address. */
export async function insertOwner(sql: Sql, owner: { id: string; name: string; email: string; passwordHash: string; at: Date }): Promise<void> {
  await sql.insertInto('owner_account').values({ id: owner.id, name: owner.name, created_at: owner.at, alias: null }).execute();
  await sql.insertInto('root_user').values({ owner_account_id: owner.id, email: owner.email, password_hash: owner.passwordHash, created_at: owner.at }).execute();
}

/** An account of an owner. */
export async function insertAccount(sql: Sql, account: { id: AccountId; ownerAccountId: string; name: string; type: 'Team'; at: Date }): Promise<void> {
  await sql.insertInto('account').values({ id: account.id, owner_account_id: account.ownerAccountId, name: account.name, type: account.type, created_at: account.at, deleted_at: null, room_retention: null, conversation_retention: null, meeting_regions: null }).execute();
}

/** Only of a Team account. */
export async function makeEnterprise(sql: Sql, id: AccountId): Promise<void> {
  await sql.updateTable('account').set({ type: 'EnterpriseLWA' }).where('id', '=', id).where('type', '=', 'Team').execute();
}

/** Makes a member, of whoever was invited too. Fails on the unique key when the person is in an account already. */
export async function insertMembership(sql: Sql, membership: { personId: PersonId; accountId: AccountId; licence: License; at: Date }): Promise<void> {
  const joined = { licence: membership.licence, status: 'Joined' as const, joined_at: membership.at };
  await sql
    .insertInto('membership')
    .values({ person_id: membership.personId, account_id: membership.accountId, ...joined, invited_at: null })
    .onConflict(conflict => conflict.columns(['person_id', 'account_id']).doUpdateSet(joined).where('membership.status', '=', 'Invited'))
    .execute();
}

/** Somebody who was invited and has not come; nothing for a member. */
export async function insertInvited(sql: Sql, invited: { personId: PersonId; accountId: AccountId; licence: License; at: Date }): Promise<void> {
  const values = { licence: invited.licence, invited_at: invited.at };
  await sql
    .insertInto('membership')
    .values({ person_id: invited.personId, account_id: invited.accountId, status: 'Invited', joined_at: null, ...values })
    .onConflict(conflict => conflict.columns(['person_id', 'account_id']).doUpdateSet(values).where('membership.status', '=', 'Invited'))
    .execute();
}

/** What whoever joins by the account's domain gets. */
export async function readDefaultLicence(sql: Sql, id: AccountId): Promise<License> {
  return (await sql.selectFrom('account').select('default_license as licence').where('id', '=', id).executeTakeFirstOrThrow()).licence;
}
