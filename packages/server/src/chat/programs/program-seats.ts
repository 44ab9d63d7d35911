import type { ChannelId, PersonId, ProgramId } from '@carillon/kernel/ids.js';
import type { Program } from '@carillon/wire/rest/chat.js';
import type { Ctx, Tx } from '../../ctx.js';
import { accessSelf } from '../../users/access.js';
import { accessChannel } from '../access.js';
import { announce } from '../announce.js';
import { deleteProgramSeat, insertProgramSeat, readProgram, readPrograms, updateProgramName } from './program-store.js';

/** The webhooks and bots of a channel, by name, for its people. */
export async function listPrograms(ctx: Ctx, channelId: ChannelId): Promise<Program[]> {
  accessSelf(ctx);
  await accessChannel(ctx, channelId);
  return readPrograms(ctx.sql, channelId);
}

/** Gives a program a seat in a locked room, and tells everybody in it. `by` is null for an administrator through the API, who stands in `invitedBy` alone. */
export async function seatProgram(ctx: Ctx, tx: Tx, channelId: ChannelId, program: Program, by: PersonId | null, invitedBy: string): Promise<void> {
  await insertProgramSeat(tx.sql, channelId, program, invitedBy, ctx.now());
  await announce(ctx, tx, channelId, { kind: 'program-added', program, by });
}

/** Another name from now on, in a locked room. What the program wrote before keeps the name it had. */
export async function renameProgram(ctx: Ctx, tx: Tx, channelId: ChannelId, program: Program, by: PersonId): Promise<void> {
  await updateProgramName(tx.sql, channelId, program.id, program.name, ctx.now());
  await announce(ctx, tx, channelId, { kind: 'program-changed', program, by });
}

/** Takes the seat away in a locked room: from this transaction on the program posts nothing there. False when it had none. */
export async function unseatProgram(ctx: Ctx, tx: Tx, channelId: ChannelId, id: ProgramId, by: PersonId | null): Promise<boolean> {
  const program = await readProgram(tx.sql, channelId, id);
  if (!program) return false;
  await deleteProgramSeat(tx.sql, channelId, id);
  await announce(ctx, tx, channelId, { kind: 'program-removed', program, by });
  return true;
}
