import { ApiError, badRequest, notFound } from '@carillon/kernel/errors.js';
import { parseId, type Id } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';
import { accessPrincipal } from '../iam/access.js';
import { cutPage, openPageToken } from '../platform/page-tokens.js';
import { accessAccount, accessOwnedAccount } from './access.js';
import { deleteDelegate, insertDelegate, readDelegate, readDelegates, updateDelegate } from './admin-store.js';
import { DELEGATE_INVITATION_MS, DELEGATES_MAX, DELEGATES_PAGE, type DelegateRow } from './model.js';

/**
 * An account may be managed by another owner account too (product-facts, sections 8 and 10.2). Inviting tells nothing of
 * whether there is such an owner account.
 */
export async function inviteDelegate(ctx: Ctx, accountId: string, ownerAccountId: string): Promise<DelegateRow> {
  const account = await accessOwnedAccount(ctx, accountId);
  if (ownerAccountId === account.ownerAccountId) throw badRequest('The account is this owner’s already.');
  if ((await readDelegates(ctx.sql, account.id, undefined, DELEGATES_MAX)).length >= DELEGATES_MAX) throw new ApiError('ResourceLimitExceeded', `An account has at most ${DELEGATES_MAX} delegates.`);
  const at = ctx.now();
  const delegate: DelegateRow = { id: ctx.ids.next<'Delegate'>(), accountId: account.id, ownerAccountId, invitedBy: accessPrincipal(ctx).arn, createdAt: at, expiresAt: new Date(at.getTime() + DELEGATE_INVITATION_MS), acceptedAt: null };
  if (!(await insertDelegate(ctx.sql, delegate))) throw new ApiError('Conflict', 'This owner account is invited already.');
  return delegate;
}

/** By the invited owner account alone; to everybody else the invitation does not exist. */
export async function acceptDelegate(ctx: Ctx, delegateId: string): Promise<DelegateRow> {
  const delegate = await find(ctx, delegateId);
  if (delegate.ownerAccountId !== accessPrincipal(ctx).ownerAccountId) throw notFound('invitation');
  if (delegate.acceptedAt) return delegate;
  if (delegate.expiresAt <= ctx.now()) throw new ApiError('Conflict', 'The invitation has expired. Ask for it to be renewed.');
  await updateDelegate(ctx.sql, delegate.id, { acceptedAt: ctx.now() });
  return { ...delegate, acceptedAt: ctx.now() };
}

/** Seven more days for an invitation that was not accepted. */
export async function renewDelegate(ctx: Ctx, accountId: string, delegateId: string): Promise<DelegateRow> {
  const account = await accessOwnedAccount(ctx, accountId);
  const delegate = await find(ctx, delegateId);
  if (delegate.accountId !== account.id) throw notFound('invitation');
  if (delegate.acceptedAt) throw new ApiError('Conflict', 'The invitation was accepted.');
  const expiresAt = new Date(ctx.clock.now() + DELEGATE_INVITATION_MS);
  await updateDelegate(ctx.sql, delegate.id, { expiresAt });
  return { ...delegate, expiresAt };
}

/** By either side. */
export async function removeDelegate(ctx: Ctx, accountId: string, delegateId: string): Promise<void> {
  const account = await accessAccount(ctx, accountId);
  const delegate = await find(ctx, delegateId);
  const caller = accessPrincipal(ctx).ownerAccountId;
  if (delegate.accountId !== account.id || (caller !== account.ownerAccountId && caller !== delegate.ownerAccountId)) throw notFound('invitation');
  await deleteDelegate(ctx.sql, delegate.id);
}

export async function listDelegates(ctx: Ctx, accountId: string, page: { MaxResults?: number | undefined; NextToken?: string | undefined }): Promise<{ delegates: DelegateRow[]; nextToken: string | undefined }> {
  const account = await accessAccount(ctx, accountId);
  const scope = `ListDelegates ${account.id}`;
  const limit = page.MaxResults ?? DELEGATES_PAGE;
  const rows = await readDelegates(ctx.sql, account.id, openPageToken(ctx, scope, page.NextToken) as Id<'Delegate'> | undefined, limit);
  const { shown, nextToken } = cutPage(ctx, scope, rows, limit, last => last.id);
  return { delegates: shown, nextToken };
}

async function find(ctx: Ctx, id: string): Promise<DelegateRow> {
  const wanted = parseId<Id<'Delegate'>>(id);
  const delegate = wanted && (await readDelegate(ctx.sql, wanted));
  if (!delegate) throw notFound('invitation');
  return delegate;
}
