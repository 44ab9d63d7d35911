import { ApiError } from '@carillon/kernel/errors.js';
import { arn } from '@carillon/kernel/arn.js';
import { MINUTE_MS, SECOND_MS } from '@carillon/kernel/clock.js';
import type { Ctx, Principal } from '../ctx.js';
import { read, type Operation } from '../operation.js';
import { accessCall, accessPrincipal } from './access.js';
import { contextOf } from './evaluation/authorize.js';
import { applies, resolverOf } from './evaluation/evaluate.js';
import { MANAGED_POLICIES } from './evaluation/managed-policies.js';
import { SESSION_POLICY_LENGTH_MAX, TRUST_POLICY_LENGTH_MAX, type RoleRow } from './model.js';
import { iamArn } from './names.js';
import { parsePolicy, type Statement } from './evaluation/policy-document.js';
import { readPolicyDocument, readRoleByArn } from './principal-store.js';
import { issueCredentials } from './session-token.js';
import { checkMfaCode } from './mfa-code.js';

const HOUR_S = 3_600;
const SESSION_S_DEFAULT = 12 * HOUR_S;
const ROOT_SESSION_S_MAX = HOUR_S;

/** Security Token Service: who one is, and credentials for a while. They are `read`s: nothing is written for them. */
export const stsOperations: readonly Operation[] = [
  read('sts', 'GetCallerIdentity', async ctx => {
    const { principalId, ownerAccountId, arn: callerArn } = accessPrincipal(ctx);
    return { UserId: principalId, Account: ownerAccountId, Arn: callerArn };
  }, { free: true }),
  read('sts', 'GetAccessKeyInfo', async (ctx, input) => {
    const { ownerAccountId, accessKeyId } = accessPrincipal(ctx);
    if (input.AccessKeyId !== accessKeyId) throw new ApiError('BadRequest', 'Only one’s own key can be asked for.', { reason: 'ValidationError' });
    return { Account: ownerAccountId };
  }),
  read('sts', 'GetSessionToken', async (ctx, input) => {
    const principal = accessPrincipal(ctx);
    if (principal.session) throw new ApiError('AccessDenied', 'Cannot call GetSessionToken with session credentials');
    const mfa = await checkMfaCode(ctx, principal, input.SerialNumber, input.TokenCode);
    const seconds = Math.min(input.DurationSeconds ?? SESSION_S_DEFAULT, principal.type === 'Root' ? ROOT_SESSION_S_MAX : 36 * HOUR_S);
    return { Credentials: issueCredentials(ctx, { ...ownSession(principal), type: principal.type === 'Root' ? 'Root' : 'IAMUser', mfa, expiresMs: endOf(ctx, seconds), policies: [], issuer: undefined }) };
  }, { free: true }),
  read('sts', 'GetFederationToken', async (ctx, input) => {
    const principal = accessPrincipal(ctx);
    if (principal.session) throw new ApiError('AccessDenied', 'Cannot call GetFederationToken with session credentials');
    const policies = await sessionPolicies(ctx, input.Policy, input.PolicyArns);
    const federatedArn = arn('sts', '', principal.ownerAccountId, `federated-user/${input.Name}`);
    const id = `${principal.ownerAccountId}:${input.Name}`;
    // Without a policy a federated user may nothing.
    const narrowed = policies.length > 0 ? policies : [JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Deny', Action: '*', Resource: '*' } })];
    const seconds = Math.min(input.DurationSeconds ?? SESSION_S_DEFAULT, principal.type === 'Root' ? ROOT_SESSION_S_MAX : 36 * HOUR_S);
    const issuer = { type: principal.type === 'Root' ? 'Root' as const : 'IAMUser' as const, principalId: principal.principalId, arn: principal.arn, accountId: principal.ownerAccountId, userName: principal.userName };
    const credentials = issueCredentials(ctx, { ...ownSession(principal), type: 'FederatedUser', arn: federatedArn, principalId: id, userName: undefined, mfa: false, expiresMs: endOf(ctx, seconds), policies: narrowed, issuer });
    return { Credentials: credentials, FederatedUser: { FederatedUserId: id, Arn: federatedArn }, PackedPolicySize: 0 };
  }),
  read('sts', 'AssumeRole', async (ctx, input) => {
    const principal = accessPrincipal(ctx);
    const role = await readRoleByArn(ctx.sql, input.RoleArn);
    const mfa = await checkMfaCode(ctx, principal, input.SerialNumber, input.TokenCode);
    // A missing role and one that does not trust the caller look alike.
    if (!role || !trusts(ctx, role, mfa, input.ExternalId)) {
      throw new ApiError('AccessDenied', `User: ${principal.arn} is not authorized to perform: sts:AssumeRole on resource: ${input.RoleArn}`);
    }
    const seconds = input.DurationSeconds ?? HOUR_S;
    if (seconds > role.maxSessionSeconds) throw new ApiError('BadRequest', 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.', { reason: 'ValidationError' });
    const assumedArn = arn('sts', '', role.ownerAccountId, `assumed-role/${role.name}/${input.RoleSessionName}`);
    const id = `${role.id}:${input.RoleSessionName}`;
    const credentials = issueCredentials(ctx, {
      type: 'AssumedRole', owner: role.ownerAccountId, entityId: role.id, arn: assumedArn, principalId: id, userName: undefined, mfa, expiresMs: endOf(ctx, seconds),
      policies: await sessionPolicies(ctx, input.Policy, input.PolicyArns), parentKeyId: undefined,
      issuer: { type: 'Role', principalId: role.id, arn: iamArn(role.ownerAccountId, 'role', role.path, role.name), accountId: role.ownerAccountId, userName: role.name },
    });
    return { Credentials: credentials, AssumedRoleUser: { AssumedRoleId: id, Arn: assumedArn }, PackedPolicySize: 0 };
  }, { resource: input => input.RoleArn }),
];

function ownSession(principal: Principal) {
  return {
    owner: principal.ownerAccountId, entityId: principal.type === 'Root' ? undefined : principal.principalId, arn: principal.arn, principalId: principal.principalId, userName: principal.userName,
    parentKeyId: principal.accessKeyId,
  };
}

function endOf(ctx: Ctx, seconds: number): number {
  return ctx.clock.now() + Math.max(seconds * SECOND_MS, 15 * MINUTE_MS);
}

/** The document that was passed and those that were named, checked; all of them narrow the session together. */
async function sessionPolicies(ctx: Ctx, policy: string | undefined, named: readonly { arn?: string | undefined }[] | undefined): Promise<string[]> {
  const documents: string[] = [];
  if (policy !== undefined) {
    parsePolicy(policy, 'identity', SESSION_POLICY_LENGTH_MAX);
    documents.push(policy);
  }
  const owner = accessPrincipal(ctx).ownerAccountId;
  for (const { arn: policyArn = '' } of named ?? []) {
    const own = policyArn.startsWith(`arn:aws:iam::${owner}:policy/`) ? await readPolicyDocument(ctx.sql, policyArn) : undefined;
    const document = own ?? MANAGED_POLICIES.get(policyArn)?.document;
    if (document === undefined) throw new ApiError('BadRequest', `There is no policy ${policyArn.slice(0, 200)}.`, { reason: 'ValidationError' });
    documents.push(document);
  }
  return documents;
}

/** A code that was given with the request says of a long-term key what a session says by itself. */
function trusts(ctx: Ctx, role: RoleRow, mfa: boolean, externalId: string | undefined): boolean {
  const principal = accessPrincipal(ctx);
  const context = new Map(contextOf(ctx, principal, accessCall(ctx)));
  if (mfa) context.set('aws:multifactorauthpresent', ['true']).set('aws:multifactorauthage', ['0']);
  if (externalId !== undefined) context.set('sts:externalid', [externalId]);
  const request = { action: 'sts:AssumeRole', resource: '*', context };
  const policy = parsePolicy(role.trustPolicy, 'resource', TRUST_POLICY_LENGTH_MAX);
  const about = policy.statements.filter(one => names(one, principal) && applies(one, request, policy.hasVariables ? resolverOf(context) : undefined));
  return about.some(one => one.allow) && about.every(one => one.allow);
}

/** A principal is named by its ARN, by its whole account, or as anybody. */
function names(statement: Statement, principal: Principal): boolean {
  const owner = principal.ownerAccountId;
  const known = new Set(['*', `AWS:${principal.arn}`, `AWS:${owner}`, `AWS:arn:aws:iam::${owner}:root`, ...(principal.session?.issuer ? [`AWS:${principal.session.issuer.arn}`] : [])]);
  return (statement.principals ?? []).some(one => known.has(one)) !== statement.notPrincipals;
}
