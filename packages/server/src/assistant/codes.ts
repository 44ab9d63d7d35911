import { timingSafeEqual } from 'node:crypto';
import { randomLetters } from '@carillon/kernel/chance.js';
import { ApiError } from '@carillon/kernel/errors.js';
import type { PersonId } from '@carillon/kernel/ids.js';
import { CODE_LENGTH, CODE_LIFE_MS, type ConfirmedCommand } from '@carillon/wire/assistant.js';
import type { Ctx, Tx } from '../ctx.js';
import { hashSecret } from '../platform/secrets.js';
import type { PersonPurge } from '../users/purge-people.js';
import { deleteCodesBefore, deleteCodesOf, putCode, takeCode } from './store.js';

/** A new code for a command, instead of any before; undefined when the person has had too many of late. */
export async function issueCode(ctx: Ctx, tx: Tx, personId: PersonId, command: ConfirmedCommand): Promise<string | undefined> {
  try {
    await ctx.limits.spend('assistant-code', personId);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return undefined;
  }
  const code = randomLetters(ctx.chance, CODE_LENGTH);
  await putCode(tx.sql, personId, command, { hash: hashCode(personId, command, code), expiresAt: new Date(ctx.clock.now() + CODE_LIFE_MS) });
  return code;
}

/** Whether this is the person's code for this command and not too old. Right or wrong, it is good no more. */
export async function spendCode(ctx: Ctx, tx: Tx, personId: PersonId, command: ConfirmedCommand, code: string): Promise<boolean> {
  const issued = await takeCode(tx.sql, personId, command);
  return issued !== undefined && timingSafeEqual(issued.hash, hashCode(personId, command, code)) && issued.expiresAt > ctx.now();
}

/** It stands in the conversation besides and lives ten minutes: the hash is for whoever reads the table alone. */
function hashCode(personId: PersonId, command: ConfirmedCommand, code: string): Buffer {
  return hashSecret(`${personId} ${command} ${code}`);
}

/** A job: codes whose time is over. */
export async function sweepCodes(ctx: Ctx): Promise<void> {
  await deleteCodesBefore(ctx.sql, ctx.now());
}

/** Codes of a deleted person. */
export const purgePerson: PersonPurge = (_ctx, tx, personId) => deleteCodesOf(tx.sql, personId);
