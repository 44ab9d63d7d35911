import { sql as raw } from 'kysely';
import type { AccountId, AttachmentId, ChannelId, PersonId } from '@carillon/kernel/ids.js';
import type { Sql } from '../platform/database/database.js';
import type { ExportId, ExportRow } from './model.js';

const COLUMNS = [
  'id', 'account_id as accountId', 'person_id as personId', 'requested_by as requestedBy', 'requested_at as requestedAt', 'status', 'completed_at as completedAt', 'expires_at as expiresAt', 'attachment_count as attachmentCount',
] as const;
type Of = { accountId: AccountId } | { personId: PersonId };

function selectExports(sql: Sql, of: Of) {
  const query = sql.selectFrom('data_export').select(COLUMNS);
  return 'accountId' in of ? query.where('account_id', '=', of.accountId) : query.where('person_id', '=', of.personId);
}

export async function insertExport(sql: Sql, row: ExportRow): Promise<void> {
  await sql
    .insertInto('data_export')
    .values({ id: row.id, account_id: row.accountId, person_id: row.personId, requested_by: row.requestedBy, requested_at: row.requestedAt, status: row.status, completed_at: null, expires_at: null })
    .execute();
}

export async function readExport(sql: Sql, id: ExportId): Promise<ExportRow | undefined> {
  return sql.selectFrom('data_export').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

/** The last one that was asked for. */
export async function readLastExport(sql: Sql, of: Of): Promise<ExportRow | undefined> {
  return selectExports(sql, of).orderBy('requested_at', 'desc').limit(1).executeTakeFirst();
}

/** Newest first, and one more than `limit`. */
export async function readExports(sql: Sql, of: Of, before: ExportId | undefined, limit: number): Promise<ExportRow[]> {
  return selectExports(sql, of).$if(before !== undefined, query => query.where('id', '<', before!)).orderBy('id', 'desc').limit(limit + 1).execute();
}

export async function completeExport(sql: Sql, id: ExportId, set: { at: Date; expiresAt: Date; count: number }): Promise<void> {
  await sql.updateTable('data_export').set({ status: 'Ready', completed_at: set.at, expires_at: set.expiresAt, attachment_count: set.count }).where('id', '=', id).execute();
}

/** Lists whose addresses have ended; returns which. */
export async function expireExports(sql: Sql, now: Date): Promise<ExportId[]> {
  return (await sql.updateTable('data_export').set({ status: 'Expired' }).where('status', '=', 'Ready').where('expires_at', '<=', now).returning('id').execute()).map(row => row.id);
}

export interface ExportedFile {
  id: AttachmentId;
  channelId: ChannelId;
  sentAt: Date;
}

function selectFiles(sql: Sql) {
  return sql
    .selectFrom('attachment')
    .innerJoin('message', 'message.id', 'attachment.message_id')
    .innerJoin('channel', 'channel.id', 'attachment.channel_id')
    .select(['attachment.id', 'attachment.channel_id as channelId', 'message.created_at as sentAt'])
    .where('message.redacted_at', 'is', null);
}

/** What an account's users uploaded to conversations, and everybody to rooms of the account (guide, ATT-01); a page in order of ids. */
export async function readFilesOfAccount(sql: Sql, accountId: AccountId, after: AttachmentId | undefined, limit: number): Promise<ExportedFile[]> {
  return selectFiles(sql)
    .where(eb => eb.or([
      eb.and([eb('channel.kind', '=', 'room'), eb('channel.account_id', '=', accountId)]),
      eb.and([
        eb('channel.kind', 'in', ['direct', 'group']),
        eb.exists(eb.selectFrom('membership').select('membership.person_id').where(raw<boolean>`membership.person_id = attachment.uploaded_by`).where('membership.account_id', '=', accountId).where('membership.status', '=', 'Joined')),
      ]),
    ]))
    .$if(after !== undefined, query => query.where('attachment.id', '>', after!))
    .orderBy('attachment.id')
    .limit(limit)
    .execute();
}

/** What a person uploaded to conversations and to rooms they made (product-facts, section 6). */
export async function readFilesOfPerson(sql: Sql, personId: PersonId, after: AttachmentId | undefined, limit: number): Promise<ExportedFile[]> {
  return selectFiles(sql)
    .where('attachment.uploaded_by', '=', personId)
    .where(eb => eb.or([eb('channel.kind', 'in', ['direct', 'group']), eb.and([eb('channel.kind', '=', 'room'), eb('channel.created_by', '=', personId)])]))
    .$if(after !== undefined, query => query.where('attachment.id', '>', after!))
    .orderBy('attachment.id')
    .limit(limit)
    .execute();
}

/** Of a person who is deleted for good, or of an account; returns which, for their files. */
export async function deleteExportsOf(sql: Sql, of: Of): Promise<ExportId[]> {
  const query = sql.deleteFrom('data_export').returning('id');
  return (await ('accountId' in of ? query.where('account_id', '=', of.accountId) : query.where('person_id', '=', of.personId)).execute()).map(row => row.id);
}
