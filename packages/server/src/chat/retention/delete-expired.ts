import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { AccountId, ChannelId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../../ctx.js';
import { insertAuditEvents, type AuditEvent } from '../../platform/audit.js';
import { AGAIN } from '../../platform/jobs.js';
import { fileKeys } from '../messages/attachments.js';
import { cutoffOf, deletesNow, isSame, nextRetention, ruleOf, type RetentionRule } from './retention.js';
import { previewKeys } from '../previews/model.js';
import { deleteExpired, hasEnterprise, readEnterpriseOwners, readFirstSeqSince, readGovernedChannels, readHolds, readLastOrdinalsBefore, readOwnerOfAccount, readRetentionFacts, updateRetention, type Deleted, type Expired } from './retention-store.js';
import { lockChannel } from '../store.js';

const CHANNELS_BATCH = 200;
const MESSAGES_BATCH_MIN = 8;
const MESSAGES_BATCH_MAX = 200;
/**
 * Whoever sends waits for at most one batch: the embedded database has one connection, and the emptied room one lock. So a batch is as large as this
 * time allows, on this machine and now: with 200 messages in each, whatever they took, one sender in a hundred waited for half a second (`npm run bench -- retention`).
 */
const BATCH_MS = 8;
/** After a batch whoever waits comes first; a part of the time that it took is theirs alone. */
const PAUSE_PART = 0.25;
const PAUSE_MS_MAX = 50;
/** Then other jobs, mail among them, have their turn. */
const RUN_MS_MAX = 10_000;

/**
 * A job: deletes for good what lies behind its period and whose grace is over, and writes down what, when and by whose policy (guide, RET-02, RST-03).
 * A million messages take minutes; it does a part of them, in small batches with pauses.
 */
export async function deleteExpiredMessages(ctx: Ctx): Promise<void | typeof AGAIN> {
  if (!(await hasEnterprise(ctx.sql))) return;
  // A matter of this process's load, not of the world's time.
  const untilMs = performance.now() + RUN_MS_MAX;
  for (let after: ChannelId | undefined; ;) {
    const ids = await readGovernedChannels(ctx.sql, after, CHANNELS_BATCH);
    for (const look of await readRetentionFacts(ctx.sql, ids)) if (!(await lookAt(ctx, look, untilMs))) return AGAIN;
    if (ids.length < CHANNELS_BATCH) return;
    after = ids.at(-1);
  }
}

/** How many messages the next batch has, after one of `size` that took so long. */
export function nextBatch(size: number, tookMs: number): number {
  const wanted = size * Math.min(1.5, Math.max(0.5, BATCH_MS / tookMs));
  return Math.min(MESSAGES_BATCH_MAX, Math.max(MESSAGES_BATCH_MIN, Math.round(wanted)));
}

/** Says whether nothing is left to do in the channel now. */
async function lookAt(ctx: Ctx, { id, facts, kept }: Awaited<ReturnType<typeof readRetentionFacts>>[number], untilMs: number): Promise<boolean> {
  const nowMs = ctx.clock.now();
  const rule = ruleOf(facts);
  const hasOld = rule !== undefined && (await readLastOrdinalsBefore(ctx.sql, new Map([[id, cutoffOf(rule, nowMs)]]))).has(id);
  const next = nextRetention(kept, rule, hasOld, nowMs);
  if (!isSame(next, kept)) await updateRetention(ctx.sql, id, next);
  return !(rule && next && hasOld && deletesNow(rule, next, nowMs)) || deleteBehind(ctx, id, rule, cutoffOf(rule, nowMs), untilMs);
}

async function deleteBehind(ctx: Ctx, channelId: ChannelId, rule: RetentionRule, before: Date, untilMs: number): Promise<boolean> {
  const holds = await readHolds(ctx.sql, channelId);
  if (holds.whole) return true;
  const expired: Expired = { channelId, before, heldSenders: holds.senders, firstSeqKept: await readFirstSeqSince(ctx.sql, channelId, before), after: undefined };
  const owners = await readOwners(ctx, channelId, rule);
  for (let size = MESSAGES_BATCH_MIN; ;) {
    let begunMs = 0;
    const deleted = await ctx.tx(async tx => {
      begunMs = performance.now();
      await lockChannel(tx.sql, channelId);
      const batch = await deleteExpired(tx.sql, expired, size);
      if (batch.messages > 0) await insertAuditEvents(tx.sql, owners.map(owner => expiryRecord(ctx, owner, channelId, rule, before, batch)));
      return batch;
    });
    const tookMs = performance.now() - begunMs;
    // The rows are gone: a file that stays behind is reached by nobody.
    const keys = [...deleted.files.flatMap(fileKeys), ...deleted.previews.flatMap(previewKeys)];
    for (const key of keys) await ctx.blobs.delete(key).catch((error: unknown) => ctx.log.warn({ err: error }, 'an expired message’s file could not be deleted'));
    if (deleted.messages < size) return true;
    if (performance.now() > untilMs) return false;
    expired.after = deleted.last;
    size = nextBatch(size, tookMs);
    await pause(Math.min(PAUSE_MS_MAX, tookMs * PAUSE_PART));
  }
}

/** Whom it is told: the owner whose period it was; of mixed conversations every Enterprise owner in them. */
function readOwners(ctx: Ctx, channelId: ChannelId, rule: RetentionRule): Promise<string[]> {
  return rule.accountId === null ? readEnterpriseOwners(ctx.sql, channelId) : readOwnerOfAccount(ctx.sql, rule.accountId);
}

function expiryRecord(ctx: Ctx, ownerAccountId: string, channelId: ChannelId, rule: RetentionRule, before: Date, deleted: Deleted): AuditEvent {
  const id = ctx.ids.next<'AuditEvent'>();
  const at = ctx.now();
  const source = 'chime.amazonaws.com';
  const record = {
    eventVersion: '1.05', userIdentity: { type: 'AWSService', invokedBy: source }, eventTime: `${at.toISOString().slice(0, 19)}Z`, eventSource: source, eventName: 'DeleteExpiredMessages', awsRegion: 'us-east-1',
    sourceIPAddress: source, userAgent: source, requestParameters: null, responseElements: null, eventID: id, readOnly: false, eventType: 'AwsServiceEvent', recipientAccountId: ownerAccountId,
    serviceEventDetails: {
      channelId, policy: { kind: rule.source, accountId: rule.accountId as AccountId | null, days: rule.days, setAt: rule.policy?.setAt ?? null }, olderThan: before.toISOString(), deletedMessages: deleted.messages,
      deletedAttachments: deleted.files.length,
    },
  };
  return { id, ownerAccountId, at, source, name: 'DeleteExpiredMessages', userName: source, accessKeyId: undefined, readOnly: false, record };
}
