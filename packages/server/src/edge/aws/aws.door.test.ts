import * as chime from '@aws-sdk/client-chime';
import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import * as meetings from '@aws-sdk/client-chime-sdk-meetings';
import * as iam from '@aws-sdk/client-iam';
import * as sts from '@aws-sdk/client-sts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientConfig, createAdministratorKey, createOwnerAccount, type AwsCredentials } from '@carillon/testkit/aws.js';
import { createWorld, setUpOwner, type World } from '@carillon/testkit/world.js';
import { sweepSdkMeetings } from '../../sdk-meetings/end-meeting.js';

let world: World;
let admin: AwsCredentials & { ownerAccountId: string };

beforeEach(async () => {
  world = await createWorld();
  await setUpOwner(world);
  admin = await createAdministratorKey(world);
});
afterEach(() => world.stop());

const iamClient = (key: AwsCredentials = admin) => new iam.IAMClient(clientConfig(world, key, 'iam'));
const stsClient = (key: AwsCredentials = admin) => new sts.STSClient(clientConfig(world, key, 'sts'));
const meetingsClient = (key: AwsCredentials = admin) => new meetings.ChimeSDKMeetingsClient(clientConfig(world, key, 'chime-sdk-meetings'));
const chimeClient = (key: AwsCredentials = admin) => new chime.ChimeClient(clientConfig(world, key));

async function refusal(work: Promise<unknown>): Promise<{ name: string; message: string; status: number | undefined }> {
  try {
    await work;
  } catch (error) {
    const { name, message, $metadata } = error as { name: string; message: string; $metadata?: { httpStatusCode?: number } };
    return { name, message, status: $metadata?.httpStatusCode };
  }
  throw new Error('It was accepted.');
}

/** A user with a key and these statements. */
async function createUser(name: string, statements: object[]): Promise<AwsCredentials> {
  const client = iamClient();
  await client.send(new iam.CreateUserCommand({ UserName: name }));
  if (statements.length > 0) await client.send(new iam.PutUserPolicyCommand({ UserName: name, PolicyName: 'own', PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: statements }) }));
  const { AccessKey } = await client.send(new iam.CreateAccessKeyCommand({ UserName: name }));
  return { accessKeyId: AccessKey!.AccessKeyId!, secretAccessKey: AccessKey!.SecretAccessKey! };
}

const newMeeting = (token: string) => ({ ClientRequestToken: token, MediaRegion: 'us-east-1', ExternalMeetingId: `ext-${token}` });

