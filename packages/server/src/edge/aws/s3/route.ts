import { badRequest } from '@carillon/kernel/errors.js';
import * as bucket from './bucket-routes.js';
import * as object from './object-routes.js';
import type { Address, S3Answer, S3Request } from './s3-request.js';

type Route = (asked: S3Request) => Promise<S3Answer>;

/** Parameters that ask for something else than the plain operation of a method. */
const WISHES = new Set([
  'accelerate', 'acl', 'analytics', 'attributes', 'cors', 'delete', 'encryption', 'intelligent-tiering', 'inventory', 'legal-hold', 'lifecycle', 'location', 'logging', 'metadataConfiguration', 'metadataTable', 'metrics',
  'notification', 'object-lock', 'ownershipControls', 'partNumber', 'policy', 'policyStatus', 'publicAccessBlock', 'renameObject', 'replication', 'requestPayment', 'restore', 'retention', 'select', 'session', 'tagging',
  'torrent', 'uploadId', 'uploads', 'versionId', 'versioning', 'versions', 'website',
]);

/** By method, level and wishes in the order of the alphabet. */
const ROUTES: Readonly<Record<string, Route>> = {
  'GET service': bucket.listBuckets,
  'GET bucket': bucket.listObjects,
  'GET bucket location': bucket.getBucketLocation,
  'GET bucket acl': bucket.getBucketAcl,
  'GET bucket policy': bucket.getBucketPolicy,
  'GET bucket uploads': bucket.listMultipartUploads,
  'HEAD bucket': bucket.headBucket,
  'PUT bucket': bucket.createBucket,
  'PUT bucket policy': bucket.putBucketPolicy,
  'DELETE bucket': bucket.deleteBucket,
  'DELETE bucket policy': bucket.deleteBucketPolicy,
  'POST bucket delete': bucket.deleteObjects,
  'GET object': object.getObject,
  'GET object tagging': object.getObjectTagging,
  'GET object uploadId': object.listParts,
  'HEAD object': object.headObject,
  'PUT object': object.putObject,
  'PUT object partNumber uploadId': object.uploadPart,
  'DELETE object': object.deleteObject,
  'DELETE object uploadId': object.abortMultipartUpload,
  'POST object uploads': object.createMultipartUpload,
  'POST object uploadId': object.completeMultipartUpload,
};

/** What a request asks for; NotImplemented for everything of S3 that is not there. */
export function routeS3(method: string, address: Address, copies: boolean): Route {
  const level = address.key !== '' ? 'object' : address.bucket !== '' ? 'bucket' : 'service';
  const wishes = [...address.query.keys()].filter(name => WISHES.has(name)).toSorted();
  const name = [method, level, ...wishes].join(' ');
  if (copies && name === 'PUT object') return object.copyObject;
  if (copies && name === 'PUT object partNumber uploadId') return object.uploadPartCopy;
  const route = Object.hasOwn(ROUTES, name) ? ROUTES[name] : undefined;
  if (!route) throw badRequest('A header or parameter you provided implies functionality that is not implemented', 'NotImplemented');
  return route;
}
