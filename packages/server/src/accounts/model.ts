import { DAY_MS } from '@carillon/kernel/clock.js';
import type { AccountId, Id } from '@carillon/kernel/ids.js';
import type * as wire from '@carillon/wire/aws/generated/chime-types.js';

export const ACCOUNTS_PAGE = 100;
export const DELEGATES_PAGE = 50;
export const DELEGATES_MAX = 20;
export const DELEGATE_INVITATION_MS = 7 * DAY_MS;
/** From setting a period until what lies behind it is deleted for good (guide, RST-01). */
export const RETENTION_GRACE_MS = 30 * DAY_MS;

/** One kind's period: how many days, since when, and from when on it deletes. */
export interface RetentionPolicy {
  days: number;
  setAt: string;
  deletesFrom: string;
}

export interface AccountRow {
  id: AccountId;
  ownerAccountId: string;
  name: string;
  type: wire.AccountType;
  createdAt: Date;
  defaultLicense: wire.License;
  supportedLicenses: wire.License[];
  disableRemoteControl: boolean;
  enableDialOut: boolean;
  roomRetention: RetentionPolicy | null;
  conversationRetention: RetentionPolicy | null;
  signinDelegateGroups: string[];
  /** Null: meetings run in every region. */
  meetingRegions: string[] | null;
}

export interface DelegateRow {
  id: Id<'Delegate'>;
  accountId: AccountId;
  ownerAccountId: string;
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
}

/** How long a deleted account stands among the disabled ones (product-facts, section 8). */
export const DISABLED_FOR_MS = 90 * DAY_MS;

/** One line of the console's list. */
export interface AccountSummaryRow extends AccountRow {
  userCount: number;
  deletedAt: Date | null;
}

/** As the API gives an account. */
export function presentAccount(row: AccountRow): wire.Account {
  return {
    AwsAccountId: row.ownerAccountId, AccountId: row.id, Name: row.name, AccountType: row.type, CreatedTimestamp: row.createdAt, DefaultLicense: row.defaultLicense, SupportedLicenses: row.supportedLicenses,
    AccountStatus: 'Active', SigninDelegateGroups: row.signinDelegateGroups.map(GroupName => ({ GroupName })),
  };
}

export function presentSummary(row: AccountSummaryRow): wire.AccountSummary {
  const { deletedAt } = row;
  return {
    Account: { ...presentAccount(row), AccountStatus: deletedAt ? 'Suspended' : 'Active' }, UserCount: row.userCount,
    ...(deletedAt && { DisabledTimestamp: deletedAt, DeletionTimestamp: new Date(deletedAt.getTime() + DISABLED_FOR_MS) }),
  };
}

/** `Expired` follows from the time. */
export function presentDelegate(row: DelegateRow, now: Date): wire.Delegate {
  return {
    DelegateId: row.id, AccountId: row.accountId, AwsAccountId: row.ownerAccountId, Status: row.acceptedAt ? 'Accepted' : row.expiresAt > now ? 'Pending' : 'Expired', InvitedBy: row.invitedBy,
    CreatedTimestamp: row.createdAt, ExpiresTimestamp: row.expiresAt, AcceptedTimestamp: row.acceptedAt ?? undefined,
  };
}

/** The new policy of one kind; a shorter or longer period starts the grace anew, the same one goes on. */
export function nextRetention(before: RetentionPolicy | null, days: number | undefined, nowMs: number): RetentionPolicy | null {
  if (days === undefined) return null;
  if (before?.days === days) return before;
  return { days, setAt: new Date(nowMs).toISOString(), deletesFrom: new Date(nowMs + RETENTION_GRACE_MS).toISOString() };
}