test('a program for the Chime SDK makes a meeting with attendees, reads it, changes capabilities and ends it', async () => {
  const client = meetingsClient();
  const { Meeting } = await client.send(new meetings.CreateMeetingCommand({ ...newMeeting('token-1'), MeetingFeatures: { Attendee: { MaxCount: 2 } }, Tags: [{ Key: 'a', Value: 'b' }] }));
  expect(Meeting).toMatchObject({ ExternalMeetingId: 'ext-token-1', MediaRegion: 'us-east-1', MeetingFeatures: { Attendee: { MaxCount: 2 } }, MeetingArn: `arn:aws:chime:us-east-1:${admin.ownerAccountId}:meeting/${Meeting!.MeetingId}` });
  expect(Meeting!.MediaPlacement!.SignalingUrl).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/media\/\d+\//);
  const MeetingId = Meeting!.MeetingId!;
  expect((await client.send(new meetings.CreateMeetingCommand(newMeeting('token-1')))).Meeting!.MeetingId).toBe(MeetingId);
  const { Attendee } = await client.send(new meetings.CreateAttendeeCommand({ MeetingId, ExternalUserId: 'ann', Capabilities: { Audio: 'Receive', Video: 'Receive', Content: 'None' } }));
  expect(Attendee!.JoinToken).toMatch(/^[a-zA-Z0-9]{2,2048}$/);
  const batch = await client.send(new meetings.BatchCreateAttendeeCommand({ MeetingId, Attendees: [{ ExternalUserId: 'ben' }, { ExternalUserId: 'cem' }] }));
  expect(batch.Attendees!.map(one => one.ExternalUserId)).toEqual(['ben']);
  expect(batch.Errors).toEqual([{ ExternalUserId: 'cem', ErrorCode: 'ResourceLimitExceeded', ErrorMessage: expect.any(String) }]);
  expect((await refusal(client.send(new meetings.CreateAttendeeCommand({ MeetingId, ExternalUserId: 'dan' })))).name).toBe('LimitExceededException');
  const first = await client.send(new meetings.ListAttendeesCommand({ MeetingId, MaxResults: 1 }));
  const second = await client.send(new meetings.ListAttendeesCommand({ MeetingId, MaxResults: 1, NextToken: first.NextToken! }));
  expect([first, second].map(page => page.Attendees!.map(one => one.ExternalUserId))).toEqual([['ann'], ['ben']]);
  expect(second.NextToken).toBeUndefined();
  const AttendeeId = Attendee!.AttendeeId!;
  expect((await refusal(client.send(new meetings.UpdateAttendeeCapabilitiesCommand({ MeetingId, AttendeeId, Capabilities: { Audio: 'None', Video: 'Send', Content: 'Receive' } })))).name).toBe('BadRequestException');
  const updated = await client.send(new meetings.UpdateAttendeeCapabilitiesCommand({ MeetingId, AttendeeId, Capabilities: { Audio: 'None', Video: 'Send', Content: 'Send' } }));
  expect(updated.Attendee!.Capabilities).toEqual({ Audio: 'None', Video: 'Send', Content: 'Send' });
  await client.send(new meetings.BatchUpdateAttendeeCapabilitiesExceptCommand({ MeetingId, ExcludedAttendeeIds: [{ AttendeeId }], Capabilities: { Audio: 'Receive', Video: 'None', Content: 'None' } }));
  expect((await client.send(new meetings.ListAttendeesCommand({ MeetingId }))).Attendees!.map(one => one.Capabilities!.Audio)).toEqual(['None', 'Receive']);
  await client.send(new meetings.TagResourceCommand({ ResourceARN: Meeting!.MeetingArn!, Tags: [{ Key: 'c', Value: 'd' }, { Key: 'a', Value: 'e' }] }));
  await client.send(new meetings.UntagResourceCommand({ ResourceARN: Meeting!.MeetingArn!, TagKeys: ['c'] }));
  expect((await client.send(new meetings.ListTagsForResourceCommand({ ResourceARN: Meeting!.MeetingArn! }))).Tags).toEqual([{ Key: 'a', Value: 'e' }]);
  const transcription = await refusal(client.send(new meetings.StartMeetingTranscriptionCommand({ MeetingId, TranscriptionConfiguration: { EngineTranscribeSettings: { LanguageCode: 'en-US' } } })));
  expect(transcription).toMatchObject({ name: 'UnprocessableEntityException', message: 'No transcription engine is set on this server.' });
  await client.send(new meetings.DeleteAttendeeCommand({ MeetingId, AttendeeId }));
  expect((await refusal(client.send(new meetings.GetAttendeeCommand({ MeetingId, AttendeeId })))).name).toBe('NotFoundException');
  await client.send(new meetings.DeleteMeetingCommand({ MeetingId }));
  expect(await refusal(client.send(new meetings.GetMeetingCommand({ MeetingId })))).toMatchObject({ name: 'NotFoundException', status: 404 });
  expect(await world.app.reports.standingOrders()).toContainEqual(expect.objectContaining({ meetingId: MeetingId, ended: true }));
});

