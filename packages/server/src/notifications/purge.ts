import type { PersonPurge } from '../users/purge-people.js';
import { deleteNotificationsOf } from './store.js';

/** Settings and browsers of a deleted person. */
export const purgePerson: PersonPurge = (_ctx, tx, personId) => deleteNotificationsOf(tx.sql, personId);
