import { badRequest, notFound } from '@carillon/kernel/errors.js';
import { parseId, type AccountId, type ChannelId, type PersonId } from '@carillon/kernel/ids.js';
import { accessAccount } from '../../accounts/access.js';
import type { Ctx } from '../../ctx.js';
import type { RoomRow, SeatRow } from '../model.js';
import { readRoom, readSeat } from './room-store.js';
import { lockChannel } from '../store.js';

/** An account that the caller administers and whose rooms the API reaches: Enterprise accounts alone (product-facts, section 9, row 13). */
export async function accessRoomAccount(ctx: Ctx, accountId: string): Promise<AccountId> {
  const account = await accessAccount(ctx, accountId);
  if (account.type === 'Team') throw badRequest('Only rooms of Enterprise accounts are managed here. Claim a domain first.');
  return account.id;
}

/** A room of such an account. Rooms of others, missing and malformed ones look the same. */
export async function accessRoom(ctx: Ctx, accountId: string, roomId: string): Promise<RoomRow> {
  const account = await accessRoomAccount(ctx, accountId);
  const id = parseId<ChannelId>(roomId);
  const room = id && (await readRoom(ctx.sql, account, id));
  if (!room) throw notFound('room');
  return room;
}

/** The same, locked until the transaction ends: its seats and roles stay what they are. */
export async function lockAccountRoom(ctx: Ctx, accountId: string, roomId: string): Promise<RoomRow> {
  const { id } = await accessRoom(ctx, accountId, roomId);
  await lockChannel(ctx.sql, id);
  return accessRoom(ctx, accountId, roomId);
}

/** A person's or a bot's seat in a room that the caller has accessed. */
export async function accessRoomSeat(ctx: Ctx, room: RoomRow, memberId: string): Promise<SeatRow> {
  const id = parseId<PersonId>(memberId);
  const seat = id && (await readSeat(ctx.sql, room.id, id));
  if (!seat) throw notFound('member');
  return seat;
}
