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

/** The statement was not answered; whether it took effect is unknown. Asking again with the same client token is harmless. */
export class DatabaseUnavailable extends ApiError {
  constructor(why: string) {
    super('ServiceUnavailable', 'The server could not reach its database. Try again in a moment.', { retryAfterS: 2, cause: new Error(why) });
  }
}

export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const { code, constraint: name } = error as { code?: string; constraint?: string };
  return code === '23505' && (constraint === undefined || name === constraint);
}

const DISK_FULL = new Set(['53100', '58030']);

/** Translates what a full disk looks like (SQLSTATE 53100, or the file system's own words) into a sentence. */
export function translateSqlError(error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string };
  const full = (code !== undefined && DISK_FULL.has(code)) || /No space left on device|could not extend file|could not write to file|ENOSPC/i.test(message ?? '');
  if (!full) return error;
  return new ApiError('StorageFull', 'The server’s disk is full, so nothing new can be stored. What was stored before is safe; an administrator has to free some space.', { cause: error });
}
