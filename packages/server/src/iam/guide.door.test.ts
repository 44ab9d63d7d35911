import * as chime from '@aws-sdk/client-chime';
import * as meetings from '@aws-sdk/client-chime-sdk-meetings';
import * as iam from '@aws-sdk/client-iam';
import * as sts from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientConfig, createAdministratorKey, refusal, type AwsCredentials } from '@carillon/testkit/aws.js';
import { createWorld, setUpOwner, type TestPerson, type World } from '@carillon/testkit/world.js';

/** What the guide says of policies, on the real endpoint. */
let world: World;
let owner: TestPerson;
let admin: AwsCredentials & { ownerAccountId: string };
let client: iam.IAMClient;
let AccountId: string;

beforeAll(async () => {
  world = await createWorld();
  owner = await setUpOwner(world);
  admin = await createAdministratorKey(world);
  client = new iam.IAMClient(clientConfig(world, admin, 'iam'));
  AccountId = owner.me.account!.id;
});
afterAll(() => world.stop());

interface Statement {
  Sid?: string;
  Effect?: 'Allow' | 'Deny';
  Action: string | string[];
  Resource?: string | string[];
  Condition?: Record<string, Record<string, string>>;
}

async function createUser(name: string, statements: Statement[], managed: string[] = []): Promise<AwsCredentials> {
  await client.send(new iam.CreateUserCommand({ UserName: name }));
  const Statement = statements.map(one => ({ Effect: 'Allow', Resource: '*', ...one }));
  if (statements.length > 0) await client.send(new iam.PutUserPolicyCommand({ UserName: name, PolicyName: 'own', PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement }) }));
  for (const PolicyName of managed) await client.send(new iam.AttachUserPolicyCommand({ UserName: name, PolicyArn: `arn:aws:iam::aws:policy/${PolicyName}` }));
  const { AccessKey } = await client.send(new iam.CreateAccessKeyCommand({ UserName: name }));
  return { accessKeyId: AccessKey!.AccessKeyId!, secretAccessKey: AccessKey!.SecretAccessKey! };
}

/** `allowed`, or the exception's name. */
const outcome = (work: Promise<unknown>) => work.then(() => 'allowed', (error: Error) => error.name);
const as = (key: AwsCredentials) => new chime.ChimeClient(clientConfig(world, key));
const getAccount = (key: AwsCredentials) => outcome(as(key).send(new chime.GetAccountCommand({ AccountId })));

/** The actions and resources of a managed policy, statement by statement. */
async function contentsOf(arn: string): Promise<{ Action: string | string[]; Resource: string }[]> {
  const { PolicyVersion } = await client.send(new iam.GetPolicyVersionCommand({ PolicyArn: arn, VersionId: 'v1' }));
  return (JSON.parse(decodeURIComponent(PolicyVersion!.Document!)) as { Statement: { Action: string | string[]; Resource: string }[] }).Statement.map(({ Action, Resource }) => ({ Action, Resource }));
}

test('IAM-05 conditions on global keys decide, and a key of the service’s own is never there', async () => {
  const address = await createUser('by-address', [{ Action: 'chime:*', Condition: { IpAddress: { 'aws:SourceIp': '127.0.0.0/8' } } }]);
  expect(await getAccount(address)).toBe('allowed');
  const own = await createUser('by-own-key', [{ Action: 'chime:*', Condition: { StringEquals: { 'chime:AccountId': AccountId } } }]);
  expect(await getAccount(own)).toBe('AccessDeniedException');
});

test('IAM-06 a policy that names an account as its resource allows nothing of the administration; * does', async () => {
  const named = await createUser('by-resource', [{ Action: 'chime:*', Resource: `arn:aws:chime::${admin.ownerAccountId}:account/${AccountId}` }]);
  expect(await getAccount(named)).toBe('AccessDeniedException');
  expect(await getAccount(await createUser('by-star', [{ Action: 'chime:*' }]))).toBe('allowed');
});

