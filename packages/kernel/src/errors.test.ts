import { expect, test } from 'vitest';
import { ApiError, assert, badRequest, ERROR_STATUS, forbidden, notFound, type ErrorCode } from './errors.js';

test('every code has the status that Amazon Chime’s API gives it', () => {
  for (const code of Object.keys(ERROR_STATUS) as ErrorCode[]) expect(new ApiError(code, 'words').status).toBe(ERROR_STATUS[code]);
  expect(ERROR_STATUS).toMatchObject({ BadRequest: 400, Unauthorized: 401, Forbidden: 403, NotFound: 404, Conflict: 409, Throttled: 429, ResourceLimitExceeded: 400, ServiceFailure: 500 });
});

test('what only the log may know travels as the cause and not in the message', () => {
  const cause = new Error('inside');
  expect(new ApiError('ServiceFailure', 'Something went wrong.', { cause })).toMatchObject({ message: 'Something went wrong.', cause });
  expect(new ApiError('BadRequest', 'No.')).not.toHaveProperty('cause');
});

test('the short forms carry their code and reason', () => {
  expect(badRequest('No.', 'why')).toMatchObject({ code: 'BadRequest', reason: 'why' });
  expect(badRequest('No.').reason).toBeUndefined();
  expect(forbidden('No.', 'why')).toMatchObject({ code: 'Forbidden', reason: 'why' });
  expect(forbidden('No.').reason).toBeUndefined();
  expect(notFound('room')).toMatchObject({ code: 'NotFound', message: 'This room does not exist, or you have no access to it.' });
});

test('a broken assertion is our own mistake, never a refusal', () => {
  expect(() => assert(true, 'holds')).not.toThrow();
  expect(() => assert(false, 'two hosts')).toThrow('Assertion failed: two hosts');
  try {
    assert(0, 'falsy counts');
  } catch (error) {
    expect(error).not.toBeInstanceOf(ApiError);
  }
});
