import { ApiError } from '@carillon/kernel/errors.js';
import { escapeRfc3986 } from '@carillon/kernel/percent-encoding.js';
import type { Ctx } from '../ctx.js';
import { read, write, type Caller, type Operation } from '../operation.js';
import { deleteConflict, entityExists, limitExceeded, noSuchEntity } from './access.js';
import { accessGroup, accessRole, accessUser, ownerOf, pageByName } from './entities.js';
import { updateBoundary } from './entity-store.js';
import { forgetIdentities } from './find-access-key.js';
import { MANAGED_POLICIES, MANAGED_SINCE } from './evaluation/managed-policies.js';
import { ATTACHED_MAX, INLINE_POLICIES_LENGTH_MAX, MANAGED_POLICY_LENGTH_MAX, VERSIONS_MAX } from './model.js';
import { iamArn, newIamId } from './names.js';
import { parsePolicy, policyLength } from './evaluation/policy-document.js';
import * as store from './policy-store.js';
import { presentManaged, presentPolicy } from './present.js';

const ofArn = { resource: ({ PolicyArn }: { PolicyArn: string }) => PolicyArn };
const ofUser = { resource: ({ UserName }: { UserName: string }, { owner }: Caller) => `arn:aws:iam::${owner}:user/${UserName}` };
const ofGroup = { resource: ({ GroupName }: { GroupName: string }, { owner }: Caller) => `arn:aws:iam::${owner}:group/${GroupName}` };
const ofRole = { resource: ({ RoleName }: { RoleName: string }, { owner }: Caller) => `arn:aws:iam::${owner}:role/${RoleName}` };

