import { sql as raw } from 'kysely';
import type { ChannelId, PersonId, WebhookId } from '@carillon/kernel/ids.js';
import type { FailureCause } from '@carillon/wire/rest/webhooks.js';
import type { Sql } from '../platform/database/database.js';
import { ENDED_TOKENS_MAX, REMOVED_MAX, type WebhookRow } from './model.js';

/** A room's webhooks are those that have a seat in it, where their names stand. */
function selectWebhooks(sql: Sql, channelId: ChannelId) {
  return sql
    .selectFrom('webhook')
    .innerJoin('channel_member as seat', join => join.onRef('seat.channel_id', '=', 'webhook.channel_id').on(raw<boolean>`seat.member_id = webhook.id`))
    .innerJoin('person', 'person.id', 'webhook.created_by')
    .select([
      'webhook.id', 'seat.channel_id as channelId', 'seat.program_name as name', 'webhook.token', 'person.display_name as createdBy', 'webhook.created_at as createdAt',
      'webhook.last_used_at as lastUsedAt', 'webhook.failures', 'webhook.last_failure_cause as lastFailureCause', 'webhook.last_failure_at as lastFailureAt',
    ])
    .where('webhook.channel_id', '=', channelId)
    // Whatever has a seat has a token.
    .$castTo<WebhookRow>();
}

/** Oldest first. */
export async function readWebhooks(sql: Sql, channelId: ChannelId): Promise<WebhookRow[]> {
  return selectWebhooks(sql, channelId).orderBy('webhook.created_at').orderBy('webhook.id').execute();
}

export async function readWebhook(sql: Sql, channelId: ChannelId, id: WebhookId): Promise<WebhookRow | undefined> {
  return selectWebhooks(sql, channelId).where('webhook.id', '=', id).executeTakeFirst();
}

export async function insertWebhook(sql: Sql, row: { id: WebhookId; channelId: ChannelId; token: Buffer; tokenHash: Buffer; createdBy: PersonId; at: Date }): Promise<void> {
  await sql
    .insertInto('webhook')
    .values({
      id: row.id, channel_id: row.channelId, token: row.token, token_hash: row.tokenHash, created_by: row.createdBy, created_at: row.at, last_used_at: null, last_failure_cause: null,
      last_failure_at: null, removed_at: null,
    })
    .execute();
}

/** Another token; the one before is remembered as ended, and the oldest of too many is forgotten. */
export async function replaceToken(sql: Sql, id: WebhookId, token: { token: Buffer; tokenHash: Buffer }, at: Date): Promise<void> {
  await raw`insert into webhook_ended_token (webhook_id, token_hash, ended_at) select id, token_hash, ${at}::timestamptz from webhook where id = ${id}`.execute(sql);
  await sql.updateTable('webhook').set({ token: token.token, token_hash: token.tokenHash }).where('id', '=', id).execute();
  await raw`
    delete from webhook_ended_token where webhook_id = ${id} and token_hash in (
      select token_hash from webhook_ended_token where webhook_id = ${id} order by ended_at desc, token_hash offset ${ENDED_TOKENS_MAX}::int)`.execute(sql);
}

/** Its token cannot be opened any more; that it was one is remembered, of the newest REMOVED_MAX of a room. */
export async function endWebhook(sql: Sql, channelId: ChannelId, id: WebhookId, at: Date): Promise<void> {
  await sql.updateTable('webhook').set({ token: null, removed_at: at }).where('id', '=', id).execute();
  await raw`
    delete from webhook where id in (
      select id from webhook where channel_id = ${channelId} and removed_at is not null order by removed_at desc, id desc offset ${REMOVED_MAX}::int)`.execute(sql);
}

export interface IncomingRow {
  id: WebhookId;
  channelId: ChannelId | null;
  tokenHash: Buffer;
  /** Those that were replaced. */
  endedHashes: Buffer[];
  isSeated: boolean;
}

/** What decides about a request to an address; undefined for an id that is no webhook's. */
export async function readIncoming(sql: Sql, id: WebhookId): Promise<IncomingRow | undefined> {
  const row = await sql
    .selectFrom('webhook')
    .select([
      'id', 'channel_id as channelId', 'token_hash as tokenHash',
      raw<string[] | null>`(select array_agg(encode(e.token_hash, 'hex')) from webhook_ended_token e where e.webhook_id = webhook.id)`.as('ended'),
      raw<boolean>`exists (select 1 from channel_member m where m.channel_id = webhook.channel_id and m.member_id = webhook.id)`.as('isSeated'),
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { ended, tokenHash, ...rest } = row;
  return { ...rest, tokenHash: Buffer.from(tokenHash), endedHashes: (ended ?? []).map(hash => Buffer.from(hash, 'hex')) };
}

export async function updateLastUsed(sql: Sql, id: WebhookId, at: Date): Promise<void> {
  await sql.updateTable('webhook').set({ last_used_at: at }).where('id', '=', id).execute();
}

/** One more refusal for this cause. */
export async function countFailure(sql: Sql, id: WebhookId, cause: FailureCause, at: Date): Promise<void> {
  await sql
    .updateTable('webhook')
    .set({
      failures: raw<string>`jsonb_set(failures, array[${cause}]::text[], to_jsonb(coalesce((failures ->> ${cause})::bigint, 0) + 1))`,
      last_failure_cause: cause, last_failure_at: at,
    })
    .where('id', '=', id)
    .execute();
}

/** Those whose room was deleted are removed as of now; what was removed or replaced before `before` is forgotten. */
export async function sweepEnded(sql: Sql, now: Date, before: Date): Promise<void> {
  await raw`
    update webhook w set removed_at = ${now}::timestamptz, token = null
    where removed_at is null and not exists (select 1 from channel_member m where m.channel_id = w.channel_id and m.member_id = w.id)`.execute(sql);
  await sql.deleteFrom('webhook').where('removed_at', '<', before).execute();
  await sql.deleteFrom('webhook_ended_token').where('ended_at', '<', before).execute();
}
