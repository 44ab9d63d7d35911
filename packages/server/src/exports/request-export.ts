import { ApiError, badRequest } from '@carillon/kernel/errors.js';
import { DAY_MS } from '@carillon/kernel/clock.js';
import type { PersonId } from '@carillon/kernel/ids.js';
import { lockOwnAccount } from '../accounts/access.js';
import type { Ctx, Tx } from '../ctx.js';
import { accessPrincipal } from '../iam/access.js';
import { COLLECT_EXPORT, REQUESTED_EVERY_MS, type ExportRow } from './model.js';
import { insertExport, readLastExport } from './store.js';

/** All attachments of an Enterprise account's users (guide, ATT-01); Team accounts have none of it (ATT-02). Once in seven days. */
export async function startDataExport(ctx: Ctx, accountId: string): Promise<ExportRow> {
  const account = await lockOwnAccount(ctx, accountId);
  if (account.type === 'Team') throw badRequest('Only Enterprise accounts request attachments. Claim a domain first, or remove the users: they can ask the Assistant for their own.');
  const wait = waitOf(await readLastExport(ctx.sql, { accountId: account.id }), ctx.clock.now());
  const again = wait === 1 ? 'a day' : `${wait} days`;
  if (wait > 0) throw new ApiError('Conflict', `Attachments can be requested once in seven days, again in ${again}.`);
  return ctx.tx(tx => request(ctx, tx, { accountId: account.id, personId: null, requestedBy: accessPrincipal(ctx).arn }));
}

/** Days until a person may ask for their own again, rounded up; 0 when they may now. */
export async function daysUntilOwnExport(ctx: Ctx, tx: Tx, personId: PersonId): Promise<number> {
  return waitOf(await readLastExport(tx.sql, { personId }), ctx.clock.now());
}

/** A person's own; undefined when they asked within seven days. */
export async function requestOwnExport(ctx: Ctx, tx: Tx, personId: PersonId): Promise<ExportRow | undefined> {
  if ((await daysUntilOwnExport(ctx, tx, personId)) > 0) return undefined;
  return request(ctx, tx, { accountId: null, personId, requestedBy: personId });
}

/** Days until another request, rounded up; 0 when it may be now. */
function waitOf(last: ExportRow | undefined, nowMs: number): number {
  return last ? Math.max(0, Math.ceil((last.requestedAt.getTime() + REQUESTED_EVERY_MS - nowMs) / DAY_MS)) : 0;
}

async function request(ctx: Ctx, tx: Tx, of: Pick<ExportRow, 'accountId' | 'personId' | 'requestedBy'>): Promise<ExportRow> {
  const row: ExportRow = { ...of, id: ctx.ids.next<'DataExport'>(), requestedAt: ctx.now(), status: 'Pending', completedAt: null, expiresAt: null, attachmentCount: 0 };
  await insertExport(tx.sql, row);
  await tx.enqueue(COLLECT_EXPORT, { exportId: row.id });
  return row;
}
