import type { AccountId, PersonId } from '@carillon/kernel/ids.js';
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
  await sql.insertInto('account').values({ id: account.id, owner_account_id: account.ownerAccountId, name: account.name, type: account.type, created_at: account.at, deleted_at: null, room_retention: null, conversation_retention: null }).execute();
}

/** Fails on the unique key when the person is in an account already. */
export async function insertMembership(sql: Sql, membership: { personId: PersonId; accountId: AccountId; licence: 'Basic' | 'Pro'; at: Date }): Promise<void> {
  await sql
    .insertInto('membership')
    .values({ person_id: membership.personId, account_id: membership.accountId, licence: membership.licence, status: 'Registered', joined_at: membership.at })
    .execute();
}
