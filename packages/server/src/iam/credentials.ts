import { ApiError } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';
import { read, write, type Caller, type Operation } from '../operation.js';
import { hashPassword, passwordMatches } from '../platform/password.js';
import { newTotpSecret, totpQrPng, totpUri } from '../platform/totp.js';
import { accessPrincipal, entityExists, limitExceeded, noSuchEntity } from './access.js';
import { accessUser, ownerOf } from './entities.js';
import * as store from './entity-store.js';
import { forgetIdentities } from './find-access-key.js';
import { KEYS_MAX, type KeyRow } from './model.js';
import { iamArn, newIamId, newSecretKey } from './names.js';
import { readKeyHolder } from './principal-store.js';
import { accessDevice, enableDevice } from './second-factor.js';

const PASSWORD_LENGTH_MIN = 8;
const user = { resource: ({ UserName }: { UserName?: string | undefined }, { owner, self }: Caller) => `arn:aws:iam::${owner}:user/${UserName ?? self}` };

/** Access keys, console passwords and second factors. */
export const credentialOperations: readonly Operation[] = [
  write('iam', 'CreateAccessKey', async (ctx, input) => {
    const holder = await keyOwner(ctx, input.UserName);
    if ((await store.readKeys(ctx.sql, ownerOf(ctx), holder.id)).length >= KEYS_MAX) throw limitExceeded(`AccessKeysPerUser: ${KEYS_MAX}`);
    const { id, secret } = await makeKey(ctx, ownerOf(ctx), holder.id);
    return { AccessKey: { UserName: holder.name, AccessKeyId: id, Status: 'Active' as const, SecretAccessKey: secret, CreateDate: ctx.now() } };
  }, user),
  read('iam', 'ListAccessKeys', async (ctx, input) => {
    const holder = await keyOwner(ctx, input.UserName);
    const keys = await store.readKeys(ctx.sql, ownerOf(ctx), holder.id);
    return { AccessKeyMetadata: keys.map(key => ({ UserName: holder.name, AccessKeyId: key.id, Status: key.status, CreateDate: key.createdAt })), IsTruncated: false };
  }, user),
  write('iam', 'UpdateAccessKey', async (ctx, input) => {
    const key = await accessKey(ctx, input.UserName, input.AccessKeyId);
    await store.updateKeyStatus(ctx.sql, key.id, input.Status);
    await forgetIdentities(ctx);
  }, user),
  write('iam', 'DeleteAccessKey', async (ctx, input) => {
    await store.deleteKey(ctx.sql, (await accessKey(ctx, input.UserName, input.AccessKeyId)).id);
    await forgetIdentities(ctx);
  }, user),
  read('iam', 'GetAccessKeyLastUsed', async (ctx, input) => {
    await ctx.audit.flush();
    const holder = await readKeyHolder(ctx.sql, input.AccessKeyId);
    if (!holder || holder.key.ownerAccountId !== ownerOf(ctx)) throw noSuchEntity(`access key ${input.AccessKeyId}`);
    const { lastUsedAt, lastUsedService, lastUsedRegion } = holder.key;
    // Of a key that was never used the date is left out, though the table says that it is always there.
    const LastUsedDate = lastUsedAt as Date;
    return { UserName: holder.user?.name ?? 'root', AccessKeyLastUsed: { LastUsedDate, ServiceName: lastUsedService ?? 'N/A', Region: lastUsedRegion ?? 'N/A' } };
  }),
  write('iam', 'CreateLoginProfile', async (ctx, input) => {
    const row = await accessUser(ctx, input.UserName);
    if (await store.readLoginProfile(ctx.sql, row.id)) throw entityExists(`Login Profile for user ${row.name}`);
    await setPassword(ctx, row.id, input.Password, input.PasswordResetRequired ?? false);
    return { LoginProfile: { UserName: row.name, CreateDate: ctx.now(), PasswordResetRequired: input.PasswordResetRequired ?? false } };
  }, user),
  read('iam', 'GetLoginProfile', async (ctx, input) => {
    const row = await accessUser(ctx, input.UserName);
    const profile = await accessProfile(ctx, row.id, row.name);
    return { LoginProfile: { UserName: row.name, CreateDate: profile.changedAt, PasswordResetRequired: profile.resetRequired } };
  }, user),
  write('iam', 'UpdateLoginProfile', async (ctx, input) => {
    const row = await accessUser(ctx, input.UserName);
    const profile = await accessProfile(ctx, row.id, row.name);
    if (input.Password !== undefined) await setPassword(ctx, row.id, input.Password, input.PasswordResetRequired ?? false);
    else await store.updateLoginProfile(ctx.sql, row.id, { ...profile, resetRequired: input.PasswordResetRequired ?? profile.resetRequired });
  }, user),
  write('iam', 'DeleteLoginProfile', async (ctx, input) => {
    const row = await accessUser(ctx, input.UserName);
    await accessProfile(ctx, row.id, row.name);
    await store.updateLoginProfile(ctx.sql, row.id, undefined);
  }, user),
  write('iam', 'ChangePassword', async (ctx, input) => {
    const row = await accessUser(ctx, undefined);
    await ctx.limits.spend('sign-in-email', `iam ${row.id}`);
    const profile = await store.readLoginProfile(ctx.sql, row.id);
    if (!(await passwordMatches(profile?.passwordHash, input.OldPassword))) throw new ApiError('AccessDenied', 'The old password was incorrect.');
    await setPassword(ctx, row.id, input.NewPassword, false);
  }, { resource: (_input, { owner, self }) => `arn:aws:iam::${owner}:user/${self}` }),
  write('iam', 'CreateVirtualMFADevice', async (ctx, input) => {
    const serial = iamArn(ownerOf(ctx), 'mfa', input.Path ?? '/', input.VirtualMFADeviceName);
    const secret = newTotpSecret();
    if (!(await store.insertMfa(ctx.sql, ownerOf(ctx), serial, ctx.secrets.seal(secret)))) throw entityExists('A virtual MFA device of this name');
    const uri = totpUri(`${ownerOf(ctx)}/${input.VirtualMFADeviceName}`, secret);
    return { VirtualMFADevice: { SerialNumber: serial, Base32StringSeed: Buffer.from(secret), QRCodePNG: await totpQrPng(uri) } };
  }, { resource: (input, { owner }) => `arn:aws:iam::${owner}:mfa${input.Path ?? '/'}${input.VirtualMFADeviceName}` }),
  write('iam', 'EnableMFADevice', async (ctx, input) => {
    const row = await accessUser(ctx, input.UserName);
    await enableDevice(ctx, await accessDevice(ctx, ownerOf(ctx), input.SerialNumber), row.id, input.AuthenticationCode1, input.AuthenticationCode2);
  }, user),
  write('iam', 'DeactivateMFADevice', async (ctx, input) => {
    const row = await accessUser(ctx, input.UserName);
    const device = await accessDevice(ctx, ownerOf(ctx), input.SerialNumber);
    if (device.userId !== row.id) throw noSuchEntity(`MFA device ${input.SerialNumber}`);
    await store.updateMfa(ctx.sql, device.serialNumber, { userId: null, enabledAt: null, lastStep: null });
  }, user),
  write('iam', 'DeleteVirtualMFADevice', async (ctx, input) => {
    const device = await accessDevice(ctx, ownerOf(ctx), input.SerialNumber);
    if (device.enabledAt) throw new ApiError('Conflict', 'MFA VirtualDevice in use. Must deactivate first.', { reason: 'DeleteConflict' });
    await store.deleteMfa(ctx.sql, device.serialNumber);
  }, { resource: input => input.SerialNumber }),
  read('iam', 'ListMFADevices', async (ctx, input) => {
    const row = await accessUser(ctx, input.UserName);
    const devices = await store.readMfas(ctx.sql, ownerOf(ctx), row.id);
    return { MFADevices: devices.map(one => ({ UserName: row.name, SerialNumber: one.serialNumber, EnableDate: one.enabledAt! })), IsTruncated: false };
  }, user),
  read('iam', 'ListVirtualMFADevices', async (ctx, input) => {
    const devices = (await store.readMfas(ctx.sql, ownerOf(ctx), undefined)).filter(one => input.AssignmentStatus === undefined || input.AssignmentStatus === 'Any' || (input.AssignmentStatus === 'Assigned') === (one.userId !== null));
    return { VirtualMFADevices: devices.map(one => ({ SerialNumber: one.serialNumber, EnableDate: one.enabledAt ?? undefined })), IsTruncated: false };
  }),
];

