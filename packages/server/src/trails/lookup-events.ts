import type { LookupEventsRequest, LookupEventsResponse } from '@carillon/wire/aws/generated/cloudtrail-types.js';
import { badRequest } from '@carillon/kernel/errors.js';
import type { Ctx } from '../ctx.js';
import { accessPrincipal } from '../iam/access.js';
import { cutPage, openPageToken } from '../platform/page-tokens.js';
import { readEvents, type EventFilter, type EventRow } from './store.js';

const PAGE = 50;

/** Event history of the caller's owner account, newest first (guide, CTR-01). What was read a moment ago is written first. */
export async function lookupEvents(ctx: Ctx, input: LookupEventsRequest): Promise<LookupEventsResponse> {
  await ctx.audit.flush();
  if (input.StartTime && input.EndTime && input.StartTime > input.EndTime) throw badRequest('StartTime must be before EndTime.', 'InvalidTimeRangeException');
  const owner = accessPrincipal(ctx).ownerAccountId;
  const limit = input.MaxResults ?? PAGE;
  const scope = `LookupEvents ${owner} ${JSON.stringify([input.StartTime, input.EndTime, input.LookupAttributes])}`;
  const before = openPageToken(ctx, scope, input.NextToken) as { at: string; id: string } | undefined;
  const rows = await readEvents(ctx.sql, owner, filterOf(input), before, limit);
  const { shown, nextToken } = cutPage(ctx, scope, rows, limit, ({ at, id }) => ({ at, id }));
  return { Events: shown.map(present), NextToken: nextToken };
}

function filterOf({ StartTime, EndTime, LookupAttributes = [] }: LookupEventsRequest): EventFilter {
  if (LookupAttributes.length > 1) throw badRequest('Only one attribute can be looked up at a time.', 'InvalidLookupAttributesException');
  const [attribute] = LookupAttributes;
  const filter: EventFilter = { start: StartTime, end: EndTime };
  const value = attribute?.AttributeValue ?? '';
  switch (attribute?.AttributeKey) {
    case undefined: return filter;
    case 'EventName': return { ...filter, name: value };
    case 'Username': return { ...filter, userName: value };
    case 'EventSource': return { ...filter, source: value };
    case 'AccessKeyId': return { ...filter, accessKeyId: value };
    case 'EventId': return { ...filter, id: value };
    case 'ReadOnly': return { ...filter, readOnly: value === 'true' };
    default: throw badRequest(`Events are not kept by ${attribute?.AttributeKey}.`, 'InvalidLookupAttributesException');
  }
}

function present(row: EventRow) {
  return {
    EventId: row.id, EventName: row.name, ReadOnly: String(row.readOnly), AccessKeyId: row.accessKeyId ?? undefined, EventTime: row.at, EventSource: row.source, Username: row.userName, Resources: [],
    CloudTrailEvent: JSON.stringify(row.record),
  };
}
