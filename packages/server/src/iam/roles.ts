import { ApiError } from '@carillon/kernel/errors.js';
import { read, write, type Caller, type Operation } from '../operation.js';
import { entityExists } from './access.js';
import { accessRole, ownerOf, pageByName } from './entities.js';
import * as store from './entity-store.js';
import { forgetIdentities } from './find-access-key.js';
import { MANAGED_POLICIES } from './evaluation/managed-policies.js';
import { TRUST_POLICY_LENGTH_MAX, type RoleRow } from './model.js';
import { newIamId } from './names.js';
import { checkAttachable } from './policies.js';
import { parsePolicy } from './evaluation/policy-document.js';
import { deleteAttachment, insertAttachment } from './policy-store.js';
import { presentRole } from './present.js';
import { checkNoPolicies } from './users-and-groups.js';

const HOUR_S = 3_600;
const role = { resource: ({ RoleName }: { RoleName: string }, { owner }: Caller) => `arn:aws:iam::${owner}:role/${RoleName}` };

/** Roles that belong to a service (guide, SLR-01, 03, 04): name and policy are fixed. */
const SERVICE_LINKED: Readonly<Record<string, { name: string; policy: string }>> = {
  'chime.amazonaws.com': { name: 'AWSServiceRoleForAmazonChime', policy: 'AmazonChimeServiceRolePolicy' },
  'voiceconnector.chime.amazonaws.com': { name: 'AWSServiceRoleForAmazonChimeVoiceConnector', policy: 'AmazonChimeVoiceConnectorServiceLinkedRolePolicy' },
  'transcription.chime.amazonaws.com': { name: 'AWSServiceRoleForAmazonChimeTranscription', policy: 'AmazonChimeTranscriptionServiceLinkedRolePolicy' },
  'mediapipelines.chime.amazonaws.com': { name: 'AWSServiceRoleForAmazonChimeSDKMediaPipelines', policy: 'AmazonChimeSDKMediaPipelinesServiceLinkedRolePolicy' },
};

export const roleOperations: readonly Operation[] = [
  write('iam', 'CreateRole', async (ctx, input) => {
    parsePolicy(input.AssumeRolePolicyDocument, 'resource', TRUST_POLICY_LENGTH_MAX);
    if (input.PermissionsBoundary !== undefined) await checkAttachable(ctx, input.PermissionsBoundary);
    const row: RoleRow = {
      id: newIamId(ctx.chance, 'AROA'), ownerAccountId: ownerOf(ctx), name: input.RoleName, path: input.Path ?? '/', description: input.Description ?? null, trustPolicy: input.AssumeRolePolicyDocument,
      maxSessionSeconds: input.MaxSessionDuration ?? HOUR_S, boundaryArn: input.PermissionsBoundary ?? null, service: null, createdAt: ctx.now(),
    };
    if (!(await store.insertRole(ctx.sql, row))) throw entityExists(`Role with name ${input.RoleName}`);
    return { Role: presentRole(row) };
  }, role),
  write('iam', 'CreateServiceLinkedRole', async (ctx, input) => {
    const linked = Object.hasOwn(SERVICE_LINKED, input.AWSServiceName) ? SERVICE_LINKED[input.AWSServiceName] : undefined;
    if (!linked || input.CustomSuffix !== undefined) throw new ApiError('BadRequest', 'This service has no role of its own here, or its name takes no suffix.', { reason: 'InvalidInput' });
    const row: RoleRow = {
      id: newIamId(ctx.chance, 'AROA'), ownerAccountId: ownerOf(ctx), name: linked.name, path: `/aws-service-role/${input.AWSServiceName}/`, description: input.Description ?? null,
      trustPolicy: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: [input.AWSServiceName] }, Action: ['sts:AssumeRole'] }] }),
      maxSessionSeconds: HOUR_S, boundaryArn: null, service: input.AWSServiceName, createdAt: ctx.now(),
    };
    if (!(await store.insertRole(ctx.sql, row))) throw new ApiError('BadRequest', `Service role name ${linked.name} has been taken in this account.`, { reason: 'InvalidInput' });
    await insertAttachment(ctx.sql, row.ownerAccountId, row.id, policyArnOf(linked.policy));
    return { Role: presentRole(row) };
  }, { resource: (input, { owner }) => `arn:aws:iam::${owner}:role/aws-service-role/${input.AWSServiceName}/*` }),
  read('iam', 'GetRole', async (ctx, input) => ({ Role: presentRole(await accessRole(ctx, input.RoleName)) }), role),
  read('iam', 'ListRoles', async (ctx, input) => {
    const { rows, ...more } = await pageByName(ctx, 'ListRoles', input, range => store.readRoles(ctx.sql, ownerOf(ctx), range));
    return { Roles: rows.map(presentRole), ...more };
  }),
  write('iam', 'UpdateRole', async (ctx, input) => {
    const row = await accessRole(ctx, input.RoleName);
    const set = { ...(input.Description !== undefined && { description: input.Description }), ...(input.MaxSessionDuration !== undefined && { max_session_seconds: input.MaxSessionDuration }) };
    if (Object.keys(set).length > 0) await store.updateRole(ctx.sql, row.id, set);
    return {};
  }, role),
  write('iam', 'UpdateRoleDescription', async (ctx, input) => {
    const row = await accessRole(ctx, input.RoleName);
    await store.updateRole(ctx.sql, row.id, { description: input.Description });
    return { Role: presentRole({ ...row, description: input.Description }) };
  }, role),
  write('iam', 'UpdateAssumeRolePolicy', async (ctx, input) => {
    const row = ownChoice(await accessRole(ctx, input.RoleName));
    parsePolicy(input.PolicyDocument, 'resource', TRUST_POLICY_LENGTH_MAX);
    await store.updateRole(ctx.sql, row.id, { trust_policy: input.PolicyDocument });
  }, role),
  write('iam', 'DeleteRole', async (ctx, input) => {
    const row = ownChoice(await accessRole(ctx, input.RoleName));
    await checkNoPolicies(ctx, row.id);
    await store.deleteEntity(ctx.sql, 'iam_role', row.id);
    await forgetIdentities(ctx);
  }, role),
  write('iam', 'DeleteServiceLinkedRole', async (ctx, input) => {
    const row = await accessRole(ctx, input.RoleName);
    const linked = row.service === null ? undefined : SERVICE_LINKED[row.service];
    if (!linked) throw new ApiError('BadRequest', 'This is no service’s own role.', { reason: 'InvalidInput' });
    await deleteAttachment(ctx.sql, row.id, policyArnOf(linked.policy));
    await store.deleteEntity(ctx.sql, 'iam_role', row.id);
    await forgetIdentities(ctx);
    return { DeletionTaskId: `task${row.path}${row.name}/${row.id}` };
  }, role),
  // Deleting is done when it is answered.
  read('iam', 'GetServiceLinkedRoleDeletionStatus', async () => ({ Status: 'SUCCEEDED' as const })),
];

function policyArnOf(name: string): string {
  return [...MANAGED_POLICIES.values()].find(one => one.name === name)!.arn;
}

/** A service's own role is changed by nobody. */
function ownChoice(row: RoleRow): RoleRow {
  if (row.service !== null) throw new ApiError('BadRequest', 'A service’s own role cannot be changed.', { reason: 'UnmodifiableEntity' });
  return row;
}
