import type { DescribeTrailsResponse } from '@carillon/wire/aws/generated/cloudtrail-types.js';
import type { Ctx } from '../ctx.js';
import { accessPrincipal } from '../iam/access.js';
import { trailArn, type TrailRow } from './model.js';
import { presentTrail } from './present.js';
import { readTrails } from './trail-store.js';

/** Trails of the caller's owner account by name. */
export function listTrails(ctx: Ctx): Promise<TrailRow[]> {
  return readTrails(ctx.sql, accessPrincipal(ctx).ownerAccountId);
}

/** All of them, or those that are named; a name that none has is passed over. */
export async function describeTrails(ctx: Ctx, names: readonly string[]): Promise<DescribeTrailsResponse> {
  const trails = await listTrails(ctx);
  return { trailList: trails.filter(trail => names.length === 0 || names.includes(trail.name) || names.includes(trailArn(trail))).map(presentTrail) };
}
