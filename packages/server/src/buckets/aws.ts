import { badRequest } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';
import type { Operation } from '../operation.js';
import { accessBucket, checkKey } from './access.js';
import { deleteBucketPolicy, getBucketPolicy, putBucketPolicy } from './bucket-policy.js';
import { copyBytes, type CopySource } from './copy-object.js';
import { createBucket, deleteBucket, listBuckets } from './create-bucket.js';
import { accessObject, getObject } from './get-object.js';
import { listObjects } from './list-objects.js';
import { listParts, listUploads } from './list-uploads.js';
import { bucketArn, objectArn, type Checksum, type ChecksumAlgorithm, type ObjectRow, type StoredBytes } from './model.js';
import { abortMultipartUpload, accessUpload, checkPartNumber, completeMultipartUpload, createMultipartUpload, joinParts, uploadPart, type JoinedParts, type ListedPart } from './multipart.js';
import type { ReadConditions } from './object-conditions.js';
import { deleteObject, putObject, type WriteConditions } from './put-object.js';
import { forgetBytes, storeBytes, type Upload } from './store-bytes.js';

/**
 * S3's operations, as many as reading and delivering need. Their inputs are recorded as CloudTrail does, hence the names;
 * `edge/s3` reads them out of requests. What is uploaded is no part of the input: it is stored between the decision and the change.
 */
export interface OfBucket {
  readonly BucketName: string;
}

export interface OfObject extends OfBucket {
  readonly Key: string;
}

export interface OfUpload extends OfObject {
  readonly UploadId: string;
}

/** What is kept beside the bytes. */
export interface Described {
  readonly ContentType: string;
  readonly Metadata: Readonly<Record<string, string>>;
  readonly Headers: Readonly<Record<string, string>>;
  readonly Acl?: string | undefined;
}

export interface Listed extends OfBucket {
  readonly Prefix: string;
  readonly Delimiter: string;
  readonly After: string;
  readonly MaxKeys: number;
}

/** What may differ from the ordinary. */
interface More extends Pick<Operation, 'conditions' | 'also' | 'prepare' | 'undo'> {
  /** Without `s3:`; the name of the operation without it. */
  readonly action?: string;
  readonly resource?: (input: never) => string;
}

const ofBucket = { resource: ({ BucketName }: OfBucket) => bucketArn(BucketName) };
const ofObject = { resource: ({ BucketName, Key }: OfObject) => objectArn(BucketName, Key) };
const withAcl = { conditions: ({ Acl }: { Acl?: string | undefined }): Record<string, string> => (Acl === undefined ? {} : { 's3:x-amz-acl': Acl }) };

function define<T>(kind: Operation['kind'], name: string, work: (ctx: Ctx, input: T, prepared: never) => Promise<unknown>, more: More = {}): Operation {
  const { action = name, ...rest } = more;
  // The door makes the input of each operation itself.
  return { service: 's3', name, kind, action: `s3:${action}`, ...rest, work: work as Operation['work'] };
}

export const listBucketsOperation = define('read', 'ListBuckets', listBuckets, { action: 'ListAllMyBuckets' });
export const createBucketOperation = define('write', 'CreateBucket', (ctx, { BucketName, LocationConstraint }: OfBucket & { LocationConstraint: string }) => createBucket(ctx, BucketName, LocationConstraint), ofBucket);
export const headBucketOperation = define('read', 'HeadBucket', (ctx, { BucketName }: OfBucket) => accessBucket(ctx, BucketName), { ...ofBucket, action: 'ListBucket' });
export const deleteBucketOperation = define('write', 'DeleteBucket', (ctx, { BucketName }: OfBucket) => deleteBucket(ctx, BucketName), ofBucket);
export const getBucketLocationOperation = define('read', 'GetBucketLocation', (ctx, { BucketName }: OfBucket) => accessBucket(ctx, BucketName), ofBucket);
export const getBucketAclOperation = define('read', 'GetBucketAcl', (ctx, { BucketName }: OfBucket) => accessBucket(ctx, BucketName), ofBucket);
export const getBucketPolicyOperation = define('read', 'GetBucketPolicy', (ctx, { BucketName }: OfBucket) => getBucketPolicy(ctx, BucketName), ofBucket);
export const putBucketPolicyOperation = define('write', 'PutBucketPolicy', (ctx, { BucketName, BucketPolicy }: OfBucket & { BucketPolicy: string }) => putBucketPolicy(ctx, BucketName, BucketPolicy), ofBucket);
export const deleteBucketPolicyOperation = define('write', 'DeleteBucketPolicy', (ctx, { BucketName }: OfBucket) => deleteBucketPolicy(ctx, BucketName), ofBucket);