test('IAM-07 conditions on tags never match, and temporary credentials work', async () => {
  const tagged = await createUser('by-tag', [{ Action: 'chime:*', Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } } }]);
  expect(await getAccount(tagged)).toBe('AccessDeniedException');
  const key = await createUser('temporary', [{ Action: 'chime:GetAccount' }]);
  const { Credentials } = await new sts.STSClient(clientConfig(world, key, 'sts')).send(new sts.GetSessionTokenCommand({}));
  expect(await getAccount({ accessKeyId: Credentials!.AccessKeyId!, secretAccessKey: Credentials!.SecretAccessKey!, sessionToken: Credentials!.SessionToken! })).toBe('allowed');
});

test('IAM-08 least privilege as the guide advises: a condition that requires TLS or a second factor shuts out whoever comes without', async () => {
  const plain = await createUser('needs-tls', [{ Action: 'chime:*' }, { Effect: 'Deny', Action: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }]);
  expect(await getAccount(plain)).toBe('AccessDeniedException');
  const factor = await createUser('needs-mfa', [{ Action: 'chime:*' }, { Effect: 'Deny', Action: 'chime:Update*', Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } }]);
  expect([await getAccount(factor), await outcome(as(factor).send(new chime.UpdateAccountCommand({ AccountId, Name: 'x' })))]).toEqual(['allowed', 'AccessDeniedException']);
  const { EvaluationResults } = await client.send(new iam.SimulatePrincipalPolicyCommand({ PolicySourceArn: `arn:aws:iam::${admin.ownerAccountId}:user/by-star`, ActionNames: ['chime:ListUsers', 'iam:ListUsers'] }));
  expect(EvaluationResults!.map(one => one.EvalDecision)).toEqual(['allowed', 'implicitDeny']);
});

test('IAM-09 AmazonChimeReadOnly reads everything and changes nothing', async () => {
  expect(await contentsOf('arn:aws:iam::aws:policy/AmazonChimeReadOnly')).toEqual([{ Action: ['chime:List*', 'chime:Get*', 'chime:SearchAvailablePhoneNumbers'], Resource: '*' }]);
  const key = await createUser('reader', [], ['AmazonChimeReadOnly']);
  expect([await getAccount(key), await outcome(as(key).send(new chime.ListUsersCommand({ AccountId }))), await outcome(as(key).send(new chime.CreateAccountCommand({ Name: 'x' })))]).toEqual(['allowed', 'allowed', 'AccessDeniedException']);
});

test('IAM-10 AmazonChimeFullAccess does everything of Chime, and in other services what delivering needs', async () => {
  const [all, s3] = await contentsOf('arn:aws:iam::aws:policy/AmazonChimeFullAccess');
  expect(all).toEqual({ Action: 'chime:*', Resource: '*' });
  expect(s3!.Action).toEqual(['ListBucket', 'ListAllMyBuckets', 'GetBucketAcl', 'GetBucketLocation', 'GetBucketLogging', 'GetBucketVersioning', 'GetBucketWebsite'].map(name => `s3:${name}`));
  const key = await createUser('full', [], ['AmazonChimeFullAccess']);
  expect(await outcome(as(key).send(new chime.UpdateAccountCommand({ AccountId, Name: 'Acme' })))).toBe('allowed');
  const meeting = new meetings.ChimeSDKMeetingsClient(clientConfig(world, key, 'chime-sdk-meetings')).send(new meetings.CreateMeetingCommand({ ClientRequestToken: 'token-1', MediaRegion: 'us-east-1', ExternalMeetingId: 'meeting' }));
  expect(await outcome(meeting)).toBe('allowed');
  expect(await refusal(new iam.IAMClient(clientConfig(world, key, 'iam')).send(new iam.ListUsersCommand({})))).toBe('AccessDenied');
});

