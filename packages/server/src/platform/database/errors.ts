import { ApiError } from '@carillon/kernel/errors.js';

/** What a database said, from either driver. `code` is the SQLSTATE (PostgreSQL, appendix A). */
export class SqlError extends Error {
  readonly code: string | undefined;
  readonly constraint: string | undefined;

  constructor(message: string, code: string | undefined, constraint: string | undefined) {
    super(message);
    this.name = 'SqlError';
    this.code = code;
    this.constraint = constraint;
  }
}

/**
 * The statement was not answered; whether it took effect is unknown. Asking again with the same client token is
 * harmless.
 */
export class DatabaseUnavailable extends ApiError {
  constructor(why: unknown) {
    super('ServiceUnavailable', 'The server could not reach its database. Try again in a moment.', { retryAfterS: 2, cause: why instanceof Error ? why : new Error(String(why)) });
  }
}

/** The refusal of a full disk, with what noticed it as its cause. */
export function storageFull(cause: unknown): ApiError {
  return new ApiError('StorageFull', 'The server’s disk is full, so nothing new can be stored. What was stored before is safe; an administrator has to free some space.', { cause });
}

/** True for SQLSTATE 23505, of this constraint where one is named. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const { code, constraint: name } = (error ?? {}) as { code?: string; constraint?: string };
  return code === '23505' && (constraint === undefined || name === constraint);
}

const DISK_FULL = new Set(['53100', '58030', 'ENOSPC', 'EDQUOT']);
const DISK_FULL_WORDS = /No space left on device|could not extend file|could not write to file|ENOSPC/i;
/**
 * No connection, too many, shutting down, a deadlock, a statement that took too long: the same request may succeed in a
 * moment.
 */
const PASSING = /^(08...|53300|57P0[123]|57014|40001|40P01|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT)$/;
const PASSING_WORDS = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/**
 * Translates what a full disk and an absent database look like, whichever driver or file system says it, into sentences
 * (StorageFull, DatabaseUnavailable). Anything else is given back as it is.
 */
export function translateSqlError(error: unknown): unknown {
  if (error instanceof ApiError) return error;
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string };
  if (DISK_FULL.has(code) || DISK_FULL_WORDS.test(message)) return storageFull(error);
  if (PASSING.test(code) || PASSING_WORDS.test(message)) return new DatabaseUnavailable(error);
  return error;
}
