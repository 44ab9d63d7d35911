import { ApiError, forbidden } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';
import type { Caller } from '../door.js';
import { credentialOperations } from '../iam/credentials.js';
import { iamArn } from '../iam/names.js';
import { performOperation } from '../iam/perform-operation.js';
import { accessDevice, enableDevice, findSecondFactors, forgetDevice } from '../iam/second-factor.js';
import type { Operation } from '../operation.js';
import { hashPassword, passwordMatches } from '../platform/password.js';
import { accessRoot } from './access.js';
import { callOf } from './call.js';
import * as store from './store.js';

const DEVICE = 'root-account-mfa-device';
const PATH = '/console/api/root';

/**
 * The root user's password and second factor. IAM's operations are for users, so these are of the same names with work of their own: decided like
 * them (the root user may everything) and in the record like them.
 */
export async function getRootCredentials(ctx: Ctx): Promise<{ email: string; mfaDevices: { serialNumber: string; enabledAt: string }[] }> {
  const owner = accessRoot(ctx).row.ownerAccountId;
  const [root, devices] = [await store.readRootCredentialsOf(ctx.sql, owner), await findSecondFactors(ctx, owner, null)];
  return { email: root?.email ?? '', mfaDevices: devices.flatMap(device => (device.enabledAt ? [{ serialNumber: device.serialNumber, enabledAt: device.enabledAt.toISOString() }] : [])) };
}

export async function changeRootPassword(ctx: Ctx, current: string, next: string, caller: Caller): Promise<void> {
  const { row } = accessRoot(ctx);
  await checkPassword(ctx, row.ownerAccountId, current);
  const passwordHash = await hashPassword(next);
  await perform(ctx, caller, 'ChangePassword', async inside => {
    await store.updateRootPassword(inside.sql, row.ownerAccountId, passwordHash);
    await store.deleteRootSessions(inside.sql, row.ownerAccountId, row.id);
  });
}

/** A device that was begun and never confirmed makes room for the new one. */
export async function beginRootMfa(ctx: Ctx, caller: Caller): Promise<{ serialNumber: string; secret: string; qrPng: string }> {
  const owner = accessRoot(ctx).row.ownerAccountId;
  const enabled = await findSecondFactors(ctx, owner, null);
  if (enabled.length > 0) throw new ApiError('Conflict', 'The root user has a second factor already. Remove it first.', { reason: 'mfa-enabled' });
  await forgetDevice(ctx, serialOf(owner));
  const create = credentialOperations.find(operation => operation.name === 'CreateVirtualMFADevice')!;
  const { VirtualMFADevice: device } = (await performOperation(ctx, create, () => ({ VirtualMFADeviceName: DEVICE }), callOf(caller, PATH))) as { VirtualMFADevice: { SerialNumber: string; Base32StringSeed: Uint8Array; QRCodePNG: Uint8Array } };
  return { serialNumber: device.SerialNumber, secret: Buffer.from(device.Base32StringSeed).toString('utf8'), qrPng: Buffer.from(device.QRCodePNG).toString('base64') };
}

export async function enableRootMfa(ctx: Ctx, code1: string, code2: string, caller: Caller): Promise<void> {
  const owner = accessRoot(ctx).row.ownerAccountId;
  await ctx.limits.spend('sign-in-email', `mfa ${owner}`);
  await perform(ctx, caller, 'EnableMFADevice', async inside => enableDevice(inside, await accessDevice(inside, owner, serialOf(owner)), null, code1, code2));
}

export async function removeRootMfa(ctx: Ctx, password: string, caller: Caller): Promise<void> {
  const owner = accessRoot(ctx).row.ownerAccountId;
  await checkPassword(ctx, owner, password);
  await perform(ctx, caller, 'DeactivateMFADevice', inside => forgetDevice(inside, serialOf(owner)));
}

async function checkPassword(ctx: Ctx, owner: string, password: string): Promise<void> {
  await ctx.limits.spend('sign-in-email', `root ${owner}`);
  if (!(await passwordMatches((await store.readRootCredentialsOf(ctx.sql, owner))?.passwordHash, password))) throw forbidden('This is not your password.', 'password-wrong');
}

function serialOf(owner: string): string { return iamArn(owner, 'mfa', '/', DEVICE); }

async function perform(ctx: Ctx, caller: Caller, name: string, work: (ctx: Ctx) => Promise<void>): Promise<void> {
  const operation: Operation = { service: 'iam', name, kind: 'write', action: `iam:${name}`, work };
  await performOperation(ctx, operation, () => ({}), callOf(caller, PATH));
}
