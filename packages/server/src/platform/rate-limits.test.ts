import { expect, test } from 'vitest';
import { createRateLimits } from './rate-limits.js';

test('as many tries as the limit says pass; the next is refused with a sentence and the time to wait', async () => {
  const limits = createRateLimits();
  for (let i = 0; i < 10; i++) await limits.spend('sign-in-email', 'anna@acme.example');
  await expect(limits.spend('sign-in-email', 'anna@acme.example')).rejects.toMatchObject({
    code: 'Throttled', status: 429, message: 'Too many tries. Wait 15 minutes and try again.', retryAfterS: expect.toSatisfy((seconds: number) => seconds > 890 && seconds <= 900),
  });
});

test('one’s tries cost nobody else’s, and one limit’s tries no other limit’s', async () => {
  const limits = createRateLimits();
  for (let i = 0; i < 4; i++) await limits.spend('mail-email', 'anna@acme.example');
  await expect(limits.spend('mail-email', 'anna@acme.example')).rejects.toMatchObject({ code: 'Throttled' });
  await limits.spend('mail-email', 'ben@acme.example');
  await limits.spend('sign-in-email', 'anna@acme.example');
});

test('two servers in one process count apart', async () => {
  const [one, two] = [createRateLimits(), createRateLimits()];
  for (let i = 0; i < 4; i++) await one.spend('mail-email', 'a');
  await two.spend('mail-email', 'a');
});
