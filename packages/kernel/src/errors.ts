/**
 * The closed table of errors that may leave the server. Names and statuses are those of Amazon Chime's API
 * (product-facts, section 9), so that one error serves every door.
 */
export const ERROR_STATUS = {
  BadRequest: 400,
  Unauthorized: 401,
  Forbidden: 403,
  AccessDenied: 403,
  NotFound: 404,
  Conflict: 409,
  PayloadTooLarge: 413,
  Unprocessable: 422,
  Throttled: 429,
  ResourceLimitExceeded: 400,
  ServiceFailure: 500,
  ServiceUnavailable: 503,
  StorageFull: 507,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/**
 * A refusal or failure told to the caller. `message` is a sentence that may be shown: what happened and what to do.
 * `reason` is a stable word for programs that must tell two refusals with one code apart (`totp-required`).
 * What only the log may know travels in `cause`.
 */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly reason: string | undefined;
  readonly retryAfterS: number | undefined;

  constructor(code: ErrorCode, message: string, options: { reason?: string; retryAfterS?: number; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ApiError';
    this.code = code;
    this.reason = options.reason;
    this.retryAfterS = options.retryAfterS;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

/** The caller’s input is wrong; `reason` tells programs which way. */
export function badRequest(message: string, reason?: string): ApiError {
  return new ApiError('BadRequest', message, reason === undefined ? {} : { reason });
}

/** A missing object and one the caller may not know of get the same answer. */
export function notFound(noun: string): ApiError {
  return new ApiError('NotFound', `This ${noun} does not exist, or you have no access to it.`);
}

/** The caller may not do this, and may know that it exists. */
export function forbidden(message: string, reason?: string): ApiError {
  return new ApiError('Forbidden', message, reason === undefined ? {} : { reason });
}

/** For our own mistakes: fails the request, the call or the room, never the whole node. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${message}`);
}
