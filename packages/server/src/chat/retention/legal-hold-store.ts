import type { AccountId, ChannelId, Id, PersonId } from '@carillon/kernel/ids.js';
import type { Sql } from '../../platform/database/database.js';

export interface LegalHoldRow {
  id: Id<'LegalHold'>;
  accountId: AccountId;
  targetType: 'User' | 'Room';
  targetId: PersonId | ChannelId;
  reason: string;
  createdBy: string;
  createdAt: Date;
}

const COLUMNS = ['id', 'account_id as accountId', 'target_type as targetType', 'target_id as targetId', 'reason', 'created_by as createdBy', 'created_at as createdAt'] as const;

/** False when the account holds this already. */
export async function insertLegalHold(sql: Sql, hold: LegalHoldRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await sql
    .insertInto('legal_hold')
    .values({ id: hold.id, account_id: hold.accountId, target_type: hold.targetType, target_id: hold.targetId, reason: hold.reason, created_by: hold.createdBy, created_at: hold.createdAt })
    .onConflict(conflict => conflict.columns(['account_id', 'target_type', 'target_id']).doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** In order of ids, and one more than `limit`. */
export async function readLegalHolds(sql: Sql, accountId: AccountId, after: Id<'LegalHold'> | undefined, limit: number): Promise<LegalHoldRow[]> {
  return sql.selectFrom('legal_hold').select(COLUMNS).where('account_id', '=', accountId).$if(after !== undefined, query => query.where('id', '>', after!)).orderBy('id').limit(limit + 1).execute();
}

/** Says whether there was such a hold. */
export async function deleteLegalHold(sql: Sql, accountId: AccountId, id: Id<'LegalHold'>): Promise<boolean> {
  return (await sql.deleteFrom('legal_hold').where('account_id', '=', accountId).where('id', '=', id).executeTakeFirst()).numDeletedRows > 0n;
}
