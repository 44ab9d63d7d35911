import type { AccountPurge } from '../accounts/purge-accounts.js';
import type { PersonPurge } from '../users/purge-people.js';
import { deleteInvitationsInto, deleteLinksOf, deleteSessionsOf } from './store.js';

/** Sessions and links of a deleted person. */
export const purgePerson: PersonPurge = async (_ctx, tx, personId) => {
  await deleteSessionsOf(tx.sql, personId, undefined);
  await deleteLinksOf(tx.sql, personId);
};

/** Invitations into a deleted account. */
export const purgeAccount: AccountPurge = (_ctx, tx, accountId) => deleteInvitationsInto(tx.sql, accountId);
