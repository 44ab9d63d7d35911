import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as s3 from '@aws-sdk/client-s3';
import * as iam from '@aws-sdk/client-iam';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientConfig, createAdministratorKey, createOwnerAccount, type AwsCredentials } from '@carillon/testkit/aws.js';
import { createWorld, setUpOwner, type World } from '@carillon/testkit/world.js';
import { sweepUploads } from '../../../buckets/multipart.js';

let world: World;
let admin: AwsCredentials & { ownerAccountId: string };
let client: s3.S3Client;

const clientOf = (key: AwsCredentials, more: Partial<s3.S3ClientConfig> = {}) => new s3.S3Client({ ...clientConfig(world, key, 's3'), forcePathStyle: true, ...more });

beforeAll(async () => {
  world = await createWorld();
  await setUpOwner(world);
  admin = await createAdministratorKey(world);
  client = clientOf(admin);
});
afterAll(() => world.stop());

async function refusal(work: Promise<unknown>): Promise<[string, number | undefined]> {
  try {
    await work;
  } catch (error) {
    const { name, $metadata } = error as { name: string; $metadata?: { httpStatusCode?: number } };
    return [name, $metadata?.httpStatusCode];
  }
  throw new Error('It was accepted.');
}

async function createBucket(Bucket: string): Promise<string> {
  await client.send(new s3.CreateBucketCommand({ Bucket }));
  return Bucket;
}

/** A user with a key and these statements. */
async function createUser(name: string, statements: object[]): Promise<AwsCredentials> {
  const users = new iam.IAMClient(clientConfig(world, admin, 'iam'));
  await users.send(new iam.CreateUserCommand({ UserName: name }));
  if (statements.length > 0) await users.send(new iam.PutUserPolicyCommand({ UserName: name, PolicyName: 'own', PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: statements }) }));
  const { AccessKey } = await users.send(new iam.CreateAccessKeyCommand({ UserName: name }));
  return { accessKeyId: AccessKey!.AccessKeyId!, secretAccessKey: AccessKey!.SecretAccessKey! };
}

/** Files of stored objects, finished or not. */
function blobs(): string[] {
  const folder = join(world.dataFolder, 'blobs', 'objects');
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter(one => one.isFile()).map(one => one.name).toSorted();
}

const body = async (output: s3.GetObjectCommandOutput) => output.Body!.transformToString();

test('buckets are made, found, listed and deleted; names are unique on the whole server, and only an empty one goes', async () => {
  const { Location } = await client.send(new s3.CreateBucketCommand({ Bucket: 'first-bucket' }));
  expect(Location).toBe('/first-bucket');
  await client.send(new s3.CreateBucketCommand({ Bucket: 'second.bucket', CreateBucketConfiguration: { LocationConstraint: 'eu-south-1' } }));
  expect(await refusal(client.send(new s3.CreateBucketCommand({ Bucket: 'first-bucket' })))).toEqual(['BucketAlreadyOwnedByYou', 409]);
  expect(await refusal(client.send(new s3.CreateBucketCommand({ Bucket: 'First_Bucket' })))).toEqual(['InvalidBucketName', 400]);
  const { Buckets, Owner } = await client.send(new s3.ListBucketsCommand({}));
  expect(Buckets!.map(one => one.Name)).toEqual(expect.arrayContaining(['first-bucket', 'second.bucket']));
  expect(Owner!.DisplayName).toBe(admin.ownerAccountId);
  expect((await client.send(new s3.HeadBucketCommand({ Bucket: 'second.bucket' }))).BucketRegion).toBe('eu-south-1');
  expect((await client.send(new s3.GetBucketLocationCommand({ Bucket: 'second.bucket' }))).LocationConstraint).toBe('eu-south-1');
  expect((await client.send(new s3.GetBucketLocationCommand({ Bucket: 'first-bucket' }))).LocationConstraint).toBeFalsy();
  expect((await client.send(new s3.GetBucketAclCommand({ Bucket: 'first-bucket' }))).Grants).toMatchObject([{ Permission: 'FULL_CONTROL', Grantee: { DisplayName: admin.ownerAccountId, Type: 'CanonicalUser' } }]);
  await client.send(new s3.PutObjectCommand({ Bucket: 'first-bucket', Key: 'x', Body: 'x' }));
  expect(await refusal(client.send(new s3.DeleteBucketCommand({ Bucket: 'first-bucket' })))).toEqual(['BucketNotEmpty', 409]);
  await client.send(new s3.DeleteObjectCommand({ Bucket: 'first-bucket', Key: 'x' }));
  await client.send(new s3.DeleteBucketCommand({ Bucket: 'first-bucket' }));
  expect(await refusal(client.send(new s3.HeadBucketCommand({ Bucket: 'first-bucket' })))).toEqual(['NotFound', 404]);
  expect(await refusal(client.send(new s3.ListObjectsV2Command({ Bucket: 'first-bucket' })))).toEqual(['NoSuchBucket', 404]);
});

