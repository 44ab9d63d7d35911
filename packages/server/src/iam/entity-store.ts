import { sql as raw } from 'kysely';
import type { Sql } from '../platform/database/database.js';
import type { GroupRow, KeyRow, RoleRow, UserRow } from './model.js';

const USER = ['id', 'owner_account_id as ownerAccountId', 'name', 'path', 'boundary_arn as boundaryArn', 'created_at as createdAt'] as const;
const GROUP = ['id', 'owner_account_id as ownerAccountId', 'name', 'path', 'created_at as createdAt'] as const;
const ROLE = [
  'id', 'owner_account_id as ownerAccountId', 'name', 'path', 'description', 'trust_policy as trustPolicy', 'max_session_seconds as maxSessionSeconds', 'boundary_arn as boundaryArn', 'service',
  'created_at as createdAt',
] as const;
type Entity = 'iam_user' | 'iam_group' | 'iam_role';

export interface Range {
  pathPrefix: string;
  /** In lower case; names are unique without regard to it. */
  after: string;
  limit: number;
}

/** Whoever names somebody writes the name as it is: policies compare it so. Two that differ by case alone cannot be made. */
const named = (name: string) => raw<boolean>`lower(name) = ${name.toLowerCase()} and name = ${name}`;
const takenBy = (name: string) => raw<boolean>`lower(name) = ${name.toLowerCase()}`;
const inRange = ({ pathPrefix, after }: Range) => raw<boolean>`starts_with(path, ${pathPrefix}) and lower(name) > ${after}`;
const byName = raw`lower(name)`;