/** Managed policies: of one's own with versions, and AWS's, which are only read. */
export const policyOperations: readonly Operation[] = [
  write('iam', 'CreatePolicy', async (ctx, input) => {
    parsePolicy(input.PolicyDocument, 'identity', MANAGED_POLICY_LENGTH_MAX);
    const owner = ownerOf(ctx);
    const path = input.Path ?? '/';
    const at = ctx.now();
    const row = { arn: iamArn(owner, 'policy', path, input.PolicyName), id: newIamId(ctx.chance, 'ANPA'), ownerAccountId: owner, name: input.PolicyName, path, description: input.Description ?? null, defaultVersion: 1, lastVersion: 1, createdAt: at, updatedAt: at };
    if (!(await store.insertPolicy(ctx.sql, row, input.PolicyDocument))) throw entityExists(`A policy called ${input.PolicyName}`);
    return { Policy: presentPolicy({ ...row, attachmentCount: 0 }) };
  }, { resource: (input, { owner }) => `arn:aws:iam::${owner}:policy${input.Path ?? '/'}${input.PolicyName}` }),
  read('iam', 'GetPolicy', async (ctx, input) => ({ Policy: presentManaged(input.PolicyArn) ?? presentPolicy(await accessPolicy(ctx, input.PolicyArn)) }), ofArn),
  read('iam', 'ListPolicies', async (ctx, input) => {
    const attached = await store.readAttachmentCounts(ctx.sql, ownerOf(ctx), [...MANAGED_POLICIES.keys()]);
    const managed = input.Scope === 'Local' ? [] : [...MANAGED_POLICIES.values()].map(({ arn, name, path }) => ({ name, path, present: () => ({ ...presentManaged(arn)!, AttachmentCount: attached.get(arn) ?? 0 }), attachmentCount: attached.get(arn) ?? 0 }));
    const { rows, ...more } = await pageByName(ctx, `ListPolicies ${input.Scope ?? 'All'} ${input.OnlyAttached === true}`, input, async range => {
      const own = input.Scope === 'AWS' ? [] : await store.readPolicies(ctx.sql, ownerOf(ctx), { ...range, onlyAttached: input.OnlyAttached === true });
      const theirs = managed.filter(one => one.path.startsWith(range.pathPrefix) && one.name.toLowerCase() > range.after && (input.OnlyAttached !== true || one.attachmentCount > 0));
      return [...theirs, ...own.map(row => ({ name: row.name, present: () => presentPolicy(row) }))].toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)).slice(0, range.limit + 1);
    });
    return { Policies: rows.map(row => row.present()), ...more };
  }),
  write('iam', 'DeletePolicy', async (ctx, input) => {
    const policy = await accessPolicy(ctx, input.PolicyArn);
    if (policy.attachmentCount > 0) throw deleteConflict('must detach the policy from all entities');
    if (await store.isBoundary(ctx.sql, policy.ownerAccountId, policy.arn)) throw deleteConflict('must remove the policy as a permissions boundary');
    if ((await store.readVersions(ctx.sql, policy.arn)).length > 1) throw deleteConflict('must delete all other versions of the policy');
    await store.deletePolicy(ctx.sql, policy.arn);
    await forgetIdentities(ctx);
  }, ofArn),
  write('iam', 'CreatePolicyVersion', async (ctx, input) => {
    const policy = await accessPolicy(ctx, input.PolicyArn);
    parsePolicy(input.PolicyDocument, 'identity', MANAGED_POLICY_LENGTH_MAX);
    if ((await store.readVersions(ctx.sql, policy.arn)).length >= VERSIONS_MAX) throw limitExceeded(`VersionsPerPolicy: ${VERSIONS_MAX}`);
    const asDefault = input.SetAsDefault === true;
    const version = await store.insertVersion(ctx.sql, policy.arn, input.PolicyDocument, asDefault, ctx.now());
    await forgetIdentities(ctx);
    return { PolicyVersion: { VersionId: `v${version}`, IsDefaultVersion: asDefault, CreateDate: ctx.now() } };
  }, ofArn),
  read('iam', 'GetPolicyVersion', async (ctx, input) => {
    const managed = MANAGED_POLICIES.get(input.PolicyArn);
    if (managed && input.VersionId === 'v1') return { PolicyVersion: { Document: escapeRfc3986(managed.document), VersionId: 'v1', IsDefaultVersion: true, CreateDate: MANAGED_SINCE } };
    const policy = await accessPolicy(ctx, input.PolicyArn);
    const version = await accessVersion(ctx, policy.arn, input.VersionId);
    return { PolicyVersion: { Document: escapeRfc3986(version.document), VersionId: input.VersionId, IsDefaultVersion: version.version === policy.defaultVersion, CreateDate: version.createdAt } };
  }, ofArn),
  read('iam', 'ListPolicyVersions', async (ctx, input) => {
    if (MANAGED_POLICIES.has(input.PolicyArn)) return { Versions: [{ VersionId: 'v1', IsDefaultVersion: true, CreateDate: MANAGED_SINCE }], IsTruncated: false };
    const policy = await accessPolicy(ctx, input.PolicyArn);
    const versions = await store.readVersions(ctx.sql, policy.arn);
    return { Versions: versions.map(one => ({ VersionId: `v${one.version}`, IsDefaultVersion: one.version === policy.defaultVersion, CreateDate: one.createdAt })), IsTruncated: false };
  }, ofArn),
  write('iam', 'SetDefaultPolicyVersion', async (ctx, input) => {
    const policy = await accessPolicy(ctx, input.PolicyArn);
    await store.updateDefaultVersion(ctx.sql, policy.arn, (await accessVersion(ctx, policy.arn, input.VersionId)).version, ctx.now());
    await forgetIdentities(ctx);
  }, ofArn),
  write('iam', 'DeletePolicyVersion', async (ctx, input) => {
    const policy = await accessPolicy(ctx, input.PolicyArn);
    const { version } = await accessVersion(ctx, policy.arn, input.VersionId);
    if (version === policy.defaultVersion) throw deleteConflict('must set another default version');
    await store.deleteVersion(ctx.sql, policy.arn, version);
  }, ofArn),
  read('iam', 'ListEntitiesForPolicy', async (ctx, input) => {
    if (!MANAGED_POLICIES.has(input.PolicyArn)) await accessPolicy(ctx, input.PolicyArn);
    const entities = await store.readEntitiesOf(ctx.sql, ownerOf(ctx), input.PolicyArn);
    const of = (kind: string) => entities.filter(one => one.kind === kind);
    return {
      PolicyUsers: of('user').map(one => ({ UserName: one.name, UserId: one.id })), PolicyGroups: of('group').map(one => ({ GroupName: one.name, GroupId: one.id })),
      PolicyRoles: of('role').map(one => ({ RoleName: one.name, RoleId: one.id })), IsTruncated: false,
    };
  }, ofArn),
  ...attachmentsOf('User', input => accessUser(input.ctx, input.name)),
  ...attachmentsOf('Group', input => accessGroup(input.ctx, input.name)),
  ...attachmentsOf('Role', input => accessRole(input.ctx, input.name)),
  write('iam', 'PutUserPermissionsBoundary', async (ctx, input) => setBoundary(ctx, 'iam_user', (await accessUser(ctx, input.UserName)).id, input.PermissionsBoundary), ofUser),
  write('iam', 'DeleteUserPermissionsBoundary', async (ctx, input) => setBoundary(ctx, 'iam_user', (await accessUser(ctx, input.UserName)).id, null), ofUser),
  write('iam', 'PutRolePermissionsBoundary', async (ctx, input) => setBoundary(ctx, 'iam_role', (await accessRole(ctx, input.RoleName)).id, input.PermissionsBoundary), ofRole),
  write('iam', 'DeleteRolePermissionsBoundary', async (ctx, input) => setBoundary(ctx, 'iam_role', (await accessRole(ctx, input.RoleName)).id, null), ofRole),
];

type Kind = 'User' | 'Group' | 'Role';
type Names = Record<string, string>;