test('an object comes back with its bytes, its description and its checksum; writing over it frees the old bytes', async () => {
  const Bucket = await createBucket('objects');
  const Key = 'folder/report 2026.txt';
  const before = blobs();
  for (const ChecksumAlgorithm of ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const) {
    const put = await client.send(new s3.PutObjectCommand({
      Bucket, Key, Body: `content ${ChecksumAlgorithm}`, ContentType: 'text/plain; charset=utf-8', CacheControl: 'no-cache', ContentDisposition: 'attachment; filename="r.txt"', ContentLanguage: 'it', Metadata: { colour: 'blue' }, ChecksumAlgorithm,
    }));
    const got = await client.send(new s3.GetObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
    expect(await body(got)).toBe(`content ${ChecksumAlgorithm}`);
    expect(got).toMatchObject({
      ETag: put.ETag, ContentType: 'text/plain; charset=utf-8', CacheControl: 'no-cache', ContentDisposition: 'attachment; filename="r.txt"', ContentLanguage: 'it', Metadata: { colour: 'blue' }, ContentLength: 8 + ChecksumAlgorithm.length,
      [`Checksum${ChecksumAlgorithm}`]: put[`Checksum${ChecksumAlgorithm}`], ChecksumType: 'FULL_OBJECT', LastModified: new Date(world.clock.now()),
    });
    expect(got.ETag).toBe(`"${createHash('md5').update(`content ${ChecksumAlgorithm}`).digest('hex')}"`);
  }
  await expect.poll(() => blobs().length).toBe(before.length + 1);
  const head = await client.send(new s3.HeadObjectCommand({ Bucket, Key }));
  expect(head).toMatchObject({ ContentLength: 14, Metadata: { colour: 'blue' }, AcceptRanges: 'bytes' });
  await client.send(new s3.DeleteObjectCommand({ Bucket, Key }));
  await client.send(new s3.DeleteObjectCommand({ Bucket, Key }));
  await expect.poll(() => blobs()).toEqual(before);
  expect(await refusal(client.send(new s3.GetObjectCommand({ Bucket, Key })))).toEqual(['NoSuchKey', 404]);
  expect(await refusal(client.send(new s3.HeadObjectCommand({ Bucket, Key })))).toEqual(['NotFound', 404]);
});

test('keys are what they are: spaces, pluses, per cents, double slashes, dots and every script', async () => {
  const Bucket = await createBucket('odd-keys');
  const keys = ['a b', 'a+b', 'a%2Fb', '100%', 'a//b', '//a', 'a/', './a', '../a', 'a/../b', 'a/./b', '..', 'é/ü', '漢字', '🎺/x', '{self}', '{owner}', "!'()*", 'a?b=c&d', 'a#b', '~', '<&>"', 'a\nb', 'tab\there', '\u{10ffff}'];
  for (const Key of keys) await client.send(new s3.PutObjectCommand({ Bucket, Key, Body: Key }));
  for (const Key of keys) expect([Key, await body(await client.send(new s3.GetObjectCommand({ Bucket, Key })))]).toEqual([Key, Key]);
  const listed = await client.send(new s3.ListObjectsV2Command({ Bucket, EncodingType: 'url' }));
  expect(listed.Contents!.map(one => decodeURIComponent(one.Key!))).toEqual(keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  await client.send(new s3.DeleteObjectsCommand({ Bucket, Delete: { Objects: keys.map(Key => ({ Key })) } }));
  expect((await client.send(new s3.ListObjectsV2Command({ Bucket }))).KeyCount).toBe(0);
});

test('ranges and conditions are answered as RFC 9110 has them', async () => {
  const Bucket = await createBucket('ranges');
  const { ETag } = await client.send(new s3.PutObjectCommand({ Bucket, Key: 'k', Body: '0123456789' }));
  const ranged = await client.send(new s3.GetObjectCommand({ Bucket, Key: 'k', Range: 'bytes=2-4' }));
  expect([await body(ranged), ranged.ContentRange, ranged.$metadata.httpStatusCode]).toEqual(['234', 'bytes 2-4/10', 206]);
  expect(await body(await client.send(new s3.GetObjectCommand({ Bucket, Key: 'k', Range: 'bytes=-2' })))).toBe('89');
  expect(await refusal(client.send(new s3.GetObjectCommand({ Bucket, Key: 'k', Range: 'bytes=10-' })))).toEqual(['InvalidRange', 416]);
  expect((await refusal(client.send(new s3.GetObjectCommand({ Bucket, Key: 'k', IfNoneMatch: ETag! }))))[1]).toBe(304);
  expect((await refusal(client.send(new s3.HeadObjectCommand({ Bucket, Key: 'k', IfModifiedSince: new Date(world.clock.now()) }))))[1]).toBe(304);
  expect((await refusal(client.send(new s3.GetObjectCommand({ Bucket, Key: 'k', IfMatch: '"other"' }))))[1]).toBe(412);
  const files = blobs();
  expect(await refusal(client.send(new s3.PutObjectCommand({ Bucket, Key: 'k', Body: 'x', IfNoneMatch: '*' })))).toEqual(['PreconditionFailed', 412]);
  expect(await refusal(client.send(new s3.PutObjectCommand({ Bucket, Key: 'k', Body: 'x', IfMatch: '"other"' })))).toEqual(['PreconditionFailed', 412]);
  await expect.poll(() => blobs()).toEqual(files);
  await client.send(new s3.PutObjectCommand({ Bucket, Key: 'k', Body: 'x', IfMatch: ETag! }));
  await client.send(new s3.PutObjectCommand({ Bucket, Key: 'new', Body: 'x', IfNoneMatch: '*' }));
});

test('lists come in pages, with folders told as one, whatever keys are called', async () => {
  const Bucket = await createBucket('listing');
  const keys = ['a', 'a/', 'a/1', 'a/2', 'a/b/3', 'a/\u{10ffff}x', 'b', 'c/1', 'c/2', 'd'];
  for (const Key of keys) await client.send(new s3.PutObjectCommand({ Bucket, Key, Body: 'x' }));
  async function pages(input: Omit<s3.ListObjectsV2CommandInput, 'Bucket'>): Promise<string[]> {
    const found: string[] = [];
    for (let ContinuationToken: string | undefined, page = 0; page < 20; page++) {
      const listed: s3.ListObjectsV2CommandOutput = await client.send(new s3.ListObjectsV2Command({ Bucket, ...input, ContinuationToken }));
      found.push(...(listed.Contents ?? []).map(one => one.Key!), ...(listed.CommonPrefixes ?? []).map(one => one.Prefix!));
      if (!listed.IsTruncated) return found.toSorted();
      ContinuationToken = listed.NextContinuationToken;
    }
    throw new Error('It never ends.');
  }
  for (const MaxKeys of [1, 2, 3, 1_000]) {
    expect([MaxKeys, await pages({ MaxKeys })]).toEqual([MaxKeys, keys.toSorted()]);
    expect([MaxKeys, await pages({ MaxKeys, Delimiter: '/' })]).toEqual([MaxKeys, ['a', 'a/', 'b', 'c/', 'd']]);
    expect([MaxKeys, await pages({ MaxKeys, Delimiter: '/', Prefix: 'a/' })]).toEqual([MaxKeys, ['a/', 'a/1', 'a/2', 'a/b/', 'a/\u{10ffff}x'].toSorted()]);
    expect([MaxKeys, await pages({ MaxKeys, StartAfter: 'a/2', Delimiter: '/' })]).toEqual([MaxKeys, ['a/', 'b', 'c/', 'd']]);
  }
  expect((await client.send(new s3.ListObjectsV2Command({ Bucket, MaxKeys: 0 }))).KeyCount).toBe(0);
  const first = await client.send(new s3.ListObjectsCommand({ Bucket, Delimiter: '/', MaxKeys: 2 }));
  expect([first.IsTruncated, first.NextMarker]).toEqual([true, 'a/']);
  const second = await client.send(new s3.ListObjectsCommand({ Bucket, Delimiter: '/', MaxKeys: 2, Marker: first.NextMarker }));
  expect([second.Contents!.map(one => one.Key), second.CommonPrefixes!.map(one => one.Prefix)]).toEqual([['b'], ['c/']]);
  expect(await refusal(client.send(new s3.ListObjectsV2Command({ Bucket, ContinuationToken: '%%%' })))).toEqual(['InvalidArgument', 400]);
});

test('an upload in parts becomes one object; what was abandoned is swept after a week', async () => {
  const Bucket = await createBucket('multipart');
  const files = blobs();
  const part = Buffer.alloc(5 * 1024 * 1024, 'p');
  const { UploadId } = await client.send(new s3.CreateMultipartUploadCommand({ Bucket, Key: 'big', ContentType: 'video/mp4', Metadata: { a: 'b' }, ChecksumAlgorithm: 'CRC32' }));
  const upload = { Bucket, Key: 'big', UploadId };
  const Parts: s3.CompletedPart[] = [];
  for (const [PartNumber, Body] of [[1, part], [3, Buffer.from('the end')]] as const) {
    const { ETag, ChecksumCRC32 } = await client.send(new s3.UploadPartCommand({ ...upload, PartNumber, Body, ChecksumAlgorithm: 'CRC32' }));
    Parts.push({ PartNumber, ETag, ChecksumCRC32 });
  }
  expect((await client.send(new s3.ListPartsCommand({ ...upload, MaxParts: 1 })))).toMatchObject({ IsTruncated: true, NextPartNumberMarker: '1', Parts: [{ PartNumber: 1, Size: part.length }] });
  expect((await client.send(new s3.ListMultipartUploadsCommand({ Bucket }))).Uploads).toMatchObject([{ Key: 'big', UploadId }]);
  const complete = (parts: s3.CompletedPart[]) => client.send(new s3.CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: parts } }));
  expect(await refusal(complete([Parts[1]!, Parts[0]!]))).toEqual(['InvalidPartOrder', 400]);
  expect(await refusal(complete([{ ...Parts[0]!, ETag: '"0"' }]))).toEqual(['InvalidPart', 400]);
  expect(await refusal(client.send(new s3.UploadPartCommand({ ...upload, PartNumber: 10_001, Body: 'x' })))).toEqual(['InvalidArgument', 400]);
  const done = await complete(Parts);
  expect(done.ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
  const got = await client.send(new s3.GetObjectCommand({ Bucket, Key: 'big', ChecksumMode: 'ENABLED' }));
  expect(Buffer.from(await got.Body!.transformToByteArray()).equals(Buffer.concat([part, Buffer.from('the end')]))).toBe(true);
  expect(got).toMatchObject({ ContentType: 'video/mp4', Metadata: { a: 'b' }, ETag: done.ETag, ChecksumType: 'COMPOSITE', ChecksumCRC32: expect.stringMatching(/-2$/) });
  expect(await refusal(complete(Parts))).toEqual(['NoSuchUpload', 404]);
  const small = await client.send(new s3.CreateMultipartUploadCommand({ Bucket, Key: 'small' }));
  const { ETag } = await client.send(new s3.UploadPartCommand({ Bucket, Key: 'small', UploadId: small.UploadId, PartNumber: 1, Body: 'too small' }));
  const second = await client.send(new s3.UploadPartCopyCommand({ Bucket, Key: 'small', UploadId: small.UploadId, PartNumber: 2, CopySource: `${Bucket}/big`, CopySourceRange: 'bytes=0-4' }));
  const both = { Parts: [{ PartNumber: 1, ETag }, { PartNumber: 2, ETag: second.CopyPartResult!.ETag }] };
  expect(await refusal(client.send(new s3.CompleteMultipartUploadCommand({ Bucket, Key: 'small', UploadId: small.UploadId, MultipartUpload: both })))).toEqual(['EntityTooSmall', 400]);
  const left = await client.send(new s3.CreateMultipartUploadCommand({ Bucket, Key: 'left' }));
  await client.send(new s3.UploadPartCommand({ Bucket, Key: 'left', UploadId: left.UploadId, PartNumber: 1, Body: 'x' }));
  await client.send(new s3.AbortMultipartUploadCommand({ Bucket, Key: 'small', UploadId: small.UploadId }));
  await sweepUploads(world.app.system);
  expect((await client.send(new s3.ListMultipartUploadsCommand({ Bucket }))).Uploads).toHaveLength(1);
  world.clock.advance(8 * 24 * 60 * 60_000);
  await sweepUploads(world.app.system);
  await expect.poll(() => blobs().length).toBe(files.length + 1);
  client = clientOf(admin);
});

