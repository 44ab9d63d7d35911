import { ApiError } from '@carillon/kernel/errors.js';
import type { ChannelId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../../ctx.js';
import { accessPrincipal } from '../../iam/access.js';
import { accessRoomAccount, accessRoom, lockAccountRoom } from './access-room.js';
import { announce } from '../announce.js';
import { deleteRoomForGood } from './delete-room.js';
import { checkRoomName, type RoomRow } from '../model.js';
import { insertRoom, readRoomByToken } from './room-store.js';
import { updateChannelName } from '../store.js';

/** A room of an Enterprise account, which nobody is in yet. The same token again gives the same room, as long as it is there. */
export async function createAccountRoom(ctx: Ctx, accountId: string, name: string, token: string | undefined): Promise<RoomRow> {
  const account = await accessRoomAccount(ctx, accountId);
  const roomName = checkRoomName(name);
  const id: ChannelId = ctx.ids.next<'Channel'>();
  if (await insertRoom(ctx.sql, { id, accountId: account, name: roomName, createdByArn: accessPrincipal(ctx).arn, token, at: ctx.now() })) return accessRoom(ctx, account, id);
  const made = token === undefined ? undefined : await readRoomByToken(ctx.sql, account, token);
  if (!made) throw new ApiError('ServiceUnavailable', 'The room of this token was deleted at this moment. Try again.');
  return made;
}

/** Another name, if one is given; its members see it at once. */
export async function updateAccountRoom(ctx: Ctx, accountId: string, roomId: string, name: string | undefined): Promise<RoomRow> {
  const room = await lockAccountRoom(ctx, accountId, roomId);
  const roomName = name === undefined ? room.name : checkRoomName(name);
  if (roomName === room.name) return room;
  await ctx.tx(async tx => {
    await updateChannelName(tx.sql, room.id, roomName, ctx.now());
    await announce(ctx, tx, room.id, { kind: 'renamed', name: roomName, by: null });
  });
  return accessRoom(ctx, accountId, roomId);
}

/** With its history and its files: nobody is in it from this transaction on, and a job deletes what was. */
export async function deleteAccountRoom(ctx: Ctx, accountId: string, roomId: string): Promise<void> {
  const room = await lockAccountRoom(ctx, accountId, roomId);
  await ctx.tx(tx => deleteRoomForGood(ctx, tx, room.id));
}
