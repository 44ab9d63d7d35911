import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAdministratorKey, type AwsCredentials } from '@carillon/testkit/aws.js';
import { createWorld, setUpOwner, type World } from '@carillon/testkit/world.js';
import { deliverTrails } from '@carillon/server/trails/deliver-trails.js';
import { AwsCli, awsCliHere } from './aws-cli.js';

/** The real AWS CLI of Debian against a server in this process, whose jobs the tests run themselves. Its clock is set to the CLI's. */

describe.skipIf(!awsCliHere)('buckets and trails by the AWS CLI', { timeout: 240_000 }, () => {
  let world: World;
  let folder: string;
  let cli: AwsCli;
  let key: AwsCredentials & { ownerAccountId: string };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'carillon-s3-cli-'));
    cli = new AwsCli(folder);
    world = await createWorld();
    world.clock.advance(Date.now() - world.clock.now());
    await setUpOwner(world);
    key = await createAdministratorKey(world);
  }, 60_000);
  afterAll(async () => {
    await cli?.close();
    await world?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What it printed; fails with what it complained of. */
  async function aws(...words: string[]): Promise<Buffer> {
    const [service = ''] = words;
    world.clock.advance(Math.max(0, Date.now() - world.clock.now()));
    const endpoint = service === 'chime' ? world.url : `${world.url}/aws/${service.replace('s3api', 's3')}`;
    const { code, out, problems } = await cli.run([...words, '--endpoint-url', endpoint], key);
    if (code !== 0) throw new Error(`aws ${words.join(' ')}: ${problems}${out.toString()}`);
    return out;
  }

  async function json<T>(...words: string[]): Promise<T> {
    return JSON.parse((await aws(...words, '--output', 'json')).toString()) as T;
  }

  const lines = (text: Buffer) => text.toString().split('\n').filter(Boolean).map(line => line.replace(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +/, ''));
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

  test('files and folders go up, are listed, copied and moved, come down as they were, and are removed', async () => {
    const large = randomBytes(18 * 1024 * 1024);
    mkdirSync(join(folder, 'up', 'a b', 'ü'), { recursive: true });
    writeFileSync(join(folder, 'up', 'small+file.txt'), 'small');
    writeFileSync(join(folder, 'up', 'a b', 'ü', '100% #1.bin'), randomBytes(1_000));
    writeFileSync(join(folder, 'up', 'empty'), '');
    writeFileSync(join(folder, 'large.bin'), large);
    await aws('s3', 'mb', 's3://cli-bucket');
    await aws('s3', 'mb', 's3://cli-copies');
    expect((await aws('s3', 'ls')).toString()).toMatch(/cli-bucket\n.*cli-copies\n/);
    await aws('s3', 'cp', 'large.bin', 's3://cli-bucket/large.bin');
    await aws('s3', 'sync', 'up', 's3://cli-bucket/folder');
    expect(lines(await aws('s3', 'ls', 's3://cli-bucket'))).toEqual([expect.stringMatching(/PRE folder\//), `${large.length} large.bin`]);
    expect(lines(await aws('s3', 'ls', '--recursive', 's3://cli-bucket/folder/'))).toEqual(['1000 folder/a b/ü/100% #1.bin', '0 folder/empty', '5 folder/small+file.txt']);
    // Above eight megabytes the CLI copies in parts.
    await aws('s3', 'cp', 's3://cli-bucket/large.bin', 's3://cli-copies/large.bin');
    await aws('s3', 'mv', 's3://cli-bucket/folder/small+file.txt', 's3://cli-copies/small.txt');
    await aws('s3', 'cp', 's3://cli-copies/large.bin', 'back.bin');
    expect(hash(readFileSync(join(folder, 'back.bin')))).toBe(hash(large));
    expect((await aws('s3', 'cp', 's3://cli-copies/small.txt', '-')).toString()).toBe('small');
    await aws('s3', 'sync', 's3://cli-bucket/folder', 'down');
    expect(readFileSync(join(folder, 'down', 'a b', 'ü', '100% #1.bin'))).toEqual(readFileSync(join(folder, 'up', 'a b', 'ü', '100% #1.bin')));
    expect(readdirSync(join(folder, 'down')).toSorted()).toEqual(['a b', 'empty']);
    expect(lines(await aws('s3', 'sync', '--delete', '--no-progress', 'up', 's3://cli-bucket/folder'))).toEqual(['upload: up/small+file.txt to s3://cli-bucket/folder/small+file.txt']);
    const address = (await aws('s3', 'presign', 's3://cli-copies/small.txt')).toString().trim();
    expect(await (await fetch(address)).text()).toBe('small');
    await aws('s3', 'rm', '--recursive', 's3://cli-bucket');
    await expect(aws('s3', 'rb', 's3://cli-copies')).rejects.toThrow(/BucketNotEmpty/);
    await aws('s3', 'rb', '--force', 's3://cli-copies');
    await aws('s3', 'rb', 's3://cli-bucket');
    expect((await aws('s3', 'ls')).toString()).toBe('');
  });

  test('CTR-01 a trail that the CLI makes delivers exactly the records of the event history', async () => {
    const owner = key.ownerAccountId;
    const Principal = { Service: 'cloudtrail.amazonaws.com' };
    const policy = { Version: '2012-10-17', Statement: [
      { Effect: 'Allow', Principal, Action: 's3:GetBucketAcl', Resource: 'arn:aws:s3:::cli-trail' },
      { Effect: 'Allow', Principal, Action: 's3:PutObject', Resource: `arn:aws:s3:::cli-trail/AWSLogs/${owner}/*`, Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } } },
    ] };
    await aws('s3', 'mb', 's3://cli-trail');
    await expect(aws('cloudtrail', 'create-trail', '--name', 'everything', '--s3-bucket-name', 'cli-trail')).rejects.toThrow(/InsufficientS3BucketPolicyException/);
    await aws('s3api', 'put-bucket-policy', '--bucket', 'cli-trail', '--policy', JSON.stringify(policy));
    expect(JSON.parse((await json<{ Policy: string }>('s3api', 'get-bucket-policy', '--bucket', 'cli-trail')).Policy)).toEqual(policy);
    expect(await json('cloudtrail', 'create-trail', '--name', 'everything', '--s3-bucket-name', 'cli-trail', '--is-multi-region-trail')).toMatchObject({ TrailARN: `arn:aws:cloudtrail:us-east-1:${owner}:trail/everything` });
    await aws('cloudtrail', 'start-logging', '--name', 'everything');
    await aws('chime', 'list-accounts');
    await aws('iam', 'create-user', '--user-name', 'alejandro');
    await expect(aws('iam', 'create-user', '--user-name', 'alejandro')).rejects.toThrow(/EntityAlreadyExists/);
    await deliverTrails(world.app.system);
    const [file = ''] = lines(await aws('s3', 'ls', '--recursive', 's3://cli-trail'));
    const path = file.replace(/^ *\d+ /, '');
    expect(path).toMatch(new RegExp(`^AWSLogs/${owner}/CloudTrail/us-east-1/\\d{4}/\\d\\d/\\d\\d/${owner}_CloudTrail_us-east-1_\\d{8}T\\d{4}Z_[A-Za-z0-9]{16}\\.json\\.gz$`));
    const { Records } = JSON.parse(gunzipSync(await aws('s3', 'cp', `s3://cli-trail/${path}`, '-')).toString()) as { Records: { eventName: string; eventID: string }[] };
    expect(Records.map(record => record.eventName)).toEqual(['StartLogging', 'ListAccounts', 'CreateUser', 'CreateUser']);
    const { Events } = await json<{ Events: { EventId: string; CloudTrailEvent: string }[] }>('cloudtrail', 'lookup-events');
    const history = new Map(Events.map(event => [event.EventId, JSON.parse(event.CloudTrailEvent) as unknown]));
    expect(Records).toEqual(Records.map(record => history.get(record.eventID)));
    expect(await json('cloudtrail', 'get-trail-status', '--name', 'everything')).toMatchObject({ IsLogging: true, LatestDeliveryTime: expect.anything() });
    await aws('cloudtrail', 'stop-logging', '--name', 'everything');
    await aws('cloudtrail', 'delete-trail', '--name', 'everything');
    expect(await json('cloudtrail', 'describe-trails')).toEqual({ trailList: [] });
  });
});
