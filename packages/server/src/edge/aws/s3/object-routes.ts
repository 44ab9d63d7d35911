import { ApiError, badRequest } from '@carillon/kernel/errors.js';
import * as operations from '../../../buckets/aws.js';
import { CHECKSUM_ALGORITHMS } from '../../../buckets/checksums.js';
import type { CopySource } from '../../../buckets/copy-object.js';
import { openBytes, type FoundObject } from '../../../buckets/get-object.js';
import { checkBucketName } from '../../../buckets/bucket-name.js';
import { checkKey } from '../../../buckets/access.js';
import { PARTS_MAX, type Checksum, type ChecksumAlgorithm, type PartRow, type UploadRow } from '../../../buckets/model.js';
import type { ListedPart } from '../../../buckets/multipart.js';
import type { Operation } from '../../../operation.js';
import { presentChecksum, presentObject, readDescription } from './describe-object.js';
import { checkNoBody, readSmallBody, uploadOf } from './payload.js';
import { childText, malformedXml, readXml } from './read-xml.js';
import { countOf, objectOf, textOf, type S3Answer, type S3Request } from './s3-request.js';
import { leaf, within, xmlDocument } from './write-xml.js';

/** Of 10,000 parts with a checksum each. */
const COMPLETE_BYTES_MAX = 3 * 1024 * 1024;
const PARTS_PAGE_MAX = 1_000;

interface Written {
  readonly ETag: string;
  readonly Checksum: Checksum | null;
}

interface Copied extends Written {
  readonly LastModified: Date;
}

const conditionsOf = ({ header }: S3Request) => ({
  ifMatch: header('if-match'), ifNoneMatch: header('if-none-match'), ifModifiedSince: header('if-modified-since'), ifUnmodifiedSince: header('if-unmodified-since'), range: header('range'),
});

export async function getObject(asked: S3Request): Promise<S3Answer> {
  const { found, answer } = await describe(asked, operations.getObjectOperation);
  if (found.notModified) return answer;
  const stream = await openBytes(asked.ctx, found.object, found.range);
  if (!stream) throw new ApiError('ServiceUnavailable', 'The object was replaced in this moment. Please try again.');
  return { ...answer, stream };
}

export async function headObject(asked: S3Request): Promise<S3Answer> {
  return (await describe(asked, operations.headObjectOperation)).answer;
}

async function describe(asked: S3Request, operation: Operation): Promise<{ found: FoundObject; answer: S3Answer }> {
  checkNoBody(asked.body);
  const found = await asked.perform<FoundObject>(operation, () => ({ ...objectOf(asked), Asked: conditionsOf(asked) }));
  const { object, notModified, range } = found;
  const headers = presentObject(object, asked, range);
  return { found, answer: notModified ? { status: 304, headers: { 'etag': headers['etag']!, 'last-modified': headers['last-modified']! } } : { status: range ? 206 : 200, headers } };
}

export async function getObjectTagging(asked: S3Request): Promise<S3Answer> {
  checkNoBody(asked.body);
  await asked.perform(operations.getObjectTaggingOperation, () => objectOf(asked));
  return { status: 200, xml: xmlDocument('Tagging', within('TagSet')) };
}

export async function deleteObject(asked: S3Request): Promise<S3Answer> {
  checkNoBody(asked.body);
  await asked.perform(operations.deleteObjectOperation, () => objectOf(asked));
  return { status: 204 };
}

export async function putObject(asked: S3Request): Promise<S3Answer> {
  const { ifMatch, ifNoneMatch } = conditionsOf(asked);
  const written = await asked.perform<Written>(operations.putObjectOperation(uploadOf(asked.body)), () => ({ ...objectOf(asked), ...readDescription(asked), Conditions: { ifMatch, ifNoneMatch } }));
  return { status: 200, headers: { etag: `"${written.ETag}"`, ...presentChecksum(written.Checksum) } };
}

