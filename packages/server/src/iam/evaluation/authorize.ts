import type { Ctx, Principal } from '../../ctx.js';
import type { Call } from '../../operation.js';
import type { RequestContext } from './conditions.js';
import { evaluate, type Decision, type PolicySet } from './evaluate.js';
import { MANAGED_POLICIES } from './managed-policies.js';
import { IDENTITY_POLICY_LENGTH_MAX, MEMO_MS } from '../model.js';
import { parsePolicy, type Policy } from './policy-document.js';
import { readGrants, readPolicyDocument, readRoleById, readUserById } from '../principal-store.js';

/** Whether an identity may do this; the root user may everything in its own account. `conditions` are the operation's own keys. */
export async function authorize(ctx: Ctx, principal: Principal, action: string, resource: string, call: Call, conditions: Readonly<Record<string, string>> = {}): Promise<Decision> {
  if (!sessionMay(principal, action)) return 'implicitDeny';
  const session = (principal.session?.policies ?? []).map(text => parsePolicy(text, 'identity', IDENTITY_POLICY_LENGTH_MAX));
  const context = new Map([...contextOf(ctx, principal, call), ...Object.entries(conditions).map(([key, value]): [string, string[]] => [key, [value]])]);
  if (entityOf(principal) === undefined) return session.length === 0 ? 'allowed' : evaluate({ action, resource, context }, { identity: session, boundary: undefined, session: [] });
  const { identity, boundary } = await permissionsOf(ctx, principal);
  return evaluate({ action, resource, context }, { identity, boundary, session });
}

/**
 * What temporary credentials may never do, whatever the policies say (IAM's documented limits): those of GetSessionToken nothing of
 * IAM without a second factor, and of STS two operations; federated users nothing of either but to ask who they are.
 */
function sessionMay(principal: Principal, action: string): boolean {
  if (!principal.session || principal.type === 'AssumedRole' || principal.session.console) return true;
  const federated = principal.type === 'FederatedUser';
  if (action.startsWith('iam:')) return !federated && principal.mfaAuthenticated;
  return !action.startsWith('sts:') || action === 'sts:GetCallerIdentity' || (!federated && action === 'sts:AssumeRole');
}

/** The user or role whose policies these are; none for the root user. */
function entityOf(principal: Principal): string | undefined {
  if (principal.type === 'IAMUser' && principal.session === undefined) return principal.principalId;
  return principal.session?.entityId;
}

/** At most a second old. */
export function permissionsOf(ctx: Ctx, principal: Principal): Promise<Pick<PolicySet, 'identity' | 'boundary'>> {
  const entityId = entityOf(principal);
  if (entityId === undefined) return Promise.resolve({ identity: [], boundary: undefined });
  return ctx.memo.get(`iam.permissions.${entityId}`, MEMO_MS, () => readPermissions(ctx, entityId));
}

/** Of a user with the groups', or of a role. */
export async function readPermissions(ctx: Ctx, entityId: string): Promise<Pick<PolicySet, 'identity' | 'boundary'>> {
  const grants = await readGrants(ctx.sql, entityId);
  const identity = grants.flatMap(grant => policyOf(grant.document, grant.policyArn));
  const entity = (await readUserById(ctx.sql, entityId)) ?? (await readRoleById(ctx.sql, entityId));
  const boundaryArn = entity?.boundaryArn ?? null;
  if (boundaryArn === null) return { identity, boundary: undefined };
  const [boundary] = policyOf((await readPolicyDocument(ctx.sql, boundaryArn)) ?? null, boundaryArn);
  // A boundary that is gone allows nothing.
  return { identity, boundary: boundary ?? { hasVariables: false, statements: [] } };
}

function policyOf(document: string | null, policyArn: string | null): Policy[] {
  if (document !== null) return [parsePolicy(document, 'identity', IDENTITY_POLICY_LENGTH_MAX)];
  const managed = policyArn === null ? undefined : MANAGED_POLICIES.get(policyArn);
  return managed ? [managed.policy] : [];
}

/** The global condition keys that make sense here (IAM-05). */
export function contextOf(ctx: Ctx, principal: Principal, call: Call): RequestContext {
  const now = ctx.clock.now();
  const context = new Map<string, readonly string[]>([
    ['aws:sourceip', [call.sourceAddress]],
    ['aws:securetransport', [String(call.secure)]],
    ['aws:currenttime', [new Date(now).toISOString()]],
    ['aws:epochtime', [String(Math.floor(now / 1000))]],
    ['aws:useragent', [call.userAgent]],
    ['aws:requestedregion', [call.region]],
    ['aws:principalarn', [principal.session?.issuer?.type === 'Role' ? principal.session.issuer.arn : principal.arn]],
    ['aws:principalaccount', [principal.ownerAccountId]],
    ['aws:principaltype', [principal.type === 'Root' ? 'Account' : principal.type === 'IAMUser' ? 'User' : principal.type]],
    ['aws:userid', [principal.principalId]],
  ]);
  if (principal.userName !== undefined && principal.type === 'IAMUser') context.set('aws:username', [principal.userName]);
  // Long-term keys say nothing of a second factor: the key is absent, as in AWS.
  if (principal.session) {
    context.set('aws:multifactorauthpresent', [String(principal.mfaAuthenticated)]);
    context.set('aws:tokenissuetime', [principal.session.createdAt.toISOString()]);
    if (principal.mfaAuthenticated) context.set('aws:multifactorauthage', [String(Math.floor((now - principal.session.createdAt.getTime()) / 1000))]);
  }
  return context;
}
