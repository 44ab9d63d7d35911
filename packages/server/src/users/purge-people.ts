import type { PersonId } from '@carillon/kernel/ids.js';
import type { Ctx, Tx } from '../ctx.js';
import type { JobWork } from '../platform/jobs.js';
import { blankPerson, readPurgeable } from './member-store.js';
import { DELETED_NAME } from './model.js';
import { pictureKey } from './update-me.js';

/** The job that purges whoever is due now, and does not wait for its hour. */
export const PURGE_PEOPLE = 'users.purge-now';
const PEOPLE_BATCH = 50;

/** What a feature deletes of a person who is gone for good. */
export type PersonPurge = (ctx: Ctx, tx: Tx, personId: PersonId) => Promise<void>;

/** A job: people whom a removed domain let go 90 days ago (requirements, X2), and who left for good. Messages stay to those they were written to, by a deleted user. */
export function purgePeople(plans: readonly PersonPurge[]): JobWork {
  return async ctx => {
    let due: PersonId[];
    do {
      due = await readPurgeable(ctx.sql, ctx.now(), PEOPLE_BATCH);
      for (const id of due) {
        await ctx.tx(async tx => {
          // Their data first: what is said of it says the blank name.
          await blankPerson(tx.sql, id, { email: `${id}@deleted.invalid`, displayName: DELETED_NAME, personalMeetingNumber: `deleted ${id}` });
          for (const plan of plans) await plan(ctx, tx, id);
          tx.afterCommit(() => void ctx.blobs.delete(pictureKey(id)).catch((error: unknown) => ctx.log.warn({ err: error }, 'a deleted person’s picture could not be removed')));
        });
      }
    } while (due.length === PEOPLE_BATCH);
  };
}
