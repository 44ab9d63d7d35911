import { badRequest } from '@carillon/kernel/errors.js';
import { DAY_MS } from '@carillon/kernel/clock.js';
import type { ChannelId, WebhookId } from '@carillon/kernel/ids.js';
import { incomingUrl, WEBHOOK_NAME_LENGTH_MAX, type FailureCause, type Webhook } from '@carillon/wire/rest/webhooks.js';
import { isName } from '../chat/model.js';
import type { Ctx } from '../ctx.js';

/**
 * For so long an address that was replaced, or whose webhook was removed, answers 404 as the guide says (WHK-10, WHK-11); after that it is one that never was,
 * 403. Both refuse; the first tells whoever looks after the program what happened, and a quarter of a year is time to look.
 */
export const ENDED_KEPT_MS = 90 * DAY_MS;
/** Newest first, for each webhook and each room: whoever makes and removes many fills no table. */
export const ENDED_TOKENS_MAX = 20;
export const REMOVED_MAX = 50;

export interface WebhookRow {
  id: WebhookId;
  channelId: ChannelId;
  name: string;
  /** Sealed. */
  token: Buffer;
  createdBy: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  failures: Partial<Record<FailureCause, number>>;
  lastFailureCause: FailureCause | null;
  lastFailureAt: Date | null;
}

/** Marks that turn the direction of the line, or that nobody sees; those that join the parts of emoji and letters stay. */
const UNSEEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** A webhook's name as it is kept: without marks that nobody sees, trimmed, on one line. BadRequest for others. */
export function checkWebhookName(name: string): string {
  const seen = name.replaceAll(UNSEEN, '').trim();
  if (!isName(seen, WEBHOOK_NAME_LENGTH_MAX)) throw badRequest(`A webhook's name has from 1 to ${WEBHOOK_NAME_LENGTH_MAX} characters on one line.`, 'webhook-name');
  return seen;
}

/** The wire form, with the address: for the room's administrators alone. */
export function presentWebhook(ctx: Ctx, row: WebhookRow): Webhook {
  return {
    id: row.id,
    name: row.name,
    url: incomingUrl(ctx.origin, row.id, ctx.secrets.open(row.token)),
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    failures: Object.entries(row.failures).map(([cause, count]) => ({ cause: cause as FailureCause, count })),
    lastFailure: row.lastFailureCause && row.lastFailureAt && { cause: row.lastFailureCause, at: row.lastFailureAt.toISOString() },
  };
}
