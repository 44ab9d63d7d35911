import type { AccountPurge } from '../accounts/purge-accounts.js';
import { DELETED_NAME } from '../users/model.js';
import type { PersonPurge } from '../users/purge-people.js';
import { blankInMeetings, forgetHostAccount } from './store.js';

/** Records of meetings stay; they name the deleted account no more (guide, DEL-05). */
export const purgeAccount: AccountPurge = (_ctx, tx, accountId) => forgetHostAccount(tx.sql, accountId);

/** Records of a deleted person's meetings stay, without their name. */
export const purgePerson: PersonPurge = (_ctx, tx, personId) => blankInMeetings(tx.sql, personId, DELETED_NAME);