/** Attach, detach and list; put, get, list and delete inline: the same for users, groups and roles. */
function attachmentsOf(kind: Kind, access: (input: { ctx: Ctx; name: string }) => Promise<{ id: string; name: string }>): Operation[] {
  const key = `${kind}Name`;
  const resource = { User: ofUser, Group: ofGroup, Role: ofRole }[kind].resource as Operation['resource'] & {};
  // One shape of input for the three kinds: the name's key differs, and the contract has checked all of it.
  const make = (operation: 'read' | 'write', name: string, work: (ctx: Ctx, entity: { id: string; name: string }, input: Names) => Promise<unknown>): Operation => ({
    service: 'iam', name, kind: operation, action: `iam:${name}`, resource,
    work: async (ctx: Ctx, input: never) => work(ctx, await access({ ctx, name: (input as Names)[key]! }), input),
  });
  return [
    make('write', `Attach${kind}Policy`, async (ctx, entity, input) => {
      await checkAttachable(ctx, input['PolicyArn']!);
      if ((await store.readAttachments(ctx.sql, entity.id)).length >= ATTACHED_MAX) throw limitExceeded(`PoliciesPer${kind}: ${ATTACHED_MAX}`);
      await store.insertAttachment(ctx.sql, ownerOf(ctx), entity.id, input['PolicyArn']!);
      await forgetIdentities(ctx);
    }),
    make('write', `Detach${kind}Policy`, async (ctx, entity, input) => {
      if (!(await store.deleteAttachment(ctx.sql, entity.id, input['PolicyArn']!))) throw noSuchEntity(`policy ${input['PolicyArn']} of ${entity.name}`);
      await forgetIdentities(ctx);
    }),
    make('read', `ListAttached${kind}Policies`, async (ctx, entity) => ({ AttachedPolicies: (await store.readAttachments(ctx.sql, entity.id)).map(arn => ({ PolicyName: arn.split('/').at(-1), PolicyArn: arn })), IsTruncated: false })),
    make('write', `Put${kind}Policy`, async (ctx, entity, input) => {
      const lengthMax = INLINE_POLICIES_LENGTH_MAX[kind];
      parsePolicy(input['PolicyDocument']!, 'identity', lengthMax);
      const others = (await store.readInlines(ctx.sql, entity.id)).filter(one => one.name !== input['PolicyName']);
      if ([...others.map(one => one.document), input['PolicyDocument']!].reduce((sum, text) => sum + policyLength(text), 0) > lengthMax) throw limitExceeded(`${kind}PolicySize: ${lengthMax}`);
      await store.writeInline(ctx.sql, entity.id, input['PolicyName']!, input['PolicyDocument']!);
      await forgetIdentities(ctx);
    }),
    make('read', `Get${kind}Policy`, async (ctx, entity, input) => {
      const inline = (await store.readInlines(ctx.sql, entity.id)).find(one => one.name === input['PolicyName']);
      if (!inline) throw noSuchEntity(`policy with name ${input['PolicyName']}`);
      return { [key]: entity.name, PolicyName: inline.name, PolicyDocument: escapeRfc3986(inline.document) };
    }),
    make('read', `List${kind}Policies`, async (ctx, entity) => ({ PolicyNames: (await store.readInlines(ctx.sql, entity.id)).map(one => one.name), IsTruncated: false })),
    make('write', `Delete${kind}Policy`, async (ctx, entity, input) => {
      if (!(await store.deleteInline(ctx.sql, entity.id, input['PolicyName']!))) throw noSuchEntity(`policy with name ${input['PolicyName']}`);
      await forgetIdentities(ctx);
    }),
  ];
}

/** A policy of one's own; AWS's cannot be changed. */
async function accessPolicy(ctx: Ctx, arn: string): Promise<store.PolicyRow> {
  if (MANAGED_POLICIES.has(arn)) throw new ApiError('AccessDenied', 'AWS’s own policies cannot be changed.');
  const policy = await store.readPolicy(ctx.sql, ownerOf(ctx), arn);
  if (!policy) throw noSuchEntity(`policy ${arn}`);
  return policy;
}

async function accessVersion(ctx: Ctx, arn: string, versionId: string): Promise<store.VersionRow> {
  const version = (await store.readVersions(ctx.sql, arn)).find(one => `v${one.version}` === versionId);
  if (!version) throw noSuchEntity(`version ${versionId}`);
  return version;
}

/** What may be attached may be a boundary too: a policy of one's own, or one of AWS's that is no service's. */
export async function checkAttachable(ctx: Ctx, arn: string): Promise<void> {
  const managed = MANAGED_POLICIES.get(arn);
  if (managed && managed.path !== '/') throw new ApiError('BadRequest', 'This policy belongs to a service’s own role.', { reason: 'PolicyNotAttachable' });
  if (!managed && !(await store.readPolicy(ctx.sql, ownerOf(ctx), arn))) throw noSuchEntity(`policy ${arn}`);
}

async function setBoundary(ctx: Ctx, table: 'iam_user' | 'iam_role', id: string, arn: string | null): Promise<void> {
  if (arn !== null) await checkAttachable(ctx, arn);
  await updateBoundary(ctx.sql, table, id, arn);
  await forgetIdentities(ctx);
}
