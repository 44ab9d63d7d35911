import { notFound } from '@carillon/kernel/errors.js';
import { parseId, type AccountId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';
import { accessPrincipal } from '../iam/access.js';
import type { Sql } from '../platform/database/database.js';
import { lockAccount, readAccount } from './admin-store.js';
import type { AccountRow } from './model.js';
import { hasOwner } from './store.js';

/** Whether somebody has set this server up. Everybody may know. */
export function isSetUp(sql: Sql): Promise<boolean> {
  return hasOwner(sql);
}

/** An account of the caller's owner account, or one that is shared with it. Deleted, foreign and malformed ones look the same. */
export async function accessAccount(ctx: Ctx, accountId: string): Promise<AccountRow> {
  return found(await readAccount(ctx.sql, accessPrincipal(ctx).ownerAccountId, found(parseId<AccountId>(accountId))));
}

/** The same, locked until the transaction ends. */
export async function lockOwnAccount(ctx: Ctx, accountId: string): Promise<AccountRow> {
  return found(await lockAccount(ctx.sql, accessPrincipal(ctx).ownerAccountId, found(parseId<AccountId>(accountId))));
}

/** Only the owner itself, not whom it is shared with. */
export async function accessOwnedAccount(ctx: Ctx, accountId: string): Promise<AccountRow> {
  const account = await lockOwnAccount(ctx, accountId);
  if (account.ownerAccountId !== accessPrincipal(ctx).ownerAccountId) throw notFound('account');
  return account;
}

function found<T>(account: T | undefined): T {
  if (account === undefined) throw notFound('account');
  return account;
}
