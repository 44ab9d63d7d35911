import type { PersonId } from '@carillon/kernel/ids.js';
import { REPLAYED_CHANGES_MAX, type PersonChange } from '@carillon/wire/socket/frames.js';
import type { Ctx, Tx } from '../ctx.js';
import { accessSelf } from './access.js';
import { CHANGES_KEPT_MS, type NewChange } from './model.js';
import { deleteChangesBefore, insertChanges, readChanges, readLastChangeSeq } from './store.js';

/**
 * Writes what concerns each of these people alone, under their own numbers, and pushes it to their devices. One
 * statement, however many they are; people are locked in one order, so that two transactions never wait for each other.
 */
export async function numberChange(ctx: Ctx, tx: Tx, people: readonly PersonId[], change: NewChange): Promise<PersonChange[]> {
  const numbered = await insertChanges(tx.sql, people, change, ctx.now());
  return numbered.map(({ personId, seq }) => {
    // The kind's own members came with it; only the number is new.
    const told = { ...change, seq } as PersonChange;
    tx.emit(`person.${personId}`, { t: 'change', change: told });
    return told;
  });
}

/**
 * The caller's changes after a number, and the last number; null when so many are missing, or so old ones, that
 * everything is to be fetched anew.
 */
export async function listChanges(ctx: Ctx, after: number): Promise<{ personSeq: number; changes: PersonChange[] | null }> {
  const self = accessSelf(ctx);
  const personSeq = await readLastChangeSeq(ctx.sql, self);
  const missing = Math.max(0, personSeq - after);
  if (after === 0 || missing > REPLAYED_CHANGES_MAX) return { personSeq, changes: null };
  const changes = missing === 0 ? [] : await readChanges(ctx.sql, self, after, missing);
  return { personSeq, changes: changes.length === missing ? changes : null };
}

/** A job: changes that are older than any absence worth replaying. */
export async function sweepChanges(ctx: Ctx): Promise<void> {
  await deleteChangesBefore(ctx.sql, new Date(ctx.clock.now() - CHANGES_KEPT_MS));
}
