import { ApiError } from '@carillon/kernel/errors.js';
import type { Config } from '../config.js';

export interface OutsideFile {
  readonly bucket: string;
  readonly key: string;
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly contentEncoding: string;
  readonly acl: 'bucket-owner-full-control';
}

/** An object store elsewhere that speaks S3. Errors: NoSuchBucket and AccessDenied in `reason`, ServiceUnavailable for the rest. */
export interface OutsideS3 {
  /** Refuses a bucket that is not there or not reachable with the key of the configuration. */
  check(bucket: string): Promise<void>;
  put(file: OutsideFile): Promise<void>;
  close(): void;
}

/** The client is loaded where it is used: most servers never need it. */
export async function openOutsideS3({ endpoint, region, accessKeyId, secretAccessKey }: Config['s3'] & {}): Promise<OutsideS3> {
  const { S3Client, HeadBucketCommand, PutObjectCommand } = await import('@aws-sdk/client-s3');
  const client = new S3Client({ endpoint, region, forcePathStyle: true, credentials: { accessKeyId, secretAccessKey } });
  return {
    async check(bucket) {
      await client.send(new HeadBucketCommand({ Bucket: bucket })).catch(tell);
    },
    async put({ bucket, key, bytes, contentType, contentEncoding, acl }) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: contentType, ContentEncoding: contentEncoding, ACL: acl })).catch(tell);
    },
    close: () => client.destroy(),
  };
}

function tell(error: unknown): never {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode;
  if (name === 'NoSuchBucket' || status === 404) throw new ApiError('NotFound', 'The bucket does not exist.', { reason: 'NoSuchBucket', cause: error });
  if (status === 403) throw new ApiError('AccessDenied', 'The object store refused the server’s key.', { reason: 'AccessDenied', cause: error });
  throw new ApiError('ServiceUnavailable', 'The object store could not be reached.', { reason: 'ServiceUnavailable', cause: error });
}