test('objects are copied inside one’s own buckets, with their description or another one', async () => {
  const Bucket = await createBucket('copies');
  await client.send(new s3.PutObjectCommand({ Bucket, Key: 'a b/ü', Body: 'words', ContentType: 'text/css', Metadata: { a: '1' } }));
  const CopySource = encodeURIComponent(`${Bucket}/a b/ü`);
  await client.send(new s3.CopyObjectCommand({ Bucket, Key: 'same', CopySource }));
  await client.send(new s3.CopyObjectCommand({ Bucket, Key: 'other', CopySource: `/${CopySource}`, MetadataDirective: 'REPLACE', ContentType: 'text/html', Metadata: { b: '2' } }));
  expect(await client.send(new s3.HeadObjectCommand({ Bucket, Key: 'same' }))).toMatchObject({ ContentType: 'text/css', Metadata: { a: '1' }, ContentLength: 5 });
  expect(await client.send(new s3.HeadObjectCommand({ Bucket, Key: 'other' }))).toMatchObject({ ContentType: 'text/html', Metadata: { b: '2' } });
  expect(await refusal(client.send(new s3.CopyObjectCommand({ Bucket, Key: 'same', CopySource: `${Bucket}/same` })))).toEqual(['InvalidRequest', 400]);
  await client.send(new s3.CopyObjectCommand({ Bucket, Key: 'same', CopySource: `${Bucket}/same`, MetadataDirective: 'REPLACE', Metadata: { c: '3' } }));
  expect((await client.send(new s3.HeadObjectCommand({ Bucket, Key: 'same' }))).Metadata).toEqual({ c: '3' });
  expect(await refusal(client.send(new s3.CopyObjectCommand({ Bucket, Key: 'x', CopySource: `${Bucket}/none` })))).toEqual(['NoSuchKey', 404]);
  expect((await refusal(client.send(new s3.CopyObjectCommand({ Bucket, Key: 'x', CopySource: `${Bucket}/same`, CopySourceIfMatch: '"0"' }))))[1]).toBe(412);
});

