import type { CreateTrailRequest, CreateTrailResponse, UpdateTrailRequest, UpdateTrailResponse } from '@carillon/wire/aws/generated/cloudtrail-types.js';
import { ApiError, badRequest } from '@carillon/kernel/errors.js';
import { isBucketName } from '../buckets/bucket-name.js';
import { checkDestination, checkOutsideBucket } from '../buckets/delivery.js';
import type { Ctx } from '../ctx.js';
import { accessCall, accessPrincipal } from '../iam/access.js';
import { accessTrail } from './access.js';
import { CLOUDTRAIL, PREFIX_LENGTH_MAX, recordsFolder, trailArn, TRAILS_MAX, type TrailRow } from './model.js';
import { presentSettings } from './present.js';
import { checkTrailName } from './trail-name.js';
import { insertTrail, readTrails, updateTrail } from './trail-store.js';

/** What is CloudTrail's and not here; asking for it must not look as if it were done. */
const NOT_HERE = ['SnsTopicName', 'CloudWatchLogsLogGroupArn', 'CloudWatchLogsRoleArn', 'KmsKeyId'] as const;

/**
 * A trail, which records nothing before StartLogging. Its bucket must be the owner's and let CloudTrail in (guide, CDP-01):
 * S3BucketDoesNotExistException, InsufficientS3BucketPolicyException.
 */
export async function createTrail(ctx: Ctx, input: CreateTrailRequest): Promise<CreateTrailResponse> {
  const { ownerAccountId } = accessPrincipal(ctx);
  const { Name: name, S3BucketName: bucket } = input;
  checkTrailName(name);
  const trail = { id: ctx.ids.next<'Trail'>(), ownerAccountId, name, region: accessCall(ctx).region, bucket, createdAt: ctx.now(), ...settingsOf(input, { prefix: null, globalEvents: true, multiRegion: false }) };
  if ((await readTrails(ctx.sql, ownerAccountId)).length >= TRAILS_MAX) throw badRequest(`An account has at most ${TRAILS_MAX} trails.`, 'MaximumNumberOfTrailsExceededException');
  await checkPlace(ctx, trail);
  if (!(await insertTrail(ctx.sql, trail))) throw new ApiError('BadRequest', `Trail ${name} already exists for customer: ${ownerAccountId}`, { reason: 'TrailAlreadyExistsException' });
  return presentSettings(trail);
}

/** What is not given stays. */
export async function changeTrail(ctx: Ctx, input: UpdateTrailRequest): Promise<UpdateTrailResponse> {
  const before = await accessTrail(ctx, input.Name);
  const trail = { ...before, bucket: input.S3BucketName ?? before.bucket, ...settingsOf(input, before) };
  await checkPlace(ctx, trail);
  await updateTrail(ctx.sql, trail.id, trail);
  return presentSettings(trail);
}

/** Asks an outside store for the bucket, before the transaction. */
export async function findBucket(ctx: Ctx, { S3BucketName: bucket }: { S3BucketName?: string | undefined }): Promise<void> {
  if (bucket !== undefined && isBucketName(bucket)) await checkOutsideBucket(ctx, bucket).catch(inTheWordsOfTrails);
}

type Settings = Pick<TrailRow, 'prefix' | 'globalEvents' | 'multiRegion'>;

function settingsOf(input: Omit<UpdateTrailRequest, 'Name'>, before: Settings): Settings {
  const asked = NOT_HERE.find(name => (input[name] ?? '') !== '');
  if (asked !== undefined || input.IsOrganizationTrail === true || input.EnableLogFileValidation === true) throw badRequest(`This server has no ${asked ?? (input.IsOrganizationTrail ? 'organisations' : 'digest files')} for trails.`, 'UnsupportedOperationException');
  const prefix = input.S3KeyPrefix ?? before.prefix ?? '';
  // Tab and line ends in a key are nobody's wish.
  if (prefix.length > PREFIX_LENGTH_MAX || /[\u0000-\u001f\u007f]/.test(prefix)) throw badRequest(`A prefix has at most ${PREFIX_LENGTH_MAX} characters.`, 'InvalidS3PrefixException');
  const multiRegion = input.IsMultiRegionTrail ?? before.multiRegion;
  const globalEvents = input.IncludeGlobalServiceEvents ?? before.globalEvents;
  if (multiRegion && !globalEvents) throw badRequest('A trail of all regions must include global service events.', 'InvalidParameterCombinationException');
  return { prefix: prefix === '' ? null : prefix, globalEvents, multiRegion };
}

/** An outside bucket was looked for before. */
async function checkPlace(ctx: Ctx, trail: Pick<TrailRow, 'bucket' | 'region' | 'ownerAccountId' | 'name' | 'prefix'>): Promise<void> {
  if (!isBucketName(trail.bucket)) throw badRequest('This is no name of a bucket.', 'InvalidS3BucketNameException');
  if (ctx.config.s3) return;
  await checkDestination(ctx, { service: CLOUDTRAIL, ownerAccountId: trail.ownerAccountId, sourceArn: trailArn(trail), bucket: trail.bucket }, `${recordsFolder(trail)}/${trail.region}/x`).catch(inTheWordsOfTrails);
}

function inTheWordsOfTrails(error: unknown): never {
  if (!(error instanceof ApiError)) throw error;
  if (error.reason === 'NoSuchBucket') throw badRequest('The S3 bucket does not exist.', 'S3BucketDoesNotExistException');
  if (error.reason === 'AccessDenied') throw badRequest('Incorrect S3 bucket policy is detected for the bucket.', 'InsufficientS3BucketPolicyException');
  throw error;
}