export const listObjectsOperation = define('read', 'ListObjects', (ctx, input: Listed) => listObjects(ctx, input.BucketName, { prefix: input.Prefix, delimiter: input.Delimiter, after: input.After, limit: input.MaxKeys }), {
  ...ofBucket, action: 'ListBucket', conditions: (input: Listed) => ({ 's3:prefix': input.Prefix, 's3:delimiter': input.Delimiter, 's3:max-keys': String(input.MaxKeys) }),
});
export const getObjectOperation = define('read', 'GetObject', (ctx, input: OfObject & Asked) => getObject(ctx, input.BucketName, input.Key, input.Asked), ofObject);
export const headObjectOperation = define('read', 'HeadObject', (ctx, input: OfObject & Asked) => getObject(ctx, input.BucketName, input.Key, input.Asked), { ...ofObject, action: 'GetObject' });
/** Objects have no tags here; the CLI asks for them when it copies. */
export const getObjectTaggingOperation = define('read', 'GetObjectTagging', (ctx, { BucketName, Key }: OfObject) => accessObject(ctx, BucketName, Key), ofObject);
export const deleteObjectOperation = define('write', 'DeleteObject', (ctx, { BucketName, Key }: OfObject) => deleteObject(ctx, BucketName, Key), ofObject);

interface Asked {
  readonly Asked: ReadConditions & { readonly range?: string | undefined };
}

/** The whole body is stored before the row is written; a row that is refused takes the bytes with it. */
export function putObjectOperation(upload: Upload): Operation {
  return define('write', 'PutObject', async (ctx, input: OfObject & Described & { Conditions: WriteConditions }, stored: StoredBytes) => {
    await putObject(ctx, { ...rowOf(input), ...stored }, input.Conditions);
    return { ETag: stored.etag, Checksum: stored.checksum };
  }, {
    ...ofObject, ...withAcl, undo: forgetBytes,
    prepare: async (ctx, { BucketName, Key }: OfObject) => {
      checkKey(Key);
      await accessBucket(ctx, BucketName);
      return storeBytes(ctx, upload);
    },
  });
}

export interface OfCopy extends OfObject, Described {
  readonly Source: CopySource;
  /** The source's description is kept. */
  readonly KeepsDescription: boolean;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
}

type Copied = Awaited<ReturnType<typeof copyBytes>>;
const ofSource = ({ Source }: { Source: CopySource }) => [{ action: 's3:GetObject', resource: objectArn(Source.bucket, Source.key) }];

export const copyObjectOperation = define('write', 'CopyObject', async (ctx, input: OfCopy, { source, stored }: Copied) => {
  const described = input.KeepsDescription ? { contentType: source.contentType, metadata: source.metadata, headers: source.headers } : {};
  await putObject(ctx, { ...rowOf(input), ...described, ...stored });
  return { ETag: stored.etag, Checksum: stored.checksum, LastModified: ctx.now() };
}, {
  ...ofObject, ...withAcl, action: 'PutObject', also: ofSource, undo: (ctx, { stored }: Copied) => forgetBytes(ctx, stored),
  prepare: async (ctx, input: OfCopy) => {
    checkKey(input.Key);
    await accessBucket(ctx, input.BucketName);
    if (!input.KeepsDescription || input.Source.bucket !== input.BucketName || input.Source.key !== input.Key) return copyBytes(ctx, input.Source, input.ChecksumAlgorithm);
    throw badRequest('This copy request is illegal because it is trying to copy an object to itself without changing the object’s metadata.', 'InvalidRequest');
  },
});