test('IAM-03 each operation is decided on the bucket or the object, and a key with braces is no placeholder', async () => {
  const Bucket = await createBucket('decided');
  await client.send(new s3.PutObjectCommand({ Bucket, Key: 'public/a', Body: 'a' }));
  await client.send(new s3.PutObjectCommand({ Bucket, Key: 'secret/a', Body: 'a' }));
  const user = clientOf(await createUser('rosa', [
    { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: `arn:aws:s3:::${Bucket}/public/*` },
    { Effect: 'Allow', Action: 's3:PutObject', Resource: `arn:aws:s3:::${Bucket}/home/rosa/*` },
    { Effect: 'Allow', Action: 's3:ListBucket', Resource: `arn:aws:s3:::${Bucket}`, Condition: { StringLike: { 's3:prefix': 'public/*' } } },
  ]));
  const denied = ['AccessDenied', 403];
  expect(await body(await user.send(new s3.GetObjectCommand({ Bucket, Key: 'public/a' })))).toBe('a');
  await user.send(new s3.PutObjectCommand({ Bucket, Key: 'public/b', Body: 'b' }));
  await user.send(new s3.PutObjectCommand({ Bucket, Key: 'home/rosa/b', Body: 'b' }));
  expect(await refusal(user.send(new s3.PutObjectCommand({ Bucket, Key: 'home/{self}/b', Body: 'b' })))).toEqual(denied);
  expect(await refusal(user.send(new s3.GetObjectCommand({ Bucket, Key: 'secret/a' })))).toEqual(denied);
  expect(await refusal(user.send(new s3.GetObjectCommand({ Bucket, Key: 'public/none' })))).toEqual(denied);
  expect(await refusal(user.send(new s3.CopyObjectCommand({ Bucket, Key: 'public/c', CopySource: `${Bucket}/secret/a` })))).toEqual(denied);
  expect(await refusal(user.send(new s3.DeleteObjectCommand({ Bucket, Key: 'public/a' })))).toEqual(denied);
  expect(await refusal(user.send(new s3.ListObjectsV2Command({ Bucket })))).toEqual(denied);
  expect((await user.send(new s3.ListObjectsV2Command({ Bucket, Prefix: 'public/' }))).KeyCount).toBe(2);
  expect(await refusal(user.send(new s3.ListBucketsCommand({})))).toEqual(denied);
  const deleted = await user.send(new s3.DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'public/a' }, { Key: 'secret/a' }] } }));
  expect(deleted.Errors!.map(one => [one.Key, one.Code])).toEqual([['public/a', 'AccessDenied'], ['secret/a', 'AccessDenied']]);
});

