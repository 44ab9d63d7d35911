import { ApiError } from '@carillon/kernel/errors.js';
import type { Ctx, Principal } from '../ctx.js';
import { matchTotp } from '../platform/totp.js';
import { readMfaDevice, spendMfaStep } from './principal-store.js';

/** True for a right code of the caller's own device, false when none was given; AccessDenied for everything else. */
export async function checkMfaCode(ctx: Ctx, principal: Principal, serialNumber: string | undefined, code: string | undefined): Promise<boolean> {
  if (serialNumber === undefined && code === undefined) return false;
  const denied = new ApiError('AccessDenied', 'MultiFactorAuthentication failed with invalid MFA one time pass code.');
  if (serialNumber === undefined || code === undefined) throw denied;
  await ctx.limits.spend('sign-in-email', `mfa ${principal.principalId}`);
  const device = await readMfaDevice(ctx.sql, principal.ownerAccountId, serialNumber);
  const own = device?.enabledAt && device.userId === (principal.type === 'IAMUser' ? principal.principalId : null);
  const step = own ? await matchTotp(ctx.secrets.open(device.secret), code, ctx.clock.now()) : undefined;
  if (step === undefined || !(await spendMfaStep(ctx.sql, device!.serialNumber, step))) throw denied;
  return true;
}
