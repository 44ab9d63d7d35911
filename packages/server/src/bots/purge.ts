import type { AccountPurge } from '../accounts/purge-accounts.js';
import { deleteBotsOf } from './store.js';

/** Bots of a deleted account go for good, with what they were told; they leave its rooms, which go on. */
export const purgeAccount: AccountPurge = (_ctx, tx, accountId) => deleteBotsOf(tx.sql, accountId);
