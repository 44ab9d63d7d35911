import { gunzipSync } from 'node:zlib';
import { ChimeClient, ListAccountsCommand } from '@aws-sdk/client-chime';
import * as trail from '@aws-sdk/client-cloudtrail';
import * as s3 from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientConfig, createAdministratorKey, createOwnerAccount, refusal, type AwsCredentials } from '@carillon/testkit/aws.js';
import { createWorld, setUpOwner, type World } from '@carillon/testkit/world.js';
import { DAY_MS, MINUTE_MS } from '@carillon/kernel/clock.js';
import { insertAuditEvents } from '../platform/audit.js';
import { deliverTrails } from './deliver-trails.js';

let world: World;
let admin: AwsCredentials & { ownerAccountId: string };

beforeEach(async () => {
  world = await createWorld();
  await setUpOwner(world);
  admin = await createAdministratorKey(world);
});
afterEach(() => world.stop());

const buckets = (key: AwsCredentials = admin, at: World = world) => new s3.S3Client({ ...clientConfig(at, key, 's3'), forcePathStyle: true });
const trails = (key: AwsCredentials = admin, at: World = world) => new trail.CloudTrailClient(clientConfig(at, key, 'cloudtrail'));
const chime = () => new ChimeClient(clientConfig(world, admin));

/** As AWS prints it for trails. */
function policyFor(bucket: string, owner: string, conditions: object = { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', 'aws:SourceAccount': owner } }): string {
  const Principal = { Service: 'cloudtrail.amazonaws.com' };
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal, Action: 's3:GetBucketAcl', Resource: `arn:aws:s3:::${bucket}` },
      { Effect: 'Allow', Principal, Action: 's3:PutObject', Resource: `arn:aws:s3:::${bucket}/AWSLogs/${owner}/*`, Condition: conditions },
    ],
  });
}

async function createBucket(Bucket: string, Policy?: string): Promise<void> {
  await buckets().send(new s3.CreateBucketCommand({ Bucket }));
  if (Policy !== undefined) await buckets().send(new s3.PutBucketPolicyCommand({ Bucket, Policy }));
}

async function startTrail(Name = 'audit', S3BucketName = 'the-trail'): Promise<void> {
  await createBucket(S3BucketName, policyFor(S3BucketName, admin.ownerAccountId));
  await trails().send(new trail.CreateTrailCommand({ Name, S3BucketName }));
  await trails().send(new trail.StartLoggingCommand({ Name }));
}

interface TrailRecord {
  eventID: string;
  eventName: string;
  eventSource: string;
}

/** The records in a bucket's files, with the files' keys. */
async function delivered(Bucket = 'the-trail'): Promise<{ keys: string[]; records: TrailRecord[] }> {
  const { Contents = [] } = await buckets().send(new s3.ListObjectsV2Command({ Bucket }));
  const keys = Contents.map(one => one.Key!);
  const records: TrailRecord[] = [];
  for (const Key of keys) {
    const got = await buckets().send(new s3.GetObjectCommand({ Bucket, Key }));
    expect([got.ContentType, got.ContentEncoding]).toEqual(['application/json', 'gzip']);
    records.push(...(JSON.parse(gunzipSync(await got.Body!.transformToByteArray()).toString()) as { Records: TrailRecord[] }).Records);
  }
  return { keys, records };
}

const status = () => trails().send(new trail.GetTrailStatusCommand({ Name: 'audit' }));

test('CTR-01 a trail delivers exactly the events of the history, each once, in files as CloudTrail names them', async () => {
  await startTrail();
  for (let i = 0; i < 3; i++) await chime().send(new ListAccountsCommand({}));
  await refusal(buckets().send(new s3.HeadBucketCommand({ Bucket: 'no-such-bucket' })));
  const history = await trails().send(new trail.LookupEventsCommand({ MaxResults: 50 }));
  await deliverTrails(world.app.system);
  const { keys, records } = await delivered();
  expect(keys).toEqual([expect.stringMatching(new RegExp(`^AWSLogs/${admin.ownerAccountId}/CloudTrail/us-east-1/2026/11/24/${admin.ownerAccountId}_CloudTrail_us-east-1_20261124T0900Z_[A-Za-z]{16}\\.json\\.gz$`))]);
  // Looking up the history and starting the trail are events themselves.
  const told = history.Events!.map(event => JSON.parse(event.CloudTrailEvent!) as TrailRecord).toReversed();
  const since = told.findIndex(event => event.eventName === 'StartLogging');
  expect(records.slice(0, -1)).toEqual(told.slice(since));
  expect(records.at(-1)!.eventName).toBe('LookupEvents');
  expect(records.map(one => one.eventName)).toEqual(['StartLogging', 'ListAccounts', 'ListAccounts', 'ListAccounts', 'HeadBucket', 'LookupEvents']);
  expect(await status()).toMatchObject({ IsLogging: true, LatestDeliveryTime: new Date(world.clock.now()), StartLoggingTime: new Date(world.clock.now()) });
  expect((await status()).LatestDeliveryError).toBeUndefined();
  await deliverTrails(world.app.system);
  const again = await delivered();
  expect(again.keys).toHaveLength(2);
  expect(new Set(again.records.map(one => one.eventID)).size).toBe(again.records.length);
});

