import type * as aws from '@carillon/wire/aws/generated/chime-types.js';
import { accessAccount } from '../accounts/access.js';
import type { Ctx } from '../ctx.js';
import { read, write, type Operation } from '../operation.js';
import { cutPage, openPageToken } from '../platform/page-tokens.js';
import { signAddress } from './address.js';
import type { ExportId, ExportRow } from './model.js';
import { startDataExport } from './request-export.js';
import { readExports } from './store.js';

const PAGE = 20;

/** "Request attachments" of the console (guide, ATT-03), and the links to what was collected. */
export const exportOperations: readonly Operation[] = [
  write('chime', 'StartDataExport', async (ctx, input) => ({ DataExport: present(ctx, await startDataExport(ctx, input.AccountId)) })),
  read('chime', 'RetrieveDataExports', async (ctx, input) => {
    const account = await accessAccount(ctx, input.AccountId);
    const limit = input.MaxResults ?? PAGE;
    const before = openPageToken(ctx, `RetrieveDataExports ${account.id}`, input.NextToken) as ExportId | undefined;
    const { shown, nextToken } = cutPage(ctx, `RetrieveDataExports ${account.id}`, await readExports(ctx.sql, { accountId: account.id }, before, limit), limit, last => last.id);
    return { DataExports: shown.map(row => present(ctx, row)), NextToken: nextToken };
  }),
];

function present(ctx: Ctx, row: ExportRow): aws.DataExport {
  const ready = row.status === 'Ready' && row.expiresAt !== null && row.expiresAt > ctx.now();
  return {
    DataExportId: row.id, AccountId: row.accountId!, Status: row.status === 'Ready' && !ready ? 'Expired' : row.status, RequestedBy: row.requestedBy, RequestedTimestamp: row.requestedAt,
    CompletedTimestamp: row.completedAt ?? undefined, ExpiresTimestamp: row.expiresAt ?? undefined, AttachmentCount: row.completedAt ? row.attachmentCount : undefined,
    Url: ready ? signAddress(ctx, 'l', row.id, row.expiresAt!) : undefined,
  };
}
