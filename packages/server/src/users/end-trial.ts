import type { PersonId } from '@carillon/kernel/ids.js';
import type { Sql } from '../platform/database/database.js';
import { endTrials } from './member-store.js';

/** The trial of a new person ends when an account gives a licence (guide, PRO-01). */
export async function endTrial(sql: Sql, personId: PersonId): Promise<void> {
  await endTrials(sql, [personId]);
}
