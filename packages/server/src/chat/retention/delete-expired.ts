import type { AccountId, ChannelId } from '@carillon/kernel/ids.js';
import type { Ctx, Tx } from '../../ctx.js';
import { insertAuditEvents, type AuditEvent } from '../../platform/audit.js';
import { fileKeys } from '../messages/attachments.js';
import { cutoffOf, deletesNow, isSame, nextRetention, ruleOf, type RetentionRule } from './retention.js';
import { deleteExpired, hasEnterprise, readEnterpriseOwners, readGovernedChannels, readHolds, readLastOrdinalsBefore, readOwnerOfAccount, readRetentionFacts, updateRetention, type Deleted } from './retention-store.js';
import { previewKeys } from '../previews/model.js';
import { lockChannel } from '../store.js';

const CHANNELS_BATCH = 200;
/** So few that whoever sends in the meantime hardly waits. */
const MESSAGES_BATCH = 200;

/** A job: deletes for good what lies behind its period and whose grace is over, and writes down what, when and by whose policy (guide, RET-02, RST-03). */
export async function deleteExpiredMessages(ctx: Ctx): Promise<void> {
  if (!(await hasEnterprise(ctx.sql))) return;
  for (let after: ChannelId | undefined; ;) {
    const ids = await readGovernedChannels(ctx.sql, after, CHANNELS_BATCH);
    for (const look of await readRetentionFacts(ctx.sql, ids)) await lookAt(ctx, look);
    if (ids.length < CHANNELS_BATCH) return;
    after = ids.at(-1);
  }
}

async function lookAt(ctx: Ctx, { id, facts, kept }: Awaited<ReturnType<typeof readRetentionFacts>>[number]): Promise<void> {
  const nowMs = ctx.clock.now();
  const rule = ruleOf(facts);
  const hasOld = rule !== undefined && (await readLastOrdinalsBefore(ctx.sql, new Map([[id, cutoffOf(rule, nowMs)]]))).has(id);
  const next = nextRetention(kept, rule, hasOld, nowMs);
  if (!isSame(next, kept)) await updateRetention(ctx.sql, id, next);
  if (rule && next && hasOld && deletesNow(rule, next, nowMs)) await deleteBehind(ctx, id, rule, cutoffOf(rule, nowMs));
}

async function deleteBehind(ctx: Ctx, channelId: ChannelId, rule: RetentionRule, before: Date): Promise<void> {
  const holds = await readHolds(ctx.sql, channelId);
  if (holds.whole) return;
  for (;;) {
    const deleted = await ctx.tx(async tx => {
      await lockChannel(tx.sql, channelId);
      const batch = await deleteExpired(tx.sql, channelId, before, holds.senders, MESSAGES_BATCH);
      if (batch.messages > 0) await insertAuditEvents(tx.sql, await recordsOf(ctx, tx, channelId, rule, before, batch));
      return batch;
    });
    // The rows are gone: a file that stays behind is reached by nobody.
    const keys = [...deleted.files.flatMap(fileKeys), ...deleted.previews.flatMap(previewKeys)];
    for (const key of keys) await ctx.blobs.delete(key).catch((error: unknown) => ctx.log.warn({ err: error }, 'an expired message’s file could not be deleted'));
    if (deleted.messages < MESSAGES_BATCH) return;
  }
}

/** For the owner whose period it was; of mixed conversations for every Enterprise owner in them. */
async function recordsOf(ctx: Ctx, tx: Tx, channelId: ChannelId, rule: RetentionRule, before: Date, deleted: Deleted): Promise<AuditEvent[]> {
  const owners = rule.accountId === null ? await readEnterpriseOwners(tx.sql, channelId) : await readOwnerOfAccount(tx.sql, rule.accountId);
  return owners.map(owner => expiryRecord(ctx, owner, channelId, rule, before, deleted));
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