test('CTR-01 two who deliver at once deliver each event once, and a run that breaks off is taken up again', async () => {
  await startTrail();
  for (let i = 0; i < 10; i++) await chime().send(new ListAccountsCommand({}));
  const { system } = world.app;
  // Its bytes are stored and its row is not: the disk said no, or the node died.
  const broken = { ...system, blobs: { ...system.blobs, putStream: () => Promise.reject(new Error('The disk is gone.')) } };
  await deliverTrails(broken);
  expect((await status()).LatestDeliveryError).toBe('InternalError');
  const [one, two] = await Promise.allSettled([deliverTrails(system), deliverTrails(system)]);
  expect([one.status, two.status]).toEqual(['fulfilled', 'fulfilled']);
  const { records } = await delivered();
  expect(records.filter(record => record.eventName === 'ListAccounts')).toHaveLength(10);
  expect(new Set(records.map(record => record.eventID)).size).toBe(records.length);
  expect((await status()).LatestDeliveryError).toBeUndefined();
});

test('CTR-01 what commits late is delivered late, and not lost', async () => {
  await startTrail();
  const { system } = world.app;
  const event = { ...(await system.sql.selectFrom('audit_event').selectAll().limit(1).executeTakeFirstOrThrow()) };
  await deliverTrails(system);
  const late = { id: '00000000-0000-7000-8000-000000000001' as never, ownerAccountId: admin.ownerAccountId, at: new Date(world.clock.now() - DAY_MS), source: event.source, name: 'LateEvent', userName: 'x', accessKeyId: undefined, readOnly: false, record: { eventID: 'late', eventName: 'LateEvent', awsRegion: 'us-east-1' } };
  await insertAuditEvents(system.sql, [late]);
  await insertAuditEvents(system.sql, [late]);
  await deliverTrails(system);
  await deliverTrails(system);
  expect((await delivered()).records.filter(record => record.eventName === 'LateEvent')).toHaveLength(1);
});

test('CDP-01 a trail is refused without a bucket of one’s own whose policy lets CloudTrail in', async () => {
  const create = (S3BucketName: string, more: Partial<trail.CreateTrailCommandInput> = {}, key: AwsCredentials = admin) => refusal(trails(key).send(new trail.CreateTrailCommand({ Name: 'audit', S3BucketName, ...more })));
  const owner = admin.ownerAccountId;
  expect(await create('no-such-bucket')).toBe('S3BucketDoesNotExistException');
  expect(await create('No_Bucket')).toBe('InvalidS3BucketNameException');
  const allowed = JSON.parse(policyFor('none', owner)) as { Statement: Record<string, unknown>[] };
  const policies: Record<string, string | undefined> = {
    'without': undefined,
    'no-acl': JSON.stringify({ ...allowed, Statement: [allowed.Statement[1]] }),
    'no-put': JSON.stringify({ ...allowed, Statement: [allowed.Statement[0]] }),
    'other-service': JSON.stringify(allowed).replaceAll('cloudtrail.', 'chime.'),
    'other-folder': JSON.stringify(allowed).replaceAll(owner, '999988887777'),
    'other-account': policyFor('none', owner, { StringEquals: { 'aws:SourceAccount': '999988887777' } }),
    'other-acl': policyFor('none', owner, { StringEquals: { 's3:x-amz-acl': 'private' } }),
    'other-trail': policyFor('none', owner, { ArnLike: { 'aws:SourceArn': `arn:aws:cloudtrail:us-east-1:${owner}:trail/another` } }),
    'denied': JSON.stringify({ ...allowed, Statement: [...allowed.Statement, { Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: 'arn:aws:s3:::none/*' }] }),
  };
  for (const [name, policy] of Object.entries(policies)) {
    const bucket = `bucket-${name}`;
    await createBucket(bucket, policy?.replaceAll('arn:aws:s3:::none', `arn:aws:s3:::${bucket}`));
    expect([name, await create(bucket)]).toEqual([name, 'InsufficientS3BucketPolicyException']);
  }
  await createBucket('the-trail', policyFor('the-trail', owner));
  expect(await create('the-trail', { S3KeyPrefix: 'elsewhere' })).toBe('InsufficientS3BucketPolicyException');
  const other = await createAdministratorKey(world, await createOwnerAccount(world, '999988887777'));
  await buckets().send(new s3.PutBucketPolicyCommand({ Bucket: 'the-trail', Policy: policyFor('the-trail', '*', {}) }));
  expect(await create('the-trail', {}, other)).toBe('InsufficientS3BucketPolicyException');
  await buckets().send(new s3.PutBucketPolicyCommand({ Bucket: 'the-trail', Policy: policyFor('the-trail', owner, { ArnLike: { 'aws:SourceArn': `arn:aws:cloudtrail:*:${owner}:trail/*` } }) }));
  await trails().send(new trail.CreateTrailCommand({ Name: 'audit', S3BucketName: 'the-trail' }));
});

