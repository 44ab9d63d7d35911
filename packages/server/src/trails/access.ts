import { ApiError } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';
import { accessPrincipal } from '../iam/access.js';
import type { Caller } from '../operation.js';
import { trailArn, type TrailRow } from './model.js';
import { checkTrailName } from './trail-name.js';
import { readTrail } from './trail-store.js';

/** A trail of the caller's owner account, by name or ARN. Another owner's is not found. */
export async function accessTrail(ctx: Ctx, nameOrArn: string): Promise<TrailRow> {
  const { ownerAccountId } = accessPrincipal(ctx);
  const name = nameOf(nameOrArn);
  checkTrailName(name);
  const trail = await readTrail(ctx.sql, ownerAccountId, name);
  if (trail && (name === nameOrArn || trailArn(trail) === nameOrArn)) return trail;
  throw new ApiError('NotFound', `Unknown trail: ${nameOrArn.slice(0, 200)} for the user: ${ownerAccountId}`, { reason: 'TrailNotFoundException' });
}

/** What policies name: the ARN that was given, or that of the name. */
export function trailResource(nameOrArn: string, { owner, region }: Caller): string {
  return nameOrArn.startsWith('arn:') ? nameOrArn : trailArn({ region, ownerAccountId: owner, name: nameOrArn });
}

function nameOf(nameOrArn: string): string {
  return /^arn:aws:cloudtrail:[a-z0-9-]+:\d{12}:trail\/(.+)$/.exec(nameOrArn)?.[1] ?? nameOrArn;
}
