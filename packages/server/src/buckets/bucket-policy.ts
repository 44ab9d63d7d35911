import { ApiError } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';
import { accessBucket, lockOwnBucket } from './access.js';
import { POLICY_LENGTH_MAX } from './model.js';
import { updateBucketPolicy } from './store.js';

/** The policy as it was put. */
export async function getBucketPolicy(ctx: Ctx, name: string): Promise<string> {
  const { policy } = await accessBucket(ctx, name);
  if (policy === null) throw new ApiError('NotFound', 'The bucket has no policy.', { reason: 'NoSuchBucketPolicy' });
  return policy;
}

/** A JSON document with statements; who delivers into the bucket is held to it (guide, CDP-01). */
export async function putBucketPolicy(ctx: Ctx, name: string, policy: string): Promise<void> {
  await lockOwnBucket(ctx, name);
  if (policy.length > POLICY_LENGTH_MAX || !hasStatements(policy)) throw new ApiError('BadRequest', 'The policy is no policy document.', { reason: 'MalformedPolicy' });
  await updateBucketPolicy(ctx.sql, name, policy);
}

export async function deleteBucketPolicy(ctx: Ctx, name: string): Promise<void> {
  await lockOwnBucket(ctx, name);
  await updateBucketPolicy(ctx.sql, name, null);
}

function hasStatements(text: string): boolean {
  try {
    const document = JSON.parse(text) as { Statement?: unknown };
    return typeof document === 'object' && document !== null && (Array.isArray(document.Statement) || (typeof document.Statement === 'object' && document.Statement !== null));
  } catch {
    // No JSON.
    return false;
  }
}