export const createMultipartUploadOperation = define('write', 'CreateMultipartUpload', async (ctx, input: OfObject & Described & { Checksum: Omit<Checksum, 'value'> | null }) => {
  const { bucket, key, contentType, metadata, headers } = rowOf(input);
  return { UploadId: await createMultipartUpload(ctx, { bucket, key, contentType, metadata, headers, checksum: input.Checksum }) };
}, { ...ofObject, ...withAcl, action: 'PutObject' });

interface OfPart extends OfUpload {
  readonly PartNumber: number;
}

export function uploadPartOperation(upload: Upload): Operation {
  return define('write', 'UploadPart', async (ctx, input: OfPart, stored: StoredBytes) => {
    await uploadPart(ctx, input.BucketName, input.Key, input.UploadId, { number: input.PartNumber, ...stored });
    return { ETag: stored.etag, Checksum: stored.checksum };
  }, {
    ...ofObject, action: 'PutObject', undo: forgetBytes,
    prepare: async (ctx, input: OfPart) => {
      checkPartNumber(input.PartNumber);
      const { checksum } = await accessUpload(ctx, input.BucketName, input.Key, input.UploadId);
      return storeBytes(ctx, { ...upload, algorithm: upload.algorithm ?? checksum?.algorithm });
    },
  });
}

export const uploadPartCopyOperation = define('write', 'UploadPartCopy', async (ctx, input: OfPart & { Source: CopySource }, { stored }: Copied) => {
  await uploadPart(ctx, input.BucketName, input.Key, input.UploadId, { number: input.PartNumber, ...stored });
  return { ETag: stored.etag, Checksum: stored.checksum, LastModified: ctx.now() };
}, {
  ...ofObject, action: 'PutObject', also: ofSource, undo: (ctx, { stored }: Copied) => forgetBytes(ctx, stored),
  prepare: async (ctx, input: OfPart & { Source: CopySource }) => {
    checkPartNumber(input.PartNumber);
    const { checksum } = await accessUpload(ctx, input.BucketName, input.Key, input.UploadId);
    return copyBytes(ctx, input.Source, checksum?.algorithm);
  },
});

export const completeMultipartUploadOperation = define('write', 'CompleteMultipartUpload', async (ctx, input: OfUpload & { Parts: readonly ListedPart[] }, joined: JoinedParts) => {
  await completeMultipartUpload(ctx, input.BucketName, input.Key, input.UploadId, joined);
  return { ETag: joined.etag, Checksum: joined.checksum };
}, {
  ...ofObject, action: 'PutObject', undo: forgetBytes, prepare: (ctx, input: OfUpload & { Parts: readonly ListedPart[] }) => joinParts(ctx, input.BucketName, input.Key, input.UploadId, input.Parts),
});
export const abortMultipartUploadOperation = define('write', 'AbortMultipartUpload', (ctx, input: OfUpload) => abortMultipartUpload(ctx, input.BucketName, input.Key, input.UploadId), ofObject);
export const listPartsOperation = define('read', 'ListParts', (ctx, input: OfUpload & { After: number; MaxParts: number }) => listParts(ctx, input.BucketName, input.Key, input.UploadId, input.After, input.MaxParts), { ...ofObject, action: 'ListMultipartUploadParts' });
export const listMultipartUploadsOperation = define('read', 'ListMultipartUploads', (ctx, input: OfBucket & { Prefix: string; KeyMarker: string; UploadIdMarker: string | undefined; MaxUploads: number }) => listUploads(ctx, input.BucketName, {
  prefix: input.Prefix, keyMarker: input.KeyMarker, uploadIdMarker: input.UploadIdMarker, limit: input.MaxUploads,
}), { ...ofBucket, action: 'ListBucketMultipartUploads' });

function rowOf(input: OfObject & Described): Pick<ObjectRow, 'bucket' | 'key' | 'contentType' | 'metadata' | 'headers'> {
  return { bucket: input.BucketName, key: input.Key, contentType: input.ContentType, metadata: input.Metadata, headers: input.Headers };
}
