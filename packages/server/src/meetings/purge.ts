import type { AccountPurge } from '../accounts/purge-accounts.js';
import { forgetHostAccount } from './store.js';

/** Records of meetings stay; they name the deleted account no more (guide, DEL-05). */
export const purgeAccount: AccountPurge = (_ctx, tx, accountId) => forgetHostAccount(tx.sql, accountId);
