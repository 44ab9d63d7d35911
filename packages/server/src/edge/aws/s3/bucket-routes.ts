import { createHash } from 'node:crypto';
import { ApiError, badRequest } from '@carillon/kernel/errors.js';
import { escapeRfc3986 } from '@carillon/kernel/percent-encoding.js';
import * as operations from '../../../buckets/aws.js';
import { checkKey } from '../../../buckets/access.js';
import type { Listing } from '../../../buckets/list-objects.js';
import { KEYS_PAGE_MAX, POLICY_LENGTH_MAX, type BucketRow, type ObjectRow, type UploadRow } from '../../../buckets/model.js';
import { readAcl } from './describe-object.js';
import { nameRefusal } from './name-refusal.js';
import { checkNoBody, readSmallBody } from './payload.js';
import { childText, malformedXml, readXml } from './read-xml.js';
import { bucketOf, countOf, textOf, type S3Answer, type S3Request } from './s3-request.js';
import { leaf, within, xmlDocument } from './write-xml.js';

/** Of a list of 1,000 keys at their longest, escaped. */
const DELETE_BYTES_MAX = 2 * 1024 * 1024;
const SMALL_BYTES_MAX = 64 * 1024;
const REGION_DEFAULT = 'us-east-1';

/** 64 hex digits, as S3 names owners; the same for the same account. */
export function ownerXml(name: string, ownerAccountId: string): string {
  return within(name, leaf('ID', createHash('sha256').update(`owner ${ownerAccountId}`).digest('hex')), leaf('DisplayName', ownerAccountId));
}

export async function listBuckets(asked: S3Request): Promise<S3Answer> {
  checkNoBody(asked.body);
  const buckets = await asked.perform<BucketRow[]>(operations.listBucketsOperation, () => ({}));
  const rows = buckets.map(bucket => within('Bucket', leaf('Name', bucket.name), leaf('CreationDate', bucket.createdAt.toISOString()), leaf('BucketRegion', bucket.region)));
  const owner = asked.ctx.actor.kind === 'principal' ? asked.ctx.actor.principal.ownerAccountId : '';
  return { status: 200, xml: xmlDocument('ListAllMyBucketsResult', ownerXml('Owner', owner), within('Buckets', ...rows)) };
}

export async function createBucket(asked: S3Request): Promise<S3Answer> {
  const body = await readSmallBody(asked.body, SMALL_BYTES_MAX);
  await asked.perform(operations.createBucketOperation, () => {
    readAcl(asked.header);
    const location = body.length === 0 ? undefined : childText(readXml(body), 'LocationConstraint');
    if (location !== undefined && !/^[a-zA-Z0-9-]{0,64}$/.test(location)) throw badRequest('The specified location-constraint is not valid', 'InvalidLocationConstraint');
    return { ...bucketOf(asked), LocationConstraint: location === undefined || location === '' ? REGION_DEFAULT : location };
  });
  return { status: 200, headers: { location: `/${asked.bucket}` } };
}

export async function headBucket(asked: S3Request): Promise<S3Answer> {
  checkNoBody(asked.body);
  const { region } = await asked.perform<BucketRow>(operations.headBucketOperation, () => bucketOf(asked));
  return { status: 200, headers: { 'x-amz-bucket-region': region } };
}

export async function deleteBucket(asked: S3Request): Promise<S3Answer> {
  checkNoBody(asked.body);
  await asked.perform(operations.deleteBucketOperation, () => bucketOf(asked));
  return { status: 204 };
}

export async function getBucketLocation(asked: S3Request): Promise<S3Answer> {
  checkNoBody(asked.body);
  const { region } = await asked.perform<BucketRow>(operations.getBucketLocationOperation, () => bucketOf(asked));
  const xml = xmlDocument('LocationConstraint').replace('></LocationConstraint>', `>${region === REGION_DEFAULT ? '' : region}</LocationConstraint>`);
  return { status: 200, xml };
}

