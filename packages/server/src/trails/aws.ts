import type { Ctx } from '../ctx.js';
import { read, write, type Caller, type Operation } from '../operation.js';
import { accessTrail, trailResource } from './access.js';
import { changeTrail, createTrail, findBucket } from './create-trail.js';
import { describeTrails, listTrails } from './describe-trails.js';
import { getEventSelectors, putEventSelectors } from './event-selectors.js';
import { lookupEvents } from './lookup-events.js';
import { trailArn } from './model.js';
import { presentStatus, presentTrail } from './present.js';
import { deleteTrailRow, updateLogging } from './trail-store.js';

const ofTrail = { resource: ({ Name }: { Name: string }, caller: Caller) => trailResource(Name, caller) };
/** What was read before a trail began, changed or ended is recorded by what held then; records of reads are written a moment later. */
const writeReads = (ctx: Ctx) => ctx.audit.flush();
const ofTrailName = { resource: ({ TrailName }: { TrailName: string }, caller: Caller) => trailResource(TrailName, caller) };

export const trailOperations: readonly Operation[] = [
  read('cloudtrail', 'LookupEvents', lookupEvents),
  write('cloudtrail', 'CreateTrail', createTrail, { ...ofTrail, prepare: findBucket }),
  write('cloudtrail', 'UpdateTrail', changeTrail, { ...ofTrail, prepare: findBucket }),
  write('cloudtrail', 'DeleteTrail', async (ctx, { Name }) => {
    await deleteTrailRow(ctx.sql, (await accessTrail(ctx, Name)).id);
    return {};
  }, ofTrail),
  read('cloudtrail', 'GetTrail', async (ctx, { Name }) => ({ Trail: presentTrail(await accessTrail(ctx, Name)) }), ofTrail),
  read('cloudtrail', 'DescribeTrails', (ctx, { trailNameList = [] }) => describeTrails(ctx, trailNameList)),
  read('cloudtrail', 'ListTrails', async ctx => ({ Trails: (await listTrails(ctx)).map(trail => ({ TrailARN: trailArn(trail), Name: trail.name, HomeRegion: trail.region })) })),
  read('cloudtrail', 'GetTrailStatus', async (ctx, { Name }) => presentStatus(await accessTrail(ctx, Name)), ofTrail),
  write('cloudtrail', 'StartLogging', async (ctx, { Name }) => {
    await updateLogging(ctx.sql, (await accessTrail(ctx, Name)).id, true, ctx.now());
    return {};
  }, { ...ofTrail, prepare: writeReads }),
  write('cloudtrail', 'StopLogging', async (ctx, { Name }) => {
    await updateLogging(ctx.sql, (await accessTrail(ctx, Name)).id, false, ctx.now());
    return {};
  }, { ...ofTrail, prepare: writeReads }),
  read('cloudtrail', 'GetEventSelectors', (ctx, { TrailName }) => getEventSelectors(ctx, TrailName), ofTrailName),
  write('cloudtrail', 'PutEventSelectors', putEventSelectors, { ...ofTrailName, prepare: writeReads }),
];
