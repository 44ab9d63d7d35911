import { Readable } from 'node:stream';
import type { AttachmentId } from '@carillon/kernel/ids.js';
import { visibleAfter } from '../chat/retention/visible-range.js';
import type { Ctx } from '../ctx.js';
import { signAddress } from './address.js';
import { ADDRESSES_LIVE_MS, listKey, TELL_EXPORT_READY, type ExportId, type ExportRow } from './model.js';
import { completeExport, expireExports, readExport, readFilesOfAccount, readFilesOfPerson, type ExportedFile } from './store.js';

const FILES_BATCH = 500;
const LIST_BYTES_MAX = 5 * 1024 ** 3;

/** A job: writes the list of an export, one address a line, and with it the export is ready. What retention hides is not in it. */
export async function collectExport(ctx: Ctx, payload: Record<string, unknown>): Promise<void> {
  const row = await readExport(ctx.sql, payload['exportId'] as ExportId);
  if (row?.status !== 'Pending') return;
  const expiresAt = new Date(ctx.clock.now() + ADDRESSES_LIVE_MS);
  let count = 0;
  const lines = (async function* () {
    for await (const file of filesOf(ctx, row)) {
      count += 1;
      yield `${signAddress(ctx, 'a', file.id, expiresAt)}\n`;
    }
  })();
  await ctx.blobs.putStream(listKey(row.id), Readable.from(lines, { objectMode: false }), LIST_BYTES_MAX);
  await ctx.tx(async tx => {
    await completeExport(tx.sql, row.id, { at: ctx.now(), expiresAt, count });
    if (row.personId) await tx.enqueue(TELL_EXPORT_READY, { exportId: row.id });
  });
}

async function* filesOf(ctx: Ctx, { accountId, personId }: ExportRow): AsyncGenerator<ExportedFile> {
  for (let after: AttachmentId | undefined; ;) {
    const page = accountId ? await readFilesOfAccount(ctx.sql, accountId, after, FILES_BATCH) : personId ? await readFilesOfPerson(ctx.sql, personId, after, FILES_BATCH) : [];
    const from = await visibleAfter(ctx, [...new Set(page.map(file => file.channelId))]);
    for (const file of page) {
      const visible = from.get(file.channelId);
      if (!visible || file.sentAt >= visible) yield file;
    }
    if (page.length < FILES_BATCH) return;
    after = page.at(-1)?.id;
  }
}

/** A job: lists whose addresses have ended. */
export async function sweepExports(ctx: Ctx): Promise<void> {
  for (const id of await expireExports(ctx.sql, ctx.now())) await ctx.blobs.delete(listKey(id));
}
