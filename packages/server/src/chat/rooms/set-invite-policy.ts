import { forbidden } from '@carillon/kernel/errors.js';
import type { ChannelId } from '@carillon/kernel/ids.js';
import type { InvitePolicy } from '@carillon/wire/rest/chat.js';
import type { Ctx } from '../../ctx.js';
import { accessSelf } from '../../users/access.js';
import { lockRoomAsAdministrator } from '../access.js';
import { announce } from '../announce.js';
import type { ChannelRow } from '../model.js';
import { updateInvitePolicy } from './room-store.js';

/** Only the administrators add members, until they let every member do so (product-facts, section 5). */
export function checkMayInvite(room: ChannelRow): void {
  if (room.role !== 'Administrator' && room.invitePolicy !== 'members') throw forbidden('Only the room’s administrators can do this.', 'administrators-only');
}

/** For the room's administrators. */
export async function setInvitePolicy(ctx: Ctx, id: ChannelId, invitePolicy: InvitePolicy): Promise<void> {
  await ctx.tx(async tx => {
    const room = await lockRoomAsAdministrator(ctx, tx, id);
    if (room.invitePolicy === invitePolicy) return;
    await updateInvitePolicy(tx.sql, id, invitePolicy, ctx.now());
    await announce(ctx, tx, id, { kind: 'invite-policy', invitePolicy, by: accessSelf(ctx) });
  });
}