test('IAM-11 the example that lets users see their own permissions shows them those and no others’', async () => {
  const key = await createUser('viewer', [
    { Sid: 'ViewOwnUserInfo', Action: ['iam:GetUserPolicy', 'iam:ListGroupsForUser', 'iam:ListAttachedUserPolicies', 'iam:ListUserPolicies', 'iam:GetUser'], Resource: ['arn:aws:iam::*:user/${aws:username}'] },
    { Sid: 'NavigateInConsole', Action: ['iam:GetGroupPolicy', 'iam:GetPolicyVersion', 'iam:GetPolicy', 'iam:ListAttachedGroupPolicies', 'iam:ListGroupPolicies', 'iam:ListPolicyVersions', 'iam:ListPolicies', 'iam:ListUsers'] },
  ]);
  const own = new iam.IAMClient(clientConfig(world, key, 'iam'));
  const tries = [new iam.GetUserCommand({}), new iam.ListUserPoliciesCommand({ UserName: 'viewer' }), new iam.GetUserPolicyCommand({ UserName: 'viewer', PolicyName: 'own' }), new iam.ListPoliciesCommand({}), new iam.ListUsersCommand({})];
  for (const command of tries) expect([command.constructor.name, await outcome(own.send(command as never))]).toEqual([command.constructor.name, 'allowed']);
  for (const command of [new iam.GetUserCommand({ UserName: 'reader' }), new iam.ListUserPoliciesCommand({ UserName: 'reader' }), new iam.DeleteUserCommand({ UserName: 'viewer' })]) expect(await outcome(own.send(command as never))).toBe('AccessDenied');
});

test('IAM-12 GST-11 AmazonChimeUserManagement is for limited administrators: users, not accounts nor rooms', async () => {
  const [statement] = await contentsOf('arn:aws:iam::aws:policy/AmazonChimeUserManagement');
  expect(statement!.Action).toHaveLength(38);
  expect(statement!.Action).toEqual(expect.arrayContaining(['chime:InviteUsers', 'chime:ListGroups', 'chime:UpdateUserSettings', 'chime:BatchUnsuspendUser']));
  const key = await createUser('limited', [], ['AmazonChimeUserManagement']);
  const tries = [new chime.ListUsersCommand({ AccountId }), new chime.InviteUsersCommand({ AccountId, UserEmailList: ['new@else.example'] }), new chime.GetUserSettingsCommand({ AccountId, UserId: owner.me.id })];
  for (const command of tries) expect([command.constructor.name, await outcome(as(key).send(command as never))]).toEqual([command.constructor.name, 'allowed']);
  for (const command of [new chime.CreateAccountCommand({ Name: 'x' }), new chime.DeleteAccountCommand({ AccountId }), new chime.ListRoomsCommand({ AccountId })]) expect(await outcome(as(key).send(command as never))).toBe('AccessDeniedException');
});

test('IAM-13 the policy of Voice Connectors streams to Kinesis, tells SNS and SQS, speaks with Polly, and is no user’s', async () => {
  const arn = 'arn:aws:iam::aws:policy/aws-service-role/AmazonChimeVoiceConnectorServiceLinkedRolePolicy';
  const actions = (await contentsOf(arn)).flatMap(statement => statement.Action);
  for (const action of ['kinesisvideo:PutMedia', 'sns:Publish', 'sqs:SendMessage', 'polly:SynthesizeSpeech']) expect(actions).toContain(action);
  expect(await refusal(client.send(new iam.AttachUserPolicyCommand({ UserName: 'viewer', PolicyArn: arn })))).toMatch(/PolicyNotAttachable/);
});

test('SLR-01 the role for shared devices trusts Chime, keeps its name and may be described', async () => {
  const { Role } = await client.send(new iam.CreateServiceLinkedRoleCommand({ AWSServiceName: 'chime.amazonaws.com' }));
  expect(Role).toMatchObject({ RoleName: 'AWSServiceRoleForAmazonChime', Path: '/aws-service-role/chime.amazonaws.com/' });
  expect(decodeURIComponent(Role!.AssumeRolePolicyDocument!)).toContain('"chime.amazonaws.com"');
  const { AttachedPolicies } = await client.send(new iam.ListAttachedRolePoliciesCommand({ RoleName: Role!.RoleName! }));
  expect(await contentsOf(AttachedPolicies![0]!.PolicyArn!)).toEqual([{ Action: 'iam:CreateServiceLinkedRole', Resource: 'arn:aws:iam::*:role/aws-service-role/chime.amazonaws.com/AWSServiceRoleForAmazonChime' }]);
  await client.send(new iam.UpdateRoleCommand({ RoleName: Role!.RoleName!, Description: 'For the screens' }));
  expect((await client.send(new iam.GetRoleCommand({ RoleName: Role!.RoleName! }))).Role!.Description).toBe('For the screens');
});
