import { forbidden, notFound } from '@carillon/kernel/errors.js';
import type { ChannelId, GuestId, PersonId } from '@carillon/kernel/ids.js';
import type { Ctx, Tx } from '../ctx.js';
import type { Sql } from '../platform/database/database.js';
import type { ChannelRow } from './model.js';
import { lockChannel, readChannel } from './store.js';

/** Who sits in channels: a signed-in person, or a guest of a meeting. */
export function accessMemberId(ctx: Ctx): PersonId | GuestId {
  if (ctx.actor.kind === 'person') return ctx.actor.personId;
  if (ctx.actor.kind === 'guest') return ctx.actor.guestId;
  throw forbidden('Sign in to do this.', 'sign-in-required');
}

/** The only way to a channel: from a seat in it. */
export async function accessChannel(ctx: Ctx, id: ChannelId, sql: Sql = ctx.sql): Promise<ChannelRow> {
  const channel = await readChannel(sql, id, accessMemberId(ctx));
  if (!channel) throw notFound('conversation');
  return channel;
}

/** A room, from an administrator's seat. */
export async function accessRoomAsAdministrator(ctx: Ctx, id: ChannelId): Promise<ChannelRow> {
  const room = await accessChannel(ctx, id);
  if (room.kind !== 'room') throw notFound('room');
  return checkAdministrator(room);
}

/** A room, from an administrator's seat, locked until the transaction ends: its seats and roles stay what they are. */
export async function lockRoomAsAdministrator(ctx: Ctx, tx: Tx, id: ChannelId): Promise<ChannelRow> {
  return checkAdministrator(await lockRoom(ctx, tx, id));
}

function checkAdministrator(room: ChannelRow): ChannelRow {
  if (room.role !== 'Administrator') throw forbidden('Only the room’s administrators can do this.', 'administrators-only');
  return room;
}

/**
 * A room, from any seat in it, locked until the transaction ends. Locked first and read afterwards, in statements of
 * their own.
 */
export async function lockRoom(ctx: Ctx, tx: Tx, id: ChannelId): Promise<ChannelRow> {
  await lockChannel(tx.sql, id);
  const channel = await accessChannel(ctx, id, tx.sql);
  if (channel.kind !== 'room') throw notFound('room');
  return channel;
}
