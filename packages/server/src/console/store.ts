import type { Sql } from '../platform/database/database.js';
import type { ConsoleCredentials, ConsoleSessionRow } from './model.js';

interface NewConsoleSession {
  id: ConsoleSessionRow['id'];
  tokenHash: Buffer;
  ownerAccountId: string;
  userId: string | null;
  mfa: boolean;
  at: Date;
  expiresAt: Date;
}

export async function insertConsoleSession(sql: Sql, { id, tokenHash, ownerAccountId, userId, mfa, at, expiresAt }: NewConsoleSession): Promise<void> {
  await sql.insertInto('console_session').values({ id, token_hash: tokenHash, owner_account_id: ownerAccountId, user_id: userId, mfa, role_key_id: null, role_token: null, created_at: at, expires_at: expiresAt }).execute();
}

/** One that is not over: its user still signs in, with the password it was opened with. */
export async function readConsoleSession(sql: Sql, tokenHash: Buffer, now: Date): Promise<ConsoleSessionRow | undefined> {
  const row = await sql
    .selectFrom('console_session as session')
    .leftJoin('iam_user as holder', 'holder.id', 'session.user_id')
    .select([
      'session.id', 'session.owner_account_id as ownerAccountId', 'session.user_id as userId', 'session.mfa', 'session.role_key_id as roleKeyId', 'session.role_token as roleToken',
      'session.created_at as createdAt', 'session.expires_at as expiresAt', 'holder.name as name', 'holder.path as path', 'holder.boundary_arn as boundaryArn', 'holder.created_at as userCreatedAt',
    ])
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .where(eb => eb.or([
      eb('session.user_id', 'is', null),
      eb.and([eb('holder.password_hash', 'is not', null), eb('holder.password_changed_at', '<=', eb.ref('session.created_at'))]),
    ]))
    .executeTakeFirst();
  if (!row) return undefined;
  const { userId, name, path, boundaryArn, userCreatedAt, roleToken, ...session } = row;
  const user = userId !== null && name !== null && path !== null && userCreatedAt !== null ? { id: userId, ownerAccountId: row.ownerAccountId, name, path, boundaryArn, createdAt: userCreatedAt } : undefined;
  return { ...session, user, roleToken: roleToken && Buffer.from(roleToken) };
}

export async function updateRole(sql: Sql, id: ConsoleSessionRow['id'], role: { keyId: string; token: Buffer } | undefined): Promise<void> {
  await sql.updateTable('console_session').set({ role_key_id: role?.keyId ?? null, role_token: role?.token ?? null }).where('id', '=', id).execute();
}

export async function deleteConsoleSession(sql: Sql, id: ConsoleSessionRow['id']): Promise<void> {
  await sql.deleteFrom('console_session').where('id', '=', id).execute();
}

/** The root user's sessions, but for one where it is given. */
export async function deleteRootSessions(sql: Sql, ownerAccountId: string, except?: ConsoleSessionRow['id']): Promise<void> {
  await sql.deleteFrom('console_session').where('owner_account_id', '=', ownerAccountId).where('user_id', 'is', null).$if(except !== undefined, query => query.where('id', '!=', except!)).execute();
}

export async function deleteExpiredSessions(sql: Sql, now: Date): Promise<void> {
  await sql.deleteFrom('console_session').where('expires_at', '<=', now).execute();
}

export async function readRootCredentials(sql: Sql, email: string): Promise<ConsoleCredentials | undefined> {
  const row = await sql.selectFrom('root_user').select(['owner_account_id as ownerAccountId', 'password_hash as passwordHash']).where('email', '=', email).executeTakeFirst();
  return row && { ...row, user: undefined, resetRequired: false };
}

export async function readRootCredentialsOf(sql: Sql, ownerAccountId: string): Promise<{ email: string; passwordHash: string } | undefined> {
  return sql.selectFrom('root_user').select(['email', 'password_hash as passwordHash']).where('owner_account_id', '=', ownerAccountId).executeTakeFirst();
}

export async function updateRootPassword(sql: Sql, ownerAccountId: string, passwordHash: string): Promise<void> {
  await sql.updateTable('root_user').set({ password_hash: passwordHash }).where('owner_account_id', '=', ownerAccountId).execute();
}

/** A user with a password, of the owner account with this number or alias. */
export async function readUserCredentials(sql: Sql, account: string, name: string): Promise<ConsoleCredentials | undefined> {
  const row = await sql
    .selectFrom('iam_user as holder')
    .innerJoin('owner_account as owner', 'owner.id', 'holder.owner_account_id')
    .select([
      'holder.id', 'holder.owner_account_id as ownerAccountId', 'holder.name', 'holder.path', 'holder.boundary_arn as boundaryArn', 'holder.created_at as createdAt',
      'holder.password_hash as passwordHash', 'holder.password_reset_required as resetRequired',
    ])
    .where(eb => eb.or([eb('owner.id', '=', account), eb('owner.alias', '=', account)]))
    .where(eb => eb(eb.fn('lower', ['holder.name']), '=', name.toLowerCase()))
    .executeTakeFirst();
  if (!row || row.passwordHash === null) return undefined;
  const { passwordHash, resetRequired, ...user } = row;
  return { ownerAccountId: user.ownerAccountId, user, passwordHash, resetRequired };
}

export interface Owner {
  readonly id: string;
  readonly name: string;
  readonly alias: string | null;
  readonly rootEmail: string | null;
}

/** By number or alias. */
export async function readOwner(sql: Sql, account: string): Promise<Owner | undefined> {
  return sql
    .selectFrom('owner_account as owner')
    .leftJoin('root_user as root', 'root.owner_account_id', 'owner.id')
    .select(['owner.id', 'owner.name', 'owner.alias', 'root.email as rootEmail'])
    .where(eb => eb.or([eb('owner.id', '=', account), eb('owner.alias', '=', account)]))
    .executeTakeFirst();
}
