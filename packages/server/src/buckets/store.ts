import type { Sql } from '../platform/database/database.js';
import type { BlobId, BucketRow, ObjectRow, PartRow, UploadId, UploadRow } from './model.js';

const BUCKET_COLUMNS = ['name', 'owner_account_id as ownerAccountId', 'region', 'policy', 'created_at as createdAt'] as const;
const OBJECT_COLUMNS = ['bucket', 'key', 'blob_id as blobId', 'bytes', 'etag', 'content_type as contentType', 'metadata', 'headers', 'checksum', 'written_at as writtenAt'] as const;
const UPLOAD_COLUMNS = ['id', 'bucket', 'key', 'content_type as contentType', 'metadata', 'headers', 'checksum', 'created_at as createdAt'] as const;
/** Of writing a row that others delete and write at the same moment. */
const WRITE_TRIES = 5;

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

/** The same, kept from being deleted until the transaction ends; others may put into it meanwhile. */
export async function holdBucket(sql: Sql, name: string): Promise<BucketRow | undefined> {
  return sql.selectFrom('bucket').select(BUCKET_COLUMNS).where('name', '=', name).forKeyShare().executeTakeFirst();
}

/** The same, locked, so that nothing is put into it meanwhile. */
export async function lockBucket(sql: Sql, name: string): Promise<BucketRow | undefined> {
  return sql.selectFrom('bucket').select(BUCKET_COLUMNS).where('name', '=', name).forUpdate().executeTakeFirst();
}

export async function readBuckets(sql: Sql, ownerAccountId: string): Promise<BucketRow[]> {
  return sql.selectFrom('bucket').select(BUCKET_COLUMNS).where('owner_account_id', '=', ownerAccountId).orderBy('name').execute();
}

export async function updateBucketPolicy(sql: Sql, name: string, policy: string | null): Promise<void> {
  await sql.updateTable('bucket').set({ policy }).where('name', '=', name).execute();
}

/** Whether an object lies in it. */
export async function isBucketUsed(sql: Sql, name: string): Promise<boolean> {
  const object = await sql.selectFrom('object').select('key').where('bucket', '=', name).limit(1).executeTakeFirst();
  return object !== undefined;
}

/** The parts of uploads that were never completed go with it; returns their blobs. */
export async function deleteBucketRow(sql: Sql, name: string): Promise<BlobId[]> {
  // Nobody adds a part meanwhile.
  await sql.selectFrom('multipart_upload').select('id').where('bucket', '=', name).forUpdate().execute();
  const parts = await sql.selectFrom('multipart_part').innerJoin('multipart_upload', 'multipart_upload.id', 'multipart_part.upload_id').select('multipart_part.blob_id as blobId').where('bucket', '=', name).execute();
  await sql.deleteFrom('multipart_upload').where('bucket', '=', name).execute();
  await sql.deleteFrom('bucket').where('name', '=', name).execute();
  return parts.map(part => part.blobId);
}

/** Writes an object over whatever had its key; returns the blob that is free now. */
export async function writeObjectRow(sql: Sql, object: ObjectRow): Promise<BlobId | undefined> {
  const values = {
    blob_id: object.blobId, bytes: object.bytes, etag: object.etag, content_type: object.contentType, metadata: JSON.stringify(object.metadata), headers: JSON.stringify(object.headers),
    checksum: object.checksum && JSON.stringify(object.checksum), written_at: object.writtenAt,
  };
  for (let tries = 0; tries < WRITE_TRIES; tries++) {
    const inserted = await sql.insertInto('object').values({ bucket: object.bucket, key: object.key, ...values }).onConflict(conflict => conflict.columns(['bucket', 'key']).doNothing()).returning('key').executeTakeFirst();
    if (inserted) return undefined;
    const before = await sql.selectFrom('object').select('blob_id as blobId').where('bucket', '=', object.bucket).where('key', '=', object.key).forUpdate().executeTakeFirst();
    // Deleted in this moment: it is new again.
    if (!before) continue;
    await sql.updateTable('object').set(values).where('bucket', '=', object.bucket).where('key', '=', object.key).execute();
    return before.blobId;
  }
  throw new Error('An object was written and deleted again and again by others.');
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

/** Keys in the order of their bytes: above `after`, from `from` on, below `before` where given. */
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

export async function insertUpload(sql: Sql, upload: UploadRow): Promise<void> {
  await sql
    .insertInto('multipart_upload')
    .values({
      id: upload.id, bucket: upload.bucket, key: upload.key, content_type: upload.contentType, metadata: JSON.stringify(upload.metadata), headers: JSON.stringify(upload.headers),
      checksum: upload.checksum && JSON.stringify(upload.checksum), created_at: upload.createdAt,
    })
    .execute();
}

export async function readUpload(sql: Sql, bucket: string, key: string, id: UploadId): Promise<UploadRow | undefined> {
  return sql.selectFrom('multipart_upload').select(UPLOAD_COLUMNS).where('id', '=', id).where('bucket', '=', bucket).where('key', '=', key).executeTakeFirst();
}

/** The same, locked until the transaction ends. */
export async function lockUpload(sql: Sql, bucket: string, key: string, id: UploadId): Promise<UploadRow | undefined> {
  return sql.selectFrom('multipart_upload').select(UPLOAD_COLUMNS).where('id', '=', id).where('bucket', '=', bucket).where('key', '=', key).forUpdate().executeTakeFirst();
}

/** Uploads of a bucket by key, then by age, behind the position where one is given. */
export async function readUploads(sql: Sql, bucket: string, prefix: { from: string; before: string | undefined }, after: { key: string; id: UploadId | undefined }, limit: number): Promise<UploadRow[]> {
  return sql
    .selectFrom('multipart_upload')
    .select(UPLOAD_COLUMNS)
    .where('bucket', '=', bucket)
    .where('key', '>=', prefix.from)
    .$if(prefix.before !== undefined, query => query.where('key', '<', prefix.before!))
    .where(eb => (after.id === undefined ? eb('key', '>', after.key) : eb(eb.refTuple('key', 'id'), '>', eb.tuple(after.key, after.id))))
    .orderBy('key')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Writes a part over an earlier one of its number; returns the blob that is free now. The upload is locked by the caller. */
export async function writePart(sql: Sql, uploadId: UploadId, part: PartRow): Promise<BlobId | undefined> {
  const before = await sql.selectFrom('multipart_part').select('blob_id as blobId').where('upload_id', '=', uploadId).where('number', '=', part.number).executeTakeFirst();
  const values = { blob_id: part.blobId, bytes: part.bytes, etag: part.etag, checksum: part.checksum && JSON.stringify(part.checksum) };
  await sql.insertInto('multipart_part').values({ upload_id: uploadId, number: part.number, ...values }).onConflict(conflict => conflict.columns(['upload_id', 'number']).doUpdateSet(values)).execute();
  return before?.blobId;
}

export async function readParts(sql: Sql, uploadId: UploadId): Promise<PartRow[]> {
  const rows = await sql.selectFrom('multipart_part').select(['number', 'blob_id as blobId', 'bytes', 'etag', 'checksum']).where('upload_id', '=', uploadId).orderBy('number').execute();
  return rows.map(row => ({ ...row, bytes: Number(row.bytes) }));
}

export async function deleteUpload(sql: Sql, id: UploadId): Promise<void> {
  await sql.deleteFrom('multipart_upload').where('id', '=', id).execute();
}

export async function readStaleUploads(sql: Sql, before: Date): Promise<UploadRow[]> {
  return sql.selectFrom('multipart_upload').select(UPLOAD_COLUMNS).where('created_at', '<', before).limit(100).execute();
}