test('CDP-01 the policy holds at each delivery: what it refuses waits, and comes when it is allowed again', async () => {
  await startTrail();
  const owner = admin.ownerAccountId;
  await chime().send(new ListAccountsCommand({}));
  await buckets().send(new s3.DeleteBucketPolicyCommand({ Bucket: 'the-trail' }));
  await deliverTrails(world.app.system);
  expect((await status()).LatestDeliveryError).toBe('AccessDenied');
  await buckets().send(new s3.DeleteBucketCommand({ Bucket: 'the-trail' }));
  await deliverTrails(world.app.system);
  expect((await status()).LatestDeliveryError).toBe('NoSuchBucket');
  await createBucket('another-bucket', policyFor('another-bucket', owner));
  await trails().send(new trail.UpdateTrailCommand({ Name: 'audit', S3BucketName: 'another-bucket' }));
  await deliverTrails(world.app.system);
  const { records } = await delivered('another-bucket');
  expect(records.map(one => one.eventName)).toEqual(expect.arrayContaining(['StartLogging', 'ListAccounts', 'DeleteBucketPolicy', 'GetTrailStatus', 'DeleteBucket', 'UpdateTrail']));
  expect(records.filter(one => one.eventName === 'ListAccounts')).toHaveLength(1);
  expect((await status()).LatestDeliveryError).toBeUndefined();
});