test('a meeting ends five minutes after its last attendee left, and a day after it was made', async () => {
  const client = meetingsClient();
  const { Meeting, Attendees } = await client.send(new meetings.CreateMeetingWithAttendeesCommand({ ...newMeeting('token-2'), Attendees: [{ ExternalUserId: 'ann' }] }));
  const other = await client.send(new meetings.CreateMeetingCommand(newMeeting('token-3')));
  const say = (kind: 'joined' | 'left', number: number) => world.app.reports.take({ kind, number, meetingId: Meeting!.MeetingId!, attendeeId: Attendees![0]!.AttendeeId!, externalUserId: 'ann', reason: 'left', at: world.clock.now() } as never);
  await say('joined', 1);
  world.clock.advance(60 * 60_000);
  await sweepSdkMeetings(world.app.system);
  await say('left', 2);
  world.clock.advance(4 * 60_000);
  await sweepSdkMeetings(world.app.system);
  const now = () => meetingsClient();
  expect((await now().send(new meetings.GetMeetingCommand({ MeetingId: Meeting!.MeetingId! }))).Meeting).toBeDefined();
  world.clock.advance(2 * 60_000);
  await sweepSdkMeetings(world.app.system);
  expect((await refusal(now().send(new meetings.GetMeetingCommand({ MeetingId: Meeting!.MeetingId! })))).name).toBe('NotFoundException');
  world.clock.advance(24 * 60 * 60_000);
  await sweepSdkMeetings(world.app.system);
  expect((await refusal(now().send(new meetings.GetMeetingCommand({ MeetingId: other.Meeting!.MeetingId! })))).name).toBe('NotFoundException');
});

test('IAM-01 users, groups, roles and keys are made, listed and deleted, and nothing goes while something hangs on it', async () => {
  const client = iamClient();
  const { User } = await client.send(new iam.CreateUserCommand({ UserName: 'alejandro', Path: '/support/' }));
  expect(User).toMatchObject({ UserName: 'alejandro', Arn: `arn:aws:iam::${admin.ownerAccountId}:user/support/alejandro`, UserId: expect.stringMatching(/^AIDA[A-Z2-7]{16}$/) });
  expect((await refusal(client.send(new iam.CreateUserCommand({ UserName: 'ALEJANDRO' })))).name).toBe('EntityAlreadyExistsException');
  await client.send(new iam.CreateGroupCommand({ GroupName: 'support' }));
  await client.send(new iam.AddUserToGroupCommand({ GroupName: 'support', UserName: 'alejandro' }));
  await client.send(new iam.AttachGroupPolicyCommand({ GroupName: 'support', PolicyArn: 'arn:aws:iam::aws:policy/AmazonChimeReadOnly' }));
  expect((await client.send(new iam.ListGroupsForUserCommand({ UserName: 'alejandro' }))).Groups!.map(one => one.GroupName)).toEqual(['support']);
  expect((await client.send(new iam.ListAttachedGroupPoliciesCommand({ GroupName: 'support' }))).AttachedPolicies).toEqual([{ PolicyName: 'AmazonChimeReadOnly', PolicyArn: 'arn:aws:iam::aws:policy/AmazonChimeReadOnly' }]);
  for (const deletion of [new iam.DeleteUserCommand({ UserName: 'alejandro' }), new iam.DeleteGroupCommand({ GroupName: 'support' })] as const) expect((await refusal(client.send(deletion as never))).name).toBe('DeleteConflictException');
  const document = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'chime:*', Resource: '*' }] });
  await client.send(new iam.PutUserPolicyCommand({ UserName: 'alejandro', PolicyName: 'p', PolicyDocument: document }));
  expect(decodeURIComponent((await client.send(new iam.GetUserPolicyCommand({ UserName: 'alejandro', PolicyName: 'p' }))).PolicyDocument!)).toBe(document);
  await client.send(new iam.DeleteUserPolicyCommand({ UserName: 'alejandro', PolicyName: 'p' }));
  await client.send(new iam.RemoveUserFromGroupCommand({ GroupName: 'support', UserName: 'alejandro' }));
  await client.send(new iam.DetachGroupPolicyCommand({ GroupName: 'support', PolicyArn: 'arn:aws:iam::aws:policy/AmazonChimeReadOnly' }));
  await client.send(new iam.DeleteGroupCommand({ GroupName: 'support' }));
  await client.send(new iam.DeleteUserCommand({ UserName: 'alejandro' }));
  expect((await refusal(client.send(new iam.GetUserCommand({ UserName: 'alejandro' })))).name).toBe('NoSuchEntityException');
});

