import { DAY_MS } from '@carillon/kernel/clock.js';
import type { AccountId } from '@carillon/kernel/ids.js';
import { RETENTION_GRACE_MS, type RetentionPolicy } from '../../accounts/model.js';

/** Conversations of Enterprise members with people outside their account (guide, RET-03). */
export const MIXED_DAYS = 90;
/** A policy that was set since the last look at a channel has its own grace; the job looks every hour. */
const JUST_SET_MS = 2 * DAY_MS;

/** An account as far as retention asks. */
export interface RetentionAccount {
  readonly id: AccountId;
  readonly enterprise: boolean;
  readonly room: RetentionPolicy | null;
  readonly conversation: RetentionPolicy | null;
}

export interface ChannelFacts {
  readonly kind: 'direct' | 'group' | 'room' | 'meeting';
  /** Of a room: the account its creator was in when it was made (data: "Retention without marks on rows"). */
  readonly account: RetentionAccount | null;
  /** Of a conversation: the account of each member now, null for people of none. */
  readonly members: readonly (RetentionAccount | null)[];
}

/** What holds for a channel: whose period, and from when on it deletes. */
export interface RetentionRule {
  readonly source: 'room' | 'conversation' | 'mixed';
  readonly accountId: AccountId | null;
  readonly days: number;
  readonly policy: RetentionPolicy | null;
}

/**
 * The matrix (guide, RET-05 to RET-20). A room is judged by the account it belongs to, a conversation by its members' accounts;
 * undefined where retention does not apply, or the account has set no period. A meeting's chat goes with the meeting.
 */
export function ruleOf({ kind, account, members }: ChannelFacts): RetentionRule | undefined {
  if (kind === 'meeting') return undefined;
  if (kind === 'room') return account?.enterprise && account.room ? { source: 'room', accountId: account.id, days: account.room.days, policy: account.room } : undefined;
  const [first] = members.filter(one => one?.enterprise === true);
  if (!first) return undefined;
  if (members.some(one => one?.id !== first.id)) return { source: 'mixed', accountId: null, days: MIXED_DAYS, policy: null };
  return first.conversation ? { source: 'conversation', accountId: first.id, days: first.conversation.days, policy: first.conversation } : undefined;
}

/** Messages from before this time are not shown any more. */
export function cutoffOf(rule: Pick<RetentionRule, 'days'>, nowMs: number): Date {
  return new Date(nowMs - rule.days * DAY_MS);
}

/** What is kept of a channel between two looks at it. */
export interface ChannelRetention {
  source: RetentionRule['source'];
  accountId: string | null;
  days: number;
  /** A grace of the channel's own, until this time; null without one. */
  deletesFrom: string | null;
}

/**
 * What to keep of a channel after a look at it. Whoever comes under another, shorter rule has 30 days in which nothing is deleted,
 * as an account has that sets a period (data: "Retention without marks on rows"); where nothing is old yet, none is needed.
 */
export function nextRetention(before: ChannelRetention | null, rule: RetentionRule | undefined, hasOld: boolean, nowMs: number): ChannelRetention | null {
  if (!rule) return null;
  const now = { source: rule.source, accountId: rule.accountId, days: rule.days };
  if (before?.source === rule.source && before.accountId === rule.accountId) return { ...now, deletesFrom: before.deletesFrom };
  if (before && rule.days >= before.days) return { ...now, deletesFrom: before.deletesFrom };
  // A room is its account's for good: the grace of the period is all it needs. A conversation may just have come under it.
  const covered = rule.source === 'room' || (rule.policy !== null && Date.parse(rule.policy.setAt) > nowMs - JUST_SET_MS);
  return { ...now, deletesFrom: hasOld && !covered ? new Date(nowMs + RETENTION_GRACE_MS).toISOString() : null };
}

/** Whether nothing has changed between two looks. */
export function isSame(a: ChannelRetention | null, b: ChannelRetention | null): boolean {
  return a === b || (a !== null && b !== null && a.source === b.source && a.accountId === b.accountId && a.days === b.days && a.deletesFrom === b.deletesFrom);
}

/** Whether what lies behind the cutoff may be deleted for good (guide, RST-03). */
export function deletesNow(rule: RetentionRule, kept: ChannelRetention, nowMs: number): boolean {
  const from = Math.max(rule.policy ? Date.parse(rule.policy.deletesFrom) : 0, kept.deletesFrom === null ? 0 : Date.parse(kept.deletesFrom));
  return nowMs >= from;
}