test('another owner’s bucket is refused like a missing one to whoever may not list it, and nothing of it is told', async () => {
  const Bucket = await createBucket('mine-alone');
  await client.send(new s3.PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
  const other = clientOf(await createAdministratorKey(world, await createOwnerAccount(world, '999988887777')));
  const denied = ['AccessDenied', 403];
  const files = blobs();
  for (const Key of ['k', 'none']) {
    expect(await refusal(other.send(new s3.GetObjectCommand({ Bucket, Key })))).toEqual(denied);
    expect(await refusal(other.send(new s3.PutObjectCommand({ Bucket, Key, Body: 'x' })))).toEqual(denied);
    expect(await refusal(other.send(new s3.DeleteObjectCommand({ Bucket, Key })))).toEqual(denied);
  }
  for (const command of [new s3.ListObjectsV2Command({ Bucket }), new s3.GetBucketPolicyCommand({ Bucket }), new s3.DeleteBucketCommand({ Bucket }), new s3.ListMultipartUploadsCommand({ Bucket }), new s3.CreateMultipartUploadCommand({ Bucket, Key: 'k' })]) {
    expect(await refusal(other.send(command as s3.ListObjectsV2Command))).toEqual(denied);
  }
  expect(await refusal(other.send(new s3.CreateBucketCommand({ Bucket })))).toEqual(['BucketAlreadyExists', 409]);
  expect((await other.send(new s3.ListBucketsCommand({}))).Buckets ?? []).toEqual([]);
  const writer = clientOf(await createUser('writer', [{ Effect: 'Allow', Action: 's3:PutObject', Resource: '*' }]));
  for (const name of ['no-such-bucket', Bucket]) {
    const [code] = name === Bucket ? denied : await refusal(writer.send(new s3.PutObjectCommand({ Bucket: name, Key: 'k', Body: 'x' })));
    expect(code).toBe('AccessDenied');
  }
  expect(blobs()).toEqual(files);
});

test('CTR-01 operations on buckets and objects are in the event history, each once', async () => {
  const Bucket = await createBucket('recorded');
  await client.send(new s3.PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
  await body(await client.send(new s3.GetObjectCommand({ Bucket, Key: 'k' })));
  await refusal(client.send(new s3.GetObjectCommand({ Bucket, Key: 'none' })));
  await client.send(new s3.DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'k' }] } }));
  await client.send(new s3.DeleteBucketCommand({ Bucket }));
  await world.app.system.audit.flush();
  const rows = await world.app.system.sql.selectFrom('audit_event').select(['name', 'source', 'read_only', 'record']).where('source', '=', 's3.amazonaws.com').orderBy('id').execute();
  const told = rows.filter(row => (row.record['requestParameters'] as { bucketName?: string } | null)?.bucketName === Bucket);
  expect(told.map(row => [row.name, row.read_only, row.record['errorCode'] ?? '', (row.record['requestParameters'] as { key?: string }).key ?? ''])).toEqual([
    ['CreateBucket', false, '', ''], ['PutObject', false, '', 'k'], ['GetObject', true, '', 'k'], ['GetObject', true, 'NoSuchKey', 'none'], ['DeleteObject', false, '', 'k'], ['DeleteBucket', false, '', ''],
  ]);
});

