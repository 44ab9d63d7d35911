import { escapeRfc3986 } from '@carillon/kernel/percent-encoding.js';
import type * as wire from '@carillon/wire/aws/generated/iam-types.js';
import { MANAGED_POLICIES, MANAGED_SINCE } from './evaluation/managed-policies.js';
import type { GroupRow, RoleRow, UserRow } from './model.js';
import { iamArn } from './names.js';
import type { PolicyRow } from './policy-store.js';

const boundaryOf = (boundaryArn: string | null) => (boundaryArn === null ? undefined : { PermissionsBoundaryType: 'PermissionsBoundaryPolicy' as const, PermissionsBoundaryArn: boundaryArn });

export function presentUser(row: UserRow): wire.User {
  return { Path: row.path, UserName: row.name, UserId: row.id, Arn: iamArn(row.ownerAccountId, 'user', row.path, row.name), CreateDate: row.createdAt, PermissionsBoundary: boundaryOf(row.boundaryArn) };
}

export function presentGroup(row: GroupRow): wire.Group {
  return { Path: row.path, GroupName: row.name, GroupId: row.id, Arn: iamArn(row.ownerAccountId, 'group', row.path, row.name), CreateDate: row.createdAt };
}

export function presentRole(row: RoleRow): wire.Role {
  return {
    Path: row.path, RoleName: row.name, RoleId: row.id, Arn: iamArn(row.ownerAccountId, 'role', row.path, row.name), CreateDate: row.createdAt, AssumeRolePolicyDocument: escapeRfc3986(row.trustPolicy),
    Description: row.description ?? undefined, MaxSessionDuration: row.maxSessionSeconds, PermissionsBoundary: boundaryOf(row.boundaryArn),
  };
}

export function presentPolicy(row: PolicyRow): wire.Policy {
  return {
    PolicyName: row.name, PolicyId: row.id, Arn: row.arn, Path: row.path, DefaultVersionId: `v${row.defaultVersion}`, AttachmentCount: row.attachmentCount, IsAttachable: true,
    Description: row.description ?? undefined, CreateDate: row.createdAt, UpdateDate: row.updatedAt,
  };
}

/** AWS's own. */
export function presentManaged(arn: string): wire.Policy | undefined {
  const managed = MANAGED_POLICIES.get(arn);
  if (!managed) return undefined;
  return { PolicyName: managed.name, PolicyId: `ANPA${managed.name.toUpperCase().replaceAll(/[^A-Z]/g, '').slice(0, 16)}`, Arn: arn, Path: managed.path, DefaultVersionId: 'v1', IsAttachable: managed.path === '/', CreateDate: MANAGED_SINCE, UpdateDate: MANAGED_SINCE };
}