test('trails are named, listed, changed, stopped and deleted; five are the most', async () => {
  const owner = admin.ownerAccountId;
  await createBucket('the-trail', JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' }, Action: 's3:*', Resource: ['arn:aws:s3:::the-trail', 'arn:aws:s3:::the-trail/*'] }] }));
  const create = (Name: string, more: Partial<trail.CreateTrailCommandInput> = {}) => trails().send(new trail.CreateTrailCommand({ Name, S3BucketName: 'the-trail', ...more }));
  const TrailARN = `arn:aws:cloudtrail:us-east-1:${owner}:trail/audit`;
  expect(await create('audit', { S3KeyPrefix: 'logs', IsMultiRegionTrail: true })).toMatchObject({ Name: 'audit', S3BucketName: 'the-trail', S3KeyPrefix: 'logs', IncludeGlobalServiceEvents: true, IsMultiRegionTrail: true, TrailARN, LogFileValidationEnabled: false });
  expect(await refusal(create('audit'))).toBe('TrailAlreadyExistsException');
  for (const name of ['ab', 'a..b', '-abc', '{owner}']) expect([name, await refusal(create(name))]).toEqual([name, 'InvalidTrailNameException']);
  expect(await refusal(create('sns', { SnsTopicName: 'topic' }))).toBe('UnsupportedOperationException');
  expect(await refusal(create('global', { IsMultiRegionTrail: true, IncludeGlobalServiceEvents: false }))).toBe('InvalidParameterCombinationException');
  for (const name of ['two', 'three', 'four', 'five']) await create(name);
  expect(await refusal(create('six'))).toBe('MaximumNumberOfTrailsExceededException');
  expect((await trails().send(new trail.ListTrailsCommand({}))).Trails!.map(one => one.Name)).toEqual(['audit', 'five', 'four', 'three', 'two']);
  expect((await trails().send(new trail.DescribeTrailsCommand({ trailNameList: ['audit', 'none'] }))).trailList).toMatchObject([{ TrailARN, HomeRegion: 'us-east-1' }]);
  expect((await trails().send(new trail.GetTrailCommand({ Name: TrailARN }))).Trail).toMatchObject({ Name: 'audit', HasCustomEventSelectors: false });
  expect(await refusal(trails().send(new trail.GetTrailCommand({ Name: 'none' })))).toBe('TrailNotFoundException');
  const other = await createAdministratorKey(world, await createOwnerAccount(world, '999988887777'));
  for (const Name of ['audit', TrailARN]) expect(await refusal(trails(other).send(new trail.GetTrailCommand({ Name })))).toBe('TrailNotFoundException');
  const changed = await trails().send(new trail.UpdateTrailCommand({ Name: 'audit', S3KeyPrefix: '' }));
  expect([changed.S3KeyPrefix, changed.IsMultiRegionTrail]).toEqual([undefined, true]);
  expect((await status()).IsLogging).toBe(false);
  await trails().send(new trail.StartLoggingCommand({ Name: 'audit' }));
  await chime().send(new ListAccountsCommand({}));
  world.clock.advance(MINUTE_MS);
  await trails().send(new trail.StopLoggingCommand({ Name: 'audit' }));
  await chime().send(new ListAccountsCommand({}));
  expect(await status()).toMatchObject({ IsLogging: false, StopLoggingTime: new Date(world.clock.now()), StartLoggingTime: new Date(world.clock.now() - MINUTE_MS) });
  await trails().send(new trail.StartLoggingCommand({ Name: 'five' }));
  await chime().send(new ListAccountsCommand({}));
  await world.app.system.audit.flush();
  await trails().send(new trail.DeleteTrailCommand({ Name: 'five' }));
  await deliverTrails(world.app.system);
  const { records } = await delivered();
  expect(records.map(one => one.eventName)).toEqual(['StartLogging', 'ListAccounts']);
  expect(await world.app.system.sql.selectFrom('trail_record').select('event_id').execute()).toEqual([]);
});

test('selectors narrow a trail to what reads or what writes', async () => {
  await startTrail();
  await trails().send(new trail.PutEventSelectorsCommand({ TrailName: 'audit', EventSelectors: [{ ReadWriteType: 'WriteOnly', IncludeManagementEvents: true, DataResources: [] }] }));
  await chime().send(new ListAccountsCommand({}));
  await createBucket('written');
  await deliverTrails(world.app.system);
  expect((await delivered()).records.map(one => one.eventName)).toEqual(['StartLogging', 'PutEventSelectors', 'CreateBucket']);
  expect((await trails().send(new trail.GetEventSelectorsCommand({ TrailName: 'audit' }))).EventSelectors).toMatchObject([{ ReadWriteType: 'WriteOnly', IncludeManagementEvents: true }]);
  for (const EventSelectors of [[], [{ IncludeManagementEvents: false }], [{ DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }] }], [{}, {}]]) {
    expect(await refusal(trails().send(new trail.PutEventSelectorsCommand({ TrailName: 'audit', EventSelectors })))).toBe('InvalidEventSelectorsException');
  }
});

test('records that cannot be delivered are given up after a month; the history has them', async () => {
  await startTrail();
  await buckets().send(new s3.DeleteBucketPolicyCommand({ Bucket: 'the-trail' }));
  await deliverTrails(world.app.system);
  world.clock.advance(31 * DAY_MS);
  await deliverTrails(world.app.system);
  expect(await world.app.system.sql.selectFrom('trail_record').select('event_id').execute()).toEqual([]);
  expect((await trails().send(new trail.LookupEventsCommand({ LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'StartLogging' }] }))).Events).toHaveLength(1);
});

test('CDP-02 with an outside object store configured, trails are delivered there, with the owner’s full control', async () => {
  await createBucket('outside-bucket');
  const inside = await createWorld(['--s3-endpoint', `${world.url}/aws/s3`, '--s3-access-key-id', admin.accessKeyId, '--s3-secret-access-key', admin.secretAccessKey]);
  try {
    await setUpOwner(inside);
    const key = await createAdministratorKey(inside);
    const client = () => trails(key, inside);
    expect(await refusal(client().send(new trail.CreateTrailCommand({ Name: 'audit', S3BucketName: 'no-such-bucket' })))).toBe('S3BucketDoesNotExistException');
    await client().send(new trail.CreateTrailCommand({ Name: 'audit', S3BucketName: 'outside-bucket' }));
    await client().send(new trail.StartLoggingCommand({ Name: 'audit' }));
    // The other store refuses once: the same file is written by the next run.
    const { blobs } = world.app.system;
    const store = blobs.putStream;
    blobs.putStream = () => Promise.reject(new Error('The disk is gone.'));
    await deliverTrails(inside.app.system);
    blobs.putStream = store;
    expect((await client().send(new trail.GetTrailStatusCommand({ Name: 'audit' }))).LatestDeliveryError).toBe('ServiceUnavailable');
    await deliverTrails(inside.app.system);
    const { keys, records } = await delivered('outside-bucket');
    expect(keys[0]).toMatch(new RegExp(`^AWSLogs/${key.ownerAccountId}/CloudTrail/us-east-1/`));
    expect(records.map(one => one.eventName)).toEqual(expect.arrayContaining(['StartLogging', 'GetTrailStatus']));
    expect(new Set(records.map(one => one.eventID)).size).toBe(records.length);
    await world.app.system.audit.flush();
    const put = await world.app.system.sql.selectFrom('audit_event').select('record').where('name', '=', 'PutObject').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();
    expect(put.record['requestParameters']).toMatchObject({ acl: 'bucket-owner-full-control' });
  } finally {
    await inside.stop();
  }
});