test('CDP-01 a bucket’s policy is kept as it was put; what is none, or speaks of another bucket, is refused', async () => {
  const Bucket = await createBucket('with-policy');
  const policy = (Resource: string) => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'chime.amazonaws.com' }, Action: 's3:PutObject', Resource }] });
  expect(await refusal(client.send(new s3.GetBucketPolicyCommand({ Bucket })))).toEqual(['NoSuchBucketPolicy', 404]);
  await client.send(new s3.PutBucketPolicyCommand({ Bucket, Policy: policy(`arn:aws:s3:::${Bucket}/*`) }));
  expect((await client.send(new s3.GetBucketPolicyCommand({ Bucket }))).Policy).toBe(policy(`arn:aws:s3:::${Bucket}/*`));
  for (const Policy of ['', 'nonsense', '{}', '[]', policy('arn:aws:s3:::other/*'), JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] }), policy(`arn:aws:s3:::${Bucket}/${'x'.repeat(21_000)}`)]) {
    expect([Policy.slice(0, 60), await refusal(client.send(new s3.PutBucketPolicyCommand({ Bucket, Policy })))]).toEqual([Policy.slice(0, 60), ['MalformedPolicy', 400]]);
  }
  await client.send(new s3.DeleteBucketPolicyCommand({ Bucket }));
  expect(await refusal(client.send(new s3.GetBucketPolicyCommand({ Bucket })))).toEqual(['NoSuchBucketPolicy', 404]);
});

