import { ApiError, badRequest } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';
import type { RequestContext } from '../iam/evaluation/conditions.js';
import { applies, resolverOf } from '../iam/evaluation/evaluate.js';
import { parsePolicy, type Policy, type Statement } from '../iam/evaluation/policy-document.js';
import { accessBucket, lockOwnBucket } from './access.js';
import { bucketArn, POLICY_LENGTH_MAX } from './model.js';
import { updateBucketPolicy } from './store.js';

/** The policy as it was put. */
export async function getBucketPolicy(ctx: Ctx, name: string): Promise<string> {
  const { policy } = await accessBucket(ctx, name);
  if (policy === null) throw new ApiError('NotFound', 'The bucket policy does not exist', { reason: 'NoSuchBucketPolicy' });
  return policy;
}

/** Whoever delivers into the bucket is held to it (guide, CDP-01). MalformedPolicy says what is wrong with a document. */
export async function putBucketPolicy(ctx: Ctx, name: string, policy: string): Promise<void> {
  await lockOwnBucket(ctx, name);
  checkBucketPolicy(name, policy);
  await updateBucketPolicy(ctx.sql, name, policy);
}

export async function deleteBucketPolicy(ctx: Ctx, name: string): Promise<void> {
  await lockOwnBucket(ctx, name);
  await updateBucketPolicy(ctx.sql, name, null);
}

/** A policy for this bucket and what lies in it, and for nothing else. */
export function checkBucketPolicy(name: string, text: string): void {
  let policy: Policy;
  try {
    policy = parsePolicy(text, 'resource', POLICY_LENGTH_MAX);
  } catch (error) {
    throw badRequest(error instanceof ApiError ? error.message : 'The policy cannot be read.', 'MalformedPolicy');
  }
  const own = bucketArn(name);
  for (const { resources } of policy.statements) {
    if (!resources.every(one => one === own || one.startsWith(`${own}/`) || one.startsWith(`${own}*`))) throw badRequest('Policy has invalid resource', 'MalformedPolicy');
  }
}

/** Whether a bucket's policy lets a service (`cloudtrail.amazonaws.com`) do something: some statement allows it, and none denies. */
export function serviceMay(policy: string | null, service: string, request: { action: string; resource: string; context: RequestContext }): boolean {
  if (policy === null) return false;
  const { statements, hasVariables } = parsePolicy(policy, 'resource', POLICY_LENGTH_MAX);
  const about = statements.filter(one => names(one, service) && applies(one, request, hasVariables ? resolverOf(request.context) : undefined));
  return about.some(one => one.allow) && about.every(one => one.allow);
}

function names({ principals, notPrincipals }: Statement, service: string): boolean {
  return (principals ?? []).some(one => one === '*' || one === `Service:${service}`) !== notPrincipals;
}
