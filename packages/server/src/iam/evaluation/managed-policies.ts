import { parsePolicy, type Policy } from './policy-document.js';

/**
 * AWS's own policies, as far as they mean something here. The contents of Chime's are the guide's (IAM-09, 10, 12, 13);
 * AmazonChimeUserManagement says ListGroups where the guide misprints ListGroup (requirements, X9). Exports of attachments
 * are given by AmazonChimeFullAccess alone (X8).
 */
type Effect = { Effect: 'Allow'; Action: string | readonly string[]; Resource: string };
const allow = (Action: string | readonly string[], Resource = '*'): Effect => ({ Effect: 'Allow', Action, Resource });
const prefixed = (prefix: string, names: string) => names.trim().split(/\s+/).map(name => `${prefix}:${name}`);

const USER_MANAGEMENT = prefixed('chime', `
  ListAccounts GetAccount GetAccountSettings UpdateAccountSettings ListUsers GetUser GetUserByEmail InviteUsers InviteUsersFromProvider SuspendUsers ActivateUsers UpdateUserLicenses
  ResetPersonalPIN LogoutUser ListDomains GetDomain ListDirectories ListGroups SubmitSupportRequest ListDelegates ListAccountUsageReportData GetMeetingDetail ListMeetingEvents
  ListMeetingsReportData GetUserActivityReportData UpdateUser BatchUpdateUser BatchSuspendUser BatchUnsuspendUser AssociatePhoneNumberWithUser DisassociatePhoneNumberFromUser GetPhoneNumber
  ListPhoneNumbers GetUserSettings UpdateUserSettings CreateUser AssociateSigninDelegateGroupsWithAccount DisassociateSigninDelegateGroupsFromAccount`);

const STATEMENTS: Readonly<Record<string, readonly Effect[]>> = {
  AmazonChimeReadOnly: [allow(['chime:List*', 'chime:Get*', 'chime:SearchAvailablePhoneNumbers'])],
  AmazonChimeFullAccess: [
    allow('chime:*'),
    allow(prefixed('s3', 'ListBucket ListAllMyBuckets GetBucketAcl GetBucketLocation GetBucketLogging GetBucketVersioning GetBucketWebsite')),
    allow(prefixed('logs', 'CreateLogDelivery DeleteLogDelivery GetLogDelivery ListLogDeliveries DescribeResourcePolicies PutResourcePolicy CreateLogGroup DescribeLogGroups')),
    allow(prefixed('sns', 'CreateTopic GetTopicAttributes'), 'arn:aws:sns:*:*:ChimeVoiceConnector-Streaming*'),
    allow(prefixed('sqs', 'GetQueueAttributes CreateQueue'), 'arn:aws:sqs:*:*:ChimeVoiceConnector-Streaming*'),
  ],
  AmazonChimeUserManagement: [allow(USER_MANAGEMENT)],
  AdministratorAccess: [allow('*')],
  IAMFullAccess: [allow('iam:*')],
  IAMReadOnlyAccess: [allow(['iam:Get*', 'iam:List*', 'iam:Simulate*'])],
  IAMUserChangePassword: [allow('iam:ChangePassword', 'arn:aws:iam::*:user/${aws:username}'), allow('iam:GetAccountPasswordPolicy')],
  AmazonS3FullAccess: [allow('s3:*')],
  AmazonS3ReadOnlyAccess: [allow(['s3:Get*', 's3:List*'])],
  AWSCloudTrail_FullAccess: [allow('cloudtrail:*')],
  AWSCloudTrail_ReadOnlyAccess: [allow(['cloudtrail:Get*', 'cloudtrail:Describe*', 'cloudtrail:List*', 'cloudtrail:LookupEvents'])],
};

/** Policies that only a service's own role may carry. */
const SERVICE_STATEMENTS: Readonly<Record<string, readonly Effect[]>> = {
  AmazonChimeVoiceConnectorServiceLinkedRolePolicy: [
    allow(prefixed('kinesisvideo', 'GetDataEndpoint PutMedia UpdateDataRetention DescribeStream CreateStream'), 'arn:aws:kinesisvideo:*:*:stream/ChimeVoiceConnector-*'),
    allow('kinesisvideo:ListStreams'), allow('sns:Publish', 'arn:aws:sns:*:*:ChimeVoiceConnector-Streaming*'), allow('sqs:SendMessage', 'arn:aws:sqs:*:*:ChimeVoiceConnector-Streaming*'),
    allow(prefixed('polly', 'SynthesizeSpeech')),
  ],
  AmazonChimeTranscriptionServiceLinkedRolePolicy: [allow(prefixed('transcribe', 'StartStreamTranscription StartMedicalStreamTranscription'))],
  AmazonChimeSDKMediaPipelinesServiceLinkedRolePolicy: [allow(prefixed('chime', 'CreateAttendee DeleteAttendee GetMeeting'))],
  AmazonChimeServiceRolePolicy: [allow('iam:CreateServiceLinkedRole', 'arn:aws:iam::*:role/aws-service-role/chime.amazonaws.com/AWSServiceRoleForAmazonChime')],
};

export interface ManagedPolicy {
  readonly arn: string;
  readonly name: string;
  readonly path: string;
  readonly document: string;
  readonly policy: Policy;
}

function build(statements: typeof STATEMENTS, path: string): ManagedPolicy[] {
  return Object.entries(statements).map(([name, Statement]) => {
    const document = JSON.stringify({ Version: '2012-10-17', Statement }, null, 2);
    return { arn: `arn:aws:iam::aws:policy${path}${name}`, name, path, document, policy: parsePolicy(document, 'identity', 10_240) };
  });
}

/** By their ARN. */
export const MANAGED_POLICIES: ReadonlyMap<string, ManagedPolicy> = new Map([...build(STATEMENTS, '/'), ...build(SERVICE_STATEMENTS, '/aws-service-role/')].map(one => [one.arn, one]));
/** Since when AWS's own policies are what they are here. */
export const MANAGED_SINCE = new Date('2018-01-01T00:00:00Z');
