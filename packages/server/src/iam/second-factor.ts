import { ApiError } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';
import { hashPassword } from '../platform/password.js';
import { matchTotp } from '../platform/totp.js';
import { entityExists, noSuchEntity } from './access.js';
import { deleteMfa, readMfas, updateLoginProfile, updateMfa, type MfaRow } from './entity-store.js';
import { spendMfaStep } from './principal-store.js';

/** Second factors and passwords of users, and of the root user (null), for whoever has settled already that they may be changed. */
export async function findSecondFactors(ctx: Ctx, ownerAccountId: string, userId: string | null): Promise<MfaRow[]> {
  return (await readMfas(ctx.sql, ownerAccountId, userId ?? undefined)).filter(device => device.enabledAt !== null && device.userId === userId);
}

/** True when one of the devices shows this code now; each code is good once. */
export async function spendCode(ctx: Ctx, devices: readonly Pick<MfaRow, 'serialNumber' | 'secret'>[], code: string): Promise<boolean> {
  for (const device of devices) {
    const step = await matchTotp(ctx.secrets.open(device.secret), code, ctx.clock.now());
    if (step !== undefined && (await spendMfaStep(ctx.sql, device.serialNumber, step))) return true;
  }
  return false;
}

/** A device of the owner account; NoSuchEntity for others'. */
export async function accessDevice(ctx: Ctx, ownerAccountId: string, serialNumber: string): Promise<MfaRow> {
  const device = (await readMfas(ctx.sql, ownerAccountId, undefined)).find(one => one.serialNumber === serialNumber);
  if (!device) throw noSuchEntity(`MFA device ${serialNumber}`);
  return device;
}

/** Makes it somebody's second factor. Two codes in a row show that the app has the secret, and the time. */
export async function enableDevice(ctx: Ctx, device: MfaRow, userId: string | null, code1: string, code2: string): Promise<void> {
  if (device.enabledAt) throw entityExists('MFA Device');
  const secret = ctx.secrets.open(device.secret);
  const steps = [await matchTotp(secret, code1, ctx.clock.now()), await matchTotp(secret, code2, ctx.clock.now())];
  if (steps[0] === undefined || steps[1] === undefined || steps[1] !== steps[0] + 1) throw new ApiError('Forbidden', 'Authentication codes for device are not valid', { reason: 'InvalidAuthenticationCode' });
  await updateMfa(ctx.sql, device.serialNumber, { userId, enabledAt: ctx.now(), lastStep: steps[1] });
}

export async function forgetDevice(ctx: Ctx, serialNumber: string): Promise<void> {
  await deleteMfa(ctx.sql, serialNumber);
}

/** A password that its user chose. */
export async function replacePassword(ctx: Ctx, userId: string, password: string): Promise<void> {
  await updateLoginProfile(ctx.sql, userId, { passwordHash: await hashPassword(password), changedAt: ctx.now(), resetRequired: false });
}