/** False when the name is taken, in whatever case. */
async function wasInserted(inserted: Promise<{ numInsertedOrUpdatedRows?: bigint | undefined }>): Promise<boolean> {
  return ((await inserted).numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export function insertUser(sql: Sql, user: UserRow): Promise<boolean> {
  const values = { id: user.id, owner_account_id: user.ownerAccountId, name: user.name, path: user.path, boundary_arn: user.boundaryArn, password_hash: null, password_changed_at: null, created_at: user.createdAt };
  return wasInserted(sql.insertInto('iam_user').values(values).onConflict(conflict => conflict.doNothing()).executeTakeFirstOrThrow());
}

export function insertGroup(sql: Sql, group: GroupRow): Promise<boolean> {
  return wasInserted(sql.insertInto('iam_group').values({ id: group.id, owner_account_id: group.ownerAccountId, name: group.name, path: group.path, created_at: group.createdAt }).onConflict(conflict => conflict.doNothing()).executeTakeFirstOrThrow());
}

export function insertRole(sql: Sql, role: RoleRow): Promise<boolean> {
  const values = {
    id: role.id, owner_account_id: role.ownerAccountId, name: role.name, path: role.path, description: role.description, trust_policy: role.trustPolicy, max_session_seconds: role.maxSessionSeconds,
    boundary_arn: role.boundaryArn, service: role.service, created_at: role.createdAt,
  };
  return wasInserted(sql.insertInto('iam_role').values(values).onConflict(conflict => conflict.doNothing()).executeTakeFirstOrThrow());
}

export async function readUser(sql: Sql, owner: string, name: string): Promise<UserRow | undefined> {
  return sql.selectFrom('iam_user').select(USER).where('owner_account_id', '=', owner).where(named(name)).executeTakeFirst();
}

export async function readGroup(sql: Sql, owner: string, name: string): Promise<GroupRow | undefined> {
  return sql.selectFrom('iam_group').select(GROUP).where('owner_account_id', '=', owner).where(named(name)).executeTakeFirst();
}

export async function readRole(sql: Sql, owner: string, name: string): Promise<RoleRow | undefined> {
  return sql.selectFrom('iam_role').select(ROLE).where('owner_account_id', '=', owner).where(named(name)).executeTakeFirst();
}

/** In order of name, and one more than `limit`. */
export async function readUsers(sql: Sql, owner: string, range: Range): Promise<UserRow[]> {
  return sql.selectFrom('iam_user').select(USER).where('owner_account_id', '=', owner).where(inRange(range)).orderBy(byName).limit(range.limit + 1).execute();
}

export async function readGroups(sql: Sql, owner: string, range: Range): Promise<GroupRow[]> {
  return sql.selectFrom('iam_group').select(GROUP).where('owner_account_id', '=', owner).where(inRange(range)).orderBy(byName).limit(range.limit + 1).execute();
}

export async function readRoles(sql: Sql, owner: string, range: Range): Promise<RoleRow[]> {
  return sql.selectFrom('iam_role').select(ROLE).where('owner_account_id', '=', owner).where(inRange(range)).orderBy(byName).limit(range.limit + 1).execute();
}

/** A new name or path; false when another has the name. */
export async function renameEntity(sql: Sql, table: 'iam_user' | 'iam_group', owner: string, id: string, name: string, path: string): Promise<boolean> {
  const taken = await sql.selectFrom(table).select('id').where('owner_account_id', '=', owner).where(takenBy(name)).where('id', '!=', id).executeTakeFirst();
  if (taken) return false;
  await sql.updateTable(table).set({ name, path }).where('id', '=', id).execute();
  return true;
}

export async function updateRole(sql: Sql, id: string, set: { description?: string; trust_policy?: string; max_session_seconds?: number }): Promise<void> {
  await sql.updateTable('iam_role').set(set).where('id', '=', id).execute();
}

export async function updateBoundary(sql: Sql, table: 'iam_user' | 'iam_role', id: string, boundaryArn: string | null): Promise<void> {
  await sql.updateTable(table).set({ boundary_arn: boundaryArn }).where('id', '=', id).execute();
}

/** The caller has seen that nothing hangs on it. */
export async function deleteEntity(sql: Sql, table: Entity, id: string): Promise<void> {
  await sql.deleteFrom(table).where('id', '=', id).execute();
}

export async function insertGroupMember(sql: Sql, groupId: string, userId: string): Promise<void> {
  await sql.insertInto('iam_group_member').values({ group_id: groupId, user_id: userId }).onConflict(conflict => conflict.doNothing()).execute();
}

export async function deleteGroupMember(sql: Sql, groupId: string, userId: string): Promise<boolean> {
  return (await sql.deleteFrom('iam_group_member').where('group_id', '=', groupId).where('user_id', '=', userId).executeTakeFirst()).numDeletedRows > 0n;
}

export async function readGroupsOf(sql: Sql, userId: string): Promise<GroupRow[]> {
  return sql.selectFrom('iam_group').innerJoin('iam_group_member', 'group_id', 'iam_group.id').select(GROUP).where('user_id', '=', userId).orderBy(byName).execute();
}

export async function readMembersOf(sql: Sql, groupId: string, range: Range): Promise<UserRow[]> {
  return sql.selectFrom('iam_user').innerJoin('iam_group_member', 'user_id', 'iam_user.id').select(USER).where('group_id', '=', groupId).where(inRange(range)).orderBy(byName).limit(range.limit + 1).execute();
}

export async function insertKey(sql: Sql, key: Pick<KeyRow, 'id' | 'ownerAccountId' | 'userId' | 'secret' | 'createdAt'>): Promise<void> {
  await sql
    .insertInto('iam_access_key')
    .values({ id: key.id, owner_account_id: key.ownerAccountId, user_id: key.userId, secret: key.secret, status: 'Active', created_at: key.createdAt, last_used_at: null, last_used_service: null, last_used_region: null })
    .execute();
}

/** Of a user, or with null of the root user. */
export async function readKeys(sql: Sql, owner: string, userId: string | null): Promise<KeyRow[]> {
  return sql
    .selectFrom('iam_access_key')
    .select(['id', 'owner_account_id as ownerAccountId', 'user_id as userId', 'secret', 'status', 'created_at as createdAt', 'last_used_at as lastUsedAt', 'last_used_service as lastUsedService', 'last_used_region as lastUsedRegion'])
    .where('owner_account_id', '=', owner)
    .where(eb => (userId === null ? eb('user_id', 'is', null) : eb('user_id', '=', userId)))
    .orderBy('id')
    .execute();
}

export async function updateKeyStatus(sql: Sql, id: string, status: KeyRow['status']): Promise<void> {
  await sql.updateTable('iam_access_key').set({ status }).where('id', '=', id).execute();
}

export async function deleteKey(sql: Sql, id: string): Promise<void> {
  await sql.deleteFrom('iam_access_key').where('id', '=', id).execute();
}

export interface LoginProfile {
  passwordHash: string;
  changedAt: Date;
  resetRequired: boolean;
}

export async function readLoginProfile(sql: Sql, userId: string): Promise<LoginProfile | undefined> {
  const row = await sql.selectFrom('iam_user').select(['password_hash as passwordHash', 'password_changed_at as changedAt', 'password_reset_required as resetRequired']).where('id', '=', userId).executeTakeFirst();
  return row?.passwordHash && row.changedAt ? { passwordHash: row.passwordHash, changedAt: row.changedAt, resetRequired: row.resetRequired } : undefined;
}

export async function updateLoginProfile(sql: Sql, userId: string, profile: LoginProfile | undefined): Promise<void> {
  await sql.updateTable('iam_user').set({ password_hash: profile?.passwordHash ?? null, password_changed_at: profile?.changedAt ?? null, password_reset_required: profile?.resetRequired ?? false }).where('id', '=', userId).execute();
}

export interface MfaRow {
  serialNumber: string;
  userId: string | null;
  secret: Buffer;
  enabledAt: Date | null;
}

export async function insertMfa(sql: Sql, owner: string, serialNumber: string, secret: Buffer): Promise<boolean> {
  return wasInserted(sql.insertInto('iam_mfa_device').values({ serial_number: serialNumber, owner_account_id: owner, user_id: null, secret, enabled_at: null, last_step: null }).onConflict(conflict => conflict.doNothing()).executeTakeFirstOrThrow());
}

export async function readMfas(sql: Sql, owner: string, userId: string | undefined): Promise<MfaRow[]> {
  const rows = await sql
    .selectFrom('iam_mfa_device')
    .select(['serial_number as serialNumber', 'user_id as userId', 'secret', 'enabled_at as enabledAt'])
    .where('owner_account_id', '=', owner)
    .$if(userId !== undefined, query => query.where('user_id', '=', userId!))
    .orderBy('serial_number')
    .execute();
  return rows.map(row => ({ ...row, secret: Buffer.from(row.secret) }));
}

export async function updateMfa(sql: Sql, serialNumber: string, set: { userId: string | null; enabledAt: Date | null; lastStep: number | null }): Promise<void> {
  await sql.updateTable('iam_mfa_device').set({ user_id: set.userId, enabled_at: set.enabledAt, last_step: set.lastStep }).where('serial_number', '=', serialNumber).execute();
}

export async function deleteMfa(sql: Sql, serialNumber: string): Promise<void> {
  await sql.deleteFrom('iam_mfa_device').where('serial_number', '=', serialNumber).execute();
}

/** Null takes it away. False when another owner has it. */
export async function updateAlias(sql: Sql, owner: string, alias: string | null): Promise<boolean> {
  const taken = alias === null ? undefined : await sql.selectFrom('owner_account').select('id').where('alias', '=', alias).where('id', '!=', owner).executeTakeFirst();
  if (taken) return false;
  await sql.updateTable('owner_account').set({ alias }).where('id', '=', owner).execute();
  return true;
}

export async function readAlias(sql: Sql, owner: string): Promise<string | null> {
  return (await sql.selectFrom('owner_account').select('alias').where('id', '=', owner).executeTakeFirst())?.alias ?? null;
}
