import { sql as raw } from 'kysely';
import type { Sql } from '../platform/database/database.js';
import type { KeyRow, RoleRow, UserRow } from './model.js';

/** What every signed request asks: whose key it is, and what its identity may do. */

export interface KeyHolder {
  key: KeyRow;
  user: UserRow | undefined;
}

/** A long-term key with its user; the user is undefined for the root user's key. */
export async function readKeyHolder(sql: Sql, id: string): Promise<KeyHolder | undefined> {
  const row = await sql
    .selectFrom('iam_access_key as key')
    .leftJoin('iam_user as holder', 'holder.id', 'key.user_id')
    .select([
      'key.id', 'key.owner_account_id as ownerAccountId', 'key.user_id as userId', 'key.secret', 'key.status', 'key.created_at as createdAt', 'key.last_used_at as lastUsedAt',
      'key.last_used_service as lastUsedService', 'key.last_used_region as lastUsedRegion', 'holder.name as userName', 'holder.path as userPath', 'holder.boundary_arn as boundaryArn',
      'holder.created_at as userCreatedAt',
    ])
    .where('key.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { userName, userPath, boundaryArn, userCreatedAt, ...key } = row;
  const user = key.userId !== null && userName !== null && userPath !== null && userCreatedAt !== null
    ? { id: key.userId, ownerAccountId: key.ownerAccountId, name: userName, path: userPath, boundaryArn, createdAt: userCreatedAt }
    : undefined;
  return { key, user };
}

export async function readUserById(sql: Sql, id: string): Promise<UserRow | undefined> {
  return sql.selectFrom('iam_user').select(['id', 'owner_account_id as ownerAccountId', 'name', 'path', 'boundary_arn as boundaryArn', 'created_at as createdAt']).where('id', '=', id).executeTakeFirst();
}

export async function readRoleById(sql: Sql, id: string): Promise<RoleRow | undefined> {
  return sql
    .selectFrom('iam_role')
    .select([
      'id', 'owner_account_id as ownerAccountId', 'name', 'path', 'description', 'trust_policy as trustPolicy', 'max_session_seconds as maxSessionSeconds', 'boundary_arn as boundaryArn',
      'service', 'created_at as createdAt',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Of whichever owner; a role's ARN is unique on the whole server. */
export async function readRoleByArn(sql: Sql, roleArn: string): Promise<RoleRow | undefined> {
  const match = /^arn:aws:iam::(\d{12}):role(\/.*\/|\/)([\w+=,.@-]+)$/.exec(roleArn);
  if (!match) return undefined;
  const [, owner = '', path = '', name = ''] = match;
  const role = await sql.selectFrom('iam_role').select('id').where('owner_account_id', '=', owner).where('name', '=', name).where('path', '=', path).executeTakeFirst();
  return role && readRoleById(sql, role.id);
}

export interface MfaDevice {
  serialNumber: string;
  ownerAccountId: string;
  userId: string | null;
  secret: Buffer;
  enabledAt: Date | null;
  lastStep: number | null;
}

export async function readMfaDevice(sql: Sql, ownerAccountId: string, serialNumber: string): Promise<MfaDevice | undefined> {
  const row = await sql
    .selectFrom('iam_mfa_device')
    .select(['serial_number as serialNumber', 'owner_account_id as ownerAccountId', 'user_id as userId', 'secret', 'enabled_at as enabledAt', 'last_step as lastStep'])
    .where('serial_number', '=', serialNumber)
    .where('owner_account_id', '=', ownerAccountId)
    .executeTakeFirst();
  return row && { ...row, secret: Buffer.from(row.secret), lastStep: row.lastStep === null ? null : Number(row.lastStep) };
}

/** Each step's code once: false when it, or a later one, was used. */
export async function spendMfaStep(sql: Sql, serialNumber: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await sql.updateTable('iam_mfa_device').set({ last_step: step }).where('serial_number', '=', serialNumber).where(eb => eb.or([eb('last_step', 'is', null), eb('last_step', '<', step)])).executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface GrantRow {
  /** Undefined for AWS's own policies, whose contents are code. */
  document: string | null;
  policyArn: string | null;
}

/** Documents and ARNs of all policies of a user (with the groups') or a role. */
export async function readGrants(sql: Sql, entityId: string): Promise<GrantRow[]> {
  const { rows } = await raw<GrantRow>`
    with entities as (
      select ${entityId}::text as id union all select group_id from iam_group_member where user_id = ${entityId}
    )
    select inline.document, null as "policyArn" from iam_inline_policy inline join entities on entities.id = inline.entity_id
    union all
    select version.document, attachment.policy_arn from iam_attachment attachment
      join entities on entities.id = attachment.entity_id
      left join iam_policy policy on policy.arn = attachment.policy_arn
      left join iam_policy_version version on version.policy_arn = policy.arn and version.version = policy.default_version`.execute(sql);
  return rows;
}

/** The default version of a policy of somebody's own. */
export async function readPolicyDocument(sql: Sql, arn: string): Promise<string | undefined> {
  const row = await sql
    .selectFrom('iam_policy')
    .innerJoin('iam_policy_version', join => join.onRef('iam_policy_version.policy_arn', '=', 'iam_policy.arn').onRef('iam_policy_version.version', '=', 'iam_policy.default_version'))
    .select('document')
    .where('arn', '=', arn)
    .executeTakeFirst();
  return row?.document;
}
