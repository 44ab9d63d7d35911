import { ApiError } from '@carillon/kernel/errors.js';
import type { Ctx, Principal } from '../ctx.js';
import { readMfaDevice } from './principal-store.js';
import { spendCode } from './second-factor.js';

/** True for a right code of the caller's own device, false when none was given; AccessDenied for everything else. */
export async function checkMfaCode(ctx: Ctx, principal: Principal, serialNumber: string | undefined, code: string | undefined): Promise<boolean> {
  if (serialNumber === undefined && code === undefined) return false;
  const denied = new ApiError('AccessDenied', 'MultiFactorAuthentication failed with invalid MFA one time pass code.');
  if (serialNumber === undefined || code === undefined) throw denied;
  await ctx.limits.spend('sign-in-email', `mfa ${principal.principalId}`);
  const device = await readMfaDevice(ctx.sql, principal.ownerAccountId, serialNumber);
  const own = device?.enabledAt && device.userId === (principal.type === 'IAMUser' ? principal.principalId : null);
  if (!own || !(await spendCode(ctx, [device], code))) throw denied;
  return true;
}
