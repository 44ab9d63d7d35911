import { ApiError, badRequest } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';
import type { Caller } from '../door.js';
import { performOperation } from '../iam/perform-operation.js';
import { stsOperations } from '../iam/sts.js';
import { actAs } from '../platform/create-ctx.js';
import { callOf } from './call.js';
import { ROLE_SESSION_S, type ConsoleSessionRow } from './model.js';
import { recordSignIn } from './record-sign-in.js';
import { identify, type FoundConsoleSession } from './sessions.js';
import { readOwner, updateRole } from './store.js';

/**
 * From now on the session may what the role may, for an hour: `sts:AssumeRole` decides, by the user's policies and by whom the role trusts.
 * AccessDenied when it does not, as for a role that is not there.
 */
export async function switchRole(ctx: Ctx, { row, own }: FoundConsoleSession, wanted: { account: string; roleName: string }, caller: Caller): Promise<FoundConsoleSession> {
  const user = row.user;
  if (!user) throw badRequest('The root user cannot switch to a role. Sign in as an IAM user.', 'root-has-no-roles');
  const account = (await readOwner(ctx.sql, wanted.account.toLowerCase()))?.id ?? wanted.account;
  const assumeRole = stsOperations.find(operation => operation.name === 'AssumeRole')!;
  const input = { RoleArn: `arn:aws:iam::${account}:role/${wanted.roleName}`, RoleSessionName: user.name, DurationSeconds: ROLE_SESSION_S };
  const { Credentials } = (await performOperation(actAs(ctx, { kind: 'principal', principal: own }), assumeRole, () => input, callOf(caller, '/console/api/switch-role'))) as { Credentials: { AccessKeyId: string; SessionToken: string } };
  const role = { keyId: Credentials.AccessKeyId, token: Buffer.from(Credentials.SessionToken, 'base64') };
  await updateRole(ctx.sql, row.id, role);
  await recordSignIn(ctx, { ownerAccountId: row.ownerAccountId, as: 'user', user, known: true }, 'SwitchRole', caller, { failed: false, mfa: row.mfa, roleArn: input.RoleArn });
  return identify(ctx, { ...row, roleKeyId: role.keyId, roleToken: role.token });
}

/** Back to whoever signed in. */
export async function exitRole(ctx: Ctx, { row, own, principal }: FoundConsoleSession, caller: Caller): Promise<FoundConsoleSession> {
  const left: ConsoleSessionRow = { ...row, roleKeyId: null, roleToken: null };
  await updateRole(ctx.sql, row.id, undefined);
  if (principal === own || !row.user) return identify(ctx, left);
  const roleArn = principal.session?.issuer?.arn;
  if (roleArn === undefined) throw new ApiError('ServiceFailure', 'A role without its issuer.');
  await recordSignIn(ctx, { ownerAccountId: row.ownerAccountId, as: 'user', user: row.user, known: true }, 'ExitRole', caller, { failed: false, mfa: row.mfa, roleArn });
  return identify(ctx, left);
}
