import { sql as raw } from 'kysely';
import type { Sql } from '../platform/database/database.js';

export interface PolicyRow {
  arn: string;
  id: string;
  ownerAccountId: string;
  name: string;
  path: string;
  description: string | null;
  defaultVersion: number;
  lastVersion: number;
  createdAt: Date;
  updatedAt: Date;
  attachmentCount: number;
}

export interface VersionRow {
  version: number;
  document: string;
  createdAt: Date;
}

function selectPolicies(sql: Sql, owner: string) {
  return sql
    .selectFrom('iam_policy')
    .select([
      'arn', 'id', 'owner_account_id as ownerAccountId', 'name', 'path', 'description', 'default_version as defaultVersion', 'last_version as lastVersion', 'created_at as createdAt', 'updated_at as updatedAt',
      raw<number>`(select count(*)::int from iam_attachment where iam_attachment.owner_account_id = iam_policy.owner_account_id and policy_arn = iam_policy.arn)`.as('attachmentCount'),
    ])
    .where('owner_account_id', '=', owner);
}

/** With its first version. False when the name is taken. */
export async function insertPolicy(sql: Sql, policy: Omit<PolicyRow, 'attachmentCount'>, document: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await sql
    .insertInto('iam_policy')
    .values({
      arn: policy.arn, id: policy.id, owner_account_id: policy.ownerAccountId, name: policy.name, path: policy.path, description: policy.description, default_version: 1, last_version: 1,
      created_at: policy.createdAt, updated_at: policy.updatedAt,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
  await sql.insertInto('iam_policy_version').values({ policy_arn: policy.arn, version: 1, document, created_at: policy.createdAt }).execute();
  return true;
}

export async function readPolicy(sql: Sql, owner: string, arn: string): Promise<PolicyRow | undefined> {
  return selectPolicies(sql, owner).where('arn', '=', arn).executeTakeFirst();
}

/** In order of name, and one more than `limit`. */
export async function readPolicies(sql: Sql, owner: string, range: { pathPrefix: string; after: string; limit: number; onlyAttached: boolean }): Promise<PolicyRow[]> {
  return selectPolicies(sql, owner)
    .$if(range.onlyAttached, query => query.where(eb => eb.exists(eb.selectFrom('iam_attachment').select('iam_attachment.policy_arn').whereRef('iam_attachment.policy_arn', '=', 'iam_policy.arn').where('iam_attachment.owner_account_id', '=', owner))))
    .where(raw<boolean>`starts_with(path, ${range.pathPrefix}) and lower(name) > ${range.after}`).orderBy(raw`lower(name)`).limit(range.limit + 1).execute();
}

/** To how many of an owner's identities each policy is attached; those of none are left out. */
export async function readAttachmentCounts(sql: Sql, owner: string, arns: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql.selectFrom('iam_attachment').select(['policy_arn as arn', raw<number>`count(*)::int`.as('count')]).where('owner_account_id', '=', owner).where('policy_arn', 'in', [...arns]).groupBy('policy_arn').execute();
  return new Map(rows.map(row => [row.arn, row.count]));
}

/** Whether a user or role of the owner has it as permissions boundary. */
export async function isBoundary(sql: Sql, owner: string, arn: string): Promise<boolean> {
  const { rows } = await raw<{ used: boolean }>`
    select exists (select 1 from iam_user where owner_account_id = ${owner} and boundary_arn = ${arn}) or exists (select 1 from iam_role where owner_account_id = ${owner} and boundary_arn = ${arn}) as used`.execute(sql);
  return rows[0]?.used ?? false;
}

export async function deletePolicy(sql: Sql, arn: string): Promise<void> {
  await sql.deleteFrom('iam_policy').where('arn', '=', arn).execute();
}

export async function readVersions(sql: Sql, arn: string): Promise<VersionRow[]> {
  return sql.selectFrom('iam_policy_version').select(['version', 'document', 'created_at as createdAt']).where('policy_arn', '=', arn).orderBy('version', 'desc').execute();
}

/** The next number; the default when asked. */
export async function insertVersion(sql: Sql, arn: string, document: string, asDefault: boolean, at: Date): Promise<number> {
  const { version } = await sql
    .updateTable('iam_policy')
    .set(eb => ({ last_version: eb('last_version', '+', 1), updated_at: at }))
    .where('arn', '=', arn)
    .returning('last_version as version')
    .executeTakeFirstOrThrow();
  await sql.insertInto('iam_policy_version').values({ policy_arn: arn, version, document, created_at: at }).execute();
  if (asDefault) await updateDefaultVersion(sql, arn, version, at);
  return version;
}

export async function updateDefaultVersion(sql: Sql, arn: string, version: number, at: Date): Promise<void> {
  await sql.updateTable('iam_policy').set({ default_version: version, updated_at: at }).where('arn', '=', arn).execute();
}

export async function deleteVersion(sql: Sql, arn: string, version: number): Promise<void> {
  await sql.deleteFrom('iam_policy_version').where('policy_arn', '=', arn).where('version', '=', version).execute();
}

export async function insertAttachment(sql: Sql, owner: string, entityId: string, arn: string): Promise<void> {
  await sql.insertInto('iam_attachment').values({ owner_account_id: owner, entity_id: entityId, policy_arn: arn }).onConflict(conflict => conflict.doNothing()).execute();
}

export async function deleteAttachment(sql: Sql, entityId: string, arn: string): Promise<boolean> {
  return (await sql.deleteFrom('iam_attachment').where('entity_id', '=', entityId).where('policy_arn', '=', arn).executeTakeFirst()).numDeletedRows > 0n;
}

export async function readAttachments(sql: Sql, entityId: string): Promise<string[]> {
  return (await sql.selectFrom('iam_attachment').select('policy_arn as arn').where('entity_id', '=', entityId).orderBy('policy_arn').execute()).map(row => row.arn);
}

export interface AttachedEntity {
  kind: 'user' | 'group' | 'role';
  id: string;
  name: string;
}

/** Who carries a policy. */
export async function readEntitiesOf(sql: Sql, owner: string, arn: string): Promise<AttachedEntity[]> {
  const { rows } = await raw<AttachedEntity>`
    select 'user' as kind, e.id, e.name from iam_attachment a join iam_user e on e.id = a.entity_id where a.owner_account_id = ${owner} and a.policy_arn = ${arn}
    union all select 'group', e.id, e.name from iam_attachment a join iam_group e on e.id = a.entity_id where a.owner_account_id = ${owner} and a.policy_arn = ${arn}
    union all select 'role', e.id, e.name from iam_attachment a join iam_role e on e.id = a.entity_id where a.owner_account_id = ${owner} and a.policy_arn = ${arn}
    order by 3`.execute(sql);
  return rows;
}

export async function writeInline(sql: Sql, entityId: string, name: string, document: string): Promise<void> {
  await sql.insertInto('iam_inline_policy').values({ entity_id: entityId, name, document }).onConflict(conflict => conflict.columns(['entity_id', 'name']).doUpdateSet({ document })).execute();
}

export async function readInlines(sql: Sql, entityId: string): Promise<{ name: string; document: string }[]> {
  return sql.selectFrom('iam_inline_policy').select(['name', 'document']).where('entity_id', '=', entityId).orderBy('name').execute();
}

export async function deleteInline(sql: Sql, entityId: string, name: string): Promise<boolean> {
  return (await sql.deleteFrom('iam_inline_policy').where('entity_id', '=', entityId).where('name', '=', name).executeTakeFirst()).numDeletedRows > 0n;
}

/** How many of what an owner has, for GetAccountSummary. */
export async function countEntities(sql: Sql, owner: string): Promise<Record<'Users' | 'Groups' | 'Roles' | 'Policies' | 'MFADevices' | 'MFADevicesInUse' | 'AccountMFAEnabled', number>> {
  const { rows } = await raw<Record<'Users' | 'Groups' | 'Roles' | 'Policies' | 'MFADevices' | 'MFADevicesInUse' | 'AccountMFAEnabled', number>>`
    select (select count(*)::int from iam_user where owner_account_id = ${owner}) as "Users", (select count(*)::int from iam_group where owner_account_id = ${owner}) as "Groups",
      (select count(*)::int from iam_role where owner_account_id = ${owner}) as "Roles", (select count(*)::int from iam_policy where owner_account_id = ${owner}) as "Policies",
      (select count(*)::int from iam_mfa_device where owner_account_id = ${owner}) as "MFADevices",
      (select count(*)::int from iam_mfa_device where owner_account_id = ${owner} and enabled_at is not null) as "MFADevicesInUse",
      (select count(*)::int from iam_mfa_device where owner_account_id = ${owner} and enabled_at is not null and user_id is null) as "AccountMFAEnabled"`.execute(sql);
  return rows[0]!;
}
