import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import type { Ctx, Tx } from '../../ctx.js';
import { lockRoomAsAdministrator } from '../access.js';
import { announceLeft } from '../announce.js';
import { DELETE_CHANNEL } from '../meeting-chat.js';
import { abandonRoom } from './room-store.js';
import { unseatAllBots } from './seat-bots.js';
import { deleteMembers } from '../store.js';

/** For the room's administrators: with its history and its files. */
export async function deleteRoom(ctx: Ctx, id: ChannelId): Promise<void> {
  await ctx.tx(async tx => {
    await lockRoomAsAdministrator(ctx, tx, id);
    await deleteRoomForGood(ctx, tx, id);
  });
}

/** Nobody is in the locked room from this transaction on, and a job deletes what was. */
export async function deleteRoomForGood(ctx: Ctx, tx: Tx, id: ChannelId): Promise<void> {
  await unseatAllBots(ctx, tx, id);
  // Only people sit in rooms besides.
  const people = (await deleteMembers(tx.sql, id)) as PersonId[];
  await announceLeft(ctx, tx, id, people);
  await abandonRoom(tx.sql, id);
  await tx.enqueue(DELETE_CHANNEL, { channelId: id }, { uniqueKey: `${DELETE_CHANNEL} ${id}` });
}
