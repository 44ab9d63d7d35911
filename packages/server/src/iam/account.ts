import { ApiError } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';
import { read, write, type Operation } from '../operation.js';
import { entityExists, noSuchEntity } from './access.js';
import { readPermissions } from './evaluation/authorize.js';
import { accessGroup, accessRole, accessUser, ownerOf } from './entities.js';
import { readAlias, updateAlias } from './entity-store.js';
import { evaluate } from './evaluation/evaluate.js';
import { IDENTITY_POLICY_LENGTH_MAX, TRUST_POLICY_LENGTH_MAX } from './model.js';
import { parsePolicy, type Policy } from './evaluation/policy-document.js';
import { countEntities } from './policy-store.js';

interface Simulation {
  ActionNames: readonly string[];
  ResourceArns?: readonly string[] | undefined;
  ContextEntries?: readonly { ContextKeyName?: string | undefined; ContextKeyValues?: readonly string[] | undefined }[] | undefined;
}

/** The owner account itself, and what a policy would say. */
export const accountOperations: readonly Operation[] = [
  write('iam', 'CreateAccountAlias', async (ctx, input) => {
    if (!(await updateAlias(ctx.sql, ownerOf(ctx), input.AccountAlias))) throw entityExists(`The account alias ${input.AccountAlias}`);
  }),
  write('iam', 'DeleteAccountAlias', async (ctx, input) => {
    if ((await readAlias(ctx.sql, ownerOf(ctx))) !== input.AccountAlias) throw noSuchEntity(`alias ${input.AccountAlias}`);
    await updateAlias(ctx.sql, ownerOf(ctx), null);
  }),
  read('iam', 'ListAccountAliases', async ctx => {
    const alias = await readAlias(ctx.sql, ownerOf(ctx));
    return { AccountAliases: alias === null ? [] : [alias], IsTruncated: false };
  }),
  read('iam', 'GetAccountSummary', async ctx => ({ SummaryMap: await countEntities(ctx.sql, ownerOf(ctx)) })),
  read('iam', 'SimulateCustomPolicy', async (_ctx, input) => {
    const identity = input.PolicyInputList.map(text => parsePolicy(text, 'identity', IDENTITY_POLICY_LENGTH_MAX));
    const [boundary] = (input.PermissionsBoundaryPolicyInputList ?? []).map(text => parsePolicy(text, 'identity', IDENTITY_POLICY_LENGTH_MAX));
    // Who is named in it is not weighed here, but whether it could be used is said.
    if (input.ResourcePolicy !== undefined) parsePolicy(input.ResourcePolicy, 'resource', TRUST_POLICY_LENGTH_MAX);
    return simulate(input, identity, boundary);
  }),
  read('iam', 'SimulatePrincipalPolicy', async (ctx, input) => {
    const { identity, boundary } = await readPermissions(ctx, await entityIdOf(ctx, input.PolicySourceArn));
    const added = (input.PolicyInputList ?? []).map(text => parsePolicy(text, 'identity', IDENTITY_POLICY_LENGTH_MAX));
    return simulate(input, [...identity, ...added], boundary);
  }, { resource: input => input.PolicySourceArn }),
];

function simulate(input: Simulation, identity: readonly Policy[], boundary: Policy | undefined) {
  const context = new Map((input.ContextEntries ?? []).map(entry => [(entry.ContextKeyName ?? '').toLowerCase(), entry.ContextKeyValues ?? []] as const));
  const EvaluationResults = input.ActionNames.flatMap(action => (input.ResourceArns ?? ['*']).map(resource => ({
    EvalActionName: action, EvalResourceName: resource, EvalDecision: evaluate({ action, resource, context }, { identity, boundary, session: [] }), MatchedStatements: [], MissingContextValues: [],
  })));
  return { EvaluationResults, IsTruncated: false };
}

async function entityIdOf(ctx: Ctx, arn: string): Promise<string> {
  const match = /^arn:aws:iam::(\d{12}):(user|group|role)\/(?:.*\/)?([^/]+)$/.exec(arn);
  if (match?.[1] !== ownerOf(ctx)) throw noSuchEntity(`principal ${arn}`);
  const name = match[3]!;
  if (match[2] === 'user') return (await accessUser(ctx, name)).id;
  if (match[2] === 'role') return (await accessRole(ctx, name)).id;
  if (match[2] === 'group') return (await accessGroup(ctx, name)).id;
  throw new ApiError('BadRequest', 'PolicySourceArn must name a user, group or role.', { reason: 'InvalidInput' });
}