export async function copyObject(asked: S3Request): Promise<S3Answer> {
  checkNoBody(asked.body);
  const copied = await asked.perform<Copied>(operations.copyObjectOperation, () => {
    const directive = asked.header('x-amz-metadata-directive') ?? 'COPY';
    if (directive !== 'COPY' && directive !== 'REPLACE') throw badRequest('Unknown metadata directive.', 'InvalidArgument');
    return { ...objectOf(asked), ...readDescription(asked), Source: sourceOf(asked), KeepsDescription: directive === 'COPY', ChecksumAlgorithm: algorithmOf(asked.header('x-amz-checksum-algorithm')) };
  });
  return { status: 200, xml: xmlDocument('CopyObjectResult', ...copyXml(copied)) };
}

function copyXml({ ETag, Checksum: checksum, LastModified }: Copied): string[] {
  return [leaf('LastModified', LastModified.toISOString()), leaf('ETag', `"${ETag}"`), ...checksumXml(checksum)];
}

function checksumXml(checksum: Checksum | null): string[] {
  return checksum ? [leaf(`Checksum${checksum.algorithm}`, checksum.value), leaf('ChecksumType', checksum.type)] : [];
}

/** `x-amz-copy-source`: `/bucket/key`, percent-encoded. */
function sourceOf({ header }: S3Request): CopySource {
  const text = header('x-amz-copy-source') ?? '';
  const [path = '', version] = text.split('?', 2);
  if (version !== undefined) throw badRequest('Objects have no versions here.', 'NotImplemented');
  let decoded: string;
  try {
    decoded = decodeURIComponent(path.replace(/^\//, ''));
  } catch {
    // A lone per cent sign.
    throw badRequest('Copy Source must mention the source bucket and key: sourcebucket/sourcekey', 'InvalidArgument');
  }
  const at = decoded.indexOf('/');
  if (at < 1 || at === decoded.length - 1) throw badRequest('Copy Source must mention the source bucket and key: sourcebucket/sourcekey', 'InvalidArgument');
  const [bucket, key] = [decoded.slice(0, at), decoded.slice(at + 1)];
  checkBucketName(bucket);
  checkKey(key);
  const condition = (name: string) => header(`x-amz-copy-source-${name}`);
  return { bucket, key, range: condition('range'), ifMatch: condition('if-match'), ifNoneMatch: condition('if-none-match'), ifModifiedSince: condition('if-modified-since'), ifUnmodifiedSince: condition('if-unmodified-since') };
}

function algorithmOf(text: string | undefined): ChecksumAlgorithm | undefined {
  const algorithm = CHECKSUM_ALGORITHMS.find(one => one === text?.toUpperCase());
  if (text !== undefined && !algorithm) throw badRequest('Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, SHA1, SHA256, CRC64NVME]', 'InvalidRequest');
  return algorithm;
}

export async function createMultipartUpload(asked: S3Request): Promise<S3Answer> {
  checkNoBody(asked.body);
  const { UploadId } = await asked.perform<{ UploadId: string }>(operations.createMultipartUploadOperation, () => {
    const algorithm = algorithmOf(asked.header('x-amz-checksum-algorithm'));
    const type = asked.header('x-amz-checksum-type') ?? (algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE');
    if (type !== 'FULL_OBJECT' && type !== 'COMPOSITE') throw badRequest('Value for x-amz-checksum-type header is invalid.', 'InvalidRequest');
    return { ...objectOf(asked), ...readDescription(asked), Checksum: algorithm === undefined ? null : { algorithm, type } };
  });
  return { status: 200, xml: xmlDocument('InitiateMultipartUploadResult', leaf('Bucket', asked.bucket), leaf('Key', asked.key), leaf('UploadId', UploadId)) };
}

const partOf = (asked: S3Request) => {
  const text = asked.query.get('partNumber') ?? '';
  return { ...uploadIdOf(asked), PartNumber: /^\d{1,6}$/.test(text) ? Number(text) : 0 };
};
const uploadIdOf = (asked: S3Request) => ({ ...objectOf(asked), UploadId: textOf(asked, 'uploadId') });

export async function uploadPart(asked: S3Request): Promise<S3Answer> {
  const written = await asked.perform<Written>(operations.uploadPartOperation(uploadOf(asked.body)), () => partOf(asked));
  return { status: 200, headers: { etag: `"${written.ETag}"`, ...presentChecksum(written.Checksum) } };
}

export async function uploadPartCopy(asked: S3Request): Promise<S3Answer> {
  checkNoBody(asked.body);
  const copied = await asked.perform<Copied>(operations.uploadPartCopyOperation, () => ({ ...partOf(asked), Source: sourceOf(asked) }));
  return { status: 200, xml: xmlDocument('CopyPartResult', ...copyXml(copied)) };
}

export async function completeMultipartUpload(asked: S3Request): Promise<S3Answer> {
  const body = await readSmallBody(asked.body, COMPLETE_BYTES_MAX);
  const written = await asked.perform<Written>(operations.completeMultipartUploadOperation, () => ({ ...uploadIdOf(asked), Parts: readListedParts(body) }));
  return {
    status: 200,
    xml: xmlDocument('CompleteMultipartUploadResult', leaf('Location', `${asked.ctx.origin}/aws/s3/${asked.bucket}/${encodeURI(asked.key)}`), leaf('Bucket', asked.bucket), leaf('Key', asked.key), leaf('ETag', `"${written.ETag}"`), ...checksumXml(written.Checksum)),
  };
}

function readListedParts(body: Buffer): ListedPart[] {
  const root = readXml(body);
  const parts = root.children.filter(one => one.name === 'Part');
  if (root.name !== 'CompleteMultipartUpload' || parts.length === 0 || parts.length > PARTS_MAX) throw malformedXml();
  return parts.map(part => {
    const number = childText(part, 'PartNumber')?.trim() ?? '';
    if (!/^\d{1,6}$/.test(number)) throw malformedXml();
    const checksum = CHECKSUM_ALGORITHMS.map(one => childText(part, `Checksum${one}`)).find(one => one !== undefined);
    return { number: Number(number), etag: (childText(part, 'ETag') ?? '').trim().replaceAll('"', ''), ...(checksum !== undefined && { checksum: checksum.trim() }) };
  });
}

export async function abortMultipartUpload(asked: S3Request): Promise<S3Answer> {
  checkNoBody(asked.body);
  await asked.perform(operations.abortMultipartUploadOperation, () => uploadIdOf(asked));
  return { status: 204 };
}

export async function listParts(asked: S3Request): Promise<S3Answer> {
  checkNoBody(asked.body);
  const limit = countOf(asked, 'max-parts', PARTS_PAGE_MAX);
  const after = asked.query.has('part-number-marker') ? countOf(asked, 'part-number-marker', PARTS_MAX) : 0;
  const { upload, parts } = await asked.perform<{ upload: UploadRow; parts: PartRow[] }>(operations.listPartsOperation, () => ({ ...uploadIdOf(asked), After: after, MaxParts: limit }));
  const shown = parts.slice(0, limit);
  const more = parts.length > limit ? shown.at(-1)?.number : undefined;
  return {
    status: 200,
    xml: xmlDocument(
      'ListPartsResult', leaf('Bucket', asked.bucket), leaf('Key', asked.key), leaf('UploadId', upload.id), leaf('PartNumberMarker', after), leaf('NextPartNumberMarker', more), leaf('MaxParts', limit), leaf('IsTruncated', more !== undefined),
      leaf('StorageClass', 'STANDARD'), leaf('ChecksumAlgorithm', upload.checksum?.algorithm), leaf('ChecksumType', upload.checksum?.type),
      ...shown.map(part => within('Part', leaf('PartNumber', part.number), leaf('LastModified', upload.createdAt.toISOString()), leaf('ETag', `"${part.etag}"`), leaf('Size', part.bytes), part.checksum ? leaf(`Checksum${part.checksum.algorithm}`, part.checksum.value) : '')),
    ),
  };
}