export async function getBucketAcl(asked: S3Request): Promise<S3Answer> {
  checkNoBody(asked.body);
  const { ownerAccountId } = await asked.perform<BucketRow>(operations.getBucketAclOperation, () => bucketOf(asked));
  const grantee = ownerXml('Grantee', ownerAccountId).replace('<Grantee>', '<Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser">');
  return { status: 200, xml: xmlDocument('AccessControlPolicy', ownerXml('Owner', ownerAccountId), within('AccessControlList', within('Grant', grantee, leaf('Permission', 'FULL_CONTROL')))) };
}

export async function getBucketPolicy(asked: S3Request): Promise<S3Answer> {
  checkNoBody(asked.body);
  return { status: 200, headers: { 'content-type': 'application/json' }, text: await asked.perform<string>(operations.getBucketPolicyOperation, () => bucketOf(asked)) };
}

export async function putBucketPolicy(asked: S3Request): Promise<S3Answer> {
  const body = await readSmallBody(asked.body, SMALL_BYTES_MAX);
  await asked.perform(operations.putBucketPolicyOperation, () => {
    if (body.length > POLICY_LENGTH_MAX * 3) throw badRequest('The policy is too long.', 'MalformedPolicy');
    return { ...bucketOf(asked), BucketPolicy: body.toString('utf8') };
  });
  return { status: 204 };
}

export async function deleteBucketPolicy(asked: S3Request): Promise<S3Answer> {
  checkNoBody(asked.body);
  await asked.perform(operations.deleteBucketPolicyOperation, () => bucketOf(asked));
  return { status: 204 };
}

/** Keys, with `encoding-type=url` percent-encoded, because XML cannot hold all characters. */
function encoderOf(asked: S3Request): (key: string) => string {
  const encoding = asked.query.get('encoding-type');
  if (encoding !== undefined && encoding !== 'url') throw badRequest('Invalid Encoding Method specified in Request', 'InvalidArgument');
  return encoding === undefined ? key => key : key => key.split('/').map(escapeRfc3986).join('/');
}

function objectXml(object: ObjectRow, encode: (key: string) => string, owner: string): string {
  return within(
    'Contents', leaf('Key', encode(object.key)), leaf('LastModified', object.writtenAt.toISOString()), leaf('ETag', `"${object.etag}"`), leaf('ChecksumAlgorithm', object.checksum?.algorithm), leaf('ChecksumType', object.checksum?.type),
    leaf('Size', object.bytes), owner, leaf('StorageClass', 'STANDARD'),
  );
}

/** Version 2, and the first one where `list-type` is not given. */
export async function listObjects(asked: S3Request): Promise<S3Answer> {
  checkNoBody(asked.body);
  const second = asked.query.get('list-type') === '2';
  const encode = encoderOf(asked);
  const input = () => ({
    ...bucketOf(asked), Prefix: textOf(asked, 'prefix'), Delimiter: textOf(asked, 'delimiter'), MaxKeys: countOf(asked, 'max-keys', KEYS_PAGE_MAX),
    After: second ? (openToken(asked.query.get('continuation-token')) ?? textOf(asked, 'start-after')) : textOf(asked, 'marker'),
  });
  const listing = await asked.perform<Listing>(operations.listObjectsOperation, input);
  const { Prefix, Delimiter, MaxKeys } = input();
  const { objects, commonPrefixes, next } = listing;
  const owner = second && asked.query.get('fetch-owner') !== 'true' ? '' : ownerXml('Owner', asked.ctx.actor.kind === 'principal' ? asked.ctx.actor.principal.ownerAccountId : '');
  const position = second
    ? [leaf('KeyCount', objects.length + commonPrefixes.length), leaf('ContinuationToken', asked.query.get('continuation-token')), leaf('StartAfter', asked.query.get('start-after')), leaf('NextContinuationToken', next && sealToken(next))]
    : [leaf('Marker', encode(asked.query.get('marker') ?? '')), leaf('NextMarker', next && Delimiter !== '' ? encode(next) : undefined)];
  return {
    status: 200,
    xml: xmlDocument(
      'ListBucketResult', leaf('Name', asked.bucket), leaf('Prefix', encode(Prefix)), leaf('Delimiter', Delimiter === '' ? undefined : encode(Delimiter)), leaf('MaxKeys', MaxKeys), leaf('EncodingType', asked.query.get('encoding-type')),
      leaf('IsTruncated', next !== undefined), ...position, ...objects.map(object => objectXml(object, encode, owner)), ...commonPrefixes.map(prefix => within('CommonPrefixes', leaf('Prefix', encode(prefix)))),
    ),
  };
}

