import type { Ctx } from '../ctx.js';
import type { Caller } from '../door.js';
import { identityOf, seconds } from '../iam/audit-record.js';
import { longTermPrincipal } from '../iam/find-access-key.js';
import type { UserRow } from '../iam/model.js';
import { insertAuditEvents } from '../platform/audit.js';
import { SIGN_IN_SOURCE } from './model.js';

const HIDDEN = 'HIDDEN_DUE_TO_SECURITY_REASONS';

export interface WhoSignsIn {
  readonly ownerAccountId: string;
  readonly as: 'root' | 'user';
  readonly user: UserRow | undefined;
  /** False when nobody of that name may sign in. */
  readonly known: boolean;
}

export interface SignInOutcome {
  readonly failed: boolean;
  readonly mfa: boolean;
  /** Of the role that was switched to or left. */
  readonly roleArn?: string;
}

export type SignInEvent = 'ConsoleLogin' | 'SwitchRole' | 'ExitRole' | 'PasswordRecoveryRequested' | 'PasswordRecoveryCompleted';

/** One line of the record, as CloudTrail writes sign-ins to the console. */
export async function recordSignIn(ctx: Ctx, { ownerAccountId, as, user, known }: WhoSignsIn, name: SignInEvent, caller: Caller, { failed, mfa, roleArn }: SignInOutcome): Promise<void> {
  const id = ctx.ids.next<'AuditEvent'>();
  const at = ctx.now();
  const named = as === 'user' && !user ? { type: 'IAMUser', accountId: ownerAccountId, accessKeyId: '', userName: HIDDEN } : identityOf(longTermPrincipal(ownerAccountId, user, undefined));
  const record = {
    eventVersion: '1.05', userIdentity: named, eventTime: seconds(at), eventSource: SIGN_IN_SOURCE, eventName: name, awsRegion: 'us-east-1', sourceIPAddress: caller.address,
    userAgent: caller.userAgent, ...(failed && { errorMessage: known ? 'Failed authentication' : 'No username found in supplied account' }), requestParameters: null,
    responseElements: { [name]: failed ? 'Failure' : 'Success' }, additionalEventData: { MFAUsed: mfa ? 'Yes' : 'No', LoginTo: `${ctx.origin}/console/`, ...(roleArn !== undefined && { SwitchTo: roleArn }) },
    eventID: id, readOnly: false, eventType: 'AwsConsoleSignIn', recipientAccountId: ownerAccountId,
  };
  await insertAuditEvents(ctx.sql, [{ id, ownerAccountId, at, source: SIGN_IN_SOURCE, name, userName: as === 'root' ? 'root' : (user?.name ?? HIDDEN), accessKeyId: undefined, readOnly: false, record }]);
}
