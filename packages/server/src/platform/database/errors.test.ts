import { expect, test } from 'vitest';
import { ApiError } from '@carillon/kernel/errors.js';
import { DatabaseUnavailable, isUniqueViolation, SqlError, translateSqlError } from './errors.js';

test('a full disk is told as a sentence, whichever layer noticed it', () => {
  const errors = [
    new SqlError('could not extend file "base/5/16": No space left on device', '53100', undefined),
    Object.assign(new Error('write'), { code: 'ENOSPC', message: 'ENOSPC: no space left on device' }),
    new SqlError('could not write to file "pg_wal/xlogtemp.42"', undefined, undefined),
  ];
  for (const error of errors) {
    const told = translateSqlError(error);
    expect(told).toBeInstanceOf(ApiError);
    expect(told).toMatchObject({ code: 'StorageFull', message: expect.stringContaining('disk is full') });
  }
});

test('a database that is away, full of callers, shutting down or in a deadlock is told as one that is back in a moment', () => {
  const errors = [
    ...['08006', '53300', '57P01', '57014', '40P01', '40001'].map(code => new SqlError('words', code, undefined)),
    Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
  ];
  for (const error of errors) expect(translateSqlError(error)).toMatchObject({ code: 'ServiceUnavailable', retryAfterS: 2, cause: error });
});

test('other errors pass as they are, our own refusals too', () => {
  for (const error of [new SqlError('relation does not exist', '42P01', undefined), new DatabaseUnavailable('gone'), undefined, 'text']) expect(translateSqlError(error)).toBe(error);
});

test('a unique key’s refusal is recognised, by its name where that matters', () => {
  const error = new SqlError('duplicate key', '23505', 'message_pkey');
  expect(isUniqueViolation(error)).toBe(true);
  expect(isUniqueViolation(error, 'message_pkey')).toBe(true);
  expect(isUniqueViolation(error, 'person_email_key')).toBe(false);
  for (const other of [new SqlError('words', '23503', undefined), new Error('x'), undefined]) expect(isUniqueViolation(other)).toBe(false);
});