/** A token says no more than `start-after` does, so it is not sealed. */
function sealToken(key: string): string {
  return Buffer.from(`1${key}`).toString('base64url');
}

function openToken(token: string | undefined): string | undefined {
  if (token === undefined) return undefined;
  const opened = Buffer.from(token, 'base64url').toString('utf8');
  if (sealToken(opened.slice(1)) !== token) throw badRequest('The continuation token provided is incorrect', 'InvalidArgument');
  checkKey(opened.slice(1));
  return opened.slice(1);
}

export async function listMultipartUploads(asked: S3Request): Promise<S3Answer> {
  checkNoBody(asked.body);
  const limit = countOf(asked, 'max-uploads', KEYS_PAGE_MAX);
  const prefix = () => textOf(asked, 'prefix');
  const encode = encoderOf(asked);
  const found = await asked.perform<UploadRow[]>(operations.listMultipartUploadsOperation, () => ({ ...bucketOf(asked), Prefix: prefix(), KeyMarker: textOf(asked, 'key-marker'), UploadIdMarker: asked.query.get('upload-id-marker'), MaxUploads: limit }));
  const shown = found.slice(0, limit);
  const more = found.length > limit ? shown.at(-1) : undefined;
  return {
    status: 200,
    xml: xmlDocument(
      'ListMultipartUploadsResult', leaf('Bucket', asked.bucket), leaf('KeyMarker', encode(asked.query.get('key-marker') ?? '')), leaf('UploadIdMarker', asked.query.get('upload-id-marker') ?? ''), leaf('NextKeyMarker', more && encode(more.key)),
      leaf('NextUploadIdMarker', more?.id), leaf('Prefix', encode(prefix())), leaf('MaxUploads', limit), leaf('EncodingType', asked.query.get('encoding-type')), leaf('IsTruncated', more !== undefined),
      ...shown.map(upload => within('Upload', leaf('Key', encode(upload.key)), leaf('UploadId', upload.id), leaf('StorageClass', 'STANDARD'), leaf('Initiated', upload.createdAt.toISOString()))),
    ),
  };
}

/** Each key is an operation of its own: decided, run and recorded by itself, and what is refused does not stop the others. */
export async function deleteObjects(asked: S3Request): Promise<S3Answer> {
  const request = readXml(await readSmallBody(asked.body, DELETE_BYTES_MAX));
  const listed = request.children.filter(one => one.name === 'Object');
  if (request.name !== 'Delete' || listed.length === 0 || listed.length > KEYS_PAGE_MAX) throw malformedXml();
  const quiet = childText(request, 'Quiet') === 'true';
  const told: string[] = [];
  for (const one of listed) {
    const key = childText(one, 'Key') ?? '';
    try {
      if (!['', 'null'].includes(childText(one, 'VersionId') ?? '')) throw badRequest('Objects have no versions here.', 'NotImplemented');
      await asked.perform(operations.deleteObjectOperation, () => {
        checkKey(key);
        return { ...bucketOf(asked), Key: key };
      });
      if (!quiet) told.push(within('Deleted', leaf('Key', key)));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { code, message } = nameRefusal(error);
      told.push(within('Error', leaf('Key', key), leaf('Code', code), leaf('Message', message)));
    }
  }
  return { status: 200, xml: xmlDocument('DeleteResult', ...told) };
}
