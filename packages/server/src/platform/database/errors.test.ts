import { expect, test } from 'vitest';
import { ApiError } from '@carillon/kernel/errors.js';
import { isUniqueViolation, SqlError, translateSqlError } from './errors.js';

test('a full disk is told as a sentence, whichever layer noticed it', () => {
  for (const error of [new SqlError('could not extend file "base/5/16": No space left on device', '53100', undefined), Object.assign(new Error('write'), { code: 'ENOSPC', message: 'ENOSPC: no space left on device' })]) {
    const told = translateSqlError(error);
    expect(told).toBeInstanceOf(ApiError);
    expect(told).toMatchObject({ code: 'StorageFull', message: expect.stringContaining('disk is full') });
  }
});

test('other errors pass as they are', () => {
  const error = new SqlError('relation does not exist', '42P01', undefined);
  expect(translateSqlError(error)).toBe(error);
  expect(isUniqueViolation(error)).toBe(false);
  expect(isUniqueViolation(new SqlError('duplicate key', '23505', 'message_pkey'), 'message_pkey')).toBe(true);
});