/** A new key: its secret is told once and kept sealed, because signatures are checked with it. */
export async function makeKey(ctx: Ctx, ownerAccountId: string, userId: string | null): Promise<{ id: string; secret: string }> {
  const id = newIamId(ctx.chance, 'AKIA');
  const secret = newSecretKey(ctx.chance);
  await store.insertKey(ctx.sql, { id, ownerAccountId, userId, secret: ctx.secrets.seal(secret), createdAt: ctx.now() });
  return { id, secret };
}

/** Whose keys are meant: a user's, one's own, or the root user's. */
async function keyOwner(ctx: Ctx, name: string | undefined): Promise<{ id: string | null; name: string }> {
  if (name === undefined && accessPrincipal(ctx).type === 'Root') return { id: null, name: 'root' };
  return accessUser(ctx, name);
}

async function accessKey(ctx: Ctx, name: string | undefined, keyId: string): Promise<KeyRow> {
  const holder = await keyOwner(ctx, name);
  const key = (await store.readKeys(ctx.sql, ownerOf(ctx), holder.id)).find(one => one.id === keyId);
  if (!key) throw noSuchEntity(`access key with id ${keyId}`);
  return key;
}

async function accessProfile(ctx: Ctx, userId: string, name: string): Promise<store.LoginProfile> {
  const profile = await store.readLoginProfile(ctx.sql, userId);
  if (!profile) throw noSuchEntity(`Login Profile for user ${name}`);
  return profile;
}

async function setPassword(ctx: Ctx, userId: string, password: string, resetRequired: boolean): Promise<void> {
  if (password.length < PASSWORD_LENGTH_MIN) throw new ApiError('BadRequest', `Password should have a minimum length of ${PASSWORD_LENGTH_MIN}`, { reason: 'PasswordPolicyViolation' });
  await store.updateLoginProfile(ctx.sql, userId, { passwordHash: await hashPassword(password), changedAt: ctx.now(), resetRequired });
}
