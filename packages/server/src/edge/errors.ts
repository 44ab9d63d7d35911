import { ApiError } from '@carillon/kernel/errors.js';
import type { ErrorReply } from '@carillon/wire/rest/route.js';
import { translateSqlError } from '../platform/database/errors.js';

export interface Refusal {
  status: number;
  body: ErrorReply;
  retryAfterS: number | undefined;
  /** Ours to mend: goes to the log as an error. */
  fault: boolean;
}

/** The one place where a failure becomes an HTTP answer. What is not an ApiError tells nothing of its inside. */
export function refusalOf(error: unknown, requestId: string): Refusal {
  const api = toApiError(translateSqlError(error));
  const body = { code: api.code, message: api.message, ...(api.reason !== undefined && { reason: api.reason }), requestId };
  return { status: api.status, body, retryAfterS: api.retryAfterS, fault: api.status >= 500 && api.code !== 'StorageFull' };
}

function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const { statusCode, validation, message } = (error ?? {}) as { statusCode?: number; validation?: unknown; message?: string };
  if (validation) return new ApiError('BadRequest', `The request is not of the expected form: ${message}`, { reason: 'malformed' });
  if (statusCode === 413) return new ApiError('PayloadTooLarge', 'The request is too large.', { reason: 'too-large' });
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new ApiError('BadRequest', 'The request could not be read.', { reason: 'malformed' });
  return new ApiError('ServiceFailure', 'Something went wrong on the server. Try again; if it stays, tell your administrator the request number.', { cause: error });
}
