import * as iam from '@aws-sdk/client-iam';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientConfig, createAdministratorKey, refusal } from '@carillon/testkit/aws.js';
import { createWorld, setUpOwner, type World } from '@carillon/testkit/world.js';

let world: World;
let client: iam.IAMClient;

beforeEach(async () => {
  world = await createWorld();
  await setUpOwner(world);
  client = new iam.IAMClient(clientConfig(world, await createAdministratorKey(world), 'iam'));
});
afterEach(() => world.stop());

const allow = (action: string) => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] });

test('policies come in one order and in pages, one’s own among AWS’s, and only attached ones when asked', async () => {
  for (const PolicyName of ['Zebra', 'AmazonChimeG']) await client.send(new iam.CreatePolicyCommand({ PolicyName, PolicyDocument: allow('chime:*') }));
  const names: string[] = [];
  let Marker: string | undefined;
  do {
    const page: iam.ListPoliciesCommandOutput = await client.send(new iam.ListPoliciesCommand({ MaxItems: 3, Marker }));
    expect(page.Policies!.length).toBeLessThanOrEqual(3);
    names.push(...page.Policies!.map(one => one.PolicyName!));
    Marker = page.Marker;
  } while (Marker !== undefined);
  expect(names).toEqual(names.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  expect(names.slice(0, 4)).toEqual(['AdministratorAccess', 'AmazonChimeFullAccess', 'AmazonChimeG', 'AmazonChimeReadOnly']);
  expect(names.at(-1)).toBe('Zebra');
  await client.send(new iam.CreateUserCommand({ UserName: 'ann' }));
  await client.send(new iam.AttachUserPolicyCommand({ UserName: 'ann', PolicyArn: 'arn:aws:iam::aws:policy/AmazonChimeReadOnly' }));
  const attached = (await client.send(new iam.ListPoliciesCommand({ OnlyAttached: true }))).Policies!;
  expect(attached.map(one => [one.PolicyName, one.AttachmentCount])).toEqual([['AdministratorAccess', 1], ['AmazonChimeReadOnly', 1]]);
});

test('a policy that is somebody’s boundary is not deleted', async () => {
  const { Policy } = await client.send(new iam.CreatePolicyCommand({ PolicyName: 'Bound', PolicyDocument: allow('chime:Get*') }));
  await client.send(new iam.CreateUserCommand({ UserName: 'ann', PermissionsBoundary: Policy!.Arn! }));
  expect(await refusal(client.send(new iam.DeletePolicyCommand({ PolicyArn: Policy!.Arn! })))).toBe('DeleteConflictException');
  await client.send(new iam.DeleteUserPermissionsBoundaryCommand({ UserName: 'ann' }));
  await client.send(new iam.DeletePolicyCommand({ PolicyArn: Policy!.Arn! }));
});

test('inline policies are bounded together, by kind of identity, and white space is free', async () => {
  await client.send(new iam.CreateUserCommand({ UserName: 'ann' }));
  const put = (PolicyName: string, PolicyDocument: string) => client.send(new iam.PutUserPolicyCommand({ UserName: 'ann', PolicyName, PolicyDocument }));
  const long = allow(`chime:${'x'.repeat(1_000)}`);
  await put('one', `${' '.repeat(5_000)}${long}`);
  expect(await refusal(put('two', long))).toBe('LimitExceededException');
  await put('one', long);
  await client.send(new iam.CreateGroupCommand({ GroupName: 'support' }));
  for (const PolicyName of ['one', 'two', 'three']) await client.send(new iam.PutGroupPolicyCommand({ GroupName: 'support', PolicyName, PolicyDocument: long }));
});

test('a virtual MFA device comes with a QR code that is a picture', async () => {
  const { VirtualMFADevice } = await client.send(new iam.CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'phone' }));
  expect(Buffer.from(VirtualMFADevice!.QRCodePNG!).subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
});

test('the simulator tells a policy of principals that cannot be used from one that can', async () => {
  const ask = (ResourcePolicy: string) => client.send(new iam.SimulateCustomPolicyCommand({ PolicyInputList: [allow('chime:*')], ActionNames: ['chime:ListAccounts'], ResourcePolicy }));
  const trust = (Principal: object | undefined) => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }] });
  expect((await ask(trust({ AWS: '123456789012' }))).EvaluationResults![0]!.EvalDecision).toBe('allowed');
  await expect(ask(trust(undefined))).rejects.toThrow('a policy of this kind needs a Principal');
  await expect(ask('{')).rejects.toThrow('it is no JSON');
});
