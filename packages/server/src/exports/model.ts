import { DAY_MS } from '@carillon/kernel/clock.js';
import type { AccountId, Id, PersonId } from '@carillon/kernel/ids.js';

export type ExportId = Id<'DataExport'>;

/** Addresses end after this (guide, ATT-05). */
export const ADDRESSES_LIVE_MS = 6 * DAY_MS;
/** One request in this time. */
export const REQUESTED_EVERY_MS = 7 * DAY_MS;
/** The job that tells a person of their own list; a higher room does it. */
export const TELL_EXPORT_READY = 'exports.ready';
/** The job that collects. */
export const COLLECT_EXPORT = 'exports.collect';

export interface ExportRow {
  id: ExportId;
  accountId: AccountId | null;
  personId: PersonId | null;
  requestedBy: string;
  requestedAt: Date;
  status: 'Pending' | 'Ready' | 'Expired';
  completedAt: Date | null;
  expiresAt: Date | null;
  attachmentCount: number;
}

/** Where the list of an export lies in `ctx.blobs`. */
export function listKey(id: ExportId): string {
  return `export/${id}`;
}
