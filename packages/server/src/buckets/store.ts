import type { Sql } from '../platform/database/database.js';
import type { BlobId, BucketRow, ObjectRow, PartRow, UploadId, UploadRow } from './model.js';

const BUCKET_COLUMNS = ['name', 'owner_account_id as ownerAccountId', 'region', 'policy', 'created_at as createdAt'] as const;
const OBJECT_COLUMNS = ['bucket', 'key', 'blob_id as blobId', 'bytes', 'etag', 'content_type as contentType', 'metadata', 'written_at as writtenAt'] as const;

/** False when somebody has a bucket of this name. */
export async function insertBucket(sql: Sql, bucket: Omit<BucketRow, 'policy'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await sql
    .insertInto('bucket')
    .values({ name: bucket.name, owner_account_id: bucket.ownerAccountId, region: bucket.region, created_at: bucket.createdAt, policy: null })
    .onConflict(conflict => conflict.column('name').doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function readBucket(sql: Sql, name: string): Promise<BucketRow | undefined> {
  return sql.selectFrom('bucket').select(BUCKET_COLUMNS).where('name', '=', name).executeTakeFirst();
}

/** The same, locked, so that nothing is put into it while it is deleted. */
export async function lockBucket(sql: Sql, name: string): Promise<BucketRow | undefined> {
  return sql.selectFrom('bucket').select(BUCKET_COLUMNS).where('name', '=', name).forUpdate().executeTakeFirst();
}

export async function readBuckets(sql: Sql, ownerAccountId: string): Promise<BucketRow[]> {
  return sql.selectFrom('bucket').select(BUCKET_COLUMNS).where('owner_account_id', '=', ownerAccountId).orderBy('name').execute();
}

export async function updateBucketPolicy(sql: Sql, name: string, policy: string | null): Promise<void> {
  await sql.updateTable('bucket').set({ policy }).where('name', '=', name).execute();
}

/** Whether anything, finished or not, lies in it. */
export async function isBucketUsed(sql: Sql, name: string): Promise<boolean> {
  const object = await sql.selectFrom('object').select('key').where('bucket', '=', name).limit(1).executeTakeFirst();
  return object !== undefined;
}

export async function deleteBucketRow(sql: Sql, name: string): Promise<void> {
  await sql.deleteFrom('multipart_upload').where('bucket', '=', name).execute();
  await sql.deleteFrom('bucket').where('name', '=', name).execute();
}

/** Writes an object over whatever had its key; returns the blob that is free now. */
export async function writeObjectRow(sql: Sql, object: ObjectRow): Promise<BlobId | undefined> {
  const before = await sql.selectFrom('object').select('blob_id as blobId').where('bucket', '=', object.bucket).where('key', '=', object.key).forUpdate().executeTakeFirst();
  const values = { blob_id: object.blobId, bytes: object.bytes, etag: object.etag, content_type: object.contentType, metadata: JSON.stringify(object.metadata), written_at: object.writtenAt };
  await sql
    .insertInto('object')
    .values({ bucket: object.bucket, key: object.key, ...values })
    .onConflict(conflict => conflict.columns(['bucket', 'key']).doUpdateSet(values))
    .execute();
  return before?.blobId;
}

export async function readObjectRow(sql: Sql, bucket: string, key: string): Promise<ObjectRow | undefined> {
  const row = await sql.selectFrom('object').select(OBJECT_COLUMNS).where('bucket', '=', bucket).where('key', '=', key).executeTakeFirst();
  return row && { ...row, bytes: Number(row.bytes) };
}

/** The blob that is free now; undefined when there was no such object. */
export async function deleteObjectRow(sql: Sql, bucket: string, key: string): Promise<BlobId | undefined> {
  const row = await sql.deleteFrom('object').where('bucket', '=', bucket).where('key', '=', key).returning('blob_id as blobId').executeTakeFirst();
  return row?.blobId;
}

/** Keys in the order of their bytes, from above `after`, below `before` where given. */
export async function readObjectRows(sql: Sql, bucket: string, range: { after: string; from: string; before: string | undefined }, limit: number): Promise<ObjectRow[]> {
  const rows = await sql
    .selectFrom('object')
    .select(OBJECT_COLUMNS)
    .where('bucket', '=', bucket)
    .where('key', '>', range.after)
    .where('key', '>=', range.from)
    .$if(range.before !== undefined, query => query.where('key', '<', range.before!))
    .orderBy('key')
    .limit(limit)
    .execute();
  return rows.map(row => ({ ...row, bytes: Number(row.bytes) }));
}

export async function insertUpload(sql: Sql, upload: UploadRow & { at: Date }): Promise<void> {
  await sql.insertInto('multipart_upload').values({ id: upload.id, bucket: upload.bucket, key: upload.key, content_type: upload.contentType, metadata: JSON.stringify(upload.metadata), created_at: upload.at }).execute();
}

/** Locked until the transaction ends. */
export async function lockUpload(sql: Sql, bucket: string, key: string, id: UploadId): Promise<UploadRow | undefined> {
  return sql
    .selectFrom('multipart_upload')
    .select(['id', 'bucket', 'key', 'content_type as contentType', 'metadata'])
    .where('id', '=', id)
    .where('bucket', '=', bucket)
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst();
}

/** Writes a part over an earlier one of its number; returns the blob that is free now. */
export async function writePart(sql: Sql, uploadId: UploadId, part: PartRow): Promise<BlobId | undefined> {
  const before = await sql.selectFrom('multipart_part').select('blob_id as blobId').where('upload_id', '=', uploadId).where('number', '=', part.number).executeTakeFirst();
  const values = { blob_id: part.blobId, bytes: part.bytes, etag: part.etag };
  await sql.insertInto('multipart_part').values({ upload_id: uploadId, number: part.number, ...values }).onConflict(conflict => conflict.columns(['upload_id', 'number']).doUpdateSet(values)).execute();
  return before?.blobId;
}

export async function readParts(sql: Sql, uploadId: UploadId): Promise<PartRow[]> {
  const rows = await sql.selectFrom('multipart_part').select(['number', 'blob_id as blobId', 'bytes', 'etag']).where('upload_id', '=', uploadId).orderBy('number').execute();
  return rows.map(row => ({ ...row, bytes: Number(row.bytes) }));
}

export async function deleteUpload(sql: Sql, id: UploadId): Promise<void> {
  await sql.deleteFrom('multipart_upload').where('id', '=', id).execute();
}

export async function readStaleUploads(sql: Sql, before: Date): Promise<UploadRow[]> {
  return sql.selectFrom('multipart_upload').select(['id', 'bucket', 'key', 'content_type as contentType', 'metadata']).where('created_at', '<', before).limit(100).execute();
}
