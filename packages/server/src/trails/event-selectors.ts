import type { EventSelector, PutEventSelectorsRequest, PutEventSelectorsResponse } from '@carillon/wire/aws/generated/cloudtrail-types.js';
import { badRequest } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';
import { accessTrail } from './access.js';
import { trailArn, type ReadWriteType, type TrailRow } from './model.js';
import { updateReadWrite } from './trail-store.js';

/** Which events a trail records from now on: all, those that read, or those that write. InvalidEventSelectorsException for anything finer. */
export async function putEventSelectors(ctx: Ctx, input: PutEventSelectorsRequest): Promise<PutEventSelectorsResponse> {
  const trail = await accessTrail(ctx, input.TrailName);
  const readWrite = checkSelectors(input);
  await updateReadWrite(ctx.sql, trail.id, readWrite);
  return presentSelectors({ ...trail, readWrite });
}

export async function getEventSelectors(ctx: Ctx, nameOrArn: string): Promise<PutEventSelectorsResponse> {
  return presentSelectors(await accessTrail(ctx, nameOrArn));
}

function checkSelectors({ EventSelectors = [], AdvancedEventSelectors = [] }: PutEventSelectorsRequest): ReadWriteType {
  const [selector, second] = EventSelectors;
  const plain = selector && !second && AdvancedEventSelectors.length === 0 && selector.IncludeManagementEvents !== false && (selector.DataResources ?? []).length === 0 && (selector.ExcludeManagementEventSources ?? []).length === 0;
  if (!plain) throw badRequest('A trail has one selector here, of events that read, that write, or all; events of objects are among them.', 'InvalidEventSelectorsException');
  return selector.ReadWriteType ?? 'All';
}

function presentSelectors(trail: TrailRow): PutEventSelectorsResponse {
  const selector: EventSelector = { ReadWriteType: trail.readWrite, IncludeManagementEvents: true, DataResources: [], ExcludeManagementEventSources: [] };
  return { TrailARN: trailArn(trail), EventSelectors: [selector] };
}
