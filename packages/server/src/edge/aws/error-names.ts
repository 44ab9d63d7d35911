import type { ApiError, ErrorCode } from '@carillon/kernel/errors.js';
import type { Contract } from '@carillon/wire/aws/contract.js';

/** What an error is called at each service: the typed exceptions of the SDKs appear by these names. */
export interface NamedError {
  readonly status: number;
  /** `NotFoundException`; of query services `NoSuchEntity`. */
  readonly type: string;
  /** `NotFound` */
  readonly code: string;
  readonly message: string;
}

const CHIME: Readonly<Record<ErrorCode, readonly [string, string, number]>> = {
  BadRequest: ['BadRequestException', 'BadRequest', 400],
  Unauthorized: ['UnauthorizedClientException', 'Unauthorized', 401],
  Forbidden: ['ForbiddenException', 'Forbidden', 403],
  AccessDenied: ['AccessDeniedException', 'AccessDenied', 403],
  NotFound: ['NotFoundException', 'NotFound', 404],
  Conflict: ['ConflictException', 'Conflict', 409],
  PayloadTooLarge: ['BadRequestException', 'BadRequest', 400],
  Unprocessable: ['UnprocessableEntityException', 'Unprocessable', 422],
  Throttled: ['ThrottledClientException', 'Throttled', 429],
  ResourceLimitExceeded: ['ResourceLimitExceededException', 'ResourceLimitExceeded', 400],
  ServiceFailure: ['ServiceFailureException', 'ServiceFailure', 500],
  ServiceUnavailable: ['ServiceUnavailableException', 'ServiceUnavailable', 503],
  StorageFull: ['ServiceUnavailableException', 'ServiceUnavailable', 503],
};

/** Where the newer service has its own words. */
const SDK_MEETINGS: Partial<Record<ErrorCode, readonly [string, string, number]>> = {
  Unauthorized: ['UnauthorizedException', 'Unauthorized', 401],
  Throttled: ['ThrottlingException', 'Throttling', 429],
  ResourceLimitExceeded: ['LimitExceededException', 'LimitExceeded', 400],
};

/** Words of the newer service's tags alone. */
const SDK_MEETINGS_OWN: Readonly<Record<string, readonly [string, string, number]>> = {
  ResourceNotFound: ['ResourceNotFoundException', 'ResourceNotFound', 404],
  TooManyTags: ['TooManyTagsException', 'TooManyTags', 400],
};

/** Of query services, unless the error brings its own word. */
const QUERY: Readonly<Record<ErrorCode, readonly [string, number]>> = {
  BadRequest: ['ValidationError', 400],
  Unauthorized: ['AccessDenied', 403],
  Forbidden: ['AccessDenied', 403],
  AccessDenied: ['AccessDenied', 403],
  NotFound: ['NoSuchEntity', 404],
  Conflict: ['EntityAlreadyExists', 409],
  PayloadTooLarge: ['ValidationError', 400],
  Unprocessable: ['InvalidInput', 400],
  Throttled: ['Throttling', 400],
  ResourceLimitExceeded: ['LimitExceeded', 409],
  ServiceFailure: ['ServiceFailure', 500],
  ServiceUnavailable: ['ServiceUnavailable', 503],
  StorageFull: ['ServiceUnavailable', 503],
};

/** IAM's, STS's and CloudTrail's own words begin with a capital; ours, meant for the app, do not. */
const OWN_WORD = /^[A-Z][A-Za-z0-9]+$/;

/** The name, status and sentence of an error at a service. */
export function nameError(contract: Pick<Contract, 'service' | 'protocol'>, error: ApiError): NamedError {
  const { code, message } = error;
  if (contract.protocol === 'rest-json') {
    const newer = contract.service === 'chime-sdk-meetings' ? (SDK_MEETINGS_OWN[error.reason ?? ''] ?? SDK_MEETINGS[code]) : undefined;
    const [type, word, status] = newer ?? CHIME[code];
    return { type, code: word, status, message };
  }
  const [name, status] = QUERY[code];
  const own = error.reason !== undefined && OWN_WORD.test(error.reason) ? error.reason : undefined;
  if (contract.protocol === 'query') return { type: own ?? name, code: own ?? name, status, message };
  const type = own?.endsWith('Exception') === true ? own : own !== undefined ? `${own}Exception` : CHIME[code][0];
  return { type, code: type, status, message };
}
