import { ApiError } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';
import { findSecondFactors, spendCode } from '../iam/second-factor.js';

/**
 * Spends the code of a second factor: a user's, or the root user's where `userId` is null. False where none is set up. Unauthorized with `totp-required`, or with
 * `totp-wrong` after `onWrong`; Throttled.
 */
export async function demandSecondFactor(ctx: Ctx, ownerAccountId: string, userId: string | null, code: string | undefined, onWrong?: () => Promise<void>): Promise<boolean> {
  const devices = await findSecondFactors(ctx, ownerAccountId, userId);
  if (devices.length === 0) return false;
  if (code === undefined) throw new ApiError('Unauthorized', 'Type the code from your authenticator app.', { reason: 'totp-required' });
  await ctx.limits.spend('sign-in-email', `mfa ${userId ?? ownerAccountId}`);
  if (await spendCode(ctx, devices, code)) return true;
  await onWrong?.();
  throw new ApiError('Unauthorized', 'This code is not right, or was used before. Type the newest one.', { reason: 'totp-wrong' });
}