test('what is not there says so', async () => {
  const Bucket = await createBucket('not-there');
  const put = { Bucket, Key: 'k', Body: 'x' };
  const commands = [
    new s3.GetBucketVersioningCommand({ Bucket }), new s3.ListObjectVersionsCommand({ Bucket }), new s3.PutObjectAclCommand({ Bucket, Key: 'k', ACL: 'private' }), new s3.GetBucketCorsCommand({ Bucket }),
    new s3.GetObjectCommand({ Bucket, Key: 'k', VersionId: '1' }), new s3.PutObjectCommand({ ...put, ServerSideEncryption: 'aws:kms' }), new s3.PutObjectCommand({ ...put, Tagging: 'a=b' }),
    new s3.PutObjectTaggingCommand({ Bucket, Key: 'k', Tagging: { TagSet: [] } }),
  ];
  for (const command of commands) expect([command.constructor.name, await refusal(client.send(command as s3.GetObjectCommand))]).toEqual([command.constructor.name, ['NotImplemented', 501]]);
  expect(await refusal(client.send(new s3.PutObjectCommand({ ...put, ACL: 'public-read' })))).toEqual(['AccessControlListNotSupported', 400]);
  await client.send(new s3.PutObjectCommand({ ...put, ACL: 'bucket-owner-full-control' }));
  expect((await client.send(new s3.GetObjectTaggingCommand({ Bucket, Key: 'k' }))).TagSet).toEqual([]);
});

