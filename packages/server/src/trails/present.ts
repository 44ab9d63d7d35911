import type { CreateTrailResponse, GetTrailStatusResponse, Trail } from '@carillon/wire/aws/generated/cloudtrail-types.js';
import { trailArn, type TrailRow } from './model.js';

/** What CreateTrail and UpdateTrail answer. Digest files and organisations are not there. */
export function presentSettings(trail: Pick<TrailRow, 'name' | 'bucket' | 'prefix' | 'globalEvents' | 'multiRegion' | 'region' | 'ownerAccountId'>): CreateTrailResponse {
  return {
    Name: trail.name, S3BucketName: trail.bucket, S3KeyPrefix: trail.prefix ?? undefined, IncludeGlobalServiceEvents: trail.globalEvents, IsMultiRegionTrail: trail.multiRegion, TrailARN: trailArn(trail),
    LogFileValidationEnabled: false, IsOrganizationTrail: false,
  };
}

export function presentTrail(trail: TrailRow): Trail {
  return { ...presentSettings(trail), HomeRegion: trail.region, HasCustomEventSelectors: trail.readWrite !== 'All', HasInsightSelectors: false };
}

/** Times as dates, and some of them once more as texts, as CloudTrail has it. */
export function presentStatus({ logging, startedAt, stoppedAt, deliveredAt, attemptedAt, deliveryError }: TrailRow): GetTrailStatusResponse {
  const text = (at: Date | null) => (at ? `${at.toISOString().slice(0, 19)}Z` : '');
  return {
    IsLogging: logging, LatestDeliveryError: deliveryError ?? undefined, LatestDeliveryTime: deliveredAt ?? undefined, StartLoggingTime: startedAt ?? undefined, StopLoggingTime: stoppedAt ?? undefined,
    LatestDeliveryAttemptTime: text(attemptedAt), LatestDeliveryAttemptSucceeded: text(deliveredAt), LatestNotificationAttemptTime: '', LatestNotificationAttemptSucceeded: '', TimeLoggingStarted: text(startedAt), TimeLoggingStopped: text(stoppedAt),
  };
}
