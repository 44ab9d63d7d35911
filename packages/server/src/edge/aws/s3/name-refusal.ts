import { ApiError, type ErrorCode } from '@carillon/kernel/errors.js';
import { AwsRefusal } from '../refusals.js';

export interface NamedRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Why, in a word that is no word of S3. */
  readonly reason?: string | undefined;
}

/** Where the status is not the one of our own table. */
const STATUS: Readonly<Record<string, number>> = {
  PreconditionFailed: 412, InvalidRange: 416, NotImplemented: 501, MissingContentLength: 411, MethodNotAllowed: 405, BucketAlreadyExists: 409, BucketAlreadyOwnedByYou: 409, BucketNotEmpty: 409,
};
const NAMES: Readonly<Record<ErrorCode, readonly [string, number]>> = {
  BadRequest: ['InvalidRequest', 400], Unauthorized: ['AccessDenied', 403], Forbidden: ['AccessDenied', 403], AccessDenied: ['AccessDenied', 403], NotFound: ['NoSuchKey', 404], Conflict: ['OperationAborted', 409],
  PayloadTooLarge: ['EntityTooLarge', 400], Unprocessable: ['InvalidRequest', 400], Throttled: ['SlowDown', 503], ResourceLimitExceeded: ['InvalidRequest', 400], ServiceFailure: ['InternalError', 500],
  ServiceUnavailable: ['ServiceUnavailable', 503], StorageFull: ['ServiceUnavailable', 503],
};
/** Words of S3 begin with a capital; ours, meant for our own pages, do not. */
const OWN_WORD = /^[A-Z][A-Za-z0-9]+$/;

/** An error as S3 words it. What is no refusal of ours is a fault, and tells nothing of its inside. */
export function nameRefusal(error: unknown): NamedRefusal {
  if (error instanceof AwsRefusal) return { status: error.statusFor('s3'), code: error.nameFor('s3'), message: error.message };
  if (!(error instanceof ApiError)) return { status: 500, code: 'InternalError', message: 'We encountered an internal error. Please try again.' };
  const [name, status] = NAMES[error.code];
  if (error.code === 'PayloadTooLarge') return { status, code: name, message: 'Your proposed upload exceeds the maximum allowed size' };
  const own = error.reason !== undefined && OWN_WORD.test(error.reason);
  const code = own ? error.reason! : name;
  return { status: STATUS[code] ?? status, code, message: error.message, reason: own ? undefined : error.reason };
}