test('a presigned address reads and writes, and nothing that it serves acts in the app’s origin', async () => {
  const Bucket = await createBucket('presigned');
  await client.send(new s3.PutObjectCommand({ Bucket, Key: 'page.html', Body: '<script>alert(1)</script>', ContentType: 'text/html' }));
  const signingDate = new Date(world.clock.now());
  const address = await getSignedUrl(client, new s3.GetObjectCommand({ Bucket, Key: 'page.html', ResponseContentDisposition: 'inline' }), { expiresIn: 60, signingDate });
  const response = await fetch(address);
  expect([response.status, await response.text()]).toEqual([200, '<script>alert(1)</script>']);
  expect(Object.fromEntries(['content-security-policy', 'x-content-type-options', 'content-disposition'].map(name => [name, response.headers.get(name)]))).toEqual({
    'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff', 'content-disposition': 'inline',
  });
  const plain = await fetch(await getSignedUrl(client, new s3.GetObjectCommand({ Bucket, Key: 'page.html' }), { expiresIn: 60, signingDate }));
  expect(plain.headers.get('content-disposition')).toBe('attachment');
  await plain.text();
  const writer = clientOf(admin, { requestChecksumCalculation: 'WHEN_REQUIRED' });
  const put = await getSignedUrl(writer, new s3.PutObjectCommand({ Bucket, Key: 'put', Metadata: { a: 'b' } }), { expiresIn: 60, signingDate });
  expect((await fetch(put, { method: 'PUT', body: 'by address' })).status).toBe(200);
  expect(await client.send(new s3.HeadObjectCommand({ Bucket, Key: 'put' }))).toMatchObject({ Metadata: { a: 'b' }, ContentLength: 10 });
  for (const [changed, code] of [[address.replace('page.html', 'put'), 'SignatureDoesNotMatch'], [`${address}&max-keys=1`, 'SignatureDoesNotMatch'], [address.replace('X-Amz-Expires=60', 'X-Amz-Expires=999999'), 'AuthorizationHeaderMalformed'], [`${address}&X-Amz-Date=20261124T090000Z`, 'AuthorizationHeaderMalformed']] as const) {
    const refused = await fetch(changed);
    expect([refused.status >= 400, /<Code>(\w+)<\/Code>/.exec(await refused.text())?.[1]]).toEqual([true, code]);
  }
  expect((await fetch(address, { method: 'DELETE' })).status).toBe(403);
  world.clock.advance(61_000);
  const expired = await fetch(address);
  expect([expired.status, /<Code>(\w+)<\/Code>/.exec(await expired.text())?.[1]]).toEqual([403, 'AccessDenied']);
});
