/** Indented by two; unchanged when it is no JSON. */
export function formatJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // It stays as it was typed: what is wrong is said beside it.
    return text;
  }
}

/** A document as IAM returns it: escaped as in an address. */
export function decodeDocument(document: string | undefined): string {
  return document === undefined ? '' : formatJson(decodeURIComponent(document));
}

type Statement = Readonly<Record<string, unknown>>;
const policy = (...statements: readonly Statement[]): string => JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);

export type TemplateName = 'readOnly' | 'userManagement' | 'bucket' | 'mfa' | 'ownCredentials';

/** To begin from; names of buckets are for the reader to put in. */
export const TEMPLATES: Readonly<Record<TemplateName, string>> = {
  readOnly: policy({ Effect: 'Allow', Action: ['chime:List*', 'chime:Get*'], Resource: '*' }),
  userManagement: policy({ Effect: 'Allow', Action: ['chime:ListAccounts', 'chime:GetAccount', 'chime:ListUsers', 'chime:GetUser', 'chime:InviteUsers', 'chime:SuspendUsers', 'chime:ActivateUsers', 'chime:UpdateUser', 'chime:LogoutUser', 'chime:ResetPersonalPIN'], Resource: '*' }),
  bucket: policy({ Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::BUCKET-NAME' }, { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], Resource: 'arn:aws:s3:::BUCKET-NAME/*' }),
  mfa: policy({ Effect: 'Allow', Action: 'chime:*', Resource: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
  ownCredentials: policy({
    Effect: 'Allow', Resource: ['arn:aws:iam::*:user/${aws:username}', 'arn:aws:iam::*:mfa/${aws:username}'],
    Action: ['iam:GetUser', 'iam:ChangePassword', 'iam:CreateAccessKey', 'iam:ListAccessKeys', 'iam:UpdateAccessKey', 'iam:DeleteAccessKey', 'iam:CreateVirtualMFADevice', 'iam:DeleteVirtualMFADevice', 'iam:EnableMFADevice', 'iam:DeactivateMFADevice', 'iam:ListMFADevices'],
  }),
};

/** Lets trails of an account deliver into its bucket: the service looks at the access list, and writes with the owner's full control (guide, CDP-01 and CDP-02). */
export function trailDelivery(bucket: string, accountId: string): string {
  const service = { Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' } };
  return policy(
    { Sid: 'TrailLooks', ...service, Action: 's3:GetBucketAcl', Resource: `arn:aws:s3:::${bucket}`, Condition: { StringEquals: { 'aws:SourceAccount': accountId } } },
    { Sid: 'TrailWrites', ...service, Action: 's3:PutObject', Resource: `arn:aws:s3:::${bucket}/*`, Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', 'aws:SourceAccount': accountId } } },
  );
}

/** Who may take a role: everybody of an account whom its own policies let. */
export function trustOfAccount(accountId: string, mfa: boolean): string {
  return policy({ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${accountId}:root` }, Action: 'sts:AssumeRole', ...(mfa ? { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } } : {}) });
}

export const NEW_POLICY = policy({ Effect: 'Allow', Action: ['chime:List*', 'chime:Get*'], Resource: '*' });
