import { sql as raw } from 'kysely';
import type { Sql } from '../platform/database/database.js';
import type { ReadWriteType, TrailId, TrailRow } from './model.js';

const COLUMNS = [
  'id', 'owner_account_id as ownerAccountId', 'name', 'region', 'bucket', 'prefix', 'global_events as globalEvents', 'multi_region as multiRegion', 'read_write as readWrite', 'logging', 'created_at as createdAt',
  'logging_started_at as startedAt', 'logging_stopped_at as stoppedAt', 'delivered_at as deliveredAt', 'attempted_at as attemptedAt', 'delivery_error as deliveryError',
] as const;

/** A record that waits, with what decides which file it goes into. */
export interface WaitingRecord {
  eventId: string;
  region: string;
  bytes: number;
}

/** False when the owner has one of this name. */
export async function insertTrail(sql: Sql, trail: Pick<TrailRow, 'id' | 'ownerAccountId' | 'name' | 'region' | 'bucket' | 'prefix' | 'globalEvents' | 'multiRegion' | 'createdAt'>): Promise<boolean> {
  const row = await sql
    .insertInto('trail')
    .values({
      id: trail.id, owner_account_id: trail.ownerAccountId, name: trail.name, region: trail.region, bucket: trail.bucket, prefix: trail.prefix, global_events: trail.globalEvents, multi_region: trail.multiRegion, created_at: trail.createdAt,
      logging_started_at: null, logging_stopped_at: null, delivered_at: null, attempted_at: null, delivery_error: null,
    })
    .onConflict(conflict => conflict.columns(['owner_account_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function readTrails(sql: Sql, ownerAccountId: string): Promise<TrailRow[]> {
  return sql.selectFrom('trail').select(COLUMNS).where('owner_account_id', '=', ownerAccountId).orderBy('name').execute();
}

export async function readTrail(sql: Sql, ownerAccountId: string, name: string): Promise<TrailRow | undefined> {
  return sql.selectFrom('trail').select(COLUMNS).where('owner_account_id', '=', ownerAccountId).where('name', '=', name).executeTakeFirst();
}

/** By its id, locked until the transaction ends; records are written meanwhile. */
export async function lockTrail(sql: Sql, id: TrailId): Promise<TrailRow | undefined> {
  return sql.selectFrom('trail').select(COLUMNS).where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

export async function updateTrail(sql: Sql, id: TrailId, set: Pick<TrailRow, 'bucket' | 'prefix' | 'globalEvents' | 'multiRegion'>): Promise<void> {
  await sql.updateTable('trail').set({ bucket: set.bucket, prefix: set.prefix, global_events: set.globalEvents, multi_region: set.multiRegion }).where('id', '=', id).execute();
  // A file that was begun gets a name of the new place.
  await sql.updateTable('trail_record').set({ batch: null }).where('trail_id', '=', id).where('batch', 'is not', null).execute();
}

export async function updateReadWrite(sql: Sql, id: TrailId, readWrite: ReadWriteType): Promise<void> {
  await sql.updateTable('trail').set({ read_write: readWrite }).where('id', '=', id).execute();
}

/** Starting what runs, and stopping what stands, changes no time. */
export async function updateLogging(sql: Sql, id: TrailId, logging: boolean, at: Date): Promise<void> {
  await sql.updateTable('trail').set(logging ? { logging, logging_started_at: at } : { logging, logging_stopped_at: at }).where('id', '=', id).where('logging', '=', !logging).execute();
}

export async function updateDelivery(sql: Sql, id: TrailId, at: Date, error: string | null): Promise<void> {
  await sql.updateTable('trail').set({ attempted_at: at, delivery_error: error, ...(error === null && { delivered_at: at }) }).where('id', '=', id).execute();
}

/** What waits goes with it, now or, if it is written in this moment, by `deleteOrphans`. */
export async function deleteTrailRow(sql: Sql, id: TrailId): Promise<void> {
  await sql.deleteFrom('trail').where('id', '=', id).execute();
  await sql.deleteFrom('trail_record').where('trail_id', '=', id).execute();
}

export async function deleteOrphans(sql: Sql): Promise<void> {
  await sql.deleteFrom('trail_record').where('trail_id', 'not in', db => db.selectFrom('trail').select('id')).execute();
}

/** Trails that have something to deliver. */
export async function readWaitingTrails(sql: Sql): Promise<TrailRow[]> {
  return sql.selectFrom('trail').select(COLUMNS).where(eb => eb.exists(eb.selectFrom('trail_record').select('event_id').whereRef('trail_record.trail_id', '=', 'trail.id'))).orderBy('id').execute();
}

/** The key of a file that was begun and is not delivered yet. */
export async function readBatch(sql: Sql, id: TrailId): Promise<string | undefined> {
  const row = await sql.selectFrom('trail_record').select('batch').where('trail_id', '=', id).where('batch', 'is not', null).limit(1).executeTakeFirst();
  return row?.batch ?? undefined;
}

/** Oldest first. */
export async function readWaitingRecords(sql: Sql, id: TrailId, limit: number): Promise<WaitingRecord[]> {
  const rows = await sql
    .selectFrom('trail_record')
    .innerJoin('audit_event', 'audit_event.id', 'trail_record.event_id')
    .select(['trail_record.event_id as eventId', raw<string>`record->>'awsRegion'`.as('region'), raw<number>`octet_length(record::text)`.as('bytes')])
    .where('trail_id', '=', id)
    .where('batch', 'is', null)
    .orderBy('trail_record.at')
    .orderBy('trail_record.event_id')
    .limit(limit)
    .execute();
  return rows.map(row => ({ ...row, bytes: Number(row.bytes) }));
}

export async function updateBatch(sql: Sql, id: TrailId, eventIds: readonly string[], batch: string): Promise<void> {
  await sql.updateTable('trail_record').set({ batch }).where('trail_id', '=', id).where('event_id', 'in', eventIds as never).execute();
}

/** The records of a file, oldest first: the same ones for every try. */
export async function readBatchRecords(sql: Sql, id: TrailId, batch: string): Promise<Record<string, unknown>[]> {
  const rows = await sql
    .selectFrom('trail_record')
    .innerJoin('audit_event', 'audit_event.id', 'trail_record.event_id')
    .select('record')
    .where('trail_id', '=', id)
    .where('batch', '=', batch)
    .orderBy('trail_record.at')
    .orderBy('trail_record.event_id')
    .execute();
  return rows.map(row => row.record);
}

/** How many were still waiting: none when somebody else delivered them. */
export async function deleteBatch(sql: Sql, id: TrailId, batch: string): Promise<number> {
  const { numDeletedRows } = await sql.deleteFrom('trail_record').where('trail_id', '=', id).where('batch', '=', batch).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

export async function deleteOldRecords(sql: Sql, id: TrailId, before: Date): Promise<void> {
  await sql.deleteFrom('trail_record').where('trail_id', '=', id).where('at', '<', before).execute();
}
