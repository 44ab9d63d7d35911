import { expect, test } from 'vitest';
import { ApiError, badRequest, notFound } from '@carillon/kernel/errors.js';
import { DatabaseUnavailable, SqlError } from '../platform/database/errors.js';
import { refusalOf } from './errors.js';

test('a refusal keeps its status, sentence, reason and time to wait, and carries the request’s number', () => {
  const refusal = refusalOf(new ApiError('Throttled', 'Too many tries.', { reason: 'slow-down', retryAfterS: 7 }), 'r1');
  expect(refusal).toEqual({ status: 429, body: { code: 'Throttled', message: 'Too many tries.', reason: 'slow-down', requestId: 'r1' }, retryAfterS: 7, fault: false });
  expect(refusalOf(badRequest('No.'), 'r').body).not.toHaveProperty('reason');
});

test('what is not ours tells nothing of its inside', () => {
  for (const error of [new Error('relation "person" does not exist at /srv/secret'), new SqlError('syntax error near "token"', '42601', undefined), 'a string', undefined, null]) {
    const { status, body, fault } = refusalOf(error, 'r');
    expect(status).toBe(500);
    expect(fault).toBe(true);
    expect(JSON.stringify(body)).not.toMatch(/person|secret|token|string/);
  }
});

test('what the HTTP library refuses is told in our form', () => {
  expect(refusalOf(Object.assign(new Error('body/name must be string'), { validation: [], statusCode: 400 }), 'r')).toMatchObject({ status: 400, body: { reason: 'malformed', message: expect.stringContaining('name') } });
  expect(refusalOf(Object.assign(new Error('x'), { statusCode: 413 }), 'r')).toMatchObject({ status: 413, body: { code: 'PayloadTooLarge' } });
  expect(refusalOf(Object.assign(new Error('Unexpected token'), { statusCode: 400 }), 'r')).toMatchObject({ status: 400, body: { reason: 'malformed' } });
});

test('a full disk is a refusal and no fault; a database that is away is a fault with a time to come back', () => {
  expect(refusalOf(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }), 'r')).toMatchObject({ status: 507, fault: false });
  expect(refusalOf(new DatabaseUnavailable('gone'), 'r')).toMatchObject({ status: 503, retryAfterS: 2, fault: true });
});

test('missing and forbidden read the same', () => {
  expect(refusalOf(notFound('meeting'), 'r').body.message).toBe('This meeting does not exist, or you have no access to it.');
});