test('managed policies have five versions, the default counts, and one that is used or malformed is refused', async () => {
  const client = iamClient();
  const document = (action: string) => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] });
  const { Policy } = await client.send(new iam.CreatePolicyCommand({ PolicyName: 'readers', PolicyDocument: document('chime:Get*') }));
  const PolicyArn = Policy!.Arn!;
  const key = await createUser('ann', []);
  await client.send(new iam.AttachUserPolicyCommand({ UserName: 'ann', PolicyArn }));
  expect((await refusal(chimeClient(key).send(new chime.ListAccountsCommand({})))).name).toBe('AccessDeniedException');
  await client.send(new iam.CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: document('chime:List*'), SetAsDefault: true }));
  expect((await refusal(chimeClient(key).send(new chime.ListPhoneNumbersCommand({})))).name).toBe('ServiceUnavailableException');
  for (let i = 0; i < 3; i++) await client.send(new iam.CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: document('chime:*') }));
  expect((await refusal(client.send(new iam.CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: document('chime:*') })))).name).toBe('LimitExceededException');
  expect((await refusal(client.send(new iam.DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v2' })))).name).toBe('DeleteConflictException');
  expect((await refusal(client.send(new iam.DeletePolicyCommand({ PolicyArn })))).name).toBe('DeleteConflictException');
  for (const bad of ['{', '{}', '{"Statement":[]}', document('no action'), '{"Version":"2020-01-01","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}']) {
    expect((await refusal(client.send(new iam.CreatePolicyCommand({ PolicyName: 'bad', PolicyDocument: bad })))).name).toBe('MalformedPolicyDocumentException');
  }
});

test('SLR-03 the transcription role is made by hand, with its fixed name, trust and policy, and is changed by nobody', async () => {
  const client = iamClient();
  const { Role } = await client.send(new iam.CreateServiceLinkedRoleCommand({ AWSServiceName: 'transcription.chime.amazonaws.com' }));
  expect(Role).toMatchObject({ RoleName: 'AWSServiceRoleForAmazonChimeTranscription', Path: '/aws-service-role/transcription.chime.amazonaws.com/' });
  expect(decodeURIComponent(Role!.AssumeRolePolicyDocument!)).toContain('transcription.chime.amazonaws.com');
  expect((await client.send(new iam.ListAttachedRolePoliciesCommand({ RoleName: Role!.RoleName! }))).AttachedPolicies).toHaveLength(1);
  expect((await refusal(client.send(new iam.DeleteRoleCommand({ RoleName: Role!.RoleName! })))).name).toMatch(/UnmodifiableEntity/);
  expect((await refusal(client.send(new iam.CreateServiceLinkedRoleCommand({ AWSServiceName: 'lambda.amazonaws.com' })))).name).toMatch(/InvalidInput/);
});

test('SLR-04 the media pipelines role may create and delete attendees and read meetings', async () => {
  const client = iamClient();
  await client.send(new iam.CreateServiceLinkedRoleCommand({ AWSServiceName: 'mediapipelines.chime.amazonaws.com' }));
  const { AttachedPolicies } = await client.send(new iam.ListAttachedRolePoliciesCommand({ RoleName: 'AWSServiceRoleForAmazonChimeSDKMediaPipelines' }));
  const { PolicyVersion } = await client.send(new iam.GetPolicyVersionCommand({ PolicyArn: AttachedPolicies![0]!.PolicyArn!, VersionId: 'v1' }));
  expect((JSON.parse(decodeURIComponent(PolicyVersion!.Document!)) as { Statement: { Action: string[] }[] }).Statement[0]!.Action).toEqual(['chime:CreateAttendee', 'chime:DeleteAttendee', 'chime:GetMeeting']);
});

test('IAM-15 a refusal names who, what and on what', async () => {
  const key = await createUser('mateojackson', []);
  const denied = await refusal(chimeClient(key).send(new chime.GetAccountCommand({ AccountId: '11111111-2222-3333-4444-555555555555' })));
  expect(denied).toEqual({
    name: 'AccessDeniedException', status: 403,
    message: `User: arn:aws:iam::${admin.ownerAccountId}:user/mateojackson is not authorized to perform: chime:GetAccount on resource: arn:aws:chime:us-east-1:${admin.ownerAccountId}:/accounts/11111111-2222-3333-4444-555555555555`,
  });
  const onIam = await refusal(iamClient(key).send(new iam.GetUserCommand({ UserName: 'other' })));
  expect(onIam).toMatchObject({ name: 'AccessDenied', status: 403, message: `User: arn:aws:iam::${admin.ownerAccountId}:user/mateojackson is not authorized to perform: iam:GetUser on resource: arn:aws:iam::${admin.ownerAccountId}:user/other` });
});

test('IAM-04 an explicit deny, a boundary and a condition each win over a permission', async () => {
  const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
  const create = (key: AwsCredentials, token: string) => meetingsClient(key).send(new meetings.CreateMeetingCommand(newMeeting(token)));
  const denied = await createUser('denied', [everything, { Effect: 'Deny', Action: 'chime:CreateMeeting', Resource: '*' }]);
  expect((await refusal(create(denied, 'token-d'))).message).toMatch(/with an explicit deny$/);
  const bounded = await createUser('bounded', [everything]);
  await create(bounded, 'token-b');
  await iamClient().send(new iam.PutUserPermissionsBoundaryCommand({ UserName: 'bounded', PermissionsBoundary: 'arn:aws:iam::aws:policy/AmazonChimeReadOnly' }));
  expect((await refusal(create(bounded, 'token-c'))).name).toBe('AccessDeniedException');
  const elsewhere = await createUser('elsewhere', [{ ...everything, Condition: { NotIpAddress: { 'aws:SourceIp': '127.0.0.0/8' } } }]);
  expect((await refusal(create(elsewhere, 'token-e'))).name).toBe('AccessDeniedException');
  const secure = await createUser('secure', [{ ...everything, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }]);
  expect((await refusal(create(secure, 'token-s'))).name).toBe('AccessDeniedException');
  const here = await createUser('here', [{ ...everything, Condition: { IpAddress: { 'aws:SourceIp': '127.0.0.1' }, StringEquals: { 'aws:username': 'here' } } }]);
  await create(here, 'token-h');
});

test('Chime SDK meetings are decided on their own ARN', async () => {
  const client = meetingsClient();
  const [one, two] = [await client.send(new meetings.CreateMeetingCommand(newMeeting('token-1'))), await client.send(new meetings.CreateMeetingCommand(newMeeting('token-2')))];
  const key = await createUser('one', [{ Effect: 'Allow', Action: 'chime:GetMeeting', Resource: one.Meeting!.MeetingArn! }]);
  expect((await meetingsClient(key).send(new meetings.GetMeetingCommand({ MeetingId: one.Meeting!.MeetingId! }))).Meeting).toBeDefined();
  expect((await refusal(meetingsClient(key).send(new meetings.GetMeetingCommand({ MeetingId: two.Meeting!.MeetingId! })))).message).toContain(two.Meeting!.MeetingArn!);
});

test('a key that was disabled or deleted is refused at once, as an unknown one is, and its use was noted', async () => {
  const key = await createUser('ann', [{ Effect: 'Allow', Action: 'sts:*', Resource: '*' }]);
  expect((await stsClient(key).send(new sts.GetCallerIdentityCommand({}))).Arn).toBe(`arn:aws:iam::${admin.ownerAccountId}:user/ann`);
  const used = await iamClient().send(new iam.GetAccessKeyLastUsedCommand({ AccessKeyId: key.accessKeyId }));
  expect(used.AccessKeyLastUsed).toMatchObject({ ServiceName: 'sts', Region: 'us-east-1', LastUsedDate: new Date(world.clock.now()) });
  await iamClient().send(new iam.UpdateAccessKeyCommand({ UserName: 'ann', AccessKeyId: key.accessKeyId, Status: 'Inactive' }));
  const inactive = await refusal(stsClient(key).send(new sts.GetCallerIdentityCommand({})));
  expect(await refusal(stsClient({ ...key, accessKeyId: 'AKIAIOSFODNN7EXAMPLE' }).send(new sts.GetCallerIdentityCommand({})))).toEqual(inactive);
  expect(inactive.name).toBe('InvalidClientTokenId');
  expect((await refusal(stsClient({ ...admin, secretAccessKey: 'wrong' }).send(new sts.GetCallerIdentityCommand({})))).name).toBe('SignatureDoesNotMatch');
  expect((await refusal(chimeClient({ ...admin, secretAccessKey: 'wrong' }).send(new chime.ListAccountsCommand({})))).name).toBe('InvalidSignatureException');
});

test('IAM-16 a role is assumed by whom it trusts, with its permissions narrowed by the session’s policy, until it ends or is deleted', async () => {
  const trust = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${admin.ownerAccountId}:user/ann` }, Action: 'sts:AssumeRole', Condition: { StringEquals: { 'sts:ExternalId': 'x1' } } }] });
  const { Role } = await iamClient().send(new iam.CreateRoleCommand({ RoleName: 'meeters', AssumeRolePolicyDocument: trust }));
  await iamClient().send(new iam.AttachRolePolicyCommand({ RoleName: 'meeters', PolicyArn: 'arn:aws:iam::aws:policy/AmazonChimeFullAccess' }));
  const may = [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }];
  const [ann, ben] = [await createUser('ann', may), await createUser('ben', may)];
  const assume = (key: AwsCredentials, more: object) => stsClient(key).send(new sts.AssumeRoleCommand({ RoleArn: Role!.Arn!, RoleSessionName: 's1', ...more }));
  for (const [who, more] of [[ben, { ExternalId: 'x1' }], [ann, {}], [ann, { ExternalId: 'x2' }]] as const) expect((await refusal(assume(who, more))).name).toBe('AccessDenied');
  const { Credentials, AssumedRoleUser } = await assume(ann, { ExternalId: 'x1', Policy: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'chime:CreateMeeting', Resource: '*' }] }) });
  expect(AssumedRoleUser!.Arn).toBe(`arn:aws:sts::${admin.ownerAccountId}:assumed-role/meeters/s1`);
  const key = { accessKeyId: Credentials!.AccessKeyId!, secretAccessKey: Credentials!.SecretAccessKey!, sessionToken: Credentials!.SessionToken! };
  const { Meeting } = await meetingsClient(key).send(new meetings.CreateMeetingCommand(newMeeting('token-r')));
  expect((await refusal(meetingsClient(key).send(new meetings.GetMeetingCommand({ MeetingId: Meeting!.MeetingId! })))).name).toBe('AccessDeniedException');
  const noToken = { accessKeyId: key.accessKeyId, secretAccessKey: key.secretAccessKey };
  for (const bad of [noToken, { ...key, sessionToken: `${key.sessionToken.slice(0, -4)}AAAA` }, { ...admin, sessionToken: key.sessionToken }]) {
    expect((await refusal(meetingsClient(bad).send(new meetings.GetMeetingCommand({ MeetingId: Meeting!.MeetingId! })))).name).toBe('UnrecognizedClientException');
  }
  world.clock.advance(61 * 60_000);
  expect((await refusal(meetingsClient(key).send(new meetings.CreateMeetingCommand(newMeeting('token-x'))))).name).toBe('ExpiredTokenException');
});

test('GetFederationToken gives what both the user and the passed policy allow, and nothing without a policy', async () => {
  const ann = await createUser('ann', [{ Effect: 'Allow', Action: ['chime:*', 'sts:*'], Resource: '*' }]);
  const federate = async (Policy?: string) => {
    const { Credentials } = await stsClient(ann).send(new sts.GetFederationTokenCommand({ Name: 'bob', ...(Policy !== undefined && { Policy }) }));
    return { accessKeyId: Credentials!.AccessKeyId!, secretAccessKey: Credentials!.SecretAccessKey!, sessionToken: Credentials!.SessionToken! };
  };
  const all = await federate(JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }));
  await meetingsClient(all).send(new meetings.CreateMeetingCommand(newMeeting('token-1')));
  expect((await refusal(iamClient(all).send(new iam.ListUsersCommand({})))).name).toBe('AccessDenied');
  expect((await refusal(meetingsClient(await federate()).send(new meetings.CreateMeetingCommand(newMeeting('token-2'))))).name).toBe('AccessDeniedException');
  await iamClient().send(new iam.UpdateAccessKeyCommand({ UserName: 'ann', AccessKeyId: ann.accessKeyId, Status: 'Inactive' }));
  expect((await refusal(meetingsClient(all).send(new meetings.CreateMeetingCommand(newMeeting('token-3'))))).name).toBe('UnrecognizedClientException');
});

test('nothing of another owner account can be reached or told apart from nothing', async () => {
  const other = await createAdministratorKey(world, await createOwnerAccount(world, '999988887777'));
  const { Meeting } = await meetingsClient().send(new meetings.CreateMeetingCommand(newMeeting('token-1')));
  await createUser('ann', []);
  const missing = await refusal(meetingsClient(other).send(new meetings.GetMeetingCommand({ MeetingId: '01234567-89ab-7def-8123-456789abcdef' })));
  expect(await refusal(meetingsClient(other).send(new meetings.GetMeetingCommand({ MeetingId: Meeting!.MeetingId! })))).toEqual(missing);
  expect((await refusal(meetingsClient(other).send(new meetings.ListTagsForResourceCommand({ ResourceARN: Meeting!.MeetingArn! })))).name).toBe('ResourceNotFoundException');
  expect((await refusal(iamClient(other).send(new iam.GetUserCommand({ UserName: 'ann' })))).name).toBe('NoSuchEntityException');
  expect((await iamClient(other).send(new iam.ListUsersCommand({}))).Users!.map(one => one.UserName)).not.toContain('ann');
  const history = await new CloudTrailClient(clientConfig(world, other, 'cloudtrail')).send(new LookupEventsCommand({}));
  expect(history.Events!.every(event => (JSON.parse(event.CloudTrailEvent!) as { recipientAccountId: string }).recipientAccountId === other.ownerAccountId)).toBe(true);
});

test('CTR-01 CTR-02 CTR-03 every operation, allowed or refused, stands in the event history with who, what, whence and how it ended', async () => {
  const ann = await createUser('ann', []);
  const { Meeting } = await meetingsClient().send(new meetings.CreateMeetingCommand(newMeeting('secret-token')));
  await refusal(chimeClient(ann).send(new chime.GetAccountCommand({ AccountId: 'x' })));
  const trail = new CloudTrailClient(clientConfig(world, admin, 'cloudtrail'));
  const lookup = async (AttributeKey: 'EventName' | 'Username', AttributeValue: string) => (await trail.send(new LookupEventsCommand({ LookupAttributes: [{ AttributeKey, AttributeValue }] }))).Events!;
  const [created] = await lookup('EventName', 'CreateMeeting');
  const record = JSON.parse(created!.CloudTrailEvent!) as Record<string, never>;
  expect(record).toMatchObject({
    eventVersion: '1.05', userIdentity: { type: 'IAMUser', arn: expect.stringContaining(':user/administrator'), accountId: admin.ownerAccountId, accessKeyId: admin.accessKeyId }, eventTime: '2026-11-24T09:00:00Z',
    eventSource: 'chime.amazonaws.com', eventName: 'CreateMeeting', awsRegion: 'us-east-1', sourceIPAddress: '127.0.0.1', requestParameters: { externalMeetingId: 'HIDDEN_DUE_TO_SECURITY_REASONS', mediaRegion: 'us-east-1', clientRequestToken: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
    responseElements: { meeting: { meetingId: Meeting!.MeetingId! } }, readOnly: false, eventType: 'AwsApiCall', recipientAccountId: admin.ownerAccountId,
  });
  const [refused] = await lookup('Username', 'ann');
  expect(JSON.parse(refused!.CloudTrailEvent!)).toMatchObject({ eventName: 'GetAccount', errorCode: 'AccessDenied', errorMessage: expect.stringContaining('is not authorized to perform'), responseElements: null });
  const [keyMade] = await lookup('EventName', 'CreateAccessKey');
  expect(keyMade!.CloudTrailEvent).not.toContain(ann.secretAccessKey);
  const page = await trail.send(new LookupEventsCommand({ MaxResults: 2 }));
  const next = await trail.send(new LookupEventsCommand({ MaxResults: 2, NextToken: page.NextToken! }));
  expect(new Set([...page.Events!, ...next.Events!].map(event => event.EventId)).size).toBe(4);
  expect((await refusal(trail.send(new LookupEventsCommand({ NextToken: 'forged' })))).name).toMatch(/InvalidNextToken/);
});

test('a change whose record cannot be written does not happen, and one that fails leaves its record alone', async () => {
  const before = await meetingsClient().send(new meetings.CreateMeetingCommand(newMeeting('token-1')));
  await refusal(meetingsClient().send(new meetings.BatchCreateAttendeeCommand({ MeetingId: before.Meeting!.MeetingId!, Attendees: [{ ExternalUserId: 'ann' }, { ExternalUserId: 'ann' }] })));
  expect((await meetingsClient().send(new meetings.ListAttendeesCommand({ MeetingId: before.Meeting!.MeetingId! }))).Attendees).toEqual([]);
  const failed = await world.app.system.sql.selectFrom('audit_event').select('record').where('name', '=', 'BatchCreateAttendee').execute();
  expect(failed.map(row => row.record['errorCode'])).toEqual(['BadRequestException']);
  const drop = 'alter table audit_event rename to audit_event_away';
  const { sql } = await import('kysely');
  await sql.raw(drop).execute(world.app.system.sql);
  expect((await refusal(meetingsClient().send(new meetings.CreateMeetingCommand(newMeeting('token-2'))))).name).toBe('ServiceFailureException');
  await sql.raw('alter table audit_event_away rename to audit_event').execute(world.app.system.sql);
  const rows = await world.app.system.sql.selectFrom('sdk_meeting').select('client_request_token as token').execute();
  expect(rows.map(row => row.token)).toEqual(['token-1']);
});

test('unsigned requests of SDKs are the API’s, other unsigned ones the app’s, and a body that is too large is refused', async () => {
  const unsigned = await fetch(`${world.url}/accounts`, { headers: { 'user-agent': 'aws-cli/2.9.19 Python/3.11' } });
  expect([unsigned.status, unsigned.headers.get('x-amzn-errortype'), await unsigned.json()]).toEqual([403, 'MissingAuthenticationTokenException', { Code: 'MissingAuthenticationToken', Message: 'Missing Authentication Token' }]);
  expect((await fetch(`${world.url}/accounts`, { headers: { accept: 'text/html', 'x-amz-cf-id': 'x' } })).headers.get('x-amzn-errortype')).toBeNull();
  expect((await fetch(`${world.url}/healthz`)).status).toBe(200);
  const large = await refusal(meetingsClient().send(new meetings.CreateMeetingCommand({ ...newMeeting('token-1'), ExternalMeetingId: 'x'.repeat(300_000) })));
  expect(large.name).toBe('BadRequestException');
  for (const path of ['/aws/', '/aws/nothing/x', '/aws/iam']) expect((await fetch(`${world.url}${path}`)).status).toBeGreaterThanOrEqual(400);
});

/** The SDK's signer asks for a hash with these methods. */
class Sha256 {
  readonly #hash;
  constructor(secret?: string | Uint8Array) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
  }
  update(data: string | Uint8Array) {
    this.#hash.update(data);
  }
  async digest() {
    return new Uint8Array(this.#hash.digest());
  }
}

test('a presigned address tells who signed it, as programs prove their identity to others with sts:GetCallerIdentity', async () => {
  const signer = new SignatureV4({ credentials: admin, region: 'us-east-1', service: 'sts', sha256: Sha256 as never });
  const { host, hostname, port } = new URL(world.url);
  const query = { Action: 'GetCallerIdentity', Version: '2011-06-15' };
  const signed = await signer.presign({ method: 'GET', protocol: 'http:', hostname, port: Number(port), path: '/aws/sts/', query, headers: { host }, body: '' } as never, { expiresIn: 60, signingDate: new Date(world.clock.now()) });
  const address = `${world.url}/aws/sts/?${new URLSearchParams(signed.query as Record<string, string>)}`;
  const response = await fetch(address);
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining(`<Arn>arn:aws:iam::${admin.ownerAccountId}:user/`)]);
  expect((await fetch(address.replace('GetCallerIdentity', 'GetSessionToken'))).status).toBe(403);
  world.clock.advance(61_000);
  expect((await fetch(address)).status).toBe(403);
});
