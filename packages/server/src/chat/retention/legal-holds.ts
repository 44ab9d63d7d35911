import { ApiError, notFound } from '@carillon/kernel/errors.js';
import { isId, type Id } from '@carillon/kernel/ids.js';
import type * as aws from '@carillon/wire/aws/generated/chime-types.js';
import { accessAccount, lockOwnAccount } from '../../accounts/access.js';
import type { Ctx } from '../../ctx.js';
import { accessPrincipal } from '../../iam/access.js';
import { read, write, type Operation } from '../../operation.js';
import { cutPage, openPageToken } from '../../platform/page-tokens.js';
import { accessMember } from '../../users/access-member.js';
import { accessRoom } from '../rooms/access-room.js';
import { deleteLegalHold, insertLegalHold, readLegalHolds, type LegalHoldRow } from './legal-hold-store.js';

const PAGE = 50;

/**
 * Holds that retention and the deletion of people pass by: of a user (their conversations, and what they wrote in rooms) or of a room.
 * They hide nothing and show nothing: what a period hides stays hidden.
 */
export const legalHoldOperations: readonly Operation[] = [
  write('chime', 'CreateLegalHold', async (ctx, input) => ({ LegalHold: present(await createLegalHold(ctx, input)) })),
  read('chime', 'ListLegalHolds', async (ctx, input) => {
    const account = await accessAccount(ctx, input.AccountId);
    const limit = input.MaxResults ?? PAGE;
    const after = openPageToken(ctx, `ListLegalHolds ${account.id}`, input.NextToken) as Id<'LegalHold'> | undefined;
    const { shown, nextToken } = cutPage(ctx, `ListLegalHolds ${account.id}`, await readLegalHolds(ctx.sql, account.id, after, limit), limit, last => last.id);
    return { LegalHolds: shown.map(present), NextToken: nextToken };
  }),
  write('chime', 'DeleteLegalHold', async (ctx, input) => {
    const account = await lockOwnAccount(ctx, input.AccountId);
    const id = input.LegalHoldId.toLowerCase();
    // It has the form; whether there is such a hold is asked in the same line.
    if (!isId(id) || !(await deleteLegalHold(ctx.sql, account.id, id as Id<'LegalHold'>))) throw notFound('legal hold');
  }),
];

async function createLegalHold(ctx: Ctx, input: aws.CreateLegalHoldRequest): Promise<LegalHoldRow> {
  const account = await lockOwnAccount(ctx, input.AccountId);
  const target = input.TargetType === 'User' ? await accessMember(ctx, account.id, input.TargetId) : await accessRoom(ctx, account.id, input.TargetId);
  const hold: LegalHoldRow = { id: ctx.ids.next<'LegalHold'>(), accountId: account.id, targetType: input.TargetType, targetId: target.id, reason: input.Reason, createdBy: accessPrincipal(ctx).arn, createdAt: ctx.now() };
  if (!(await insertLegalHold(ctx.sql, hold))) throw new ApiError('Conflict', 'This is held already.');
  return hold;
}

function present(row: LegalHoldRow): aws.LegalHold {
  return { LegalHoldId: row.id, AccountId: row.accountId, TargetType: row.targetType, TargetId: row.targetId, Reason: row.reason, CreatedBy: row.createdBy, CreatedTimestamp: row.createdAt };
}
